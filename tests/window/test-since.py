#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A delegate marks in the history what the capital cleared, and sees what changed in meaning since.

Usage: test-since.py LANGUAGE   (of the interface)
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
NARROW = 360
OWN, THEIRS, SAID = "Our own words are asked for.", "Others wrote this instead.", "We would say it so."


class Since:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def twf(self, *words):
        return driver.twf(*words, "--branch", "main")

    def acts_for(self, code):
        """The program works for a delegation, as if its preferences said so."""
        settings = self.folder / "glib-2.0" / "settings"
        settings.mkdir(parents=True)
        (settings / "keyfile").write_text(f"[org/tawafuq/Tawafuq]\nidentity='{code}'\n")
        os.environ["GSETTINGS_BACKEND"] = "keyfile"
        os.environ["XDG_CONFIG_HOME"] = str(self.folder)

    def opens(self):
        driver.make_sample(self.path)
        shown = json.loads(driver.twf("show", self.path, "--json"))
        self.code, self.other = [one["code"] for one in shown["delegations"]][:2]
        actions = [one for one in shown["provisions"] if one["section"] == "actions"]
        self.own, self.theirs, self.stretched = actions[-1], actions[0], actions[1]
        self.twf("propose", self.path, self.own["id"], "--language", "en", "--text", OWN, "--as", self.code)
        self.acts_for(self.code)
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("cleared"))
        self.program.focus_window()

    def dialog(self):
        return wait_for("the window", lambda: self.program.windows()[1:])[-1]

    def labels(self):
        return [node.name for node in driver.walk(self.dialog()) if node.name]

    def cleared(self):
        return json.loads(driver.twf("cleared", self.path, "--as", self.code, "--json"))["cleared"]

    def is_marked(self):
        said = self.program.say("Cleared by the capital")
        rows = self.program.find_all("list item", matches=lambda node: said in (node.name or ""))
        return len(rows) == 1 and rows[0]

    def marks(self):
        """The newest revision is chosen; its menu records it, and its row says so."""
        program = self.program
        program.activate("show-page", driver.GLib.Variant("s", "history"))
        program.click("More for This Revision")
        program.click("Cleared by the Capital", role="menu item")
        wait_for("the record", self.cleared)
        assert self.cleared()[0]["revision"] == driver.run(
            "git", "-C", self.path, "rev-parse", "main").strip()
        wait_for("the mark", self.is_marked)
        driver.picture(f"cleared-{LANGUAGE}")

    def changes(self):
        """Meanwhile: others change the text and take a position, and a word is stretched."""
        self.twf("edit", self.path, self.theirs["id"], "--language", "en", "--text", THEIRS)
        arabic = self.stretched["texts"]["ar"]
        self.twf("edit", self.path, self.stretched["id"], "--language", "ar", "--text",
                 arabic.replace("ال", "الـــ", 1))
        proposals = json.loads(driver.twf("proposals", self.path, "--json"))["proposals"]
        (own,) = [one for one in proposals if self.code in one["owners"]]
        self.twf("position", self.path, own["id"], "delete", "--as", self.other)

    def shows(self):
        program = self.program
        program.activate("since")
        wait_for("the comparison", lambda: any(THEIRS in name for name in self.labels()))
        self.window = program.x_window_of(self.dialog())
        signs = [program.say(one) for one in ("Cleared by the capital", "Own proposal: open")]
        wait_for("all of it", lambda: all(any(sign in name for name in self.labels()) for sign in signs))
        names = self.labels()
        groups = [names.index(program.say(one)) for one in ("Own proposals", "Changed in the text by others")]
        assert groups == sorted(groups), names
        # The stretched word is no change, and the rows that did not change are not spoken of.
        assert not any("الـــ" in name for name in names), names
        driver.picture(f"since-{LANGUAGE}")

    def says_names(self):
        """Everything that can have the keyboard has a name."""
        driver.all_named(self.program, 6, self.dialog())

    def switches(self):
        """Without the switch everything is shown, and with it again what means something."""
        program = self.program
        box = program.find("check box", "Only what changes meaning", root=self.dialog())
        program.focus_window(self.window)
        program.click_at(box)
        wait_for("the stretched word", lambda: any("الـــ" in name for name in self.labels()))
        program.click_at(box)
        wait_for("it to go", lambda: not any("الـــ" in name for name in self.labels()))

    def pages(self):
        return list(pathlib.Path(os.environ["XDG_RUNTIME_DIR"]).glob("tawafuq-*.pdf"))

    def prints(self):
        """What is printed is the note: it says whose capital it is, and what changed."""
        program = self.program
        program.keys("ctrl+p")
        wait_for("the printers", lambda: len(program.windows()) == 3)
        (page,) = self.pages()
        said = subprocess.run(["pdftotext", page, "-"], capture_output=True, text=True, check=True).stdout
        assert all(word in said for word in THEIRS.split()) and "Pages" not in said, said
        program.focus_window(program.x_window_of(self.dialog()))
        program.keys("Escape")
        wait_for("the window of before", lambda: len(program.windows()) == 2)
        program.focus_window(self.window)

    def clears(self):
        """Having read it the delegate records from here that it was cleared; then nothing changed since."""
        program = self.program
        program.click("Copy, Export and Print", root=self.dialog())
        program.click("“To” Was Cleared by the Capital", role="menu item")
        wait_for("the second record", lambda: len(self.cleared()) == 2)
        last = self.cleared()[-1]
        assert last["holds"] and last["revision"] == driver.run(
            "git", "-C", self.path, "rev-parse", "main").strip()
        said = driver.twf("since", self.path, "--as", self.code)
        assert said.count("\n") == 1, said

    def is_narrow(self):
        driver.run("xdotool", "windowsize", self.window, NARROW, 720)
        return self.program.geometry(self.window)[2] <= NARROW + 60

    def narrows(self):
        wait_for("a narrow window", self.is_narrow)
        driver.picture(f"since-narrow-{LANGUAGE}")

    def ends(self):
        self.program.focus_window(self.window)
        self.program.keys("Escape")
        wait_for("the window to go", lambda: len(self.program.windows()) == 1)
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Since(folder)
        steps = [
            ("a plan is opened for a delegation", here.opens),
            ("a revision is marked as cleared", here.marks),
            ("others go on", here.changes),
            ("what changed in meaning is shown, own proposals first", here.shows),
            ("all that takes the keyboard has a name", here.says_names),
            ("what changes no meaning is shown on demand", here.switches),
            ("the note is printed", here.prints),
            ("it fits a telephone", here.narrows),
            ("it is cleared from there", here.clears),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"since-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
