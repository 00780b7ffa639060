#!/usr/bin/env bash
# Builds Circumplex and shows what it does.
#
#   ./run.sh                 listens to five demo pieces, prints how they feel, draws them, and opens the window on them
#                            where there is a display
#   ./run.sh FILE...         says how your own audio files feel (options of `circumplex-cli analyze` work too)
#
# The first start installs what is missing (packaging/setup.sh) and takes minutes; later ones take seconds.
# Exit status: that of `circumplex-cli analyze`; 3 if set-up needs an administrator.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
arguments=()
for argument in "$@"; do # files are named from where the user stands
    [ -e "$argument" ] && argument=$(realpath -s -- "$argument")
    arguments+=("$argument")
done
cd "$here"
. packaging/setup.sh
set_up build

echo "Building (preset release) ..."
{
    cmake --preset release -DBUILD_TESTING=OFF
    cmake --build --preset release --target circumplex circumplex-cli circumplex-tagreader circumplex-train starter_model
} >build/release.log 2>&1 || {
    tail -n 40 build/release.log >&2
    exit 1
}
bin=build/release/bin
if [ ${#arguments[@]} -gt 0 ]; then
    exec "$bin/circumplex-cli" analyze "${arguments[@]}"
fi

pieces=build/release/share/circumplex/demo
pictures=build/demo
packaging/render_demo.sh "$pieces"
mkdir -p "$pictures"
if [ ! "$pictures/number_formats.log" -nt "$bin/circumplex-cli" ]; then
    echo "Looking which number format is fastest here ..."
    "$bin/circumplex-cli" models verify starter 2>"$pictures/number_formats.log"
fi
echo
"$bin/circumplex-cli" analyze "$pieces"/*.flac
"$bin/circumplex-cli" analyze --json --moods-over-time "$pieces"/*.flac >"$pictures/results.jsonl" 2>"$pictures/progress.log"

# Qt wants a folder of its own that only this user can read, also where no desktop runs.
[ -n "${XDG_RUNTIME_DIR:-}" ] || export XDG_RUNTIME_DIR=$here/build/runtime
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
"$bin/circumplex" --figure "$pictures/overview.png" "$pictures/results.jsonl"
ls "$pieces"/*.flac | paste -d '\n' - "$pictures/results.jsonl" | while read -r piece && read -r result; do
    name=$(basename "$piece" .flac)
    "$bin/circumplex" --figure "$pictures/$name.png" - <<<"$result"
done

# The same pieces as a library, for the window.
library=$pictures/demo.circumplex
"$bin/circumplex-cli" scan --library "$library" "$pieces" >/dev/null 2>"$pictures/progress.log"
"$bin/circumplex-cli" annotate --library "$library" >/dev/null 2>>"$pictures/progress.log"

cat <<END

Pictures:   $pictures/overview.png and one for each piece
Results:    $pictures/results.jsonl (one JSON object a line)
Recordings: $pieces/ (played from the notes in packaging/demo)

Next:  ./run.sh SONG.mp3                      how your own music feels
       $bin/circumplex               a library of your own, its plane, every track
       $bin/circumplex-cli --help    everything else
END
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$bin/circumplex" --library "$library"
fi
