#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The words that differ between two long Arabic texts: from process to process, beside dwdiff and git."""

import pathlib
import random
import statistics
import subprocess
import sys

import fixture

BYTES = 1_000_000
CHANGED = 0.05
ROUNDS = 5
STEMS = (
    "دول حماية تراث ثقافة متحف اتجار ممتلك تعاون تنفيذ خطة تدبير قانون وطن مجتمع مدني منظمة تدريب معلومة تبادل "
    "ضحية شخص طفل امرأة عمل برنامج هدف مبدأ أساس نزاع سلم أمن حق إنسان تنمية مورد مياه تمويل صندوق جمعية عامة قرار "
    "دورة لجنة تقرير أمين مؤتمر اتفاقية بروتوكول طرف سياسة استراتيجية وقاية ملاحقة عقاب شراكة قدرة تعزيز دعم مساعدة "
    "تقنية رصد تقييم بحث دراسة توعية حملة تعليم صحة رعاية إعادة اندماج عودة حدود هجرة عمالة استغلال فقر بطالة مساواة"
).split()
BEFORE = ("", "ال", "و", "وال", "لل", "ب", "بال", "ل", "ف", "ك")
BEHIND = ("", "", "ات", "ها", "هم", "ين", "ية", "نا")
SHORT = "في من على إلى أن التي الذي مع عن هذا هذه ما لا كل بين أو".split()
WORDS = r"[[:alnum:]]+|[^[:space:]]"


def vocabulary(chance):
    """Some thousand words, the first of them the most frequent, as in a language."""
    words = [before + stem + behind for stem in STEMS for before in BEFORE for behind in BEHIND]
    chance.shuffle(words)
    return words


def word(chance, words):
    if chance.random() < 0.25:
        return chance.choice(SHORT)
    # Zipf's law, as Mandelbrot corrected it: the n-th word has a share of 1 / (n + 2.7).
    return words[int(2.7 * ((len(words) + 2.7) / 2.7) ** chance.random() - 2.7)]


def sentence(chance, words):
    made = [word(chance, words) for _ in range(chance.randint(8, 30))]
    if len(made) > 12:
        made[len(made) // 2] += "،"
    return " ".join(made) + chance.choice("..؛")


def make(chance, words):
    """Paragraphs of two to five sentences."""
    paragraphs, size = [], 0
    while size < BYTES:
        paragraphs.append(" ".join(sentence(chance, words) for _ in range(chance.randint(2, 5))))
        size += len(paragraphs[-1].encode()) + 1
    return "\n".join(paragraphs) + "\n"


def change(chance, words, text):
    """One word in twenty replaced, left out or doubled by another."""
    lines = []
    for line in text.split("\n"):
        parts = []
        for part in line.split(" "):
            if line and chance.random() < CHANGED:
                parts += chance.choice(([word(chance, words)], [word(chance, words)], [], [part, word(chance, words)]))
            else:
                parts.append(part)
        lines.append(" ".join(parts))
    return "\n".join(lines)


def clock(*command):
    """The median, in ms. A difference is no failure: these programs say it by their status."""
    fixture.run(*command, check=False)
    return fixture.median_ms([fixture.timed(*command, check=False) for _ in range(ROUNDS)])


def main():
    build, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    chance = random.Random(20100312)
    words = vocabulary(chance)
    old, new = folder / "old.txt", folder / "new.txt"
    text = make(chance, words)
    old.write_text(text, encoding="utf-8")
    new.write_text(change(chance, words, text), encoding="utf-8")
    twf = pathlib.Path(build, "app", "cli", "twf")
    git = ["git", "-c", "core.attributesFile=/dev/null", "diff", "--no-index", "--no-color"]
    ours = clock(twf, "diff-text", "--language", "ar", old, new)
    start = clock(twf, "--version")
    peers = {
        "dwdiff": (clock("dwdiff", old, new), 4, "4 x"),
        "git, regex": (clock(*git, "--word-diff=plain", "--word-diff-regex=" + WORDS, old, new), 1, "as fast"),
        "git, blanks": (clock(*git, "--word-diff=plain", old, new), 0, "none: blanks are no words"),
    }
    for name, (other, least, reach) in peers.items():
        work = "word difference of two 1 MB Arabic texts, 5 % of words changed"
        fixture.row(work, ours, "ms", reach, other / ours >= least, other, name)
    own, icu = (float(line) for line in fixture.run(pathlib.Path(build, "tests", "bench", "segment-times"), old, new).stdout.split())
    print(f"of {ours:.0f} ms, {start:.0f} are the start of the process; the difference itself is {(ours - start) / icu:.2f} x ICU")
    print(f"both texts into words: {own:.1f} ms; every word through ICU: {icu:.1f} ms")


main()
