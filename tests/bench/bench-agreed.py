#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Adopted texts read into the index, and phrases looked for in it, process start included, beside grep over the same
files. TAWAFUQ_ADOPTED names a folder of adopted texts (Akoma Ntoso, a file for each language); without, some are made."""

import html
import json
import os
import pathlib
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
import akn  # noqa: E402

BUILD, FOLDER = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
TWF = BUILD / "app/cli/twf"
DATA = FOLDER / "data"
ENVIRONMENT = {**os.environ, "XDG_DATA_HOME": str(DATA)}
# The bar: 1,500 resolutions in six languages within a minute; fewer files have less time.
FILES, SECONDS, QUERY_MS = 9000, 60, 200
PHRASES, GREPS = 60, 3


def row(work, ours, unit, peer, name, reach, met):
    print(json.dumps({"work": work, "ours": ours, "unit": unit, "peer": peer, "peer_name": name,
                      "reach": reach, "met": bool(met)}))


def twf(*words):
    """Seconds, and what it printed."""
    start = time.monotonic()
    done = subprocess.run([TWF, *words], env=ENVIRONMENT, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(done.stderr)
    return time.monotonic() - start, done.stdout


def corpus():
    named = os.environ.get("TAWAFUQ_ADOPTED")
    if named:
        return pathlib.Path(named)
    made = FOLDER / "texts"
    if not (made / "done").exists():
        akn.write(made, range(400))
        (made / "done").touch()
    return made


def choose_phrases(files):
    """Some words, some whole sentences, some of either with a word changed: out of texts of every language."""
    chance = random.Random(3)
    phrases = []
    while len(phrases) < PHRASES:
        text = chance.choice(files).read_text(encoding="utf-8", errors="replace")
        lines = [html.unescape(re.sub("<[^>]*>", "", line)).strip() for line in re.findall("<p>(.*?)</p>", text)]
        lines = [line for line in lines if len(line) > 40]
        if not lines:
            continue
        words = chance.choice(lines).split(" ")
        kind = len(phrases) % 3
        if kind == 0 and len(words) > 8:
            start = chance.randrange(len(words) - 6)
            words = words[start:start + chance.randint(2, 6)]
        elif kind == 2 and len(words) > 4:
            words[len(words) // 2] = "otherwise"
        phrases.append(" ".join(words)[:600])
    return phrases


def main():
    folder = corpus()
    files = sorted(folder.rglob("*.xml"))
    shutil.rmtree(DATA, ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, _ = twf("agreed", "index", folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    most = SECONDS * max(len(files) / FILES, 0.05)
    row(f"index of {len(files)} adopted files", seconds, "s", None, "", f"under {most:.0f} s", seconds < most)
    row(f"index of {len(files)} adopted files, processor time on 2 cores", cpu / 2, "s", None, "",
        f"under {most:.0f} s", cpu / 2 < most)
    again, _ = twf("agreed", "index", folder)
    row("index again, nothing changed", again, "s", seconds, "the first time", "under a tenth", again < seconds / 10)
    phrases = choose_phrases(files)
    times, work, empty = [], [], 0
    for phrase in phrases:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken, printed = twf("agreed", "find", phrase, "--json")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(taken * 1000)
        work.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000)
        empty += not json.loads(printed)["findings"]
    greps = []
    for phrase in phrases[:GREPS]:
        start = time.monotonic()
        subprocess.run(["grep", "-rlF", "--include=*.xml", "--", phrase, folder], stdout=subprocess.DEVNULL)
        greps.append((time.monotonic() - start) * 1000)
    peer = statistics.median(greps)
    times.sort()
    row("a phrase in six languages, median", statistics.median(times), "ms", peer, "grep -rF", f"under {QUERY_MS} ms",
        statistics.median(times) < QUERY_MS)
    row("a phrase in six languages, 95 of 100", times[int(0.95 * len(times))], "ms", peer, "grep -rF",
        f"under {QUERY_MS} ms", times[int(0.95 * len(times))] < QUERY_MS)
    work.sort()
    row("a phrase in six languages, 95 of 100, processor time", work[int(0.95 * len(work))], "ms", None, "",
        f"under {QUERY_MS} ms", work[int(0.95 * len(work))] < QUERY_MS)
    size = sum(path.stat().st_size for path in DATA.rglob("*") if path.is_file())
    print(f"{len(phrases)} phrases, {empty} found nowhere; the index has {size / 1e6:.0f} MB")


main()
