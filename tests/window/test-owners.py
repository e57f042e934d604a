#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Whose each word of a text is, seen in the window as `twf words` says it.

Usage: test-owners.py LANGUAGE   (of the interface)
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


class Owners:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def twf(self, verb, *words):
        return driver.twf(verb, self.path, *words)

    def merge(self, *words):
        """Ends with 1 as long as something is to be decided."""
        subprocess.run([driver.BUILD / "app" / "cli" / "twf", "merge", self.path, *words], check=False, capture_output=True)

    def opens(self):
        """Egypt's word is proposed and accepted, Jordan's are joined, the facilitator takes out the end."""
        self.twf("new", "--title", "الماء", "--language", "ar", "--language", "en", "--template", "blank")
        delegations = [{"op": "delegation", "code": code, "fields": {"Sponsor": "signatory"}} for code in ("EG", "JO")]
        edits = pathlib.Path(self.path.parent, "edits.json")
        edits.write_text(json.dumps({"edits": delegations}), encoding="utf-8")
        self.twf("apply", edits)
        self.id = self.twf("add", "--section", "objectives", "--language", "ar", "--text", FIRST).strip()
        self.twf("edit", self.id, "--language", "ar", "--text", EGYPT, "--as", "EG", "-m", "Girls as well")
        self.twf("edit", self.id, "--language", "ar", "--text", JORDAN, "--as", "JO", "-m", "And its tests")
        self.merge("EG", "JO")
        for owner in ("EG", "JO"):
            proposals = json.loads(self.twf("proposals", "--owner", owner, "--json"))["proposals"]
            self.twf("accept", proposals[0]["id"], "-m", f"Agreed with {owner}")
        text = json.loads(self.twf("show", self.id, "--json"))["texts"]["ar"]
        self.twf("edit", self.id, "--language", "ar", "--text", text.replace(" ماء", ""), "-m", "Shorter")
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("compare"))
        self.program.focus_window()

    def dialog(self):
        return wait_for("the window", lambda: self.program.windows()[1:])[-1]

    def labels(self):
        return [node.name for node in driver.walk(self.dialog()) if node.name and driver.is_on_screen(node)]

    def bare(self, text):
        """@text without what only directs it."""
        for mark in "\u200e\u200f\u2066\u2067\u2068\u2069":
            text = text.replace(mark, "")
        return text.replace("\u00a0", " ")

    def find_text(self):
        """The text with the marks behind the words."""
        return [name for name in map(self.bare, self.labels()) if name.startswith("أن يتعلم") and "EG" in name]

    def shows(self):
        program = self.program
        assert not program.is_enabled("owners")
        program.activate("show-provision", driver.GLib.Variant("s", self.id))
        wait_for("a provision", lambda: program.is_enabled("owners"))
        program.activate("owners")
        self.choose("ar")
        wait_for("the words", self.find_text)

    def says_whose(self):
        """Word for word what the command says; each mark is explained."""
        words = json.loads(self.twf("words", self.id, "--language", "ar", "--json"))["words"]
        said = [(run["text"].strip(), run["origins"][0]["owners"]) for run in words]
        assert ("وتلميذة", ["EG"]) in said and ("وكيف يُفحص", ["JO"]) in said, said
        facilitator = self.bare(self.program.say("Facilitator"))
        whole = " ".join(f"{text} {', '.join(owners) or facilitator}" for text, owners in said)
        wait_for("all of it", lambda: self.find_text()[0].strip() == whole)
        for code, names in (("EG ", ("Egypt", "مصر")), ("JO ", ("Jordan", "الأردن"))):
            wait_for(f"the mark {code}", lambda: any(
                name.startswith(code) and any(one in name for one in names) for name in map(self.bare, self.labels())))

    def says_names(self):
        """Everything that can have the keyboard has a name, and a row says its words."""
        driver.all_named(self.program, 5, self.dialog())
        rows = [self.bare(node.name) for node in self.program.find_all("list item", root=self.dialog())]
        assert any("وتلميذة" in row and "Agreed with EG" in row for row in rows), rows

    def shows_what_went(self):
        self.window = wait_for("a narrow window", lambda: self.program.narrow(self.dialog()))
        self.program.focus_window(self.window)
        assert "ماء" not in self.find_text()[0]
        box = self.program.find("check box", "Also the words that went", root=self.dialog())
        self.program.click_at(box)
        wait_for("the word that went", lambda: any("ماء" in text for text in self.find_text()))
        # What a merge left in a proposal that was accepted since did not go.
        wait_for("it once", lambda: self.find_text()[0].count("وتلميذة") == 1)
        deleted = self.bare(self.program.say("Deleted: %s").replace("%s", ""))
        wait_for("who took it out", lambda: any(deleted in self.bare(name) for name in self.labels()))
        driver.picture(f"owners-{LANGUAGE}")

    def choose(self, language):
        """The list has the texts in the order of the plan's languages."""
        languages = json.loads(self.twf("show", "--json"))["languages"]
        self.program.focus_window(self.program.x_window_of(self.dialog()))
        self.program.choose("Which text", languages.index(language), root=self.dialog())

    def chooses(self):
        """A text that is not there has no words."""
        self.choose("en")
        wait_for("that there are none", lambda: self.program.find_all(name="No Words Yet", root=self.dialog()))

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Owners(folder)
        steps = [
            ("a plan is opened", here.opens),
            ("the words of a provision are shown", here.shows),
            ("each word has its owner", here.says_whose),
            ("all that takes the keyboard has a name", here.says_names),
            ("the words that went are shown where they stood", here.shows_what_went),
            ("another text is chosen", here.chooses),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"owners-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
