#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Words replaced everywhere in a plan, with twf. Speaks TAP."""

import json
import random
import sys

import akn
from case import add, as_json, git, main, new_plan, out, refused, run, state, test


def texts(plan):
    shown = as_json("show", plan)
    return [(p["id"], language, text) for p in shown["provisions"] for language, text in sorted(p["texts"].items())]


def filled_plan(n=40):
    """Random words in two languages, in several sections."""
    plan = new_plan()
    edits = []
    for i in range(n):
        chance = random.Random(i)
        edits.append({"op": "add", "section": ("principles", "objectives", "actions")[i % 3], "fields": {},
                      "texts": {language: akn.sentence(chance, language, 12) for language in ("ar", "en")}})
    out("apply", plan, "-", stdin=json.dumps({"edits": edits}).encode())
    return plan


@test
def it_changes_what_one_would_change_by_hand():
    plan = filled_plan()
    before = texts(plan)
    hand = [(i, l, " ".join("oceans" if w == "rivers" else w for w in t.split()) if l == "en" else t) for i, l, t in before]
    count = sum(t.split().count("rivers") for _, l, t in before if l == "en")
    tip = git(plan, "rev-list", "--count", "main")
    tried = as_json("replace", plan, "rivers", "oceans", "--language", "en", "--dry-run")
    assert tried["count"] == count > 5 and "revision" not in tried
    assert texts(plan) == before and git(plan, "rev-list", "--count", "main") == tip
    done = as_json("replace", plan, "rivers", "oceans", "--language", "en", "--whole-words")
    assert done["replacements"] == tried["replacements"] and done["count"] == count
    assert texts(plan) == hand
    assert int(git(plan, "rev-list", "--count", "main")) == int(tip) + 1, "one revision"


@test
def there_and_back_again_is_the_same_plan():
    plan = filled_plan()
    before, tree = texts(plan), git(plan, "rev-parse", "main^{tree}")
    for one, other, more in (("cooperation", "zzyzx", ["--exact"]), ("التعاون", "قققق", ["--exact"]),
                             ("water", "zzyzx", ["--exact", "--whole-words"])):
        out("replace", plan, one, other, *more)
        assert texts(plan) != before
        out("replace", plan, other, one, *more)
        assert texts(plan) == before and git(plan, "rev-parse", "main^{tree}") == tree


@test
def strength_is_chosen():
    plan = new_plan()
    add(plan, "Water and waterways; WATER.", "actions", "en")
    add(plan, "المِياه والمياه الميـاه", "actions", "ar")

    def count(wanted, *more):
        done = run("replace", plan, wanted, "x", "--dry-run", "--json", *more)
        return json.loads(done[0])["count"]

    assert count("water", "--language", "en") == 3
    assert count("water", "--language", "en", "--whole-words") == 2
    assert count("water", "--language", "en", "--exact") == 1
    assert "none of these texts" in refused("replace", plan, "water", "x", "--exact", "--whole-words")
    assert count("المياه", "--language", "ar") == 3
    assert count("المياه", "--language", "ar", "--whole-words") == 2
    assert count("المياه", "--language", "ar", "--exact") == 1


@test
def what_was_agreed_is_said_to_be_reopened():
    plan = new_plan()
    agreed = add(plan, "States protect water.", "actions", "en")
    add(plan, "States share water.", "actions", "en")
    out("agree", plan, agreed, "--level", "plenary")
    done = json.loads(run("replace", plan, "water", "rivers", "--json", status=1)[0])
    assert [one["reopens"] for one in done["replacements"]] == [True, False]
    shown = {p["id"]: p for p in as_json("show", plan)["provisions"]}
    assert "reopened" in json.dumps(shown[agreed])


@test
def a_delegation_edits_its_own_branch_alone():
    plan = new_plan()
    add(plan, "States protect water.", "actions", "en")
    out("apply", plan, "-", stdin=json.dumps({"edits": [{"op": "delegation", "code": "EG", "fields": {}}]}).encode())
    tip = git(plan, "rev-parse", "main")
    out("replace", plan, "water", "rivers", "--as", "EG")
    assert git(plan, "rev-parse", "main") == tip
    assert "rivers" in out("show", plan, "--at", "delegations/EG")


@test
def sections_and_the_title():
    plan = new_plan(title="ماء")
    add(plan, "water one", "actions", "en")
    add(plan, "water two", "principles", "en")
    add(plan, "ماء", "actions", "ar")
    assert as_json("replace", plan, "water", "x", "--section", "principles", "--dry-run")["count"] == 1
    assert as_json("replace", plan, "ماء", "x", "--dry-run")["count"] == 2
    out("replace", plan, "ماء", "مياه")
    assert as_json("show", plan)["title"]["ar"] == "مياه"


@test
def a_regular_expression_says_what():
    plan = new_plan()
    add(plan, "Resolution 70/1 and resolution 76/186; [water].", "actions", "en")
    out("replace", plan, r"(?i)resolution (\d+)/(\d+)", "A/RES/$1/$2", "--regex")
    assert texts(plan)[0][2] == "A/RES/70/1 and A/RES/76/186; [water]."
    before = state(plan)
    for words, said in ((("[water", "x"), "character"), (("(water", "x"), "backslash"), (("(w)ater", "$2"), "up to $1"),
                        (("water", "$"), "\\$")):
        assert said in refused("replace", plan, *words, "--regex")
    assert "not both" in refused("replace", plan, "water", "x", "--regex", "--exact")
    assert state(plan) == before
    assert as_json("replace", plan, r"\Q[water]\E", "x", "--regex", "--dry-run")["replacements"] == \
        as_json("replace", plan, "[water]", "x", "--exact", "--dry-run")["replacements"]


@test
def an_expression_without_end_ends():
    plan = new_plan()
    add(plan, "a" * 5000 + "!", "actions", "en")
    before = state(plan)
    assert "too long" in refused("replace", plan, "(a+)+b", "x", "--regex")
    assert state(plan) == before


@test
def parts_are_chosen():
    plan = new_plan(title="water")
    action = add(plan, "water", "actions", "en")
    out("edit", plan, action, "--part", "means", "--language", "en", "--text", "water water")

    def count(*more):
        return as_json("replace", plan, "water", "x", "--dry-run", *more)["count"]

    title = "water" in json.dumps(as_json("show", plan)["title"])
    assert title and count() == 4
    assert count("--part", "body") == 1 and count("--part", "means") == 2 and count("--part", "title") == 1
    assert count("--part", "means", "--part", "title") == 3
    assert count("--part", "title", "--part", "body", "--section", "actions") == 2
    assert "not a text of a plan" in refused("replace", plan, "water", "x", "--part", "nowhere")
    out("replace", plan, "water", "rivers", "--part", "means")
    assert count() == 2


@test
def bad_orders_are_refused_and_nothing_is_written():
    plan = new_plan()
    add(plan, "water", "actions", "en")
    before = state(plan)
    for words in (("", "x"), ("nowhere", "x"), ("water", "water"), ("water", "x", "--language", "fr"),
                  ("water", "x", "--section", "nowhere"), ("water", "a\u202eb")):
        refused("replace", plan, *words)
    assert state(plan) == before


if __name__ == "__main__":
    sys.exit(main())
