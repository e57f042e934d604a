#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What is agreed, reopened, reserved and packaged with twf. Speaks TAP."""

import json
import sys

from case import add, as_json, git, know, main, new_plan, out, refused, run, test

AIM = "أن يُتاح الماء المأمون في جميع المدارس الابتدائية بحلول عام 2032."
SOONER = AIM.replace("2032", "2030")


def plan_with_delegations():
    plan = new_plan()
    know(plan, "EG", "JO")
    return plan, add(plan, AIM)


def mandate(plan, revision="main"):
    return git(plan, "log", "-1", "--format=%(trailers:key=Mandate,valueonly)", revision)


def agreement(plan, provision, *more):
    return as_json("show", plan, provision, *more)["agreement"]


def findings(plan, kind):
    printed = run("check", plan, "--json", status=1)[0]
    return [found for found in json.loads(printed)["findings"] if found["kind"] == kind]


@test
def agreed_until_a_letter_changes():
    plan, aim = plan_with_delegations()
    assert agreement(plan, aim)["state"] == "not-agreed"
    done = as_json("agree", plan, aim, "--level", "plenary")
    assert done["ids"] == [aim] and done["revision"] == git(plan, "rev-parse", "main")
    assert mandate(plan) == f"agreement {aim}"
    told = agreement(plan, aim)
    assert told["state"] == "agreed" and told["level"] == "plenary", told
    assert told["languages"] == {"ar": {"state": "agreed"}}, told
    assert "Agreed in plenary" in out("show", plan, aim)
    agreed = git(plan, "rev-parse", "main")
    out("edit", plan, aim, "--language", "ar", "--text", SOONER)
    language = agreement(plan, aim)["languages"]["ar"]
    assert language["state"] == "reopened" and language["changed"] == ["body"], language
    assert language["reopened-in"] == git(plan, "rev-parse", "main") and language["reopened-by"] == []
    assert "Reopened by" in out("show", plan, aim)
    found = findings(plan, "reopened")
    assert len(found) == 1 and found[0]["id"] == aim and "Reopened by" in found[0]["detail"], found
    assert agreement(plan, aim, "--at", agreed[:10])["state"] == "agreed"
    out("edit", plan, aim, "--language", "ar", "--text", AIM)
    assert agreement(plan, aim)["state"] == "agreed"
    out("reopen", plan, aim, "-m", "New instructions")
    assert mandate(plan) == f"agreement {aim}" and agreement(plan, aim)["state"] == "not-agreed"
    assert "not agreed" in refused("reopen", plan, aim)


@test
def who_reopened_it_is_whose_proposal_was_accepted():
    plan, aim = plan_with_delegations()
    out("agree", plan, aim, "--level", "working-group")
    pid = out("propose", plan, aim, "--language", "ar", "--text", SOONER, "--as", "EG",
              "--branch", "main").strip()
    told = agreement(plan, aim)
    assert told["state"] == "agreed" and told["open"] == 1, told
    assert pid in refused("agree", plan, aim, "--level", "plenary")
    out("agree", plan, aim, "--pending", "EG")
    assert agreement(plan, aim)["pending"] == "EG"
    out("accept", plan, pid)
    accepted = git(plan, "rev-parse", "main")
    know(plan, "KE")
    language = agreement(plan, aim)["languages"]["ar"]
    assert language["reopened-by"] == ["EG"] and language["reopened-in"] == accepted, language


@test
def only_the_facilitator_and_only_by_the_act():
    plan, aim = plan_with_delegations()
    before = git(plan, "rev-parse", "main")
    assert "facilitator" in refused("agree", plan, aim, "--level", "plenary", "--as", "EG")
    assert "facilitator" in refused("reopen", plan, aim, "--as", "EG", "--branch", "main")
    assert "twf agree" in refused("edit", plan, aim, "--field", "Agreed", "--value", "green")
    refused("agree", plan, aim)
    refused("agree", plan, aim, "--level", "green")
    refused("agree", plan, aim, "--level", "pending")
    refused("agree", plan, aim, "--pending", "XX")
    refused("agree", plan, "abcdefghijkm", "--level", "plenary")
    assert git(plan, "rev-parse", "main") == before


@test
def a_package_is_agreed_as_a_whole():
    plan, aim = plan_with_delegations()
    other = add(plan, "أن تُموَّل المدارس.")
    for one in aim, other:
        out("edit", plan, one, "--field", "Package", "--value", "تمويل")
    assert "تمويل" in refused("agree", plan, aim, "--level", "plenary")
    out("agree", plan, "--package", "تمويل", "--level", "plenary")
    assert mandate(plan) == "agreement " + " ".join(sorted([aim, other]))
    refused("agree", plan, "--package", "بيئة", "--level", "plenary")
    out("edit", plan, aim, "--language", "ar", "--text", SOONER)
    assert agreement(plan, other)["broken-packages"] == ["تمويل"]
    assert "تمويل" in out("show", plan, other)
    assert [found["id"] for found in findings(plan, "broken-package")] == [aim]


@test
def a_delegation_reserves_and_explains():
    plan, aim = plan_with_delegations()
    rid = out("reserve", plan, aim, "--as", "EG", "--language", "ar", "--text", "تتحفظ مصر.").strip()
    out("reserve", plan, aim, "--as", "JO", "--language", "ar", "--text", "يوضح الأردن.", "--explain",
        "--branch", "main")
    assert [s["kind"] for s in as_json("show", plan, aim)["statements"]] == ["explanation"]
    out("merge", plan, "delegations/EG", "--accept")
    told = {s["delegation"]: s for s in as_json("show", plan, aim)["statements"]}
    assert told["EG"]["id"] == rid and told["EG"]["kind"] == "reservation", told
    assert told["JO"]["kind"] == "explanation" and told["JO"]["language"] == "ar", told
    assert "تتحفظ مصر." in out("show", plan, aim)
    refused("reserve", plan, aim, "--as", "JO", "--withdraw", rid, "--branch", "main")
    refused("reserve", plan, aim, "--language", "ar", "--text", "؟")
    out("reserve", plan, aim, "--as", "EG", "--withdraw", rid, "--branch", "main")
    assert [s["delegation"] for s in as_json("show", plan, aim)["statements"]] == ["JO"]


sys.exit(main())
