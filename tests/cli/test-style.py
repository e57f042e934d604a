#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What an editor would put right is found in any language, and what became softer is told. Speaks TAP."""

import json
import sys

from case import FSI, PDI, as_json, git, main, out, refused, test

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
def what_is_safe_is_put_right_in_one_revision():
    ids = six()
    tip = git("six.twf", "rev-list", "--count", "main")
    for language, text in URGES.items():
        out("edit", "six.twf", ids[0], "--language", language, "--text", text.rstrip("；؛;\u00a0"))
        if language == "en":
            out("edit", "six.twf", ids[1], "--language", "en", "--text", "Decides  to meet again.")
    before, count = style(), int(git("six.twf", "rev-list", "--count", "main"))
    assert count > int(tip) and len(before) == 7, before
    done = as_json("check", "six.twf", "--fix")
    assert {(f["kind"], f["here"]["language"]) for f in done["fixed"]} == {
        (f["kind"], f["here"]["language"]) for f in before}, done
    assert int(git("six.twf", "rev-list", "--count", "main")) == count + 1
    assert not style()
    shown = {p["id"]: p["texts"] for p in as_json("show", "six.twf")["provisions"]}
    assert shown[ids[0]] == URGES and shown[ids[1]] == LAST, shown
    tip = git("six.twf", "rev-parse", "main")
    assert "nothing" in out("check", "six.twf", "--fix") and git("six.twf", "rev-parse", "main") == tip
    assert "not both" in refused("check", "six.twf", "--fix", "--accept", ids[0] + ":en")


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
