#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Other links of a provision, another place for it and another symbol of the plan are proposed in a window as
narrow as a telephone, by the keyboard.

Usage: test-propose-place.py LANGUAGE   (of the interface)
"""

import json
import sys
import tempfile

import driver
from driver import wait_for
from propose_dialog import Proposing

LANGUAGE = sys.argv[1]
FIELDS, PLACE = 1, 2  # rows of what is proposed
DATE = 3  # row of the plan's fields
PRINCIPLES = 3  # row of the sections
SYMBOL = "A/81/L.7"


class Places(Proposing):
    def provisions(self, section):
        shown = json.loads(driver.twf("show", self.path, "--json"))
        return [one for one in shown["provisions"] if one["section"] == section]

    def action(self):
        return json.loads(driver.twf("show", self.path, self.id, "--json"))

    def asks_for(self, row):
        """The dialog, narrow, with that chosen."""
        self.asks()
        self.program.focus_window(self.window)
        self.program.choose("What is proposed", row, root=self.dialog())
        wait_for("no text to write", lambda: self.view() is None)
        wait_for("a narrow window", self.is_narrow)
        self.program.focus_window(self.window)
        driver.all_named(self.program, 6, self.dialog())

    def refuses(self, sentence):
        self.program.keys("ctrl+Return")
        wait_for("the sentence", lambda: self.is_said(sentence))

    def proposes(self, message):
        """It is put on the table, and saved; what is asked for is returned."""
        before = {one["id"] for one in self.proposals()}
        self.program.keys("ctrl+Return")
        wait_for("the dialog to close", self.is_gone)
        self.saves(message)
        (one,) = [one for one in self.proposals() if one["id"] not in before]
        assert one["state"] == "open" and self.mandate() == f"proposal {one['id']}", one
        return one

    def changed(self, kind):
        """What the preview says comes or goes, as it is marked."""
        mark, value = {"comes": ("underline", "double"), "goes": ("strikethrough", "true")}[kind]
        return [
            text.strip()
            for node in self.program.find_all("label", root=self.dialog())
            for text, values in driver.attributes_of(node)
            if values.get(mark) == value
        ]

    def links(self):
        """A link is ticked and another taken away; both are shown before they are proposed."""
        program = self.program
        self.others = [one["id"] for one in self.proposals()]
        served = self.action()["fields"].get("Serves", [])
        self.asks_for(FIELDS)
        self.refuses("It is so now. Choose something else.")
        name = program.say("Serves") + ": "
        opener = [
            node
            for node in driver.walk(self.dialog())
            if (node.name or "").startswith(name) and "click" in driver.actions(node)
        ]
        opener[-1].queryAction().doAction(0)
        ids = [one["id"] for one in self.provisions("objectives")]
        boxes = driver.wait_for_count(
            "the objectives", len(ids), lambda: program.find_all("check box", root=self.dialog())
        )
        driver.picture(f"propose-links-list-{LANGUAGE}")
        assert ids[0] in served and ids[1] not in served, served
        for box, kind in zip(boxes, ("goes", "comes")):
            while not driver.has_focus_within(box):
                program.keys("Tab")
            program.keys("space")
            wait_for("the link", lambda kind=kind: self.changed(kind))
        program.keys("Escape")
        wait_for("the list to close", lambda: not program.find_all("check box", root=self.dialog()))
        both = self.changed("goes"), self.changed("comes")
        program.keys("ctrl+z")
        wait_for("the first tick alone", lambda: (self.changed("goes"), self.changed("comes")) == (both[0], []))
        program.keys("ctrl+z")
        wait_for("nothing ticked", lambda: not self.changed("goes"))
        program.keys("ctrl+y", "ctrl+y")
        wait_for("both again", lambda: (self.changed("goes"), self.changed("comes")) == both)
        driver.picture(f"propose-links-{LANGUAGE}")
        one = self.proposes("Links")
        assert (one["kind"], one["field"]) == ("replace", "Serves"), one
        assert set(one["values"]) == set(served) ^ set(ids[:2]), (one, served)
        assert self.action()["fields"].get("Serves", []) == served
        self.served = set(one["values"])

    def moves(self):
        """To another place among its own, shown as from where to where."""
        program = self.program
        order = [one["id"] for one in self.provisions("actions") if "parent" not in one or not one["parent"]]
        assert order[0] == self.id, order
        self.asks_for(PLACE)
        self.refuses("It stands there now. Choose another place.")
        driver.picture(f"propose-place-{LANGUAGE}")
        program.choose("After", 2, root=self.dialog())
        wait_for("where from", lambda: self.changed("goes"))
        wait_for("where to", lambda: self.changed("comes"))
        chosen = self.changed("comes")
        program.focus_window(self.window)
        program.keys("ctrl+z")
        wait_for("the place where it stands", lambda: not self.changed("comes"))
        program.keys("ctrl+shift+z")
        wait_for("the other place again", lambda: self.changed("comes") == chosen)
        driver.picture(f"propose-move-{LANGUAGE}")
        one = self.proposes("Move")
        assert (one["kind"], one["section"], one.get("parent")) == ("move", "actions", None), one
        driver.picture(f"propose-move-row-{LANGUAGE}")
        assert self.provisions("actions")[0]["id"] == self.id
        self.order = [order[1], order[2], self.id]

    def goes_under(self):
        """Under another action. What has texts that no other section knows is not offered another section."""
        program = self.program
        self.asks_for(PLACE)
        assert not program.find_all("combo box", "Section", self.dialog())
        program.choose("Under", 1, root=self.dialog())
        wait_for("where to", lambda: self.changed("comes"))
        program.focus_window(self.window)
        driver.picture(f"propose-under-{LANGUAGE}")
        one = self.proposes("Under")
        first = next(one["id"] for one in self.provisions("actions") if one["id"] != self.id)
        assert (one["kind"], one["section"], one["parent"]) == ("move", "actions", first), one
        program.activate("undo")
        self.saves("Not under")
        assert one["id"] not in [other["id"] for other in self.proposals()]

    def leaves_its_section(self):
        """A reason becomes a principle: the end of the section is chosen by itself."""
        program = self.program
        reason = self.provisions("rationale")[0]
        program.activate("show-provision", driver.GLib.Variant("s", reason["id"]))
        self.before = reason["texts"][LANGUAGE]
        wait_for("its form", lambda: driver.shown(driver.first_text_view(program)) == self.before)
        program.focus_window()
        self.asks_for(PLACE)
        program.choose("Section", PRINCIPLES, root=self.dialog())
        wait_for("where to", lambda: self.changed("comes"))
        program.focus_window(self.window)
        driver.picture(f"propose-section-{LANGUAGE}")
        one = self.proposes("Section")
        assert (one["kind"], one["section"]) == ("move", "principles"), one
        self.reason = reason["id"]

    def entry(self, name):
        said = self.program.say(name)

        def found():
            nodes = [node for role in ("text", "entry") for node in self.program.find_all(role, root=self.dialog())]
            return [node for node in nodes if node.name == said]

        return wait_for(name, found)[0]

    def symbol(self):
        """Of the plan itself the symbol; what is typed is not thrown away unasked."""
        program = self.program
        before = json.loads(driver.twf("show", self.path, "--json"))["fields"]["Date"][0]
        program.activate("show-provision", driver.GLib.Variant("s", "details"))
        wait_for("the plan itself", lambda: program.is_enabled("propose"))
        program.activate("propose")
        wait_for("the dialog", lambda: len(program.windows()) == 2)
        self.window = program.x_window_of(self.dialog())
        program.focus_window(self.window)
        program.choose("What is proposed", FIELDS, root=self.dialog())
        wait_for("a narrow window", self.is_narrow)
        program.focus_window(self.window)
        program.choose("Which field", DATE, root=self.dialog())
        driver.set_text(self.entry("Date"), "2026-13-01")
        program.focus_window(self.window)
        begins = program.say("Write the date as year, month and day: %s.").split("%s")[0]
        program.keys("ctrl+Return")
        wait_for("the sentence", lambda: any((n.name or "").startswith(begins) for n in driver.walk(self.dialog())))
        driver.picture(f"propose-date-{LANGUAGE}")
        driver.set_text(self.entry("Date"), before)
        program.choose("Which field", 0, root=self.dialog())
        driver.set_text(self.entry("Symbol"), SYMBOL)
        wait_for("it in the preview", lambda: SYMBOL in "".join(self.changed("comes")))
        # The list of fields has the focus, not the entry, which undoes by itself.
        program.focus_window(self.window)
        program.focus_window(self.window)
        program.keys("Escape")
        wait_for("the question", lambda: len(program.windows()) == 3)
        program.focus_window(program.x_window_of(program.windows()[-1]))
        program.keys("Escape")
        wait_for("the dialog alone", lambda: len(program.windows()) == 2)
        program.focus_window(self.window)
        driver.picture(f"propose-symbol-{LANGUAGE}")
        one = self.proposes("Symbol")
        assert (one["provision"], one["field"], one["values"]) == (None, "Symbol", [SYMBOL]), one

    def ends(self):
        """What was proposed comes to stand when it is accepted."""
        assert self.program.quit() == 0
        mine = [one["id"] for one in self.proposals() if one["state"] == "open" and one["id"] not in self.others]
        assert len(mine) == 4, mine
        driver.twf("accept", self.path, *mine)
        assert set(self.action()["fields"]["Serves"]) == self.served
        assert [one["id"] for one in self.provisions("actions")][:3] == self.order
        assert self.provisions("principles")[-1]["id"] == self.reason
        assert json.loads(driver.twf("show", self.path, "--json"))["fields"]["Symbol"] in (SYMBOL, [SYMBOL])
        driver.run("git", "-C", self.path, "fsck", "--strict")


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Places(folder, LANGUAGE)
        steps = [
            ("a plan is opened", here.opens),
            ("other links are proposed", here.links),
            ("another place is proposed", here.moves),
            ("a place under another provision is proposed, and undone", here.goes_under),
            ("another section is proposed", here.leaves_its_section),
            ("another symbol is proposed", here.symbol),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"propose-place-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
