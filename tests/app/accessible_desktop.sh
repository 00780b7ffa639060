#!/usr/bin/env bash
# Walks through the real window, of a library with an analysed song, as a screen reader does:
#   accessible_desktop.sh BIN     BIN: the folder with the programs
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bin=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/music" "$folder/run"
chmod 700 "$folder/run"
export XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data XDG_CACHE_HOME=$folder/cache XDG_RUNTIME_DIR=$folder/run
ffmpeg -nostdin -v error -f lavfi -i "sine=frequency=440:duration=20" -metadata title=Tone "$folder/music/tone.flac"
library=$folder/library.circumplex
"$bin/circumplex-cli" scan --library "$library" "$folder/music" >"$folder/log" 2>&1
"$bin/circumplex-cli" annotate --library "$library" >>"$folder/log" 2>&1
"$here/../support/on_x_server.sh" dbus-run-session -- \
    "$here/accessibility_walk.py" "$bin/circumplex" --library "$library"
