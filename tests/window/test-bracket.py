#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""At a bracket, by the keyboard: two alternatives are edited into one that belongs to both.

Usage: test-bracket.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
WATER, RIVERS, LAKES, MORE = {
    "en": ("States protect water.", "States protect water and rivers.", "States protect water and lakes.", " All."),
    "ar": ("تحمي الدول المياه.", "تحمي الدول المياه والأنهار.", "تحمي الدول المياه والبحيرات.", " كلها."),
}[LANGUAGE]


class Bracket:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def propose(self, provision, text, code):
        return driver.twf("propose", self.path, provision, "--language", LANGUAGE, "--text", text, "--as", code,
                          "--branch", "main").strip()

    def proposals(self):
        return {one["id"]: one for one in json.loads(driver.twf("proposals", self.path, "--json"))["proposals"]}

    def opens(self):
        driver.twf("new", self.path, "--template", "blank", "--title", "Plan", "--language", "en", "--language", "ar")
        edits = [{"op": "delegation", "code": code, "fields": {}} for code in ("EG", "UY")]
        edits += [{"op": "add", "section": "actions", "texts": {LANGUAGE: WATER}} for _ in range(2)]
        made = pathlib.Path(self.path.parent, "edits.json")
        made.write_text(json.dumps({"edits": edits}))
        driver.twf("apply", self.path, made)
        self.ids = [one["id"] for one in json.loads(driver.twf("show", self.path, "--json"))["provisions"]]
        self.one = self.propose(self.ids[0], RIVERS, "EG")
        self.other = self.propose(self.ids[0], LAKES, "UY")
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("export"))
        self.program.focus_window()
        self.program.keys("ctrl+2")
        wait_for("the page", lambda: driver.has_focus_within(self.program.find("list", "Text of the Plan")))
        self.program.keys("F7")

    def dialog(self):
        return wait_for("the dialog", lambda: self.program.windows()[1:])[-1]

    def meets(self):
        """F9 opens the first alternative's wording; what is written is proposed by both with Ctrl+Return."""
        program = self.program
        wait_for("the alternatives", lambda: program.find_all("push button", matches=lambda node: (
            node.name or "").startswith(program.say("Compromise…"))))
        program.keys("F9")
        dialog = self.dialog()
        window = program.x_window_of(dialog)
        program.focus_window(window)
        checks = wait_for("what it takes up", lambda: program.find_all("check box", root=dialog))
        assert len(checks) == 2 and all(driver.has_state(one, driver.pyatspi.STATE_CHECKED) for one in checks)
        view = next(node for node in program.find_all("text", root=dialog)
                    if node.getState().contains(driver.pyatspi.STATE_MULTI_LINE))
        self.begun = driver.shown(view)
        assert self.begun in (RIVERS, LAKES), self.begun
        wait_for("the keyboard in the text", lambda: driver.has_focus_within(view))
        program.keys("ctrl+End")
        program.type(MORE, view)
        driver.picture(f"bracket-compromise-{LANGUAGE}")
        looked, bad = driver.unnamed(program, dialog)
        assert looked > 5 and not bad, bad
        wait_for("a narrow dialog", lambda: program.narrow(dialog, 360, 720))
        wait_for("the dialog to be narrow", lambda: 0 < driver.extents(view).width <= 330)
        driver.picture(f"bracket-compromise-narrow-{LANGUAGE}")
        program.keys("ctrl+Return")
        wait_for("the dialog to go", lambda: window not in program.x_windows())
        program.focus_window()
        taken = program.say("Taken up in the compromise of %s").split("%s")[0]
        wait_for("those it takes up", lambda: len(program.find_all(
            "label", matches=lambda node: (node.name or "").startswith(taken))) == 2)

    def saves(self):
        program = self.program
        program.activate("save-revision", driver.GLib.Variant("s", "Met"))
        wait_for("the revision", lambda: driver.run(
            "git", "-C", self.path, "log", "-1", "--format=%s", "main").strip() == "Met")
        seen = self.proposals()
        both = next(one for one in seen.values() if one["state"] == "open")
        assert both["owners"] == ["EG", "UY"] and both["texts"] == {LANGUAGE: self.begun + MORE}, both
        assert [seen[pid]["replaced-by"] for pid in (self.one, self.other)] == [both["id"]] * 2
        assert both["id"] in driver.run("git", "-C", self.path, "log", "-1", "--format=%b", "main")

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Bracket(folder)
        steps = [
            ("a plan with two alternatives is opened for reading", here.opens),
            ("they are edited into a compromise", here.meets),
            ("it is saved, of both", here.saves),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"bracket-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
