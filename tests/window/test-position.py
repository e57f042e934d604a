#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The facilitator writes down what a delegation says to a proposal; it is undone, done again and saved.

Usage: test-position.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
NARROW = 360


class Position:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def positions(self):
        return driver.twf("show", self.path, self.objective, "--json")

    def opens(self):
        driver.make_sample(self.path)
        shown = json.loads(driver.twf("show", self.path, "--json"))
        objective = next(one for one in shown["provisions"] if one["section"] == "objectives")
        self.objective = objective["id"]
        text = objective["texts"]["en"].replace("2027", "2029")
        driver.twf(
            "propose", self.path, self.objective, "--language", "en", "--text", text,
            "--as", "EG", "--branch", "main",
        )
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("merge"))
        self.program.focus_window()
        self.program.activate("show-provision", driver.GLib.Variant("s", self.objective))
        wait_for("the proposal", self.button)

    def button(self):
        name = self.program.say("Position")
        found = [n for n in driver.walk(self.program.windows()[0]) if (n.name or "").startswith(name + ":")]
        return found[0] if found else None

    def goes_to(self, name):
        """Arrows go down the menu that is open to the item of that name."""
        program = self.program
        for _ in range(12):
            items = program.find_all("menu item")
            if any(item.name == name and driver.has_focus_within(item) for item in items):
                return
            program.keys("Down")
        raise AssertionError(f"the arrows do not come to {name}")

    def says(self):
        """The button opens the menu; arrows and Return choose a delegation, then what it says."""
        program = self.program
        opener = next(node for node in driver.walk(self.button()) if "click" in driver.actions(node))
        opener.queryAction().doAction(0)
        delegation = wait_for("the menu", lambda: program.find_all("menu item"))[0].name
        driver.picture(f"position-menu-{LANGUAGE}")
        self.goes_to(delegation)
        program.keys("Return")
        word = program.say("Support")
        wait_for("what may be said", lambda: program.find_all("menu item", "Support"))
        driver.picture(f"position-words-{LANGUAGE}")
        self.goes_to(word)
        program.keys("Return")
        wait_for("something to undo", lambda: program.is_enabled("undo"))
        driver.picture(f"position-{LANGUAGE}")

    def fits(self):
        """Nothing in the row keeps the window from being as narrow as a telephone."""
        program = self.program
        window = program.windows()[0]
        driver.run("xdotool", "windowsize", program.x_window_of(window), NARROW, 720)
        wait_for("a narrow window", lambda: driver.extents(program.windows()[0]).width <= NARROW)
        wait_for("the proposal", self.button)
        driver.picture(f"position-narrow-{LANGUAGE}")

    def takes_back(self):
        """Ctrl+Z takes it back and shift+Ctrl+Z says it again; saved, it is in the plan."""
        program = self.program
        program.keys("ctrl+z")
        wait_for("it to be undone", lambda: program.is_enabled("redo"))
        program.keys("shift+ctrl+z")
        wait_for("it to be done again", lambda: not program.is_enabled("redo"))
        program.activate("save-revision", driver.GLib.Variant("s", "Support"))
        wait_for("the position", lambda: "support" in self.positions())

    def ends(self):
        self.program.keys("ctrl+q")
        wait_for("the program to end", lambda: self.program.process.poll() is not None)
        assert self.program.process.returncode == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Position(folder)
        try:
            return driver.perform(f"position-{LANGUAGE}", [
                ("a plan with a proposal is opened", here.opens),
                ("a delegation supports it", here.says),
                ("that is undone, done again and saved", here.takes_back),
                ("the row fits a narrow window", here.fits),
                ("the program is left", here.ends),
            ])
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
