#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The Reading page says of each paragraph how its languages stand: what is a translation of an older wording, what is
not translated, and in which languages it is agreed; the Overview counts it by language.

Usage: test-languages.py LANGUAGE   (of the interface)
"""

import pathlib
import sys
import tempfile

import driver
from driver import wait_for

LANGUAGE = sys.argv[1]
ARABIC = "تكفل الدول الماء المأمون في كل مدرسة."
NEWER = "تكفل الدول الماء المأمون والصرف الصحي في كل مدرسة."
ENGLISH = "States shall ensure safe water in every school."
SECOND = "تحمي الدول الينابيع والآبار."
THIRD = ("تجتمع الدول كل سنة.", "States shall meet every year.", "Les États se réunissent chaque année.")
OLDER = "Translation of an older wording of the Arabic"
MISSING = "Not translated: the Arabic is shown"
AGREED = "Agreed: Arabic, English · Reopened: French"
AGREED_ARABIC = "متفق عليه: العربية، الإنجليزية · أعيد فتحه: الفرنسية"
NARROW = 360


def plain(text):
    return text.replace("\u2068", "").replace("\u2069", "")


class Languages:
    def __init__(self, folder):
        self.path = pathlib.Path(folder, "plan.twf")
        self.program = None

    def opens(self):
        """The English of the first was made from the Arabic as it stands; the second is in Arabic alone; of the third,
        which is agreed, the French was changed since."""
        driver.twf("new", self.path, "--template", "blank", "--title", "خطة", "--language", "ar", "--language", "en",
                   "--language", "fr")
        add = ["add", self.path, "--section", "objectives", "--language", "ar", "--text"]
        edit = ["edit", self.path]
        self.first, self.second, self.third = (driver.twf(*add, text).strip() for text in (ARABIC, SECOND, THIRD[0]))
        driver.twf(*edit, self.first, "--language", "en", "--text", ENGLISH)
        driver.twf("translated", self.path, self.first, "--language", "en")
        for language, text in zip(("en", "fr"), THIRD[1:]):
            driver.twf(*edit, self.third, "--language", language, "--text", text)
        driver.twf("agree", self.path, self.third, "--level", "plenary")
        driver.twf(*edit, self.third, "--language", "fr", "--text", THIRD[2].replace("chaque année", "tous les ans"))
        self.program = driver.Program(self.path, language=LANGUAGE)
        wait_for("the plan to open", lambda: self.program.is_enabled("export"))
        self.program.focus_window()
        self.program.activate("language", driver.GLib.Variant("s", "en"))
        self.program.activate("show-page", driver.GLib.Variant("s", "reading"))

    def read(self):
        """The lines of the page, without what steers their direction."""
        page = self.program.find("text", "Text of the Plan")
        text = plain(driver.text_of(page))
        return [line.strip("\u200e\u200f\u00a0 ") for line in text.split("\n")]

    def under(self, text):
        """What stands under the paragraph with these words."""
        lines = self.read()
        at = next((at for at, line in enumerate(lines) if text in line), None)
        return lines[at + 1] if at is not None and at + 1 < len(lines) else None

    def says_what_is_not_translated(self):
        wait_for("what is shown in another language", lambda: self.under(SECOND) == MISSING)
        assert ENGLISH in "\n".join(self.read())
        assert OLDER not in self.read()

    def says_where_it_is_agreed(self):
        wait_for("the languages", lambda: self.under(THIRD[1]) == AGREED)
        self.program.activate("language", driver.GLib.Variant("s", "ar"))
        wait_for("the same in Arabic", lambda: self.under(THIRD[0]) == AGREED_ARABIC)
        driver.picture(f"languages-arabic-{LANGUAGE}")
        self.program.activate("language", driver.GLib.Variant("s", "en"))
        wait_for("the same in English", lambda: self.under(THIRD[1]) == AGREED)

    def says_that_the_source_went_on(self):
        """The source is changed in the form, and the page says so."""
        program = self.program
        program.activate("show-provision", driver.GLib.Variant("s", self.first))
        program.activate("language", driver.GLib.Variant("s", "ar"))
        program.activate("show-page", driver.GLib.Variant("s", "draft"))
        view = wait_for("the source in the form", lambda: next(
            (view for view in driver.text_views(program) if ARABIC in driver.shown(view)), None))
        driver.set_text(view, NEWER)
        program.activate("language", driver.GLib.Variant("s", "en"))
        program.activate("show-page", driver.GLib.Variant("s", "reading"))
        wait_for("an older wording", lambda: self.under(ENGLISH) == OLDER)
        driver.picture(f"languages-{LANGUAGE}")
        wait_for("a narrow window", lambda: program.narrow(program.windows()[0], NARROW))
        wait_for("a narrow page", lambda: 0 < driver.extents(program.find("text", "Text of the Plan")).width <= 420)
        driver.picture(f"languages-narrow-{LANGUAGE}")
        wait_for("a wide window", lambda: program.narrow(program.windows()[0], 1000, 720))

    def is_dismissed(self):
        """The page says no more of it, until it is taken back."""
        program = self.program
        program.activate("translations-into", driver.GLib.Variant("s", "en"))
        wait_for("the list", lambda: [node for node in program.find_all("list item")
                                      if program.say("The source changed since") in (node.name or "")])
        program.keys("Return")
        wait_for("the form", lambda: [view for view in driver.text_views(program) if ENGLISH in driver.shown(view)])
        program.activate("not-affected")
        program.activate("show-page", driver.GLib.Variant("s", "reading"))
        wait_for("nothing to be said", lambda: (self.under(ENGLISH) or OLDER) != OLDER)
        program.activate("undo")
        wait_for("an older wording", lambda: self.under(ENGLISH) == OLDER)

    def counts(self):
        """Of three provisions one is agreed, in Arabic and in English; the French was changed since."""
        program = self.program
        program.activate("show-page", driver.GLib.Variant("s", "overview"))
        agreed = program.say("%s: agreed")
        names = {"en": ("Arabic", "English", "French"), "ar": ("العربية", "الإنجليزية", "الفرنسية")}[LANGUAGE]
        for name, n in zip(names, (1, 1, 0)):
            begins = f"{agreed % name}: {n}"
            wait_for(f"a row: {begins}", lambda: [node for node in program.find_all("list item")
                                                  if plain(node.name or "").startswith(begins)])
        driver.picture(f"languages-overview-{LANGUAGE}")

    def ends(self):
        self.program.activate("save-revision", driver.GLib.Variant("s", "Another wording"))
        wait_for("the revision", lambda: NEWER in driver.twf("show", self.path, "--json"))
        assert self.program.quit() == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        here = Languages(folder)
        steps = [
            ("a plan in three languages is opened for reading", here.opens),
            ("what is not translated says so", here.says_what_is_not_translated),
            ("it is agreed in two languages and not in the third", here.says_where_it_is_agreed),
            ("when the source goes on, its translation says so", here.says_that_the_source_went_on),
            ("what is dismissed is said no more", here.is_dismissed),
            ("the overview counts by language", here.counts),
            ("the program is left", here.ends),
        ]
        try:
            return driver.perform(f"languages-{LANGUAGE}", steps)
        finally:
            if here.program is not None:
                here.program.end()


sys.exit(main())
