#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Every room that is built says in a README what it is and what it may include."""

import tree


def main():
    found = tree.Findings()
    for build in sorted((tree.root() / "app").glob("*/meson.build")):
        readme = build.with_name("README.md")
        if not readme.exists():
            found.add(build, 1, "its room has no README.md")
        elif "nclude" not in tree.read(readme):
            found.add(readme, 1, "does not say what the room may include")
    found.end()


main()
