#!/bin/sh
# Runs a test where it may mount and unmount without anybody else seeing it.
if [ "$(id -u)" -eq 0 ]; then
    exec unshare --mount -- "$@"
fi
exec unshare --user --map-root-user --mount -- "$@"
