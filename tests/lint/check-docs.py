#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Every public function is described where it is defined: its name, what it returns, how it fails."""

import re

import tree

DECLARED = re.compile(r"\b(twf_\w+) \(")
# Made by GObject's macros, or by the compiler from one line.
MADE = re.compile(r"_get_type$|_quark$")


def declared(file):
    """The functions that a header offers, with their whole declaration."""
    text = tree.code(file)
    text = re.sub(r"^\s*#.*(\\\n.*)*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"typedef[^;{]*;", "", text)
    for statement in re.split(r"[;{}]", text):
        match = DECLARED.search(statement)
        if match and "G_DECLARE" not in statement and "G_DEFINE" not in statement:
            if "static inline" not in statement and not MADE.search(match[1]):
                yield match[1], " ".join(statement.split())


def definition(sources, function):
    for file, text in sources:
        match = re.search(rf"^{function} \(", text, re.MULTILINE)
        if match:
            return file, text, match.start()
    return None


def comment_before(text, offset):
    """The comment that ends right above the definition at @offset."""
    before = text[:offset]
    start = before.rfind("/**")
    end = before.find("*/", start)
    if start < 0 or end < 0 or re.search(r"[;{}]", before[end + 2 :]):
        return ""
    return before[start:end]


def check(found, file, line, function, declaration, comment):
    if f" * {function}:" not in comment:
        found.add(file, line, f"{function} has no comment '/** {function}: ...' at its definition")
        return
    result = declaration.split(function)[0].split()
    fails = re.search(r", GError \*\*error\)", declaration)
    # A gboolean beside a GError says no more than whether there is one.
    nothing = result[-1:] == ["void"] or (result[-1:] == ["gboolean"] and fails)
    if not nothing and "Returns:" not in comment:
        found.add(file, line, f"the comment of {function} does not say what it Returns:")
    if fails and "Errors:" not in comment:
        found.add(file, line, f"the comment of {function} does not name its Errors:")


def main():
    found = tree.Findings()
    for room in sorted((tree.root() / "app").glob("*/")):
        under = tree.name(room)
        sources = [(file, tree.read(file)) for file in tree.files(".c", under=under)]
        for header in tree.files(".h", under=under):
            if header.name.endswith("-private.h"):
                continue
            for function, declaration in declared(header):
                place = definition(sources, function)
                if place is None:
                    if sources:
                        found.add(header, 1, f"{function} is declared and nowhere defined")
                    continue
                file, text, offset = place
                line = tree.line_of(text, offset)
                check(found, file, line, function, declaration, comment_before(text, offset))
    found.end()


main()
