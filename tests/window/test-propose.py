#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A proposal is written in the window, in one as narrow as a telephone, and everything that can become of it
is done from its row.

Usage: test-propose.py LANGUAGE   (of the interface)
"""

import json
import os
import pathlib
import sys
import tempfile

import driver
from driver import wait_for
from propose_dialog import Proposing

LANGUAGE = sys.argv[1]
ADDED = {"en": " Tested water is marked.", "ar": " ويوسم الماء المختبر."}[LANGUAGE]
REASON = {"en": "Ministers asked for it", "ar": "طلبه الوزراء"}[LANGUAGE]
NEW = {"en": "Teachers learn to test water.", "ar": "يتعلم المعلمون اختبار الماء."}[LANGUAGE]


class Propose(Proposing):
    def refuses(self):
        """What asks for nothing is said in the dialog, and the dialog stays."""
        program = self.program
        self.asks()
        wait_for("a narrow window", self.is_narrow)
        program.focus_window(self.window)
        driver.all_named(program, 6, self.dialog())
        program.keys("ctrl+Return")
        wait_for("the sentence", lambda: self.is_said("It reads as it does now. Write how it is to read."))
        wait_for("the keyboard in the text", lambda: driver.has_focus_within(self.view()))
        program.keys("ctrl+a", "BackSpace", "ctrl+Return")
        wait_for(
            "the sentence",
            lambda: self.is_said(
                "A text without words cannot be proposed. Write how it is to read, or propose the deletion."
            ),
        )

    def writes(self):
        """The change is shown as it is written, and put on the table by the keyboard alone."""
        program = self.program
        program.keys("ctrl+z")
        wait_for("the words to be back", lambda: driver.shown(self.view()) == self.before)
        program.keys("shift+ctrl+z")
        wait_for("them to be gone again", lambda: driver.shown(self.view()) == "")
        program.keys("ctrl+z")
        wait_for("the words to be back", lambda: driver.shown(self.view()) == self.before)
        program.keys("ctrl+End")
        program.type(ADDED, self.view())
        words = ADDED.strip()

        def is_inserted():
            return any(
                text.strip() == words and values.get("underline") == "double"
                for node in program.find_all("label", root=self.dialog())
                for text, values in driver.attributes_of(node)
            )

        wait_for("the words that come", is_inserted)
        self.gives_owners(2)
        driver.picture(f"propose-narrow-{LANGUAGE}")
        entry = next(
            node
            for node in driver.walk(self.dialog())
            if node.name == program.say("Reason in one line; may be left empty")
        )
        driver.set_text(entry, REASON)
        program.keys("ctrl+Return")
        wait_for("the dialog to close", self.is_gone)
        wait_for("something to undo", lambda: program.is_enabled("undo"))
        driver.picture(f"propose-row-{LANGUAGE}")
        self.saves("Proposed")
        (one,) = self.proposals()
        assert (one["state"], one["kind"], one["reason"]) == ("open", "replace", REASON), one
        assert one["provision"] == self.id and len(one["owners"]) == 2, one
        assert one["texts"] == {LANGUAGE: self.before + ADDED}, one
        assert self.text() == self.before
        assert self.mandate() == f"proposal {one['id']}", self.mandate()

    def is_undone(self):
        """One step takes it off the table, one puts it there again."""
        program = self.program
        program.focus_window(program.x_window_of(program.windows()[0]))
        program.keys("ctrl+z")
        wait_for("it to be undone", lambda: program.is_enabled("redo"))
        self.saves("Undone")
        assert self.proposals() == []
        program.keys("shift+ctrl+z")
        wait_for("it to be done again", lambda: not program.is_enabled("redo"))
        self.saves("Done again")
        assert self.states() == [("replace", "open")]

    def asks_again(self):
        """The same by the same is refused and nothing is lost; what is written is not thrown away unasked."""
        program = self.program
        self.asks()
        program.focus_window(self.window)
        driver.set_text(self.view(), self.before + ADDED)
        self.gives_owners(1)
        program.keys("ctrl+Return")
        wait_for("the sentence", lambda: self.is_said("That is proposed already, by the same."))
        wait_for("the text as it was", lambda: driver.shown(self.view()) == self.before + ADDED)
        program.keys("Escape")
        wait_for("the question", lambda: len(program.windows()) == 3)
        question = program.x_window_of(program.windows()[-1])
        driver.picture(f"propose-leave-{LANGUAGE}")
        program.focus_window(question)
        program.keys("Escape")
        wait_for("the question to go", lambda: question not in program.x_windows())
        wait_for("the dialog alone", lambda: len(program.windows()) == 2)
        wait_for("the text as it was", lambda: driver.shown(self.view()) == self.before + ADDED)
        program.focus_window(self.window)
        driver.set_text(self.view(), self.before)
        program.keys("Escape")
        wait_for("the dialog to close", self.is_gone)

    def deletes(self):
        """That it is to go is proposed in the same dialog: no text is written then."""
        program = self.program
        self.asks()
        program.focus_window(self.window)
        program.choose("What is proposed", 3, root=self.dialog())
        wait_for("no text to write", lambda: self.view() is None)
        driver.picture(f"propose-deletion-{LANGUAGE}")
        program.focus_window(self.window)
        program.keys("ctrl+Return")
        wait_for("the dialog to close", self.is_gone)
        self.saves("Deletion proposed")
        assert self.states() == [("delete", "open"), ("replace", "open")]
        one = next(one for one in self.proposals() if one["kind"] == "delete")
        assert one["owners"] == [], one

    def inserts(self):
        """A new provision is proposed to stand behind it."""
        program = self.program
        self.asks()
        program.focus_window(self.window)
        program.choose("What is proposed", 4, root=self.dialog())
        wait_for("an empty text", lambda: self.view() and driver.shown(self.view()) == "")
        program.focus_window(self.window)
        program.keys("ctrl+Return")
        wait_for("the sentence", lambda: self.is_said("Write the new provision first."))
        driver.set_text(self.view(), NEW)
        program.keys("ctrl+Return")
        wait_for("the dialog to close", self.is_gone)
        wait_for("its form", lambda: driver.shown(driver.first_text_view(program)) == NEW)
        self.saves("New one proposed")
        shown = json.loads(driver.twf("show", self.path, "--json"))
        actions = [one for one in shown["provisions"] if one["section"] == "actions"]
        assert actions[0]["id"] == self.id and actions[1]["texts"] == {LANGUAGE: NEW}, actions[:2]
        assert ("insert", "open") in self.states()

    # The life of a proposal, from its row.

    def button(self, deed, kind):
        """The button of a row that does that; the name ends with what the proposal asks for."""
        name = self.program.say(deed) + ": "
        found = [
            node
            for node in driver.walk(self.program.windows()[0])
            if (node.name or "").startswith(name) and node.name.endswith(kind)
            and "click" in driver.actions(node)
        ]
        return found[-1] if found else None

    def does(self, deed, kind, state, mandate):
        """It is done, undone, done again, and saved; what is stored is read back each time, and under what mandate."""
        program = self.program
        wait_for(deed, lambda: self.button(deed, kind)).queryAction().doAction(0)
        wait_for(f"{deed} to be done", lambda: self.button(deed, kind) is None)
        self.saves(f"{deed}: done")
        first = self.states()
        assert state in first, first
        program.activate("undo")
        wait_for(f"{deed} to be undone", lambda: self.button(deed, kind))
        self.saves(f"{deed}: undone")
        assert state not in self.states(), self.states()
        program.activate("redo")
        wait_for(f"{deed} to be done again", lambda: self.button(deed, kind) is None)
        self.saves(f"{deed}: done again")
        assert self.states() == first, self.states()
        assert self.mandate() == mandate, self.mandate()

    def lives(self):
        program = self.program
        program.activate("show-provision", driver.GLib.Variant("s", self.id))
        deletion = program.say("Deletion")
        (named,) = [f"proposal {one['id']}" for one in self.proposals() if one["kind"] == "delete"]
        self.does("Park", deletion, ("delete", "parked"), "chair")
        self.does("Take Up Again", deletion, ("delete", "open"), "chair")
        self.does("Reject", deletion, ("delete", "rejected"), "chair")
        self.does("Take Up Again", deletion, ("delete", "open"), "chair")
        self.does("Withdraw", deletion, ("delete", "withdrawn"), named)
        driver.picture(f"propose-states-{LANGUAGE}")
        assert self.text() == self.before

    def leaves(self):
        """Of two owners one no longer asks for it: the button lists them."""
        program = self.program
        (both,) = [one["owners"] for one in self.proposals() if one["kind"] == "replace"]
        name = program.say("Withdraw") + ": "
        menu = next(n for n in driver.walk(program.windows()[0]) if (n.name or "").startswith(name))
        next(node for node in driver.walk(menu) if "click" in driver.actions(node)).queryAction().doAction(0)
        wait_for("both owners", lambda: len(program.find_all("menu item", root=menu)) == 2)
        items = program.find_all("menu item", root=menu)
        driver.picture(f"propose-withdraw-{LANGUAGE}")
        items[0].queryAction().doAction(0)
        wait_for("one owner", lambda: self.button("Withdraw", menu.name.split(" · ")[-1]))
        self.saves("One left")
        (left,) = [one["owners"] for one in self.proposals() if one["kind"] == "replace"]
        assert len(left) == 1 and left[0] in both, left

    def accepts(self):
        """Accepted, its words are the text; and what stands is not taken up again."""
        program = self.program
        kind = next(
            node.name
            for node in driver.walk(program.windows()[0])
            if (node.name or "").startswith(program.say("Accept") + ": ")
        ).split(" · ")[-1]
        (pid,) = [one["id"] for one in self.proposals() if one["kind"] == "replace"]
        self.does("Accept", kind, ("replace", "accepted"), f"proposal {pid}")
        assert self.text() == self.before + ADDED, self.text()
        wait_for("its button", lambda: self.button("Take Up Again", kind)).queryAction().doAction(0)
        said = program.say("What it asks for stands in the text: nothing to take up again")
        wait_for("the notice", lambda: any(node.name == said for node in driver.walk(program.windows()[0])))

    def is_told(self):
        """The history says under what mandate each revision was made, and whose words came by it is known."""
        program = self.program
        (one,) = [one for one in self.proposals() if one["kind"] == "replace"]
        program.activate("show-page", driver.GLib.Variant("s", "history"))
        said = program.say("on a proposal")

        def rows():
            return [n.name for n in driver.walk(program.windows()[0]) if said in (n.name or "")]

        wait_for("the proposal in the history", rows)
        assert not any(one["id"] in name for name in rows()), rows()
        chair = program.say("as the chair")
        wait_for("the chair", lambda: any(chair in (n.name or "") for n in driver.walk(program.windows()[0])))
        driver.picture(f"propose-history-{LANGUAGE}")
        words = json.loads(driver.twf("words", self.path, self.id, "--language", LANGUAGE, "--json"))["words"]
        (added,) = [word for word in words if word["text"].strip() == ADDED.strip()]
        assert added["origins"][0]["owners"] == one["owners"], added

    def speaks(self):
        """Who acts as a delegation proposes for it, and nobody else is offered."""
        folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings")
        folder.mkdir(parents=True)
        (folder / "keyfile").write_text("[org/tawafuq/Tawafuq]\nidentity='KE'\n", encoding="utf-8")
        os.environ["GSETTINGS_BACKEND"] = "keyfile"
        self.program = program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: program.is_enabled("merge"))
        program.focus_window()
        program.activate("show-provision", driver.GLib.Variant("s", "details"))
        wait_for("the plan itself", lambda: program.is_enabled("propose"))
        program.activate("propose")
        view = wait_for("the text", self.view)
        title = driver.shown(view)
        self.window = program.x_window_of(self.dialog())
        name = program.say("Whose Proposal") + ": "
        buttons = lambda: [node for node in driver.walk(self.dialog()) if (node.name or "").startswith(name)]
        # A delegation proposes in its own name alone.
        wait_for("it to be of no use", lambda: buttons() and not any(
            driver.has_state(node, driver.pyatspi.STATE_SENSITIVE) for node in buttons()))
        driver.set_text(view, title + ADDED)
        driver.picture(f"propose-title-{LANGUAGE}")
        program.focus_window(self.window)
        program.keys("ctrl+Return")
        wait_for("the dialog to close", self.is_gone)
        self.saves("Title proposed", "delegations/KE")
        said = json.loads(driver.twf("proposals", self.path, "--branch", "delegations/KE", "--json"))["proposals"]
        (one,) = [one for one in said if one["provision"] is None]
        assert one["owners"] == ["KE"] and one["texts"] == {LANGUAGE: title + ADDED}, one
        assert self.mandate("delegations/KE") == f"proposal {one['id']}"

    def ends(self):
        assert self.program.quit() == 0
        driver.run("git", "-C", self.path, "fsck", "--strict")


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Propose(folder, LANGUAGE)
        steps = [
            ("a plan is opened", here.opens),
            ("what asks for nothing is refused in the dialog", here.refuses),
            ("other words are proposed for a delegation, with a reason", here.writes),
            ("one step takes that back", here.is_undone),
            ("the same again is refused, and nothing written is lost", here.asks_again),
            ("a deletion is proposed", here.deletes),
            ("a new provision is proposed", here.inserts),
            ("it is parked, rejected, withdrawn, taken up again", here.lives),
            ("one of two owners withdraws", here.leaves),
            ("it is accepted", here.accepts),
            ("the history names it", here.is_told),
            ("the program is left", here.ends),
            ("a delegation proposes another title", here.speaks),
            ("the program is left again", here.ends),
        ]
        try:
            return driver.perform(f"propose-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
