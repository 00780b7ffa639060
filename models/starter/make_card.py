#!/usr/bin/env python3
"""Writes card.json of the starter model from the report of circumplex-train.

    make_card.py REPORT.json STARTER

STARTER is this folder, with head.safetensors; the hashes of encoder and chord recogniser come from
packaging/starter.sha256. Needs the standard library only.
"""
import hashlib
import json
import pathlib
import sys

# what frozen features of the same encoder gave with support vector or ridge regression, grouped folds, mean of five
# splits; in brackets the same with statistics of the chord recogniser
REFERENCE = {
    "vgmidi": {"arousal_r2": ".68 (.64)", "valence_r2": ".44 (.57)"},
    "emotify": {"note": "the felt emotions themselves, not comparable: joyful .48, tender .40, tension .29, calm .39, "
                        "power .42"},
    "emopia": {"quadrant_accuracy": ".60 (.69)", "arousal_accuracy": ".88 (.88)", "valence_accuracy": ".69 (.78)"},
}

LICENCES = [
    {"part": "encoder.safetensors", "licence": "ISC", "source": "MusiCNN (Pons and Serra 2019), package musicnn 0.1.0"},
    {"part": "chords.safetensors", "licence": "BSD-2-Clause",
     "source": "crema chord model (McFee and Bello 2017), package crema 0.2.0"},
    {"part": "head.safetensors", "licence": "see data",
     "source": "trained for this program; non-commercial terms of the data reach a model trained on it in ways that "
               "nobody has settled"},
]

DATA = {
    "vgmidi": {
        "what": "piano arrangements of game music, rendered with FluidR3 GM; means of about 30 raters of valence and "
                "arousal",
        "source": "lucasnfe/vgmidi", "licence": "none stated; asks to cite Ferreira and Whitehead 2019"},
    "emopia": {
        "what": "pop piano performances, rendered with FluidR3 GM; one quadrant of valence and arousal, by one annotator",
        "source": "annahung31/EMOPIA", "licence": "CC BY-NC-SA 4.0: not for commercial use"},
    "emotify": {
        "what": "one-minute excerpts of classical, rock, electronic and pop recordings; nobody rated valence and arousal: "
                "they are derived from shares of people who felt other emotions, and weigh a fifth",
        "source": "sergi-andreu/ProjectMusicInformatics",
        "licence": "none stated; asks to cite Aljanaki et al. 2015"},
}
TEACHER = {
    "set": "tags", "what": "the 56 tags of all recordings are outputs of the MTG-Jamendo baseline network, not of people; "
                           "odds divided by the tag's frequency, so that 0.5 means as likely as usual",
    "source": "MTG/mtg-jamendo-dataset", "licence": "code Apache 2.0; its training data CC licences per track, metadata "
                                                    "CC BY-NC-SA 4.0"}

LIMITS = [
    "People rated valence and arousal of rendered piano only. For recordings with voices, drums or guitars the head "
    "learned from numbers derived from felt emotions; the intervals say nothing about them, and valence is weak there.",
    "The intervals are those of held-out game series; 10 % of ratings lie outside by construction, and a window is "
    "compared with the rating of its whole piece.",
    "Mood tags imitate another network that hears 29 s of levelled sound; nobody has rated them for this model.",
    "Words are not understood: a sad text over happy music counts as happy.",
]


def rounded(values):
    return {name: {"mean": round(score["mean"], 3), "deviation": round(score["deviation"], 3)}
            for name, score in values.items()}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    report = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    starter = pathlib.Path(sys.argv[2]).resolve()
    hashes = dict(reversed(line.split()) for line in
                  (starter.parent.parent / "packaging/starter.sha256").read_text(encoding="utf-8").splitlines())
    plan, interval = report["plan"], report["interval_90"]
    protocol = f"held out by group, {plan['folds']} folds, {plan['repeats']} repeats from seed {plan['seed']}"
    scores = []
    for entry in report["sets"]:
        if entry["held_out"]:
            scores.append({"set": entry["name"], "tracks": entry["tracks"], "groups": entry["groups"],
                           "protocol": protocol, "scores": rounded(entry["held_out"]),
                           "published_encoder_features": REFERENCE.get(entry["name"], {})})
    scores.append({"set": "tags against the teacher's, above 0.5 counting as tagged", "protocol": protocol,
                   "scores": rounded(report["tags_held_out"])})
    half_widths = {kind: {axis: round(value, 3) for axis, value in interval[kind].items()}
                   for kind in ("track", "window")}
    card = {
        "format": 1, "name": "starter", "title": "Starter (MusiCNN, crema)",
        "encoder": {"kind": "musicnn"}, "chords": {"kind": "crema"}, "loudness_lufs": -20.0,
        "interval_90": {**half_widths, "source": f"absolute errors on vgmidi, {protocol}"},
        "licences": LICENCES,
        "data": [{"set": entry["name"], "tracks": entry["tracks"], "groups": entry["groups"],
                  "windows": entry["windows"], **DATA[entry["name"]]} for entry in report["sets"]] + [TEACHER],
        "scores": scores, "limits": LIMITS, "command": "models/starter/train.sh DATA", "plan": plan,
        "files": {"encoder.safetensors": hashes["encoder.safetensors"],
                  "chords.safetensors": hashes["chords.safetensors"],
                  "head.safetensors": hashlib.sha256((starter / "head.safetensors").read_bytes()).hexdigest()},
    }
    (starter / "card.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
