#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""F1 opens the page of the help about what is shown: with the desktop's viewer; without one, in a browser; without
either, where it lies is said. Viewer and browser are programs that write down what they are given.

Usage: test-help.py LANGUAGE   (of the interface)
"""

import os
import pathlib
import sys
import tempfile
from urllib.parse import unquote, urlsplit

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
HTML = driver.BUILD / "data" / "help" / "pages"


class Help:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "plan.twf"
        self.asked = self.folder / "asked"
        self.applications = self.folder / "share" / "applications"
        self.program = None

    def makes_desktop(self):
        """What the machine has, without its programs; and Tawafuq's help."""
        driver.make_sample(self.path)
        self.applications.mkdir(parents=True)
        for one in pathlib.Path("/usr/share").iterdir():
            if one.name != "applications":
                (self.applications.parent / one.name).symlink_to(one)
        os.environ["XDG_DATA_DIRS"] = str(self.applications.parent)
        os.environ["TAWAFUQ_HELPDIR"] = str(HTML)

    def install(self, name, kind):
        """A program that opens what is of @kind."""
        script = self.folder / name
        script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >>"{self.asked}"\n')
        script.chmod(0o755)
        entry = f"[Desktop Entry]\nType=Application\nName={name}\nExec={script} %u\nMimeType={kind};\n"
        (self.applications / f"{name}.desktop").write_text(entry)
        with open(self.applications / "mimeapps.list", "w", encoding="utf-8") as stream:
            stream.write(f"[Default Applications]\n{kind}={name}.desktop\n")

    def starts(self):
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("add-provision"))
        self.program.focus_window()

    def ends(self):
        assert self.program.quit() == 0

    def opened(self):
        return self.asked.read_text().split() if self.asked.exists() else []

    def asks(self, page):
        before = len(self.opened())
        self.program.keys("F1")
        wait_for("what was opened", lambda: len(self.opened()) > before)
        return self.opened()[-1]

    def has_viewer(self):
        self.install("viewer", "x-scheme-handler/help")
        self.starts()
        assert self.asks("draft") == "help:tawafuq/draft", self.opened()
        self.program.keys("ctrl+2")
        wait_for("the text", lambda: self.program.find_all(name=self.program.say("Text of the Plan")))
        assert self.asks("reading") == "help:tawafuq/reading", self.opened()
        self.asks_in_window("delegations", "Delegations and Groups", "delegations")
        self.program.keys("Escape")
        self.asks_in_window("replace", "Find and Replace", "replace")
        self.ends()

    def asks_in_window(self, action, title, page):
        self.program.activate(action)
        window = wait_for("the window", lambda: next(
            (one for one in self.program.windows() if one.name == self.program.say(title)), None))
        self.program.focus_window(self.program.x_window_of(window))
        assert self.asks(page) == f"help:tawafuq/{page}", self.opened()

    def has_browser(self):
        (self.applications / "viewer.desktop").unlink()
        self.install("browser", "text/html")
        self.starts()
        path = pathlib.Path(unquote(urlsplit(self.asks("draft")).path))
        assert path == HTML / ("C" if LANGUAGE == "en" else LANGUAGE) / "draft.html", path
        assert path.is_file()
        self.ends()

    def has_neither(self):
        (self.applications / "browser.desktop").unlink()
        (self.applications / "mimeapps.list").unlink()
        self.starts()
        self.program.activate("help", path="/org/tawafuq/Tawafuq")
        sentence = wait_for("a sentence", lambda: self.program.find_all("label", matches=lambda one: "draft.html" in one.name))
        said = self.program.say("No program on this computer shows help or pages. On another, any browser opens it: %s")
        assert sentence[0].name.startswith(said.split("%s")[0]), sentence[0].name
        driver.picture(f"help-{LANGUAGE}")
        self.program.keys("Escape")
        self.ends()


def main():
    if not HTML.is_dir():
        driver.skip("the help is not built here: itstool and yelp-tools make it")
    with tempfile.TemporaryDirectory() as folder:
        here = Help(folder)
        steps = [
            ("a desktop without programs", here.makes_desktop),
            ("a viewer of help gets the page about what is shown", here.has_viewer),
            ("a browser gets it where there is no viewer", here.has_browser),
            ("without either it is said where it lies", here.has_neither),
        ]
        try:
            return driver.perform(f"help-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
