#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Compiles what 193 delegations propose, about 4,000 changes of wording in a plan of 2,000 provisions, in one
language. The peer is `git diff --word-diff` of each branch, one after another: it marks words as well, and puts
nothing together. And the order in which contributions came must not show: merged the other way round, the
compilation is the same byte for byte."""

import json
import os
import pathlib
import sys

import fixture

BUILD, FOLDER = map(pathlib.Path, sys.argv[1:3])
PROVISIONS, DELEGATIONS, CHANGES = 2000, 193, 4000
CODES = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(DELEGATIONS)]


def merged(name, codes):
    target = FOLDER / name
    fixture.copy(FOLDER / "plan.twf", target)
    fixture.run("twf", "merge", target, *codes, check=False)
    return target


def compiled(plan, name, *options):
    """Seconds, the median of three; the file."""
    file = FOLDER / name
    runs = sorted(fixture.timed("twf", "export", plan, "--language", "ar", "-o", file, *options) for _ in range(3))
    return runs[1], file.read_bytes()


def main():
    os.environ["PATH"] = f"{BUILD / 'app' / 'cli'}:{os.environ['PATH']}"
    plan = fixture.copy(fixture.plan(BUILD, PROVISIONS), FOLDER / "plan.twf")
    texts = fixture.read_texts(plan)
    fixture.make_branches(plan, texts, CODES, CHANGES)
    forward = merged("forward.twf", CODES)
    backward = merged("backward.twf", CODES[::-1])
    wanted = len(json.loads(fixture.run("twf", "proposals", forward, "--json", check=False).stdout)["proposals"])
    peer = sum(
        fixture.timed("git", "-C", plan, "diff", "--word-diff=plain", "main", f"delegations/{code}") for code in CODES)
    for view in ("compilation", "changes", "table"):
        seconds, text = compiled(forward, f"{view}.txt", "--view", view)
        fixture.row(f"{view} of {DELEGATIONS} delegations, {wanted} proposals, {PROVISIONS} provisions", seconds, "s",
                    "2 s", seconds <= 2, peer, "git diff --word-diff of each branch")
    for view, name in (("compilation", "page.html"), ("compilation", "pages.pdf")):
        seconds, _ = compiled(forward, name, "--view", view)
        fixture.row(f"the same as {name.split('.')[1]}", seconds, "s", "none was set", True)
    same = compiled(forward, "forward.txt", "--view", "compilation")[1] == compiled(
        backward, "backward.txt", "--view", "compilation")[1]
    print("merged the other way round it is the same:", "yes" if same else "NO")


main()
