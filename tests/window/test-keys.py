#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A key is made in the preferences, what is saved then is signed with it, and the facilitator's window
registers and revokes it.

Usage: test-keys.py LANGUAGE   (of the interface)
"""

import pathlib
import sys
import tempfile

import driver
from driver import GLib, wait_for
from exchange_window import Windows, acts_for, as_json, git

LANGUAGE = sys.argv[1]
# The delegation whose name is the first in that language.
FIRST = {"en": "EG", "ar": "JO"}
DAY = {"en": "30 July 2010", "ar": "٣٠ تموز/يوليو ٢٠١٠"}


class Keys:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "plan.twf"
        self.public = self.folder / "key.pub"
        self.at = None

    def keys(self):
        return as_json("register", self.path, "list")["keys"]

    def opens(self):
        """A delegation's, with a branch of its own."""
        driver.make_sample(self.path)
        self.code = FIRST[LANGUAGE]
        one = as_json("show", self.path)["provisions"][0]
        driver.twf("edit", self.path, one["id"], "--language", "en", "--text", "Ours", "--as", self.code)
        acts_for(self.folder, self.code)
        self.at = Windows(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.at.program.is_enabled("register"))
        self.at.program.focus_window()

    def number(self):
        return as_json("key", self.path, "number", "--as", self.code)["numbers"][0]["number"]

    def shown_number(self):
        """The digits of what the window shows."""
        for label in self.at.program.find_all("label", root=self.at.dialog()):
            text = driver.text_of(label) if "Text" in label.get_interfaces() else ""
            digits = "".join(str(int(letter)) for letter in text if letter.isdigit())
            if len(digits) == 60:
                return digits
        return None

    def creates(self):
        """Two presses: the preferences by their key, and the button."""
        at = self.at
        at.program.keys("ctrl+comma")
        wait_for("the button", lambda: at.is_ready("Create a Key"))
        at.program.click("Create a Key", root=at.dialog())
        shown = wait_for("the number", self.shown_number)
        assert shown == self.number(), (shown, self.number())
        at.wait_says("Not in the register yet: others cannot tell that it is yours")
        at.check_names(4)
        driver.picture(f"keys-{LANGUAGE}")
        at.narrows(f"keys-narrow-{LANGUAGE}")
        line = as_json("key", self.path, "show", "--as", self.code)["keys"][0]["key"]
        self.public.write_text(line + "\n", encoding="utf-8")
        at.leaves_by("Escape")

    def signs(self):
        """What is saved from here on verifies, for git and for the plan."""
        at, branch = self.at, f"delegations/{self.code}"
        before = git(self.path, "rev-parse", branch)
        at.program.activate("add-provision", GLib.Variant("s", "objectives"))
        at.saves("Signed")
        wait_for("the revision", lambda: git(self.path, "rev-parse", branch) != before)
        assert "gpgsig -----BEGIN SSH SIGNATURE-----" in git(self.path, "cat-file", "commit", branch)

    def gives_days(self):
        """As a reader of that language writes them; what ends before it begins is refused, in words."""
        at = self.at
        first, last = "First day on which the key holds", "Last day on which the key holds"
        at.fill(first, "2010-13-01")
        assert not at.is_ready("Register", at.dialog())
        at.fill(first, DAY[LANGUAGE])
        at.fill(last, "2010-07-29")
        assert not at.is_ready("Register", at.dialog())
        # From the list of delegations over both days.
        at.program.keys("Tab", "Tab", "Tab")
        at.wait_says("The key would end before it begins.")
        driver.picture(f"keys-days-{LANGUAGE}")
        at.fill(last, "2099-12-31")
        wait_for("the button", lambda: at.is_ready("Register", at.dialog()))

    def registers(self):
        """The facilitator's window takes the public key, and shows the same number."""
        assert self.at.program.quit() == 0
        acts_for(self.folder, "")
        self.at = at = Windows(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: at.program.is_enabled("register"))
        at.program.focus_window()
        at.program.activate("register")
        at.wait_says("No Keys Yet")
        at.program.click("Register…", root=at.dialog())
        wait_for("the second window", lambda: len(at.program.windows()) == 3)
        at.fill("Public key, or the file it is in", "ssh-ed25519 nothing")
        at.wait_says("There is no public key in it that can be used.")
        assert not at.is_ready("Register", at.dialog())
        at.fill("Public key, or the file it is in", self.public)
        wait_for("the number", lambda: self.shown_number() == self.number())
        at.program.focus_window(at.program.x_window_of(at.dialog()))
        at.program.choose("Whose key it is", 1)
        driver.picture(f"keys-add-{LANGUAGE}")
        at.check_names(4)
        at.fill("Public key, or the file it is in", self.public)
        wait_for("the number", lambda: self.shown_number() == self.number())
        self.gives_days()
        before = git(self.path, "rev-parse", "main")
        entry = at.program.find("text", "Public key, or the file it is in", root=at.dialog())
        at.program.click_at(entry)
        wait_for("the keyboard in the entry", lambda: driver.has_focus_within(entry))
        at.leaves_by("Return")
        wait_for("the register", self.keys)
        wait_for("the row", lambda: self.shown_number() == self.number())
        (key,) = self.keys()
        assert key["code"] == self.code and key["revoked"] is None, key
        # The last day is one of those on which it holds.
        assert (key["from"], key["until"]) == ("2010-07-30T00:00Z", "2100-01-01T00:00Z"), key
        assert git(self.path, "rev-parse", "main^") == before
        driver.picture(f"register-{LANGUAGE}")

    def agrees(self):
        """Git and the log say of the signed revision what the register has it for."""
        signers = self.folder / "signers"
        signers.write_text(driver.twf("register", self.path, "signers"), encoding="utf-8")
        branch = f"delegations/{self.code}"
        driver.run("git", "-C", self.path, "-c", f"gpg.ssh.allowedSignersFile={signers}", "verify-commit", branch)
        first = as_json("log", self.path, "--signatures", "--branch", branch, "-n", "1")["revisions"][0]
        assert "'verified'" in str(first), first

    def revokes(self):
        at = self.at
        at.program.click("Revoke…", root=at.dialog())
        wait_for("the question", lambda: len(at.program.windows()) == 3)
        at.program.focus_window(at.program.x_windows()[-1])
        driver.picture(f"revoke-{LANGUAGE}")
        # Without the line under a letter, and once.
        words = [at.say(one).replace("_", "") for one in ("_Cancel", "_Revoke")]
        wait_for("the answers", lambda: [
            one.name for one in at.program.find_all("push button", root=at.dialog())] == words)
        window = at.program.x_windows()[-1]
        at.program.keys("Tab", "Return")
        wait_for("the question to go", lambda: window not in at.program.x_windows())
        wait_for("the register", lambda: self.keys()[0]["revoked"] is not None)
        at.wait_says("Revoked")
        at.narrows(f"register-narrow-{LANGUAGE}")
        at.leaves_by("Escape")
        # The plan that is open has taken it in by itself.
        assert not at.program.find_all("push button", "Take It In")

    def ends(self):
        assert self.at.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Keys(folder)
        steps = [
            ("a delegation opens a plan", here.opens),
            ("a key is made in two presses", here.creates),
            ("what is saved is signed", here.signs),
            ("the facilitator registers it", here.registers),
            ("git and the log agree", here.agrees),
            ("it is revoked", here.revokes),
            ("the window is left", here.ends),
        ]
        try:
            return driver.perform(f"keys-{LANGUAGE}", steps)
        finally:
            if here.at is not None:
                here.at.program.end()


sys.exit(main())
