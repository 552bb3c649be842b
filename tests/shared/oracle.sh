#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: MIT
#
# oracle.sh PROGRAM FILE [--compat] [OPTIONS OF compare.py]: our answers to the reference cases of
# FILE in $ANTIPHON_SHARED/fixtures/oracle, compared with what the reference answered.

set -euo pipefail

program=$1
file=$2
shift 2
folder=${ANTIPHON_SHARED:-}/fixtures/oracle
if [[ ! -f $folder/compare.py ]]; then
    printf 'SKIPPED: no reference cases: ANTIPHON_SHARED names no folder with fixtures/oracle\n'
    exit 0
fi
if ! command -v python3 >/dev/null; then
    printf 'SKIPPED: python3 is not installed\n'
    exit 0
fi

command=$(printf '%q' "$program")
options=()
for option in "$@"; do
    if [[ $option == --compat ]]; then
        command+=' --compat'
    else
        options+=("$option")
    fi
done
exec python3 "$folder/compare.py" --cmd "$command" "${options[@]}" "$folder/$file"
