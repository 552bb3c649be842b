#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: MIT
#
# run.sh BUILD SOURCE CMAKE: installs the library into a folder of its own, then configures, builds and
# runs a program that knows nothing but find_package(Antiphon).

set -euo pipefail
build=$1 source=$2 cmake=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$cmake" --install "$build" --component devel --prefix "$work/prefix" >/dev/null
"$cmake" -S "$source" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_BUILD_TYPE=Debug \
    ${ANTIPHON_CONSUMER_FLAGS:+-DCMAKE_CXX_FLAGS="$ANTIPHON_CONSUMER_FLAGS"} >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
"$cmake" --build "$work/build" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
"$work/build/consumer"
