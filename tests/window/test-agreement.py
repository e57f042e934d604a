#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A provision is agreed in the window; one letter reopens it, undo brings the agreement back, and the revision
says under what mandate it was made.

Usage: test-agreement.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]


class Agreement:
    def __init__(self, folder):
        self.path = pathlib.Path(folder) / "plan.twf"
        self.program = None

    def opens(self):
        driver.make_sample(self.path)
        shown = json.loads(driver.twf("show", self.path, "--json"))
        self.id = next(one["id"] for one in shown["provisions"] if one["section"] == "objectives")
        driver.twf("reserve", self.path, self.id, "--as", "EG", "--branch", "main", "--language", "en",
                   "--text", "Subject to national law.")
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("merge"))
        self.program.focus_window()
        self.program.activate("show-provision", driver.GLib.Variant("s", self.id))
        self.reads("Not agreed yet")
        self.program.find("label", matches=lambda node: "Subject to national law." in (node.name or ""))

    def begins(self, words):
        """What a translated sentence says before what is put into it."""
        return self.program.say(words).split("%s")[0].strip(" ،,")

    def reads(self, words):
        beginning = self.begins(words)

        def is_it(node):
            return beginning in (node.name or "") or (
                "Text" in node.get_interfaces() and beginning in driver.text_of(node))

        return self.program.find("label", matches=is_it)

    def agrees(self):
        program = self.program
        program.click("Agree", ("toggle button", "push button"))
        wait_for("the levels", lambda: program.find_all("menu item", "In Plenary"))
        for _ in range(6):
            items = program.find_all("menu item", "In Plenary")
            if any(driver.has_focus_within(item) for item in items):
                break
            program.keys("Down")
        program.keys("Return")
        self.reads("Agreed in plenary, %s")
        driver.picture(f"agreement-{LANGUAGE}")

    def types(self):
        view = driver.first_text_view(self.program)
        self.program.click_into(view)
        self.program.keys("ctrl+End")
        self.program.type("x", view)
        self.reads("Reopened by a change that is not saved yet")
        driver.picture(f"agreement-reopened-{LANGUAGE}")

    def undoes(self):
        self.program.keys("ctrl+z")
        self.reads("Agreed in plenary, %s")

    def saves(self):
        self.program.activate("save-revision", driver.GLib.Variant("s", "Agreed"))
        said = ("git", "-C", self.path, "log", "-1", "--format=%s", "main")
        wait_for("the revision", lambda: driver.run(*said, check=False).strip() == "Agreed")
        last = json.loads(driver.twf("log", self.path, "--json"))["revisions"][0]
        assert last["mandate"] == f"agreement {self.id}", last

    def fits(self):
        program = self.program
        wait_for("a narrow window", lambda: program.narrow(program.windows()[0]))
        self.reads("Agreed in plenary, %s")
        driver.picture(f"agreement-narrow-{LANGUAGE}")

    def ends(self):
        self.program.keys("ctrl+q")
        wait_for("the program to end", lambda: self.program.process.poll() is not None)
        assert self.program.process.returncode == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Agreement(folder)
        steps = [
            ("a plan with a reservation is opened", here.opens),
            ("a provision is agreed in plenary", here.agrees),
            ("one letter reopens it", here.types),
            ("undo brings the agreement back", here.undoes),
            ("the revision says that it is an agreement", here.saves),
            ("it fits a narrow window", here.fits),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"agreement-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
