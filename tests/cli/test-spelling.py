#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""twf check --spelling: unknown words are named where they stand, the plan's own words are none, and a language without
a dictionary is said."""

import json
import sys

from case import FSI, PDI, Skip, add, as_json, git, know, main, new_plan, out, refused, state, test

MISTAKES = "States strenghten the Tawafuq and UNODC (A/RES/76/186)."


def need(found, *languages):
    for language in languages:
        if found["spelling"][language] != "checked":
            raise Skip(f"no dictionary for {language} is installed")


def words_edit(*words):
    edits = {"edits": [{"op": "plan", "fields": {"Word": list(words)}}]}
    return json.dumps(edits).encode()


@test
def unknown_words_are_named():
    plan = new_plan()
    identity = add(plan, MISTAKES, "objectives", "en")
    before = state(plan)
    found = as_json("check", plan, "--spelling", status=1)
    need(found, "en")
    words = [word for word in found["words"] if word["language"] == "en"]
    assert [word["word"] for word in words] == ["strenghten", "Tawafuq"], words
    assert words[0]["id"] == identity and words[0]["part"] == "body", words[0]
    assert "strengthen" in words[0]["suggestions"] and len(words[0]["suggestions"]) <= 6, words[0]
    start = words[0]["offset"]
    assert MISTAKES.encode()[start:start + len("strenghten")] == b"strenghten"
    lines = out("check", plan, "--spelling", status=1)
    assert f"{identity}  en: {FSI}strenghten{PDI} is in no dictionary; perhaps {FSI}" in lines, lines
    assert "words" not in as_json("check", plan, status=1)
    assert state(plan) == before


@test
def words_of_the_plan_are_right():
    plan = new_plan()
    add(plan, MISTAKES, "objectives", "en")
    found = as_json("check", plan, "--spelling", status=1)
    need(found, "en")
    out("apply", plan, "-", stdin=words_edit("en Tawafuq", "ar توافق"))
    after = as_json("check", plan, "--spelling", status=1)
    assert [word["word"] for word in after["words"] if word["language"] == "en"] == ["strenghten"], after
    assert "Word: en Tawafuq\n" in git(plan, "show", "main:plan") + "\n", git(plan, "ls-tree", "main")


@test
def what_is_no_word_is_refused():
    plan = new_plan()
    before = state(plan)
    for value in ("Tawafuq", "en", "en two words", "xx-!! word"):
        assert "is not a language and one word" in refused("apply", plan, "-", stdin=words_edit(value)), value
    assert state(plan) == before


@test
def a_language_without_dictionary_is_said():
    out("new", "zh.twf", "--title", "行动计划", "--language", "zh", "--language", "tlh", "--template", "blank")
    done = out("check", "zh.twf", "--spelling")
    assert f"zh: Spelling is not checked in {FSI}Chinese{PDI}" in done, done
    assert "tlh: Spelling is not checked: no dictionary for" in done, done


@test
def two_delegations_add_words_and_both_stay():
    plan = new_plan()
    know(plan, "EG", "KE")
    for code, word in (("EG", "en Tawafuq"), ("KE", "en Harambee")):
        out("apply", plan, "-", "--as", code, stdin=words_edit(word))
    for code in ("EG", "KE"):
        out("merge", plan, code, "--accept")
    stored = git(plan, "show", "main:plan")
    assert "Word: en Harambee" in stored and "Word: en Tawafuq" in stored, stored


sys.exit(main())
