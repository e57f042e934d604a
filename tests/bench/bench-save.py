#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Save one changed paragraph of a large plan, on the disk when it answers; beside git's own two steps."""

import pathlib
import sys

import fixture

PROVISIONS = 10000
TIMES = 30


def ours(build, folder, plan):
    mine = fixture.copy(plan, folder / "ours.twf")
    said = fixture.run(pathlib.Path(build, "tests", "bench", "save-times"), mine, TIMES).stdout
    return sorted(float(line) / 1000 for line in said.split())


def peer(folder, plan):
    """The same text in a work tree: write one file, git add, git commit."""
    tree = folder / "peer"
    fixture.shutil.rmtree(tree, ignore_errors=True)
    fixture.run("git", "clone", "-q", plan, tree)
    names = fixture.texts(plan, "en")
    seconds = []
    for number in range(TIMES):
        name = names[number * 331 % len(names)]
        (tree / name).write_text(f"The paragraph as saved for the {number}th time.\n", encoding="utf-8")
        git = ["git", "-C", tree, *fixture.CAREFUL]
        took = fixture.timed(*git, "add", name)
        seconds.append(took + fixture.timed(*git, "commit", "-q", "-m", "One paragraph changed"))
    return seconds


def main():
    build, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    plan = fixture.plan(build, PROVISIONS)
    own = ours(build, folder, plan)
    other = fixture.median_ms(peer(folder, plan))
    median = fixture.median_ms(own)
    fixture.row(
        f"save one paragraph, {PROVISIONS} provisions x 2 languages (median)",
        median,
        "ms",
        "5 x git, under 50 ms",
        median < 50 and other / median >= 5,
        other,
        "git add + commit",
    )
    print(f"slowest of {TIMES} saves: {own[-1] * 1000:.1f} ms")


main()
