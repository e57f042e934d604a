#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""At a bracket, with twf: who is left, and what would come of it. Speaks TAP."""

import json
import os
import pathlib
import sys

from case import add, as_json, git, main, new_plan, out, refused, run, test

WATER = "States protect water together."
RIVERS = "States protect water and rivers together."
LAKES = "States protect water and lakes together."


def plan_with_groups():
    """G77 of three, of whom one is not here, and two others."""
    plan = new_plan()
    fields = {"EG": {}, "KE": {}, "JP": {}, "US": {}, "G77": {"Member": ["EG", "KE", "ZZ"]}}
    edits = [{"op": "delegation", "code": code, "fields": more} for code, more in fields.items()]
    out("apply", plan, "-", stdin=json.dumps({"edits": edits}).encode())
    return plan, add(plan, WATER, "actions", "en")


def propose(plan, provision, text, code):
    return out("propose", plan, provision, "--language", "en", "--text", text, "--as", code, "--branch", "main").strip()


def says(plan, pid, code, *words):
    out("position", plan, pid, *words, "--as", code, "--branch", "main")


@test
def who_is_left_and_what_if():
    plan, action = plan_with_groups()
    other = add(plan, WATER, "actions", "en")
    out("agree", plan, action, "--level", "plenary")
    one = propose(plan, action, RIVERS, "US")
    rival = propose(plan, action, LAKES, "JP")
    leaves = propose(plan, other, RIVERS, "JP")
    says(plan, leaves, "JP", "withdraws-if", one)
    says(plan, one, "G77", "retain")
    says(plan, one, "EG", "support")
    tip = git(plan, "rev-parse", "main")
    seen = as_json("whatif", plan, one)
    assert seen["possible"] and git(plan, "rev-parse", "main") == tip
    stances = seen["stances"]
    assert stances["count"] == {"accept": 2, "reflect": 0, "reserve": 0, "object": 2, "silent": 0}, stances
    assert stances["object"] == [{"delegation": "G77", "except": ["EG"]},
                                 {"delegation": "JP", "except": [], "proposal": rival}]
    assert seen["reopened"] == [action] and seen["open"] == [rival]
    assert {(o["id"], o["becomes"]) for o in seen["others"]} == {(leaves, "withdrawn"), (rival, "clashes")}
    assert seen["conditions"] == [{"id": leaves, "delegation": "JP", "proposal": one}]
    assert (seen["open-now"], seen["open-in-plan"]) == (3, 1)
    told = out("whatif", plan, one)
    assert "G77 (except EG)" in told and f"JP (asks for {rival})" in told, told
    # It comes as it was foreseen.
    done = json.loads(run("accept", plan, one, "--json", status=1)[0])
    assert done["withdrawn"] == [leaves] and done["clashes"] == [rival]
    assert not json.loads(run("whatif", plan, one, "--json", status=1)[0])["possible"]
    assert "There is no proposal" in refused("whatif", plan, "zzzz")


@test
def a_group_and_its_member():
    """A member's own word is over its group's, in lists and in compilations, and a compilation is read back."""
    plan, action = plan_with_groups()
    pid = propose(plan, action, RIVERS, "US")
    says(plan, pid, "G77", "retain")
    assert "G77: " in out("proposals", plan)
    says(plan, pid, "EG", "support")
    says(plan, pid, "KE", "retain")
    assert "G77 (except EG): " in out("proposals", plan)
    for notation, words in (("positions", "(G77 except EG, KE: retain)"), ("inline", "G77 except EG, KE retain")):
        text = out("compile", plan, "--language", "en", "--notation", notation)
        assert words in text.translate({ord("\u2068"): None, ord("\u2069"): None}), text
        letter = pathlib.Path("letter.txt")
        letter.write_text(text)
        copy = f"{plan}-{notation}"
        out("import", copy, letter, "--language", "en", "--brackets")
        read = as_json("proposals", copy)["proposals"]
        assert [(p["owners"], sorted((s["delegation"], s["word"]) for s in p["positions"])) for p in read] == [
            (["US"], [("EG", "support"), ("G77", "retain"), ("KE", "retain")])], read
    # An English text says so in English on an Arabic page too, an Arabic one in Arabic.
    bare = {ord("\u2068"): None, ord("\u2069"): None}
    assert "G77 except EG" in out("compile", plan, "--language", "ar").translate(bare)
    arabic = add(plan, "تحمي الدول المياه معا.", "actions", "ar")
    second = out("propose", plan, arabic, "--language", "ar", "--text", "تحمي الدول المياه والأنهار معا.",
                 "--as", "US", "--branch", "main").strip()
    says(plan, second, "G77", "retain")
    says(plan, second, "EG", "support")
    assert "G77 ما عدا EG" in out("compile", plan, "--language", "ar").translate(bare)


@test
def three_bis_stays():
    """A provision that is itself proposed is a condition by its own id."""
    plan, action = plan_with_groups()
    pid = propose(plan, action, RIVERS, "US")
    made = as_json("propose", plan, "--section", "actions", "--after", action, "--language", "en", "--text", LAKES,
                   "--as", "JP", "--branch", "main")
    says(plan, pid, "US", "withdraws-if", made["provision"])
    assert as_json("proposals", plan, pid)["proposals"][0]["positions"][0]["proposal"] == made["id"]
    assert "not itself proposed" in refused("position", plan, pid, "withdraws-if", action, "--as", "US")


@test
def a_compromise():
    """It belongs to both, stands for what both asked, and nothing of it is unaccounted for."""
    plan, action = plan_with_groups()
    out("issue", plan, "A/1")
    one, other = propose(plan, action, RIVERS, "EG"), propose(plan, action, LAKES, "JP")
    text = "States protect water, rivers and lakes together."
    ask = ["propose", plan, "--compromise", one[:8], "--compromise", other, "--language", "en", "--text", text]
    both = as_json(*ask, "--reason", "Both")["id"]
    seen = {p["id"]: p for p in as_json("proposals", plan)["proposals"]}
    assert seen[both]["owners"] == ["EG", "JP"] and sorted(seen[both]["takes-up"]) == sorted([one, other])
    for pid in (one, other):
        assert (seen[pid]["state"], seen[pid]["replaced-by"]) == ("withdrawn", both)
    elsewhere = propose(plan, add(plan, WATER, "actions", "en"), LAKES, "JP")
    says(plan, elsewhere, "JP", "withdraws-if", one)
    compiled = out("compile", plan, "--language", "en").translate({ord("\u2068"): None, ord("\u2069"): None})
    assert "(JP: withdraws if 1 EG – withdrawn)" in compiled, compiled
    told = as_json("reject", plan, both)
    assert sorted(told["reopened"]) == sorted([one, other])
    out("reopen", plan, both)
    assert as_json("proposals", plan, one)["proposals"][0]["state"] == "withdrawn"
    out("accept", plan, both)
    out("issue", plan, "A/1/Rev.1")
    account = as_json("account", plan, "A/1", "A/1/Rev.1")
    assert account["unaccounted"] == 0, account
    words = out("words", plan, action, "--language", "en")
    assert "EG" in words and "JP" in words, words
    for words, said in ((ask[:4] + ask[6:], "two proposals or more"), (ask + ["--as", "EG"], "the facilitator"),
                        (ask[:2] + [action] + ask[2:], "takes no ID"), (ask, "is withdrawn")):
        assert said in refused(*words), (words, refused(*words))


@test
def delegations_and_groups():
    """Made, changed and taken out without `twf apply`; what the plan names stays, and no group is in itself."""
    plan = new_plan()
    for code in ("EG", "KE", "UY"):
        out("delegation", plan, code)
    out("delegation", plan, "G77", "--name", "en=Group of 77", "--name", "ar=مجموعة", "--member", "EG", "--member", "KE")
    out("delegation", plan, "AFR", "--name", "en=Africa", "--member", "G77")
    known = {one["code"]: one for one in as_json("delegation", plan)["delegations"]}
    assert known["EG"] == {"code": "EG", "names": {"ar": "مصر", "en": "Egypt"}, "members": []}, known
    assert known["G77"]["names"]["en"] == "Group of 77" and known["G77"]["members"] == ["EG", "KE"], known
    order = [line.split()[0] for line in out("delegation", plan).splitlines()]
    assert order == ["AFR", "EG", "G77", "KE", "UY"], order
    tip = git(plan, "rev-parse", "main")
    for why, words in (
        ("cannot be a member of itself", ("G77", "--member", "G77")),
        ("is itself a member of it", ("G77", "--member", "AFR")),
        ("member of groups (1)", ("EG", "--remove")),
        ("no state’s code", ("XYZ",)),
        ("no code of a delegation", ("eg",)),
        ("no code of a delegation", ("G77", "--member", "eg")),
        ("a language of the plan", ("EG", "--name", "Egypt")),
        ("no delegation NO", ("NO", "--remove")),
        ("goes alone", ("EG", "--remove", "--member", "KE")),
        ("Give its code", ("--remove",)),
    ):
        assert why in refused("delegation", plan, *words), words
    assert git(plan, "rev-parse", "main") == tip
    out("delegation", plan, "AFR", "--remove")
    out("delegation", plan, "G77", "--member", "")
    for code in ("EG", "UY"):
        out("delegation", plan, code, "--remove")
    assert [one["code"] for one in as_json("delegation", plan)["delegations"]] == ["G77", "KE"]
    action = add(plan, WATER, "actions", "en")
    pid = propose(plan, action, RIVERS, "KE")
    says(plan, pid, "G77", "reserve")
    assert "owner of proposals (1)" in refused("delegation", plan, "KE", "--remove")
    assert "positions on proposals (1)" in refused("delegation", plan, "G77", "--remove")


@test
def why_not_accepted():
    """A sentence says why, in the reader's language."""
    plan, action = plan_with_groups()
    one = propose(plan, action, RIVERS, "US")
    goes = out("propose", plan, action, "--delete", "--as", "JP", "--branch", "main").strip()
    assert "Settle or move those first." in run("whatif", plan, goes, status=1)[0]
    arabic = {"LC_ALL": "C.UTF-8", "LANGUAGE": "ar", "TAWAFUQ_LOCALEDIR": os.environ["TAWAFUQ_BUILD"] + "/po"}
    assert "سوّها أو انقلها أولا" in run("whatif", plan, goes, status=1, env=arabic)[0]
    out("reject", plan, one)
    assert "It was rejected. Take it up again first." in run("whatif", plan, one, status=1)[0]


sys.exit(main())
