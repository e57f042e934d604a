#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What a README or another page points at is there."""

import re

import tree

LINK = re.compile(r"\]\(([^)\s#]+)[^)]*\)")
# A path of the tree in code: `app/base/` or `tests/with-display`.
PATH = re.compile(r"`((?:app|data|po|tests|resources|\.ci)/[\w./-]*)`")


def main():
    found = tree.Findings()
    for file in tree.files(".md"):
        text = tree.read(file)
        for match in LINK.finditer(text):
            if "://" not in match[1] and not (file.parent / match[1]).exists():
                line = tree.line_of(text, match.start())
                found.add(file, line, f"points at '{match[1]}', which is not there")
        for match in PATH.finditer(text):
            if not (tree.root() / match[1]).exists():
                line = tree.line_of(text, match.start())
                found.add(file, line, f"names '{match[1]}', which is not there")
    found.end()


main()
