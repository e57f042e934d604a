#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The manual pages have no warning of mandoc's."""

import re

import tree


def main():
    tree.need("mandoc")
    found = tree.Findings()
    for file in tree.files(".1"):
        status, lines = tree.said(["mandoc", "-T", "lint", "-W", "warning", file])
        for line in lines if status else []:
            place = re.search(r":(\d+):\d+: (.*)", line)
            found.add(file, place[1] if place else 1, place[2] if place else line)
    found.end()


main()
