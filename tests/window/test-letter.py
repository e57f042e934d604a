#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The whole main job in the real window: the letter is imported, an objective is edited in Arabic, an
action is added, revisions are saved, an older one is looked at and restored, and the plan is exported.
What the window says is then checked from outside, by git, twf and the exported files.

Usage: test-letter.py LANGUAGE   (of the interface)
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import pyatspi
from gi.repository import GLib

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
LETTER = pathlib.Path(os.environ.get("TAWAFUQ_MATERIAL", ""), "000_45da9a033ab6256b.txt")
ADDED = "بمشاركة المجتمع المدني"
SECOND = "وبدعم من الأمم المتحدة"
ACTION = "تنشئ الدول مراكز إيواء للضحايا"
PILLAR = "حماية الضحايا"
RESPONSIBLE = "الدول الأعضاء"


class Round:
    """What the steps hand on to one another."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "letter.twf"
        self.program = driver.Program(language=LANGUAGE)
        self.looked = 0

    # Helpers.

    def plan(self):
        return json.loads(driver.twf("show", self.path, "--json"))

    def log(self):
        """The subjects of the revisions, the newest first."""
        return driver.run("git", "-C", self.path, "log", "--format=%s", "main").splitlines()

    def provisions(self, section):
        return [one for one in self.plan()["provisions"] if one["section"] == section]

    def body(self, identity):
        return next(one for one in self.plan()["provisions"] if one["id"] == identity)["texts"]["ar"]

    def go_to(self, identity):
        self.program.activate("show-provision", GLib.Variant("s", identity))

    def text_view(self, number=0):
        """The form's Arabic text of that @number: the provision's own, or who is responsible."""
        return wait_for("the form", lambda: driver.text_views(self.program))[number]

    def save(self, message):
        """Saves as a person does: the button, the message, Return."""
        before = len(self.log())
        self.program.activate("save")
        entry = self.program.find(("text", "entry"), "What did you change?")
        wait_for("the message to have the keyboard", lambda: driver.has_focus_within(entry))
        self.program.type(message, entry)
        wait_for("the message", lambda: driver.text_of(entry) == message)
        self.program.keys("Return")
        wait_for("the revision", lambda: len(self.log()) == before + 1)
        assert self.log()[0] == message, self.log()

    def all_named(self):
        self.looked += driver.all_named(self.program, 6)

    # Steps.

    def imports(self):
        """The assistant reads the letter and shows its paragraphs."""
        program = self.program
        wait_for("a window", program.windows)
        self.all_named()
        program.activate("import-paths", GLib.Variant("as", [str(LETTER)]))
        program.find("push button", "Create Plan")
        wait_for("many paragraphs", lambda: len(self.rows()) > 8)
        self.all_named()

    def rows(self):
        listed = self.program.find("list", "Paragraphs of the document")
        return [node for node in driver.walk(listed) if self.is_row(node)]

    def is_row(self, node):
        return node.getRoleName() == "list item" and driver.is_on_screen(node)

    def reassigns(self):
        """One paragraph of the covering letter goes to the rationale."""
        program = self.program
        program.focus_window()
        self.moved = self.rows()[4]
        program.click_at(self.moved)
        wait_for("the paragraph to be shown", lambda: program.find_all("check box"))
        program.choose("Section", 2)

    def accepts(self):
        """One suggested repair is accepted, and the paragraph shows it."""
        program = self.program
        box = program.find_all("check box")[0]
        program.click_at(box)
        wait_for("the repair to be taken", lambda: driver.has_state(box, pyatspi.STATE_CHECKED))

    def creates(self):
        program = self.program
        entry = program.find(("text", "entry"), "Keep the plan as")
        driver.set_text(entry, str(self.path))
        program.click("Create Plan")
        wait_for("the plan to open", lambda: program.is_enabled("add-provision"))
        assert self.log(), "no revision"
        assert len(self.provisions("objectives")) >= 5, self.provisions("objectives")
        assert len(self.provisions("principles")) >= 4, self.provisions("principles")
        title = self.plan()["title"]["ar"]
        wait_for("the plan's title over the window", lambda: program.title() == title)
        self.all_named()

    def edits(self):
        """An objective is edited in Arabic by keyboard."""
        program = self.program
        self.objective = self.provisions("objectives")[1]["id"]
        self.first = self.body(self.objective)
        self.go_to(self.objective)
        view = self.text_view()
        wait_for("the objective in the form", lambda: driver.shown(view) == self.first)
        program.focus_window()
        program.click_into(view)
        program.keys("ctrl+End")
        program.type(" " + ADDED, view)
        wait_for("the words typed", lambda: driver.shown(view) == f"{self.first} {ADDED}")
        assert self.body(self.objective) == self.first, "stored before it was saved"
        self.all_named()

    def undoes(self):
        program = self.program
        view = self.text_view()
        for _ in range(20):
            if driver.shown(view) == self.first:
                break
            program.keys("ctrl+z")
        wait_for("undo", lambda: driver.shown(view) == self.first)
        while program.is_enabled("redo"):
            program.keys("ctrl+shift+z")
        wait_for("redo", lambda: driver.shown(view) == f"{self.first} {ADDED}")

    def adds(self):
        """An action with its text, the objective it serves, and who is responsible."""
        program = self.program
        before = len(self.provisions("actions"))
        program.activate("add-provision", GLib.Variant("s", "pillars"))
        view = self.text_view()
        wait_for("an empty form", lambda: driver.shown(view) == "")
        driver.set_text(view, PILLAR)
        program.activate("add-provision", GLib.Variant("s", "actions"))
        view = self.text_view()
        wait_for("an empty form", lambda: driver.shown(view) == "")
        program.focus_window()
        wait_for("the keyboard in the text", lambda: driver.has_state(view, pyatspi.STATE_FOCUSED))
        program.type(ACTION, view)
        wait_for("the action's text", lambda: driver.shown(view) == ACTION)
        driver.set_text(self.text_view(1), RESPONSIBLE)
        self.links(0, self.first)
        self.links(1, PILLAR)
        self.save("Second thoughts")
        actions = self.provisions("actions")
        assert len(actions) == before + 1, actions
        self.action = actions[-1]
        assert self.action["texts"]["ar"] == ACTION, self.action
        assert RESPONSIBLE in json.dumps(self.action, ensure_ascii=False), self.action
        assert self.objective in self.action["fields"].get("Serves", []), self.action
        pillar = self.provisions("pillars")[0]
        assert pillar["texts"]["ar"] == PILLAR and pillar["id"] in self.action["fields"]["Pillar"], self.action
        assert self.body(self.objective) == f"{self.first} {ADDED}"

    def links(self, number, text):
        """Chooses the provision with that @text in the form's list of that @number, by keyboard."""
        program = self.program
        beginning = program.say("Choose: %s").split("%s")[0]
        buttons = wait_for("what can be linked", lambda: [
            node for node in program.find_all("push button") if node.name.startswith(beginning) and driver.actions(node)
        ])
        assert len({button.name for button in buttons}) == len(buttons), [button.name for button in buttons]
        buttons[number].queryAction().doAction(0)
        box = program.find("check box", matches=lambda node: text[:12] in node.name)
        for _ in range(20):
            if driver.has_state(box, pyatspi.STATE_FOCUSED):
                break
            program.keys("Tab" if not self.in_list(box) else "Down")
        program.keys("space")
        wait_for("the link", lambda: driver.has_state(box, pyatspi.STATE_CHECKED))
        program.keys("Escape")

    def in_list(self, box):
        return driver.has_focus_within(box.parent.parent)

    def saves_again(self):
        self.go_to(self.objective)
        view = self.text_view()
        wait_for("the objective", lambda: driver.shown(view) == f"{self.first} {ADDED}")
        driver.set_text(view, f"{self.first} {SECOND}")
        self.save("Another wording")
        assert self.body(self.objective) == f"{self.first} {SECOND}"
        assert self.log()[:2] == ["Another wording", "Second thoughts"], self.log()

    def looks_back(self):
        """The history lists the revisions and shows what one changed: struck and underlined words."""
        program = self.program
        program.activate("show-page", GLib.Variant("s", "history"))
        rows = wait_for("three revisions", lambda: self.revisions() if len(self.revisions()) == 3 else None)
        program.focus_window()
        program.click_at(rows[0])
        view = program.find("text", "What this revision changed")
        wait_for("the changes", lambda: "المدني" in driver.text_of(view))
        struck, new = [], []
        for text, attributes in driver.attributes_of(view):
            if attributes.get("strikethrough") == "true":
                struck.append(text)
            if attributes.get("underline") == "double":
                new.append(text)
        assert "المدني" in " ".join(struck), (struck, driver.attributes_of(view))
        assert "المتحدة" in " ".join(new), (new, driver.attributes_of(view))
        self.all_named()

    def revisions(self):
        listed = self.program.find_all("list", "Revisions")
        return [node for node in driver.walk(listed[0]) if self.is_row(node)] if listed else []

    def restores(self):
        """The first revision comes back after a question, is undone, and comes back again."""
        program = self.program
        program.click_at(self.revisions()[-1])
        for again in (False, True):
            program.click("Restore…")
            program.answer()
            wait_for("the state before", lambda: program.is_enabled("undo"))
            if not again:
                program.activate("undo")
        self.go_to(self.objective)
        view = self.text_view()
        wait_for("the first wording", lambda: driver.shown(view) == self.first)
        self.save("As it was")
        assert self.body(self.objective) == self.first
        assert not [one for one in self.plan()["provisions"] if one["id"] == self.action["id"]]
        assert len(self.log()) == 4, self.log()

    def exports(self):
        program = self.program
        for kind, name in ((1, "plan.html"), (2, "plan.pdf")):
            program.activate("export")
            entry = program.find(("text", "entry"), "File")
            self.all_named()
            program.focus_window()
            program.choose("Kind of document", kind)
            driver.set_text(entry, str(self.folder / name))
            window = program.x_window_of(program.windows()[-1])
            program.click("Export")
            wait_for(name, lambda: (self.folder / name).exists() and (self.folder / name).stat().st_size)
            # Asked of the display: GTK 4.8 ends when a window is looked at through AT-SPI while it goes.
            wait_for("the dialog to go", lambda: window not in program.x_windows())
        html = (self.folder / "plan.html").read_text(encoding="utf-8")
        assert 'dir="rtl"' in html and 'lang="ar"' in html, html[:300]
        assert self.first.split()[0] in html
        said = subprocess.run(
            ["pdftotext", self.folder / "plan.pdf", "-"], capture_output=True, text=True, check=True
        ).stdout
        assert self.first.split()[0] in said, said[:500]

    def ends(self):
        """The program leaves without complaint, and git finds nothing wrong."""
        assert self.program.quit() == 0
        driver.run("git", "-C", self.path, "fsck", "--strict")
        print(f"# {self.looked} controls looked at, each has a name")


def main():
    if not LETTER.is_file():
        driver.skip("the letter is not among the material ($TAWAFUQ_MATERIAL)")
    with tempfile.TemporaryDirectory() as folder:
        here = Round(folder)
        steps = [
            ("the letter is read, and its paragraphs are shown", here.imports),
            ("a paragraph is given to another section", here.reassigns),
            ("a suggested repair is accepted", here.accepts),
            ("the plan is created and opens", here.creates),
            ("an objective is edited in Arabic by keyboard", here.edits),
            ("what was typed is undone and done again", here.undoes),
            ("an action is added with what it serves and who is responsible", here.adds),
            ("a second revision is saved", here.saves_again),
            ("the history shows struck and new words", here.looks_back),
            ("an older revision is restored, undone, restored and saved", here.restores),
            ("the plan is exported as a page and as PDF", here.exports),
            ("the program ends, and the repository is whole", here.ends),
        ]
        try:
            return driver.perform(f"letter-{LANGUAGE}", steps)
        finally:
            here.program.end()


sys.exit(main())
