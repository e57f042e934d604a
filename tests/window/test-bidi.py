#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The golden texts (tests/bidi) on every page and in every dialog (pages.py), as accessibility hands out what labels and texts
really hold, set as Pango sets it: each is seen in the order of its language, and a sentence of the interface runs as the
interface does, whatever name or symbol it begins with.

Usage: test-bidi.py LANGUAGE [PAGE...]   (of the interface)
"""

import os
import sys
import tempfile

import driver
import pages
from pages import golden

import visual

LANGUAGE, ONLY = sys.argv[1], sys.argv[2:]
OWN = visual.RTL if LANGUAGE == "ar" else visual.LTR


def lines_of(program):
    """Every line of text on the screen, with the role of what shows it."""
    for window in program.windows():
        for node in driver.walk(window):
            if "Text" not in node.get_interfaces() or not driver.is_on_screen(node):
                continue
            for line in driver.text_of(node).splitlines():
                if line.strip():
                    yield node.getRoleName(), line


def outside(line):
    """What of @line is between no isolates."""
    depth, said = 0, ""
    for sign in line:
        if sign in "\u2066\u2067\u2068":
            depth += 1
        elif sign == "\u2069":
            depth = max(depth - 1, 0)
        elif depth == 0:
            said += sign
    return said


def scripts(text):
    """Which directions the letters of @text have."""
    return {visual.is_rtl(sign) for sign in text} - {None}


def faults_of(line):
    base = visual.pango(line, OWN)
    for text, tokens in (golden.of("ar") + golden.of("en")):
        try:
            wrong = visual.fault(line, base, text, tokens)
        except LookupError:
            continue
        if wrong is not None:
            yield f"{wrong}: {ascii(line)} is seen as {visual.drawn(line, base)}"
            return
    # A sentence of the interface with values in it; a text of the plan in another language is not meant.
    plain = outside(line)
    if plain != line and (OWN == visual.RTL) in scripts(visual.clean(plain)) and base != OWN:
        yield f"runs against the interface: {ascii(line)}"


def still(program):
    """The lines, once two looks are the same."""
    before = None
    for _ in range(6):
        now = list(lines_of(program))
        if now == before:
            break
        before = now
    return now


def main():
    bad, looked = [], 0
    driver.PATIENCE = 15  # A page that does not come is told, and the next is looked for.
    with tempfile.TemporaryDirectory(prefix="tawafuq-") as folder:
        os.environ.update(XDG_STATE_HOME=f"{folder}/state", XDG_DATA_HOME=f"{folder}/data",
                          XDG_CONFIG_HOME=f"{folder}/config")
        path, ids = pages.sample(folder)
        pages.speak(path, ids)
        walk = pages.Walk(path, ids, LANGUAGE)
        wanted = [name for name in pages.PAGES if not ONLY or name in ONLY]
        print(f"1..{len(wanted)}", flush=True)
        try:
            for number, name in enumerate(wanted, 1):
                try:
                    pages.PAGES[name][1](walk)
                    lines = still(walk.program)
                    wrong = sorted({one for _, line in lines for one in faults_of(line)})
                    looked += len(lines)
                    walk.leaves()
                except (driver.Vain, AssertionError) as error:
                    lines = []
                    wrong = [f"was not reached: {error}", f"picture: {driver.picture(f'bidi-{LANGUAGE}-{name}')}"]
                    walk.end()
                    walk.start()
                for one in wrong:
                    print(f"# {name}: {one}")
                bad += wrong
                print(f"{'not ok' if wrong else 'ok'} {number} - {name}: {len(lines)} lines", flush=True)
        finally:
            walk.end()
    return 1 if bad or looked == 0 else 0


sys.exit(main())
