#!/usr/bin/env bash
# Brings translations/*.ts up to date with the sentences in the source code; translations that are there stay.
#
#   packaging/update_translations.sh [FOLDER]     FOLDER instead of translations, for a look at what would change
#
# Afterwards fill in what is marked "unfinished" (as text, or with Qt's program `linguist`), and build.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(realpath "${1:-translations}")
lupdate=${LUPDATE:-/usr/lib/qt6/bin/lupdate}
# Without the places in the code, which change with every line above them. With the root as an include folder, without
# which classes in our namespace are not recognised.
options=(-no-obsolete -locations none -extensions cpp,h -I .)
sources=(ui app/desktop core/services core/base)
"$lupdate" "${options[@]}" "${sources[@]}" -ts "$folder"/circumplex_{de,ar}.ts
# English needs only its plurals: "%n song(s)" is "1 song" and "2 songs".
"$lupdate" "${options[@]}" -pluralonly "${sources[@]}" -ts "$folder/circumplex_en.ts"
