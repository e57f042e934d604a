#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What one text was called before, and one text brought back. Speaks TAP."""

import sys

from case import FSI, PDI, WATER, WATER_AGAIN, add, as_json, git, know, main, new_plan, out, refused, state, test

THIRD = "تنمية الموارد المائية المشتركة"
# Those who act write into the rolling text themselves.
MAIN = ("--branch", "main")
ENGLISH, ENGLISH_AGAIN = "Water is shared.", "Water is shared fairly."


def plan_of_three():
    """Arabic: the facilitator's, Egypt's, Jordan's; English changes with Jordan's."""
    plan = new_plan()
    know(plan, "EG", "JO")
    one = add(plan)
    out("edit", plan, one, "--language", "en", "--text", ENGLISH)
    first = git(plan, "rev-parse", "main")
    out("edit", plan, one, "--language", "ar", "--text", WATER_AGAIN, "--as", "EG", *MAIN,
        "-m", "A word\n\nThe capital asks for it.")
    out("edit", plan, one, "--language", "ar", "--text", THIRD, "--as", "JO", *MAIN)
    out("edit", plan, one, "--language", "en", "--text", ENGLISH_AGAIN)
    return plan, one, first


@test
def one_text_comes_back():
    plan, one, first = plan_of_three()
    before = as_json("show", plan, one)
    made = as_json("restore", plan, one, "--at", "main~2", "--language", "ar")
    after = as_json("show", plan, one)
    assert after["texts"] == {"ar": WATER_AGAIN, "en": ENGLISH_AGAIN}
    assert {k: v for k, v in before.items() if k != "texts"} == {k: v for k, v in after.items() if k != "texts"}
    assert git(plan, "rev-parse", "main") == made["revision"]
    changed = git(plan, "diff-tree", "-r", "--name-only", "main~1", "main").splitlines()
    assert len(changed) == 1 and changed[0].endswith("/ar.txt"), changed
    # The words go back to those who wrote them.
    words = {w["text"].strip(): w["origins"][0]["owners"] for w in as_json("words", plan, one)["words"]}
    assert words["المشتركة"] == ["EG"], words
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""


@test
def another_part_comes_back():
    plan = new_plan()
    one = add(plan, THIRD, "actions")
    out("edit", plan, one, "--language", "en", "--text", ENGLISH_AGAIN)
    for text in ("الصندوق", "الصندوق والدول"):
        out("edit", plan, one, "--language", "ar", "--part", "means", "--text", text)
    out("restore", plan, one, "--at", "main~1", "--part", "means")
    assert as_json("show", plan, one)["texts"] == {"ar": THIRD, "en": ENGLISH_AGAIN, "means.ar": "الصندوق"}


@test
def a_proposal_is_carried_along():
    plan = new_plan()
    know(plan, "EG")
    one = add(plan)
    out("edit", plan, one, "--language", "ar", "--text", WATER_AGAIN)
    out("propose", plan, one, "--language", "ar", "--text", f"{WATER_AGAIN} العربية", "--as", "EG", *MAIN)
    out("restore", plan, one, "--at", "main~2", "--language", "ar")
    (proposal,) = as_json("proposals", plan)["proposals"]
    assert proposal["state"] == "open" and proposal["owners"] == ["EG"], proposal
    assert proposal["texts"]["ar"] == f"{WATER} العربية", proposal
    assert as_json("show", plan, one)["texts"]["ar"] == WATER


@test
def what_is_so_already_stays():
    plan, one, _ = plan_of_three()
    tree = git(plan, "rev-parse", "main^{tree}")
    out("restore", plan, one, "--at", "main", "--language", "ar")
    assert git(plan, "rev-parse", "main^{tree}") == tree


@test
def what_cannot_come_back_is_refused():
    plan, one, first = plan_of_three()
    gone = add(plan, "غير باق")
    at = git(plan, "rev-parse", "main")
    git(plan, "update-ref", "refs/heads/main", first)
    before = state(plan)
    for words in (["--at", "main", "--language", "fr"], ["--at", "main", "--part", "means"],
                  ["--at", "main", "--part", "tail"], ["--at", "main", "--language", "../x"],
                  ["--at", "no-such", "--language", "ar"], ["--at", "main~9", "--language", "ar"]):
        refused("restore", plan, one, *words)
    assert gone in refused("restore", plan, gone, "--at", at, "--language", "ar")
    refused("restore", plan, "--at", "main", "--language", "ar")
    assert state(plan) == before


@test
def every_wording_is_listed():
    plan, one, first = plan_of_three()
    out("restore", plan, one, "--at", "main~2", "--language", "ar")
    said = as_json("log", plan, one, "--wordings")
    assert (said["id"], said["part"], said["language"]) == (one, "body", "ar")
    back, jordan, egypt, begin = said["wordings"]
    assert [w["text"] for w in said["wordings"]] == [WATER_AGAIN, THIRD, WATER_AGAIN, WATER]
    assert [w["owners"] for w in said["wordings"]] == [[], ["JO"], ["EG"], []]
    assert back["back_to"] == egypt["revision"] and jordan["back_to"] is None
    assert egypt["reason"] == "The capital asks for it." and egypt["subject"] == "A word"
    assert begin["reason"] is None and begin["mandate"] == "editorial" and not begin["merged"]
    assert [r["text"].strip() for r in egypt["runs"] if r["kind"] == "inserted"] == ["المشتركة"]
    assert [r["kind"] for r in begin["runs"]] == ["inserted"]
    for wording in said["wordings"]:
        assert "".join(r["text"] for r in wording["runs"] if r["kind"] != "deleted") == wording["text"]
    assert len(as_json("log", plan, one, "--wordings", "--language", "en")["wordings"]) == 2
    assert len(as_json("log", plan, one, "--wordings", "-n", 1)["wordings"]) == 1
    lines = out("log", plan, one, "--wordings").splitlines()
    assert lines[0].startswith(back["revision"][:10]) and egypt["revision"][:10] in lines[1]
    assert any("The capital asks for it." in line for line in lines)
    refused("log", plan, "--wordings")
    refused("log", plan, one, "--language", "ar")
    refused("log", plan, one, "--wordings", "--language", "fr")


@test
def wordings_of_branches_and_proposals():
    plan = new_plan()
    know(plan, "EG", "JO")
    one = add(plan)
    out("propose", plan, one, "--language", "ar", "--text", WATER_AGAIN, "--as", "EG", *MAIN, "--reason", "بطلب العاصمة")
    pid = as_json("proposals", plan)["proposals"][0]["id"]
    out("accept", plan, pid)
    accepted = as_json("log", plan, one, "--wordings")["wordings"][0]
    assert accepted["text"] == WATER_AGAIN and accepted["owners"] == ["EG"], accepted
    assert accepted["proposals"] == [pid] and accepted["reason"] == "بطلب العاصمة", accepted
    # A move is no new wording.
    out("add", plan, "--section", "objectives", "--after", one, "--language", "ar", "--text", "التالي")
    assert len(as_json("log", plan, one, "--wordings")["wordings"]) == 2
    # What a delegation wrote on its branch and a merge took in is there, as the delegation's.
    out("edit", plan, one, "--language", "ar", "--text", THIRD, "--as", "JO")
    out("merge", plan, "JO", "--accept")
    newest = as_json("log", plan, one, "--wordings")["wordings"][0]
    assert newest["text"] == THIRD and newest["owners"] == ["JO"], newest


sys.exit(main())
