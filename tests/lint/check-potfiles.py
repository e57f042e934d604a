#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Every file with words to translate is listed in po/POTFILES, and every listed file is there."""

import re

import tree

WORDS_C = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dgettext|g_dpgettext2) \(\s*\"")
WORDS_XML = re.compile(r'translatable="(?:yes|true)"|gettext-domain=')


def has_words(file):
    if file.suffix in (".c", ".h"):
        return bool(WORDS_C.search(tree.code(file, strings=True)))
    if file.suffix in (".ui", ".xml"):
        return bool(WORDS_XML.search(tree.read(file)))
    return file.name.endswith((".desktop.in", ".metainfo.xml.in"))


def main():
    found = tree.Findings()
    potfiles = tree.root() / "po" / "POTFILES"
    listed = []
    if potfiles.exists():
        lines = [line.strip() for line in tree.read(potfiles).splitlines()]
        listed = [line for line in lines if line and not line.startswith("#")]
        if listed != sorted(listed):
            found.add(potfiles, 1, "is not in the order of the alphabet")
        for path in listed:
            if not (tree.root() / path).is_file():
                found.add(potfiles, lines.index(path) + 1, f"'{path}' is not there")
    for folder in ("app", "resources", "data"):
        for file in tree.files(under=folder):
            if tree.name(file) not in listed and has_words(file):
                found.add(file, 1, "has words to translate and is not in po/POTFILES")
    found.end()


main()
