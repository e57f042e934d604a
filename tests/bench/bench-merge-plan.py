#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Merges the branches of 193 delegations, each with 20 changes of wording, into a plan of 10,000
provisions in two languages. No two delegations change the same provision: plain git would stop.
Memory is compared with that of the same changes on a tenth of the branches: it grows with what is
asked for, each of which is written down, and should not with how many ask. The peers merge the same branches one after another: `git merge` in a clone with its files, and
`git merge-tree --write-tree` with `git commit-tree`, which needs none."""

import os
import pathlib
import shutil
import subprocess
import sys
import time

import fixture

BUILD, FOLDER = map(pathlib.Path, sys.argv[1:3])
PROVISIONS, DELEGATIONS, CHANGES = 10000, 193, 20
CODES = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(DELEGATIONS)]


FEW = CODES[:20]


def ours(name, codes, *options):
    """Seconds and peak memory of one merge of all of @codes."""
    target = FOLDER / "target.twf"
    fixture.copy(FOLDER / name, target)
    start = time.monotonic()
    child = subprocess.Popen(["twf", "merge", target, *codes, *options], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - start
    wanted = 0 if "--accept" in options else 1
    if os.waitstatus_to_exitcode(status) != wanted:
        sys.exit(f"twf merge {options}: {os.waitstatus_to_exitcode(status)}, not {wanted}")
    parents = fixture.run("git", "-C", target, "log", "-1", "--format=%P", "main").stdout.split()
    if len(parents) != len(codes) + 1:
        sys.exit(f"{len(parents)} parents")
    return seconds, usage.ru_maxrss / 1024, target


def git_merge():
    clone = FOLDER / "clone"
    shutil.rmtree(clone, ignore_errors=True)
    fixture.run("git", "clone", "-q", FOLDER / "plan.twf", clone)
    start = time.monotonic()
    for code in CODES:
        fixture.run("git", *fixture.CAREFUL, "-C", clone, "merge", "-q", "--no-edit", f"origin/delegations/{code}")
    seconds = time.monotonic() - start
    tree = fixture.run("git", "-C", clone, "rev-parse", "HEAD^{tree}").stdout
    shutil.rmtree(clone)
    return seconds, tree


def git_merge_tree():
    bare = FOLDER / "bare.git"
    fixture.copy(FOLDER / "plan.twf", bare)
    git = ["git", *fixture.CAREFUL, "-C", bare]
    tip = fixture.run(*git, "rev-parse", "main").stdout.strip()
    start = time.monotonic()
    for code in CODES:
        branch = f"delegations/{code}"
        tree = fixture.run(*git, "merge-tree", "--write-tree", tip, branch).stdout.split()[0]
        tip = fixture.run(*git, "commit-tree", tree, "-p", tip, "-p", branch, "-m", branch).stdout.strip()
    fixture.run(*git, "update-ref", "refs/heads/main", tip)
    seconds = time.monotonic() - start
    shutil.rmtree(bare)
    return seconds, tree + "\n"


def compare(kind, mine, peers):
    for name, peer, times in peers:
        reach = f"{times} x faster" if times > 1 else "as fast"
        work = f"merge {DELEGATIONS} branches x {CHANGES} changes, {PROVISIONS} provisions: {kind}"
        fixture.row(work, mine, "s", reach, mine * times <= peer, peer, name)


def main():
    os.environ["PATH"] = f"{BUILD / 'app' / 'cli'}:{os.environ['PATH']}"
    plan = fixture.copy(fixture.plan(BUILD, PROVISIONS), FOLDER / "plan.twf")
    texts = fixture.read_texts(plan)
    fixture.make_branches(fixture.copy(plan, FOLDER / "few.twf"), texts, FEW, DELEGATIONS * CHANGES)
    fixture.make_branches(plan, texts, CODES, DELEGATIONS * CHANGES)
    measured = {}
    for kind, options in (("propose", ()), ("accept", ("--accept",))):
        runs = [ours("plan.twf", CODES, *options) for _ in range(3)]
        few = ours("few.twf", FEW, *options)
        seconds, memory, _ = sorted(runs)[1]
        measured[kind] = seconds
        fixture.row(f"memory of that at its peak: {kind}", memory, "MB", "as with 20 branches", memory <= few[1] * 1.25,
                    few[1], f"the same changes on {len(FEW)} branches")
        if kind == "accept":
            target = ours("plan.twf", CODES, *options)[2]
            tree = fixture.run("git", "-C", target, "rev-parse", "main^{tree}").stdout
            print("fsck:", fixture.run("git", "-C", target, "fsck", "--strict", "--no-dangling").stdout.strip() or "clean")
    first, _ = git_merge()
    second, merged = git_merge_tree()
    for kind, seconds in measured.items():
        compare(kind, seconds, (("git merge in sequence", first, 5), ("git merge-tree in sequence", second, 1)))
    print("accepted tree is git's own:", "yes" if tree == merged else "no")


main()
