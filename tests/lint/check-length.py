#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A file is one idea: no C file above 600 lines, no header above 200, no function above 90."""

import re

import tree

MOST = {".c": 600, ".h": 200}
FUNCTION = 90
# From the name in the first column to the brace that closes in the first column.
BODY = re.compile(r"^(\w+) \([^;{}]*\)\n\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)


def main():
    found = tree.Findings()
    for file in tree.files(".c", ".h", under="app") + tree.files(".c", ".h", under="tests"):
        text = tree.read(file)
        lines = text.count("\n")
        if lines > MOST[file.suffix]:
            found.add(file, lines, f"has {lines} lines, above {MOST[file.suffix]}: split it by idea")
        for match in BODY.finditer(text):
            length = match[2].count("\n")
            if length > FUNCTION and not match[1].endswith("class_init"):
                line = tree.line_of(text, match.start())
                found.add(file, line, f"{match[1]} has {length} lines, above {FUNCTION}: split it")
    found.end()


main()
