#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A contribution file is known by the desktop and leads to its plan: an invitation to a new one, what
comes later to the one that is there.

Usage: test-join.py LANGUAGE   (of the interface)
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import driver
from driver import GLib, wait_for
from exchange_window import Windows, as_json, git

LANGUAGE = sys.argv[1]
TYPE = "application/vnd.tawafuq.contribution"


class Join:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "plan.twf"
        self.away = self.folder / "away.twf"
        self.invitation = self.folder / "plan-main-2026-11-23.tawafuq"
        self.at = None

    def sends(self):
        driver.make_sample(self.path)
        self.code = as_json("show", self.path)["delegations"][0]["code"]
        driver.twf("send", self.path, "--whole", "-o", self.invitation)

    def is_known(self):
        """By its content under any name, by its name whatever it holds; another bundle is no such file."""
        data = pathlib.Path(os.environ["XDG_DATA_HOME"])
        (data / "mime" / "packages").mkdir(parents=True)
        shutil.copy(driver.SOURCE / "data" / "org.tawafuq.Tawafuq.xml", data / "mime" / "packages")
        driver.run("update-mime-database", data / "mime")

        def type_of(file):
            said = driver.run("gio", "info", "-a", "standard::content-type", file)
            return said.split("standard::content-type: ")[1].split()[0]

        renamed, empty = self.folder / "attachment", self.folder / "empty.tawafuq"
        shutil.copy(self.invitation, renamed)
        empty.write_text("cut short", encoding="utf-8")
        other = self.folder / "other"
        git(self.path, "bundle", "create", "-q", other, "main")
        assert [type_of(one) for one in (self.invitation, renamed, empty)] == [TYPE] * 3
        assert type_of(other) != TYPE, type_of(other)

    def invites(self):
        """Opened, as by a double click: an invitation to what is not here asks who joins and where."""
        self.at = at = Windows(self.invitation, language=LANGUAGE)
        # Who acts in the window is remembered, and the commands here are the facilitator's.
        os.environ["GSETTINGS_BACKEND"] = "memory"
        wait_for("the window that asks", lambda: at.program.windows()[1:])
        place = at.program.find("text", "Where the plan is kept", root=at.dialog())
        wait_for("a place", lambda: driver.text_of(place).endswith("/plan.twf"))
        at.check_names(5)
        driver.picture(f"join-{LANGUAGE}")
        at.fill("Code or name of your delegation", "?")
        wait_for("the button to wait", lambda: not at.is_ready("Join"))
        at.fill("Code or name of your delegation", self.code)
        at.fill("Where the plan is kept", self.path)
        wait_for("the button", lambda: at.is_ready("Join"))
        at.program.focus_window(at.program.x_window_of(at.dialog()))
        at.program.keys("Return")
        wait_for("the reason", lambda: any(self.path.name in one for one in at.labels()))
        at.narrows(f"join-narrow-{LANGUAGE}")
        at.fill("Where the plan is kept", self.away)
        wait_for("the button", lambda: at.is_ready("Join"))
        at.leaves_by("Return")
        wait_for("the plan to open", lambda: at.program.is_enabled("send"))
        driver.picture(f"joined-{LANGUAGE}")
        assert git(self.away, "rev-parse", "main") == git(self.path, "rev-parse", "main")

    def acts(self):
        """Who joined acts as that delegation."""
        at, branch = self.at, f"delegations/{self.code}"
        at.program.activate("add-provision", GLib.Variant("s", "objectives"))
        at.saves("Ours")
        wait_for("the branch", lambda: branch in git(self.away, "branch", "--list", branch))

    def opens(self, file):
        """A second start hands the file on to the program that runs."""
        command = [str(driver.BUILD / "app" / "ui" / "tawafuq"), str(file)]
        assert subprocess.run(command, timeout=60, check=False).returncode == 0

    def goes_on(self, path):
        """One more revision of a plan."""
        one = as_json("show", path)["provisions"][0]["id"]
        driver.twf("edit", path, one, "--language", "en", "--text", "Theirs")

    def received(self):
        return as_json("inbox", self.away)["inbox"]

    def finds(self):
        """What is of the plan that is open leads there, also all of it, and asks nothing."""
        at = self.at
        self.goes_on(self.path)
        later, whole = self.folder / "later.tawafuq", self.folder / "whole.tawafuq"
        driver.twf("send", self.path, "--since", "main~1", "-o", later)
        driver.twf("send", self.path, "--whole", "-o", whole)
        self.opens(later)
        tip = git(self.path, "rev-parse", "main")
        wait_for("it to be received", lambda: [one["revision"] for one in self.received()] == [tip])
        # The second brings what the first brought: told with the first, where that is not told yet, or in passing.
        self.opens(whole)
        again = "%s: came before, on %s; nothing was changed"
        wait_for("that to be told", lambda: at.program.windows()[1:] or at.says(again, at.program.windows()[0]))
        if at.program.windows()[1:]:
            at.leaves_by("Escape")
        strange = self.folder / "strange.twf"
        driver.make_sample(strange)
        self.goes_on(strange)
        other = self.folder / "strange.tawafuq"
        driver.twf("send", strange, "--since", "main~1", "-o", other)
        self.opens(other)
        top = at.program.windows()[0]
        at.wait_says("This contribution is of a plan that was not opened here yet. Open the plan, then the file "
                     "again.", root=top)
        assert len(at.program.windows()) == 1, "nobody was asked to join"
        driver.picture(f"stranger-{LANGUAGE}")

    def opens_lately(self):
        """A plan that was open lately is opened for what is of it."""
        at = self.at
        at.program.activate("close-plan")
        wait_for("the plan to close", lambda: not at.program.is_enabled("send"))
        self.opens(self.folder / "later.tawafuq")
        wait_for("the plan to open", lambda: at.program.is_enabled("send"))

    def refuses(self):
        """What only bears the name is said to be none."""
        self.opens(self.folder / "empty.tawafuq")
        wait_for("the reason", lambda: self.at.program.windows()[1:])
        wait_for("its name", lambda: any("empty.tawafuq" in one for one in self.at.labels()))
        self.at.leaves_by("Escape")

    def joins_a_folder(self):
        """Where a plan is shared is as good as an invitation, and is remembered."""
        at, shared, copy = self.at, self.folder / "shared.git", self.folder / "copy.twf"
        driver.run("git", "init", "-q", "--bare", "-b", "main", shared)
        driver.twf("sync", self.path, shared)
        at.program.activate("close-plan")
        wait_for("the plan to close", lambda: not at.program.is_enabled("send"))
        at.program.activate("join")
        at.fill("Invitation", shared)
        at.fill("Code or name of your delegation", self.code)
        at.fill("Where the plan is kept", copy)
        wait_for("the button", lambda: at.is_ready("Join"))
        at.leaves_by("Return")
        wait_for("the plan to open", lambda: at.program.is_enabled("send"))
        assert git(copy, "rev-parse", "main") == git(self.path, "rev-parse", "main")

    def ends(self):
        assert self.at.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Join(folder)
        steps = [
            ("an invitation is written", here.sends),
            ("the desktop knows it", here.is_known),
            ("a delegation joins", here.invites),
            ("it acts for that delegation", here.acts),
            ("files find their plan", here.finds),
            ("a plan that is closed is opened for it", here.opens_lately),
            ("what is none is said to be none", here.refuses),
            ("a shared plan is joined", here.joins_a_folder),
            ("the window is left", here.ends),
        ]
        try:
            return driver.perform(f"join-{LANGUAGE}", steps)
        finally:
            if here.at is not None:
                here.at.program.end()


sys.exit(main())
