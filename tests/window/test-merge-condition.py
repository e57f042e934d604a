#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A proposal that nobody asks for in a merge is withdrawn since another is accepted in it: the merge window says so
before, and one undo takes back both.

Usage: test-merge-condition.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
MARKED = " Tested water is marked."


class Condition:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def first(self, section):
        shown = json.loads(driver.twf("show", self.path, "--json"))
        return next(one for one in shown["provisions"] if one["section"] == section)

    def proposes(self, code, provision, text):
        words = ("--language", "en", "--text", text, "--as", code, "--branch", "main")
        return driver.twf("propose", self.path, provision["id"], *words).strip()

    def opens(self):
        """Kenya withdraws its proposal on an action if Egypt's on an objective is accepted; Egypt's branch asks for it."""
        driver.make_sample(self.path)
        objective, action = self.first("objectives"), self.first("actions")
        wording = objective["texts"]["en"] + MARKED
        driver.twf("edit", self.path, objective["id"], "--language", "en", "--text", wording, "--as", "EG")
        self.egypts = self.proposes("EG", objective, wording)
        self.kenyas = self.proposes("KE", action, action["texts"]["en"] + MARKED)
        condition = ("withdraws-if", self.egypts, "--as", "KE", "--branch", "main")
        driver.twf("position", self.path, self.kenyas, *condition)
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("merge"))
        self.program.focus_window()

    def dialog(self):
        return wait_for("the merge window", lambda: self.program.windows()[1:])[-1]

    def rows(self):
        found = self.program.find_all("list", "Changes asked for", self.dialog())
        return self.program.find_all("list item", root=found[0]) if found else []

    def said(self):
        """What follows, in words; nothing of it is to be seen where nothing follows."""
        begins = self.program.say("%s withdraws from: %s").split("%s")
        because = self.program.say("%s, because this is accepted: %s").split("%s")[1]
        names = [node.name for node in self.program.find_all("label", root=self.dialog()) if node.name]
        return [name for name in names if begins[0] in name and begins[1] in name and because in name]

    def counted(self):
        line = self.program.say("Withdrawn: %s.").replace("%s", "1")
        return any(line in (node.name or "") for node in self.program.find_all("label", root=self.dialog()))

    def states(self):
        told = json.loads(driver.twf("proposals", self.path, "--json"))["proposals"]
        return {one["id"]: one["state"] for one in told if one["id"] in (self.egypts, self.kenyas)}

    def chooses(self):
        program = self.program
        program.keys("ctrl+m")
        boxes = wait_for("the contributions", lambda: program.find_all("check box", root=self.dialog()))
        self.window = program.x_window_of(self.dialog())
        program.focus_window(self.window)
        wait_for("the keyboard in the list", lambda: driver.has_focus_within(boxes[0]))
        # The only one there is is chosen already.
        wait_for("it to be chosen", lambda: driver.has_state(boxes[0], driver.pyatspi.STATE_CHECKED))
        program.keys("ctrl+Return")
        wait_for("what is asked for", lambda: len(self.rows()) == 1)
        assert self.said() == [] and not self.counted(), self.said()

    def decides(self):
        """Accepted, what follows is listed and counted; one step takes both back."""
        program = self.program
        program.keys("Home", "1")
        (sentence,) = wait_for("what follows", self.said)
        wait_for("it to be counted", self.counted)
        driver.picture(f"merge-condition-{LANGUAGE}")
        driver.all_named(program, 1, self.dialog())
        program.keys("ctrl+z")
        wait_for("nothing to follow", lambda: self.said() == [] and not self.counted())
        program.keys("1")
        wait_for("what follows again", lambda: self.said() == [sentence])
        wait_for("a narrow window", lambda: program.narrow(self.dialog()))
        driver.picture(f"merge-condition-narrow-{LANGUAGE}")

    def merges(self):
        program = self.program
        program.focus_window(self.window)
        program.keys("ctrl+Return")
        wait_for("the window to close", lambda: self.window not in program.x_windows())
        self.merged = {self.egypts: "accepted", self.kenyas: "withdrawn"}
        wait_for("the merge", lambda: self.states() == self.merged)

    def saves(self, message):
        self.program.activate("save-revision", driver.GLib.Variant("s", message))
        done = ("git", "-C", self.path, "log", "-1", "--format=%s")
        wait_for("the revision", lambda: driver.run(*done).strip() == message)

    def is_undone(self):
        """What fired goes with what fired it, and comes with it."""
        program = self.program
        program.activate("undo")
        wait_for("it to be undone", lambda: program.is_enabled("redo"))
        self.saves("Undone")
        assert self.states() == {self.egypts: "open", self.kenyas: "open"}, self.states()
        program.activate("redo")
        wait_for("it to be done again", lambda: not program.is_enabled("redo"))
        self.saves("Done again")
        assert self.states() == self.merged, self.states()

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Condition(folder)
        steps = [
            ("a plan with a condition is opened", here.opens),
            ("a contribution is chosen, and nothing follows yet", here.chooses),
            ("what follows is said, counted and taken back", here.decides),
            ("that comes of it", here.merges),
            ("one undo takes back both", here.is_undone),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"merge-condition-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
