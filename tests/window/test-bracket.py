#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""At a bracket, by the keyboard: an owner withdraws if something elsewhere is accepted, and two alternatives are
edited into one that belongs to both.

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

# Of two delegations, by name.
EGYPT_IS_AT = {"en": "Home", "ar": "End"}[LANGUAGE]


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
        self.elsewhere = self.propose(self.ids[1], RIVERS, "UY")
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("export"))
        self.program.focus_window()
        self.program.keys("ctrl+2")
        wait_for("the page", lambda: driver.has_focus_within(self.program.find("text", "Text of the Plan")))
        self.program.keys("F7")

    def dialog(self):
        return wait_for("the dialog", lambda: self.program.windows()[1:])[-1]

    def goes_to(self, name, opener):
        """Arrows go down the menu that is open to the item of that name."""
        program = self.program
        for _ in range(12):
            items = wait_for("a menu", lambda: program.find_all("menu item", root=opener))
            if any(item.name == program.say(name) and driver.has_focus_within(item) for item in items):
                return
            program.keys("Down")
        raise AssertionError(f"the arrows do not come to {name}")

    def withdraws_if(self):
        """Egypt withdraws if a proposal about another provision is accepted: found among all by its words."""
        program = self.program
        names = {"en": "Egypt", "ar": "مصر"}
        begins = program.say("Position") + ": "
        opener = wait_for("Egypt's proposal", lambda: [
            node for node in driver.walk(program.windows()[0])
            if (node.name or "").startswith(begins) and names[LANGUAGE] in node.name])[0]
        wait_for("the keyboard there", lambda: driver.has_focus_within(opener) or program.keys("Tab"))
        program.keys("space")
        wait_for("the delegations", lambda: program.find_all("list item", root=opener))
        wait_for("Egypt to be chosen", lambda: any(
            names[LANGUAGE] in (item.name or "") and driver.has_focus_within(item)
            for item in program.find_all("list item", root=opener)) or program.keys(EGYPT_IS_AT))
        program.keys("Return")
        self.goes_to("Withdraw If This Is Accepted", opener)
        program.keys("Return")
        self.goes_to("A Proposal Elsewhere…", opener)
        program.keys("Return")
        dialog = self.dialog()
        window = program.x_window_of(dialog)
        program.focus_window(window)
        wait_for("what is proposed elsewhere", lambda: len(program.find_all("list item", root=dialog)) == 1)
        driver.picture(f"bracket-condition-{LANGUAGE}")
        driver.all_named(program, 4, dialog)
        program.keys("Return")
        wait_for("the dialog to go", lambda: window not in program.x_windows())
        program.focus_window()
        said = program.say("%s withdraws if this is accepted: %s").split("%s")[1]
        wait_for("the condition", lambda: program.find_all("label", matches=lambda node: said in (node.name or "")))

    def meets(self):
        """F9 opens the first alternative's wording; what is written is proposed by both with Ctrl+Return."""
        program = self.program
        wait_for("the alternatives", lambda: program.find_all("push button", matches=lambda node: (
            node.name or "").startswith(program.say("Compromise…"))))
        wait_for("the page", lambda: driver.has_focus_within(program.windows()[0]))
        program.keys("F9")
        dialog = self.dialog()
        window = program.x_window_of(dialog)
        program.focus_window(window)
        checks = driver.wait_for_count("what it takes up", 2, lambda: program.find_all("check box", root=dialog))
        wait_for("both", lambda: all(driver.has_state(one, driver.pyatspi.STATE_CHECKED) for one in checks))
        view = program.find("text", root=dialog, matches=lambda node: node.getState().contains(
            driver.pyatspi.STATE_MULTI_LINE))
        wait_for("one of the wordings", lambda: driver.shown(view) in (RIVERS, LAKES))
        self.begun = driver.shown(view)
        wait_for("the keyboard in the text", lambda: driver.has_focus_within(view))
        program.keys("ctrl+End")
        program.type(MORE, view)
        driver.picture(f"bracket-compromise-{LANGUAGE}")
        driver.all_named(program, 6, dialog)
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
        both = next(one for one in seen.values() if "takes-up" in one)
        assert both["owners"] == ["EG", "UY"] and both["texts"] == {LANGUAGE: self.begun + MORE}, both
        assert seen[self.one]["positions"] == [
            {"delegation": "EG", "word": "withdraws-if", "proposal": self.elsewhere}]
        assert [seen[pid]["replaced-by"] for pid in (self.one, self.other)] == [both["id"]] * 2
        assert both["id"] in driver.run("git", "-C", self.path, "log", "-1", "--format=%b", "main")

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Bracket(folder)
        steps = [
            ("a plan with two alternatives is opened for reading", here.opens),
            ("one withdraws on a condition elsewhere", here.withdraws_if),
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
