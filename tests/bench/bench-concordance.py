#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What the languages of a plan of 2,000 provisions in six languages say differently: all of it, and one provision as
the form asks for it; beside a script that compares the digits of the same texts and knows nothing else. With the real
documents at hand also `twf check` on their folder."""

import os
import pathlib
import re
import statistics
import sys
import time

import fixture

BUILD, FOLDER = map(pathlib.Path, sys.argv[1:3])
PROVISIONS, TIMES = 2000, 7
LANGUAGES = ("en", "ar", "fr", "es", "ru", "zh")
DIGITS = re.compile(r"\d+")


def compare_digits():
    """Milliseconds, and in how many lines of how many the digits alone differ."""
    texts = [FOLDER.joinpath(f"{language}.txt").read_text().splitlines() for language in LANGUAGES]
    start = time.monotonic()
    wrong = 0
    for source, *others in zip(*texts):
        figures = sorted(DIGITS.findall(source))
        wrong += sum(sorted(DIGITS.findall(other)) != figures for other in others)
    return (time.monotonic() - start) * 1000, wrong


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    said = fixture.run(BUILD / "tests" / "bench" / "concordance-times", FOLDER, PROVISIONS, TIMES)
    times = {}
    for name, value in map(str.split, said.stdout.splitlines()):
        times.setdefault(name, []).append(float(value))
    digits, wrong = compare_digits()
    whole, one = statistics.median(times["all"]), statistics.median(times["one"])
    of = f"concordance of {PROVISIONS} provisions in six languages"
    peer = f"digits alone in Python, {wrong} false alarms"
    fixture.row(of, whole, "ms", "under 1000 ms", whole < 1000, digits, peer)
    fixture.row(f"{of}: one provision", one, "ms", "reported", True)
    folder = pathlib.Path(os.environ.get("TAWAFUQ_MATERIAL", "/nonexistent"), "un")
    if folder.is_dir():
        twf = BUILD / "app" / "cli" / "twf"
        checked = []
        for _ in range(3):
            start = time.monotonic()
            fixture.run(twf, "check", folder, check=False)
            checked.append((time.monotonic() - start) * 1000)
        took = statistics.median(checked)
        fixture.row("twf check of three resolutions in six languages", took, "ms", "under 2000 ms", took < 2000)


main()
