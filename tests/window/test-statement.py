#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""On the Reading page: a reservation is put on record and a package is made and agreed as a whole, by the keyboard.

Usage: test-statement.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
TEXT, WORDS = {"en": ("States protect water.", "Subject to law."),
               "ar": ("تحمي الدول المياه.", "رهنا بالقانون.")}[LANGUAGE]

# Of two delegations, by name.
EGYPT_IS_AT = {"en": "Home", "ar": "End"}[LANGUAGE]


class Statement:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def shown(self):
        return json.loads(driver.twf("show", self.path, "--json"))["provisions"]

    def opens(self):
        """Two provisions, one of which is in a package."""
        driver.twf("new", self.path, "--template", "blank", "--title", "Plan", "--language", "en", "--language", "ar")
        edits = [{"op": "delegation", "code": code, "fields": {}} for code in ("EG", "UY")]
        edits += [{"op": "add", "section": "actions", "texts": {LANGUAGE: TEXT}, "fields": fields}
                  for fields in ({}, {"Package": ["Deal"]})]
        made = pathlib.Path(self.path.parent, "edits.json")
        made.write_text(json.dumps({"edits": edits}))
        driver.twf("apply", self.path, made)
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("export"))
        self.program.focus_window()
        self.program.keys("ctrl+2")
        wait_for("the page", lambda: driver.has_focus_within(self.program.find("text", "Text of the Plan")))
        wait_for("the first provision", lambda: self.says("Not agreed yet") or self.program.keys("Down"))

    def says(self, words, root=None):
        """Whether a label says what stands before the first name in a sentence."""
        begins = self.program.say(words).split("%s")[0].strip(" “«")
        return self.program.find_all("label", root=root, matches=lambda node: begins in (node.name or ""))

    def reserves(self):
        program = self.program
        program.click("State a Reservation…")
        dialog = wait_for("the dialog", lambda: program.windows()[1:])[-1]
        window = program.x_window_of(dialog)
        program.focus_window(window)
        view = next(node for node in program.find_all("text", root=dialog)
                    if node.getState().contains(driver.pyatspi.STATE_MULTI_LINE))
        wait_for("the keyboard in the text", lambda: driver.has_focus_within(view))
        program.type(WORDS, view)
        program.keys("ctrl+Return")
        wait_for("whose it is to be asked", lambda: self.says("Choose whose statement it is.", dialog))
        driver.picture(f"statement-{LANGUAGE}")
        driver.all_named(program, 6, dialog)
        name = {"en": "Egypt", "ar": "مصر"}[LANGUAGE]
        owner = program.find(driver.BUTTONS, root=dialog, matches=lambda node: (
            node.name or "").startswith(program.say("Whose Statement")) and "click" in driver.actions(node))
        owner.queryAction().doAction(0)
        wait_for("Egypt to have the keyboard", lambda: any(
            name in (item.name or "") and driver.has_focus_within(item)
            for item in program.find_all("list item", root=dialog)) or program.keys(EGYPT_IS_AT))
        program.keys("Return")
        wait_for("Egypt to be chosen", lambda: name in (owner.name or ""))
        program.keys("ctrl+Return")
        wait_for("the dialog to go", lambda: window not in program.x_windows())
        program.focus_window()
        wait_for("the reservation", lambda: self.says("Reservation of %s"))

    def goes_to(self, name, opener):
        program = self.program
        for _ in range(12):
            items = wait_for("a menu", lambda: program.find_all("menu item", root=opener))
            if any(item.name == name and driver.has_focus_within(item) for item in items):
                return
            program.keys("Down")
        raise AssertionError(f"the arrows do not come to {name}")

    def agrees_package(self):
        """The package that is there is ticked; then all that is in it is agreed by one act."""
        program = self.program
        program.click("Package")
        check = wait_for("the packages", lambda: program.find_all("check box", matches=lambda node: node.name == "Deal"))[0]
        wait_for("the keyboard there", lambda: driver.has_focus_within(check))
        program.keys("space")
        wait_for("the package", lambda: self.says("Part of the package “%s”: agreed as a whole or not at all"))
        driver.picture(f"statement-package-{LANGUAGE}")
        program.keys("Escape")
        opener = program.find(driver.BUTTONS, "Agree", matches=lambda node: "click" in driver.actions(node))
        opener.queryAction().doAction(0)
        whole = program.say("All of the Package “%s”") % "\u2068Deal\u2069"
        self.goes_to(whole, None)
        program.keys("Return")
        self.goes_to(program.say("In Plenary"), None)
        program.keys("Return")
        wait_for("the agreement", lambda: self.says("Agreed in plenary, %s"))
        driver.picture(f"statement-agreed-{LANGUAGE}")

    def saves(self):
        program = self.program
        program.activate("save-revision", driver.GLib.Variant("s", "Deal"))
        wait_for("the revision", lambda: driver.run(
            "git", "-C", self.path, "log", "-1", "--format=%s", "main").strip() == "Deal")
        seen = self.shown()
        assert [one["agreement"]["state"] for one in seen] == ["agreed", "agreed"], seen
        assert [one["fields"]["Package"] for one in seen] == [["Deal"], ["Deal"]]
        (statement,) = seen[0]["statements"]
        assert (statement["delegation"], statement["text"]) == ("EG", WORDS), statement

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Statement(folder)
        steps = [
            ("a plan is opened for reading", here.opens),
            ("a reservation is put on record", here.reserves),
            ("a package is agreed as a whole", here.agrees_package),
            ("all is in the revision", here.saves),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"statement-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
