#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Every test is run and asserts something: each test-*.c is named in its folder's meson.build, each
case in it is added, each skip says why, and each check of this folder is among the tests. A test of a
window waits for what it wants to see: what is looked at once may be half built."""

import re

import tree

CASE = re.compile(r"^(test_\w+) \(", re.MULTILINE)
SKIP = re.compile(r"g_test_skip \((NULL|\"\")?\)|skip *: *true")
ASSERTION = re.compile(r"\bg_assert|\bassert_\w+ \(|_assert \(|g_test_fail|\bg_error \(")

GLANCE = re.compile(
    r"^ *assert (?!not ).*\b(find_all|has_state|has_focus_within|text_of|shown|is_enabled|is_on_screen|labels|rows) *\("
    r"|^ *assert looked",
    re.MULTILINE,
)


def main():
    found = tree.Findings()
    for file in tree.files(".py", under="tests/window"):
        text = tree.read(file)
        for match in GLANCE.finditer(text):
            found.add(file, tree.line_of(text, match.start()), "looks at the window once: wait for it")
    for file in tree.files(".c", under="tests"):
        if not file.name.startswith("test-"):
            continue
        build = file.with_name("meson.build")
        named = tree.read(build) if build.exists() else ""
        short = file.stem.removeprefix("test-")
        if not re.search(rf"['/-]{re.escape(short)}['.]", named):
            found.add(file, 1, "is not named in its meson.build, so nobody runs it")
        text = tree.code(file, strings=True)
        if not ASSERTION.search(text):
            found.add(file, 1, "asserts nothing")
        for match in CASE.finditer(text):
            if len(re.findall(rf"\b{match[1]}\b", text)) < 2:
                found.add(file, tree.line_of(text, match.start()), f"{match[1]} is never added")
        for match in SKIP.finditer(text):
            found.add(file, tree.line_of(text, match.start()), "skips without a reason")
    build = tree.root() / "tests" / "lint" / "meson.build"
    for file in sorted(build.parent.glob("check-*.py")):
        if f"'{file.stem.removeprefix('check-')}'" not in tree.read(build):
            found.add(file, 1, "is not among the tests")
    found.end()


main()
