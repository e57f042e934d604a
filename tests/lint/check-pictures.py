#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Every template of the window is seen on some page of tests/window/pages.py, so that somebody who looks through the pictures
(./dev screenshots) has seen it in both directions."""

import re

import tree

TEMPLATE = re.compile(r'<template class="(Twf\w+)"')
PAGES = "tests/window/pages.py"


def main():
    found = tree.Findings()
    pages = tree.SOURCE / PAGES
    if (tree.root() / PAGES).exists():
        pages = tree.root() / PAGES
    pictured = set(re.findall(r'"(Twf\w+)"', tree.read(pages)))
    for file in tree.files(".ui"):
        for match in TEMPLATE.finditer(tree.read(file)):
            if match[1] not in pictured:
                found.add(file, tree.line_of(tree.read(file), match.start()), f"{match[1]} is on no page of {PAGES}")
    found.end()


main()
