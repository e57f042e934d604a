#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What is to be translated of 2,000 provisions in six languages whose source has changed since: the list in the real
window, from one text to the next, the same by `twf translations`, and letters typed beside it. The peer is `git log -p`
of the same plan, which reads the changes and says nothing of translations."""

import json
import os
import pathlib
import statistics
import sys
import tempfile

import fixture

PROVISIONS, LETTERS, BAR = 2000, 200, 300
LANGUAGES = ("ar", "en", "fr", "es", "ru", "zh")
WITH_DISPLAY = pathlib.Path(__file__).resolve().parent.parent / "with-display"


def apply(plan, file, edits):
    """Returns what it prints: the ids."""
    file.write_text(json.dumps({"edits": edits}, ensure_ascii=False), encoding="utf-8")
    return fixture.run("twf", "apply", plan, file).stdout.split()


def six_languages(folder):
    """Every source changed after all its translations."""
    plan, file = folder / "plan.twf", folder / "edits.json"
    fixture.run("twf", "new", plan, "--title", fixture.TITLE, "--template", "blank",
                *(word for one in LANGUAGES for word in ("--language", one)))
    texts = [{one: (fixture.ARABIC if one == "ar" else f"{one}: {fixture.ENGLISH}").format(number) for one in LANGUAGES}
             for number in range(PROVISIONS)]
    ids = apply(plan, file, [{"op": "add", "section": "actions", "texts": six} for six in texts])
    apply(plan, file, [{"op": "edit", "id": id_, "texts": {"ar": six["ar"] + " فوراً"}}
                       for id_, six in zip(ids[-PROVISIONS:], texts)])
    return plan


def main():
    build = pathlib.Path(sys.argv[1])
    os.environ["PATH"] = f"{build / 'app' / 'cli'}:{os.environ['PATH']}"
    environment = {**os.environ, "GSETTINGS_SCHEMA_DIR": str(build / "data"), "GDK_DEBUG": "gl-disable",
                   "GSK_RENDERER": "cairo"}
    helpers = build / "tests" / "bench"
    with tempfile.TemporaryDirectory(dir=sys.argv[2]) as name:
        plan = six_languages(pathlib.Path(name))
        logged = fixture.timed("git", "-C", plan, "log", "-p", "main") * 1000
        listed = fixture.timed("twf", "translations", plan, "--language", "fr") * 1000
        said = fixture.run("bash", WITH_DISPLAY, helpers / "translations-times", plan, "fr", env=environment).stdout
        typed = fixture.run("bash", WITH_DISPLAY, helpers / "typing-times", plan, LETTERS, env=environment).stdout
    found = {words[0]: float(words[1]) for words in map(str.split, said.splitlines()) if len(words) == 2}
    letters = sorted(float(line.split()[0]) for line in typed.splitlines() if len(line.split()) == 2)
    work = f"translations, {PROVISIONS} provisions x {len(LANGUAGES)} languages"
    fixture.row(f"{work}: the list is shown", found["list"], "ms", f"{BAR} ms", found["list"] <= BAR)
    fixture.row(f"{work}: the same, of the processor", found["list-processor"], "ms", "reported", True)
    fixture.row(f"{work}: from one to the next", found["step"], "ms", "100 ms", found["step"] <= 100)
    fixture.row(f"{work}: the same, of the processor ", found["step-processor"], "ms", "reported", True)
    fixture.row(f"{work}: what history tells", found["history"], "ms", "reported", True, logged, "git log -p")
    fixture.row(f"{work}: twf translations", listed, "ms", "reported", True, logged, "git log -p")
    fixture.row(f"{work}: a letter typed (median)", statistics.median(letters), "ms", "reported", True)


main()
