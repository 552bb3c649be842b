#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: MIT
"""Whether every text of translations/*.ts is translated, with the placeholders and edges of its source."""

import collections
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

PLACEHOLDER = re.compile(r"%L?(?:\d{1,2}|n)")
ACCELERATOR = re.compile(r"(?<!&)&(?=\w)")


def complaint(message):
    """What is wrong with a message, or None."""
    source = message.findtext("source")
    translation = message.find("translation")
    if translation.get("type"):
        return translation.get("type")
    plural = message.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.findall("numerusform")] if plural else [translation.text or ""]
    if not forms:
        return "no plural forms"
    for form in forms:
        if not form.strip() and source.strip():
            return "empty"
        if collections.Counter(PLACEHOLDER.findall(form)) != collections.Counter(PLACEHOLDER.findall(source)):
            return f"other placeholders: {form}"
        if source.endswith("…") != form.endswith("…"):
            return f"the … at the end: {form}"
        if re.search(r"\s*$", source).group() != re.search(r"\s*$", form).group():
            return f"other blanks at the end: {form}"
        if "<" not in source and len(ACCELERATOR.findall(source)) != len(ACCELERATOR.findall(form)):
            return f"other accelerators: {form}"
    return None


failed = False
files = sorted(pathlib.Path("translations").glob("*.ts"))
for file in files:
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            if wrong := complaint(message):
                print(f"{file}: {context.findtext('name')}: \"{message.findtext('source')}\": {wrong}")
                failed = True
sys.exit(failed or not files)
