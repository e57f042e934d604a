#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Every source says its licence in one line near its top, and C sources also whose they are."""

import tree

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
OWNER = "SPDX-FileCopyrightText: The Tawafuq developers"
SUFFIXES = (".c", ".h", ".py", ".sh", ".ui", ".css", ".build", "meson_options.txt", ".svg", ".1", ".in")
NAMES = ("dev", "run", "run-tests", "run-check", "run-tour", "round", "look", "make", "screenshots", "with-display")


def main():
    found = tree.Findings()
    for file in tree.files():
        if not file.name.endswith(SUFFIXES) and file.name not in NAMES:
            continue
        top = "\n".join(tree.read(file).splitlines()[:8])
        if LICENCE not in top:
            found.add(file, 1, f"has no line '{LICENCE}'")
        elif file.suffix in (".c", ".h") and OWNER not in top:
            found.add(file, 1, f"has no line '{OWNER}'")
    found.end()


main()
