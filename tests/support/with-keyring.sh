#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: CC0-1.0
#
# with-keyring.sh PROGRAM [ARGS...]: runs a program beside a real keychain service that is new, empty
# and unlocked, and gone afterwards. Nothing of the person's own session is touched.
set -euo pipefail

for tool in dbus-run-session gnome-keyring-daemon; do
    if ! command -v "$tool" >/dev/null; then
        echo "SKIPPED: $tool is not installed, so there is no keychain to test with"
        exit 0
    fi
done

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run" "$home/home"
export HOME=$home/home XDG_RUNTIME_DIR=$home/run
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY

# shellcheck disable=SC2016 # the inner shell expands its own arguments
dbus-run-session -- bash -c '
    printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    "$@"
' keyring "$@"
