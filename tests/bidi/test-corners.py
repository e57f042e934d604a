#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The golden texts (golden.py) in every corner that is written: what twf prints, text, HTML and PDF. Whatever stands around
a text, its words are seen in the order of its own language.

Usage: test-corners.py TWF
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata
from html import unescape

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))

import golden
from case import TWF, Skip, as_json, main, out, test
from visual import AUTO, Flattened, drawn, fault, is_rtl

WORDS = {"ar": "جديد", "en": "anew"}
OWNERS = {"ar": {"EG": "مصر", "KE": "UNODC"}, "en": {"EG": "Egypt", "KE": "الأردن"}}
INTERFACES = ("ar", "en")


def interface(language):
    return {"LANGUAGE": language, "LC_ALL": "C.UTF-8"}


def make(language):
    """A plan whose provisions are the golden texts of @language, in that language alone, with a delegation that asks for one
    word more in each and another that asks for the same in a proposal; (its path, text -> id)."""
    plan = f"plan-{language}.twf"
    texts = golden.of(language)
    out("new", plan, "--title", texts[0][0], "--language", language, "--template", "blank")
    edits = [{"op": "delegation", "code": code, "fields": {"Sponsor": "signatory", "Name": {language: name}}}
             for code, name in OWNERS[language].items()]
    edits += [{"op": "add", "section": "objectives", "texts": {language: text}} for text, _ in texts]
    out("apply", plan, "-", "-m", "What was typed", stdin=json.dumps({"edits": edits}).encode())
    ids = {one["texts"][language]: one["id"] for one in as_json("show", plan)["provisions"]}
    for text, _ in texts:
        more = f"{text} {WORDS[language]}"
        out("propose", plan, ids[text], "--language", language, "--text", more, "--reason", texts[3][0],
            "--as", "KE", "--branch", "main")
    for text, _ in texts[:6]:
        more = f"{text} {WORDS[language]}"
        out("edit", plan, ids[text], "--language", language, "--text", more, "--as", "EG", "-m", "One word more")
    return plan, ids


def faults(lines, language, where):
    """Checks each golden text in each line it stands in; returns (faults, texts that were found)."""
    found, bad = set(), []
    for line, base in lines:
        for text, tokens in golden.of(language):
            try:
                wrong = fault(line, base, text, tokens)
            except LookupError:
                continue
            found.add(text)
            if wrong is not None:
                bad.append(f"{where}: {wrong}: {ascii(line)} is seen as {drawn(line, base)}")
    return bad, found


def check(printed, wanted):
    """@printed: (where, lines with their base direction, language of the texts). Where it begins with a word of @wanted,
    all golden texts must be there."""
    bad = []
    for where, lines, language in printed:
        wrong, found = faults(lines, language, where)
        bad += wrong
        if where.split()[0] in wanted:
            bad += [f"{where}: {text} is not there" for text, _ in golden.of(language) if text not in found]
    assert not bad, f"{len(bad)} faults:\n" + "\n".join(bad[:400])


def plain(text):
    """Without the backslashes that a compilation puts before words of the plan that could be taken for its signs."""
    return [(line.replace("\\", ""), AUTO) for line in text.splitlines()]


@test
def what_twf_prints():
    printed = []
    for language in ("ar", "en"):
        plan, ids = make(language)
        texts = golden.of(language)
        first = ids[texts[0][0]]
        commands = [
            ["show", plan], ["log", plan], ["log", plan, "--branch", "delegations/EG"],
            ["proposals", plan], ["diff", plan, "main", "delegations/EG"], ["compile", plan], ["words", plan, first],
            ["since", plan, "--as", "EG"], ["inbox", plan], ["overview", plan], ["delegation", plan, "EG"],
            ["check", plan], ["check", plan, "--spelling"], ["merge", plan, "EG", "--dry-run"], ["account", plan],
            ["wordings", plan, first],
        ]
        for spoken in INTERFACES:
            for words in commands:
                done = subprocess.run([TWF, *words], capture_output=True, text=True,
                                      env={**os.environ, **interface(spoken)})
                printed.append((f"{words[0]} {' '.join(words[2:])} of {language} in {spoken}",
                                plain(done.stdout + done.stderr), language))
    check(printed, ("show",))


def exported(plan, language, format, view):
    file = pathlib.Path(f"{plan}-{view}.{format}")
    out("export", plan, "--format", format, "--view", view, "--language", language, "-o", file)
    return file


VIEWS = ("clean", "compilation", "changes", "table", "chair")


@test
def text():
    printed = []
    for language in ("ar", "en"):
        plan, _ = make(language)
        for view in VIEWS:
            page = exported(plan, language, "text", view).read_text(encoding="utf-8")
            printed.append((f"text {view} of {language}", plain(page), language))
            assert page.strip()
    check(printed, ("text",))


@test
def html():
    printed = []
    for language in ("ar", "en"):
        plan, _ = make(language)
        for view in VIEWS:
            page = exported(plan, language, "html", view).read_text(encoding="utf-8")
            printed.append((f"html {view} of {language}", Flattened(page.replace("\\", "")).lines, language))
    check(printed, ("html",))


def letters(text):
    """@text without what a PDF may hold in another form: spaces, marks above letters, tatweel, punctuation."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LN" and sign != "\u0640")


def from_left(text):
    return letters(text)[::-1] if is_rtl(text) else letters(text)


def seen_lines(file):
    """The lines of a PDF as they lie on the page, from left to right: by the places of their letters, not by their order
    in the file."""
    page = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True).stdout
    lines, number = {}, 0
    for entry in re.findall(r'<page |<word xMin="([\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>', page):
        if not entry[0]:
            number += 1
            continue
        left, below, word = float(entry[0]), float(entry[1]), unescape(entry[2])
        # Letters of several fonts stand on one line, and reach below it by little.
        key = next((key for key in lines if key[0] == number and abs(key[1] - below) < 6), (number, below))
        lines.setdefault(key, []).append((left, from_left(word)))
    return ["".join(word for _, word in sorted(words)) for words in lines.values()]


@test
def pdf():
    if shutil.which("pdftotext") is None:
        raise Skip("pdftotext is not installed")
    bad = []
    for language in ("ar", "en"):
        plan, _ = make(language)
        lines = seen_lines(exported(plan, language, "pdf", "clean"))
        for text, tokens in golden.of(language):
            wanted = "".join(from_left(token) for token in tokens)
            if not any(wanted in line for line in lines):
                near = [line for line in lines if letters(tokens[0]) in (line, line[::-1]) or from_left(tokens[0]) in line]
                bad.append(f"{text}: {ascii(wanted)} is not seen; but {[ascii(line) for line in near[:3]]}")
    assert not bad, "\n".join(bad)


sys.exit(main())
