#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Spelling in the form: a mistake that is typed is underlined after a while, the menu suggests what was meant, a name is
added to the plan's words and can be taken back; all with the keyboard.

Usage: test-spelling.py LANGUAGE   (of the interface; the text is in it as well)
"""

import json
import os
import pathlib
import sys
import tempfile

import driver
from driver import wait_for
from gi.repository import GLib

LANGUAGE = sys.argv[1]
# What is typed; the mistake in it, and what was meant; the name in it that no dictionary has.
TYPED, MISTAKE, MEANT, NAME = {
    "en": ("States strenghten Zumqol. ", "strenghten", "strengthen", "Zumqol"),
    "ar": ("تعزز الدول التعاونن في زقشطان. ", "التعاونن", "التعاون", "زقشطان"),
}[LANGUAGE]


class Spelling:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "plan.twf"
        self.program = None

    def starts(self):
        driver.make_sample(self.path)
        shown = json.loads(driver.twf("show", self.path, "--json"))
        objective = next(one["id"] for one in shown["provisions"] if one["section"] == "objectives")
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("merge"))
        self.program.activate("language", GLib.Variant("s", LANGUAGE))
        self.program.activate("show-provision", GLib.Variant("s", objective))
        self.program.focus_window()

    def view(self):
        return driver.first_text_view(self.program)

    def underlined(self):
        return [text for text, values in driver.attributes_of(self.view()) if values.get("underline") == "error"]

    def expects(self, *words):
        wait_for(f"{words} to be underlined", lambda: self.underlined() == list(words))

    def types(self):
        self.expects()
        self.program.click_into(self.view())
        self.program.keys("ctrl+Home")
        self.program.type(TYPED, self.view())
        self.expects(MISTAKE, NAME)
        driver.picture(f"spelling-{LANGUAGE}")

    def menu(self, item):
        """Opens the menu at the caret and chooses @item once it stands there."""
        self.program.keys("Menu")
        found = self.program.find("menu item", matches=lambda node: node.name == item)
        driver.picture(f"spelling-menu-{LANGUAGE}")
        found.queryAction().doAction(0)

    def corrects(self):
        self.program.keys("ctrl+Home", "F7")
        self.menu(MEANT)
        self.expects(NAME)
        corrected = TYPED.replace(MISTAKE, MEANT)
        wait_for("what was meant", lambda: driver.shown(self.view()).startswith(corrected))

    def adds(self):
        self.program.keys("F7")
        self.menu(self.program.say("Add to the Plan’s Words"))
        self.expects()
        self.program.activate("undo")
        self.expects(NAME)
        self.program.activate("redo")
        self.expects()

    def lists(self):
        self.program.activate("words")
        self.program.find(matches=lambda node: node.name == NAME)
        driver.all_named(self.program, 1, self.program.windows()[-1])
        driver.picture(f"spelling-words-{LANGUAGE}")
        self.program.focus_window()
        self.program.keys("Escape")
        wait_for("the window to close", lambda: len(self.program.windows()) == 1)

    def saves(self):
        self.program.activate("save-revision", GLib.Variant("s", "Spelling"))
        wait_for("the word in the plan", lambda: f"Word: {LANGUAGE} {NAME}" in driver.run(
            "git", "-C", self.path, "show", "main:plan"))
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory(prefix="tawafuq-") as folder:
        os.environ.update(XDG_STATE_HOME=f"{folder}/state", XDG_DATA_HOME=f"{folder}/data",
                          XDG_CONFIG_HOME=f"{folder}/config")
        test = Spelling(folder)
        driver.twf("new", f"{folder}/probe.twf", "--title", "x", "--language", LANGUAGE, "--template", "blank")
        probe = json.loads(driver.run(driver.BUILD / "app/cli/twf", "check", f"{folder}/probe.twf", "--spelling",
                                      "--json", check=False))
        if probe["spelling"][LANGUAGE] != "checked":
            driver.skip(f"no dictionary for {LANGUAGE} is installed")
        try:
            return driver.perform(
                f"spelling-{LANGUAGE}",
                [
                    ("a text without mistakes is opened", test.starts),
                    ("a mistake and a name that are typed are underlined", test.types),
                    ("the menu puts the right word into its place", test.corrects),
                    ("the name is added to the plan's words, and back, and again", test.adds),
                    ("the words of the plan are listed", test.lists),
                    ("the word is saved with the plan", test.saves),
                ],
            )
        finally:
            if test.program is not None:
                test.program.end()


sys.exit(main())
