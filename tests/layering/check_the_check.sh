#!/usr/bin/env bash
# Plants one forbidden include after the other and expects check_layers.sh to name it; allowed ones must pass.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

expect() { # STATUS FOLDER INCLUDE
    local status=0
    rm -rf "${tree:?}"/*
    mkdir -p "$tree/$2"
    printf '#include %s\n' "$3" >"$tree/$2/planted.cpp"
    "$here/check_layers.sh" "$tree" >/dev/null || status=$?
    if [ "$status" -ne "$1" ]; then
        echo "#include $3 in $2: status $status, expected $1"
        failed=1
    fi
}

expect 1 core/types '"core/base/result.h"'
expect 1 core/base '<QString>'
expect 1 core/ml '<QString>'
expect 1 core/ml/weights '"core/audio/audio_decoder.h"'
expect 1 core/ml '<tl/expected.hpp>'
expect 1 core/audio '<ATen/ATen.h>'
expect 1 core/library '<libavformat/avformat.h>'
expect 1 core/services '<QWidget>'
expect 1 core/services '"core/ml/annotator.h"'
expect 1 core/engine '<torch/torch.h>'
expect 1 ui/curve '"core/engine/track_analyzer.h"'
expect 1 ui '<sqlite3.h>'
expect 1 app/desktop '"core/ml/annotator.h"'
expect 1 ui '"palette.h"'
expect 1 core/ml '"../types/annotation.h"'
expect 0 core/types '"core/types/id.h"'
expect 0 core/ml '<ATen/ATen.h>'
expect 0 core/audio '"core/base/result.h"'
expect 0 core/engine '"core/ml/annotator.h"'
expect 0 ui '<QWidget>'
expect 0 app/cli '"circumplex_version.h"'
rm -rf "${tree:?}"/*
status=0
"$here/check_layers.sh" "$tree" 2>/dev/null || status=$?
[ "$status" -eq 3 ] || { echo "an empty tree: status $status, expected 3"; failed=1; }
exit "$failed"
