#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Translations are whole and sound: msgfmt's checks, nothing untranslated, nothing fuzzy, and no
string of the source that a translation has never seen."""

import re
import tempfile

import tree


def check(found, file, pot, folder):
    status, lines = tree.said(["msgfmt", "--check", "--output-file=/dev/null", file])
    for line in lines if status else []:
        place = re.match(r".*?:(\d+): (.*)", line)
        found.add(file, place[1] if place else 1, place[2] if place else line)
    if pot is None:
        return
    merged = tree.pathlib.Path(folder, file.name)
    tree.said(["msgmerge", "--quiet", "--no-fuzzy-matching", file, pot, "-o", merged])
    for kind, option in (("untranslated", "--untranslated"), ("fuzzy", "--only-fuzzy")):
        left = tree.said(["msgattrib", "--no-obsolete", "--no-wrap", option, merged])[1]
        for line in left:
            word = re.match(r'msgid "(.+)"', line)
            if word:
                found.add(file, 1, f"{kind}: {word[1]}")


def main():
    tree.need("msgfmt", "xgettext")
    found = tree.Findings()
    with tempfile.TemporaryDirectory() as folder:
        pot = tree.template(folder)
        for file in tree.files(".po", under="po"):
            check(found, file, pot, folder)
    found.end()


main()
