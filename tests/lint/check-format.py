#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Every C file is as clang-format with the tree's .clang-format leaves it: ./dev format."""

import re
import shutil
import subprocess

import tree

# What another version makes of the same settings differs in places.
VERSION = "14"


def tool():
    for candidate in (f"clang-format-{VERSION}", "clang-format"):
        if shutil.which(candidate):
            said = subprocess.run([candidate, "--version"], text=True, capture_output=True).stdout
            if re.search(rf"version {VERSION}\.", said):
                return candidate
    return tree.skip(f"clang-format {VERSION} is not installed")


def main():
    found = tree.Findings()
    sources = tree.files(".c", ".h", under="app") + tree.files(".c", ".h", under="tests")
    style = f"--style=file:{tree.SOURCE / '.clang-format'}"
    command = [tool(), style, "--dry-run", "--Werror", "--ferror-limit=1"]
    if sources:
        done = subprocess.run(command + sources, text=True, capture_output=True)
        for match in re.finditer(r"^(\S+?):(\d+):\d+: error: (.*)$", done.stderr, re.MULTILINE):
            found.add(tree.pathlib.Path(match[1]), match[2], f"{match[3]}; ./dev format repairs it")
    found.end()


main()
