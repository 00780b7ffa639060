#!/usr/bin/env bash
# Looks at every #include below ROOT and names those that a layer must not have (the table in the README).
#
#   check_layers.sh ROOT
#
# Exit status 1 if there is one, 3 if there is nothing to look at.
set -euo pipefail
cd "$1"

qt='<(Q[A-Z]|Qt)'
torch='<(torch|ATen|c10)/'
ffmpeg='<(lib(av|sw)[a-z]*|soxr|ebur128)'
sqlite='<(sqlite3|SQLiteCpp/)'
found=0

if [ -z "$(find core ui app -name '*.cpp' 2>/dev/null)" ]; then
    echo "no source files below $1" >&2
    exit 3
fi

forbid() { # FOLDER PATTERN [BUT] : no file below FOLDER includes what matches PATTERN (extended), unless it matches BUT
    [ -d "$1" ] || return 0
    local lines
    lines=$(grep -rnE --include='*.h' --include='*.cpp' "^ *# *include +($2)" "$1" | grep -vE "${3:-^$}" || true)
    [ -z "$lines" ] && return 0
    printf '%s\n' "$lines"
    found=1
}

forbid core/types "\"(ui|app|core/([^t]|t[^y]))|$qt|$torch|$ffmpeg|$sqlite|<tl/"
forbid core/agreement "\"(ui|app|core/[^a]|core/au)|$qt|$torch|$ffmpeg|$sqlite|<tl/"
forbid core/base "\"(ui|app|core/[^bt])|$qt|$torch|$ffmpeg|$sqlite"
forbid core/ml "\"(ui|app|core/(base|audio|library|services|engine))|$qt|$ffmpeg|$sqlite|<tl/"
forbid core/audio "\"(ui|app|core/(ml|library|services|engine))|$qt|$torch|$sqlite"
forbid core/library "\"(ui|app|core/(ml|audio|services|engine))|$qt|$torch|$ffmpeg"
forbid core/services "\"(ui|app|core/(ml|engine))|<QtWidgets|<QWidget|$torch|$ffmpeg|$sqlite"
forbid core/engine "\"(ui|app)|<QtWidgets|<QWidget|$torch|$ffmpeg|$sqlite"
forbid ui "\"(app|core/(ml|engine))|$torch|$ffmpeg|$sqlite"
forbid app/desktop "\"core/(ml|engine)|$torch|$ffmpeg|$sqlite"
forbid app/train "\"(ui|core/(base|audio|library|services|engine))|$qt|$ffmpeg|$sqlite"
# Every include in quotes starts at the root, so that a layer is seen at a glance.
for folder in core ui app; do
    forbid "$folder" '"(\.|[^/"]+\.h")' '"circumplex_version\.h"'
done
exit "$found"
