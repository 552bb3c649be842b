#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: MIT
#
# run.sh SECONDS [TARGET...]: fuzzes everything that reads answers of providers, SECONDS for each
# target, with real answers as seeds (see seeds.py). Targets: framing (server-sent events, JSON
# lines, JSON arrays), eventstream, and decode-CODEC for every codec; without names all of these.
# Named can also be: partialjson, readanswer, schema, template, script, files (of projects, prices,
# messages), csv, encode, jsontext, media, http. As many run at once as there are processors, or
# JOBS. Build them first:
#
#   ./dev build fuzz && ./dev exec tests/fuzz/run.sh 300
#
# What breaks a target is kept under build/fuzz/findings; the exit code is not 0 then.

set -euo pipefail

seconds=${1:?how many seconds for each target?}
shift
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd -- "$here/../.." && pwd -P)
build=$root/build/fuzz
export ANTIPHON_SHARED=${ANTIPHON_SHARED:-$root/../shared}
codecs=(openai-chat openai-responses mistral anthropic gemini bedrock cohere ollama)

fuzz() {
    local target=$1 unit=${1%%-*} corpora=() program log seeds
    program=$(find "$build" -type f -name "fuzz_$unit" -perm -u+x -print -quit)
    if [[ -z $program ]]; then
        printf '%s: there is no program fuzz_%s; build the preset "fuzz"\n' "$target" "$unit"
        return 1
    fi
    corpora=("$build/corpus/$target")
    mkdir -p "${corpora[0]}"
    for seeds in "$build/seeds/$target" "$here/corpus/$unit"; do
        [[ -d $seeds ]] && corpora+=("$seeds")
    done
    log=$build/findings/$target.log
    if ANTIPHON_FUZZ_CODEC=${target#"$unit"-} "$program" "${corpora[@]}" -max_total_time="$seconds" \
        -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
        -artifact_prefix="$build/findings/$target-" >"$log" 2>&1; then
        printf '%s: nothing found in %s runs\n' "$target" \
            "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")"
    else
        printf '%s: FAILED, see %s\n' "$target" "$log"
        return 1
    fi
}

if [[ ${ANTIPHON_FUZZ_ONE:-} ]]; then
    fuzz "$1"
    exit
fi

targets=("$@")
if ((${#targets[@]} == 0)); then
    targets=(framing eventstream "${codecs[@]/#/decode-}")
fi
mkdir -p "$build/corpus" "$build/findings"
rm -rf "$build/seeds"
python3 "$here/seeds.py" "$build/seeds"
printf '%s\0' "${targets[@]}" | ANTIPHON_FUZZ_ONE=1 xargs -0 -n1 -P "${JOBS:-$(nproc)}" \
    bash "${BASH_SOURCE[0]}" "$seconds"
