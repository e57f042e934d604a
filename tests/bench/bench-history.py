#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""20,000 revisions: the history of one provision beside git log, and the room that they take beside
what git gc makes of them."""

import pathlib
import sys
import tempfile

import fixture

REVISIONS = 20000
PROVISIONS = 1000
TIMES = 7


def size(folder):
    return sum(file.stat().st_size for file in pathlib.Path(folder).rglob("*") if file.is_file())


def revisions(build, plan, count):
    names = fixture.texts(plan)
    helper = pathlib.Path(build, "tests", "bench", "many-revisions")
    return fixture.timed(helper, plan, count, *names)


def compare_sizes(plan):
    ours = size(plan)
    fixture.run("git", "-C", plan, "gc", "--quiet", "--prune=now")
    packed = size(plan)
    fixture.row(
        f"room of {REVISIONS} revisions",
        ours / 1e6,
        "MB",
        "within 1.5 x of git gc",
        ours <= packed * 1.5,
        packed / 1e6,
        "git gc afterwards",
    )


def compare_logs(plan):
    name = fixture.texts(plan)[17]
    folder = name.rsplit("/", 1)[0]
    provision = folder.rsplit("/", 1)[1]
    ours, peer = [], []
    for _ in range(TIMES):
        ours.append(fixture.timed("twf", "log", plan, provision))
        peer.append(fixture.timed("git", "-C", plan, "log", "main", "--", folder))
    mine, other = fixture.median_ms(ours), fixture.median_ms(peer)
    work = f"history of one provision over {REVISIONS} revisions"
    fixture.row(work, mine, "ms", "as fast as git log", mine <= other, other, "git log -- path")
    count = len(fixture.run("git", "-C", plan, "log", "--format=%H", "main", "--", folder).stdout.split())
    print(f"the provision has {count} revisions of its own")


def main():
    build = sys.argv[1]
    # Twenty thousand careful saves take minutes on a disk, and this one asks for room, not for time.
    memory = "/dev/shm" if pathlib.Path("/dev/shm").is_dir() else sys.argv[2]
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        plan = fixture.copy(fixture.plan(build, PROVISIONS), pathlib.Path(folder, "plan.twf"))
        took = revisions(build, plan, REVISIONS)
        print(f"{REVISIONS} revisions were saved in {took:.0f} s, in memory, repacking included")
        compare_logs(plan)
        compare_sizes(plan)


main()
