#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""One merge of a text of 30 KB, process start included, beside git merge-file; and, where
TAWAFUQ_MATERIAL lies beside its tools, what twf makes of the real merges, beside the peers."""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

BUILD, FOLDER = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
TWF = BUILD / "app/cli/twf"
ROUNDS = 40


def row(work, ours, unit, peer, name, reach, met):
    print(json.dumps({"work": work, "ours": ours, "unit": unit, "peer": peer, "peer_name": name,
                      "reach": reach, "met": bool(met)}))


def median(command):
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def one_merge():
    lines = [f"Provision {n} asks every State to report on measure {n} within {n % 9 + 1} years.\n\n" for n in range(400)]
    changed = lambda at, word: [line.replace("report", word) if n % 20 == at else line for n, line in enumerate(lines)]
    for name, text in (("base", lines), ("ours", changed(3, "speak")), ("theirs", changed(13, "act"))):
        (FOLDER / name).write_text("".join(text), encoding="utf-8")
    paths = {name: str(FOLDER / name) for name in ("base", "ours", "theirs")}
    ours = median([str(TWF), "merge-text", paths["base"], paths["ours"], paths["theirs"]])
    peer = median(["git", "merge-file", "-p", "-q", paths["ours"], paths["base"], paths["theirs"]])
    row("one merge of a 30 KB text", ours, "ms", peer, "git merge-file", "at most 2 x git", ours <= 2 * peer)


def quality():
    material = pathlib.Path(os.environ.get("TAWAFUQ_MATERIAL", "/nonexistent"))
    tool = material.parent / "tools/merge_quality.py"
    if not tool.exists() or not (material / "merges").is_dir():
        print("the real merges are not on this machine (TAWAFUQ_MATERIAL)")
        return
    done = subprocess.run(
        [sys.executable, str(tool), str(material / "merges"), "--by", "none", "--peers", "git", "--tool",
         f"twf={TWF} merge-text {{base}} {{ours}} {{theirs}} -o {{out}} --markers git"],
        capture_output=True, text=True, check=True)
    table = [[cell.strip() for cell in line.strip("| ").split("|")] for line in done.stdout.splitlines()
             if line.startswith("|")]
    git, twf = (dict(zip(table[0], cells)) for cells in table[2:4])
    for column, reach, met in (("ws", "over 230", lambda n: n > 230), ("differ", "under 30", lambda n: n < 30),
                               ("conflict", "under 180", lambda n: n < 180), ("ready", "over 340", lambda n: n > 340),
                               ("words/c", "under 100", lambda n: n < 100), ("lost", "0", lambda n: n == 0)):
        row(f"real merges: {column}", float(twf[column]), "", float(git[column]), "git", reach,
            met(float(twf[column])))


one_merge()
quality()
