#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The Reading page of the real window, on a plan of 2,000 provisions in which 193 delegations have opened thousands of
brackets: how long until it is there, how smoothly it scrolls, and how long a decision and a letter take. The peer is
one whole `twf compile` of the same plan: what a page made anew for each decision would cost."""

import os
import pathlib
import sys
import tempfile

import fixture

PROVISIONS, DELEGATIONS, CHANGES = 2000, 193, 7720
# Three places of each text are open.
WORDS = (
    ("عزمها", ("التزامها", "عزمها الثابت")),
    ("وفقاً", ("طبقاً", "بما لا يخل")),
    ("احتياجات", ("ظروف", "أولويات")),
)
WITH_DISPLAY = pathlib.Path(__file__).resolve().parent.parent / "with-display"
CODES = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(DELEGATIONS)]


def at(numbers, share):
    return sorted(numbers)[min(len(numbers) - 1, int(len(numbers) * share))]


def main():
    build = pathlib.Path(sys.argv[1])
    os.environ["PATH"] = f"{build / 'app' / 'cli'}:{os.environ['PATH']}"
    with tempfile.TemporaryDirectory(dir=sys.argv[2]) as folder:
        plan = fixture.copy(fixture.plan(str(build), PROVISIONS), pathlib.Path(folder, "plan.twf"))
        fixture.make_branches(plan, fixture.read_texts(plan), CODES, CHANGES, WORDS)
        fixture.run("twf", "merge", plan, *CODES, check=False)
        peer = fixture.timed("twf", "compile", plan, "--language", "ar", "-o", pathlib.Path(folder, "all.txt")) * 1000
        helper = build / "tests" / "bench" / "reading-times"
        environment = {"GSETTINGS_SCHEMA_DIR": str(build / "data"), "GDK_DEBUG": "gl-disable"}
        said = fixture.run("bash", WITH_DISPLAY, helper, plan, "ar", env={**os.environ, **environment}).stdout
    found = {}
    for words in (line.split() for line in said.splitlines()):
        if len(words) == 2:
            found.setdefault(words[0], []).append(float(words[1]))
    work = f"Reading page, {PROVISIONS} provisions, {found['brackets'][0]:.0f} brackets"
    against = (peer, "twf compile of all of it")
    fixture.row(f"{work}: shown", found["shown"][0], "ms", "1 s", found["shown"][0] <= 1000, *against)
    fixture.row(f"{work}: all counted", found["counted"][0], "ms", "none was set", True)
    stall = found["stall"][0]
    fixture.row(f"{work}: longest without events", stall, "ms", "at most 100 ms", stall <= 100)
    for name, share, bar in (("scroll", 0.5, 16.7), ("scroll", 0.95, 16.7), ("accept", 0.5, 50), ("accept", 1, 50),
                             ("edit", 0.5, 50), ("edit", 1, 50), ("remove", 0.5, 50), ("remove", 1, 50)):
        took = at(found[name], share)
        which = {0.5: "half of them within", 0.95: "of twenty nineteen within", 1: "the longest"}[share]
        fixture.row(f"{work}: {name}, {which}", took, "ms", f"{bar} ms", took <= bar, *against)


main()
