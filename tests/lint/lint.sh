#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: MIT
#
# Every check of the sources that needs no build. `lint.sh NAME...` runs only these.

set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
failed=()

check() {
    local name=$1
    shift
    if [[ ${#only[@]} -gt 0 && " ${only[*]} " != *" $name "* ]]; then
        return
    fi
    local out
    if out=$("$@" 2>&1); then
        echo "ok      $name"
    else
        printf '%s\n' "$out"
        echo "FAILED  $name"
        failed+=("$name")
    fi
}

sources() { find lib ui app tests -name '*.h' -o -name '*.cpp' | grep -v /data/; }
format() { sources | xargs "$(command -v clang-format-19 || command -v clang-format)" --dry-run --Werror; }
scripts() {
    # shellcheck disable=SC2046 # names without blanks
    shellcheck dev .ci/run $(find tests packaging -name '*.sh')
}
json() {
    local file
    while read -r file; do
        python3 -m json.tool "$file" >/dev/null || { echo "$file"; return 1; }
    done < <(find resources CMakePresets.json -name '*.json')
}
appstream() { appstreamcli validate --no-net --explain packaging/linux/*.metainfo.xml; }
desktop() { desktop-file-validate packaging/linux/*.desktop; }
manpages() {
    local page
    for page in packaging/linux/*.1; do
        [[ -z $(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null) ]] || { echo "$page"; return 1; }
    done
}

only=("$@")
check layers bash tests/lint/layers.sh
check format format
check shellcheck scripts
check json json
check reuse reuse lint --quiet
check appstream appstream
check desktop desktop
check manpages manpages
check translations python3 tests/lint/translations.py
check coverage python3 tests/lint/coverage.py
[[ ${#failed[@]} -eq 0 ]]
