#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The spelling of a text of 20,000 characters, in Arabic and English: reading the dictionary, words never seen before, and
once more, as after a pause in typing. It is done on a thread of its own; nobody waits for it."""

import json
import os
import pathlib
import subprocess
import sys

import fixture

CHARACTERS = 20000
CHECKED = 0


def words(language):
    """What the sample plan says, over and over: each time with other letters at the end, so that no word was seen."""
    sample = json.loads((pathlib.Path(__file__).resolve().parents[2] / "data" / "sample" / "sample.json").read_text(encoding="utf-8"))
    texts = [edit["texts"][language] for edit in sample["edits"] if language in edit.get("texts", {})]
    endings = ["", *("ab ed ing ly er est ness".split() if language == "en" else "ها هم كم نا ات ون ين".split())]
    text = ""
    for ending in endings * 50:
        text += " ".join(word + ending for one in texts for word in one.split()) + "\n"
        if len(text) >= CHARACTERS:
            return text[:CHARACTERS]
    return text


def main():
    for language in ("ar", "en"):
        file = pathlib.Path(sys.argv[2], f"text.{language}")
        file.write_text(words(language), encoding="utf-8")
        done = subprocess.run([pathlib.Path(sys.argv[1], "tests", "bench", "spelling-times"), language, file],
                              capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
        state, *times, unknown = done.stdout.split()
        if int(state) != CHECKED:
            print(f"no dictionary for {language} is installed")
            continue
        read, first, again = map(float, times)
        work = f"spelling of {CHARACTERS} characters in {language}"
        fixture.row(f"{work}: the dictionary", read, "ms", "within 2 s", read < 2000)
        fixture.row(f"{work}: for the first time ({unknown} unknown)", first, "ms", "within 400 ms", first < 400)
        fixture.row(f"{work}: again", again, "ms", "within 50 ms", again < 50)


main()
