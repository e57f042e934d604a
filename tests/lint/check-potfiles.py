#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Every file with words to translate is listed in po/POTFILES, and every listed file is there.
With --write the list is written (./dev format)."""

import re
import sys

import tree

WORDS_C = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dgettext|g_dpgettext2) \(\s*\"")
WORDS_XML = re.compile(r'translatable="(?:yes|true)"|gettext-domain=')


def has_words(file):
    if file.suffix in (".c", ".h"):
        return bool(WORDS_C.search(tree.code(file, strings=True)))
    if file.name.endswith(".gschema.xml"):
        return False  # seen by nobody but administrators
    if file.suffix in (".ui", ".xml"):
        return bool(WORDS_XML.search(tree.read(file)))
    return file.name.endswith((".desktop.in", ".metainfo.xml.in"))


def with_words():
    files = [file for folder in ("app", "resources", "data") for file in tree.files(under=folder)]
    return sorted(tree.name(file) for file in files if has_words(file))


def main():
    if "--write" in sys.argv:
        sys.argv.remove("--write")
        text = "".join(f"{path}\n" for path in with_words())
        (tree.root() / "po" / "POTFILES").write_text(text, encoding="utf-8")
        return
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
    for path in with_words():
        if path not in listed:
            found.add(tree.root() / path, 1, "is not in po/POTFILES: ./dev format lists it")
    found.end()


main()
