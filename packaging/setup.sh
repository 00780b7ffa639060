# Sourced by ./run.sh and ./test.sh from the repository root: puts in place what building needs.
#
#   set_up build | set_up build test     the sections of packaging/debian-packages.txt that are needed
#
# Does nothing, in well under a second, when everything is there. CIRCUMPLEX_TORCH, the folder of a LibTorch, saves
# downloading one. Exit status 3: packages are missing and this user may not install them.

# Debian's own tools before any others: they are what the project is built and tested with.
export PATH=/usr/bin:$PATH
# Build folders of one checkout share their compiled objects.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=true CCACHE_SLOPPINESS=pch_defines,time_macros

packages_of() {
    local section
    for section in "$@"; do
        sed -e "1,/^\[$section\]/d" -e '/^\[/,$d' -e 's/ *#.*//' -e '/^$/d' packaging/debian-packages.txt
    done
}

missing_packages() {
    packages_of "$@" | sort >build/packages-wanted
    # dpkg-query fails when it does not know a name; what it prints is still right.
    { xargs dpkg-query -W -f '${db:Status-Status} ${Package}\n' <build/packages-wanted 2>/dev/null || true; } |
        sed -n 's/^installed //p' | sort | comm -23 build/packages-wanted -
}

install_packages() {
    local missing
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        printf 'Some Debian packages are missing. Install them once with\n\n    sudo apt-get install %s\n\n' "$missing" >&2
        printf 'and start again.\n' >&2
        exit 3
    fi
    echo "Installing Debian packages: $missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq </dev/null
    # shellcheck disable=SC2086  # a list of names
    apt-get install -y -qq --no-install-recommends $missing </dev/null >build/apt.log 2>&1 || {
        tail -n 20 build/apt.log >&2
        exit 1
    }
}

# LibTorch comes out of the Python package `torch`; the program itself runs no Python.
install_torch() {
    [ -z "${CIRCUMPLEX_TORCH:-}" ] || return 0
    cmp -s packaging/torch-requirement.txt build/python/installed.txt && return 0
    echo "Downloading LibTorch ($(cat packaging/torch-requirement.txt)), the first time only ..."
    rm -rf build/python
    python3 -m venv build/python
    build/python/bin/python -m pip install --quiet --disable-pip-version-check --no-input --no-cache-dir \
        --requirement packaging/torch-requirement.txt
    cp packaging/torch-requirement.txt build/python/installed.txt
}

set_up() {
    mkdir -p build
    install_packages "$@"
    install_torch
    # Debian's own Python has no pip; an environment of ours has, also where no LibTorch was downloaded.
    [ -x build/python/bin/python ] || python3 -m venv build/python
    PYTHON=build/python/bin/python packaging/prepare_starter.sh build/starter
}
