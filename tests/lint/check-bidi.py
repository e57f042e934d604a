#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""No source holds a character that turns the order of what a reader sees (CVE-2021-42574), nor one
that nobody sees: they are written as escapes. Translations may hold marks and isolates."""

import re

import tree

CONTROLS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
IN_TRANSLATIONS = set("\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")
BINARY = (".png", ".pdf", ".ttf", ".gz", ".pyc", ".bundle")


def main():
    found = tree.Findings()
    for file in tree.files():
        # A corpus is made of what must be survived, byte by byte.
        if file.name.endswith(BINARY) or "corpus" in file.relative_to(tree.root()).parts:
            continue
        for number, line in enumerate(tree.read(file).splitlines(), 1):
            for sign in CONTROLS.findall(line):
                if not (file.suffix == ".po" and sign in IN_TRANSLATIONS):
                    found.add(file, number, f"U+{ord(sign):04X} stands here unseen: write an escape")
    found.end()


main()
