#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What the room sees on the projector: the paragraph that the facilitator is at, in large letters, what is
proposed there, with or without names, and who speaks.

Usage: test-room.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
WORDS = {"en": "Decides to review progress every year.", "ar": "يقرر استعراض التقدم المحرز كل سنة."}
OTHER = {"en": "Decides to review progress every two years.", "ar": "يقرر استعراض التقدم المحرز كل سنتين."}
LAST = {"en": "Invites others to do the same.", "ar": "يدعو الآخرين إلى أن يحذوا حذوه."}
NAMES = {"EG": {"en": "Egypt", "ar": "مصر"}, "UY": {"en": "Uruguay", "ar": "أوروغواي"}}


def plain(node):
    return (node.name or "").replace("\u2068", "").replace("\u2069", "")


class Room:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def opens(self):
        driver.twf("new", self.path, "--template", "blank", "--title", "Plan", "--language", "en", "--language", "ar")
        edits = [
            {"op": "delegation", "code": code, "fields": {"Name": [f"{l} {n}" for l, n in names.items()]}}
            for code, names in NAMES.items()
        ]
        edits += [{"op": "add", "section": "actions", "texts": texts} for texts in (WORDS, LAST)]
        made = pathlib.Path(self.path.parent, "edits.json")
        made.write_text(json.dumps({"edits": edits}))
        driver.twf("apply", self.path, made)
        self.first, self.last = [one["id"] for one in json.loads(driver.twf("show", self.path, "--json"))["provisions"]]
        propose = ["propose", self.path, "--branch", "main"]
        pid = driver.twf(*propose, self.first, "--as", "EG", "--language", LANGUAGE, "--text", OTHER[LANGUAGE])
        driver.twf("position", self.path, pid.strip(), "--as", "UY", "--branch", "main", "retain")
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("room"))
        self.facilitator = self.program.x_windows()[-1]
        self.program.focus_window()
        self.program.keys("ctrl+2")
        page = self.program.find("text", "Text of the Plan")
        wait_for("the page", lambda: driver.has_focus_within(page))
        self.program.keys("F7")
        wait_for("what is proposed", lambda: self.program.find_all("push button", matches=lambda node: (
            node.name or "").startswith(self.program.say("Accept"))))

    def room(self):
        return self.program.windows()[-1]

    def lines(self):
        return [plain(node) for node in self.program.find_all("label", root=self.room())]

    def reads(self, *words):
        return all(any(word in line for line in self.lines()) for word in words)

    def shows(self):
        """Ctrl+Shift+R opens it beside the window; whose words, and who would retain."""
        self.program.keys("ctrl+shift+r")
        wait_for("the room", lambda: len(self.program.windows()) == 2)
        wait_for("the paragraph", lambda: self.reads("[", "(EG", NAMES["EG"][LANGUAGE], NAMES["UY"][LANGUAGE]))
        self.window = self.program.x_window_of(self.room())
        driver.picture(f"room-{LANGUAGE}")
        driver.all_named(self.program, 5, self.room())

    def toggle(self, name):
        said = self.program.say(name)
        return self.program.find(matches=lambda n: n.name == said and "click" in driver.actions(n), root=self.room())

    def hides_names(self):
        names = self.toggle("Names of Delegations")
        names.queryAction().doAction(0)
        wait_for("no names", lambda: self.reads("[") and not self.reads("EG")
                 and not any(self.reads(name[LANGUAGE]) for name in NAMES.values()))
        names.queryAction().doAction(0)
        wait_for("names", lambda: self.reads("EG"))

    def height(self):
        return max(driver.extents(node).height for node in self.program.find_all("label", root=self.room())
                   if "[" in (node.name or ""))

    def grows(self):
        """Ctrl+plus makes letters larger, Ctrl+0 as they were."""
        before = self.height()
        self.program.focus_window(self.window)
        self.program.keys("ctrl+plus")
        wait_for("larger letters", lambda: self.height() > before)
        self.program.keys("ctrl+0")
        wait_for("the same letters", lambda: self.height() == before)

    def follows(self):
        """Held, it stays where it is; let go, it is where the facilitator is."""
        show = lambda id: self.program.activate("show-provision", driver.GLib.Variant("s", id))
        show(self.last)
        wait_for("the other paragraph", lambda: self.reads(LAST[LANGUAGE]) and not self.reads("["))
        hold = self.toggle("Hold This Paragraph")
        hold.queryAction().doAction(0)
        wait_for("it to be held", lambda: driver.has_state(hold, driver.pyatspi.STATE_PRESSED))
        show(self.first)
        form = lambda: driver.shown(driver.first_text_view(self.program))
        wait_for("the form", lambda: form() == WORDS[LANGUAGE])
        wait_for("what was held", lambda: self.reads(LAST[LANGUAGE]))
        hold.queryAction().doAction(0)
        wait_for("the paragraph", lambda: self.reads("[", NAMES["EG"][LANGUAGE]))

    def gives_the_floor(self):
        """Two ask for the floor in the facilitator's window; the room reads who has it."""
        program = self.program
        main = program.windows()[0]
        program.activate("show-page", driver.GLib.Variant("s", "reading"))
        program.focus_window(self.facilitator)
        opener = program.find(matches=lambda n: n.name == program.say("Speakers") and "click" in driver.actions(n),
                              root=main)
        opener.queryAction().doAction(0)
        names = {name[LANGUAGE] for name in NAMES.values()}
        items = wait_for("the delegations", lambda: program.find_all(
            "list item", matches=lambda node: plain(node) in names))
        driver.picture(f"room-speakers-{LANGUAGE}")
        order = [plain(node) for node in items]
        wait_for("the keyboard there", lambda: any(driver.has_focus_within(node) for node in items))
        program.keys("Home", "Return", "Down", "Return")
        wait_for("both to wait", lambda: self.reads(program.say("Then: %s").split("%")[0], *order))
        program.activate("next-speaker")
        said = program.say("%s has the floor") % order[0]
        wait_for("the floor", lambda: self.reads(said))
        driver.picture(f"room-floor-{LANGUAGE}")
        program.keys("Escape")
        program.activate("next-speaker")
        wait_for("the next", lambda: self.reads(program.say("%s has the floor") % order[1]))
        program.activate("next-speaker")
        wait_for("nobody", lambda: not self.reads(program.say("%s has the floor") % order[1]))

    def narrows(self):
        wait_for("a narrow window", lambda: self.program.narrow(self.room()))
        wait_for("it to be narrow", lambda: driver.extents(self.room()).width <= 420)
        driver.picture(f"room-narrow-{LANGUAGE}")

    def ends(self):
        """Who closes the plan closes the room with it."""
        self.program.activate("close-plan")
        wait_for("the room to go", lambda: self.window not in self.program.x_windows())
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Room(folder)
        steps = [
            ("a plan with a proposal is read", here.opens),
            ("the room sees the paragraph and what is proposed", here.shows),
            ("with names and without", here.hides_names),
            ("in larger letters", here.grows),
            ("where the facilitator is, unless it is held", here.follows),
            ("who has the floor", here.gives_the_floor),
            ("in a narrow window", here.narrows),
            ("it goes with the plan", here.ends),
        ]
        try:
            return driver.perform(f"room-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
