#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What a provision said before is looked up in a window as narrow as a telephone, and one text is restored.

Usage: test-wordings.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
WORDS, LAST = "Tested water is marked.", "تُختبر المياه."


class Wordings:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def texts(self):
        return json.loads(driver.twf("show", self.path, self.id, "--json"))["texts"]

    def opens(self):
        """Three wordings in English, the second a delegation's; the last revision changes Arabic alone."""
        driver.make_sample(self.path)
        shown = json.loads(driver.twf("show", self.path, "--json"))
        action = [one for one in shown["provisions"] if one["section"] == "actions"][-1]
        self.id, self.first = action["id"], action["texts"]["en"]
        code = shown["delegations"][0]["code"]
        driver.twf("edit", self.path, self.id, "--language", "en", "--text", f"{self.first} {WORDS}",
                   "--as", code, "--branch", "main", "-m", "Marks\n\nThe capital asks for it.")
        driver.twf("edit", self.path, self.id, "--language", "en", "--text", "Another text altogether.")
        driver.twf("edit", self.path, self.id, "--language", "ar", "--text", LAST)
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("compare"))
        self.program.focus_window()

    def dialog(self):
        return wait_for("the window", lambda: self.program.windows()[1:])[-1]

    def labels(self):
        return [node.name for node in driver.walk(self.dialog()) if node.name]

    def shows(self):
        program = self.program
        assert not program.is_enabled("wordings")
        program.activate("show-provision", driver.GLib.Variant("s", self.id))
        wait_for("a provision", lambda: program.is_enabled("wordings"))
        program.activate("wordings")
        said = program.say("This is how it stands now")
        wait_for("the wordings", lambda: any(said in name for name in self.labels()))
        self.window = wait_for("a narrow window", lambda: self.program.narrow(self.dialog()))
        program.focus_window(self.window)

    def says_names(self):
        """Everything that can have the keyboard has a name."""
        driver.all_named(self.program, 4, self.dialog())

    def chooses(self):
        """The text in English, with whose it was and why; the source language stands before it."""
        languages = json.loads(driver.twf("show", self.path, "--json"))["languages"]
        self.program.choose("Which text", languages.index("en"), root=self.dialog())
        wait_for("the reason", lambda: any("The capital asks for it." in name for name in self.labels()))
        driver.picture(f"wordings-{LANGUAGE}")
        driver.wait_for_count(
            "the wordings", 2, lambda: self.program.find_all("push button", "Restore This Wording", root=self.dialog())
        )

    def restores(self):
        """The oldest wording comes back, in English alone; one step undoes it."""
        program = self.program
        before = self.texts()
        self.button = program.find_all("push button", "Restore This Wording", root=self.dialog())[0]
        program.click_at(self.button)
        wait_for("the window to go", lambda: self.window not in program.x_windows())
        wait_for("it to be gone", lambda: len(program.windows()) == 1)
        program.activate("save-revision", driver.GLib.Variant("s", "Restored"))
        wait_for("the revision", lambda: self.texts()["en"] == f"{self.first} {WORDS}")
        assert {**self.texts(), "en": ""} == {**before, "en": ""}
        wait_for("undo", lambda: program.is_enabled("undo"))

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Wordings(folder)
        steps = [
            ("a plan is opened", here.opens),
            ("the wordings of a provision are shown", here.shows),
            ("all that takes the keyboard has a name", here.says_names),
            ("another text is chosen", here.chooses),
            ("a wording is restored", here.restores),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"wordings-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
