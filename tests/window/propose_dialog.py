# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The dialog in which a proposal is written, as the tests of it use it: on the sample plan, about its first action."""

import json
import pathlib

import driver
from driver import wait_for

NARROW = 360


class Proposing:
    def __init__(self, folder, language):
        self.language = language
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def proposals(self):
        return json.loads(driver.twf("proposals", self.path, "--json"))["proposals"]

    def states(self):
        return sorted((one["kind"], one["state"]) for one in self.proposals())

    def text(self):
        return json.loads(driver.twf("show", self.path, self.id, "--json"))["texts"][self.language]

    def saves(self, message, branch="main"):
        self.program.activate("save-revision", driver.GLib.Variant("s", message))
        done = ("git", "-C", self.path, "log", "-1", "--format=%s", branch)
        wait_for("the revision", lambda: driver.run(*done, check=False).strip() == message)

    def mandate(self, branch="main"):
        return driver.run("git", "-C", self.path, "log", "-1", "--format=%(trailers:key=Mandate,valueonly)", branch).strip()

    def opens(self):
        driver.make_sample(self.path)
        shown = json.loads(driver.twf("show", self.path, "--json"))
        action = next(one for one in shown["provisions"] if one["section"] == "actions")
        self.id, self.before = action["id"], action["texts"][self.language]
        self.program = driver.Program(self.path, language=self.language)
        wait_for("the plan to open", lambda: self.program.is_enabled("merge"))
        self.program.focus_window()
        self.program.activate("show-provision", driver.GLib.Variant("s", self.id))
        wait_for("its form", lambda: driver.shown(driver.first_text_view(self.program)) == self.before)
        wait_for("the command", lambda: self.program.is_enabled("propose"))

    # The dialog.

    def dialog(self):
        return wait_for("the dialog", lambda: self.program.windows()[1:])[-1]

    def view(self):
        views = [
            node
            for node in self.program.find_all("text", root=self.dialog())
            if node.getState().contains(driver.pyatspi.STATE_MULTI_LINE)
        ]
        return views[0] if views else None

    def asks(self):
        """Ctrl+Shift+P opens it with the text as it stands."""
        program = self.program
        program.keys("ctrl+shift+p")
        wait_for("the text", lambda: self.view() and driver.shown(self.view()) == self.before)
        self.window = program.x_window_of(self.dialog())

    def is_narrow(self):
        driver.run("xdotool", "windowsize", self.window, NARROW, 720)
        return driver.extents(self.dialog()).width <= NARROW

    def is_said(self, sentence):
        said = self.program.say(sentence)
        return any(node.name == said for node in driver.walk(self.dialog()))

    def is_gone(self):
        return self.window not in self.program.x_windows()

    def gives_owners(self, count):
        """The button opens the list of delegations; the space bar ticks the first of them."""
        program = self.program
        name = program.say("Whose Proposal")

        def opener():
            return [
                node
                for node in driver.walk(self.dialog())
                if (node.name or "").startswith(name) and "click" in driver.actions(node)
            ]

        wait_for("the button", opener)[-1].queryAction().doAction(0)
        boxes = driver.wait_for_count(
            "the delegations", 4, lambda: program.find_all("check box", root=self.dialog())
        )
        names = [box.name for box in boxes[:count]]
        for index, owner in enumerate(names):
            wait_for("the keyboard at it", lambda index=index: driver.has_focus_within(boxes[index]))
            program.keys("space")
            wait_for("its name", lambda owner=owner: any(owner in node.name for node in opener()))
            if index + 1 < count:
                program.keys("Down")
        program.keys("Escape")
        wait_for("the list to close", lambda: not program.find_all("check box", root=self.dialog()))
