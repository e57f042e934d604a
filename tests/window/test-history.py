#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The history of several delegations' work is looked through by delegation, words and day; what another
process saves meanwhile moves nothing.

Usage: test-history.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
# The delegations of the sample plan, in the order of their names.
ORDER = {"en": ["EG", "JO", "KE", "UY"], "ar": ["JO", "UY", "KE", "EG"]}[LANGUAGE]
NARROW = 360
# The word as it is stored, and as somebody types it.
STORED, TYPED = "تُحفظ الـمُشتَركةِ هنا.", "المشتركه"
MANY = 24
SYMBOL = "A/64/L.64"


class History:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def edit(self, text, message, *more):
        driver.twf("edit", self.path, self.id, "--language", "ar", "--text", text, "-m", message, *more)

    def opens(self):
        driver.make_sample(self.path)
        shown = json.loads(driver.twf("show", self.path, "--json"))
        self.id = [one for one in shown["provisions"] if one["section"] == "actions"][-1]["id"]
        self.code, self.other = "EG", "UY"
        self.edit(STORED, "Brings the word", "--as", self.code)
        driver.twf("merge", self.path, self.code, "--accept", "-m", "Takes it in")
        driver.twf("issue", self.path, SYMBOL)
        self.edit("نص آخر.", "Takes the word out")
        self.edit("نص الوفد.", "Not merged", "--as", self.other)
        for number in range(MANY):
            self.edit(f"نص رقم {number}.", f"Number {number:02}")
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("filter-history"))
        self.program.focus_window()

    def rows(self):
        """The names of the rows that are on the screen."""
        return [node.name for node in self.items() if node.name]

    def items(self):
        """The rows themselves: looking into each as well takes ten times as long."""
        found = self.program.find("list", "Revisions")
        return [node for node in (found.getChildAtIndex(index) for index in range(found.childCount))
                if node is not None and driver.is_visible(node)]

    def subjects(self):
        known = ["Brings the word", "Takes it in", "Takes the word out", "Arrives", "Sample plan", "Not merged"]
        known += [f"Number {number:02}" for number in range(MANY)]
        return [next((one for one in known if one in name), name) for name in self.rows()]

    def lists(self):
        """Ctrl+F on the history page opens the filters, with the caret in them."""
        program = self.program
        program.activate("show-page", driver.GLib.Variant("s", "history"))
        wait_for("the newest", lambda: f"Number {MANY - 1:02}" in self.subjects()[0])
        self.whole = self.subjects()
        # It runs in its own direction: shortened, it loses its end.
        newest = f"\u2068Number {MANY - 1:02}\u2069"
        wait_for("its message unmarked", lambda: program.find_all("label", matches=lambda node: node.name == newest))
        program.keys("ctrl+f")
        self.entry = program.find(("entry", "text"), "Words that were changed")
        wait_for("the caret in it", lambda: driver.has_focus_within(self.entry))
        driver.picture(f"history-{LANGUAGE}-filters")

    def row(self, subject):
        return next((name for name in self.all_rows() if subject in name), "")

    def says_what_changed(self):
        """How much a revision changed is counted while one looks."""
        said = self.program.say("%s, words inserted: %s, deleted: %s").rsplit("%s", 2)
        wait_for("the words", lambda: all(part in self.row(f"Number {MANY - 2:02}") for part in said[0].split("%s")))

    def shows_branches(self):
        """The merge, what it took in from beside it, the symbol and the branch are in the rows' names."""
        program = self.program
        program.keys("Escape")
        program.click_at(self.items()[0])
        program.keys("End")
        wait_for("the merge", lambda: program.say("Merge") in self.row("Takes it in"))
        wait_for("its symbol", lambda: SYMBOL in self.row("Takes it in"))
        signs = (program.say("On another branch"), f"(\u2068{self.code}\u2069)")
        wait_for("its branch", lambda: all(sign in self.row("Brings the word") for sign in signs))
        assert program.say("On another branch") not in self.row("Takes the word out")
        driver.picture(f"history-{LANGUAGE}-graph")
        program.keys("Home")
        wait_for("the newest", lambda: f"Number {MANY - 1:02}" in self.subjects()[0])

    def says_names(self):
        driver.all_named(self.program, 6)

    def finds_words(self):
        """Who brought the word and who took it out, whatever its vowel marks."""
        self.program.type(TYPED, self.entry)
        wait_for("what was found", lambda: self.subjects() == ["Takes the word out", "Brings the word"])
        driver.picture(f"history-{LANGUAGE}-words")

    def finds_delegations(self):
        """Of these, one delegation's; of another's, none, and that is said."""
        program = self.program
        program.choose("Delegation", 2 + ORDER.index(self.code))
        wait_for("its revision", lambda: self.subjects() == ["Brings the word"])
        program.choose("Delegation", 2 + ORDER.index(self.other))
        program.find("push button", "Clear the Filters")
        driver.picture(f"history-{LANGUAGE}-nothing")
        program.click("Clear the Filters")
        wait_for("everything", lambda: self.subjects() == self.whole)

    def goes_through_a_branch(self):
        """Of a branch that nobody merged: its own revision stands on what it was made from. One goes back by the button."""
        program = self.program
        assert "Not merged" not in self.subjects()
        row = 1 + sorted([self.code, self.other]).index(self.other)
        program.choose("Branch", row)
        wait_for("its revisions", lambda: self.subjects()[:2] == ["Not merged", "Takes the word out"])
        driver.picture(f"history-{LANGUAGE}-branch")
        said = program.say("Remove the filter %s").split("%s")[0]
        chips = driver.wait_for_count("the filter", 1, lambda: program.find_all(
            "push button", matches=lambda node: node.name.startswith(said) and self.other in node.name))
        chips[0].queryAction().doAction(0)
        wait_for("the plan's own", lambda: self.subjects() == self.whole)

    def finds_days(self):
        """A day that none is of, and then the button that takes it back."""
        program = self.program
        entry = program.find(("entry", "text"), "To day")
        program.click_at(entry)
        wait_for("the caret in it", lambda: driver.has_focus_within(entry))
        program.type("2010-07-30", entry)
        program.find("push button", "Clear the Filters")
        said = program.say("Remove the filter %s").split("%s")[0]
        chips = driver.wait_for_count("the filter", 1, lambda: program.find_all(
            "push button", matches=lambda node: node.name.startswith(said)))
        chips[0].queryAction().doAction(0)
        wait_for("everything", lambda: self.subjects() == self.whole)

    def keeps_its_place(self):
        """A row in the middle is chosen; another process saves; the row stays chosen and where it was."""
        program = self.program
        row = next(node for node in self.items() if f"Number {MANY - 4:02}" in node.name)
        program.click_at(row)
        wait_for("it to be chosen", lambda: driver.has_state(row, driver.pyatspi.STATE_SELECTED))
        box = driver.extents(row)
        self.edit("نص وصل.", "Arrives")
        program.find(("label",), "Somebody else saved a revision of this plan.")
        program.activate("reload")
        wait_for("what arrived", lambda: any("Arrives" in one for one in self.all_rows()))
        program.wait_gone(("label",), "Somebody else saved a revision of this plan.")
        row = next(node for node in self.items() if f"Number {MANY - 4:02}" in node.name)
        wait_for("it to be chosen still", lambda: driver.has_state(row, driver.pyatspi.STATE_SELECTED))
        # A row that was put on top would have moved it by its whole height.
        moved = driver.extents(row).y - box.y
        assert abs(moved) < box.height / 2, (moved, box.height)
        driver.picture(f"history-{LANGUAGE}-arrived")

    def all_rows(self):
        """Those above the edge as well."""
        return [node.name for node in self.items()]

    def narrows(self):
        program = self.program
        window = program.x_window_of(program.windows()[0])
        driver.run("xdotool", "windowsize", window, NARROW, 720)
        wait_for("a narrow window", lambda: program.geometry(window)[2] <= NARROW)
        wait_for("its content to follow", lambda: driver.extents(program.windows()[0]).width <= NARROW)
        program.activate("filter-history")
        program.find(("entry", "text"), "Words that were changed")
        driver.picture(f"history-{LANGUAGE}-narrow")

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = History(folder)
        steps = [
            ("a plan is opened", here.opens),
            ("its revisions are listed, and Ctrl+F opens the filters", here.lists),
            ("rows say how much was changed", here.says_what_changed),
            ("all that takes the keyboard has a name", here.says_names),
            ("words are found", here.finds_words),
            ("a delegation's revisions are found, and of another none", here.finds_delegations),
            ("a branch that is not merged is gone through", here.goes_through_a_branch),
            ("a day is asked for and taken back", here.finds_days),
            ("branches, merges and symbols are shown", here.shows_branches),
            ("what arrives moves nothing", here.keeps_its_place),
            ("the window is narrow", here.narrows),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"history-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
