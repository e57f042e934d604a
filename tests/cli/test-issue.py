#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Issued revisions as people meet them: symbols, dates, frozen numbers. Speaks TAP."""

import sys

from case import FSI, PDI, RLO, add, as_json, git, know, main, new_plan, out, refused, state, test

DRAFT, REVISED, DATED = "A/64/L.64", "A/64/L.64/Rev.1", "19 July 2010 5 p.m."
LANGUAGES = ("en", "fr", "es", "ru", "zh")


def plan_of_two():
    plan = new_plan()
    return plan, add(plan, "الأول", "actions"), add(plan, "الثاني", "actions")


def numbers(plan, *more):
    return [p["number"] for p in as_json("show", plan, *more)["provisions"]]


@test
def a_symbol_serves_for_a_revision():
    plan, first, _ = plan_of_two()
    tip = git(plan, "rev-parse", "main")
    made = as_json("issue", plan, DRAFT, "-m", "كما قُرئت في القاعة")
    assert made["symbol"] == DRAFT and made["revision"] == tip and made["by"] == "Facilitator"
    assert made["note"] == "كما قُرئت في القاعة" and made["when"] and not made["damaged"]
    assert git(plan, "cat-file", "-t", made["tag"]) == "tag"
    out("edit", plan, first, "--language", "ar", "--text", "الأول بعد التعديل")
    as_json("issue", plan, REVISED)
    as_json("issue", plan, "CRP.3", "main~1")
    assert as_json("show", plan, first, "--at", DRAFT)["texts"]["ar"] == "الأول"
    changes = as_json("diff", plan, DRAFT, REVISED)["changes"]
    assert [c["kind"] for c in changes] == ["text"] and changes[0]["id"] == first
    assert as_json("diff", plan, DRAFT, "CRP.3")["changes"] == []
    out("restore", plan, first, "--at", DRAFT)
    assert as_json("show", plan, first)["texts"]["ar"] == "الأول"
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""


@test
def what_was_issued_is_listed():
    plan, _, _ = plan_of_two()
    as_json("issue", plan, DRAFT)
    as_json("issue", plan, "CRP.3")
    add(plan, "الثالث", "actions")
    dated = as_json("issue", plan, DATED, "--when", "2010-07-19T17:00")
    assert dated["when"].startswith("2010-07-19T17:00:00")
    assert as_json("issue", plan, "CRP.4", "--when", "2010-07-19 17:05")["when"][:16] == "2010-07-19T17:05"
    listed = as_json("issue", plan)["issued"]
    # The clock may lie: what stands on another comes behind it.
    assert {i["symbol"] for i in listed[:2]} == {DRAFT, "CRP.3"}
    assert [i["symbol"] for i in listed[2:]] == [DATED, "CRP.4"]
    lines = out("issue", plan).splitlines()
    assert len(lines) == 4 and f"{FSI}{DATED}{PDI}" in lines[2] and "2010-07-19 17:00 +00:00" in lines[2]
    log = as_json("log", plan)["revisions"]
    assert [len(r["issued"]) for r in log] == [2, 2, 0, 0] and dated in log[0]["issued"]
    assert out("log", plan).splitlines()[0].endswith(f"[{FSI}{DATED}{PDI}]  [{FSI}CRP.4{PDI}]")


@test
def numbers_are_frozen():
    plan = "plan.twf"
    words = [w for l in ("ar", *LANGUAGES) for w in ("--language", l)]
    out("new", plan, "--title", "خطة", *words, "--template", "blank")
    first = add(plan, "الأول", "actions")
    second = add(plan, "الثاني", "actions")
    as_json("issue", plan, DRAFT)
    out("add", plan, "--section", "actions", "--after", first, "--language", "ar", "--text", "مدرج ثان")
    out("add", plan, "--section", "actions", "--after", first, "--language", "ar", "--text", "مدرج")
    assert numbers(plan) == ["1 -", "1 مكررا -", "1 مكررا ثانيا -", "2 -"]
    spelled = {l: numbers(plan, "--language", l)[1] for l in LANGUAGES}
    assert spelled == {"en": "1 bis.", "fr": "1 bis.", "es": "1 bis.", "ru": "1 bis.", "zh": "1之二."}
    for language, number in spelled.items():
        assert number in out("export", plan, "--format", "text", "--language", language, "-o", "-")
        assert number in out("export", plan, "--format", "html", "--language", language, "-o", "-")
    # What was issued before keeps its numbers when it is looked at again, and before it was issued.
    assert numbers(plan, "--at", DRAFT) == ["1 -", "2 -"]
    as_json("issue", plan, REVISED)
    edits = '{"edits": [{"op": "remove", "id": "%s"}, {"op": "add", "section": "actions", "texts": {"ar": "الأخير"}}]}'
    out("apply", plan, "-", stdin=(edits % second).encode())
    assert numbers(plan) == ["1 -", "1 مكررا -", "1 مكررا ثانيا -", "3 -"], "2 was given once"


@test
def another_wording_is_alt():
    plan, first, _ = plan_of_two()
    know(plan, "EG")
    out("propose", plan, first, "--language", "ar", "--text", "غيره", "--as", "EG", "--branch", "main")
    assert f"{FSI}1 بديل -{PDI}" in out("proposals", plan)
    out("edit", plan, "plan", "--field", "Convention", "--value", "bis-alternative")
    assert f"{FSI}1 مكررا -{PDI}" in out("proposals", plan)


@test
def bad_symbols_are_refused():
    plan, _, _ = plan_of_two()
    know(plan, "EG")
    as_json("issue", plan, DRAFT)
    tip = git(plan, "rev-parse", "main")
    before = state(plan)
    assert DRAFT in refused("issue", plan, DRAFT)
    assert DRAFT in refused("issue", plan, f"  {DRAFT} ", "main~1")
    for symbol in ("main", "HEAD", "main~1", tip, "x" * 300, f"A/64{RLO}", "A\u0007", ""):
        refused("issue", plan, symbol)
    assert "nosuch" in refused("issue", plan, "CRP.1", "nosuch")
    assert "main~99" in refused("issue", plan, "CRP.1", "main~99")
    for when in ("yesterday", "2010-13-01T00:00", "", "1900-01-01T00:00"):
        refused("issue", plan, "CRP.1", "--when", when)
    refused("issue", plan, "CRP.1", "--as", "XX")
    refused("issue", plan, "-m", "a note, and no symbol")
    refused("diff", plan, DRAFT, "A/64/L.65")
    refused("issue", "nosuch.twf", "CRP.1")
    assert state(plan) == before


@test
def a_damaged_one_hides_no_other():
    plan, _, _ = plan_of_two()
    as_json("issue", plan, DRAFT)
    as_json("issue", plan, REVISED)
    with open(f"{plan}/refs/tags/issued/CRP.9", "w") as file:
        file.write("1" * 40 + "\n")
    git(plan, "tag", "issued/by-hand", "main~1")
    listed = {i["symbol"]: i for i in as_json("issue", plan)["issued"]}
    assert set(listed) == {DRAFT, REVISED, "CRP.9", "by-hand"}
    assert [s for s in listed if listed[s]["damaged"]] == ["CRP.9"]
    assert listed["by-hand"]["by"] is None and listed["by-hand"]["revision"] == git(plan, "rev-parse", "main~1")
    assert len(as_json("log", plan)["revisions"]) == 3 and numbers(plan) == ["1 -", "2 -"]
    refused("show", plan, "--at", "CRP.9")


sys.exit(main())
