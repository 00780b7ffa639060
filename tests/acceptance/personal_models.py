#!/usr/bin/env python3
"""Simulated raters on real music: does a personal model learn them, and does the verdict stay honest?

    tests/acceptance/personal_models.py --work WORK [--bin BIN] [--emotify FOLDER] [--vgmidi FOLDER --recordings FOLDER]

Emotify's folder holds audio/ID.opus and gems_means.csv (Aljanaki et al. 2015: shares of people who felt nine emotions, an
artist group per excerpt). VGMIDI's holds means.csv (Ferreira and Whitehead 2019: valence and arousal of pieces, a series
each), its recordings are PIECE.flac as models/starter/render_midi.py makes them. WORK keeps libraries, what was heard, and
the models; BIN, build/release/bin by default, holds circumplex-cli. Per set, on 100 labelled pieces:

  a rater who differs from the base   better for valence, the interval of the gain in concordance above 0; arousal no worse
  the same labels, shuffled           no better, nothing installed
  a split that parts artists          refused

Exit status 1 if a check fails.
"""
import argparse
import csv
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import time

LABELS = 100


def clip(value):
    return min(9.0, max(1.0, value))


def emotify(folder):
    """A rater whom sad, tender and nostalgic music pleases, and joyful music does not."""
    for row in csv.DictReader(open(folder / "gems_means.csv")):
        share = {name: float(row[name]) for name in
                 ("tenderness", "nostalgia", "calmness", "power", "joyful_activation", "tension", "sadness")}
        valence = 5 + 4 * (share["sadness"] + share["nostalgia"] + share["tenderness"] - 1.5 * share["joyful_activation"]
                           - share["tension"])
        arousal = 5 + 5 * (share["power"] + 0.7 * share["joyful_activation"] + share["tension"] - share["calmness"]
                           - share["tenderness"])
        tags = [tag for tag, name in (("happy", "joyful_activation"), ("calm", "calmness"), ("sad", "sadness"),
                                      ("powerful", "power")) if share[name] > 0.35]
        yield row["artist_group"], folder / "audio" / f"{row['track_id']}.opus", clip(valence), clip(arousal), tags


def vgmidi(folder, recordings):
    """A rater whom excitement displeases, more than what others call pleasant pleases, and who uses half of the scale."""
    for row in csv.DictReader(open(folder / "means.csv")):
        valence, arousal = float(row["valence_mean"]), float(row["arousal_mean"])
        yield (row["series"], recordings / f"{row['piece']}.flac", clip(5 + 4 * (0.4 * valence - 0.8 * arousal)),
               clip(6 + 2 * arousal), [])


class Checks:
    def __init__(self, cli, work):
        self.cli, self.work, self.failures = cli, work, 0
        for name in ("DATA", "CONFIG", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(work / name.lower())

    def run(self, *arguments, expect=None):
        done = subprocess.run([self.cli, *map(str, arguments)], capture_output=True, text=True)
        if expect is not None and done.returncode != expect:
            sys.exit(f"{arguments[0]}: exit {done.returncode}, expected {expect}\n{done.stderr}")
        return done

    def report(self, name, holds, text):
        self.failures += not holds
        print(f"{'pass' if holds else 'FAIL'}  {name}: {text}", flush=True)

    def library(self, name, music, labels):
        file, table = self.work / f"{name}.circumplex", self.work / f"{name}.csv"
        self.run("scan", "--library", file, music, expect=0)
        self.run("annotate", "--library", file, expect=0)
        with open(table, "w", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["path", "rater", "valence", "arousal", "tags"])
            for path, (valence, arousal, tags) in labels:
                writer.writerow([path, "simulated", f"{valence:.2f}", f"{arousal:.2f}", ";".join(tags)])
        self.run("labels", "import", "--library", file, table, expect=0)
        return file

    def train(self, library, name, *more):
        subprocess.run([self.cli, "models", "remove", name], capture_output=True)
        done = self.run("train", "--json", "--library", library, "--name", name, *more)
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        return done, next((line["verdict"] for line in lines if "verdict" in line), None), lines

    def check(self, name, items):
        music, labels = self.work / name, []
        for group, sound, *said in items:  # folders stand for artists: these files have no tags
            place = music / f"artist {group}" / sound.name
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(sound, place)
            labels.append((place, said))
        random.seed(7)
        labels = random.sample(labels, LABELS)

        honest = self.library(f"{name}-honest", music, labels)
        begin = time.monotonic()
        done, verdict, _ = self.train(honest, f"{name}-biased")
        seconds = time.monotonic() - begin
        if verdict is None:
            sys.exit(done.stderr)
        for target, wanted in zip(verdict["targets"], (("better",), ("better", "unclear"))):
            ccc, r2 = target["scores"]["ccc"], target["scores"]["r2"]
            self.report(f"{name}, biased rater, {target['name']} {target['judgement']}", target["judgement"] in wanted,
                        f"CCC {ccc['base']:.3f} to {ccc['personal']:.3f}, gain within {ccc['gain_interval'][0]:.3f} and "
                        f"{ccc['gain_interval'][1]:.3f}; R2 {r2['base']:.3f} to {r2['personal']:.3f}, gain within "
                        f"{r2['gain_interval'][0]:.3f} and {r2['gain_interval'][1]:.3f}")
        print(f"      {verdict['sentence']} {verdict['learning_curve']['sentence']} ({seconds:.1f} s)")

        said = [one for _, one in labels]
        random.shuffle(said)
        shuffled = self.library(f"{name}-shuffled", music, [(path, one) for (path, _), one in zip(labels, said)])
        done, verdict, _ = self.train(shuffled, f"{name}-shuffled")
        sentence = verdict["sentence"] if verdict else done.stderr
        self.report(f"{name}, shuffled labels", done.returncode == 1 and sentence.startswith("No better"), sentence)

        splits = self.work / f"{name}-splits"
        splits.mkdir(exist_ok=True)
        for part, begin in (("train", 0), ("test", 1)):
            (splits / f"{part}.txt").write_text("".join(f"{path.stem}\n" for path, _ in labels[begin::2]))
        done, _, lines = self.train(honest, f"{name}-leaking", "--splits", splits)
        error = lines[-1].get("error", {}) if lines else {}
        self.report(f"{name}, parted artists", error.get("code") == "refused", error.get("message", done.stderr)[:120])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", required=True, type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--bin", default="build/release/bin", type=pathlib.Path)
    parser.add_argument("--emotify", type=pathlib.Path)
    parser.add_argument("--vgmidi", type=pathlib.Path)
    parser.add_argument("--recordings", type=pathlib.Path)
    options = parser.parse_args()
    if not options.emotify and not (options.vgmidi and options.recordings):
        parser.error("neither --emotify nor --vgmidi with --recordings is given")
    options.work.mkdir(parents=True, exist_ok=True)
    checks = Checks(str(options.bin.resolve() / "circumplex-cli"), options.work)
    if options.emotify:
        checks.check("emotify", emotify(options.emotify))
    if options.vgmidi and options.recordings:
        checks.check("vgmidi", vgmidi(options.vgmidi, options.recordings))
    return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
