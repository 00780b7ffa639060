#!/usr/bin/env python3
"""Writes the table of labelled audio files that `circumplex-cli pack` reads.

    make_labels.py DATA WORK TEACHER.csv > labels.csv

DATA is the folder of data sets, WORK holds the recordings of render_midi.py, TEACHER.csv is what teacher_tags.py wrote.
Columns: path, set, group (never split between training and evaluation), valence and arousal on 1..9 with their weight,
and one column per tag; an empty cell is no label. Needs the standard library only.

- vgmidi: means of about 30 raters, -1..1 brought to 1..9. Grouped by game series.
- emopia: quadrants as 3 and 7. They tell the side of 5 and nothing else, and are to be trained so. Grouped by song.
- emotify: shares of people who felt each emotion of the Geneva scale. Nobody rated valence and arousal; they are derived
  as felt_plane() says and weigh a fifth. This is the only set that is not piano. README.md has what it costs and gives.
  Grouped by artist.

The tags of all sets are the teacher's. Its probabilities p are those of a tag among the tracks that it learned from, so
most are small. The heads' convention (Music2Emo's) is odds as a multiple of the tag's usual odds: o = p / (1 - p)
divided by the tag's frequency, target o / (1 + o). Then 0.5 means "as likely as usual", every tag can be seen, and a
threshold of 0.5 suits this head as it suits the published ones.
"""
import csv
import pathlib
import sys

TAGGED_TRACKS = 9949  # that the frequencies are of: MTG-Jamendo, mood and theme, split 0, training part


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as table:
        return list(csv.DictReader(table))


def tag_target(probability, frequency):
    odds = probability / (1 - min(probability, 0.9999)) / frequency
    return odds / (1 + odds)


def felt_plane(row):
    """(valence, arousal) on 1..9 from shares of people who felt the emotions"""
    joy, tender, tense, sad, power, calm = (float(row[name]) for name in (
        "joyful_activation", "tenderness", "tension", "sadness", "power", "calmness"))
    valence, arousal = joy + tender - tense - sad, joy + power + tense - calm - tender
    return tuple(min(max(5 + 3 * value, 1), 9) for value in (valence, arousal))


def labelled(data, work):
    """(path, set, group, valence, arousal, weight) of every recording"""
    for row in rows_of(data / "vgmidi/means.csv"):
        yield (work / "vgmidi" / (row["piece"] + ".flac"), "vgmidi", "vgmidi " + row["series"],
               5 + 4 * float(row["valence_mean"]), 5 + 4 * float(row["arousal_mean"]), 1)
    for row in rows_of(data / "emopia/labels.csv"):
        quadrant = int(row["quadrant"])
        yield (work / "emopia" / (row["clip"] + ".flac"), "emopia", "emopia " + row["song"],
               7 if quadrant in (1, 4) else 3, 7 if quadrant in (1, 2) else 3, 1)
    for row in rows_of(data / "emotify/gems_means.csv"):
        yield (data / "emotify/audio" / (row["track_id"] + ".opus"), "emotify", "emotify " + row["artist_group"],
               *felt_plane(row), 0.2)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    data, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    teacher = {row.pop("path"): row for row in rows_of(sys.argv[3])}
    frequencies = {row["tag"]: int(row["tracks"]) / TAGGED_TRACKS
                   for row in rows_of(pathlib.Path(__file__).resolve().parent / "tag_frequencies.csv")}
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["path", "set", "group", "valence", "arousal", "emotion_weight",
                    *("tag:" + tag for tag in frequencies)])
    for path, name, group, valence, arousal, weight in labelled(data, work):
        heard = teacher.get(str(path))  # EMOPIA: only the clips that were rendered
        if heard:
            table.writerow([path, name, group, valence, arousal, weight,
                            *(f"{tag_target(float(heard[tag]), frequencies[tag]):.4f}" for tag in frequencies)])


if __name__ == "__main__":
    main()
