#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Who wrote the words of one paragraph over 1,000 revisions, beside git blame of the same words one a
line: of the paragraph's own file, which is one line, git blame reads a single revision."""

import pathlib
import random
import subprocess
import sys
import tempfile

import fixture

REVISIONS = 1000
PROVISIONS = 1000
TIMES = 7
WORDS = "تؤكد الأطراف عزمها على التعاون في تنفيذ هذا البند وفقا لقوانينها الوطنية وبما يراعي احتياجات كل دولة".split()


def texts(chance):
    """A paragraph of some 150 words, a few of which change in each revision."""
    words = [chance.choice(WORDS) + str(number) for number in range(150)]
    for number in range(REVISIONS):
        at, length = chance.randrange(len(words) - 4), chance.randrange(1, 4)
        new = [chance.choice(WORDS) + f"{number}" for _ in range(chance.randrange(1, 5))]
        words[at:at + length] = new
        yield " ".join(words[:200]) + ".\n"


def revisions(plan, name, separator=" ", start="from refs/heads/main^0\n"):
    """As git fast-import takes them: what is measured is reading."""
    stream = []
    for number, text in enumerate(texts(random.Random(7))):
        text = text.replace(" ", separator)
        stream.append(f"commit refs/heads/main\ncommitter Bench <bench@example.org> {1800000000 + number} +0000\n"
                      f"data 5\nWords\n{start if number == 0 else ''}"
                      f"M 100644 inline {name}\ndata {len(text.encode())}\n{text}\n")
    subprocess.run(["git", "-C", plan, "fast-import", "--quiet"], input="".join(stream).encode(), check=True)


def main():
    with tempfile.TemporaryDirectory(dir=sys.argv[2]) as folder:
        plan = fixture.copy(fixture.plan(sys.argv[1], PROVISIONS), pathlib.Path(folder, "plan.twf"))
        name = fixture.texts(plan)[17]
        provision = name.split("/")[2]
        revisions(plan, name)
        lines = pathlib.Path(folder, "lines.git")
        fixture.run("git", "init", "--bare", "-b", "main", lines)
        revisions(lines, "words.txt", "\n", "")
        fixture.run("twf", "words", plan, provision, "--language", "ar")
        ours, peer = [], []
        for _ in range(TIMES):
            ours.append(fixture.timed("twf", "words", plan, provision, "--language", "ar"))
            peer.append(fixture.timed("git", "-C", lines, "blame", "main", "--", "words.txt"))
        mine, other = fixture.median_ms(ours), fixture.median_ms(peer)
        fixture.row(f"whose words in a paragraph of {REVISIONS} revisions", mine, "ms",
                    "at most twice git blame", mine <= other * 2, other, "git blame, one word a line")


main()
