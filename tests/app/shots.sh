#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: CC0-1.0
#
# shots.sh DIR: pictures of the window on the sample project, after a run on its simulated targets.
# Called by `./dev shots`, with the programs of the build in PATH.

set -euo pipefail
dir=${1:?usage: shots.sh DIR}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
project=$home/support-desk
antiphon-cli new "$project" --sample support-desk >/dev/null

# Nothing of the person's: settings, keys and fonts are those of a fresh account.
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} LC_ALL=C.UTF-8
unset DBUS_SESSION_BUS_ADDRESS

shoot() {
    local name=$1
    shift
    printf 'shots: %s\n' "$name.png" >&2
    antiphon --screenshot "$dir/$name.png" "$@"
}

shoot welcome-light --size 1100x760 --scheme light
shoot welcome-dark --size 1100x760 --scheme dark
shoot run-light --size 1600x1000 --scheme light --run "$project"
shoot run-dark --size 1600x1000 --scheme dark --run "$project"
shoot narrow-light --size 960x720 --scheme light --run "$project"
shoot german-light --size 1600x1000 --scheme light --locale de_DE --run "$project"
shoot rtl-dark --size 1600x1000 --scheme dark --rtl --run "$project"
