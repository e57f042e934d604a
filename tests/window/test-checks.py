#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What the languages of a provision say differently stands in its form and is counted in the overview; it is accepted
with a button, that is undone, and what is put right is no finding any more.

Usage: test-checks.py LANGUAGE   (of the interface)
"""

import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
TEXTS = {"en": "States shall ensure safe water in every school by 2032.", "ar": "تكفل الدول الماء المأمون في كل مدرسة بحلول عام 2031."}
OTHER = {"en": "ar", "ar": "en"}[LANGUAGE]


def plain(text):
    return text.replace("\u2068", "").replace("\u2069", "")


class Checks:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def opens(self):
        driver.twf("new", self.path, "--template", "blank", "--title", "Plan", "--language", "en", "--language", "ar")
        self.id = driver.twf("add", self.path, "--section", "objectives", "--language", "en", "--text",
                             TEXTS["en"]).strip()
        driver.twf("edit", self.path, self.id, "--language", "ar", "--text", TEXTS["ar"])
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("export"))
        self.program.focus_window()

    def buttons(self):
        begins = self.program.say("Accept") + ": "
        return self.program.find_all("push button", matches=lambda node: (
            (node.name or "").startswith(begins) and "2031" in node.name and "2032" in node.name))

    def shows_the_finding(self):
        self.program.activate("show-provision", driver.GLib.Variant("s", self.id))
        wait_for("the finding", self.buttons)
        self.program.find("label", self.program.say("Numbers and years"))
        driver.picture(f"checks-{LANGUAGE}")
        _, nameless = driver.unnamed(self.program)
        assert not nameless, nameless

    def selects_the_words(self):
        """Return in the row of a finding leads to its words."""
        rows = wait_for("the row", lambda: [row for row in self.program.find_all("list item", matches=lambda node: any(
            one.name == button.name for button in self.buttons() for one in driver.walk(node)))])
        self.program.click_at(wait_for("its title", lambda: self.program.find_all(
            "label", self.program.say("Numbers and years"), root=rows[-1]))[0])
        wait_for("the words", lambda: any(self.selected(view) in ("2031", "2032") for view in driver.text_views(self.program)))
        driver.picture(f"checks-words-{LANGUAGE}")

    @staticmethod
    def selected(view):
        text = view.queryText()
        start, end = text.getSelection(0) if text.getNSelections() > 0 else (0, 0)
        return text.getText(start, end) if end > start else ""

    def rows(self, count):
        name = f"{self.program.say('Numbers and years')}: {count}"
        return [node for node in self.program.find_all("list item") if plain(node.name or "") == name]

    def is_counted(self):
        self.program.keys("ctrl+5")
        wait_for("its figure", lambda: self.rows(1))
        driver.picture(f"checks-overview-{LANGUAGE}")

    def accepts(self):
        self.program.keys("ctrl+1")
        wait_for("the finding", self.buttons)[0].queryAction().doAction(0)
        wait_for("nothing found", lambda: not self.buttons())
        self.program.keys("ctrl+5")
        wait_for("no figure", lambda: not self.rows(1))

    def undoes(self):
        self.program.keys("ctrl+1")
        self.program.keys("ctrl+z")
        wait_for("the finding again", self.buttons)

    def is_put_right(self):
        view = next(view for view in driver.text_views(self.program) if "2031" in driver.shown(view)
                    or "2032" in driver.shown(view))
        driver.set_text(view, driver.shown(view).replace("2031", "2032") if "2031" in driver.shown(view)
                        else driver.shown(view).replace("2032", "2031"))
        wait_for("nothing found", lambda: not self.buttons())

    def fits_a_telephone(self):
        self.program.keys("ctrl+z")
        wait_for("the finding again", self.buttons)
        wait_for("a narrow window", lambda: self.program.narrow(self.program.windows()[0]))
        self.program.activate("show-provision", driver.GLib.Variant("s", self.id))
        wait_for("a narrow button", lambda: self.buttons() and driver.extents(self.buttons()[0]).width < 200)
        driver.picture(f"checks-narrow-{LANGUAGE}")

    def saves(self):
        """What is accepted is of the plan: it stands in the next revision."""
        self.buttons()[0].queryAction().doAction(0)
        wait_for("nothing found", lambda: not self.buttons())
        self.program.activate("save-revision", driver.GLib.Variant("s", "Accepted"))
        wait_for("it to be saved", lambda: "Accepted-difference" in driver.twf("show", self.path, "--json"))

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Checks(folder)
        steps = [
            ("a plan of two languages is opened", here.opens),
            ("the form says what they say differently", here.shows_the_finding),
            ("its row leads to its words", here.selects_the_words),
            ("the overview counts it", here.is_counted),
            ("it is accepted", here.accepts),
            ("that is undone", here.undoes),
            ("what is put right is no finding", here.is_put_right),
            ("it fits a telephone", here.fits_a_telephone),
            ("what is accepted is saved", here.saves),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"checks-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
