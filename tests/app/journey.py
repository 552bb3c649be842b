# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: CC0-1.0
#
# journey.py PROGRAM: the sample project, used by somebody who hears the window instead of seeing it:
# everything below is found, pressed and read through the accessibility tree alone.

import subprocess
import sys
import time

import pyatspi

NAMED = {
    "button", "push button", "push button menu", "toggle button", "check box", "radio button",
    "combo box", "text", "entry", "password text", "spin button", "slider", "page tab", "list",
    "tree", "table", "image button", "link",
}

ESCAPE = 9  # keys by their numbers on every keyboard of X
RETURN = 36


class Stuck(Exception):
    pass


def is_showing(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def walk(node):
    """Whoever is in the tree below; what vanishes meanwhile is passed over."""
    try:
        children = [node.getChildAtIndex(i) for i in range(node.childCount)]
    except Exception:
        return
    yield node
    for child in children:
        if child is not None:
            yield from walk(child)


def eventually(what, look, seconds=20):
    """What `look` finds, asked again until the time is over."""
    end = time.monotonic() + seconds
    while True:
        try:
            found = look()
        except Exception:  # a widget left while it was looked at
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Stuck(f"{what}: not found within {seconds} s")
        time.sleep(0.2)


def find(root, role, name, seconds=20):
    def look():
        for node in walk(root):
            if role in node.getRoleName() and node.name == name and is_showing(node):
                return node
        return None

    return eventually(f"{role} “{name}”", look, seconds)


def press(node):
    action = node.queryAction()
    names = [action.getName(i) for i in range(action.nActions)]
    if "Press" not in names:
        raise Stuck(f"“{node.name}” cannot be pressed, only: {names}")
    action.doAction(names.index("Press"))


def text_of(node):
    text = node.queryText()
    return text.getText(0, text.characterCount)


def tell(step, *read):
    print(f"{step}: " + " | ".join(" ".join(str(part).split())[:160] for part in read))


def check_names(window, where):
    nameless = []
    count = 0
    for node in walk(window):
        if node.getRoleName() not in NAMED or not is_showing(node):
            continue
        count += 1
        if not node.name.strip():
            parent = node.parent
            nameless.append(f"{node.getRoleName()} in {parent.getRoleName()} “{parent.name}”")
    tell(f"names {where}", f"{count} controls", f"{len(nameless)} without a name")
    for one in nameless:
        print("  no name:", one)
    return not nameless


def columns(window):
    return [node for node in walk(window)
            if node.getRoleName() == "panel" and node.name.startswith("Response from ")]


def wait_for_answers(window):
    def look():
        names = [column.name for column in columns(window)]
        over = [name for name in names if ", done" in name]
        return names if len(names) == 4 and len(over) == len(names) else None

    try:
        return eventually("four columns that are done", look, 60)
    except Stuck as stuck:
        raise Stuck(f"{stuck}; there are {[column.name for column in columns(window)]}") from None


def attempt_rows(tree):
    """Rows as lists of what their cells say, by the tree's row number."""
    table = tree.queryTable()
    rows = []
    for row in range(table.nRows):
        cells = [table.getAccessibleAt(row, column) for column in range(table.nColumns)]
        rows.append([cell.name if cell else "" for cell in cells])
    return rows


def visit_dialog(application, window, role, name, title):
    """Opens a dialog, hears the names in it and leaves it by its own button or the Escape key."""
    if role == "menu item":  # the entries of a closed menu can be pressed too
        opener = eventually(f"menu item “{name}”", lambda: next(
            node for node in walk(window) if node.getRoleName() == role and node.name == name))
    else:
        opener = find(window, role, name)
    press(opener)
    dialog = find(application, "dialog", title)
    good = check_names(dialog, f"of the dialog {title}")
    leave = [node for node in walk(dialog)
             if node.getRoleName() == "button" and node.name in ("Cancel", "Close")]
    if leave:
        press(leave[0])
    else:
        pyatspi.Registry.generateKeyboardEvent(ESCAPE, None, pyatspi.KEY_PRESSRELEASE)

    def gone():
        return not any(node.name == title and is_showing(node) for node in application
                       if node is not None and node.getRoleName() == "dialog")

    eventually(f"the end of the dialog {title}", gone)
    return good


def strike(key):
    pyatspi.Registry.generateKeyboardEvent(key, None, pyatspi.KEY_PRESSRELEASE)


def write(window, name, text):
    """Types text into the field of that name."""
    field = find(window, "text", name)
    field.queryComponent().grabFocus()
    eventually(f"the focus on {name}",
               lambda: field.getState().contains(pyatspi.STATE_FOCUSED))
    pyatspi.Registry.generateKeyboardEvent(0, text, pyatspi.KEY_STRING)
    eventually(f"“{text}” in {name}", lambda: text_of(field) == text)


def add_target(window):
    """Makes a target in the panel, by keyboard, and changes one of its parameters."""
    press(find(window, "button", "Add target"))
    find(window, "list", "Providers")
    good = check_names(window, "of the panel that adds a target")
    strike(RETURN)  # the simulator stands first
    find(window, "list", "Models")
    write(window, "Model", "echo")
    good = check_names(window, "of its second step") and good
    press(find(window, "button", "Add Target"))

    targets = find(window, "list", "Targets")
    added = eventually("the new target", lambda: next(
        (node.name for node in walk(targets) if "Simulator · echo" in node.name), None))
    tell("added", added)

    write(window, "Temperature", "0.7")
    find(window, "button", "2 not saved")  # the target, and the prompt that runs on it now
    press(find(window, "button", "Save target"))
    tell("changed a parameter", find(window, "button", "Save target").description)
    return good


def travel(application):
    window = eventually("the window", lambda: next(
        (node for node in application if node.getRoleName() == "frame"), None))
    tell("started", window.name)
    good = check_names(window, "of the welcome page")

    sample = find(window, "button", "Open Sample Project")
    tell("welcome page", sample.name, sample.description)
    press(sample)
    template = find(window, "text", "Template")
    tell("opened", window.name, text_of(template))
    good = check_names(window, "of the open project") and good

    press(find(window, "button", "Run"))
    tell("ran", *wait_for_answers(window))

    answer = text_of(find(window, "text", "Response from Flaky"))
    tell("answer of Flaky", answer)
    if not answer.strip():
        raise Stuck("the answer of Flaky has no text")

    tree = find(window, "tree", "Attempts of the run")

    def look():
        rows = attempt_rows(tree)
        flaky = next(i for i, row in enumerate(rows) if row[0].startswith("Flaky"))
        return rows if "Retry-After" in " ".join(rows[flaky + 1]) else None

    rows = eventually("an attempt of Flaky that waits by Retry-After", look)
    first = next(i for i, row in enumerate(rows) if row[0].startswith("Flaky")) + 1
    tell("attempts of Flaky", *[row[0] for row in rows[first:first + 3]])
    tell("its first attempt", *[cell for cell in rows[first] if cell])

    why = find(window, "label", "Why")
    for row, words in ((first + 1, "attempt 2"), (first, "Retry-After")):
        tree.queryTable().addRowSelection(row)
        eventually(f"the reason for row {row} ({words})",
                   lambda words=words: words in why.description and text_of(why).strip())
        tell("why", why.description)

    good = check_names(window, "after the run") and good
    good = add_target(window) and good
    for role, name, title in (
        ("button", "Export", "Export Answers"),
        ("button", "Find Action", "Find Action"),
        ("menu item", "Keyboard Overview", "Keyboard Overview"),
        ("menu item", "Providers & Keys…", "Providers & Keys"),
    ):
        good = visit_dialog(application, window, role, name, title) and good
    if not good:
        raise Stuck("controls without a name")


def main():
    program = subprocess.Popen([sys.argv[1]])

    def application():
        desktop = pyatspi.Registry.getDesktop(0)
        return next((one for one in desktop if one and one.name == "antiphon"), None)

    try:
        travel(eventually("the program in the accessibility tree", application, 40))
    except Stuck as stuck:
        print("STUCK:", stuck)
        return 1
    finally:
        program.terminate()
        program.wait(20)
    print("the journey is over: everything was reached and read")
    return 0


sys.exit(main())
