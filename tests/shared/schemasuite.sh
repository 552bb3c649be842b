#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: MIT
#
# schemasuite.sh CLI DRAFT LEAST: `antiphon-cli validate` on the JSON-Schema-Test-Suite in
# $ANTIPHON_SHARED/fixtures/json-schema-test-suite; at least LEAST tests have to pass.

set -euo pipefail

cli=$1
draft=$2
least=$3
fixtures=${ANTIPHON_SHARED:-}/fixtures
runner=$fixtures/oracle/json-schema/run_suite.py
if [[ ! -f $runner ]]; then
    printf 'SKIPPED: no test suite: ANTIPHON_SHARED names no folder with fixtures/oracle/json-schema\n'
    exit 0
fi
if ! command -v python3 >/dev/null; then
    printf 'SKIPPED: python3 is not installed\n'
    exit 0
fi
last=$(python3 "$runner" --cmd "$(printf '%q' "$cli") validate" --draft "$draft" \
    --suite "$fixtures/json-schema-test-suite" -v | tee /dev/stderr | tail -n 1)
passed=${last%% *}
if ((passed < least)); then
    printf '%s passed, at least %s should\n' "$passed" "$least"
    exit 1
fi
