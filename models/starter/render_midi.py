#!/usr/bin/env python3
"""Plays the MIDI files of VGMIDI and EMOPIA, one FLAC file each (44.1 kHz stereo), with one gain for all.

    python3 render_midi.py DATA WORK [EMOPIA_CLIPS]

Results are WORK/vgmidi/<piece>.flac and WORK/emopia/<clip>.flac; what is there already is kept, so a run that was cut
off goes on. Of EMOPIA whole songs are taken, about as many clips of each quadrant, until EMOPIA_CLIPS are reached. A
VGMIDI recording is cut at the length of its MIDI file: what people heard when they rated ended there, while a
synthesizer goes on ringing. Needs fluidsynth, ffmpeg and the sound font FluidR3 GM.
"""
import collections
import csv
import hashlib
import pathlib
import subprocess
import sys

SOUND_FONT = "/usr/share/sounds/sf2/FluidR3_GM.sf2"
GAIN = "0.6"  # one for all: loudness is part of what was rated


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as table:
        return list(csv.DictReader(table))


def choose_clips(labels, count):
    """Clips of whole songs in an order that depends on the songs' names only, while their quadrant has room."""
    songs = collections.defaultdict(list)
    for row in labels:
        songs[row["song"]].append(row)
    taken, per_quadrant = [], collections.Counter()
    for song in sorted(songs, key=lambda name: hashlib.sha256(name.encode()).hexdigest()):
        quadrants = collections.Counter(row["quadrant"] for row in songs[song])
        if len(taken) < count and per_quadrant[quadrants.most_common(1)[0][0]] < count / 4:
            taken += songs[song]
            per_quadrant += quadrants
    return [row["clip"] for row in taken]


def render(midi, result, seconds=None):
    if result.exists():
        return
    wave, unfinished = result.with_suffix(".wav"), result.with_suffix(".part.flac")
    subprocess.run(["fluidsynth", "-q", "-n", "-i", "-g", GAIN, "-r", "44100", "-O", "s16", "-T", "wav",
                    "-F", str(wave), SOUND_FONT, str(midi)], check=True, stdout=subprocess.DEVNULL)
    cut = ["-t", seconds] if seconds else []
    subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-y", "-i", str(wave), *cut, str(unfinished)], check=True)
    wave.unlink()
    unfinished.rename(result)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    data, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    clip_count = int(sys.argv[3]) if len(sys.argv) == 4 else 400
    for name in ("vgmidi", "emopia"):
        (work / name).mkdir(parents=True, exist_ok=True)
    for row in rows_of(data / "vgmidi/means.csv"):
        render(data / "vgmidi/midi" / row["file"], work / "vgmidi" / (row["piece"] + ".flac"), row["midi_s"])
    for clip in choose_clips(rows_of(data / "emopia/labels.csv"), clip_count):
        render(data / "emopia/midi" / (clip + ".mid"), work / "emopia" / (clip + ".flac"))


if __name__ == "__main__":
    main()
