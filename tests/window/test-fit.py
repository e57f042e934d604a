# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Every page and dialog has room for its words in the language it speaks: at 200 % text, and as narrow as a
telephone. Nothing that the interface says is cut off or squeezed, no page scrolls sideways, and where the
language runs from right to left everything is turned round. Words of the plan may be shortened; those of the
interface may not, which is how the two are told apart: the catalogue knows the latter.

Usage: test-fit.py LANGUAGE
"""

import gettext
import json
import os
import pathlib
import signal
import sys
import tempfile

import driver
from driver import wait_for
from gi.repository import GLib

LANGUAGE = sys.argv[1]
PROBE = driver.BUILD / "tests" / "window" / "libfit-probe.so"
WIDE, NARROW = (1280, 900), (360, 720)
PAGES = ("draft", "reading", "history", "inbox", "overview")
WINDOW = "/org/tawafuq/Tawafuq/window/1"
PROGRAM = "/org/tawafuq/Tawafuq"
# Each is opened by its action; how many windows there are then.
DIALOGS = {
    "new-plan": WINDOW,
    "import": WINDOW,
    "export": WINDOW,
    "compare": WINDOW,
    "merge": WINDOW,
    "issue": WINDOW,
    "account": WINDOW,
    "procedure": WINDOW,
    "delegations": WINDOW,
    "register": WINDOW,
    "send": WINDOW,
    "join": WINDOW,
    "wordings": WINDOW,
    "propose": WINDOW,
    "sync-place": WINDOW,
    "preferences": PROGRAM,
}
# What these are about is said with the command; nothing is something too.
ASKING = ("send",)


class Fit:
    """The real program with the probe in it, at a size of its letters and of its window."""

    def __init__(self, folder, percent, size):
        self.file = pathlib.Path(folder, f"fit-{percent}")
        self.percent, self.size = percent, size
        resources = f"Xft.dpi:\t{96 * percent // 100}\n"
        # Where no desktop says how large letters are, GTK asks the X server's resources.
        command = ["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", resources]
        driver.run(*command)
        self.plan = pathlib.Path(folder, "plan.twf")
        shown = json.loads(driver.twf("show", self.plan, "--json"))
        self.id = next(one["id"] for one in shown["provisions"] if one["section"] == "objectives")
        self.catalogue = None
        self.program = driver.Program(
            self.plan, language=LANGUAGE, LD_PRELOAD=str(PROBE), TAWAFUQ_FIT=str(self.file)
        )
        wait_for("the plan to open", lambda: self.program.is_enabled("merge"))
        self.program.focus_window()
        self.first = self.program.x_window_of(self.program.windows()[0])
        self.resize(self.first)

    def resize(self, window):
        """Asked for until it is so: a window that has only just come may still be given its own size."""

        def is_so():
            driver.run("xdotool", "windowsize", window, *self.size)
            driver.run("xdotool", "windowmove", window, 0, 0)
            return self.program.geometry(window)[2] == self.size[0]

        try:
            wait_for("the size", is_so, 3)
        except driver.Vain:
            pass  # It needs more, as the probe will say.

    def shown(self, dialog):
        window = self.program.x_window_of(dialog)
        return window if window != self.first else None

    def spoken(self, words):
        """Whether the interface says that, and not the plan."""
        if self.catalogue is None:
            known = gettext.translation("tawafuq", driver.BUILD / "po", languages=["ar"])._catalog
            english = {key if isinstance(key, str) else key[0] for key in known if key}
            self.catalogue = {self.program.say(text).replace("_", "") for text in english}
        return words in self.catalogue

    def asked(self):
        """What does not fit now, as (what, window, path, words)."""
        self.file.unlink(missing_ok=True)
        os.kill(self.program.process.pid, signal.SIGUSR2)
        wait_for("the answer", self.file.exists)
        lines = self.file.read_text(encoding="utf-8").splitlines()
        return [line.split("\t") for line in lines]

    def settled(self, name):
        """What still does not fit once two answers in a row are the same."""
        seen = [None]

        def same():
            before, seen[0] = seen[0], self.asked()
            return before == seen[0]

        wait_for(f"{name} to stand still", same)
        return seen[0]

    def faults(self, name):
        found = []
        for what, window, path, words in self.settled(name):
            if what == "needs":
                if int(words) > self.size[0]:
                    found.append(f"{name}: {window} needs {words} of {self.size[0]} pixels (has {path})")
            elif what in ("cut", "squeezed", "outside"):
                if self.spoken(words):
                    found.append(f"{name}: {what}: “{words}” in {path}")
            else:
                found.append(f"{name}: {what}: {path}")
        return sorted(set(found))

    def look(self):
        found = []
        for page in PAGES:
            self.program.activate("show-page", GLib.Variant("s", page))
            found += self.faults(page)
            driver.picture(f"fit-{LANGUAGE}-{self.percent}-{page}")
        for action, path in DIALOGS.items():
            found += self.opens(action, path)
        return found

    def opens(self, action, path):
        self.program.activate("show-provision", GLib.Variant("s", self.id))
        wait_for(f"the command {action}", lambda: self.program.is_enabled(action, path))
        parameter = GLib.Variant("s", "") if action in ASKING else None
        self.program.activate(action, parameter, path)
        dialog = wait_for(action, lambda: self.program.windows()[1:])[-1]
        window = wait_for(action, lambda: self.shown(dialog))
        if self.size is NARROW:
            self.resize(window)
        found = self.faults(action)
        driver.picture(f"fit-{LANGUAGE}-{self.percent}-{action}")
        self.program.focus_window(window)
        self.program.keys("Escape")
        wait_for(f"{action} to go", lambda: window not in self.program.x_windows())
        return found


def check(folder, percent, size):
    fit = Fit(folder, percent, size)
    try:
        found = fit.look()
    finally:
        fit.program.end()
    assert not found, "\n".join([f"{len(found)} at {percent} %:", *found])


def main():
    with tempfile.TemporaryDirectory() as folder:
        driver.run(driver.SOURCE / "data" / "sample" / "make", pathlib.Path(folder, "plan.twf"))
        steps = [
            ("at 200 % nothing is cut off", lambda: check(folder, 200, WIDE)),
            ("as narrow as a telephone nothing is cut off", lambda: check(folder, 100, NARROW)),
        ]
        return driver.perform(f"fit-{LANGUAGE}", steps)


sys.exit(main())
