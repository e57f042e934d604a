#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A plan goes out of the window as a file: as an invitation, and as a delegation's contribution.

Usage: test-send.py LANGUAGE   (of the interface)
"""

import pathlib
import sys
import tempfile

import driver
from driver import Gio, GLib, wait_for
from exchange_window import Windows, acts_for, as_json, git

LANGUAGE = sys.argv[1]
MANAGER = """<node><interface name="org.freedesktop.FileManager1">
  <method name="ShowItems"><arg type="as" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>"""


class Send:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "plan.twf"
        self.invitation = self.folder / "invitation.tawafuq"
        self.shown = []
        self.at = None

    def manages_files(self):
        """The file manager of this desktop."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        node = Gio.DBusNodeInfo.new_for_xml(MANAGER)

        def called(_bus, _sender, _path, _interface, _method, parameters, invocation):
            self.shown += parameters.unpack()[0]
            invocation.return_value(None)

        bus.register_object("/org/freedesktop/FileManager1", node.interfaces[0], called, None, None)
        Gio.bus_own_name_on_connection(bus, "org.freedesktop.FileManager1", Gio.BusNameOwnerFlags.NONE)

    def opens(self):
        driver.make_sample(self.path)
        self.codes = [one["code"] for one in as_json("show", self.path)["delegations"]]
        self.manages_files()
        self.at = Windows(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.at.program.is_enabled("send"))
        self.at.program.focus_window()

    def says_what(self):
        """By its key: what goes out, to anybody, all of it, and with a place for it."""
        at = self.at
        at.program.keys("ctrl+shift+m")
        at.wait_says("Everything, for somebody who has nothing of this plan yet.")
        count = git(self.path, "rev-list", "--count", "main")
        rolling = at.say("Rolling text")
        wait_for("how much", lambda: any(rolling in one and count in one for one in at.labels()))
        place = at.program.find("text", "Where the file is put", root=at.dialog())
        wait_for("a name", lambda: "plan-main-" in driver.text_of(place) and driver.text_of(place).endswith(".tawafuq"))
        wait_for("the button", lambda: at.is_ready("Write the File"))
        at.check_names(5)
        driver.picture(f"send-{LANGUAGE}")

    def names_who(self):
        """Of somebody who never sent anything, nothing is known; the file bears the code."""
        at = self.at
        at.program.focus_window(at.program.x_window_of(at.dialog()))
        at.program.choose("To whom it is sent", 1)
        at.wait_says("Everything: nothing is known of what %s has.")
        place = at.program.find("text", "Where the file is put", root=at.dialog())
        wait_for("the code", lambda: any(f"plan-{code}-" in driver.text_of(place) for code in self.codes))
        at.narrows(f"send-narrow-{LANGUAGE}")
        at.leaves_by("Escape")

    def saves_first(self):
        """What is not saved is not in it; it is saved from there."""
        at, before = self.at, git(self.path, "rev-parse", "main")
        at.program.activate("add-provision", GLib.Variant("s", "objectives"))
        at.program.activate("send", GLib.Variant("s", self.codes[0]))
        at.wait_says("What was changed since the last revision is not in it.")
        at.wait_says("Everything: nothing is known of what %s has.")
        driver.picture(f"send-unsaved-{LANGUAGE}")
        at.program.click("Save First", root=at.dialog())
        wait_for("the revision", lambda: git(self.path, "rev-parse", "main") != before)
        wait_for("the note to go", lambda: not at.program.find_all("push button", "Save First"))
        count = git(self.path, "rev-list", "--count", "main")
        wait_for("one more", lambda: any(count in one.split() for one in at.labels()))

    def writes(self):
        """Git reads what was written, and the folder is shown."""
        at = self.at
        at.fill("Where the file is put", self.folder / "nowhere" / "x.tawafuq")
        wait_for("the button", lambda: at.is_ready("Write the File"))
        at.program.click("Write the File", root=at.dialog())
        wait_for("the reason", lambda: any("x.tawafuq" in one for one in at.labels()))
        at.fill("Where the file is put", self.invitation)
        wait_for("the button", lambda: at.is_ready("Write the File"))
        at.leaves_by("Return")
        folder = at.say("_Show in Folder").replace("_", "")
        button = at.program.find("push button", matches=lambda node: node.name == folder)
        size = GLib.format_size(self.invitation.stat().st_size)
        top = at.program.windows()[0]
        wait_for("its size", lambda: any(size in one and "invitation" in one for one in at.labels(top)))
        button.queryAction().doAction(0)
        wait_for("the folder", lambda: self.shown)
        assert self.shown == [self.invitation.as_uri()], self.shown
        said = git(self.path, "bundle", "verify", self.invitation)
        assert "refs/heads/main" in said and "complete history" in said, said
        assert git(self.path, "rev-parse", "main") in said, said

    def joins_elsewhere(self):
        """A delegation that has the plan from it sends back what is its own, and no more."""
        assert self.at.program.quit() == 0
        code, away = self.codes[0], self.folder / "away.twf"
        driver.run(driver.BUILD / "app" / "cli" / "twf", "join", away, self.invitation, "--as", code,
                   check=False)
        one = as_json("show", away)["provisions"][0]
        driver.twf("edit", away, one["id"], "--language", "en", "--text", "Ours", "--as", code)
        acts_for(self.folder, code)
        self.at = at = Windows(away, language=LANGUAGE)
        wait_for("the plan to open", lambda: at.program.is_enabled("send"))
        at.program.focus_window()
        at.program.keys("ctrl+shift+m")
        at.wait_says("What came since %s; %s is taken to have all before that.")
        driver.picture(f"send-delegation-{LANGUAGE}")
        assert not at.program.find_all("combo box", "To whom it is sent"), "a delegation is not asked"
        mine = self.folder / "mine.tawafuq"
        at.fill("Where the file is put", mine)
        wait_for("the button", lambda: at.is_ready("Write the File"))
        at.leaves_by("Return")
        wait_for("the file", mine.exists)
        said = git(self.path, "bundle", "verify", mine)
        assert f"refs/heads/delegations/{code}" in said and "requires" in said, said
        driver.run(driver.BUILD / "app" / "cli" / "twf", "receive", self.path, mine, check=False)
        received = as_json("inbox", self.path)
        assert code in str(received) and git(away, "rev-parse", f"delegations/{code}") in str(received)

    def ends(self):
        assert self.at.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Send(folder)
        steps = [
            ("a plan is opened", here.opens),
            ("what goes out is said", here.says_what),
            ("a delegation is named", here.names_who),
            ("what is not saved is saved first", here.saves_first),
            ("the file is written and shown", here.writes),
            ("a delegation sends its own", here.joins_elsewhere),
            ("the window is left", here.ends),
        ]
        try:
            return driver.perform(f"send-{LANGUAGE}", steps)
        finally:
            if here.at is not None:
                here.at.program.end()


sys.exit(main())
