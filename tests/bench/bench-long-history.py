#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""100,000 revisions, a fifth of them on branches that were merged: their first screen by twf log beside git
log --topo-order, and the History page of the real window: its first screen, listing all, and going far and
near in the list. Runs itself again on a display of its own."""

import pathlib
import statistics
import subprocess
import sys
import tempfile

import fixture

REVISIONS = 100000
PROVISIONS = 2000
SCREEN = 50
STEPS = 60
TIMES = 7
FRAME_MS = 100


def first_screen(plan):
    """By the command, which takes turns with git."""
    ours = ["twf", "log", plan, "-n", SCREEN]
    git = ["git", "-C", plan, "log", f"-{SCREEN}", "--topo-order", "--oneline", "main"]
    first = fixture.timed(*ours) * 1000
    times = [(fixture.timed(*ours), fixture.timed(*git)) for _ in range(TIMES)]
    mine, peer = (fixture.median_ms(column) for column in zip(*times))
    work = f"first {SCREEN} of {REVISIONS} revisions with merges"
    fixture.row(work, mine, "ms", "under 200 ms", mine < 200, peer, "git log --topo-order")
    fixture.row(work + ", order lost", first, "ms", "within 3 x of git", first <= 3 * peer, peer, "git log --topo-order")


def in_the_window(build, plan):
    """The page, with what the thread of the window was kept from."""
    program = pathlib.Path(build, "tests", "bench", "history-times")
    lines = [line.split() for line in fixture.run(program, plan, STEPS).stdout.splitlines()]
    said = {name: float(value) for name, value in lines[:4]}
    steps = [tuple(map(float, line)) for line in lines[4:]]
    shown = [step[0] for step in steps]
    stalls = [step[1] for step in steps]
    page = f"History page of {REVISIONS} revisions"
    fixture.row(page + ", first screen", said["shown"], "ms", "under 200 ms", said["shown"] < 200)
    fixture.row(page + ", all listed", said["listed"], "ms", "reported", True)
    fixture.row(page + ", longest stall meanwhile", said["stall"], "ms", f"under {FRAME_MS} ms", said["stall"] < FRAME_MS)
    fixture.row(page + ", another place with its words (median)", statistics.median(shown), "ms", "under 100 ms",
                statistics.median(shown) < 100)
    fixture.row(page + f", longest stall of {STEPS} places", max(stalls), "ms", f"under {FRAME_MS} ms",
                max(stalls) < FRAME_MS)


def main():
    if len(sys.argv) == 3:
        # A bus and a display that nothing else is on.
        shell = pathlib.Path(__file__).resolve().parent.parent / "with-display"
        sys.exit(subprocess.run([shell, sys.executable, __file__, *sys.argv[1:], "inside"]).returncode)
    with tempfile.TemporaryDirectory(dir=sys.argv[2]) as folder:
        plan = fixture.copy(fixture.plan(sys.argv[1], PROVISIONS), pathlib.Path(folder, "plan.twf"))
        fixture.revisions(plan, fixture.texts(plan), REVISIONS, merges=True)
        first_screen(plan)
        in_the_window(sys.argv[1], plan)


main()
