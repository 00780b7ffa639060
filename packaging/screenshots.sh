#!/usr/bin/env bash
# Takes pictures of every page: in the light and the dark theme, in German and in Arabic; of a library of invented music, and
# of the demo pieces.
#
#   packaging/screenshots.sh [BUILD] [FOLDER] [SIZE]     build/dev, build/screenshots, 1280x800
#
# Needs the packages of the sections "test" and "screenshots" of packaging/debian-packages.txt, and the targets circumplex,
# circumplex-cli, starter_model and tst_personal_tour. Touches nothing of the user's: settings and library are in FOLDER.
set -euo pipefail
build=${1:-build/dev}
folder=$(realpath -m "${2:-build/screenshots}")
size=${3:-1280x800}
mkdir -p "$folder/home" "$folder/runtime"
chmod 700 "$folder/runtime"
library=$folder/library.circumplex
[ -e "$library" ] || "$build/bin/circumplex-cli" bench make-library --tracks 20000 "$library"
demo=$folder/demo.circumplex
if [ ! -e "$demo" ]; then
    packaging/render_demo.sh "$folder/demo"
    "$build/bin/circumplex-cli" scan --library "$demo" "$folder/demo"
    "$build/bin/circumplex-cli" annotate --library "$demo"
fi

display=:$((100 + $$ % 800))
screen=${size%x*}x$((${size#*x} + 38)) # the window keeps room for a title bar
Xvfb "$display" -screen 0 "${screen}x24" >/dev/null 2>&1 &
server=$!
export PULSE_RUNTIME_PATH=$folder/runtime PULSE_SERVER=unix:$folder/runtime/native # of a device that nobody hears
pulseaudio -n --daemonize=no --exit-idle-time=-1 --use-pid-file=no -L 'module-null-sink' \
    -L "module-native-protocol-unix auth-anonymous=1 socket=$folder/runtime/native" 2>/dev/null &
sound=$!
trap 'kill $server $sound' EXIT
export DISPLAY=$display QT_QPA_PLATFORM=xcb HOME=$folder/home XDG_RUNTIME_DIR=$folder/runtime
export XDG_CONFIG_HOME=$folder/home/config XDG_DATA_HOME=$folder/home/data XDG_CACHE_HOME=$folder/home/cache
for _ in $(seq 50); do
    xdotool getdisplaygeometry >/dev/null 2>&1 && break
    sleep 0.1
done

picture() { # NAME PAGE THEME LIBRARY QUERY [XDOTOOL...]
    mkdir -p "$XDG_CONFIG_HOME/circumplex"
    printf '[window]\npage=%s\n[look]\nappearance=%s\nlanguage=%s\n[analysis]\nautomatic=false\n' "$2" "$3" \
        "$language" >"$XDG_CONFIG_HOME/circumplex/circumplex.ini"
    "$build/bin/circumplex" --library "$4" ${5:+--query "$5"} &
    local window=$!
    sleep 2
    if [ $# -gt 5 ]; then
        xdotool "${@:6}"
        sleep 1
    fi
    import -window root -crop "$size+0+0" +repage "$folder/$1.png"
    kill "$window"
    wait "$window" || true
}

track() { # NAME THEME X: the last of the demo pieces, with the pointer over its curves; X: of its row
    picture "$1" library "$2" "$demo" '' mousemove "$3" 267 click --repeat 2 --delay 60 1 sleep 2 mousemove 640 330
}

language=en
for theme in light dark; do
    number=$([ "$theme" = light ] && echo 1 || echo 2)
    picture "library-$theme" library "$number" "$library" ''
    picture "search-$theme" library "$number" "$library" 'valence>6 mood:happy' mousemove 500 200 click 1
    picture "search-error-$theme" library "$number" "$library" 'valence>6 mood:hapy'
    picture "completion-$theme" library "$number" "$library" '' mousemove 800 50 click 1 type 'mood:me'
    picture "facets-$theme" library "$number" "$library" '' mousemove 1112 89 click 1
    picture "nothing-$theme" library "$number" "$library" 'year:1066'
    picture "commands-$theme" library "$number" "$library" '' mousemove 800 50 click 1 key ctrl+k
    picture "first-run-$theme" library "$number" "$folder/none.circumplex" ''
    picture "plane-$theme" plane "$number" "$library" '' mousemove 420 300 keydown shift mousedown 1 \
        mousemove 470 350 mousemove 540 420 mouseup 1 keyup shift
    picture "label-$theme" label "$number" "$library" ''
    track "track-$theme" "$number" 400
    picture "models-$theme" models "$number" "$library" ''
    picture "settings-$theme" settings "$number" "$library" ''
done
for language in de ar; do
    theme=$([ $language = de ] && echo 2 || echo 1)
    picture "library-$language" library "$theme" "$library" ''
    picture "facets-$language" library "$theme" "$library" '' mousemove "$([ $language = de ] && echo 1112 || echo 148)" 89 \
        click 1
    picture "plane-$language" plane "$theme" "$library" ''
    track "track-$language" "$theme" "$([ $language = de ] && echo 400 || echo 880)"
    picture "label-$language" label "$theme" "$library" ''
    picture "train-$language" train "$theme" "$library" ''
    picture "models-$language" models "$theme" "$library" ''
    picture "settings-$language" settings "$theme" "$library" ''
done
# Rating and training, from no label to a model in use.
CIRCUMPLEX_PICTURES=$folder "$build/bin/tst_personal_tour" >/dev/null
echo "Pictures are in $folder"
