#!/usr/bin/env python3
"""Simulated raters on Emotify: does a personal model learn them, and does the verdict stay honest?

    tests/acceptance/personal_models.py EMOTIFY WORK [BIN]

EMOTIFY is a folder with audio/ID.opus and gems_means.csv (Aljanaki et al. 2015: shares of people who felt nine emotions, an
artist group per excerpt); WORK keeps the library, what was heard and the models; BIN, build/release/bin by default, holds
circumplex-cli. Three checks, each on 100 labelled excerpts; exit status 1 if one fails:

  a rater whose pleasure is sadness   better for valence, the gain's interval above 0; no worse for arousal, which the
                                      starter model knows already
  the same labels, shuffled           no better
  a split that parts artists          refused
"""
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


def run(command, expect=None):
    done = subprocess.run(command, capture_output=True, text=True)
    if expect is not None and done.returncode != expect:
        sys.exit(f"{' '.join(command[1:4])}: exit {done.returncode}, expected {expect}\n{done.stderr}")
    return done


def lines(text):
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


def rating(row):
    """A biased rater: sad, tender and nostalgic music pleases, joyful music does not; calm is calm, power is not."""
    share = lambda name: float(row[name])
    valence = 5 + 4 * (share("sadness") + share("nostalgia") + share("tenderness") - 1.5 * share("joyful_activation") - share("tension"))
    arousal = 5 + 5 * (share("power") + 0.7 * share("joyful_activation") + share("tension") - share("calmness") - share("tenderness"))
    clip = lambda value: min(9.0, max(1.0, value))
    tags = [tag for tag, name in (("happy", "joyful_activation"), ("calm", "calmness"), ("sad", "sadness"), ("powerful", "power"))
            if share(name) > 0.35]
    return clip(valence), clip(arousal), tags


def main(data, work, binaries="build/release/bin"):
    data, work = pathlib.Path(data).resolve(), pathlib.Path(work).resolve()
    cli = str(pathlib.Path(binaries).resolve() / "circumplex-cli")
    for name in ("DATA", "CONFIG", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(work / name.lower())
    rows = list(csv.DictReader(open(data / "gems_means.csv")))
    music = work / "music"
    for row in rows:  # folders stand for artists: the excerpts have no tags
        place = music / f"artist {row['artist_group']}" / f"{row['track_id']}.opus"
        row["path"] = str(place)
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(data / "audio" / f"{row['track_id']}.opus", place)

    def library(name, labels):
        """A library of all excerpts in which some are labelled."""
        file = str(work / f"{name}.circumplex")
        run([cli, "scan", "--library", file, str(music)], 0)
        run([cli, "annotate", "--library", file], 0)
        table = work / f"{name}.csv"
        with open(table, "w", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["path", "rater", "valence", "arousal", "tags"])
            for path, (valence, arousal, tags) in labels:
                writer.writerow([path, "simulated", f"{valence:.2f}", f"{arousal:.2f}", ";".join(tags)])
        run([cli, "labels", "import", "--library", file, str(table)], 0)
        return file

    random.seed(7)
    chosen = random.sample(rows, LABELS)
    labels = [(row["path"], rating(row)) for row in chosen]
    failures = 0

    def report(name, holds, text):
        nonlocal failures
        failures += not holds
        print(f"{'pass' if holds else 'FAIL'}  {name}: {text}")

    for model in ("biased", "shuffled", "leaking"):
        subprocess.run([cli, "models", "remove", model], capture_output=True)
    honest = library("honest", labels)
    begin = time.monotonic()
    done = run([cli, "train", "--json", "--library", honest, "--name", "biased"])
    seconds = time.monotonic() - begin
    verdict = next((line["verdict"] for line in lines(done.stdout) if "verdict" in line), None)
    if verdict is None:
        sys.exit(done.stderr)
    for target, wanted in zip(verdict["targets"], (("better",), ("better", "unclear"))):
        ccc, r2 = target["scores"]["ccc"], target["scores"]["r2"]
        report(f"biased rater, {target['name']} {target['judgement']}", target["judgement"] in wanted,
               f"CCC {ccc['base']:.3f} to {ccc['personal']:.3f}, gain within {ccc['gain_interval'][0]:.3f} to "
               f"{ccc['gain_interval'][1]:.3f}; R2 {r2['base']:.3f} to {r2['personal']:.3f}")
    print(f"      {verdict['sentence']} {verdict['learning_curve']['sentence']} ({seconds:.1f} s)")

    said = [rating for _, rating in labels]
    random.shuffle(said)
    shuffled = library("shuffled", [(path, one) for (path, _), one in zip(labels, said)])
    done = run([cli, "train", "--json", "--library", shuffled, "--name", "shuffled"])
    verdict = next((line["verdict"] for line in lines(done.stdout) if "verdict" in line), {"sentence": done.stderr})
    report("shuffled labels", done.returncode == 1 and verdict["sentence"].startswith("No better"), verdict["sentence"])

    splits = work / "splits"
    splits.mkdir(exist_ok=True)
    ids = [row["track_id"] for row in chosen]
    (splits / "train.txt").write_text("\n".join(ids[::2]) + "\n")
    (splits / "test.txt").write_text("\n".join(ids[1::2]) + "\n")
    done = run([cli, "train", "--json", "--library", honest, "--name", "leaking", "--splits", str(splits)])
    refused = lines(done.stdout)[-1].get("error", {}) if done.stdout else {}
    report("leaked artists", refused.get("code") == "refused", refused.get("message", done.stderr)[:160])
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
