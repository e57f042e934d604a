#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A plan is shared in a folder from the window: once by hand, then by itself, and without it nothing is lost.

Usage: test-sync.py LANGUAGE   (of the interface)
"""

import pathlib
import shutil
import sys
import tempfile

import driver
from driver import GLib, wait_for
from exchange_window import Windows, as_json, git

LANGUAGE = sys.argv[1]


class Sync:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "plan.twf"
        self.away = self.folder / "away.twf"
        self.shared = self.folder / "shared.git"
        self.at = None

    def tip(self, plan, name):
        return git(plan, "rev-parse", "-q", "--verify", name, check=False)

    def opens(self):
        driver.make_sample(self.path)
        self.code = as_json("show", self.path)["delegations"][0]["code"]
        invitation = self.folder / "invitation.tawafuq"
        driver.twf("send", self.path, "--whole", "-o", invitation)
        driver.run(driver.BUILD / "app" / "cli" / "twf", "join", self.away, invitation, "--as", self.code,
                   check=False)
        driver.run("git", "init", "-q", "--bare", "-b", "main", self.shared)
        self.at = Windows(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.at.program.is_enabled("sync"))
        self.at.program.focus_window()

    def syncs_away(self, *place):
        """The delegation's copy; it ends with 1 where something is not signed."""
        driver.run(driver.BUILD / "app" / "cli" / "twf", "sync", self.away, *place, "--as", self.code, check=False)

    def top(self):
        return self.at.program.windows()[0]

    def asks_where(self):
        """The first time it asks, and says of what is no address that it is none."""
        at = self.at
        at.program.keys("ctrl+r")
        at.fill("Address or folder where the plan is shared", "ext::sh -c x")
        wait_for("the button", lambda: at.is_ready("Synchronise"))
        at.program.focus_window(at.program.x_window_of(at.dialog()))
        at.program.keys("Return")
        at.wait_says("This cannot be a server: %s.")
        at.fill("Address or folder where the plan is shared", self.shared)
        at.check_names(4)
        driver.picture(f"sync-place-{LANGUAGE}")
        at.narrows(f"sync-place-narrow-{LANGUAGE}")
        at.leaves_by("Return")
        wait_for("what was sent", lambda: self.tip(self.shared, "main") == self.tip(self.path, "main"))
        at.wait_line("What you saved was sent.")

    def receives(self):
        """From then on it asks nothing, says whose came, and leads there."""
        at = self.at
        one = as_json("show", self.away)["provisions"][0]
        driver.twf("edit", self.away, one["id"], "--language", "en", "--text", "Ours", "--as", self.code)
        self.syncs_away(self.shared)
        at.program.activate("sync")
        at.wait_line("New in the inbox: %s.")
        assert len(at.program.windows()) == 1
        assert self.tip(self.away, f"delegations/{self.code}") in str(as_json("inbox", self.path))
        driver.picture(f"sync-received-{LANGUAGE}")
        at.program.click("Show in Inbox", root=at.line())
        wait_for("the inbox", lambda: at.program.find_all("list", "What Was Received", self.top()))
        at.program.click("Close This Line", root=at.line())
        wait_for("the line to go", lambda: at.line() is None)

    def takes_over(self):
        """What another copy of one's own sent, and nobody signed, comes at a person's word."""
        at, other = self.at, self.folder / "other.twf"
        driver.run("git", "clone", "-q", "--mirror", self.path, other)
        one = as_json("show", other)["provisions"][0]
        driver.twf("edit", other, one["id"], "--language", LANGUAGE, "--text", "Elsewhere", "-m", "Elsewhere")
        driver.twf("sync", other, self.shared)
        at.program.activate("sync")
        at.wait_line("Your branch is ahead there, and nobody signed that: it was left there.")
        assert self.tip(self.path, "main") != self.tip(other, "main")
        driver.picture(f"sync-ahead-{LANGUAGE}")
        at.program.click("Take It Over", root=at.line())
        wait_for("what the other copy sent", lambda: self.tip(self.path, "main") == self.tip(other, "main"))
        at.wait_line("Your branch went on to what another copy of yours sent.")
        wait_for("it to be shown", lambda: at.program.find_all(
            matches=lambda node: (node.name or "").endswith("Elsewhere"), root=self.top()))

    def runs_by_itself(self):
        """With the switch on, what is saved is sent without a word."""
        at = self.at
        at.program.activate("sync-place")
        switch = at.program.find(("toggle button", "check box", "switch"), "Synchronise automatically",
                                 root=at.dialog())
        switch.queryAction().doAction(0)
        wait_for("the switch", lambda: driver.has_state(switch, driver.pyatspi.STATE_CHECKED))
        at.leaves_by("Return")
        at.wait_line("Nothing is new, here or there.")
        at.program.activate("add-provision", GLib.Variant("s", "objectives"))
        at.saves("More")
        wait_for("what was saved to be there",
                 lambda: git(self.shared, "log", "-1", "--format=%s", "main") == "More")

    def begins_by_itself(self):
        """What came while it was closed is there after opening."""
        assert self.at.program.quit() == 0
        one = as_json("show", self.away)["provisions"][1]
        driver.twf("edit", self.away, one["id"], "--language", "en", "--text", "Ours too", "--as", self.code)
        self.syncs_away()
        self.at = Windows(self.path, language=LANGUAGE)
        tip = self.tip(self.away, f"delegations/{self.code}")
        wait_for("what came", lambda: tip in str(as_json("inbox", self.path)))
        self.at.wait_line("New in the inbox: %s.")

    def stays_calm(self):
        """Without the place: a line and no dialog, and what is saved goes the next time."""
        at, aside = self.at, self.folder / "aside.git"
        shutil.move(self.shared, aside)
        at.program.focus_window()
        at.program.keys("ctrl+r")
        at.wait_line("%s is not reached now. What you save stays here and is sent the next time.")
        assert len(at.program.windows()) == 1
        wait_for("a narrow window", lambda: at.program.narrow(self.top()))
        wait_for("the line to fit", lambda: all(map(self.fits, ("Try Again", "Where…", "Close This Line"))))
        driver.picture(f"sync-offline-narrow-{LANGUAGE}")
        at.program.activate("add-provision", GLib.Variant("s", "objectives"))
        at.saves("Later")
        wait_for("the revision", lambda: git(self.path, "log", "-1", "--format=%s", "main") == "Later")
        shutil.move(aside, self.shared)
        at.program.activate("sync")
        wait_for("what was saved to be there",
                 lambda: git(self.shared, "log", "-1", "--format=%s", "main") == "Later")

    def fits(self, name):
        box = driver.extents(self.at.program.find("push button", name, self.at.line()))
        return box.x >= 0 and box.x + box.width <= 360

    def ends(self):
        assert self.at.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Sync(folder)
        steps = [
            ("a plan is opened", here.opens),
            ("where it is shared is asked once", here.asks_where),
            ("what others sent comes", here.receives),
            ("what another copy sent is taken over", here.takes_over),
            ("what is saved goes by itself", here.runs_by_itself),
            ("opening synchronises", here.begins_by_itself),
            ("without the place it stays calm", here.stays_calm),
            ("the window is left", here.ends),
        ]
        try:
            return driver.perform(f"sync-{LANGUAGE}", steps)
        finally:
            if here.at is not None:
                here.at.program.end()


sys.exit(main())
