#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Agreed language is found and put into the text in both languages, and words are replaced everywhere, by the keyboard.

Usage: test-agreed.py LANGUAGE   (of the interface)
"""

import json
import os
import pathlib
import sys
import tempfile

import driver
from driver import wait_for

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
import akn  # noqa: E402

LANGUAGE = sys.argv[1]
BAD = ("This is not a regular expression: it cannot be read at character %d. A bracket or sign that stands for itself takes a "
       "backslash before it.")
OTHER = {"ar": "كلمات أخرى كتبها أحد", "en": "Other words that somebody wrote"}
N = 12
PLACE = 2


class Agreed:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "plan.twf"
        self.program = self.phrase = self.id = None
        self.wording = {language: akn.paragraphs(7, language)[PLACE] for language in ("ar", "en")}

    def texts(self):
        return [p["texts"] for p in json.loads(driver.twf("show", self.path, "--json"))["provisions"]]

    def opens(self):
        """A plan whose only provision says some words that were agreed before."""
        os.environ["XDG_DATA_HOME"] = str(self.folder / "data")
        akn.write(self.folder / "texts", range(N))
        driver.twf("new", self.path, "--template", "blank", "--title", "Plan", "--language", "en", "--language", "ar")
        self.phrase = " ".join(self.wording[LANGUAGE].split()[:5])
        self.id = driver.twf("add", self.path, "--section", "actions", "--language", LANGUAGE, "--text", self.phrase).strip()
        other = "ar" if LANGUAGE == "en" else "en"
        driver.twf("edit", self.path, self.id, "--language", other, "--text", OTHER[other])
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("agreed"))
        self.program.focus_window()

    def label(self, words, root=None):
        return self.program.find_all("label", root=root, matches=lambda node: words in (driver.text_of(node) or node.name or ""))

    def fits(self, dialog):
        """Whether the paragraph that was found is as narrow as its window."""
        labels = self.label(self.wording["en"], dialog)
        return labels and driver.extents(labels[0]).width < 360

    def asks_for_a_folder(self):
        """Nothing is indexed yet: the window says what the index is; the folder is read."""
        program = self.program
        program.activate("agreed")
        dialog = wait_for("the window", lambda: program.windows()[1:])[-1]
        wait_for("the first state", lambda: program.find_all(root=dialog, matches=lambda n: n.name == program.say("Choose a _Folder…").replace("_", "")))
        driver.picture("agreed-first-" + LANGUAGE)
        assert not driver.unnamed(program, dialog)[1], driver.unnamed(program, dialog)
        window = program.x_window_of(dialog)
        program.focus_window(window)
        program.keys("Escape")
        wait_for("the window to go", lambda: window not in program.x_windows())
        program.focus_window()
        driver.twf("agreed", "index", self.folder / "texts")

    def finds_the_words_that_are_selected(self):
        program = self.program
        program.activate("show-provision", driver.GLib.Variant("s", self.id))
        view = wait_for("the text", lambda: next(
            (v for v in driver.text_views(program) if self.phrase == driver.shown(v)), None))
        program.click_into(view)
        program.keys("ctrl+a", "ctrl+l")
        dialog = wait_for("the window", lambda: program.windows()[1:])[-1]
        wait_for("the wording in the other language", lambda: self.label(self.wording["ar" if LANGUAGE == "en" else "en"], dialog))
        driver.picture("agreed-found-" + LANGUAGE)
        assert not driver.unnamed(program, dialog)[1], driver.unnamed(program, dialog)
        wait_for("a narrow window", lambda: program.narrow(dialog))
        wait_for("the words to have found their lines", lambda: self.fits(dialog))
        driver.picture("agreed-narrow-" + LANGUAGE)

    def inserts_it_in_all_languages(self):
        program = self.program
        window = program.x_windows()[-1]
        program.click("Insert in All Languages")
        wait_for("what would be replaced", lambda: any(self.label(words) for words in OTHER.values()))
        driver.picture("agreed-asked-" + LANGUAGE)
        program.answer()
        wait_for("the window to go", lambda: window not in program.x_windows())
        program.focus_window()
        begin = program.say("Taken word for word from %s (%s)").split("%s")[0].strip()
        wait_for("its source", lambda: self.label(begin))
        driver.picture("agreed-inserted-" + LANGUAGE)
        program.activate("save-revision", driver.GLib.Variant("s", "Take agreed language"))
        wait_for("the revision", lambda: all(words in self.texts()[0][language] for language, words in self.wording.items()))
        for language, words in OTHER.items():
            assert words not in self.texts()[0][language]

    def replaces_words(self):
        program = self.program
        word = self.wording["en"].split()[0].strip(";,")
        program.keys("ctrl+h")
        dialog = wait_for("the window", lambda: program.windows()[1:])[-1]
        wanted, instead = (program.find(name=name, root=dialog, matches=lambda n: "EditableText" in n.get_interfaces())
                           for name in ("Find", "Replace with"))
        program.click("How and Where")
        wait_for("the ways", lambda: program.find_all(name="Regular Expression", root=dialog))
        driver.picture("replace-ways-" + LANGUAGE)
        program.keys("Down", "Down", "space")
        driver.set_text(wanted, "(" + word)
        wait_for("what is wrong with it", lambda: self.label(program.say(BAD).split("%d")[0].strip(), dialog))
        driver.picture("replace-bad-" + LANGUAGE)
        driver.set_text(wanted, f"({word[0]})({word[1:]})")
        driver.set_text(instead, "$2 zzyzx")
        wait_for("the groups", lambda: self.label(word[1:] + " zzyzx", dialog))
        program.keys("Tab", "Tab", "space")
        wait_for("no text of a provision", lambda: self.label(program.say("In none of these texts"), dialog))
        program.keys("space")
        wait_for("the texts again", lambda: self.label(word[1:] + " zzyzx", dialog))
        program.keys("Escape")
        driver.set_text(wanted, word)
        driver.set_text(instead, "zzyzx")
        wait_for("the place", lambda: self.label("zzyzx", dialog))
        driver.picture("replace-" + LANGUAGE)
        assert not driver.unnamed(program, dialog)[1], driver.unnamed(program, dialog)
        wait_for("a narrow window", lambda: program.narrow(dialog))
        driver.picture("replace-narrow-" + LANGUAGE)
        window = program.x_window_of(dialog)
        program.focus_window(window)
        program.click_at(instead)
        wait_for("the entry", lambda: driver.has_focus_within(instead))
        program.keys("Return")
        wait_for("the window to go", lambda: window not in program.x_windows())
        program.focus_window()
        program.activate("save-revision", driver.GLib.Variant("s", "Replace"))
        wait_for("the revision", lambda: "zzyzx" in self.texts()[0]["en"] and word not in self.texts()[0]["en"].split())

    def ends(self):
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Agreed(folder)
        steps = [
            ("a plan is opened", here.opens),
            ("without an index a folder is asked for", here.asks_for_a_folder),
            ("what is selected is found where it was agreed", here.finds_the_words_that_are_selected),
            ("it is put into the text in all languages, with its source", here.inserts_it_in_all_languages),
            ("words are replaced", here.replaces_words),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"agreed-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
