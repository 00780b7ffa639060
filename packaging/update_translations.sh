#!/usr/bin/env bash
# Brings translations/*.ts up to date with the sentences in the source code; translations that are there stay.
#
#   packaging/update_translations.sh             then fill in what is marked "unfinished" (as text, or with Qt's program
#                                                `linguist`), and build
#   packaging/update_translations.sh --check     changes nothing; exit status 1: sentences are missing, left over or not
#                                                translated, or would not be found by the program
set -euo pipefail
cd "$(dirname "$0")/.."
lupdate=${LUPDATE:-/usr/lib/qt6/bin/lupdate}
folder=$PWD/translations
if [ "${1:-}" = --check ]; then
    folder=$(mktemp -d)
    trap 'rm -r "$folder"' EXIT
    cp translations/*.ts "$folder"
fi
# Without the places in the code, which change with every line above them. With the root as an include folder, without
# which classes in our namespace are not recognised.
options=(-no-obsolete -locations none -extensions cpp,h -I .)
sources=(ui app/desktop core/services core/base)
said=$("$lupdate" "${options[@]}" "${sources[@]}" -ts "$folder"/circumplex_{de,ar}.ts 2>&1)
# English needs only its plurals: "%n song(s)" is "1 song" and "2 songs".
"$lupdate" "${options[@]}" -pluralonly "${sources[@]}" -ts "$folder/circumplex_en.ts" >/dev/null 2>&1

bad=0
# tr() of a class without Q_OBJECT asks for the sentences of its base class. (Functions in the namespace have a tr() of
# their own, which asks for those of "circumplex".)
if grep "Class 'circumplex::.*lacks Q_OBJECT" <<<"$said"; then bad=1; fi
for language in ar de en; do
    file=circumplex_$language.ts
    unfinished=$(grep -c 'type="unfinished"' "$folder/$file" || true)
    echo "$file: $(grep -c '<message' "$folder/$file") sentences, $unfinished to be translated"
    [ "${1:-}" = --check ] || continue
    if [ "$unfinished" -gt 0 ]; then bad=1; fi
    if ! cmp -s "$folder/$file" "translations/$file"; then
        echo "$file is not up to date"
        bad=1
    fi
done
exit "$bad"
