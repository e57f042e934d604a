#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What delegations say to a proposal: written down by the facilitator among two hundred of them, then said by a
delegation itself; with the keyboard alone.

Usage: test-position.py LANGUAGE   (of the interface)
"""

import json
import os
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
NARROW = 360
GROUPS = 200
# The beginning of a name, which stands in the middle of the list.
TYPED = {"en": "Urug", "ar": "أوروغ"}[LANGUAGE]


class Position:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "plan.twf"
        self.program = None

    def proposal(self, code, branch="main"):
        """The one that @code owns."""
        said = json.loads(driver.twf("proposals", self.path, "--branch", branch, "--json"))["proposals"]
        return next(one for one in said if one["owners"] == [code])

    def positions(self, code, branch="main"):
        return [(one["delegation"], one["word"]) for one in self.proposal(code, branch)["positions"]]

    def proposes(self, code, year):
        text = self.text.replace("2027", year)
        driver.twf(
            "propose", self.path, self.objective, "--language", "en", "--text", text,
            "--as", code, "--branch", "main",
        )

    def makes_groups(self):
        groups = [
            {"op": "delegation", "code": f"G{number}", "fields": {
                "Name": [f"ar المجموعة {number}", f"en Group {number}"]}}
            for number in range(GROUPS)
        ]
        file = self.folder / "groups.json"
        file.write_text(json.dumps({"edits": groups}), encoding="utf-8")
        driver.twf("apply", self.path, file)

    def starts(self):
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("merge"))
        self.program.focus_window()
        self.program.activate("show-provision", driver.GLib.Variant("s", self.objective))
        wait_for("the proposals", lambda: self.button("EG"))

    def opens(self):
        """Two hundred delegations, and two proposals about the same words."""
        driver.make_sample(self.path)
        self.makes_groups()
        shown = json.loads(driver.twf("show", self.path, "--json"))
        objective = next(one for one in shown["provisions"] if one["section"] == "objectives")
        self.objective, self.text = objective["id"], objective["texts"]["en"]
        self.proposes("EG", "2029")
        self.proposes("UY", "2030")
        self.starts()

    def button(self, code):
        """The button in the row of the proposal that @code owns."""
        name = self.program.say("Position") + ": "
        owner = {"EG": {"en": "Egypt", "ar": "مصر"}, "UY": {"en": "Uruguay", "ar": "أوروغواي"}}[code][LANGUAGE]
        found = [
            node
            for node in driver.walk(self.program.windows()[0])
            if (node.name or "").startswith(name) and owner in node.name
        ]
        return found[0] if found else None

    def goes_to_button(self, code, key="Tab"):
        """Tab leads to it."""
        # What it opens stands under it: only that is looked through, not the whole window.
        self.opener = self.button(code)
        for _ in range(60):
            if driver.has_focus_within(self.opener):
                return
            self.program.keys(key)
        raise AssertionError(f"{key} does not lead to the button")

    def items(self, name=None):
        return self.program.find_all("menu item", name, self.opener)

    def goes_to(self, name):
        """Arrows go down the menu that is open to the item of that name."""
        program = self.program
        for _ in range(12):
            items = self.items()
            if any(item.name == name and driver.has_focus_within(item) for item in items):
                return
            program.keys("Down")
        raise AssertionError(f"the arrows do not come to {name}")

    def chooses_word(self, word):
        program = self.program
        wait_for("what may be said", lambda: self.items(word))
        self.goes_to(program.say(word))
        program.keys("Return")

    def is_search(self, node):
        return node.name == self.program.say("Search the delegations") and driver.has_focus_within(node)

    def chooses_delegation(self, typed):
        """The space bar opens the list, and what is typed finds one; Return chooses it."""
        program = self.program
        program.keys("space")

        def search():
            return program.find_all(("entry", "text"), root=self.opener, matches=self.is_search)

        entry = wait_for("the search to have the keyboard", search)[-1]
        driver.picture(f"position-list-{LANGUAGE}")
        driver.all_named(program, 6, self.opener)
        program.type(typed, entry)

        def found():
            return len(program.find_all("list item", root=self.opener)) == 1

        wait_for("the one that is found", found)
        driver.picture(f"position-found-{LANGUAGE}")
        program.keys("Return")

    def says(self):
        program = self.program
        self.goes_to_button("EG")
        self.chooses_delegation(TYPED)
        wait_for("what may be said", lambda: self.items("Support"))
        driver.picture(f"position-words-{LANGUAGE}")
        # Only its owners could withdraw it.
        assert not self.items("Withdraw If This Is Accepted")
        self.chooses_word("Support")
        wait_for("something to undo", lambda: program.is_enabled("undo"))
        wait_for("the keyboard to stay in the row", lambda: self.is_in_row("EG"))

    def is_in_row(self, code):
        """Whether the keyboard is at what can be done about that proposal."""
        owner = self.button(code).name.split(": ", 1)[1]
        return any(
            (node.name or "").endswith(owner) and driver.has_state(node, driver.pyatspi.STATE_FOCUSED)
            for node in driver.walk(self.program.windows()[0])
        )

    def saves(self, message, branch="main"):
        self.program.activate("save-revision", driver.GLib.Variant("s", message))
        done = ("git", "-C", self.path, "log", "-1", "--format=%s", branch)
        wait_for("the revision", lambda: driver.run(*done, check=False).strip() == message)

    def takes_back(self):
        """Ctrl+Z takes it back and shift+Ctrl+Z says it again; saved, it is in the plan."""
        program = self.program
        program.keys("ctrl+z")
        wait_for("it to be undone", lambda: program.is_enabled("redo"))
        program.keys("shift+ctrl+z")
        wait_for("it to be done again", lambda: not program.is_enabled("redo"))
        self.saves("Support")
        assert self.positions("EG") == [("UY", "support")], self.positions("EG")

    def withdraws_if(self):
        """An owner withdraws on the condition that another proposal is accepted: a menu in the menu."""
        program = self.program
        below = driver.extents(self.button("UY")).y > driver.extents(self.button("EG")).y
        self.goes_to_button("UY", "Tab" if below else "shift+Tab")
        self.chooses_delegation(TYPED)
        self.chooses_word("Withdraw If This Is Accepted")
        other = self.button("EG").name.split(": ", 1)[1]
        wait_for("the other proposal", lambda: any(i.name == other for i in self.items()))
        driver.picture(f"position-condition-{LANGUAGE}")
        self.goes_to(other)
        program.keys("Return")
        wait_for("the keyboard to be in the row again", lambda: self.is_in_row("UY"))
        self.saves("Condition")
        (position,) = self.proposal("UY")["positions"]
        assert (position["delegation"], position["word"]) == ("UY", "withdraws-if"), position
        assert position["proposal"] == self.proposal("EG")["id"], position

    def fits(self):
        """Nothing in the rows keeps the window from being as narrow as a telephone."""
        program = self.program
        window = program.windows()[0]
        driver.run("xdotool", "windowsize", program.x_window_of(window), NARROW, 720)
        wait_for("a narrow window", lambda: driver.extents(program.windows()[0]).width <= NARROW)
        wait_for("the proposal", lambda: self.button("EG"))
        driver.picture(f"position-narrow-{LANGUAGE}")

    def ends(self):
        self.program.keys("ctrl+q")
        wait_for("the program to end", lambda: self.program.process.poll() is not None)
        assert self.program.process.returncode == 0

    def speaks(self):
        """Who acts as a delegation is asked for no other: what it can say comes at once."""
        folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings")
        folder.mkdir(parents=True)
        (folder / "keyfile").write_text("[org/tawafuq/Tawafuq]\nidentity='KE'\n", encoding="utf-8")
        os.environ["GSETTINGS_BACKEND"] = "keyfile"
        self.starts()
        self.goes_to_button("EG")
        self.program.keys("space")
        self.chooses_word("Reserve Position")
        wait_for("something to undo", lambda: self.program.is_enabled("undo"))
        self.saves("Reserved", "delegations/KE")
        said = self.positions("EG", "delegations/KE")
        assert sorted(said) == [("KE", "reserve"), ("UY", "support")], said
        assert self.positions("EG") == [("UY", "support")]


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Position(folder)
        steps = [
            ("a plan with two proposals and two hundred delegations is opened", here.opens),
            ("a delegation is searched for, and supports one", here.says),
            ("that is undone, done again and saved", here.takes_back),
            ("an owner withdraws on a condition", here.withdraws_if),
            ("the rows fit a narrow window", here.fits),
            ("the program is left", here.ends),
            ("a delegation speaks for itself", here.speaks),
            ("the program is left again", here.ends),
        ]
        try:
            return driver.perform(f"position-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
