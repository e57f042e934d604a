#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What contributions ask for is searched, filtered and gone through from clash to clash; what would come of it is
counted as the command counts it.

Usage: test-merge-review.py LANGUAGE   (of the interface)
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
MARKED = "Tested water is marked."
ADDED = "Two teachers of each school learn to test water."
CODES = ("EG", "KE", "UY")


class Review:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def provision(self, section):
        shown = json.loads(driver.twf("show", self.path, "--json"))
        return next(one for one in shown["provisions"] if one["section"] == section)

    def says(self, code, provision, text, command="edit"):
        driver.twf(command, self.path, provision["id"], "--language", "en", "--text", text, "--as", code)

    def opens(self):
        """Egypt and Uruguay want another year in the same place; of Kenya a proposal comes along."""
        driver.make_sample(self.path)
        objective, action = self.provision("objectives"), self.provision("actions")
        self.year, self.action = objective["texts"]["en"], action["texts"]["en"]
        self.says("EG", objective, self.year.replace("2027", "2029"))
        self.says("UY", objective, self.year.replace("2027", "2030"))
        self.says("KE", action, f"{self.action} {MARKED}")
        driver.twf("add", self.path, "--section", "actions", "--language", "en", "--text", ADDED, "--as", "KE")
        principle = self.provision("principles")
        self.says("KE", principle, f"{principle['texts']['en']} {MARKED}", "propose")
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("merge"))
        self.program.focus_window()

    def dialog(self):
        return wait_for("the merge window", lambda: self.program.windows()[1:])[-1]

    def rows(self):
        found = self.program.find_all("list", "Changes asked for", self.dialog())
        return self.program.find_all("list item", root=found[0]) if found else []

    def list(self):
        return self.program.find("list", "Changes asked for", root=self.dialog())

    def waits_for_rows(self, count):
        return wait_for(f"{count} rows", lambda: len(self.rows()) == count and self.rows())

    def focuses(self):
        self.program.focus_window(self.window)

    def chooses(self):
        """All are chosen by the keyboard alone."""
        program = self.program
        program.keys("ctrl+m")
        boxes = wait_for("the contributions", lambda: program.find_all("check box", root=self.dialog()))
        self.window = program.x_window_of(self.dialog())
        self.focuses()
        wait_for("the keyboard in the list", lambda: driver.has_focus_within(boxes[0]))
        for _ in boxes:
            program.keys("space", "Tab")
        program.keys("ctrl+Return")
        wait_for("what they ask for", lambda: len(self.rows()) == 5)

    def searches(self):
        """Ctrl+F leads to the search; Return to what is found; Escape shows all again."""
        program = self.program
        program.keys("ctrl+f")
        entry = program.find(("entry", "text"), "Search the changes", root=self.dialog())
        wait_for("the search to have the keyboard", lambda: driver.has_focus_within(entry))
        program.type("teachers", entry)
        (row,) = self.waits_for_rows(1)
        assert ADDED[:20] in row.name, row.name
        driver.picture(f"merge-search-{LANGUAGE}")
        program.keys("Return")
        wait_for("the keyboard in the list", lambda: driver.has_focus_within(self.list()))
        program.keys("ctrl+f")
        wait_for("the search to have the keyboard", lambda: driver.has_focus_within(entry))
        program.keys("Escape")
        self.waits_for_rows(5)

    def filters(self):
        """By delegation, by section, and those alone that clash."""
        program = self.program
        self.focuses()
        # In the order of the plan, which Kenya's proposal begins.
        program.choose("Delegation", 1, root=self.dialog())
        self.waits_for_rows(3)
        program.choose("Section", 2, root=self.dialog())
        nothing = "Nothing here matches. Change what is searched for or shown."
        program.find("label", nothing, root=self.dialog())
        wait_for("no row", lambda: self.rows() == [])
        program.choose("Section", 0, root=self.dialog())
        program.choose("Delegation", 0, root=self.dialog())
        self.waits_for_rows(5)
        self.shows_clashes(2)
        wait_for("those of the two years", lambda: all(
            "2029" in row.name or "2030" in row.name for row in self.rows()))
        self.shows_clashes(5)

    def shows_clashes(self, count):
        """Turns the filter of clashes round; so many are shown then."""
        self.program.click("Only Clashes", root=self.dialog())
        self.waits_for_rows(count)

    def decision_of(self, words):
        return next(row.name for row in self.rows() if words in row.name)

    def jumps(self):
        """F7 goes from clash to clash and round; what is decided then is decided about it."""
        program = self.program
        self.focuses()
        program.keys("ctrl+f")
        program.find(("entry", "text"), "Search the changes", root=self.dialog())
        program.keys("Escape", "End", "F7", "3")
        reject = program.say("Reject")
        clash = program.say("Clash")

        def rejected():
            return [row.name for row in self.rows() if row.name.endswith(reject)]

        (first,) = wait_for("one to be rejected", rejected)
        assert clash in first, first
        program.keys("F7", "3")
        wait_for("the other to be rejected", lambda: len(rejected()) == 2)
        assert all(clash in name for name in rejected()), rejected()
        program.keys("shift+F7", "2")
        wait_for("the first to be as before", lambda: len(rejected()) == 1 and first not in rejected())
        program.keys("ctrl+z", "ctrl+z", "ctrl+z")
        wait_for("none to be rejected", lambda: not rejected())

    def line(self):
        """The line that counts."""
        names = [node.name for node in self.program.find_all("label", root=self.dialog())]
        begins = [self.program.say(part).split("%s")[0] for part in ("Accepted: %s.", "Taken over: %s.")]
        return next((name for name in names if any(name.startswith(begin) for begin in begins)), "")

    def dup_said(self):
        """What the command says would come of accepting all, without what there is none of."""
        environment = {**os.environ, "LANGUAGE": LANGUAGE, "LC_ALL": "C.UTF-8"}
        twf = driver.BUILD / "app" / "cli" / "twf"
        words = [twf, "merge", self.path, *CODES, "--accept", "--dry-run"]
        done = subprocess.run(words, capture_output=True, text=True, env=environment, check=False)
        parts = done.stdout.strip().splitlines()[-1].split(". ")
        return ". ".join(part for part in parts if not part.rstrip(".").endswith(" 0")).rstrip(".") + "."

    def counts(self):
        """All that are shown are decided at once, then all; the line says what the command says."""
        program = self.program
        self.shows_clashes(2)
        self.decides_many("Reject", 0)
        wait_for("two to be rejected", lambda: program.say("Rejected: %s.").replace("%s", "2") in self.line())
        self.shows_clashes(5)
        self.decides_many("Accept All", 0)
        said = self.dup_said()
        wait_for(f"the count “{said}”", lambda: self.line() == said)
        for part, number in (("Accepted: %s.", "2"), ("Taken over: %s.", "1"), ("Proposals: %s.", "2")):
            assert program.say(part).replace("%s", number) in said, said
        driver.picture(f"merge-counts-{LANGUAGE}")

    def decides_many(self, name, index):
        """The item of that name in the menu, the first or a later one."""
        program = self.program
        program.click("Decide Many", root=self.dialog())
        item = wait_for("the menu", lambda: program.find_all("menu item", name, self.dialog()))[index]
        item.queryAction().doAction(0)
        wait_for("the menu to close", lambda: not program.find_all("menu item", name, self.dialog()))

    def merges(self):
        program = self.program
        self.focuses()
        program.keys("ctrl+Return")
        wait_for("the window to close", lambda: self.window not in program.x_windows())
        kept = json.loads(driver.twf("proposals", self.path, "--json"))["proposals"]
        assert sorted(one["owners"] for one in kept if one["state"] == "open") == [["EG"], ["KE"], ["UY"]], kept
        assert self.provision("objectives")["texts"]["en"] == self.year
        assert self.provision("actions")["texts"]["en"] == f"{self.action} {MARKED}"

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Review(folder)
        steps = [
            ("a plan with three contributions is opened", here.opens),
            ("all three are chosen", here.chooses),
            ("a change is searched for", here.searches),
            ("changes are shown by delegation, by section, by clash", here.filters),
            ("the keyboard goes from clash to clash", here.jumps),
            ("what would come of it is counted as the command counts it", here.counts),
            ("that comes of it", here.merges),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"merge-review-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
