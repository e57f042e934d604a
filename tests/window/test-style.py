#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What an editor would put right stands in the form and is put right with a button, and back with one undo; that a
proposal is softer is said in its row; what paragraphs open with is printed apart on the Reading page.

Usage: test-style.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
RECALLING = {"en": "Recalling also the duties of all States,", "ar": "وإذ تشير أيضا إلى واجبات الدول كافة،"}
WRONG = {"en": "Urges States to open schools.", "ar": "تحث الدول على فتح المدارس."}
RIGHT = {"en": "Urges States to open schools;", "ar": "تحث الدول على فتح المدارس؛"}
SOFT = {"en": "Encourages States to open schools;", "ar": "تشجع الدول على فتح المدارس؛"}
WORDS = {"en": ("Urges", "Encourages"), "ar": ("تحث", "تشجع")}
LAST = {"en": "Decides to meet again.", "ar": "تقرر أن تجتمع مرة أخرى."}


def plain(text):
    return text.replace("\u2068", "").replace("\u2069", "")


class Style:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def opens(self):
        driver.twf("new", self.path, "--template", "blank", "--title", "Plan", "--language", "en", "--language", "ar")
        edits = [{"op": "delegation", "code": "EG", "fields": {"Name": ["en Egypt", "ar مصر"]}},
                 {"op": "add", "section": "rationale", "texts": RECALLING}]
        edits += [{"op": "add", "section": "actions", "texts": texts} for texts in (WRONG, LAST)]
        made = pathlib.Path(self.path.parent, "edits.json")
        made.write_text(json.dumps({"edits": edits}))
        driver.twf("apply", self.path, made)
        shown = json.loads(driver.twf("show", self.path, "--json"))["provisions"]
        self.id = next(one["id"] for one in shown if one["texts"]["en"] == WRONG["en"])
        driver.twf("propose", self.path, "--branch", "main", self.id, "--as", "EG", "--language", LANGUAGE, "--text",
                   SOFT[LANGUAGE])
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("export"))
        self.program.focus_window()

    def buttons(self):
        begins = self.program.say("Fix") + ": "
        return self.program.find_all("push button", matches=lambda node: (
            (node.name or "").startswith(begins) and WRONG[LANGUAGE][-12:] in node.name))

    def texts(self):
        return [driver.shown(view) for view in driver.text_views(self.program)]

    def shows_the_finding(self):
        self.program.activate("show-provision", driver.GLib.Variant("s", self.id))
        wait_for("the finding", self.buttons)
        driver.picture(f"style-{LANGUAGE}")
        _, nameless = driver.unnamed(self.program)
        assert not nameless, nameless

    def says_that_it_is_softer(self):
        was, word = WORDS[LANGUAGE]
        told = self.program.say("%s → %s: softer") % (was, word)
        wait_for("what it does", lambda: [
            label for label in self.program.find_all("label") if plain(label.name or "") == told])

    def puts_it_right(self):
        self.buttons()[0].queryAction().doAction(0)
        wait_for("the text put right", lambda: RIGHT[LANGUAGE] in self.texts())
        wait_for("nothing found", lambda: not self.buttons())

    def undoes(self):
        self.program.keys("ctrl+z")
        wait_for("the text as it was", lambda: WRONG[LANGUAGE] in self.texts())
        wait_for("the finding again", self.buttons)

    def is_printed_apart(self):
        self.program.keys("ctrl+2")
        page = wait_for("the page", lambda: self.program.find("text", "Text of the Plan"))
        wait_for("its words", lambda: RECALLING[LANGUAGE] in driver.shown(page))
        at = driver.text_of(page).index(RECALLING[LANGUAGE])
        opening = {"en": "Recalling also", "ar": "وإذ تشير أيضا"}[LANGUAGE]

        def look(offset):
            found, _, _ = page.queryText().getAttributeRun(offset, False)
            return dict(one.split(":", 1) for one in found)

        wait_for("italics", lambda: look(at + 1).get("style") == "italic")
        assert look(at + len(opening) + 2).get("style", "normal") != "italic", look(at + len(opening) + 2)
        driver.picture(f"style-reading-{LANGUAGE}")

    def ends(self):
        self.program.keys("ctrl+1")
        wait_for("the finding", self.buttons)[0].queryAction().doAction(0)
        wait_for("the text put right", lambda: RIGHT[LANGUAGE] in self.texts())
        self.program.activate("save-revision", driver.GLib.Variant("s", "Style"))
        wait_for("a revision", lambda: "Style" in driver.twf("log", self.path))
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Style(folder)
        steps = [
            ("a plan in the manner of a resolution is opened", here.opens),
            ("the form says what an editor would put right", here.shows_the_finding),
            ("a proposal's row says that it is softer", here.says_that_it_is_softer),
            ("it is put right", here.puts_it_right),
            ("that is undone", here.undoes),
            ("what it opens with is printed apart", here.is_printed_apart),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"style-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
