#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The main tasks with the keyboard alone, in a window as narrow as a telephone.

Usage: test-keyboard.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
NARROW = 360
TYPED = "ماء مأمون لكل طالب"


class Keyboard:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def objectives(self):
        shown = json.loads(driver.twf("show", self.path, "--json"))
        return [one for one in shown["provisions"] if one["section"] == "objectives"]

    def text_of_form(self):
        return driver.first_text_view(self.program)

    def opens(self):
        driver.make_sample(self.path)
        self.before = self.objectives()
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("add-provision"))
        self.program.focus_window()

    def narrows(self):
        """The window takes the width of a telephone."""
        program = self.program
        window = program.x_window_of(program.windows()[0])
        driver.run("xdotool", "windowsize", window, NARROW, 720)
        wait_for("a narrow window", lambda: program.geometry(window)[2] <= NARROW)
        wait_for("its content to follow", lambda: driver.extents(program.windows()[0]).width <= NARROW)

    def adds(self):
        """F6 leads to the outline, Ctrl+F finds, Return opens, Ctrl+Return adds beside it."""
        program = self.program
        first = self.before[0]
        program.keys("ctrl+f")
        entry = program.find(("entry", "text"), "Search the plan")
        wait_for("the search to have the keyboard", lambda: driver.has_focus_within(entry))
        program.type(first["texts"][LANGUAGE][:10], entry)
        wait_for("what was found", lambda: program.find_all("list item"))
        program.keys("Return")
        wait_for("its form", lambda: driver.shown(self.text_of_form()) == first["texts"][LANGUAGE])
        program.keys("ctrl+Return")
        view = self.text_of_form()
        wait_for("an empty form", lambda: driver.shown(self.text_of_form()) == "")
        view = self.text_of_form()
        wait_for("the keyboard in it", lambda: driver.has_focus_within(view))
        program.type(TYPED, view)
        wait_for("what was typed", lambda: driver.shown(view) == TYPED)
        self.saves("Added")
        assert [one["texts"].get(LANGUAGE) for one in self.objectives()][1] == TYPED

    def saves(self, message):
        program = self.program
        program.keys("ctrl+s")
        entry = program.find(("entry", "text"), "What did you change?")
        wait_for("the message to have the keyboard", lambda: driver.has_focus_within(entry))
        program.type(message, entry)
        program.keys("Return")
        wait_for("the revision", lambda: self.log()[0] == message)

    def log(self):
        return driver.run("git", "-C", self.path, "log", "--format=%s", "main").splitlines()

    def moves(self):
        """Alt+Down and Alt+Up move it, Ctrl+] puts it under the one before."""
        program = self.program
        program.keys("alt+Down")
        self.saves("Moved")
        assert self.objectives()[2]["texts"].get(LANGUAGE) == TYPED
        program.keys("alt+Up", "ctrl+bracketright")
        self.saves("Indented")
        moved = next(one for one in self.objectives() if one["texts"].get(LANGUAGE) == TYPED)
        assert moved["parent"] == self.before[0]["id"], moved

    def removes(self):
        """Delete in the outline removes it, and Ctrl+Z brings it back."""
        program = self.program
        program.keys("F6")
        wait_for("the outline", lambda: driver.has_focus_within(program.find("list", "Outline of the plan")))
        program.keys("Delete")
        self.saves("Removed")
        assert not [one for one in self.objectives() if one["texts"].get(LANGUAGE) == TYPED]
        program.keys("ctrl+z")
        self.saves("Brought back")
        assert [one for one in self.objectives() if one["texts"].get(LANGUAGE) == TYPED]

    def ends(self):
        self.program.keys("ctrl+q")
        wait_for("the program to end", lambda: self.program.process.poll() is not None)
        assert self.program.process.returncode == 0
        driver.run("git", "-C", self.path, "fsck", "--strict")


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Keyboard(folder)
        steps = [
            ("a plan is opened", here.opens),
            (f"the window is {NARROW} pixels wide at most", here.narrows),
            ("a provision is found, and one is added after it and saved", here.adds),
            ("it is moved and indented", here.moves),
            ("it is removed and brought back", here.removes),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"keyboard-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
