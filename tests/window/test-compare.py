#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Two revisions are compared with the keyboard alone, in a window as narrow as a telephone.

Usage: test-compare.py LANGUAGE   (of the interface)
"""

import json
import os
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
WORDS = "Tested water is marked."


class Compare:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def opens(self):
        """The last revision moves the second action before the first and adds words to it."""
        driver.make_sample(self.path)
        shown = json.loads(driver.twf("show", self.path, "--json"))
        actions = [one for one in shown["provisions"] if one["section"] == "actions"]
        action, self.other = actions[-1], actions[0]["texts"]["en"]
        edits = [
            {"op": "move", "id": action["id"], "after": ""},
            {"op": "edit", "id": action["id"], "texts": {"en": f"{action['texts']['en']} {WORDS}"}},
        ]
        file = self.path.parent / "edits.json"
        file.write_text(json.dumps({"edits": edits}))
        driver.twf("apply", self.path, file, "-m", "Moved")
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("compare"))
        self.program.focus_window()

    def dialog(self):
        return wait_for("the window", lambda: self.program.windows()[1:])[-1]

    def labels(self):
        return [node.name for node in driver.walk(self.dialog()) if node.name]

    def shows(self):
        """Ctrl+Shift+D compares the last revision with the one before: one provision moved and edited."""
        self.program.keys("ctrl+shift+d")
        wait_for("the comparison", lambda: any(WORDS in name for name in self.labels()))
        self.window = wait_for("a narrow window", lambda: self.program.narrow(self.dialog()))
        self.program.focus_window(self.window)
        counts = self.program.say("Words inserted:")
        wait_for("the counts", lambda: any(counts in name and "4" in name for name in self.labels()))

    def goes_on(self):
        """F7 gives the change the keyboard, and its row says what was done and what the words are."""
        program = self.program
        program.keys("F7")

        def focused():
            return [
                node for node in driver.walk(self.dialog())
                if driver.has_state(node, driver.pyatspi.STATE_FOCUSED) and WORDS in (node.name or "")
            ]

        found = wait_for("the keyboard in the change", focused)
        moved = program.say("Moved from %s and edited").split("%s")
        assert all(part.strip() in found[-1].name for part in moved), found[-1].name
        # Its number reads from the side of the language it is written in.
        assert ("\u2068\u200f1" in found[-1].name) == (LANGUAGE == "ar"), repr(found[-1].name)

    def says_names(self):
        """Everything that can have the keyboard has a name."""
        driver.all_named(self.program, 6, self.dialog())

    def unfolds(self):
        """What did not change is folded; Return on it shows it."""
        assert not any(self.other in name for name in self.labels())
        self.program.keys("Down", "Return")
        wait_for("the next action", lambda: any(self.other in name for name in self.labels()))

    def shows_deletions(self):
        """Nothing was deleted, and the window says so; without that, all is there again."""
        name = "Only where something was deleted"
        box = self.program.find("check box", name, root=self.dialog())
        self.program.click_at(box)
        nothing = self.program.say("Nothing Was Deleted")
        wait_for("nothing", lambda: any(nothing in line for line in self.labels()))
        assert not any(WORDS in line for line in self.labels())
        same = self.program.say("The two have the same texts and fields in the language that is shown.")
        assert not any(line == same for line in self.labels()), "something changed all the same"
        self.program.click_at(box)
        wait_for("the comparison", lambda: any(WORDS in line for line in self.labels()))

    def pages(self):
        """The files that were made to be printed."""
        return list(pathlib.Path(os.environ["XDG_RUNTIME_DIR"]).glob("tawafuq-*.pdf"))

    def prints(self):
        """Ctrl+P makes the pages and asks for a printer; Escape leaves nothing of them."""
        program = self.program
        program.keys("ctrl+p")
        wait_for("the printers", lambda: len(program.windows()) == 3)
        (page,) = self.pages()
        assert page.read_bytes().startswith(b"%PDF")
        program.focus_window(program.x_window_of(self.dialog()))
        program.keys("Escape")
        wait_for("the window of before", lambda: len(program.windows()) == 2)
        wait_for("the end of the pages", lambda: not self.pages())
        program.focus_window(self.window)

    def ends(self):
        self.program.keys("Escape")
        wait_for("the window to go", lambda: len(self.program.windows()) == 1)
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Compare(folder)
        steps = [
            ("a plan is opened", here.opens),
            ("its last revision is compared", here.shows),
            ("the next change is reached by keyboard", here.goes_on),
            ("all that takes the keyboard has a name", here.says_names),
            ("what is folded unfolds", here.unfolds),
            ("what was deleted is shown alone", here.shows_deletions),
            ("a printer is asked for", here.prints),
            ("the window is left", here.ends),
        ]
        try:
            return driver.perform(f"compare-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
