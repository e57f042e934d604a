#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A group is made in the window, of states that take part, with the keyboard alone; its members are changed; what the
plan still names is not removed, and no group becomes a member of itself.

Usage: test-groups.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
EGYPT = {"en": "Egypt", "ar": "مصر"}[LANGUAGE]
GROUP = {"en": "Group of 77", "ar": "مجموعة السبعة والسبعين"}


class Groups:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def opens(self):
        """Two states and a group that a state is in; a state that nothing names."""
        driver.twf("new", self.path, "--title", "Plan", "--language", "ar", "--language", "en", "--template", "blank")
        edits = [{"op": "delegation", "code": code} for code in ("EG", "MX", "UY")]
        edits.append({"op": "delegation", "code": "AFR", "fields": {"Name": ["en Africa", "ar أفريقيا"], "Member": ["EG"]}})
        file = self.path.parent / "edits.json"
        file.write_text(json.dumps({"edits": edits}), encoding="utf-8")
        driver.twf("apply", self.path, file)
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("delegations"))
        self.program.focus_window()
        self.program.activate("delegations")
        self.list_window = self.top(2)

    def top(self, count):
        """The newest of so many windows, with the keyboard."""
        top = wait_for("the window", lambda: len(self.program.windows()) == count and self.program.windows()[-1])
        wait_for("it on the screen", lambda: top.name in self.x_names())
        self.program.focus_window(self.program.x_window_of(top))
        return top

    def x_names(self):
        return [driver.run("xdotool", "getwindowname", one).strip() for one in self.program.x_windows()]

    def titles(self):
        """What the rows are called, in their order."""
        buttons = self.program.find_all("push button", root=self.list_window)
        start = self.program.say("Edit") + ": "
        return [clean(one.name[len(start):]) for one in buttons if (one.name or "").startswith(start)]

    def labels(self, root):
        return [clean(one.name) for one in self.program.find_all("label", root=root) if one.name]

    def presses(self, what, name):
        self.program.click_at(
            self.program.find(
                "push button",
                root=self.list_window,
                matches=lambda one: clean(one.name or "") == f"{self.program.say(what)}: {name}",
            )
        )

    def lists(self):
        """In the order of the alphabet, groups with their members; all of it with names."""
        order = {"en": ["Africa", "Egypt", "Mexico", "Uruguay"], "ar": ["أفريقيا", "المكسيك", "أوروغواي", "مصر"]}
        wait_for("the list", lambda: self.titles() == order[LANGUAGE])
        wait_for("its members", lambda: f"AFR: {EGYPT}" in self.labels(self.list_window))
        driver.all_named(self.program, 9, self.list_window)
        driver.picture(f"groups-list-{LANGUAGE}")

    def adds(self):
        """A code that is no state's is a group's: it gets names and members."""
        program = self.program
        program.click("Add…", root=self.list_window)
        dialog = self.top(3)
        entry = program.find("text", "Name or code of the state or group", root=dialog)
        wait_for("the keyboard in it", lambda: driver.has_focus_within(entry))
        program.type("G77", entry)
        wait_for("the members", lambda: len(self.checks(dialog)) == 4)
        for code, name in GROUP.items():
            label = program.say("%s in %s") % (program.say("Name of the Delegation"), self.language_name(code))
            entry = program.find("text", root=dialog, matches=lambda one, said=label: one.name == said)
            driver.set_text(entry, name)
        self.ticks(dialog, EGYPT)
        driver.all_named(program, 7, dialog)
        driver.picture(f"groups-dialog-{LANGUAGE}")
        self.leaves(dialog)
        wait_for("the group", lambda: GROUP[LANGUAGE] in self.titles())

    def language_name(self, code):
        return {"en": {"en": "English", "ar": "Arabic"}, "ar": {"en": "الإنجليزية", "ar": "العربية"}}[LANGUAGE][code]

    def checks(self, dialog):
        return self.program.find_all("check box", root=dialog)

    def ticks(self, dialog, name):
        check = next(one for one in self.checks(dialog) if clean(one.name) == name)
        self.program.click_at(check)
        wait_for("the tick", lambda: driver.has_state(check, driver.pyatspi.STATE_CHECKED))

    def leaves(self, dialog):
        """By its button, which Return presses from an entry."""
        window = self.program.x_window_of(dialog)
        entry = self.program.find_all("text", root=dialog)[-1]
        self.program.click_at(entry)
        self.program.keys("Return")
        wait_for("the dialog to go", lambda: window not in self.program.x_windows())
        wait_for("it to be gone", lambda: len(self.program.windows()) == 2)
        self.program.focus_window(self.program.x_window_of(self.list_window))

    def refuses(self):
        """Egypt is a member of two groups; Africa, in the new group, cannot have that as its member."""
        program = self.program
        self.presses("Remove", EGYPT)
        said = program.say("%s cannot be removed while the plan names it: %s").split("%s")[1].strip()
        wait_for("the reason", lambda: any(said in one for one in self.labels(self.list_window)))
        driver.picture(f"groups-refused-{LANGUAGE}")
        self.presses("Edit", {"en": "Africa", "ar": "أفريقيا"}[LANGUAGE])
        dialog = self.top(3)
        self.ticks(dialog, GROUP[LANGUAGE])
        self.leaves(dialog)
        self.presses("Edit", GROUP[LANGUAGE])
        dialog = self.top(3)
        self.ticks(dialog, {"en": "Africa", "ar": "أفريقيا"}[LANGUAGE])
        program.click_at(program.find_all("text", root=dialog)[-1])
        program.keys("Return")
        said = program.say("%s cannot be a member of %s, which is itself a member of it.").split("%s")[1].strip()
        wait_for("the circle to be refused", lambda: any(said in one for one in self.labels(dialog)))
        driver.picture(f"groups-circle-{LANGUAGE}")
        window = program.x_window_of(dialog)
        program.keys("Escape")
        wait_for("the dialog to go", lambda: window not in program.x_windows())
        wait_for("it to be gone", lambda: len(program.windows()) == 2)

    def removes(self):
        """What nothing names goes, and Ctrl+Z brings it back: one step each."""
        program = self.program
        program.focus_window(program.x_window_of(self.list_window))
        name = {"en": "Uruguay", "ar": "أوروغواي"}[LANGUAGE]
        self.presses("Remove", name)
        wait_for("it to go", lambda: name not in self.titles())
        program.keys("ctrl+z")
        wait_for("it to come back", lambda: name in self.titles())
        self.presses("Remove", name)
        wait_for("it to go again", lambda: name not in self.titles())

    def fits(self):
        """As narrow as a telephone."""
        program = self.program
        wait_for("a narrow window", lambda: program.narrow(self.list_window))
        wait_for("its rows", lambda: driver.extents(self.list_window).width <= 360)
        driver.picture(f"groups-narrow-{LANGUAGE}")

    def ends(self):
        program = self.program
        window = program.x_window_of(self.list_window)
        program.keys("Escape")
        wait_for("the window to go", lambda: window not in program.x_windows())
        wait_for("it to be gone", lambda: len(program.windows()) == 1)
        program.activate("save-revision", driver.GLib.Variant("s", "Groups"))
        done = ("git", "-C", self.path, "log", "-1", "--format=%s", "main")
        wait_for("the revision", lambda: driver.run(*done, check=False).strip() == "Groups")
        listed = json.loads(driver.twf("delegation", self.path, "--json"))["delegations"]
        known = {one["code"]: one for one in listed}
        assert set(known) == {"AFR", "EG", "G77", "MX"}, known
        assert known["G77"]["members"] == ["EG"] and known["G77"]["names"] == GROUP, known
        assert known["AFR"]["members"] == ["EG", "G77"], known
        assert program.quit() == 0


def clean(text):
    """Without the marks of direction."""
    return "".join(one for one in text if one not in "\u200e\u200f\u2066\u2067\u2068\u2069")


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Groups(folder)
        steps = [
            ("a plan with delegations is opened", here.opens),
            ("they are listed with who is in a group", here.lists),
            ("a group is added", here.adds),
            ("what the plan names stays, and circles are refused", here.refuses),
            ("what nothing names goes, and comes back", here.removes),
            ("it is as narrow as a telephone", here.fits),
            ("it is saved", here.ends),
        ]
        try:
            return driver.perform(f"groups-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
