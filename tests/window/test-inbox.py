#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What delegations sent is received by the window and by another process, told verified or not, and merged, two at once.

Usage: test-inbox.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import GLib, Gio, wait_for

LANGUAGE = sys.argv[1]
VERIFIED = "Verified: signed with the registered key"
UNSIGNED = "Not verified: it is not signed"
SYMBOL = "A/CONF.1/L.1"
UNKNOWN = "Not verified: signed with a key that nobody registered"
NOTIFICATIONS = """
<node><interface name="org.freedesktop.Notifications">
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
</interface></node>
"""


def twf(*words):
    """Some commands end with 1, because a person has to look."""
    return driver.run(driver.BUILD / "app" / "cli" / "twf", *words, check=False)


def isolated(text):
    return f"\u2068{text}\u2069"


class Notifications:
    """What a desktop would be told."""

    def __init__(self):
        self.told = []
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(NOTIFICATIONS).interfaces[0]
        bus.register_object("/org/freedesktop/Notifications", interface, self.called, None, None)
        Gio.bus_own_name_on_connection(bus, "org.freedesktop.Notifications", Gio.BusNameOwnerFlags.NONE, None, None)

    def called(self, bus, sender, path, interface, method, parameters, invocation):
        if method == "Notify":
            self.told.append((parameters[3], parameters[4]))
            invocation.return_value(GLib.Variant("(u)", (len(self.told),)))
        elif method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["body"],)))
        else:
            invocation.return_value(None)


class Inbox:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "plan.twf"
        self.program = None
        self.shown = None

    def file(self, name):
        return self.folder / f"{name}.tawafuq"

    def first(self, section):
        shown = json.loads(driver.twf("show", self.path, "--json"))
        return next(one for one in shown["provisions"] if one["section"] == section)

    def sends(self, code, provision, text, name=None, key=None):
        """A delegation's own copy of the plan, a change in it, and the file that brings it."""
        away = self.folder / f"{code}.twf"
        if not away.exists():
            twf("join", away, self.file("invitation"), "--as", code)
        signed = ["--key", key] if key else []
        change = ["--language", "en", "--text", text, "--as", code, *signed]
        driver.twf("edit", away, provision["id"], *change)
        driver.twf("send", away, "-o", self.file(name or code), "--as", code)

    def prepares(self):
        """Egypt signs with the key that is registered, Kenya with none, Uruguay with one that nobody knows."""
        driver.make_sample(self.path)
        key = json.loads(driver.twf("key", self.path, "new", "--as", "EG", "--json"))["keys"][0]["file"]
        driver.twf("register", self.path, "add", "EG", f"{key}.pub")
        driver.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / "stranger")
        driver.twf("issue", self.path, SYMBOL)
        driver.twf("send", self.path, "--whole", "-o", self.file("invitation"))
        self.objective, self.action = self.first("objectives"), self.first("actions")
        self.year, self.deed = self.objective["texts"]["en"], self.action["texts"]["en"]
        self.sends("EG", self.objective, self.year.replace("2027", "2029"), key=key)
        self.sends("KE", self.objective, self.year.replace("2027", "2030"))
        self.sends("UY", self.action, self.deed + " Tested water is marked.", key=self.folder / "stranger")
        self.file("cut").write_bytes(self.file("UY").read_bytes()[:-40])
        self.notifications = Notifications()
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("receive"))

    def heads(self):
        return driver.run("git", "-C", self.path, "for-each-ref", "refs/heads")

    def receives(self, name):
        self.program.activate("receive-file", GLib.Variant("s", str(self.file(name))))

    def list(self):
        """Looked for once: the outline beside it is long."""
        if self.shown is None:
            self.shown = self.program.find("list", "What Was Received", self.program.windows()[0])
        return self.shown

    def checks(self):
        """The boxes of what was received, by the code of the delegation."""
        found = self.program.find_all("check box", root=self.list())
        return {code: box for code in ("EG", "JO", "KE", "UY") for box in found if f"({isolated(code)})" in box.name}

    def row(self, code):
        return wait_for(f"what came of {code}", lambda: self.checks().get(code))

    def says(self, code, words):
        said = self.program.say(words)
        wait_for(f"{code}: {said}", lambda: said in self.row(code).name)

    def is_empty(self):
        program = self.program
        program.focus_window()
        program.keys("ctrl+4")
        program.find(name="Nothing Has Come")
        program.find("push button", "Receive a File…")
        driver.picture(f"inbox-empty-{LANGUAGE}")

    def is_received(self):
        """It is listed as verified, no branch moves, and nobody is told who looks at the window."""
        before = self.heads()
        self.receives("EG")
        self.says("EG", VERIFIED)
        wait_for("its symbol", lambda: isolated(SYMBOL) in self.row("EG").name)
        assert self.heads() == before
        assert not self.notifications.told, self.notifications.told

    def comes_again(self):
        """A file that came before says when that was, and the notice covers no button."""
        program = self.program
        begins = program.say("%s: came before, on %s; nothing was changed").split("%s")[1]
        self.receives("EG")
        (covered,) = wait_for("a notice", lambda: [
            driver.extents(one) for one in program.notices() if begins in (one.name or "")])
        wait_for("one row", lambda: len(self.checks()) == 1)
        for name in ("Choose All", "Merge…", "Receive a File…"):
            button = driver.extents(program.find("push button", name, program.windows()[0]))
            assert button.y + button.height <= covered.y, (name, button, covered)

    def is_refused(self):
        """A file that was cut says so in a line, and nothing comes of it."""
        program = self.program
        received = driver.run("git", "-C", self.path, "for-each-ref", "refs/received")
        self.receives("cut")
        dialog = wait_for("the refusal", lambda: program.windows()[1:])[-1]
        refused = program.say("It Was Not Received")
        wait_for("what it is", lambda: dialog.name == refused or program.find_all(
            name="It Was Not Received", root=dialog))
        said = program.say("%s was refused; nothing was changed: %s").split("%s")
        wait_for("the reason", lambda: program.find_all(
            matches=lambda node: "cut.tawafuq" in (node.name or "") and said[1] in node.name, root=dialog))
        driver.picture(f"inbox-refused-{LANGUAGE}")
        program.answer()
        assert driver.run("git", "-C", self.path, "for-each-ref", "refs/received") == received

    def arrives_elsewhere(self):
        """What another process receives is noticed, counted on the page's button, and told a desktop
        whose user looks elsewhere; neither is called verified."""
        program = self.program
        program.activate("show-page", GLib.Variant("s", "draft"))
        driver.run("xdotool", "windowfocus", "--sync", self.other_window())
        twf("receive", self.path, self.file("KE"))
        wait_for("a notification", lambda: self.notifications.told)
        title, body = self.notifications.told[0]
        assert title == program.translation.ngettext("A contribution has come", "Several contributions have come", 1)
        assert program.say(UNSIGNED) in body and program.say(VERIFIED) not in body, body
        program.focus_window()
        program.keys("ctrl+4")
        self.says("KE", UNSIGNED)
        self.receives("UY")
        self.says("UY", UNKNOWN)
        for code in ("KE", "UY"):
            assert program.say(VERIFIED) not in self.row(code).name, self.row(code).name

    def other_window(self):
        """What has the keyboard while nobody looks at the program."""
        return driver.run("xdotool", "search", "--maxdepth", "0", "--name", "", check=False).split()[0]

    def foresees(self):
        """Egypt and Kenya want another year each; what Uruguay adds touches nobody."""
        clash = self.program.translation.ngettext("%s change clashes", "%s changes clash", 1)
        for code in ("EG", "KE"):
            wait_for("the clash", lambda: all(part in self.row(code).name for part in clash.split("%s")))
        self.says("UY", "nothing clashes")
        together = self.program.say("If all that waits is merged: %s").replace("%s", "").strip()
        wait_for("all rows", lambda: all(together in self.row(code).name for code in ("EG", "KE", "UY")))
        driver.picture(f"inbox-{LANGUAGE}")
        driver.all_named(self.program, 1)
        wait_for("a narrow window", lambda: self.program.narrow(self.program.windows()[0]))
        self.program.activate("show-page", GLib.Variant("s", "inbox"))
        # What was beside each other takes turns.
        wait_for("the rows", lambda: driver.extents(self.list()).width < 360 and self.checks())
        driver.picture(f"inbox-narrow-{LANGUAGE}")
        wait_for("a wide window", lambda: self.program.narrow(self.program.windows()[0], 1260, 900))

    def previews(self):
        """The button of Egypt's row opens what it changes."""
        program = self.program
        shown = self.list()
        begins = program.say("Preview…")
        button = program.find("push button", root=shown, matches=lambda node: node.name.startswith(begins)
                              and isolated("EG") in node.name and "click" in driver.actions(node))
        button.queryAction().doAction(0)
        window = wait_for("the comparison", lambda: program.windows()[1:])[-1]
        wait_for("the new year", lambda: program.find_all(matches=lambda node: "2029" in (node.name or ""), root=window))
        driver.picture(f"inbox-preview-{LANGUAGE}")
        self.leaves(window, "Escape")

    def leaves(self, top, key):
        """Closes a window. (It is not looked at meanwhile: GTK 4.8 ends when a window goes that is asked about.)"""
        window = self.program.x_window_of(top)
        self.program.focus_window(window)
        self.program.keys(key)
        wait_for("the window to close", lambda: window not in self.program.x_windows())

    def chooses(self):
        """Two are chosen by the keyboard, and the merge asks about the one that is not signed."""
        program = self.program
        program.focus_window()
        program.keys("ctrl+4")
        wait_for("the keyboard in the list", lambda: driver.has_focus_within(self.list()))
        for name in ("Receive a File…", "Choose All"):
            program.keys("shift+Tab")
            button = program.find("push button", name, program.windows()[0])
            wait_for(name, lambda: driver.has_focus_within(button))
        program.keys("ctrl+4")
        # The last that came stands first; those of one second by code.
        order = sorted(self.checks(), key=lambda code: driver.extents(self.row(code)).y)
        for code in order:
            wait_for("the keyboard", lambda: driver.has_state(self.row(code), driver.pyatspi.STATE_FOCUSED))
            if code != "UY":
                program.keys("space")
                wait_for("the choice", lambda: driver.has_state(self.row(code), driver.pyatspi.STATE_CHECKED))
            program.keys("Down")
        # Of the two alone both clash, and what the third adds is not counted.
        parts = [part for words in (program.say("If only what is chosen is merged: %s"),
                                    program.translation.ngettext("%s change clashes", "%s changes clash", 2))
                 for part in words.split("%s")]
        wait_for("what would come of them", lambda: program.find_all(
            "label", matches=lambda node: all(part in node.name for part in parts) and "·" not in node.name,
            root=program.windows()[0]))
        driver.picture(f"inbox-chosen-{LANGUAGE}")
        program.click("Merge…", root=program.windows()[0])
        wait_for("the question", lambda: len(program.windows()) == 3)
        question = program.windows()[-1]
        said = program.say(UNSIGNED)
        (line,) = wait_for("why", lambda: program.find_all(matches=lambda node: said in (node.name or ""), root=question))
        assert isolated("KE") in line.name and isolated("EG") not in line.name, line.name
        driver.picture(f"inbox-question-{LANGUAGE}")

    def merges(self):
        """No is no; told to go on all the same, both are merged as proposals, and the revision says what was known."""
        program = self.program
        program.answer()
        merging = program.windows()[-1]
        program.find("check box", root=merging)
        program.focus_window(program.x_window_of(merging))
        program.keys("ctrl+Return")
        wait_for("the question again", lambda: len(program.windows()) == 3)
        program.focus_window(program.x_windows()[-1])
        program.keys("Tab", "Return")
        wait_for("what they ask for", lambda: program.find_all("list", "Changes asked for"))
        driver.picture(f"inbox-merge-{LANGUAGE}")
        self.leaves(program.windows()[-1], "ctrl+Return")
        message = driver.run("git", "-C", self.path, "log", "-1", "--format=%B")
        assert "\nVerdict: EG verified\n" in message and "\nVerdict: KE unsigned\n" in message, message
        asked = json.loads(driver.twf("proposals", self.path, "--json"))["proposals"]
        assert {one["owners"][0] for one in asked if one["state"] == "open"} >= {"EG", "KE"}, asked
        for code in ("EG", "KE"):
            self.says(code, "Taken in already")
        driver.picture(f"inbox-merged-{LANGUAGE}")

    def is_damaged(self):
        """What cannot be read says so, cannot be chosen, and hides nothing else."""
        git = ("git", "-C", self.path)
        blob = driver.run(*git, "rev-parse", "main:plan").strip()
        driver.run(*git, "update-ref", "refs/received/JO/000001", blob)
        self.says("JO", "Damaged: its revision cannot be read. Receive the file again.")
        wait_for("it to be of no use", lambda: not driver.has_state(self.row("JO"), driver.pyatspi.STATE_SENSITIVE))
        wait_for("all four", lambda: sorted(self.checks()) == ["EG", "JO", "KE", "UY"])
        driver.picture(f"inbox-damaged-{LANGUAGE}")

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Inbox(folder)
        steps = [
            ("three delegations send, and the plan is opened", here.prepares),
            ("an inbox in which nothing is says how it fills", here.is_empty),
            ("a file is received and verified", here.is_received),
            ("the same file again says when it came", here.comes_again),
            ("a file that was cut is refused", here.is_refused),
            ("what comes while nobody looks is told", here.arrives_elsewhere),
            ("what clashes is foreseen", here.foresees),
            ("what it changes is shown", here.previews),
            ("two are chosen, and what is not verified is asked about", here.chooses),
            ("they are merged, and it is on record what was known", here.merges),
            ("what is damaged is told", here.is_damaged),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"inbox-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
