#!/usr/bin/env bash
# Runs a test on an X server and with a window manager of its own:  on_x_server.sh TEST [ARGUMENT...]
set -euo pipefail
exec 3< <(exec Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp 2>/dev/null)
server=$!
trap 'kill "$server"' EXIT
read -r number <&3
export DISPLAY=:$number QT_QPA_PLATFORM=xcb
openbox >/dev/null 2>&1 &
"$@"
