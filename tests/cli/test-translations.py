#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The translator's work through the real program: twf translations and twf translated. Speaks TAP."""

import json
import sys

from case import add, as_json, git, know, main, new_plan, out, refused, state, test

AIM = "أن يُتاح الماء المأمون في جميع المدارس الابتدائية بحلول عام 2032."
NEWER = AIM.replace("2032", "2030")
WATER = "Safe water for every primary school by 2032."


def work(plan, language="en"):
    return {item["id"]: item["state"] for item in as_json("translations", plan, "--language", language)["translations"]}


def item(plan, of, language="en"):
    listed = as_json("translations", plan, "--language", language)["translations"]
    return next(item for item in listed if item["id"] == of)


def edit(plan, of, language, text, *more):
    out("edit", plan, of, "--language", language, "--text", text, *more)


def found(plan, kind):
    """What twf check says of that kind: ids and languages."""
    try:
        told = as_json("check", plan)
    except AssertionError:
        told = as_json("check", plan, status=1)
    return [(finding["id"], finding["language"]) for finding in told["findings"] if finding["kind"] == kind]


def translated():
    """A plan of two objectives in Arabic, the first of which is in English too and marked so."""
    plan = new_plan()
    know(plan, "CA", "EG")
    aim, other = add(plan, AIM), add(plan, "أن تُحمى الينابيع.")
    edit(plan, aim, "en", WATER)
    out("translated", plan, aim, "--language", "en", "--as", "CA", "--branch", "main")
    return plan, aim, other


@test
def marked_it_holds_until_the_source_changes():
    plan, aim, other = translated()
    assert work(plan) == {other: "missing"} and work(plan, "ar") == {}
    edit(plan, aim, "ar", NEWER, "--as", "EG", "--branch", "main")
    assert work(plan) == {aim: "stale", other: "missing"}
    told = item(plan, aim)
    assert told["words_changed"] == 1 and told["from"] == "ar", told
    assert told["revision"] == git(plan, "rev-parse", "main"), told
    assert [run["text"] for run in told["runs"] if run["kind"] == "deleted"] == ["2032"], told
    printed = out("translations", plan, "--language", "en")
    assert printed.count("\n") == 2 and "1 word changed" in printed and "not translated" in printed, printed
    assert found(plan, "stale") == [(aim, "en")]
    edit(plan, aim, "en", WATER.replace("2032", "2030"))
    assert work(plan)[aim] == "stale", "nobody has said that it is of what stands now"
    out("translated", plan, aim, "--language", "en")
    assert work(plan) == {other: "missing"} and found(plan, "stale") == []


@test
def dismissed_until_the_source_changes_again():
    plan, aim, _ = translated()
    assert "nothing is known to have changed" in refused("translated", plan, aim, "--language", "en", "--dismiss")
    edit(plan, aim, "ar", NEWER)
    out("translated", plan, aim, "--language", "en", "--dismiss", "--as", "EG", "--branch", "main")
    assert aim not in work(plan) and found(plan, "stale") == [] and found(plan, "unworked") == []
    value = as_json("show", plan, aim)["fields"]["Translated"][0]
    assert "by=CA" in value and "dismissed-by=EG" in value, value
    edit(plan, aim, "ar", NEWER.replace("2030", "2029"))
    assert work(plan)[aim] == "stale"
    told = item(plan, aim)
    assert [run["text"] for run in told["runs"] if run["kind"] == "deleted"] == ["2030"], "since it was dismissed"


@test
def what_nobody_recorded_can_be_dismissed():
    plan = new_plan()
    aim = add(plan, AIM)
    edit(plan, aim, "en", WATER)
    edit(plan, aim, "ar", NEWER)
    assert work(plan) == {aim: "stale"}
    out("translated", plan, aim, "--language", "en", "--dismiss")
    assert work(plan) == {}
    edit(plan, aim, "ar", AIM.replace("2032", "2029"))
    assert work(plan) == {aim: "stale"}


@test
def a_mark_moved_without_work_is_seen():
    """Text, source and hash are compared: who only moves the hash is found out, and work clears it."""
    plan, aim, other = translated()
    edit(plan, aim, "ar", NEWER)
    out("translated", plan, aim, "--language", "en", "--as", "CA", "--branch", "main")
    assert work(plan)[aim] == "unworked" and found(plan, "unworked") == [(aim, "en")]
    printed = out("check", plan, status=1)
    assert "though not a word changed" in printed, printed
    told = as_json("overview", plan)["languages"]
    assert next(one for one in told if one["language"] == "en")["stale"]["provisions"] == [aim], told
    out("translated", plan, aim, "--language", "en", "--dismiss")
    assert aim not in work(plan) and found(plan, "unworked") == []
    edit(plan, aim, "ar", NEWER.replace("2030", "2029"))
    out("translated", plan, aim, "--language", "en")
    assert found(plan, "unworked") == [(aim, "en")]
    edit(plan, aim, "en", WATER.replace("2032", "2029"))
    assert work(plan)[aim] == "retouched" and found(plan, "retouched") == [(aim, "en")]
    out("translated", plan, aim, "--language", "en")
    assert aim not in work(plan) and found(plan, "unworked") == found(plan, "retouched") == []


@test
def a_wording_that_came_back_is_not_doubted():
    plan, aim, _ = translated()
    edit(plan, aim, "ar", NEWER)
    edit(plan, aim, "ar", AIM)
    out("translated", plan, aim, "--language", "en")
    assert aim not in work(plan) and found(plan, "unworked") == []


@test
def marks_of_two_languages_merge():
    plan = "plan.twf"
    out("new", plan, "--title", "خطة", *(word for one in ("ar", "en", "fr") for word in ("--language", one)),
        "--template", "blank")
    know(plan, "CA", "EG")
    aim = add(plan, AIM)
    edit(plan, aim, "en", WATER)
    edit(plan, aim, "fr", "De l’eau dans chaque école primaire d’ici à 2032.")
    edit(plan, aim, "ar", NEWER)
    for code, language, text in (("EG", "en", WATER), ("CA", "fr", "De l’eau dans chaque école d’ici à 2032.")):
        edit(plan, aim, language, text.replace("2032", "2030"), "--as", code)
        out("translated", plan, aim, "--language", language, "--as", code)
    out("merge", plan, "delegations/EG", "delegations/CA", "--accept")
    assert work(plan, "en") == work(plan, "fr") == {}, as_json("show", plan, aim)
    values = as_json("show", plan, aim)["fields"]["Translated"]
    assert [value.split()[0] for value in values] == ["en", "fr"], values


@test
def what_is_accepted_makes_the_other_languages_stale():
    plan, aim, other = translated()
    edit(plan, other, "en", "Springs shall be protected.")
    pid = out("propose", plan, aim, "--language", "ar", "--text", NEWER, "--as", "EG", "--branch", "main").strip()
    assert work(plan) == {}
    out("accept", plan, pid)
    assert work(plan) == {aim: "stale"} and item(plan, aim)["words_changed"] == 1
    assert found(plan, "stale") == [(aim, "en")]


@test
def further_texts_are_translations_of_their_own():
    plan = new_plan()
    aim = add(plan, AIM, "actions")
    edit(plan, aim, "en", WATER)
    edit(plan, aim, "ar", "ميزانية الدولة", "--part", "means")
    edit(plan, aim, "en", "The state budget", "--part", "means")
    out("translated", plan, aim, "--language", "en", "--part", "means")
    edit(plan, aim, "ar", "ميزانية الدول", "--part", "means")
    listed = as_json("translations", plan, "--language", "en")["translations"]
    assert [(one["part"], one["state"]) for one in listed] == [("means", "stale")], listed
    out("translated", plan, aim, "--language", "en", "--dismiss")
    assert aim not in work(plan)


@test
def what_cannot_be_is_refused_and_writes_nothing():
    plan, aim, other = translated()
    before = state(plan)
    refused("translations", plan)
    refused("translations", plan, "--language", "xx")
    refused("translated", plan, aim)
    refused("translated", plan, aim, "--language", "ar")
    refused("translated", plan, other, "--language", "en")
    refused("translated", plan, aim, "--language", "en", "--part", "price")
    refused("translated", plan, "zzzzzzzzzzzz", "--language", "en")
    refused("translated", plan, aim, "--language", "en", "--from", "fr")
    edits = [{"op": "edit", "id": aim, "fields": {"Translated": "en from=ar:../../x is=y by=z"}}]
    assert state(plan) == before
    out("apply", plan, "-", stdin=json.dumps({"edits": edits}).encode())
    assert work(plan)[aim] == "stale" and "words_changed" not in item(plan, aim)


sys.exit(main())
