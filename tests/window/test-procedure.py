#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The facilitator begins a silence procedure and a reading in the window and ends the reading with a proposal
parked; what is read out is saved as that; a delegation breaks the silence.

Usage: test-procedure.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for
from exchange_window import acts_for

LANGUAGE = sys.argv[1]
REASON = "Paragraph 1 goes too far."


class Procedure:
    def __init__(self, folder):
        self.folder = folder
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def silences(self):
        return json.loads(driver.run(driver.BUILD / "app" / "cli" / "twf", "silence", self.path, "--json", check=False))["silences"]

    def readings(self):
        return json.loads(driver.twf("reading", self.path, "--json"))["readings"]

    def mandate(self):
        return driver.run("git", "-C", self.path, "log", "-1", "--all", "--format=%(trailers:key=Mandate,valueonly)").strip()

    def prepares(self):
        driver.make_sample(self.path)
        edits = [{"op": "delegation", "code": code} for code in ("EG", "JO")]
        file = pathlib.Path(self.folder, "edits.json")
        file.write_text(json.dumps({"edits": edits}), encoding="utf-8")
        driver.twf("apply", self.path, file)
        actions = [p for p in json.loads(driver.twf("show", self.path, "--json"))["provisions"]
                   if p["section"] == "actions"]
        self.pid = driver.twf("propose", self.path, actions[0]["id"], "--language", "en", "--text", "Other words.",
                              "--as", "EG", "--branch", "main").strip()
        self.opens()

    def opens(self):
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("procedure"))
        self.program.focus_window()

    def dialog(self):
        return wait_for("the window", lambda: self.program.windows()[1:])[-1]

    def names(self, root):
        return " ".join(node.name for node in driver.walk(root) if node.name)

    def press(self, name):
        self.program.click_at(self.program.find("push button", name, root=self.dialog()))

    def leaves(self):
        window = self.program.x_window_of(self.dialog())
        self.program.focus_window(window)
        self.program.keys("Escape")
        wait_for("the window to be gone", lambda: len(self.program.windows()) == 1)

    def is_saved(self):
        """The window has heard of it, too: it would ask before it closes."""
        saved = self.program.say("Saved")
        wait_for("it to be saved", lambda: saved in self.names(self.program.windows()[0]).split())

    def begins_silence(self):
        program = self.program
        program.activate("procedure")
        until = program.find("text", "Deadline of the silence procedure, in local time", root=self.dialog())
        begin = program.find("push button", "Begin Silence", root=self.dialog())
        driver.set_text(until, "yesterday")
        wait_for("the button to wait", lambda: not driver.has_state(begin, driver.pyatspi.STATE_SENSITIVE))
        driver.set_text(until, "2999-01-01 12:00")
        wait_for("the button", lambda: driver.has_state(begin, driver.pyatspi.STATE_SENSITIVE))
        driver.all_named(program, 4, self.dialog())
        driver.picture(f"procedure-{LANGUAGE}")
        program.click_at(begin)
        wait_for("it to be saved", lambda: [one["state"] for one in self.silences()] == ["running"])
        assert self.mandate() == "chair"
        said = program.say("Under silence until %s").split("%s")[0].strip()
        wait_for("the bar", lambda: said in self.names(program.windows()[0]))

    def holds_a_reading(self):
        self.press("Begin Reading")
        wait_for("the reading", lambda: len(self.readings()) == 1)
        box = self.program.say("Park %s proposal that has no second supporter").split("%s")[0].strip()
        wait_for("the offer", lambda: self.program.say("End Reading") in self.names(self.dialog()))
        assert box, box
        assert wait_for("narrow", lambda: self.program.narrow(self.dialog()))
        driver.picture(f"procedure-narrow-{LANGUAGE}")
        self.press("End Reading")
        wait_for("its end", lambda: self.readings()[0]["ended"])
        assert {"kind": "parked", "proposal": self.pid, "unsupported": True}.items() <= next(
            item for item in self.readings()[0]["items"] if item["kind"] == "parked").items()
        counted = self.program.say("Parked")
        wait_for("what came of it", lambda: counted in self.names(self.dialog()))
        wait_for("why", lambda: self.program.say("no second supporter") in self.names(self.dialog()))
        driver.all_named(self.program, 4, self.dialog())
        self.leaves()

    def reads_out(self):
        program = self.program
        actions = [p for p in json.loads(driver.twf("show", self.path, "--json"))["provisions"]
                   if p["section"] == "actions"]
        program.activate("show-provision", driver.GLib.Variant("s", actions[0]["id"]))
        wait_for("the provision", lambda: program.is_enabled("move-down"))
        program.activate("move-down")
        program.focus_window()
        program.activate("save")
        wait_for("the message", lambda: any(driver.has_focus_within(node) for node in
                                            program.find_all("text", "What did you change?")))
        program.keys("Tab", "space")
        program.find("combo box", "Who read it out")
        driver.picture(f"orally-{LANGUAGE}")
        program.click("Save Revision")
        wait_for("the mandate", lambda: self.mandate().startswith("as orally revised "))
        self.is_saved()
        assert program.quit() == 0

    def breaks_silence(self):
        """A delegation, which has not taken the rolling text in, sees the bar and objects."""
        acts_for(pathlib.Path(self.folder, "config"), "EG")
        self.opens()
        program = self.program
        said = program.say("Under silence until %s").split("%s")[0].strip()
        wait_for("the bar", lambda: said in self.names(program.windows()[0]))
        program.activate("procedure")
        button = program.find("push button", "Break Silence", root=self.dialog())
        assert not driver.has_state(button, driver.pyatspi.STATE_SENSITIVE)
        driver.set_text(program.find("text", "Reason", root=self.dialog()), REASON)
        wait_for("the button", lambda: driver.has_state(button, driver.pyatspi.STATE_SENSITIVE))
        program.click_at(button)
        wait_for("it to be on record", lambda: REASON in self.names(self.dialog()))
        ended = program.say("No silence procedure runs.")
        wait_for("what it says then", lambda: ended in self.names(self.dialog()))
        driver.picture(f"procedure-broken-{LANGUAGE}")
        wait_for("it to be saved", lambda: "EG" in driver.run(
            "git", "-C", self.path, "show", "delegations/EG:plan", check=False))
        self.leaves()
        self.is_saved()
        wait_for("the bar to go", lambda: said not in self.names(program.windows()[0]))
        assert program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Procedure(folder)
        steps = [
            ("a plan is opened", here.prepares),
            ("a silence procedure is begun", here.begins_silence),
            ("a reading is held", here.holds_a_reading),
            ("what is read out is saved as that", here.reads_out),
            ("a delegation breaks the silence", here.breaks_silence),
        ]
        try:
            return driver.perform(f"procedure-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
