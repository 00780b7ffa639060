#!/usr/bin/env bash
# Plays the pieces of packaging/demo into DESTINATION, one FLAC file each ("Composer - Title.flac", 44.1 kHz stereo).
#
#   packaging/render_demo.sh DESTINATION
#
# A piece that is newer than its recording is played again; otherwise nothing happens. Needs abc2midi (abcmidi),
# fluidsynth, the sound font FluidR3 GM, and metaflac (flac).
set -euo pipefail
destination=${1:?usage: $0 DESTINATION}
pieces=$(cd "$(dirname "$0")/demo" && pwd)
sound_font=/usr/share/sounds/sf2/FluidR3_GM.sf2
mkdir -p "$destination"

field() { # LETTER FILE : the text of an information field
    sed -n "s/^$1:\(.*\)$/\1/p" "$2" | head -n 1
}

for piece in "$pieces"/*.abc; do
    recording="$destination/$(field C "$piece") - $(field T "$piece").flac"
    [ "$recording" -nt "$piece" ] && continue
    work=$(mktemp -d "$destination/.render-XXXXXX")
    trap 'rm -rf "$work"' EXIT
    abc2midi "$piece" -o "$work/piece.mid" >"$work/abc.log"
    if grep -E '^(Error|Warning)' "$work/abc.log" >&2; then
        echo "$piece is not clean ABC" >&2
        exit 1
    fi
    gain=$(sed -n 's/^%gain //p' "$piece") # so that no piece clips and all are about as loud
    fluidsynth -q -n -i -g "${gain:-1}" -r 44100 -O s16 -T flac -F "$work/piece.flac" "$sound_font" "$work/piece.mid" >/dev/null
    metaflac --set-tag="TITLE=$(field T "$piece")" --set-tag="ARTIST=$(field C "$piece")" "$work/piece.flac"
    mv "$work/piece.flac" "$recording"
    rm -rf "$work"
    echo "rendered $(basename "$recording")"
done
