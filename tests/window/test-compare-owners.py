#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Whose the words are that differ between two revisions, asked for by keyboard in the compare window.

Usage: test-compare-owners.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
FIRST = "أن يتعلم كل تلميذ من أين يأتي ماء مدرسته"
EGYPT = "أن يتعلم كل تلميذ وتلميذة من أين يأتي ماء مدرسته"
JORDAN = "أن يتعلم كل تلميذ من أين يأتي ماء مدرسته وكيف يُفحص"
NAMES = {"EG": ("Egypt", "مصر"), "JO": ("Jordan", "الأردن")}


class CompareOwners:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def twf(self, verb, *words):
        return driver.twf(verb, self.path, *words)

    def opens(self):
        """Egypt and Jordan each write a word on a branch, both are merged, and the facilitator takes out another."""
        self.twf("new", "--title", "الماء", "--language", "ar", "--language", "en", "--template", "blank")
        delegations = [{"op": "delegation", "code": code, "fields": {"Sponsor": "signatory"}} for code in NAMES]
        edits = pathlib.Path(self.path.parent, "edits.json")
        edits.write_text(json.dumps({"edits": delegations}), encoding="utf-8")
        self.twf("apply", edits)
        self.id = self.twf("add", "--section", "objectives", "--language", "ar", "--text", FIRST, "-m", "Begun").strip()
        self.twf("edit", self.id, "--language", "ar", "--text", EGYPT, "--as", "EG", "-m", "Girls as well")
        self.twf("edit", self.id, "--language", "ar", "--text", JORDAN, "--as", "JO", "-m", "And its tests")
        command = [driver.BUILD / "app" / "cli" / "twf", "merge", self.path, "EG", "JO", "--accept"]
        subprocess.run(command, check=False, capture_output=True)
        text = json.loads(self.twf("show", self.id, "--json"))["texts"]["ar"]
        assert "وتلميذة" in text and "يُفحص" in text, text
        self.twf("edit", self.id, "--language", "ar", "--text", text.replace(" ماء", ""), "-m", "Shorter")
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("compare"))
        self.program.focus_window()

    def dialog(self):
        return wait_for("the window", lambda: self.program.windows()[1:])[-1]

    def bare(self, text):
        """@text without what only directs it."""
        for mark in "\u200e\u200f\u2066\u2067\u2068\u2069":
            text = text.replace(mark, "")
        return text.replace("\u00a0", " ")

    def names(self, role=None):
        found = self.program.find_all(role, root=self.dialog())
        return [self.bare(node.name) for node in found if node.name]

    def row(self):
        """What the row of the objective says."""
        found = [name for name in self.names("list item") if "أن يتعلم" in name]
        return found[-1] if found else ""

    def say(self, words, value):
        return self.program.say(words).replace("%s", value)

    def country(self, code):
        return NAMES[code][0 if LANGUAGE == "en" else 1]

    def compares(self):
        """Jordan's branch with the last revision: which words came and which went is said."""
        self.program.keys("ctrl+shift+d")
        self.dialog()
        self.window = wait_for("a narrow window", lambda: self.program.narrow(self.dialog()))
        self.program.focus_window(self.window)
        # Behind the last revision stand the branches.
        self.program.choose("From", 2, root=self.dialog())
        deleted, inserted = self.program.say("deleted"), self.program.say("inserted")
        signs = (f"وتلميذة ({inserted})", f"ماء ({deleted})")
        wait_for("the comparison", lambda: all(sign in (self.row() or "") for sign in signs))

    def shows(self):
        """Ctrl+Shift+O: behind each word whose it is, and a legend that explains the marks."""
        self.program.focus_window(self.window)
        self.program.keys("F7", "ctrl+shift+o")
        egypt = self.say("Inserted: %s", self.country("EG"))
        facilitator = self.say("Deleted: %s", self.program.say("Facilitator"))
        wait_for("Egypt's word", lambda: f"وتلميذة ({egypt})" in self.row())
        wait_for("the facilitator's", lambda: f"ماء ({facilitator})" in self.row())
        marks = lambda: [name.strip() for name in self.names("label")]
        wait_for("what the mark says", lambda: f"EG  {self.country('EG')}" in marks())
        # In which revision and when.
        wait_for("when", lambda: any(name.startswith(f"EG  {egypt} · ") for name in marks()))
        labels = self.names("label")
        shown = [name for name in labels if name.startswith("أن يتعلم")]
        assert any("وتلميذة EG" in name for name in shown), shown
        driver.picture(f"compare-owners-{LANGUAGE}")

    def says_names(self):
        driver.all_named(self.program, 6, self.dialog())
        said = self.program.say("Whose Words")
        button = self.program.find(driver.BUTTONS, matches=lambda node: said in node.name, root=self.dialog())
        wait_for("it to be down", lambda: driver.has_state(button, driver.pyatspi.STATE_PRESSED))

    def remembers(self):
        """Two branches that know nothing of each other: still asked for, and what one never had is said so."""
        self.program.focus_window(self.window)
        egypt = self.say("Inserted: %s", self.country("EG"))
        never = self.program.say("The other text never had these words")
        self.program.choose("To", 1, root=self.dialog())
        wait_for("Egypt's branch", lambda: f"وكيف يُفحص ({never})" in self.row())
        wait_for("Egypt's word", lambda: f"وتلميذة ({egypt})" in self.row())

    def hides(self):
        self.program.focus_window(self.window)
        self.program.keys("ctrl+shift+o")
        inserted = self.program.say("inserted")
        wait_for("the words alone", lambda: f"وتلميذة ({inserted})" in self.row())
        assert not any(name.startswith("EG  ") for name in self.names("label"))

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = CompareOwners(folder)
        steps = [
            ("a plan is opened", here.opens),
            ("two revisions are compared", here.compares),
            ("each changed word has its owner", here.shows),
            ("all that takes the keyboard has a name", here.says_names),
            ("two branches are compared, with owners", here.remembers),
            ("the owners are left out again", here.hides),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"compare-owners-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
