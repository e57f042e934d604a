#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A plan is issued from the window, changed and issued again, and what changed is accounted for, with a
change made by hand.

Usage: test-issue.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
FIRST, SECOND = "A/64/L.64", "A/64/L.64/Rev.1"
WORDS = "Tested water is marked."


class Issue:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def issued(self):
        return json.loads(driver.twf("issue", self.path, "--json"))["issued"]

    def opens(self):
        driver.make_sample(self.path)
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("issue"))
        self.program.focus_window()

    def dialog(self):
        return wait_for("the window", lambda: self.program.windows()[1:])[-1]

    def labels(self):
        return [node.name for node in driver.walk(self.dialog()) if node.name]

    def fill(self, name, text):
        entry = self.program.find("text", name, root=self.dialog())
        driver.set_text(entry, text)
        return entry

    def leaves_by(self, key):
        """The window is not looked at while it goes: GTK 4.8 ends when it is asked for what is gone."""
        window = self.program.x_window_of(self.dialog())
        self.program.focus_window(window)
        self.program.keys(key)
        wait_for("the window to go", lambda: window not in self.program.x_windows())
        wait_for("it to be gone", lambda: len(self.program.windows()) == 1)

    def issue_button(self):
        return self.program.find("push button", "Issue", root=self.dialog())

    def is_ready(self):
        return driver.has_state(self.issue_button(), driver.pyatspi.STATE_SENSITIVE)

    def issues(self):
        """Symbol, date and time, note; the button can be pressed once there are a symbol and a date."""
        program = self.program
        program.activate("issue")
        self.fill("Symbol of the document", "")
        wait_for("the button to wait", lambda: not self.is_ready())
        self.fill("Symbol of the document", FIRST)
        wait_for("the button", self.is_ready)
        self.fill("Date and time it bears", "yesterday")
        wait_for("the button to wait for a date", lambda: not self.is_ready())
        self.fill("Date and time it bears", "2010-07-19 17:00")
        self.fill("Note on what is issued", "As read out")
        driver.all_named(program, 5, self.dialog())
        wait_for("the button again", self.is_ready)
        self.leaves_by("Return")
        one = self.issued()[0]
        assert one["symbol"] == FIRST and one["when"].startswith("2010-07-19T17:00"), one
        assert one["note"] == "As read out", one

    def refuses(self):
        """The same symbol again is refused, and said so in the window."""
        program = self.program
        program.activate("issue")
        self.fill("Symbol of the document", FIRST)
        wait_for("what was issued", lambda: any(FIRST in name and "2010" in name for name in self.labels()))
        wait_for("the button", self.is_ready)
        program.focus_window(program.x_window_of(self.dialog()))
        program.keys("Return")
        said = program.say("%s was issued already, and what is issued does not change. Give another symbol.")
        wait_for("the reason", lambda: any(said.split("%s")[-1] in name for name in self.labels()))
        assert len(self.issued()) == 1
        self.leaves_by("Escape")

    def accounts(self):
        """One change by the facilitator, one by hand: the window counts and shows both."""
        shown = json.loads(driver.twf("show", self.path, "--json"))
        one, other = [p for p in shown["provisions"] if p["section"] == "actions"][:2]
        text = one["texts"]["en"]
        driver.twf("edit", self.path, one["id"], "--language", "en", "--text", f"{text} {WORDS}")
        tree = self.path.parent / "tree"
        driver.run("git", "clone", "-q", self.path, tree)
        file = next(tree.glob(f"provisions/*/{other['id']}/en.txt"))
        file.write_text("Changed by hand\n", encoding="utf-8")
        driver.run("git", "-C", tree, "-c", "user.name=Mallory", "-c", "user.email=m@example.org",
                   "commit", "-q", "-a", "-m", "typo")
        driver.run("git", "-C", tree, "push", "-q", "origin", "HEAD:main")
        driver.twf("issue", self.path, SECOND)
        self.program.activate("account")
        wait_for("the account", lambda: any(WORDS in name for name in self.labels()))
        signs = ("Mallory", self.program.say("Nobody answers for this"), self.program.say("Facilitator"))
        wait_for("who answers", lambda: all(sign in " ".join(self.labels()) for sign in signs))
        driver.all_named(self.program, 4, self.dialog())
        driver.picture(f"account-{LANGUAGE}")
        only = self.program.find("check box", "Only those for which nobody answers", root=self.dialog())
        self.program.click_at(only)
        wait_for("only what is nobody's", lambda: not any(WORDS in name for name in self.labels()))

    def ends(self):
        self.leaves_by("Escape")
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Issue(folder)
        steps = [
            ("a plan is opened", here.opens),
            ("it is issued", here.issues),
            ("a symbol serves once", here.refuses),
            ("what changed is accounted for", here.accounts),
            ("the window is left", here.ends),
        ]
        try:
            return driver.perform(f"issue-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
