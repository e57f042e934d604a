#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A translator's day by keyboard and accessibility: the list of what is to be done, three languages beside each
other, what changed in the source, marking and dismissing, and that twf says the same.

Usage: test-translations.py LANGUAGE   (of the interface)
"""

import json
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
ARABIC = "تكفل الدول الماء المأمون في كل مدرسة ابتدائية بحلول عام 2032، وتقدم إليها ما يلزم من مساعدة."
NEWER = ARABIC.replace("2032", "2030").replace("ابتدائية ", "")
ENGLISH = "States shall ensure safe water in every primary school by 2032, and give it the help that it needs."
FRENCH = "Les États garantissent l’eau salubre dans chaque école primaire d’ici à 2032."
OTHER = "تحمي الدول الينابيع والآبار."
THIRD = "تجتمع الدول كل سنة."


def plain(text):
    return text.replace("\u2068", "").replace("\u2069", "")


class Translations:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def edit(self, id_, language, text):
        driver.twf("edit", self.path, id_, "--language", language, "--text", text)

    def opens(self):
        """The Arabic source went on; Canada had translated the English from it, the French stands as it was."""
        driver.twf("new", self.path, "--template", "blank", "--title", "خطة", "--language", "ar", "--language", "en",
                   "--language", "fr")
        made = pathlib.Path(self.path.parent, "edits.json")
        made.write_text(json.dumps({"edits": [{"op": "delegation", "code": "CA"}]}))
        driver.twf("apply", self.path, made)
        add = ["add", self.path, "--section", "objectives", "--language", "ar", "--text"]
        self.first, self.second = (driver.twf(*add, text).strip() for text in (ARABIC, OTHER))
        self.edit(self.first, "en", ENGLISH)
        self.edit(self.first, "fr", FRENCH)
        driver.twf("translated", self.path, self.first, "--language", "en", "--as", "CA", "--branch", "main")
        self.edit(self.first, "ar", NEWER)
        self.third = driver.twf(*add, THIRD).strip()
        self.edit(self.third, "en", "States shall meet every year.")
        driver.twf("propose", self.path, self.third, "--language", "ar", "--text", THIRD.replace("سنة", "سنتين"), "--as",
                   "CA", "--branch", "main")
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("export"))
        self.program.focus_window()

    def work(self, language):
        told = json.loads(driver.twf("translations", self.path, "--language", language, "--json"))
        return {item["id"]: item["state"] for item in told["translations"]}

    def labels(self, words):
        """Labels that say so, whatever stands round it."""
        return [node for node in self.program.find_all("label") if words in plain(node.name or "")]

    def list_says_what_is_to_be_done(self):
        self.program.activate("translations-into", driver.GLib.Variant("s", "en"))
        stale, missing = (self.program.say(words) for words in ("The source changed since", "Not translated"))

        counted = {"en": "2 words", "ar": "كلمتان"}[LANGUAGE]

        def rows():
            return [plain(node.name or "") for node in self.program.find_all("list item")
                    if stale in (node.name or "") or missing in (node.name or "")]
        found = wait_for("both texts with what changed", lambda: rows() if len(rows()) == 2 and counted in rows()[0] else None)
        assert stale in found[0] and missing in found[1], found
        driver.picture(f"translations-list-{LANGUAGE}")

    def enter_goes_to_the_text(self):
        """With its source beside it, what changed under the source, and who translated it under the text."""
        self.program.keys("Return")
        wait_for("what changed since", lambda: self.labels(
            {"en": "Changed since it was translated into English: 2 words",
             "ar": "تغيّرت منذ ترجمته إلى الإنجليزية كلمتان"}[LANGUAGE]))
        wait_for("the translator", lambda: self.labels("Canada" if LANGUAGE == "en" else "كندا"))
        wait_for("the three languages", lambda: len(driver.text_views(self.program)) >= 3)
        driver.picture(f"translations-form-{LANGUAGE}")

    def marking_and_dismissing(self):
        """By keys; each is one step back. What was marked without a word changed is told, dismissed it is not."""
        self.program.activate("not-affected")
        self.program.activate("save-revision", driver.GLib.Variant("s", "Dismissed"))
        wait_for("the dismissal in history", lambda: self.first not in self.work("en"))
        self.program.activate("undo")
        self.program.activate("mark-translated")
        self.program.activate("save-revision", driver.GLib.Variant("s", "Marked"))
        wait_for("the mark without work", lambda: self.work("en").get(self.first) == "unworked")
        wait_for("it to be told", lambda: self.labels(
            self.program.say("Marked as translated by %s, though not a word changed since the source did")
            .split("%s")[0].strip()))
        driver.picture(f"translations-unworked-{LANGUAGE}")

    def next_of_what_is_to_be_done(self):
        self.program.keys("F4")
        number = wait_for("the second to be shown", lambda: [
            node for node in driver.text_views(self.program) if OTHER in driver.text_of(node)])
        assert number
        self.program.keys("shift+F4")
        wait_for("the first again", lambda: [
            node for node in driver.text_views(self.program) if NEWER in driver.text_of(node)])

    def what_is_accepted_is_to_be_translated(self):
        """In one language, so the others are behind once it is saved, and the form says so."""
        assert self.third not in self.work("en")
        self.program.activate("show-provision", driver.GLib.Variant("s", self.third))
        begins = self.program.say("Accept") + ":"
        button = wait_for("the proposal to be offered", lambda: next((node for node in self.program.find_all(
            "push button") if (node.name or "").startswith(begins)), None))
        button.queryAction().doAction(0)
        wait_for("its words in the text", lambda: [
            view for view in driver.text_views(self.program) if "سنتين" in driver.text_of(view)])
        self.program.activate("save-revision", driver.GLib.Variant("s", "Accepted"))
        wait_for("the translation to be behind", lambda: self.work("en").get(self.third) == "stale")
        wait_for("the form to say so", lambda: self.labels(
            self.program.say("The source changed since this was written")))

    def fits_a_telephone(self):
        wait_for("a narrow window", lambda: self.program.narrow(self.program.windows()[0]))
        wait_for("one text under the other", lambda: all(
            driver.extents(view).width <= 360 for view in driver.text_views(self.program)))
        driver.picture(f"translations-narrow-{LANGUAGE}")

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Translations(folder)
        steps = [
            ("a plan whose source went on is opened", here.opens),
            ("the list says what is to be done, and how much", here.list_says_what_is_to_be_done),
            ("Enter goes to the text, with what changed under its source", here.enter_goes_to_the_text),
            ("marking and dismissing are steps that can be taken back", here.marking_and_dismissing),
            ("F4 goes from one to the next", here.next_of_what_is_to_be_done),
            ("what is accepted makes the other languages stale", here.what_is_accepted_is_to_be_translated),
            ("it fits a telephone", here.fits_a_telephone),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"translations-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
