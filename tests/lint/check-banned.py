#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Calls and names that the project does without, each with its reason."""

import re

import tree

C = {
    r"\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|strncpy) \(": "no bounds: use GLib's",
    r"\b(system|popen) \(": "a shell reads user text as code: use GSubprocess with an argument vector",
    r"\bgoto\b": "use g_autoptr and return",
    r"\bg_application_get_default\b": "hand over what is needed at construction",
    r"\bXML_PARSE_(NOENT|DTDLOAD|DTDATTR|DTDVALID|HUGE|XINCLUDE)\b": "foreign XML must not pull or grow",
    r"\bGTK_(JUSTIFY|POS|DIR)_(RIGHT|LEFT)\b": "start and end, never left and right",
    r"\bgtk_\w+_(left|right)\b": "start and end, never left and right",
    r"\bADW_TYPE_ENTRY_ROW\b": "says nothing to screen readers in 1.2: GtkEntry with a label",
    r"\bg_(print|printerr) \(": "only commands print: write a message with g_debug",
    r"^\s*#\s*ifndef \w+_H_?$": "use #pragma once",
}
UI = {
    r'class="AdwEntryRow"': "says nothing to screen readers in 1.2: GtkEntry with a label",
    r'name="margin-(left|right)"': "start and end, never left and right",
    r'name="justify">right': "start and end, never left and right",
}
CSS = {
    r"\btext-align\s*:\s*(left|right)": "start and end, never left and right",
}
TESTS = {
    r"\b(sleep|usleep|g_usleep|nanosleep) \(": "wait for what is waited for, not for time",
}
ANY = {
    r"\b(TODO|FIXME|XXX|HACK)\b": "do it, or open an issue",
    r"(?<![\w.])/(root|work|home)/": "a path of somebody's machine",
}
# git's words for what went wrong are read in one file alone, safe from NULL.
ONCE = r"\bgit_error_last\b"
PRINTS = ("app/cli/", "app/ui/application/", "tests/")


def look(found, file, text, rules):
    for pattern, reason in rules.items():
        for match in re.finditer(pattern, text, re.MULTILINE):
            words = match[0].strip()
            found.add(file, tree.line_of(text, match.start()), f"'{words}' is banned: {reason}")


def main():
    found = tree.Findings()
    seen = []
    for file in tree.files(".c", ".h", under="app") + tree.files(".c", ".h", under="tests"):
        text = tree.code(file)
        prints = tree.name(file).startswith(PRINTS)
        look(found, file, text, {k: v for k, v in C.items() if not (prints and "g_(print" in k)})
        if tree.name(file).startswith("tests/"):
            look(found, file, text, TESTS)
        if re.search(ONCE, text):
            seen.append(file)
    for file in seen[1:]:
        found.add(file, 1, f"git_error_last is read in {tree.name(seen[0])} alone")
    for file in tree.files(".ui"):
        look(found, file, tree.read(file), UI)
    for file in tree.files(".css"):
        look(found, file, tree.read(file), CSS)
    for file in tree.files(".c", ".h", ".py", ".ui", ".css", ".build", ".md", ".json", ".in", ".xml"):
        if not tree.name(file).startswith("tests/lint/"):
            look(found, file, tree.read(file), ANY)
    found.end()


main()
