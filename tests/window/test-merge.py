#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Contributions of three delegations merged with the keyboard alone, in a window as narrow as a telephone.

Usage: test-merge.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
NARROW = 360
# What each delegation does to the first objective in English, and to the first action.
EGYPT, URUGUAY, KENYA = "2029", "2030", "Tested water is marked."
ADDED = "Two teachers of each school learn to test water."


class Merge:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def provisions(self, section):
        shown = json.loads(driver.twf("show", self.path, "--json"))
        return [one for one in shown["provisions"] if one["section"] == section]

    def log(self, form):
        return driver.run("git", "-C", self.path, "log", f"--format={form}", "main").splitlines()

    def tip(self, code):
        return driver.run("git", "-C", self.path, "rev-parse", f"delegations/{code}").strip()

    def says(self, code, provision, text):
        driver.twf("edit", self.path, provision["id"], "--language", "en", "--text", text, "--as", code)

    def opens(self):
        """Egypt and Uruguay want another year in the same place; all else is apart."""
        driver.make_sample(self.path)
        objective, action = self.provisions("objectives")[0], self.provisions("actions")[0]
        year = objective["texts"]["en"]
        self.before, self.objective = year, objective["id"]
        self.says("EG", objective, year.replace("2027", EGYPT))
        self.says("UY", objective, year.replace("2027", URUGUAY))
        self.says("KE", action, f"{action['texts']['en']} {KENYA}")
        driver.twf("add", self.path, "--section", "actions", "--language", "en", "--text", ADDED, "--as", "KE")
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("merge"))
        self.program.focus_window()

    def dialog(self):
        return wait_for("the merge window", lambda: self.program.windows()[1:])[-1]

    def chooses(self):
        """Ctrl+M opens it; the space bar chooses one, Tab goes to the next; Ctrl+Return goes on."""
        program = self.program
        program.keys("ctrl+m")
        boxes = driver.wait_for_count(
            "the contributions", 3, lambda: program.find_all("check box", root=self.dialog())
        )
        wait_for("a narrow window", self.is_narrow)
        program.focus_window(self.window)
        wait_for("the keyboard in the list", lambda: any(driver.has_focus_within(box) for box in boxes))
        for box in boxes:
            program.keys("space")
            wait_for(
                "it to be chosen", lambda box=box: driver.has_state(box, driver.pyatspi.STATE_CHECKED)
            )
            program.keys("Tab")
        driver.all_named(program, 5, self.dialog())
        program.keys("ctrl+Return")
        wait_for("what they ask for", lambda: len(self.rows()) == 4)

    def is_narrow(self):
        """Makes the merge window narrow; one that has only just come may still be given its own size."""
        dialog = self.dialog()
        self.window = self.program.x_window_of(dialog)
        driver.run("xdotool", "windowsize", self.window, NARROW, 720)
        return driver.extents(dialog).width <= NARROW

    def rows(self):
        return self.program.find_all("list item", root=self.dialog())

    def counted(self, *parts):
        """Whether the line at the bottom says how many of each."""
        names = [node.name for node in self.program.find_all("label", root=self.dialog())]
        return any(all(part in name for part in parts) for name in names)

    def accept(self):
        return self.program.say("Accept")

    def row_of(self, words):
        """The row that shows @words, with the decision that its name ends with."""
        return next(row for row in self.rows() if words in row.name)

    def decides(self):
        """Arrows go from one to the next; a figure decides; what clashes says so; Ctrl+Z takes it back."""
        program = self.program
        driver.all_named(program, 6, self.dialog())
        clash = program.say("Clash")
        wait_for("two clashes", lambda: sum(clash in row.name for row in self.rows()) == 2)
        program.keys("Home")
        for count in range(len(self.rows())):
            if count > 0:
                program.keys("Down")
            program.keys("1")
        wait_for("all to be accepted", lambda: all(r.name.endswith(self.accept()) for r in self.rows()))
        program.keys("ctrl+z")
        propose = program.say("Keep as Proposal")
        wait_for("one to be as before", lambda: sum(r.name.endswith(propose) for r in self.rows()) == 1)
        program.keys("shift+ctrl+z")
        wait_for("it to be done again", lambda: all(r.name.endswith(self.accept()) for r in self.rows()))
        # Of the two that clash neither would be in the text.
        parts = [program.say(part).replace("%s", "2") for part in ("Accepted: %s.", "Proposals: %s.")]
        wait_for("the count", lambda: self.counted(*parts))
        self.rejects()

    def rejects(self):
        """Return shows one whole; the other year is rejected there; the list is one step back."""
        program = self.program
        program.keys("Home")
        rows = self.rows()
        index = next(i for i, row in enumerate(rows) if URUGUAY in row.name)
        program.keys(*["Down"] * index, "Return")
        wait_for("the change whole", lambda: program.find_all("push button", "All Changes", self.dialog()))
        program.keys("3")
        numbers = {"Accepted: %s.": "3", "Rejected: %s.": "1"}
        parts = [program.say(part).replace("%s", number) for part, number in numbers.items()]
        wait_for("the count", lambda: self.counted(*parts))

    def merges(self):
        program = self.program
        before = self.log("%H")
        program.keys("ctrl+Return")
        wait_for("the revision", lambda: len(self.log("%H")) > len(before))
        # Looked at while it goes, a window ends GTK 4.8: the display says when it is gone.
        wait_for("the window to close", lambda: self.window not in program.x_windows())
        parents = self.log("%P")[0].split()
        assert parents == [before[0], self.tip("EG"), self.tip("KE"), self.tip("UY")], parents
        objective = self.provisions("objectives")[0]["texts"]["en"]
        actions = [one["texts"].get("en", "") for one in self.provisions("actions")]
        assert objective == self.before.replace("2027", EGYPT), objective
        assert KENYA in actions[0] and ADDED in actions, actions
        kept = json.loads(driver.twf("show", self.path, self.objective, "--json"))
        assert "rejected" in json.dumps(kept), kept

    def undoes(self):
        """The merge is one step: Ctrl+Z gives the text back, and saving that is a revision."""
        program = self.program
        program.focus_window(program.x_window_of(program.windows()[0]))
        program.keys("ctrl+z")
        wait_for("something to save", lambda: program.is_enabled("redo"))
        program.activate("save-revision", driver.GLib.Variant("s", "Undone"))
        wait_for("the revision", lambda: self.log("%s")[0] == "Undone")
        assert self.provisions("objectives")[0]["texts"]["en"] == self.before
        assert ADDED not in [one["texts"].get("en") for one in self.provisions("actions")]

    def ends(self):
        self.program.keys("ctrl+q")
        wait_for("the program to end", lambda: self.program.process.poll() is not None)
        assert self.program.process.returncode == 0
        driver.run("git", "-C", self.path, "fsck", "--strict")


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Merge(folder)
        steps = [
            ("a plan with three contributions is opened", here.opens),
            ("all three are chosen, in a narrow window", here.chooses),
            ("what they ask for is decided, undone and done again", here.decides),
            ("they are merged into one revision of four parents", here.merges),
            ("the merge is undone in one step", here.undoes),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"merge-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
