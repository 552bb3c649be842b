#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: CC0-1.0
#
# journey.sh PROGRAM: the window, used by journey.py as a person with assistive technology uses it, on
# a display, a desktop bus and an accessibility bus of its own, with a fresh account.
set -euo pipefail
program=${1:?usage: journey.sh PROGRAM}
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)

for tool in dbus-run-session xvfb-run xauth openbox python3; do
    if ! command -v "$tool" >/dev/null; then
        echo "SKIPPED: $tool is not installed, so there is no desktop to test on"
        exit 0
    fi
done
launcher=
for place in /usr/libexec /usr/lib/at-spi2-core /usr/lib; do
    [[ -n $launcher || ! -x $place/at-spi-bus-launcher ]] || launcher=$place/at-spi-bus-launcher
done
if [[ -z $launcher ]] || ! python3 -c 'import pyatspi' 2>/dev/null; then
    echo "SKIPPED: at-spi2-core or pyatspi is not installed, so the window cannot be read"
    exit 0
fi

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run" "$home/home"
export HOME=$home/home XDG_RUNTIME_DIR=$home/run
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LIBGL_ALWAYS_SOFTWARE=1
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_CURRENT_DESKTOP
unset DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY

# shellcheck disable=SC2016 # the inner shell expands its own arguments
dbus-run-session -- xvfb-run -a -s '-screen 0 1600x1000x24' bash -c '
    "$1" --launch-immediately &
    launcher=$!
    openbox &
    manager=$!
    trap "kill $launcher $manager" EXIT
    python3 -u "$2" "$3"
' journey "$launcher" "$here/journey.py" "$program"
