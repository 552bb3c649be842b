#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: MIT
#
# oracle.sh PROGRAM FILE [--compat] [--misses LIST] [OPTIONS OF compare.py]: our answers to the
# reference cases of FILE in $ANTIPHON_SHARED/fixtures/oracle, compared with what the reference
# answered. LIST names the cases that differ on purpose, a line each with the reason: exactly these
# may fail.

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
misses=
while (($# > 0)); do
    case $1 in
    --compat) command+=' --compat' ;;
    --misses) misses=$2 && shift ;;
    *) options+=("$1") ;;
    esac
    shift
done
if [[ -z $misses ]]; then
    exec python3 "$folder/compare.py" --cmd "$command" "${options[@]}" "$folder/$file"
fi
outcome=$(mktemp)
trap 'rm -f "$outcome"' EXIT
python3 "$folder/compare.py" --cmd "$command" --json "$outcome" "${options[@]}" "$folder/$file" || true
python3 - "$outcome" "$misses" <<'END'
import json, sys
got = {case["id"]: case["pass"] for case in json.load(open(sys.argv[1], encoding="utf-8"))}
lines = [line.split() for line in open(sys.argv[2], encoding="utf-8")]
known = {words[0] for words in lines if words and not words[0].startswith("#")}
failed = {case for case, passed in got.items() if not passed}
for case in sorted(failed - known):
    print(f"{case} fails and is not in {sys.argv[2]}")
for case in sorted((known - failed) & set(got)):
    print(f"{case} passes now: take it out of {sys.argv[2]}")
print(f"{len(got) - len(failed)} of {len(got)} as the reference, {len(failed & known)} different on purpose")
sys.exit(failed != known & set(got) or not got)
END
