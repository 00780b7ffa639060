#!/usr/bin/env bash
# Sets up what is missing, builds with warnings as errors, runs every check, and says how many passed:
#   formatting, the tests of the whole program, the tests of the model code built alone (no Qt, no FFmpeg).
# Exit status 0: all passed.
set -euo pipefail
cd "$(dirname "$0")"
. packaging/setup.sh
set_up build test

passed=0
failed=0
count() { # DESCRIPTION COMMAND... : one check
    local description=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $description"
    fi
}

check_format() {
    git ls-files -z '*.h' '*.cpp' | xargs -0 clang-format --dry-run -Werror
}

run_tests() { # PRESET : builds it, then counts its tests
    local log=build/ctest-$1.log summary
    if ! { cmake --preset "$1" >build/configure-"$1".log && cmake --build --preset "$1"; }; then
        cat build/configure-"$1".log
        failed=$((failed + 1))
        echo "FAILED: building preset $1"
        return
    fi
    ctest --preset "$1" --parallel "$(nproc)" 2>&1 | tee "$log" || true
    summary=$(sed -n 's/^.*% tests passed, \([0-9]*\) tests failed out of \([0-9]*\)$/\1 \2/p' "$log")
    if [ -z "$summary" ]; then
        failed=$((failed + 1))
        echo "FAILED: the tests of preset $1 did not run"
        return
    fi
    read -r bad all <<<"$summary"
    passed=$((passed + all - bad))
    failed=$((failed + bad))
}

count "formatting (clang-format)" check_format
run_tests dev
run_tests ml-only

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
