#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The room reads the text: from bracket to bracket by the keyboard, and what is decided about one is
in the text at once, in the count, and back with one undo.

Usage: test-reading.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
WORDS = {"en": "Decides to review progress every year in the light of the reports received.",
         "ar": "يقرر استعراض التقدم المحرز كل سنة في ضوء التقارير الواردة."}
OTHER = {"en": "Decides to review progress every two years in the light of the reports received.",
         "ar": "يقرر استعراض التقدم المحرز كل سنتين في ضوء التقارير الواردة."}


class Reading:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def opens(self):
        """Two delegations want other words, one a new paragraph, one that a paragraph goes."""
        driver.twf("new", self.path, "--template", "blank", "--title", "Plan", "--language", "en", "--language", "ar")
        names = {"EG": ["en Egypt", "ar مصر"], "UY": ["en Uruguay", "ar أوروغواي"]}
        edits = [{"op": "delegation", "code": code, "fields": {"Name": name}} for code, name in names.items()]
        # More than the window has room for.
        edits += [{"op": "add", "section": "rationale", "texts": WORDS}] * 40
        edits += [{"op": "add", "section": "actions", "texts": texts} for texts in (WORDS, OTHER, WORDS)]
        made = pathlib.Path(self.path.parent, "edits.json")
        made.write_text(json.dumps({"edits": edits}))
        driver.twf("apply", self.path, made)
        provisions = json.loads(driver.twf("show", self.path, "--json"))["provisions"]
        actions = [provision for provision in provisions if provision["section"] == "actions"]
        self.id, (one, other) = actions[0]["id"], names
        propose = ["propose", self.path, "--branch", "main"]
        self.pid = driver.twf(*propose, self.id, "--as", one, "--language", LANGUAGE, "--text",
                              OTHER[LANGUAGE]).strip().splitlines()[-1]
        driver.twf(*propose, actions[1]["id"], "--as", other, "--delete")
        driver.twf(*propose, "--as", other, "--section", "actions", "--after", actions[1]["id"],
                   "--language", "en", "--text", "Invites others to do the same.")
        driver.twf("position", self.path, self.pid, "--as", other, "--branch", "main", "retain")
        self.one, self.other = one, other
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("export"))
        self.program.focus_window()
        self.program.keys("ctrl+2")

    def page(self):
        return self.program.find("text", "Text of the Plan")

    def rows(self, matches):
        """The lines of the page."""
        return [line for line in driver.shown(self.page()).splitlines() if matches(line)]

    def count(self):
        return [node.name for node in self.program.find_all("label") if node.name and any(
            sign in node.name for sign in ("open bracket", "قوس", "أقواس", "Nothing is open", "لا شيء"))]

    def shows_brackets(self):
        program = self.program
        wait_for("the page", lambda: driver.has_focus_within(self.page()))
        driver.picture(f"reading-top-{LANGUAGE}")
        wait_for("a count", self.count)
        program.keys("F7")
        plain = lambda name: name.replace("\u2068", "").replace("\u2069", "")
        wait_for("the brackets", lambda: self.rows(lambda name: f"]({self.one}) ({self.other}" in plain(name)))
        driver.picture(f"reading-{LANGUAGE}")

    def goes_to_brackets(self):
        """Forward to the last, round the end and back to the first, whose panel says what can be done."""
        self.program.keys("F7", "F7", "F7")
        wait_for("what is proposed", self.accept_buttons)
        driver.picture(f"reading-bracket-{LANGUAGE}")

    def foresees(self):
        """F8 unfolds who stands where and what would come of the alternative, with the keyboard there."""
        program = self.program
        self.program.keys("F8")
        begins = program.say("Proposals still open: %s here, %s in the plan (now %s)").split("%s")[0]
        wait_for("what would come of it", lambda: program.find_all(
            "label", matches=lambda node: (node.name or "").startswith(begins)))
        objects = {"en": "Object (1): Uruguay", "ar": "يعترض (1): أوروغواي"}[LANGUAGE]
        program.find("label", matches=lambda node: (node.name or "").translate(
            {0x2068: None, 0x2069: None}) == objects)
        unfolded = program.say("If It Is Accepted")
        wait_for("the keyboard at it", lambda: any(driver.has_focus_within(node) for node in program.find_all(
            matches=lambda node: unfolded in (node.name or ""))))
        driver.picture(f"reading-foresee-{LANGUAGE}")

    def accept_buttons(self):
        begins = self.program.say("Accept") + ":"
        return self.program.find_all("push button", matches=lambda node: (node.name or "").startswith(begins))

    def accepts(self):
        program = self.program
        before = self.count()
        self.accept_buttons()[0].queryAction().doAction(0)
        wait_for("the words in the text", lambda: self.rows(
            lambda name: OTHER[LANGUAGE] in name and "[" not in name))
        wait_for("another count", lambda: self.count() != before)
        program.keys("F7")
        wait_for("the keyboard in the text", lambda: driver.has_focus_within(self.page()))
        program.keys("ctrl+z")
        wait_for("the bracket again", lambda: self.rows(lambda name: "[" in name and self.one in name))
        wait_for("the count again", lambda: self.count() == before)

    def sees(self, matches):
        """One is at such a line, and it is seen."""
        page = self.page()
        text = page.queryText()
        x, y, width, height = text.getCharacterExtents(text.caretOffset, driver.pyatspi.WINDOW_COORDS)
        box = driver.extents(page.parent)
        return matches(driver.current_line(page)) and box.y <= y and y + height <= box.y + box.height

    def keeps_place(self):
        """Lines go, come and are in another language, and one is still where one was."""
        program = self.program
        program.keys("F7")
        wait_for("the deletion", lambda: self.accept_buttons() and self.sees(
            lambda line: "[" in line and self.other in line))
        self.accept_buttons()[0].queryAction().doAction(0)
        wait_for("what comes next", lambda: self.sees(lambda line: "Invites" in line))
        program.activate("undo")
        wait_for("the deletion again", lambda: self.sees(lambda line: "[" in line and self.other in line))
        for language in ({"en": "ar", "ar": "en"}[LANGUAGE], LANGUAGE):
            program.activate("language", driver.GLib.Variant("s", language))
            wait_for("the other language", lambda: self.sees(lambda line: OTHER[language][:-1] in line))
        program.keys("shift+F7")
        wait_for("the first bracket", lambda: self.sees(lambda line: "[" in line and self.one in line))

    def shows_changes(self):
        """Clean, there is no bracket on the page."""
        self.program.choose("Shown as", 4)
        wait_for("a clean page", lambda: not self.rows(lambda name: "[" in name))
        self.program.choose("Shown as", 1)
        wait_for("brackets", lambda: self.rows(lambda name: f"- \u2068{self.one}" in name))
        wait_for("a narrow window", lambda: self.program.narrow(self.program.windows()[0]))
        wait_for("the page to be narrow", lambda: 0 < driver.extents(self.page()).width <= 420)
        driver.picture(f"reading-narrow-{LANGUAGE}")

    def goes_to_the_form(self):
        self.program.activate("show-page", driver.GLib.Variant("s", "draft"))
        wait_for("the words in the form", lambda: any(
            WORDS[LANGUAGE] in driver.shown(view) for view in driver.text_views(self.program)))


    def saves(self):
        """Accepted for good: the revision says under what mandate."""
        wait_for("what is proposed", self.accept_buttons)[0].queryAction().doAction(0)
        wait_for("the words in the form", lambda: any(
            OTHER[LANGUAGE] in driver.shown(view) for view in driver.text_views(self.program)))
        self.program.activate("save-revision", driver.GLib.Variant("s", "First reading"))
        wait_for("the revision", lambda: f"Mandate: proposal {self.pid}" in driver.run(
            "git", "-C", self.path, "log", "-1", "--format=%B", "main"))
        assert OTHER[LANGUAGE] in driver.twf("compile", self.path, "--language", LANGUAGE)

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Reading(folder)
        steps = [
            ("a plan with proposals is opened for reading", here.opens),
            ("what is open stands in brackets", here.shows_brackets),
            ("F7 goes to a bracket", here.goes_to_brackets),
            ("F8 shows what would come of it", here.foresees),
            ("what is accepted is in the text, and back with one undo", here.accepts),
            ("one stays where one is, whatever comes and goes", here.keeps_place),
            ("it is shown clean, and in the other notation", here.shows_changes),
            ("from the text to its form", here.goes_to_the_form),
            ("what was accepted is saved", here.saves),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"reading-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
