# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Every page and dialog (pages.py) has room for its words in the language it speaks: at 200 % text, and as narrow as
a telephone. Nothing that the interface says is cut off or squeezed, no page scrolls sideways, and where the language
runs from right to left everything is turned round. Words of the plan may be shortened, and those of the toolkit's own
windows are the toolkit's; the interface's may not, which is how they are told apart: the catalogue knows them.

Usage: test-fit.py LANGUAGE [PAGE...]
"""

import gettext
import os
import pathlib
import signal
import sys
import tempfile

import driver
import pages
from driver import wait_for

LANGUAGE, ONLY = sys.argv[1], sys.argv[2:]
PROBE = driver.BUILD / "tests" / "window" / "libfit-probe.so"
WIDE, NARROW = (1280, 900), (360, 720)
# A list that is closed may shorten what is chosen: it is read whole where it opens, and under the pointer.
CLOSED = "GtkDropDown > GtkToggleButton > "
# These are the toolkit's, and as wide as it makes them.
FOREIGN = ("GtkShortcutsWindow", "AdwAboutWindow", "GtkPrintUnixDialog")


def catalogue():
    """Everything that the interface says, in its language."""
    known = gettext.translation("tawafuq", driver.BUILD / "po", languages=["ar"])._catalog
    english = {key if isinstance(key, str) else key[0] for key in known if key}
    own = gettext.translation("tawafuq", driver.BUILD / "po", languages=[LANGUAGE], fallback=True)
    return {own.gettext(text).replace("_", "") for text in english}


class Fit(pages.Walk):
    """The real program with the probe in it, at a size of its letters and of its window."""

    def __init__(self, folder, path, ids, percent, size):
        self.file = pathlib.Path(folder, f"fit-{percent}")
        self.percent, self.said = percent, catalogue()
        # Where no desktop says how large letters are, GTK asks the X server's resources.
        resources = f"Xft.dpi:\t{96 * percent // 100}\n"
        driver.run("xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", resources)
        super().__init__(path, ids, LANGUAGE, size, LD_PRELOAD=str(PROBE), TAWAFUQ_FIT=str(self.file))

    def asked(self):
        """What does not fit now, as (what, window, path, words)."""
        self.file.unlink(missing_ok=True)
        os.kill(self.program.process.pid, signal.SIGUSR2)
        wait_for("the answer", self.file.exists)
        return [line.split("\t") for line in self.file.read_text(encoding="utf-8").splitlines()]

    def settled(self, name):
        """What still does not fit once two answers in a row are the same."""
        seen = [None]

        def same():
            before, seen[0] = seen[0], self.asked()
            return before == seen[0]

        wait_for(f"{name} to stand still", same)
        return seen[0]

    def faults(self, name):
        found = set()
        for what, window, path, words in self.settled(name):
            if window in FOREIGN:
                continue
            if what == "needs" and int(words) > self.size[0]:
                found.add(f"{name}: {window} needs {words} of {self.size[0]} pixels")
            elif what == "cut" and path.startswith(CLOSED):
                continue
            elif what in ("cut", "squeezed", "outside") and words in self.said:
                found.add(f"{name}: {what}: “{words}” in {path}")
            elif what in ("sideways", "unturned"):
                found.add(f"{name}: {what}: {path}")
        return found


def check(folder, sample, percent, size):
    fit = Fit(folder, *sample, percent, size)
    found = set()
    try:
        for name, (_, way) in pages.PAGES.items():
            if not ONLY or name in ONLY:
                way(fit)
                found |= fit.faults(name)
                driver.picture(f"fit-{LANGUAGE}-{percent}-{name}")
                fit.leaves()
    finally:
        fit.end()
    assert not found, "\n".join([f"{len(found)} at {percent} %:", *sorted(found)])


def main():
    with tempfile.TemporaryDirectory() as folder:
        sample = pages.sample(folder)
        steps = [
            ("at 200 % nothing is cut off", lambda: check(folder, sample, 200, WIDE)),
            ("as narrow as a telephone nothing is cut off", lambda: check(folder, sample, 100, NARROW)),
        ]
        return driver.perform(f"fit-{LANGUAGE}", steps)


sys.exit(main())
