#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What a server asks is asked in the window: whether it is the right one, who one is, the password, the
passphrase of one's key; in the window that joins a plan as well. A server that says nothing is left at once.

Usage: test-sync-asked.py LANGUAGE   (of the interface)
"""

import os
import pathlib
import socket
import sys
import tempfile

import driver
from driver import wait_for
from exchange_window import Windows, as_json, git

sys.path.append(str(driver.SOURCE / "tests" / "cli"))
import servers

LANGUAGE = sys.argv[1]
PASSWORD = "a word that nobody guesses"
PASSPHRASE = "a key of one's own"


class Asked:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "plan.twf"
        self.servers = []
        self.at = None

    def opens(self):
        self.folder.chmod(0o755)
        authority = servers.Authority(self.folder)
        self.web = servers.Apache(self.folder, authority, {"eg": PASSWORD})
        self.servers.append(self.web)
        self.shared = self.web.make_plan()
        keys = servers.Keys(self.folder)
        private = keys.make("eg")
        public = private.with_suffix(".pub")
        servers.call("ssh-keygen", "-q", "-p", "-P", "", "-N", PASSPHRASE, "-f", private)
        known = self.folder / "known"
        os.environ.update(keys.surroundings("eg", known))
        self.ssh = servers.Sshd(self.folder, public)
        self.servers.append(self.ssh)
        os.environ["GIT_SSL_CAINFO"] = str(authority.certificate)
        driver.make_sample(self.path)
        self.at = Windows(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.at.program.is_enabled("sync"))
        self.at.program.focus_window()

    def top(self):
        return self.at.program.windows()[0]

    def shares_at(self, address):
        at = self.at
        at.program.activate("sync-place")
        at.fill("Address or folder where the plan is shared", address)
        wait_for("the button", lambda: at.is_ready("Synchronise"))
        at.leaves_by("Return")

    def answers(self, role, name, words):
        """In the dialog that asks for @name; what is typed goes by Return."""
        at = self.at
        entry = wait_for(name, lambda: at.program.find_all(role, name, at.dialog()))[-1]
        window = at.program.x_windows()[-1]
        at.program.focus_window(window)
        wait_for("the keyboard in it", lambda: driver.has_focus_within(entry))
        driver.set_text(entry, words)
        at.program.keys("Return")
        wait_for("the question to go", lambda: window not in at.program.x_windows())

    def is_asked(self):
        """Name and password; a wrong one is asked for again."""
        self.shares_at(self.web.url())
        self.answers("text", "User Name", "eg")
        self.answers("password text", "Password or Token", "wrong")
        wait_for("the line that says so", lambda: (line := self.at.line()) and self.at.program.find_all("push button", "Try Again", line))
        self.at.program.activate("sync")
        self.answers("text", "User Name", "eg")
        self.answers("password text", "Password or Token", PASSWORD)
        self.at.wait_line("What you saved was sent.")
        said = servers.look(self.shared, "rev-parse", "main")
        assert said == git(self.path, "rev-parse", "main"), said

    def remembers(self):
        """As long as the plan is open it is not asked again."""
        self.at.program.activate("sync")
        self.at.wait_line("Nothing is new, here or there.")
        assert len(self.at.program.windows()) == 1

    def meets(self):
        """A server that is met for the first time shows its key, and what a person says of it holds. One's own key
        is locked: what does not open it is asked for again."""
        at, bare = self.at, self.folder / "ssh.git"
        servers.call("git", "init", "-q", "--bare", "-b", "main", bare)
        print_of = servers.call("ssh-keygen", "-l", "-f", self.ssh.folder / "ed25519.pub").split()[1]
        self.shares_at(self.ssh.url(bare))
        wait_for("its key", lambda: any(print_of in one for one in at.labels()))
        driver.picture(f"asked-host-{LANGUAGE}")
        window = at.program.x_windows()[-1]
        at.program.focus_window(window)
        at.program.keys("Tab", "Return")
        wait_for("the question to go", lambda: window not in at.program.x_windows())
        self.answers("password text", "Passphrase of Your Key", "wrong")
        self.answers("password text", "Passphrase of Your Key", PASSPHRASE)
        wait_for("what was sent",
                 lambda: git(bare, "rev-parse", "-q", "--verify", "main", check=False)
                 == git(self.path, "rev-parse", "main"))

    def joins(self):
        """A plan on a web server is joined with name and password; a wrong one is said to be wrong."""
        at, copy = self.at, self.folder / "copy.twf"
        code = as_json("show", self.path)["delegations"][0]["code"]
        at.program.activate("join")
        at.fill("Invitation", self.web.url())
        at.fill("Code or name of your delegation", code)
        at.fill("Where the plan is kept", copy)
        for word in ("wrong", PASSWORD):
            wait_for("the button", lambda: at.is_ready("Join"))
            joining = at.dialog()
            at.program.focus_window(at.program.x_window_of(joining))
            at.program.click("Join", root=joining)
            self.answers("text", "User Name", "eg")
            self.answers("password text", "Password or Token", word)
            if word == "wrong":
                wait_for("the reason", lambda: at.says("%s did not let you in.", at.dialog()))
                assert not copy.exists()
                driver.picture(f"join-refused-{LANGUAGE}")
        wait_for("the plan", copy.exists)
        wait_for("it to open in a window of its own", lambda: not at.program.find_all(
            "text", "Where the plan is kept") and len(at.program.windows()) == 2)
        assert git(copy, "rev-parse", "main") == git(self.path, "rev-parse", "main")

    def leaves(self):
        """Nobody speaks at that port: the person who waits ends it."""
        at = self.at
        with socket.create_server(("127.0.0.1", 0)) as silent:
            self.shares_at(f"http://127.0.0.1:{silent.getsockname()[1]}/plan.git")
            at.wait_line("Synchronising with %s…")
            driver.picture(f"sync-running-{LANGUAGE}")
            at.program.click("Cancel", root=at.line())
            wait_for("it to end", lambda: at.line() is None, 10)
        assert len(at.program.windows()) == 1

    def ends(self):
        assert self.at.program.quit() == 0


def main():
    if not pathlib.Path(servers.APACHE).exists():
        driver.skip("there is no Apache here to ask for a password")
    with tempfile.TemporaryDirectory() as folder:
        here = Asked(folder)
        steps = [
            ("a plan is opened beside a server", here.opens),
            ("name and password are asked", here.is_asked),
            ("they are asked once", here.remembers),
            ("a server that is new shows its key", here.meets),
            ("a silent server is left", here.leaves),
            ("a plan is joined on a server that asks", here.joins),
            ("the window is left", here.ends),
        ]
        try:
            return driver.perform(f"sync-asked-{LANGUAGE}", steps)
        finally:
            if here.at is not None:
                here.at.program.end()
            for server in here.servers:
                server.end()


sys.exit(main())
