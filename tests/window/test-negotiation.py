#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A whole negotiation, played in the real window by keyboard and accessibility: five delegations send twenty changes and
ask for ten more in the room; two compromises, a condition that comes true, a package, agreement, a reopening and an
issued Rev.1, with every change accounted for. Then the same with twf, on a copy of the plan as it was: what stands in
the end is the same, byte for byte, but for the moments at which it was agreed.

Usage: test-negotiation.py LANGUAGE   (of the interface and of the plan)
"""

import json
import pathlib
import re
import shutil
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
DELEGATIONS = {"EG": "مصر", "JO": "الأردن", "KE": "كينيا", "MA": "المغرب", "UY": "أوروغواي"}
CODES = list(DELEGATIONS)
TEXT = "تتخذ الدول الإجراء رقم {} كل سنة لصالح المدارس."
# What delegations write in their own drafts, two changes each of them, and what they ask for in the room.
SOONER = ("كل سنة", "كل ستة أشهر")
WIDER = ("المدارس", "المدارس والجامعات")
ROOM = ("تتخذ الدول", "تتخذ جميع الدول")
MET = " وتُبلغ عنه."
LATER = ("لصالح", "من أجل")
PACKAGE = "التمويل"
FIRST, SECOND = "A/AC.300/L.1", "A/AC.300/L.1/Rev.1"
WHEN = "2026-11-20 17:00"
COUNT = 10
# Of the provisions, by what becomes of them.
COMPROMISES, FIRES, FALLS, MIXED, ALL, AGREED = (0, 1), 3, 2, 4, (5, 6, 7), (3, 5, 6)
MOMENT = re.compile(rb"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z")


def change(text, pair):
    assert pair[0] in text, (text, pair)
    return text.replace(*pair, 1)


def asked_in_room(index):
    """Who asks for a change of that provision in the room."""
    return CODES[(index // 2 + 2) % len(CODES)]


def plain(name):
    return re.sub("[\u2066-\u2069\u200e\u200f]", "", name or "")


class Plan:
    """A plan as the commands see it."""

    def __init__(self, path):
        self.path = path

    def json(self, *words):
        return json.loads(driver.twf(words[0], self.path, *words[1:], "--json"))

    def ids(self):
        return [one["id"] for one in self.json("show")["provisions"]]

    def proposals(self, provision):
        return [one for one in self.json("proposals")["proposals"] if one["provision"] == provision]

    def find(self, provision, pair):
        """The open proposal that makes of @pair's first words the second."""
        return next(one for one in self.proposals(provision)
                    if one["state"] == "open" and pair[1] in one["texts"].get(LANGUAGE, ""))

    def tree(self):
        """Every file of the rolling text, moments left out."""
        names = driver.run("git", "-C", self.path, "ls-tree", "-r", "--name-only", "main").splitlines()
        files = {name: driver.run("git", "-C", self.path, "show", f"main:{name}").encode() for name in names}
        return {name: MOMENT.sub(b"MOMENT", content) for name, content in files.items()}


class Commands(Plan):
    """The negotiation with twf."""

    def do(self, *words):
        return driver.twf(words[0], self.path, *words[1:]).strip()

    def merges(self):
        """Something is left to be decided: it ends with 1, and is looked at by who asks for it."""
        driver.run(driver.BUILD / "app" / "cli" / "twf", "merge", self.path, *CODES, check=False)

    def proposes(self, provision, text, code):
        self.do("propose", provision, "--as", code, "--branch", "main", "--language", LANGUAGE, "--text", text)

    def meets(self, provision, text):
        taken = [word for one in self.proposals(provision) for word in ("--compromise", one["id"])]
        self.do("propose", *taken, "--language", LANGUAGE, "--text", text)

    def makes_a_condition(self, provision, proposal, code, other):
        self.do("position", proposal, "--as", code, "--branch", "main", "withdraws-if", other)

    def decides(self, deed, provision, proposal):
        if deed == "withdraw":
            self.do("withdraw", proposal, "--as", self.owner(provision, proposal), "--branch", "main")
        else:
            self.do(deed, proposal)

    def owner(self, provision, proposal):
        return next(one["owners"][0] for one in self.proposals(provision) if one["id"] == proposal)

    def packs(self, provision):
        self.do("edit", provision, "--field", "Package", "--value", PACKAGE)

    def agrees(self, provision, package):
        self.do("agree", *(["--package", PACKAGE] if package else [provision]), "--level", "plenary")

    def saves(self, message):
        """Every command saves."""

    def issues(self, symbol):
        self.do("issue", symbol, "--when", WHEN.replace(" ", "T"))

    def accounts(self):
        """Every change between the two that were issued has an owner and a mandate."""
        return self.json("account", FIRST, SECOND)


class Window(Plan):
    """The negotiation in the window."""

    def __init__(self, path):
        super().__init__(path)
        self.program = driver.Program(path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("merge"))
        self.program.focus_window()
        self.window = self.program.x_windows()[-1]

    def dialog(self):
        return wait_for("the dialog", lambda: self.program.windows()[1:])[-1]

    def enters(self):
        """The window of the dialog that has come, which has the keyboard then."""
        window = self.program.x_window_of(self.dialog())
        self.program.focus_window(window)
        return window

    def leaves(self, window):
        wait_for("the dialog to go", lambda: window not in self.program.x_windows())
        self.program.focus_window(self.window)

    def merges(self):
        program = self.program
        before = self.json("log")["revisions"][0]["id"]
        program.keys("ctrl+m")
        boxes = driver.wait_for_count(
            "the contributions", len(CODES), lambda: program.find_all("check box", root=self.dialog())
        )
        window = self.enters()
        wait_for("the keyboard in the list", lambda: any(driver.has_focus_within(box) for box in boxes))
        for box in boxes:
            program.keys("space")
            wait_for("it to be chosen", lambda box=box: driver.has_state(box, driver.pyatspi.STATE_CHECKED))
            program.keys("Tab")
        program.keys("ctrl+Return")
        wait_for("what they ask for", lambda: len(program.find_all("list item", root=self.dialog())) >= 5)
        program.keys("ctrl+Return")
        wait_for("the revision", lambda: self.json("log")["revisions"][0]["id"] != before)
        self.leaves(window)

    def goes_to(self, provision, page):
        """To its form; from there the other pages are at the same place."""
        self.program.activate("show-provision", driver.GLib.Variant("s", provision))
        self.program.activate("show-page", driver.GLib.Variant("s", page))

    def view(self):
        views = [node for node in self.program.find_all("text", root=self.dialog())
                 if node.getState().contains(driver.pyatspi.STATE_MULTI_LINE)]
        return views[0] if views else None

    def proposes(self, provision, text, code):
        """Ctrl+Shift+P; the delegation is ticked in the list with the space bar."""
        program = self.program
        self.goes_to(provision, "draft")
        wait_for("the form", lambda: program.is_enabled("propose"))
        program.keys("ctrl+shift+p")
        view = wait_for("the text", self.view)
        window = self.enters()
        driver.set_text(view, text)
        name = program.say("Whose Proposal")
        opener = wait_for("the button", lambda: [
            node for node in driver.walk(self.dialog())
            if (node.name or "").startswith(name) and "click" in driver.actions(node)])[-1]
        opener.queryAction().doAction(0)
        box = wait_for("the delegation", lambda: [
            box for box in program.find_all("check box", root=self.dialog()) if DELEGATIONS[code] in box.name])[0]
        wait_for("the keyboard at it", lambda: driver.has_focus_within(box) or program.keys("Down"))
        program.keys("space")
        wait_for("it to be ticked", lambda: driver.has_state(box, driver.pyatspi.STATE_CHECKED))
        program.keys("Escape")
        wait_for("the list to close", lambda: not program.find_all("check box", root=self.dialog()))
        program.keys("ctrl+Return")
        self.leaves(window)

    def reads(self, provision):
        """On the Reading page, with what can be done below the text."""
        self.goes_to(provision, "reading")
        page = self.program.find("text", "Text of the Plan")
        wait_for("the page", lambda: page.queryText().characterCount > 0)
        return page

    def buttons(self, deed, *parts):
        begins = self.program.say(deed) + ":"
        return self.program.find_all(driver.BUTTONS, root=self.program.windows()[0], matches=lambda node: (
            (node.name or "").startswith(begins) and all(part in node.name for part in parts)))

    def meets(self, provision, text):
        program = self.program
        self.reads(provision)
        wait_for("the alternatives", lambda: self.buttons("Compromise…") or program.find_all(
            driver.BUTTONS, matches=lambda node: (node.name or "").startswith(program.say("Compromise…"))))
        program.keys("F9")
        view = wait_for("the wording", self.view)
        window = self.enters()
        boxes = driver.wait_for_count("the three", 3, lambda: program.find_all("check box", root=self.dialog()))
        is_checked = lambda box: driver.has_state(box, driver.pyatspi.STATE_CHECKED)
        for box in boxes:
            if not is_checked(box):
                program.click_at(box)
                wait_for("it to be taken up", lambda box=box: is_checked(box))
        driver.set_text(view, text)
        program.keys("ctrl+Return")
        self.leaves(window)

    def goes_down_to(self, found):
        """Arrows go from the first on, until what @found returns has the keyboard."""
        for step in range(60):
            items = wait_for("a list", found)
            if step == 0:
                self.program.keys("Home")
            if any(driver.has_focus_within(item) for item in items):
                return
            self.program.keys("Down")
        raise AssertionError("the arrows do not come to it")

    def menu_items(self, name):
        return self.program.find_all("menu item", matches=lambda node: node.name == name)

    def makes_a_condition(self, provision, proposal, code, other):
        """Position, whose, Withdraw If This Is Accepted, a proposal elsewhere, found by its words."""
        program = self.program
        self.reads(provision)
        opener = wait_for("the position", lambda: self.buttons("Position", DELEGATIONS[code]))[0]
        wait_for("the keyboard there", lambda: driver.has_focus_within(opener) or program.keys("Tab"))
        program.keys("space")
        self.goes_down_to(lambda: program.find_all(
            "list item", root=opener, matches=lambda node: DELEGATIONS[code] in (node.name or "")))
        program.keys("Return")
        for name in "Withdraw If This Is Accepted", "A Proposal Elsewhere…":
            self.goes_down_to(lambda name=name: self.menu_items(program.say(name)))
            program.keys("Return")
        dialog = self.dialog()
        window = self.enters()
        parts = f" {FIRES + 1} ", DELEGATIONS[asked_in_room(FIRES)]
        self.goes_down_to(lambda: program.find_all(
            "list item", root=dialog, matches=lambda node: all(part in plain(node.name) for part in parts)))
        program.keys("Return")
        self.leaves(window)

    def decides(self, deed, provision, proposal):
        label = {"accept": "Accept", "park": "Park", "reject": "Reject", "withdraw": "Withdraw"}[deed]
        owners = next(one["owners"] for one in self.known if one["id"] == proposal)
        self.reads(provision)
        found = lambda: self.buttons(label, *(DELEGATIONS[code] for code in owners))
        wait_for(f"the button to {deed}", found)[0].queryAction().doAction(0)
        wait_for("it to be done", lambda: not found())

    def packs(self, provision):
        program = self.program
        self.reads(provision)
        packages = lambda: program.find_all("check box", matches=lambda node: node.name == PACKAGE)
        program.click("Package")
        try:
            check = wait_for("the packages", packages, 5)[0]
        except driver.Vain:
            # The list of a button at the edge, which only accessibility can press there, was seen not to come up.
            program.click("Package")
            check = wait_for("the packages", packages)[0]
        wait_for("the keyboard there", lambda: driver.has_focus_within(check))
        program.keys("space")
        wait_for("it to be ticked", lambda: driver.has_state(check, driver.pyatspi.STATE_CHECKED))
        program.keys("Escape")

    def agrees(self, provision, package):
        program = self.program
        self.reads(provision)
        opener = program.find(driver.BUTTONS, "Agree", matches=lambda node: "click" in driver.actions(node))
        opener.queryAction().doAction(0)
        if package:
            self.goes_down_to(lambda: self.menu_items(program.say("All of the Package “%s”") % f"\u2068{PACKAGE}\u2069"))
            program.keys("Return")
        self.goes_down_to(lambda: self.menu_items(program.say("In Plenary")))
        program.keys("Return")
        begins = program.say("Agreed in plenary, %s").split("%s")[0].strip(" ،,")
        wait_for("the agreement", lambda: program.find_all("label", matches=lambda node: begins in (node.name or "")))

    def saves(self, message):
        self.program.activate("save-revision", driver.GLib.Variant("s", message))
        said = ("git", "-C", self.path, "log", "-1", "--format=%s", "main")
        wait_for("the revision", lambda: driver.run(*said).strip() == message)
        self.known = self.json("proposals")["proposals"]

    def issues(self, symbol):
        program = self.program
        program.activate("issue")
        dialog = self.dialog()
        for name, text in (("Symbol of the document", symbol), ("Date and time it bears", WHEN)):
            driver.set_text(program.find("text", name, root=dialog), text)
        button = program.find("push button", "Issue", root=dialog)
        wait_for("the button", lambda: driver.has_state(button, driver.pyatspi.STATE_SENSITIVE))
        window = self.enters()
        program.keys("Return")
        self.leaves(window)

    def accounts(self):
        program = self.program
        program.activate("account")
        dialog = self.dialog()
        window = self.enters()
        said = program.translation.ngettext("%s unaccounted change", "%s unaccounted changes", 0) % "0"
        wait_for("the account", lambda: any(plain(node.name) == said for node in driver.walk(dialog)))
        driver.picture(f"negotiation-account-{LANGUAGE}")
        program.keys("Escape")
        self.leaves(window)


class Negotiation:
    """What is done, whoever does it."""

    def __init__(self, desk):
        self.desk = desk
        self.ids = desk.ids()

    def contributes(self):
        """What is issued first is what they were sent."""
        self.desk.issues(FIRST)
        self.desk.merges()
        assert len(self.desk.json("proposals")["proposals"]) == 2 * COUNT

    def asks(self):
        """Each delegation asks for two more in the room."""
        for index, provision in enumerate(self.ids):
            self.desk.proposes(provision, change(TEXT.format(index), ROOM), asked_in_room(index))
        self.desk.saves("First reading")
        proposals = self.desk.json("proposals")["proposals"]
        assert len(proposals) == 3 * COUNT and len({one["owners"][0] for one in proposals}) == len(CODES)

    def meets(self):
        """Two compromises, each of three, and a condition."""
        desk = self.desk
        for index in COMPROMISES:
            text = change(change(change(TEXT.format(index), SOONER), WIDER), ROOM) + MET
            desk.meets(self.ids[index], text)
        falls = desk.find(self.ids[FALLS], SOONER)
        fires = desk.find(self.ids[FIRES], ROOM)
        desk.makes_a_condition(self.ids[FALLS], falls["id"], falls["owners"][0], fires["id"])
        desk.saves("Compromises")
        for index in COMPROMISES:
            states = [one["state"] for one in desk.proposals(self.ids[index])]
            assert sorted(states) == ["open"] + ["withdrawn"] * 3, states

    def decide(self, deed, index, pair):
        self.desk.decides(deed, self.ids[index], self.found[index, pair])

    def decides(self):
        desk = self.desk
        self.found = {(index, pair): desk.find(self.ids[index], pair)["id"]
                      for index in (FALLS, FIRES, MIXED, *ALL) for pair in (SOONER, WIDER, ROOM)}
        compromises = {index: next(one["id"] for one in desk.proposals(self.ids[index]) if one["state"] == "open")
                       for index in COMPROMISES}
        for index in COMPROMISES:
            desk.decides("accept", self.ids[index], compromises[index])
        for index in (FIRES, *ALL):
            for pair in (SOONER, WIDER, ROOM):
                self.decide("accept", index, pair)
        for deed, pair in (("reject", SOONER), ("park", WIDER), ("withdraw", ROOM)):
            self.decide(deed, MIXED, pair)
        desk.saves("Second reading")
        states = {one["id"]: one["state"] for one in desk.json("proposals")["proposals"]}
        assert states[self.found[FALLS, SOONER]] == "withdrawn", states
        assert [states[self.found[MIXED, pair]] for pair in (SOONER, WIDER, ROOM)] == [
            "rejected", "parked", "withdrawn"], states

    def agreement(self, index):
        return self.desk.json("show", self.ids[index])["agreement"]["state"]

    def agrees(self):
        """Two provisions as a package, one by itself."""
        desk = self.desk
        desk.packs(self.ids[AGREED[1]])
        desk.agrees(self.ids[AGREED[0]], True)
        desk.agrees(self.ids[AGREED[2]], False)
        desk.saves("Agreed")
        assert [self.agreement(index) for index in AGREED] == ["agreed"] * 3

    def reopens(self):
        """Another wording of what was agreed is accepted; it is agreed again, and issued again."""
        desk, index = self.desk, AGREED[2]
        text = desk.json("show", self.ids[index])["texts"][LANGUAGE]
        desk.proposes(self.ids[index], change(text, LATER), CODES[-1])
        desk.saves("Asked for late")
        desk.decides("accept", self.ids[index], desk.find(self.ids[index], LATER)["id"])
        desk.saves("Reopened")
        assert self.agreement(index) == "reopened"
        desk.agrees(self.ids[index], False)
        desk.saves("Agreed again")
        assert self.agreement(index) == "agreed"
        desk.issues(SECOND)

    def accounts(self):
        self.desk.accounts()
        told = self.desk.json("account", FIRST, SECOND)
        assert told["unaccounted"] == 0 and told["counts"]["inserted-words"] > 2 * COUNT, told["counts"]


def prepare(path):
    driver.twf("new", path, "--template", "blank", "--title", "خطة عمل", "--language", LANGUAGE)
    edits = [{"op": "delegation", "code": code, "fields": {"Name": [f"ar {name}"]}}
             for code, name in DELEGATIONS.items()]
    edits += [{"op": "add", "section": "actions", "texts": {LANGUAGE: TEXT.format(index)},
               "fields": {"Package": [PACKAGE]} if index == FIRES else {}} for index in range(COUNT)]
    file = path.parent / "edits.json"
    file.write_text(json.dumps({"edits": edits}))
    driver.twf("apply", path, file)
    ids = Plan(path).ids()
    for number, code in enumerate(CODES):
        file.write_text(json.dumps({"edits": [
            {"op": "edit", "id": ids[index % COUNT], "texts": {LANGUAGE: change(TEXT.format(index % COUNT), pair)}}
            for index, pair in ((2 * number, SOONER), (2 * number + 1, SOONER), (2 * number + 2, WIDER),
                                (2 * number + 3, WIDER))]}))
        driver.twf("apply", path, file, "--as", code)


class Both:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.copy = pathlib.Path(folder, "copy.twf")
        self.window = None

    def opens(self):
        prepare(self.path)
        shutil.copytree(self.path, self.copy)
        self.window = Window(self.path)
        self.played = Negotiation(self.window)

    def plays_again(self):
        """The same with twf; the same stands in the end."""
        again = Negotiation(Commands(self.copy))
        for step in (again.contributes, again.asks, again.meets, again.decides, again.agrees, again.reopens,
                     again.accounts):
            step()
        one, other = self.window.tree(), again.desk.tree()
        assert one.keys() == other.keys(), one.keys() ^ other.keys()
        differing = [name for name in one if one[name] != other[name]]
        assert not differing, [(name, one[name], other[name]) for name in differing]

    def ends(self):
        assert self.window.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Both(folder)
        step = lambda name: lambda: getattr(here.played, name)()
        steps = [
            ("a plan and five drafts are opened", here.opens),
            ("what is issued draws twenty changes, merged as proposals", step("contributes")),
            ("ten more are asked for in the room", step("asks")),
            ("two compromises and a condition", step("meets")),
            ("proposals are accepted, rejected, parked, withdrawn; the condition comes true", step("decides")),
            ("a package is agreed, and one by itself", step("agrees")),
            ("one is reopened, agreed again, and Rev.1 issued", step("reopens")),
            ("every change is accounted for", step("accounts")),
            ("the same with twf leaves the same", here.plays_again),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"negotiation-{LANGUAGE}", steps)
        finally:
            if here.window is not None:
                here.window.program.end()


sys.exit(main())
