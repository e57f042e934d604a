#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What would come of accepting a proposal, and who is left, in a plan of 2,000 provisions in which 193 delegations
propose about 4,000 changes. The peer is the obvious way: accepting it on a copy of the plan."""

import os
import pathlib
import sys

import fixture

BUILD, FOLDER = map(pathlib.Path, sys.argv[1:3])
PROVISIONS, DELEGATIONS, CHANGES, TIMES = 2000, 193, 4000, 30
CODES = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(DELEGATIONS)]


def main():
    os.environ["PATH"] = f"{BUILD / 'app' / 'cli'}:{os.environ['PATH']}"
    plan = fixture.copy(fixture.plan(BUILD, PROVISIONS), FOLDER / "plan.twf")
    fixture.make_branches(plan, fixture.read_texts(plan), CODES, CHANGES)
    fixture.run("twf", "merge", plan, *CODES, check=False)
    said = fixture.run(BUILD / "tests" / "bench" / "prospect-times", plan, TIMES).stdout
    pairs = [tuple(float(number) for number in line.split()) for line in said.splitlines()]
    ours, peer = (sorted(column)[TIMES // 2] for column in zip(*pairs))
    fixture.row(f"what would come of a proposal, {PROVISIONS} provisions, {DELEGATIONS} delegations (median)", ours, "ms",
                "50 ms", ours < 50, peer, "accepting it on a copy")
    print(f"slowest of {TIMES}: {max(one for one, _ in pairs):.1f} ms")


main()
