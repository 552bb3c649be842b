#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: MIT
"""Every row of tests/COVERAGE.md names tests that exist, or says why there are none."""

import pathlib
import re
import sys

tests = pathlib.Path(__file__).resolve().parent.parent
rows = {"R": 25, "K": 23, "P": 27, "D": 10, "A": 6, "E": 3, "X": 16, "S": 13}
wanted = [f"{letter}{number}" for letter, last in rows.items() for number in range(1, last + 1)]
sources = {path.stem: path.read_text(encoding="utf-8") for path in tests.glob("*/tst_*.cpp")}
faults = []


def proves(name):
    """A test is a slot that is written out; an example is a file with what it prints."""
    if name.startswith("examples/"):
        program = tests / name
        return program.exists() and program.with_suffix(".txt").exists()
    unit, _, function = name.partition("::")
    return re.search(rf"^(void \w+::|    void ){function}\(\)$", sources.get(unit, ""), re.MULTILINE)


seen = []
for line in (tests / "COVERAGE.md").read_text(encoding="utf-8").splitlines():
    row = re.match(r"\| ([A-Z]\d+) \| .* \| (.*) \|$", line)
    if not row:
        continue
    seen.append(row[1])
    names = re.findall(r"`((?:tst_\w+::\w+)|(?:examples/\w+\.cpp))`", row[2])
    if not names and not row[2].startswith("*Not:*"):
        faults.append(f"{row[1]} names no test and no reason")
    faults += [f"{row[1]} names {name}, which there is not" for name in names if not proves(name)]
if seen != wanted:
    faults.append("rows: missing " + " ".join(sorted(set(wanted) - set(seen))) + ", or out of order")
print("\n".join(faults))
sys.exit(bool(faults))
