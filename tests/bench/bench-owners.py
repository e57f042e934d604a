#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Precision of "who wrote these words": histories made so that it is known with which revision each word
came in - words put in, replaced and taken out, passages moved, old wordings brought back, branches merged -
asked of twf words, and of git blame -w -C -C on the same history with one word a line. Words are as frequent
as in prose: the tenth part of the lexicon makes up most of a text."""

import json
import pathlib
import random
import subprocess
import sys
import tempfile

import fixture

HISTORIES = 25
EDITS = 200
ROOTS = "تعاون أطراف ماء حماية تنفيذ قانون دولة تقرير مجلس اتفاق لجنة خطة هدف عمل نظام حق طفل سلام أمن بيئة".split()
SMALL = "في من على إلى عن أن كل مع هذا ما لا التي وفقا بين بعد".split()
LEXICON = SMALL + [before + root + after for before in ("", "ال", "لل", "وال", "بال") for root in ROOTS
                   for after in ("", "ات", "ها", "ية", "هم", "ين")]
WEIGHTS = [1 / (rank + 2.7) for rank in range(len(LEXICON))]


class History:
    """Versions as lists of (word, number of the revision that brought it)."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.versions = []
        self.parents = []
        self.add(self.draw(80, 0), [])
        while len(self.versions) <= EDITS:
            self.go_on()

    def draw(self, count, number, beside=()):
        """New words, none of which reads as one that it replaces or stands beside: of two such nobody could say
        which was there first."""
        known, found = {word.strip(".") for word, _ in beside}, []
        while len(found) < count:
            word = self.chance.choices(LEXICON, WEIGHTS)[0]
            if word not in known:
                found.append((word + ("." if self.chance.random() < 0.1 else ""), number))
        return found

    def add(self, version, parents):
        self.versions.append(version)
        self.parents.append(parents)

    def edit(self, words, start, end):
        """Changes something between two places: what lies outside stays where it is."""
        number, chance = len(self.versions), self.chance
        kind, at = chance.random(), chance.randrange(start, end)
        length = min(chance.randint(1, 6), end - at)
        if kind < 0.4 or len(words) < 50:
            words[at:at] = self.draw(chance.randint(1, 8), number, words[max(0, at - 1):at + 1])
        elif kind < 0.6:
            beside = words[max(0, at - 1):at + length + 1]
            words[at:at + length] = self.draw(chance.randint(1, 6), number, beside)
        elif kind < 0.85 or len(words) > 160:
            del words[at:at + length]
        else:
            passage = words[at:min(at + chance.randint(6, 20), end)]
            del words[at:at + len(passage)]
            to = chance.randrange(start, max(start + 1, end - len(passage)))
            words[to:to] = passage
        return words

    def go_on(self):
        tip, kind = len(self.versions) - 1, self.chance.random()
        words = list(self.versions[tip])
        if kind < 0.1:
            self.branch(tip)
        elif kind < 0.16 and tip > 10:
            self.add(self.versions[tip - self.chance.randint(2, 10)], [tip])
        else:
            self.add(self.edit(words, 0, len(words)), [tip])

    def branch(self, tip):
        """Two delegations, each on its half; then their merge."""
        base = list(self.versions[tip])
        half = len(base) // 2
        one = self.edit(list(base), 0, half - 5)
        self.add(one, [tip])
        other = self.edit(list(base), half + 5, len(base))
        self.add(other, [tip])
        self.add(one[:len(one) - (len(base) - half)] + other[half:], [tip + 1, tip + 2])


def stream(history, name, separator, first):
    parts = []
    for number, version in enumerate(history.versions):
        text = separator.join(word for word, _ in version) + "\n"
        parents = history.parents[number]
        lines = [f"commit refs/heads/main\nmark :{number + 1}\ncommitter B <b@example.org> {1800000000 + number} +0000",
                 f"data {len(str(number))}\n{number}"]
        lines += [first] if first and not parents else []
        lines += [f"{'merge' if place else 'from'} :{parent + 1}" for place, parent in enumerate(parents)]
        lines += [f"M 100644 inline {name}\ndata {len(text.encode())}\n{text}"]
        parts.append("\n".join(lines) + "\n")
    return "".join(parts).encode()


def load(repository, history, name, separator, first=None):
    """Makes the history there, and returns the number of each revision by its id."""
    subprocess.run(["git", "-C", repository, "update-ref", "-d", "refs/heads/none"], check=False, capture_output=True)
    subprocess.run(["git", "-C", repository, "fast-import", "--quiet", "--force"],
                   input=stream(history, name, separator, first), check=True)
    found = fixture.run("git", "-C", repository, "log", "--format=%H %s", "main").stdout.split("\n")
    return dict(line.split(" ", 1) for line in found if " " in line)


def ask_twf(plan, provision, numbers, version):
    runs = json.loads(fixture.run("twf", "words", plan, provision, "--part", "means", "--language", "ar", "--json").stdout)["words"]
    ends, at, right, run = [], 0, 0, 0
    for each in runs:
        at += len(each["text"])
        ends.append(at)
    at = 0
    for word, number in version:
        while ends[run] <= at:
            run += 1
        told = {numbers.get(origin["revision"]) for origin in runs[run]["origins"]}
        right += told == {str(number)}
        at += len(word) + 1
    return right


def ask_git(lines, numbers, version):
    told = fixture.run("git", "-C", lines, "blame", "-w", "-C", "-C", "-l", "-s", "--root", "main", "--",
                       "words.txt").stdout.splitlines()
    return sum(numbers[line[:40]] == str(number) for line, (_, number) in zip(told, version))


def main():
    ours = theirs = words = 0
    with tempfile.TemporaryDirectory(dir=sys.argv[2]) as folder:
        plan = fixture.copy(fixture.plan(sys.argv[1], 10), pathlib.Path(folder, "plan.twf"))
        name = fixture.texts(plan)[3].replace("ar.txt", "means.ar.txt")
        first = "from " + fixture.run("git", "-C", plan, "rev-parse", "main").stdout.strip()
        lines = pathlib.Path(folder, "lines.git")
        fixture.run("git", "init", "--bare", "-b", "main", lines)
        for seed in range(HISTORIES):
            history = History(seed)
            version = history.versions[-1]
            ours += ask_twf(plan, name.split("/")[2], load(plan, history, name, " ", first), version)
            theirs += ask_git(lines, load(lines, history, "words.txt", "\n"), version)
            words += len(version)
    mine, other = 100 * ours / words, 100 * theirs / words
    fixture.row(f"right owners of words, {HISTORIES * EDITS} edits", mine, "%", "above 99 %, above git blame",
                mine > 99 and mine > other, other, "git blame -w -C -C, one word a line")


main()
