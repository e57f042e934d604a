#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""How far the text has come, by keyboard and accessibility: the figures are those of twf overview, each opens
what it counts, and what is accepted meanwhile changes them.

Usage: test-overview.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
TEXTS = {"en": ["States shall ensure safe water in every school by 2032.", "States shall protect springs and wells.",
                "Decides to review progress every year."],
         "ar": ["تكفل الدول الماء المأمون في كل مدرسة بحلول عام 2032.", "تحمي الدول الينابيع والآبار.",
                "يقرر استعراض التقدم المحرز كل سنة."]}
OTHER = {"en": "ar", "ar": "en"}[LANGUAGE]


def plain(text):
    return text.replace("\u2068", "").replace("\u2069", "")


class Overview:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def opens(self):
        """Of three provisions one is agreed, one has two brackets of one delegation, one a deletion of another's;
        what a third delegation holds is a reservation."""
        driver.twf("new", self.path, "--template", "blank", "--title", "Plan", "--language", LANGUAGE, "--language", OTHER)
        names = {"EG": ["en Egypt", "ar مصر"], "UY": ["en Uruguay", "ar أوروغواي"], "JO": ["en Jordan", "ar الأردن"]}
        edits = [{"op": "delegation", "code": code, "fields": {"Name": name}} for code, name in names.items()]
        made = pathlib.Path(self.path.parent, "edits.json")
        made.write_text(json.dumps({"edits": edits}))
        driver.twf("apply", self.path, made)
        self.names = {code: dict(name.split(" ", 1) for name in both)[LANGUAGE] for code, both in names.items()}
        sections = ("objectives", "objectives", "actions")
        self.ids = [driver.twf("add", self.path, "--section", section, "--language", LANGUAGE, "--text", text).strip()
                    for section, text in zip(sections, TEXTS[LANGUAGE])]
        propose = ["propose", self.path, "--branch", "main"]
        wording = TEXTS[LANGUAGE][0].replace("2032", "2030")
        self.pid = driver.twf(*propose, self.ids[0], "--as", "EG", "--language", LANGUAGE, "--text",
                              wording).strip()
        driver.twf(*propose, self.ids[1], "--as", "UY", "--delete")
        driver.twf("position", self.path, self.pid, "--as", "JO", "--branch", "main", "reserve")
        driver.twf("agree", self.path, self.ids[2], "--level", "plenary")
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("export"))
        self.program.focus_window()

    def rows(self, matches, root=None):
        return [node for node in self.program.find_all("list item", root=root) if matches(plain(node.name or ""))]

    def row_with_keys(self):
        """The row that the keyboard is in."""
        for node in driver.walk(self.program.windows()[-1]):
            if node.getRoleName() == "list item" and driver.has_state(node, driver.pyatspi.STATE_FOCUSED):
                return plain(node.name)
        return None

    def figure(self, title, count):
        return f"{self.program.say(title)}: {count}"

    def goes_to(self, begins):
        """Down the column, to the row that begins so."""
        names = [plain(node.name or "") for node in self.program.find_all("list item")]
        here = names.index(wait_for("the keyboard in a figure", self.row_with_keys))
        there = next(at for at, name in enumerate(names) if at >= here and name.startswith(begins))
        self.program.keys(*["Down"] * (there - here))
        wait_for(f"the keyboard at {begins}", lambda: (self.row_with_keys() or "").startswith(begins))

    def shows_figures(self):
        self.program.keys("ctrl+5")
        wait_for("the keyboard in the first figure", lambda: self.row_with_keys() == self.figure("Agreed in plenary", 1))
        told = json.loads(driver.twf("overview", self.path, "--json"))
        bracketed = told["stages"]["bracketed"]["count"]
        assert bracketed == 2
        open_there = self.figure("Not agreed, in brackets", bracketed)
        wait_for("what is in brackets", lambda: self.rows(lambda name: name == open_there))
        wait_for("whose it is", lambda: self.rows(lambda name: name.startswith(f"{self.names['EG']}: 1")))
        words = self.figure("Words of the text", told["words"])
        wait_for("its words", lambda: self.rows(lambda name: name.startswith(words)))
        self.program.find("label", matches=lambda node: plain(node.name or "").startswith("33 %")
                          or plain(node.name or "").endswith("33 %"))
        wait_for("a chart", lambda: self.program.find_all(matches=lambda node: (
            node.getRoleName() in ("image", "icon") and "33 %" in (node.name or ""))))
        driver.picture(f"overview-{LANGUAGE}")
        _, nameless = driver.unnamed(self.program)
        assert not nameless, nameless

    def opens_a_figure(self):
        """Who is left opens where; from there to the text, and back to the figure by Escape."""
        self.goes_to(self.names["JO"])
        self.program.keys("Return")
        wait_for("what it counts", lambda: TEXTS[LANGUAGE][0] in (self.row_with_keys() or ""))
        driver.picture(f"overview-list-{LANGUAGE}")
        self.program.keys("Escape")
        wait_for("the figure", lambda: (self.row_with_keys() or "").startswith(self.names["JO"]))

    def arrives(self):
        self.program.keys("Home")
        self.program.keys("Return")
        wait_for("what it counts", lambda: self.rows(lambda name: TEXTS[LANGUAGE][1] in name or TEXTS[LANGUAGE][0] in name))
        chosen = wait_for("the keyboard in it", self.row_with_keys)
        self.program.keys("Return")
        page = self.program.find("text", "Text of the Plan")
        wait_for("the reading page at it", lambda: "[" in driver.current_line(page))
        assert any(text in chosen for text in TEXTS[LANGUAGE][:2]), chosen

    def follows(self):
        """What is accepted on the way is counted when one comes back."""
        begins = self.program.say("Accept") + ":"
        self.program.activate("show-provision", driver.GLib.Variant("s", self.ids[0]))
        wait_for("what is proposed", lambda: self.program.find_all("push button", matches=lambda node: (
            node.name or "").startswith(begins)))[0].queryAction().doAction(0)
        self.program.keys("ctrl+5", "Escape")
        wait_for("one less", lambda: self.rows(lambda name: name == self.figure("Not agreed, in brackets", 1)))
        wait_for("Egypt to have done", lambda: not self.rows(lambda name: name.startswith(f"{self.names['EG']}: ")))

    def leads_to_a_missing_text(self):
        missing = self.program.say("%s: missing").removeprefix("%s")
        rows = wait_for("missing texts", lambda: self.rows(lambda name: missing in name))
        self.goes_to(plain(rows[0].name))
        self.program.keys("Return")
        wait_for("what it counts", lambda: TEXTS[LANGUAGE][0][:20] in (self.row_with_keys() or ""))
        self.program.keys("Return")
        wait_for("both languages in the form", lambda: len(driver.text_views(self.program)) >= 2)

    def fits_a_telephone(self):
        self.program.keys("ctrl+5", "Escape")
        wait_for("a narrow window", lambda: self.program.narrow(self.program.windows()[0]))
        wait_for("narrow rows", lambda: all(
            driver.extents(row).width <= 360 for row in self.rows(lambda name: name.startswith(self.names["UY"]))))
        driver.picture(f"overview-narrow-{LANGUAGE}")

    def grows(self):
        """With a revision more the history is one longer."""
        said = self.program.say("%s revisions") if LANGUAGE == "en" else "%s مراجعات"
        self.program.activate("save-revision", driver.GLib.Variant("s", "First reading"))
        wait_for("a longer history", lambda: self.program.find_all("label", matches=lambda node: plain(
            node.name or "") == said.replace("%s", "10")))

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Overview(folder)
        steps = [
            ("a plan under negotiation is opened", here.opens),
            ("Ctrl+5 shows its figures", here.shows_figures),
            ("a figure opens what it counts, and Escape goes back to it", here.opens_a_figure),
            ("from what it counts to the text", here.arrives),
            ("figures follow what is decided", here.follows),
            ("a missing text opens the form in both languages", here.leads_to_a_missing_text),
            ("it fits a telephone", here.fits_a_telephone),
            ("what is saved is in its history", here.grows),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"overview-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
