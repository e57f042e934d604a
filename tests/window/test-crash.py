#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The program is killed while somebody types; the next time it offers what was typed, and gives it back.

Usage: test-crash.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile
import time

from gi.repository import GLib

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
TYPED = "ولا يضيع ما كُتب"
# The journal is on the disk within a second of the last key, or after twenty letters.
PROMISE = 1.0


class Crash:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def provision(self):
        return next(one for one in self.plan()["provisions"] if one["section"] == "objectives")

    def plan(self):
        return json.loads(driver.twf("show", self.path, "--json"))

    def view(self):
        """The form's Arabic text."""
        return driver.first_text_view(self.program)

    def opens(self):
        driver.make_sample(self.path)
        self.stored = self.provision()["texts"]["ar"]
        self.identity = self.provision()["id"]
        self.start()

    def start(self):
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("add-provision"))
        self.program.activate("show-provision", GLib.Variant("s", self.identity))
        wait_for("the text", lambda: driver.shown(self.view()) == self.stored)

    def dies(self):
        program = self.program
        view = self.view()
        program.focus_window()
        program.click_into(view)
        program.keys("ctrl+End")
        program.type(" " + TYPED, view)
        wait_for("the words typed", lambda: driver.shown(view) == f"{self.stored} {TYPED}")
        # As long as is promised, and no longer.
        end = time.monotonic() + PROMISE
        wait_for("the promised second", lambda: time.monotonic() >= end)
        program.kill()
        assert self.provision()["texts"]["ar"] == self.stored

    def offers(self):
        self.start()
        self.program.find("push button", "Discard", matches=lambda node: driver.actions(node))

    def restores(self):
        program = self.program
        program.click("Restore")
        wait_for("the words typed", lambda: driver.shown(self.view()) == f"{self.stored} {TYPED}")
        program.wait_gone("push button", "Restore")
        program.activate("save-revision", GLib.Variant("s", "What was typed"))
        wait_for("the revision", lambda: self.provision()["texts"]["ar"] == f"{self.stored} {TYPED}")

    def forgets(self):
        """Once saved, nothing is offered again."""
        assert self.program.quit() == 0
        self.stored = f"{self.stored} {TYPED}"
        self.start()
        assert not self.program.find_all("push button", "Restore")
        assert self.program.quit() == 0
        driver.run("git", "-C", self.path, "fsck", "--strict")


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Crash(folder)
        steps = [
            ("a plan is opened", here.opens),
            ("the program is killed a second after the last key", here.dies),
            ("the next time it offers what was typed", here.offers),
            ("what was typed comes back and is saved", here.restores),
            ("after that nothing is offered", here.forgets),
        ]
        try:
            return driver.perform(f"crash-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
