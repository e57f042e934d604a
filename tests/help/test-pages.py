#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Every page of the help is built in every language, for viewers of help and for browsers; pages in Arabic run from the
right, are whole, and lead to each other."""

import os
import pathlib
import re
import sys
import traceback
import xml.etree.ElementTree as ET

SOURCE = pathlib.Path(os.environ["TAWAFUQ_SOURCE"], "data", "help")
BUILD = pathlib.Path(os.environ["TAWAFUQ_BUILD"], "data", "help")
MALLARD = "{http://projectmallard.org/1.0/}"
LANGUAGES = ["C", *(SOURCE / "LINGUAS").read_text(encoding="utf-8").split()]
NAMES = sorted(page.stem for page in (SOURCE / "C").glob("*.page"))
RIGHT_TO_LEFT = {"ar"}


def page(language, name):
    return BUILD / "help" / language / "tawafuq" / f"{name}.page"


def html(language, name):
    return BUILD / "pages" / language / f"{name}.html"


def viewers_have_them(language):
    for name in NAMES:
        root = ET.parse(page(language, name)).getroot()
        assert root.get("id") == name, (name, root.get("id"))
        said = root.get("{http://www.w3.org/XML/1998/namespace}lang")
        assert said == (None if language == "C" else language), (name, said)


def browsers_have_them(language):
    for name in NAMES:
        text = html(language, name).read_text(encoding="utf-8")
        assert ('dir="rtl"' in text) == (language in RIGHT_TO_LEFT), name
        for target in re.findall(r'(?:href|src)="([^"#:]+)', text):
            assert (html(language, name).parent / target).exists(), (name, target)


def words(language, name):
    """Titles, texts and words of the interface, without what is the same everywhere."""
    found = []
    for node in ET.parse(page(language, name)).getroot().iter():
        if node.tag in (MALLARD + "title", MALLARD + "p", MALLARD + "desc", MALLARD + "gui"):
            found.append(re.sub(r"\s+", " ", "".join(node.itertext())).strip())
    return found


def nothing_is_left_out(language):
    """A text that is the same in both has no letters that would differ: a key, a command, PDF."""
    for name in NAMES:
        here, there = words("C", name), words(language, name)
        assert len(here) == len(there), name
        for one, other in zip(here, there):
            assert one != other or re.fullmatch(r"(twf [\w -]+|PDF|[\W\dA-Z]|(Shift|Ctrl|Alt|Return|Delete|Up|Down|F\d+|[\W\dA-Z])*)", one), (name, one)


def main():
    steps = []
    for language in LANGUAGES:
        steps.append((f"viewers of help have every page in {language}", viewers_have_them, language))
        steps.append((f"browsers have every page in {language}", browsers_have_them, language))
        if language != "C":
            steps.append((f"nothing is left out in {language}", nothing_is_left_out, language))
    print(f"1..{len(steps)}")
    good = True
    for number, (title, step, language) in enumerate(steps, 1):
        try:
            step(language)
            print(f"ok {number} {title}")
        except Exception:
            good = False
            print(f"not ok {number} {title}")
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
    return 0 if good else 1


sys.exit(main())
