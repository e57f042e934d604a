#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What an editor would put right is found in any language, and what became softer is told. Speaks TAP."""

import json
import sys

from case import FSI, PDI, as_json, main, out, test

URGES = {"en": "Urges States to act;", "ar": "تحث الدول على العمل؛", "fr": "Exhorte les États à agir\u00a0;",
         "es": "Insta a los Estados a actuar;", "ru": "настоятельно призывает государства действовать;", "zh": "敦促各国行动；"}
SOFTER = {"en": ("Encourages", "Urges"), "ar": ("تشجع", "تحث"), "fr": ("Encourage", "Exhorte"),
          "es": ("Alienta", "Insta"), "ru": ("рекомендует", "настоятельно призывает"), "zh": ("鼓励", "敦促")}
LAST = {"en": "Decides to meet again.", "ar": "تقرر أن تجتمع.", "fr": "Décide de se réunir.",
        "es": "Decide reunirse.", "ru": "постановляет собраться.", "zh": "决定开会。"}


def six():
    languages = [word for language in URGES for word in ("--language", language)]
    out("new", "six.twf", "--title", "Plan", "--template", "blank", *languages)
    edits = [{"op": "add", "section": "actions", "texts": texts} for texts in (URGES, LAST)]
    return out("apply", "six.twf", "-", stdin=json.dumps({"edits": edits}).encode()).split()


def style(status=1):
    found = as_json("check", "six.twf", status=status)["findings"]
    return [finding for finding in found if finding["kind"].startswith("style-")]


@test
def what_is_in_order_is_not_spoken_of():
    six()
    assert not style(), style()


@test
def ends_are_found_in_six_languages():
    first = six()[0]
    for language, text in URGES.items():
        out("edit", "six.twf", first, "--language", language, "--text", text.rstrip("；؛;\u00a0"))
    found = style()
    assert {(finding["kind"], finding["here"]["language"]) for finding in found} == {
        ("style-end", language) for language in URGES}, found
    assert "actions" not in out("check", "six.twf", status=1)


@test
def softer_words_are_told_in_six_languages():
    first = six()[0]
    for language, (word, was) in SOFTER.items():
        out("edit", "six.twf", first, "--language", language, "--text", URGES[language].replace(was, word))
        change = as_json("diff", "six.twf", "main")["changes"][0]
        assert change["strength"] == {"shift": "softer", "old": was, "new": word}, change
        told = out("diff", "six.twf", "main")
        assert f"({FSI}{was}{PDI} → {FSI}{word}{PDI}: softer)" in told, told
        assert as_json("diff", "six.twf", "main", "main~1")["changes"][0]["strength"]["shift"] == "stronger"


if __name__ == "__main__":
    sys.exit(main())
