#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""100,000 revisions: the first screen of them, and all revisions of one provision, beside git log without
and with a commit-graph that knows changed paths; and what the first question costs when the index is lost."""

import pathlib
import sys
import tempfile

import fixture

REVISIONS = 100000
PROVISIONS = 2000
SCREEN = 50
TIMES = 7


def medians(*commands):
    """Of each command, in milliseconds; they take turns, so that all have the same machine."""
    times = [[] for _ in commands]
    for _ in range(TIMES):
        for command, found in zip(commands, times):
            found.append(fixture.timed(*command))
    return [fixture.median_ms(found) for found in times]


def main():
    with tempfile.TemporaryDirectory(dir=sys.argv[2]) as folder:
        plan = fixture.copy(fixture.plan(sys.argv[1], PROVISIONS), pathlib.Path(folder, "plan.twf"))
        names = fixture.texts(plan)
        fixture.revisions(plan, names, REVISIONS)
        path = names[17].rsplit("/", 1)[0]
        provision = path.rsplit("/", 1)[1]
        ours = ["twf", "log", plan, provision]
        git = ["git", "-C", plan, "log", "--oneline"]
        lost = fixture.timed(*ours) * 1000
        mine, plain = medians(ours, git + ["main", "--", path])
        screen, peer = medians(["twf", "log", plan, "-n", SCREEN], git + [f"-{SCREEN}", "--topo-order", "main"])
        raw = fixture.timed("git", "-C", plan, "log", "--raw", "main") * 1000
        changed = fixture.timed("git", "-C", plan, "commit-graph", "write", "--reachable", "--changed-paths") * 1000
        again, graph = medians(ours, git + ["main", "--", path])
    work = f"one provision's revisions of {REVISIONS}"
    fixture.row(f"first {SCREEN} of {REVISIONS} revisions", screen, "ms", "under 200 ms", screen < 200, peer,
                "git log --topo-order")
    fixture.row(work, mine, "ms", "faster than git log -- path", mine < plain, plain, "git log, no commit-graph")
    fixture.row(work, again, "ms", "within 1.5 x of git", again <= graph * 1.5, graph,
                "git log, commit-graph with changed paths")
    for peer, name in ((raw, "git log --raw"), (changed, "git commit-graph write --changed-paths")):
        fixture.row(work + ", index lost", lost, "ms", "within 3 x of git", lost <= peer * 3, peer, name)
    fixture.row(work + ", index lost", lost, "ms", "twice git log without commit-graph", lost <= plain * 2, plain,
                "git log, no commit-graph")


main()
