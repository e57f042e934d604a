#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""How far a text has come, as twf overview says it. Speaks TAP."""

import json
import sys

from case import add, as_json, git, know, main, new_plan, out, refused, test

AIM = "أن يُتاح الماء المأمون في جميع المدارس الابتدائية بحلول عام 2032."
OTHER = "أن تُحمى الينابيع."
POINTS = ("agreed", "brackets", "words", "waiting")


def negotiation():
    """A plan in which something of everything is left, and the figures after each revision."""
    plan = new_plan()
    know(plan, "EG", "JO")
    told = []

    def act(*words, **more):
        printed = out(*words, **more).strip()
        told.append(as_json("overview", plan))
        return printed

    first = act("add", plan, "--section", "objectives", "--language", "ar", "--text", AIM)
    second = act("add", plan, "--section", "objectives", "--language", "ar", "--text", OTHER)
    act("agree", plan, second, "--pending", "JO")
    pid = act("propose", plan, first, "--language", "ar", "--text", AIM.replace("2032", "2030"), "--as", "EG",
              "--branch", "main")
    act("position", plan, pid, "reserve", "--as", "JO", "--branch", "main")
    return plan, first, second, pid, told


def by(list_, key, value):
    return next(item for item in list_ if item[key] == value)


@test
def every_figure_says_what_it_counts():
    plan, first, second, pid, _ = negotiation()
    told = as_json("overview", plan)
    assert told["language"] == "ar" and told["provisions"] == 2, told
    assert told["stages"]["agreed"] == {"count": 1, "provisions": [second]}, told
    assert told["stages"]["bracketed"] == {"count": 1, "provisions": [first]}, told
    assert told["levels"]["pending"] == {"count": 1, "provisions": [second]}, told
    assert told["brackets"] == {"count": 1, "provisions": [first]}, told
    assert told["brackets"]["count"] == as_json("compile", plan)["brackets"]
    section = by(told["sections"], "section", "objectives")
    assert section["of"] == 2 and section["agreed"] == 1 and section["provisions"] == [first], section
    assert told["waiting"] == {"count": 1, "provisions": [first]}, told
    egypt, jordan = (by(told["delegations"], "delegation", code) for code in ("EG", "JO"))
    assert (egypt["brackets"], egypt["proposals"], egypt["reservations"], egypt["pending"]) == (1, 1, 0, 0), egypt
    assert (jordan["proposals"], jordan["reservations"], jordan["pending"]) == (0, 1, 1), jordan
    assert egypt["provisions"] == [first] and jordan["provisions"] == [first, second]
    english = by(told["languages"], "language", "en")
    assert english["missing"] == {"count": 2, "provisions": [first, second]}, english
    printed = out("overview", plan)
    assert "Provisions: 2\n" in printed and "Open brackets: 1\n" in printed and "pending one delegation: 1" in printed
    out("accept", plan, pid)
    told = as_json("overview", plan)
    assert told["brackets"]["count"] == 0 and [item["delegation"] for item in told["delegations"]] == ["JO"], told


@test
def what_was_agreed_and_reads_otherwise_is_reopened():
    plan, _, second, _, _ = negotiation()
    out("edit", plan, second, "--language", "ar", "--text", OTHER.replace("الينابيع", "الآبار"))
    told = as_json("overview", plan)
    assert told["stages"]["reopened"] == {"count": 1, "provisions": [second]}, told
    assert told["stages"]["agreed"]["count"] == 0 and told["levels"]["pending"]["count"] == 0


@test
def a_translation_of_an_older_wording_is_out_of_date():
    plan = new_plan()
    aim = add(plan, AIM)
    out("edit", plan, aim, "--language", "en", "--text", "Water for every school.")
    wording = git(plan, "rev-parse", f"main:provisions/{aim[:2]}/{aim}/ar.txt")
    out("edit", plan, aim, "--field", "Translated", "--value", f"en from=ar:{wording} by=EG")
    assert by(as_json("overview", plan)["languages"], "language", "en")["stale"]["count"] == 0
    out("edit", plan, aim, "--language", "ar", "--text", OTHER)
    assert by(as_json("overview", plan)["languages"], "language", "en")["stale"] == {"count": 1, "provisions": [aim]}


@test
def history_tells_what_nobody_recorded():
    """A translation is behind once its source was changed after it, and as long as both read so."""
    plan = new_plan()
    aim, other = add(plan, AIM), add(plan, OTHER)

    def stale(language="en"):
        return by(as_json("overview", plan)["languages"], "language", language)["stale"]["provisions"]

    out("edit", plan, other, "--language", "en", "--text", "Springs shall be protected.")
    out("edit", plan, aim, "--language", "en", "--text", "Water for every school.")
    assert stale() == []
    out("edit", plan, aim, "--language", "ar", "--text", OTHER)
    assert stale() == [aim] and stale("ar") == []
    out("edit", plan, aim, "--language", "ar", "--text", AIM)
    assert stale() == [], "it reads as it did when it was translated"
    out("edit", plan, aim, "--language", "ar", "--text", AIM.replace("2032", "2030"))
    out("edit", plan, other, "--language", "ar", "--text", OTHER.replace("الينابيع", "الآبار"))
    assert stale() == [aim, other]
    out("edit", plan, aim, "--language", "en", "--text", "Water for every school by 2030.")
    assert stale() == [other]
    both = {"op": "edit", "id": other, "texts": {"ar": OTHER, "en": "Protect springs."}}
    out("apply", plan, "-", stdin=json.dumps({"edits": [both]}).encode())
    assert stale() == []
    wording = git(plan, "rev-parse", f"main:provisions/{other[:2]}/{other}/ar.txt")
    out("edit", plan, other, "--language", "ar", "--text", AIM)
    assert stale() == [other]
    now = git(plan, "rev-parse", f"main:provisions/{other[:2]}/{other}/ar.txt")
    out("edit", plan, other, "--field", "Translated", "--value", f"en from=ar:{now} by=EG")
    assert stale() == [other] and wording != now, "a mark that was moved without work makes nothing newer"
    out("edit", plan, other, "--language", "en", "--text", "Protect all springs.")
    assert stale() == [], "what is recorded goes before"


@test
def history_is_what_was_told_then():
    plan, _, _, _, told = negotiation()
    history = as_json("overview", plan, "--history")["history"]
    points = history["milestones"]
    assert history["revisions"] == len(points) == len(told) + 2, history
    assert [point["number"] for point in points] == list(range(1, len(points) + 1))
    assert points[-1]["revision"] == git(plan, "rev-parse", "main")
    for then, point in zip(told, points[2:]):
        assert point["provisions"] == then["provisions"] and point["words"] == then["words"], point
        assert point["agreed"] == then["stages"]["agreed"]["count"], point
        assert (point["brackets"], point["waiting"]) == (then["brackets"]["count"], then["waiting"]["count"]), point
    assert "7 of 7 revisions" in out("overview", plan, "--history")


@test
def of_many_revisions_some_are_shown_and_the_newest_always():
    plan = new_plan()
    aim = add(plan, AIM)
    tree = git(plan, "rev-parse", "main^{tree}")
    tip = git(plan, "rev-parse", "main")
    for _ in range(100):
        tip = git(plan, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit-tree", tree, "-p", tip, "-m", "x")
    git(plan, "update-ref", "refs/heads/main", tip)
    out("edit", plan, aim, "--language", "ar", "--text", OTHER)
    history = as_json("overview", plan, "--history")["history"]
    points = history["milestones"]
    assert history["revisions"] == 103 and len(points) <= 49, len(points)
    assert points[0]["number"] == 1 and points[-1]["number"] == 103
    assert points[-1]["words"] < points[-2]["words"]


@test
def languages_that_came_later_change_no_history():
    plan = new_plan()
    add(plan, AIM)
    before = as_json("overview", plan, "--history")["history"]["milestones"]
    edit = {"op": "plan", "fields": {"Languages": ["ar", "en", "fr"]}}
    out("apply", plan, "-", stdin=json.dumps({"edits": [edit]}).encode())
    after = as_json("overview", plan, "--history")["history"]["milestones"]
    assert [{key: point[key] for key in POINTS} for point in after[:len(before)]] == [
        {key: point[key] for key in POINTS} for point in before]
    missing = {item["language"]: item["missing"]["count"] for item in as_json("overview", plan)["languages"]}
    assert missing == {"ar": 0, "en": 1, "fr": 1}, missing


@test
def an_empty_plan_has_figures_too():
    plan = new_plan()
    told = as_json("overview", plan, "--history")
    assert told["provisions"] == 0 and told["delegations"] == [] and told["words"] == 0
    assert "No delegation holds anything." in out("overview", plan)


@test
def what_is_no_language_is_refused():
    plan = new_plan()
    assert "“fr”" in refused("overview", plan, "--language", "fr")
    assert as_json("overview", plan, "--language", "en")["language"] == "en"
    refused("overview", "nothing.twf")


sys.exit(main())
