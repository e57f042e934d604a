# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What the tests of sending, synchronising, joining and keys share."""

import json
import os
import pathlib

import driver
from driver import wait_for


def acts_for(folder, code):
    """The programs started from here on work for a delegation, as if the preferences said so."""
    settings = pathlib.Path(folder, "glib-2.0", "settings")
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "keyfile").write_text(f"[org/tawafuq/Tawafuq]\nidentity='{code}'\n", encoding="utf-8")
    os.environ["GSETTINGS_BACKEND"] = "keyfile"
    os.environ["XDG_CONFIG_HOME"] = str(folder)


def as_json(*words):
    return json.loads(driver.twf(*words, "--json"))


def git(plan, *words, check=True):
    return driver.run("git", "-C", plan, *words, check=check).strip()


class Windows:
    """The windows of one program, in the language of its interface."""

    def __init__(self, *arguments, language):
        self.program = driver.Program(*arguments, language=language)
        self.say = self.program.say

    def dialog(self):
        return wait_for("the window", lambda: self.program.windows()[1:])[-1]

    def labels(self, root=None):
        return [node.name for node in driver.walk(root or self.dialog()) if node.name]

    def says(self, words, root=None):
        """Whether a label has @words, a sentence or the part of one behind what stands for names."""
        part = max(self.say(words).replace("%s", "%").split("%"), key=len).strip()
        return any(part in name for name in self.labels(root))

    def wait_says(self, words, root=None):
        wait_for(f"“{words}”", lambda: self.says(words, root))

    def line(self):
        """The line below that tells of synchronising; None while it is not there. Looked for from the end:
        the outline before it is long."""

        def look(node, depth):
            for index in reversed(range(node.childCount)):
                child = node.getChildAtIndex(index)
                if child is None or not driver.is_visible(child):
                    continue
                found = child if child.name == "TwfSyncBar" else look(child, depth - 1) if depth > 0 else None
                if found is not None:
                    return found
            return None

        return look(self.program.windows()[0], 6)

    def wait_line(self, words):
        wait_for(f"“{words}”", lambda: (line := self.line()) is not None and self.says(words, line))

    def fill(self, name, text):
        entry = self.program.find("text", name, root=self.dialog())
        driver.set_text(entry, str(text))
        return entry

    def is_ready(self, name, root=None):
        """Whether the button of that name can be pressed."""
        found = self.program.find_all("push button", name, root or self.dialog())
        return found and driver.has_state(found[-1], driver.pyatspi.STATE_SENSITIVE)

    def leaves_by(self, key):
        """The window is not looked at while it goes: GTK 4.8 ends when it is asked for what is gone."""
        count = len(self.program.windows())
        window = self.program.x_window_of(self.dialog())
        self.program.focus_window(window)
        self.program.keys(key)
        wait_for("the window to go", lambda: window not in self.program.x_windows())
        wait_for("it to be gone", lambda: len(self.program.windows()) < count)

    def narrows(self, name, dialog=None):
        """A picture of the dialog, or of another window, as narrow as a telephone."""
        dialog = dialog or self.dialog()
        window = wait_for("a narrow window", lambda: self.program.narrow(dialog))
        wait_for("its content to follow", lambda: self.fits(dialog))
        self.program.focus_window(window)
        driver.picture(name)

    def fits(self, top, width=360):
        """Whether no button under @top stands out at either side of the window."""
        buttons = self.program.find_all(driver.BUTTONS, root=top)
        boxes = [driver.extents(button) for button in buttons]
        return all(box.x >= 0 and box.x + box.width <= width for box in boxes)

    def saves(self, message):
        """A revision: git has it a moment before the window says so."""
        self.program.activate("save-revision", driver.GLib.Variant("s", message))
        wait_for("the window to say so",
                 lambda: self.program.find_all("label", "Saved", self.program.windows()[0]))

    def check_names(self, least):
        driver.all_named(self.program, least, self.dialog())
