#!/usr/bin/env bash
# Trains the starter model's head: recordings, labels, what the networks hear, cross validation, final training, card.
#
#   models/starter/train.sh DATA [WORK]
#
# DATA holds the data sets (models/starter/README.md); WORK, by default a folder beside the build, keeps recordings, labels and
# the pack, so that a second run only does what is missing. BIN, by default build/release/bin, has circumplex-cli and
# circumplex-train, and beside it the starter model's package, of which only encoder and chord recogniser are used.
set -euo pipefail
data=$(realpath "${1:?usage: $0 DATA [WORK]}")
cd "$(dirname "$0")/../.."
work=$(mkdir -p "${2:-build/starter-training}" && realpath "${2:-build/starter-training}")
bin=${BIN:-build/release/bin}
python=${PYTHON:-build/python/bin/python}
here=models/starter

python3 $here/render_midi.py "$data" "$work" 400
{
    find "$data/emotify/audio" -name '*.opus'
    find "$work/vgmidi" "$work/emopia" -name '*.flac' ! -name '*.part.flac'
} | sort | "$python" $here/teacher_tags.py "$data/teachers/jamendo_cnn" "$work/teacher.csv"
python3 $here/make_labels.py "$data" "$work" "$work/teacher.csv" >"$work/labels.new"
cmp -s "$work/labels.new" "$work/labels.csv" || mv "$work/labels.new" "$work/labels.csv"
if [ ! "$work/pack.safetensors" -nt "$work/labels.csv" ]; then
    "$bin/circumplex-cli" pack --model starter --dtype float32 "$work/labels.csv" "$work/pack.safetensors"
fi
"$bin/circumplex-train" "$work/pack.safetensors" --out "$work/head.safetensors" --report "$work/report.json" \
    --sided-set emopia --derived-set emotify --seed 1 --folds 5 --repeats 3
cp "$work/head.safetensors" $here/head.safetensors
python3 $here/make_card.py "$work/report.json" $here
