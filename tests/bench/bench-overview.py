#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""How far a plan of 2,000 provisions has come, for which 193 delegations propose about 4,000 changes: its figures
when it is opened and after a change of one provision, beside a whole `twf compile`, which writes what the figures
count; and 1,000 revisions of it for the chart, beside `git log -p` of them, which reads as much and counts nothing."""

import os
import pathlib
import statistics
import sys

import fixture

BUILD, FOLDER = map(pathlib.Path, sys.argv[1:3])
PROVISIONS, DELEGATIONS, CHANGES, TIMES, REVISIONS = 2000, 193, 4000, 60, 1000
CODES = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(DELEGATIONS)]


def main():
    os.environ["PATH"] = f"{BUILD / 'app' / 'cli'}:{os.environ['PATH']}"
    plan = fixture.copy(fixture.plan(BUILD, PROVISIONS), FOLDER / "plan.twf")
    fixture.make_branches(plan, fixture.read_texts(plan), CODES, CHANGES)
    fixture.run("twf", "merge", plan, *CODES, check=False)
    compiled = fixture.timed("twf", "compile", plan, "-o", FOLDER / "compiled.txt") * 1000
    # Provisions of which nothing is proposed: those that are written over by hand lose nothing.
    fixture.revisions(plan, fixture.texts(plan, "en"), REVISIONS)
    logged = fixture.timed("git", "-C", plan, "log", "-p", "--first-parent", "main") * 1000
    said = fixture.run(BUILD / "tests" / "bench" / "overview-times", plan, TIMES)
    times = {}
    for name, value in map(str.split, said.stdout.splitlines()):
        times.setdefault(name, []).append(float(value))
    of = f"figures of {PROVISIONS} provisions, {CHANGES} proposals"
    change, worst = statistics.median(times["change"]), max(times["change"])
    fixture.row(f"{of}: the first time", times["first"][0], "ms", "reported", True, compiled, "twf compile")
    fixture.row(f"{of}: after a change (median)", change, "ms", "under 100 ms", change < 100, compiled, "twf compile")
    fixture.row(f"{of}: after a change (longest of {TIMES})", worst, "ms", "under 100 ms", worst < 100)
    of = f"the same of {REVISIONS} revisions before"
    fixture.row(of, times["history"][0], "ms", "reported", True, logged, "git log -p")
    fixture.row(f"{of}: longest time that a save waits", times["history-piece"][0], "ms", "reported", True)
    fixture.row(f"{of}: after one more", times["history-on"][0], "ms", "reported", True, logged, "git log -p")
    of = f"translations behind their source, of {REVISIONS} revisions"
    fixture.row(of, times["lags"][0], "ms", "reported", True, logged, "git log -p")
    fixture.row(f"{of}: after one more", times["lags-on"][0], "ms", "reported", True, logged, "git log -p")


main()
