# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Every page and dialog of the window, and how a person comes to it: for pictures of all of them (tests/screenshots) and for
what must hold of each (test-bidi.py). tests/lint/check-pictures.py wants every window and page among them."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import driver
from driver import BUILD, GLib, wait_for

SOURCE = driver.SOURCE
sys.path.insert(0, str(SOURCE / "tests" / "bidi"))
import golden  # noqa: E402

SETTINGS = "/org/tawafuq/Tawafuq"
# Keys of the merge window: all contributions are chosen and shown; some are decided, one is shown whole.
REVIEW = ["space", "Tab", "space", "ctrl+Return"]
CHANGE = ["Home", "1", "Down", "3", "Down", "Return"]


def sample(folder):
    """The sample plan with a few revisions; its path and the ids that pages are about."""
    path = pathlib.Path(folder, "sample.twf")
    shutil.rmtree(path, ignore_errors=True)
    subprocess.run([SOURCE / "data" / "sample" / "make", path], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, "PATH": f"{BUILD / 'app' / 'cli'}:{os.environ['PATH']}"})
    shown = json.loads(driver.twf("show", path, "--json"))["provisions"]
    ids = {}
    for provision in shown:
        ids.setdefault(provision["section"], provision["id"])
    proposals = json.loads(driver.twf("proposals", path, "--json"))["proposals"]
    ids["proposed"] = next(one["provision"] for one in proposals if one.get("provision"))
    # Two more about the same words, in one language, so that there is something to find a compromise of.
    for code, text in ("UY", "No village goes without water."), ("KE", "No village is left without water."):
        driver.twf("propose", path, ids["proposed"], "--language", "en", "--text", text, "--as", code, "--branch", "main")
    # And one elsewhere of each, on which the other may depend.
    elsewhere = [one["id"] for one in shown if one["section"] == "rationale"][1]
    for code in ("EG", "JO", "KE", "UY"):
        driver.twf("propose", path, elsewhere, "--language", "en", "--text", f"Words of {code} about the reasons.",
                   "--as", code, "--branch", "main")
    later = [("KE", "principles", "Water that is safe belongs to every school, wherever it lies."),
             ("JO", "actions", "Publish once a year, in each district, which wells were tested and what was found.")]
    for number, (code, section, text) in enumerate(later):
        driver.twf("edit", path, ids[section], "--language", "en", "--text", text, "-m", "As the capital asks")
        if number == 0:
            driver.twf("issue", path, "A/C.2/64/L.1")
    return path, ids


def speak(path, ids):
    """Puts golden texts where the sample's stood, in both languages, so that each corner shows what is hard to order."""
    order = [section for section in ids if section != "proposed"]
    for section, (arabic, _), (english, _) in zip(order, golden.of("ar")[1:], golden.of("en")[1:]):
        for language, text in (("ar", arabic), ("en", english)):
            driver.twf("edit", path, ids[section], "--language", language, "--text", text, "-m", "Golden texts")


class Walk:
    """The program on a plan, and the way from page to page."""

    def __init__(self, path, ids, language, size=(1280, 800), **more):
        self.path, self.ids, self.language, self.size, self.more = path, ids, language, size, more
        self.start()

    def start(self):
        language = self.language
        self.program = driver.Program(self.path, language=language, **self.more)
        wait_for("the plan to open", lambda: self.program.is_enabled("merge"))
        # The sample is in two languages; the interface may speak others.
        self.program.activate("language", GLib.Variant("s", "ar" if language == "ar" else "en"))
        self.program.activate("second-language", GLib.Variant("s", "en" if language == "ar" else "ar"))
        # The toolkit has a window of its own beside the one that is seen.
        self.own = set(self.program.x_windows())
        self.resize(self.program.x_window_of(self.top()))

    def resize(self, window):
        driver.run("xdotool", "windowmove", window, 0, 0, "windowsize", "--sync", window, *self.size, check=False)

    def top(self):
        return self.program.windows()[-1]

    def act(self, action, parameter=None, path=None):
        words = {"path": path} if path else {}
        self.program.activate(action, GLib.Variant("s", parameter) if isinstance(parameter, str) else parameter, **words)

    def show(self, page):
        self.act("show-page", page)

    def provision(self, place):
        self.show("draft")
        self.act("show-provision", self.ids.get(place, place))
        if self.size[0] < 500:
            # On a narrow screen the outline and the page take turns.
            self.act("show-page", "draft")

    def dialog(self, action, parameter=None, path=None):
        """A window more than there was."""
        before = len(self.program.windows())
        self.act(action, parameter, path)
        self.comes(before)

    def comes(self, before):
        wait_for("a dialog", lambda: len(self.program.windows()) > before)
        wait_for("its window", lambda: len(self.program.x_windows()) > before)
        if self.size[0] < 500:
            # What a window manager does with a dialog on a narrow screen.
            wait_for("it to be narrow", lambda: self.program.narrow(self.top(), *self.size))
        window = self.program.x_window_of(self.top())
        driver.run("xdotool", "windowmove", window, 0, 0)
        self.program.focus_window(window)

    def press(self, label, dialog=True, root=None):
        """A button of the newest window, by its English label or the beginning of its name."""
        said, before = self.program.say(label), len(self.program.windows())
        root = root or self.top()

        def buttons():
            found = [node for node in self.program.find_all(driver.BUTTONS, root=root)
                     if node.name.startswith(said) and "click" in driver.actions(node)]
            return found

        button = wait_for(f"the button {label}", buttons)[0]
        button.queryAction().doAction(driver.actions(button).index("click"))
        if dialog:
            self.comes(before)

    def opens(self, label, root=None):
        """A menu button: what it opens has no window among the program's, it is a popover."""
        before = len(self.program.x_windows())
        said = self.program.say(label)
        button = wait_for(f"the button {label}", lambda: [
            node for node in self.program.find_all(driver.BUTTONS, root=root or self.top())
            if "click" in driver.actions(node)
            and any(said in (one.name or "") for one in driver.walk(node))])[0]
        button.queryAction().doAction(0)
        wait_for("a popover", lambda: len(self.program.x_windows()) > before)

    def leaves(self):
        """Closes what is open; the program is started anew where Escape does not do it."""
        for _ in range(4):
            others = [window for window in self.program.x_windows() if window not in self.own]
            if not others:
                return
            self.program.focus_window(others[-1])
            self.program.keys("Escape")
            try:
                wait_for("it to close", lambda: others[-1] not in self.program.x_windows(), 1.5)
            except driver.Vain:
                break
        self.end()
        self.start()

    def end(self):
        self.program.end()


def review(walk, *keys):
    walk.dialog("merge")
    wait_for("the contributions", lambda: walk.program.find_all("list item", root=walk.top())
             or walk.program.find_all("check box", root=walk.top()))
    for key in keys:
        walk.program.keys(key)


def imports(walk):
    file = pathlib.Path(walk.path).parent / "letter.txt"
    lines = ["Plan of action", "", "Objectives", "", "1. " + golden.of("en")[0][0], "", "2. " + golden.of("en")[1][0]]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    walk.dialog("import-paths", GLib.Variant("as", [str(file)]))


def sponsors(walk):
    walk.provision("sponsors")
    walk.press("Add Sponsor…")


def registers(walk):
    walk.dialog("register")
    walk.press("Register…")


def new_delegation(walk):
    walk.dialog("delegations")
    walk.press("Add…")


def proposed(walk, label, dialog=True):
    walk.provision("proposed")
    walk.press(label, dialog)


def condition(walk):
    """Position, its owner, Withdraw If This Is Accepted, a proposal elsewhere."""
    walk.provision("proposed")
    program = walk.program
    walk.opens("Position")
    # Proposals stand in the order of their ids, which are drawn by lot.
    rows = [node.name for node in program.find_all(driver.BUTTONS) if node.name.startswith(program.say("Position") + ":")]
    owner = re.search("\u2068(.+?)\u2069", rows[0])[1]
    wait_for("the delegations", lambda: program.find_all("list item", matches=lambda node: owner in (node.name or "")))
    for _ in range(20):
        if any(driver.has_focus_within(item) for item in program.find_all(
                "list item", matches=lambda node: owner in (node.name or ""))):
            break
        program.keys("Down")
    program.keys("Return")
    before = len(program.windows())
    for name in "Withdraw If This Is Accepted", "A Proposal Elsewhere…":
        said = program.say(name)
        item = wait_for(name, lambda said=said: program.find_all("menu item", matches=lambda node: node.name == said))[0]
        item.queryAction().doAction(0)
    walk.comes(before)


def unsaved(walk):
    walk.act("add-provision", "objectives")
    walk.dialog("send", "EG")


def welcome(walk):
    walk.act("close-plan")
    wait_for("the choice of a plan", lambda: not walk.program.is_enabled("merge"))


# name -> (templates that are seen, the way there). The last leave the plan.
PAGES = {
    "draft": (["TwfWindow", "TwfWorkspace", "TwfOutline", "TwfOutlineRow", "TwfFormPage", "TwfProvisionForm", "TwfTextField"],
              lambda walk: walk.provision("objectives")),
    "draft-action": ([], lambda walk: walk.provision("actions")),
    "draft-proposed": ([], lambda walk: walk.provision("proposed")),
    "draft-details": (["TwfPlanForm"], lambda walk: walk.provision("details")),
    "draft-sponsors": ([], lambda walk: walk.provision("sponsors")),
    "draft-section": ([], lambda walk: walk.provision("section:objectives")),
    "reading": (["TwfReadingPage"], lambda walk: walk.show("reading")),
    "history": (["TwfHistoryPage", "TwfChangesView"], lambda walk: walk.show("history")),
    "history-filters": (["TwfHistoryFilters"], lambda walk: (walk.show("history"), walk.act("filter-history"))),
    "history-owners": (["TwfOwnersView"], lambda walk: (walk.provision("objectives"), walk.dialog("owners"))),
    "inbox": (["TwfInboxPage", "TwfInboxRow"], lambda walk: walk.show("inbox")),
    "overview": (["TwfOverviewPage", "TwfCourseView", "TwfFigureList"], lambda walk: walk.show("overview")),
    "room": (["TwfRoomWindow"], lambda walk: walk.dialog("room")),
    "import": (["TwfImportWindow"], lambda walk: walk.dialog("import")),
    "import-review": (["TwfDraftReview"], imports),
    "export": (["TwfExportWindow"], lambda walk: walk.dialog("export")),
    "compare": (["TwfCompareWindow"], lambda walk: (walk.dialog("compare"), walk.program.keys("F7"))),
    "merge": (["TwfMergeWindow", "TwfBranchChooser"], lambda walk: review(walk)),
    "merge-review": (["TwfMergeReview", "TwfRequestRow"], lambda walk: review(walk, *REVIEW)),
    "merge-change": (["TwfRequestView"], lambda walk: review(walk, *REVIEW, *CHANGE)),
    "propose": (["TwfProposeWindow"], lambda walk: (walk.provision("objectives"), walk.dialog("propose"))),
    "compromise": (["TwfCompromiseWindow"], lambda walk: proposed(walk, "Compromise…")),
    "statement": (["TwfStatementWindow"], lambda walk: proposed(walk, "State a Reservation…")),
    "condition": (["TwfConditionWindow"], condition),
    "delegations": (["TwfDelegationsWindow", "TwfDelegationList"], lambda walk: walk.dialog("delegations")),
    "delegation": (["TwfDelegationDialog"], new_delegation),
    "sponsor": (["TwfSponsorDialog"], sponsors),
    "wordings": (["TwfWordingsWindow"], lambda walk: (walk.provision("objectives"), walk.dialog("wordings"))),
    "translations": (["TwfTranslationsWindow"], lambda walk: walk.dialog("translations")),
    "replace": (["TwfReplaceWindow"], lambda walk: walk.dialog("replace")),
    "agreed": (["TwfAgreedWindow"], lambda walk: walk.dialog("agreed")),
    "words": (["TwfWordsWindow"], lambda walk: walk.dialog("words")),
    "procedure": (["TwfProcedureWindow"], lambda walk: walk.dialog("procedure")),
    "issue": (["TwfIssueWindow"], lambda walk: walk.dialog("issue")),
    "account": (["TwfAccountWindow"], lambda walk: walk.dialog("account")),
    "send": (["TwfSendWindow"], lambda walk: walk.dialog("send", "EG")),
    "send-unsaved": (["TwfUnsavedNote"], unsaved),
    "join": (["TwfJoinWindow"], lambda walk: walk.dialog("join")),
    "register": (["TwfRegisterWindow", "TwfRegisterRow"], lambda walk: walk.dialog("register")),
    "add-key": (["TwfAddKey"], registers),
    "sync-place": (["TwfSyncPlace", "TwfSyncBar"], lambda walk: walk.dialog("sync-place")),
    "save": (["TwfSavePopover"], lambda walk: walk.act("save")),
    "links": (["TwfLinkPopover"], lambda walk: (walk.provision("objectives"), walk.opens("Choose…"))),
    "preferences": (["TwfPreferences", "TwfKeyGroup"], lambda walk: walk.dialog("preferences", path=SETTINGS)),
    "shortcuts": ([], lambda walk: walk.dialog("show-help-overlay")),
    "about": ([], lambda walk: walk.dialog("about", path=SETTINGS)),
    "new-plan": (["TwfNewPlan"], lambda walk: walk.dialog("new-plan")),
    "welcome": (["TwfWelcome"], welcome),
}
