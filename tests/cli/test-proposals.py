#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The life of proposals as people lead it with twf: made, argued over, accepted, set aside, taken up
again. Speaks TAP."""

import json
import pathlib
import subprocess
import sys

from case import FSI, PDI, RLO, TWF, add, as_json, git, know, main, new_plan, out, refused, run, state, test

AIM = "أن يُتاح الماء المأمون في جميع المدارس الابتدائية بحلول عام 2032."
SOONER = AIM.replace("2032", "2030")
LATER = AIM.replace("2032", "2035")
ALL = AIM.replace("الابتدائية ", "")


def plan_with_delegations():
    plan = new_plan()
    know(plan, "EG", "JO", "KE", "UY")
    return plan, add(plan, AIM)


def ask(plan, provision, text, code, *more):
    """A proposal typed in at the reading: on the rolling text, for a delegation."""
    return out("propose", plan, provision, "--language", "ar", "--text", text, "--as", code,
               "--branch", "main", *more).strip()


def stands(plan, pid):
    return as_json("proposals", plan, pid)["proposals"][0]["state"]


def text(plan, provision, language="ar"):
    return as_json("show", plan, provision)["texts"].get(language)


def mandate(plan, revision="main"):
    return git(plan, "log", "-1", "--format=%(trailers:key=Mandate,valueonly)", revision)


@test
def a_proposal_leaves_the_text():
    plan, aim = plan_with_delegations()
    made = as_json("propose", plan, aim, "--language", "ar", "--text", SOONER, "--as", "EG",
                   "--branch", "main", "--reason", "لأن الأطفال لا ينتظرون")
    assert made["provision"] == aim and made["revision"] == git(plan, "rev-parse", "main")
    assert mandate(plan) == f"proposal {made['id']}"
    assert made["id"] in git(plan, "log", "-1", "--format=%s", "main")
    assert text(plan, aim) == AIM
    proposal = as_json("show", plan, aim)["proposals"][0]
    assert proposal == {
        "id": made["id"], "provision": aim, "kind": "replace", "state": "open", "owners": ["EG"],
        "positions": [], "texts": {"ar": SOONER}, "reason": "لأن الأطفال لا ينتظرون"}
    assert as_json("show", plan)["provisions"][0]["proposals"] == [proposal]
    assert as_json("proposals", plan)["proposals"] == [proposal]
    assert made["id"] in out("show", plan) and "EG" in out("show", plan, aim)
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""


@test
def what_comes_along_is_not_accepted():
    """A proposal made on a branch is taken over by its merge: the text is as it was."""
    plan, aim = plan_with_delegations()
    out("propose", plan, aim, "--language", "ar", "--text", SOONER, "--as", "EG")
    dry = out("merge", plan, "EG", "--accept", "--dry-run")
    assert "Accepted: 0. Taken over: 1. Proposals: 0." in dry, dry
    report = as_json("merge", plan, "EG", "--accept")
    assert report["summary"]["takenOver"] == 1 and report["summary"]["accepted"] == 0, report
    assert [one["outcome"] for one in report["outcomes"]] == ["taken-over"], report
    assert text(plan, aim) == AIM and len(as_json("proposals", plan)["proposals"]) == 1


@test
def the_same_from_two_is_one():
    plan, aim = plan_with_delegations()
    one = ask(plan, aim, SOONER, "EG")
    assert ask(plan, aim, SOONER, "JO") == one
    tip = git(plan, "rev-parse", "main")
    assert ask(plan, aim, SOONER, "JO") == one and git(plan, "rev-parse", "main") == tip
    assert [p["owners"] for p in as_json("proposals", plan)["proposals"]] == [["EG", "JO"]]
    assert ask(plan, aim, LATER, "JO") != one


@test
def of_every_kind():
    plan, aim = plan_with_delegations()
    other = add(plan, "غير ذلك")
    action = add(plan, "حفر الآبار", "actions")
    there = ["--as", "UY", "--branch", "main"]
    new = as_json("propose", plan, "--section", "objectives", "--after", aim, "--language", "ar",
                  "--text", "هدف آخر", "--language", "en", "--text", "Another aim", *there)
    shown = as_json("show", plan)["provisions"]
    assert [p["id"] for p in shown][:3] == [aim, new["provision"], other]
    assert shown[1]["fields"]["Proposed"] == ["UY"] and shown[1]["texts"]["en"] == "Another aim"
    assert f"{FSI}2 مكررا - [هدف آخر]{PDI}" not in out("show", plan)  # it stands behind the first
    assert "[هدف آخر]" in out("show", plan) and "[Another aim]" in out("show", plan)
    gone = out("propose", plan, other, "--delete", *there).strip()
    moved = out("propose", plan, aim, "--after", other, *there).strip()
    first = out("propose", plan, other, "--after", "", *there).strip()
    means = out("propose", plan, action, "--part", "means", "--language", "en", "--text", "Funds", *there).strip()
    serves = out("propose", plan, action, "--field", "Serves", "--value", aim, *there).strip()
    title = out("propose", plan, "plan", "--language", "en", "--text", "A plan", *there).strip()
    symbol = out("propose", plan, "plan", "--field", "Symbol", "--value", "A/80/1", *there).strip()
    kinds = {p["id"]: p["kind"] for p in as_json("proposals", plan)["proposals"]}
    assert kinds == {new["id"]: "insert", gone: "delete", moved: "move", first: "move", means: "replace",
                     serves: "replace", title: "replace", symbol: "replace"}
    assert [p["id"] for p in as_json("show", plan)["proposals"]] == sorted([title, symbol])
    told = out("proposals", plan)
    assert "A plan" in told and "Symbol: " in told and f"after {other}" in told and ", first" in told
    assert "means.en: " in told and told.count(FSI) == told.count(PDI)
    for pid in (new["id"], moved, means, serves, title, symbol):
        run("accept", plan, pid)
    run("withdraw", plan, first, *there)
    run("accept", plan, gone)
    shown = as_json("show", plan)
    assert [p["id"] for p in shown["provisions"]] == [new["provision"], aim, action]
    assert "Proposed" not in shown["provisions"][0]["fields"] and shown["title"]["en"] == "A plan"
    assert shown["provisions"][2]["texts"]["means.en"] == "Funds" and shown["fields"]["Symbol"] == ["A/80/1"]
    assert shown["provisions"][2]["fields"]["Serves"] == [aim]
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""


@test
def accepting_tells_what_became_of_others():
    plan, aim = plan_with_delegations()
    sooner, later = ask(plan, aim, SOONER, "EG"), ask(plan, aim, LATER, "KE")
    everywhere, shared = ask(plan, aim, ALL, "JO"), ask(plan, aim, ALL, "UY")
    assert everywhere == shared
    out("position", plan, everywhere, "withdraws-if", sooner, "--as", "UY", "--branch", "main")
    told = json.loads(run("accept", plan, sooner, "--json", status=1)[0])
    assert told["ids"] == [sooner] and told["clashes"] == [later] and told["left"] == [everywhere]
    assert told["withdrawn"] == told["gone"] == told["accepted"] == []
    assert told["revision"] == git(plan, "rev-parse", "main") and mandate(plan) == f"proposal {sooner}"
    assert text(plan, aim) == SOONER
    proposals = {p["id"]: p for p in as_json("proposals", plan)["proposals"]}
    assert proposals[everywhere]["owners"] == ["JO"] and proposals[sooner]["state"] == "accepted"
    assert proposals[everywhere]["texts"]["ar"] == SOONER.replace("الابتدائية ", "")
    assert proposals[later]["texts"]["ar"] == LATER
    lines = out("accept", plan, everywhere).splitlines()
    assert lines[0] == git(plan, "rev-parse", "main") and lines[1].startswith(everywhere)
    assert any(line.startswith(later) and "carried along" in line for line in lines)
    assert text(plan, aim) == SOONER.replace("الابتدائية ", "")


@test
def a_condition_that_is_met():
    plan, aim = plan_with_delegations()
    other = add(plan, "غير ذلك")
    package, wanted = ask(plan, other, "غير ذلك تماما", "EG"), ask(plan, aim, SOONER, "JO")
    out("position", plan, package, "withdraws-if", wanted, "--as", "EG", "--branch", "main")
    assert as_json("proposals", plan, package)["proposals"][0]["positions"] == [
        {"delegation": "EG", "word": "withdraws-if", "proposal": wanted}]
    assert as_json("accept", plan, wanted)["withdrawn"] == [package]
    assert stands(plan, package) == "withdrawn"


@test
def a_condition_that_is_met_by_a_merge():
    plan, aim = plan_with_delegations()
    other = add(plan, "غير ذلك")
    package, wanted = ask(plan, other, "غير ذلك تماما", "EG"), ask(plan, aim, SOONER, "JO")
    out("edit", plan, aim, "--language", "ar", "--text", SOONER, "--as", "JO")
    out("position", plan, package, "withdraws-if", wanted, "--as", "EG", "--branch", "main")
    told = as_json("merge", plan, "JO", "--accept")
    fired = told["outcomes"][-1]
    assert fired["outcome"] == "withdrawn" and fired["reason"] == "condition"
    assert fired["proposal"] == package and fired["delegation"] == "EG" and fired["condition"] == wanted
    assert stands(plan, package) == "withdrawn" and stands(plan, wanted) == "accepted"
    assert text(plan, aim) == SOONER and text(plan, other) == "غير ذلك"
    # Put on the table again, it is not taken off it for the same reason.
    out("reopen", plan, package, "--as", "EG", "--branch", "main")
    assert stands(plan, package) == "open"
    # A condition that was met before it is made is met at once.
    out("position", plan, package, "withdraws-if", wanted, "--as", "EG", "--branch", "main")
    assert stands(plan, package) == "withdrawn"


@test
def accepting_in_part():
    plan, aim = plan_with_delegations()
    both = as_json("propose", plan, aim, "--language", "ar", "--text", SOONER, "--language", "en",
                   "--text", "Safe water by 2030", "--as", "EG", "--branch", "main")["id"]
    out("accept", plan, both, "--language", "en")
    assert text(plan, aim, "en") == "Safe water by 2030" and text(plan, aim) == AIM
    assert stands(plan, both) == "open"
    out("accept", plan, both)
    assert text(plan, aim) == SOONER and stands(plan, both) == "accepted"
    long = add(plan, "الأولى هنا. الثانية هنا. الثالثة هنا.")
    two = ask(plan, long, "الأولى هناك. الثانية هنا. الثالثة هناك.", "EG")
    out("accept", plan, two, "--change", "2")
    assert text(plan, long) == "الأولى هنا. الثانية هنا. الثالثة هناك." and stands(plan, two) == "open"
    refused("accept", plan, two, "--change", "2")
    out("accept", plan, two, "--change", "1")
    assert text(plan, long) == "الأولى هناك. الثانية هنا. الثالثة هناك."


@test
def set_aside_and_taken_up_again():
    plan, aim = plan_with_delegations()
    one = ask(plan, aim, SOONER, "EG")
    for command, state_then in (("park", "parked"), ("reject", "rejected")):
        out(command, plan, one)
        assert stands(plan, one) == state_then and mandate(plan) == "chair"
        assert f"twf reopen PLAN {one}" in refused(command, plan, one)
        if command == "reject":
            assert "rejected" in refused("accept", plan, one) and "twf reopen" in refused("accept", plan, one)
            assert "twf reopen" in refused("propose", plan, aim, "--language", "ar", "--text", SOONER)
        assert text(plan, aim) == AIM
        out("reopen", plan, one)
        assert stands(plan, one) == "open" and mandate(plan) == "chair"
    assert "open already" in refused("reopen", plan, one)
    out("withdraw", plan, one, "--as", "EG", "--branch", "main")
    assert stands(plan, one) == "withdrawn" and mandate(plan) == f"proposal {one}"
    out("reopen", plan, one, "--as", "JO", "--branch", "main")
    assert as_json("proposals", plan, "--owner", "JO", "--state", "open")["proposals"][0]["id"] == one
    assert as_json("proposals", plan, "--owner", "EG")["proposals"] == []
    out("accept", plan, one)
    assert "was accepted" in refused("park", plan, one) and text(plan, aim) == SOONER
    out("edit", plan, aim, "--language", "ar", "--text", AIM)
    out("reopen", plan, one)
    out("accept", plan, one)
    assert text(plan, aim) == SOONER


@test
def what_stands_is_not_taken_up_again():
    plan, aim = plan_with_delegations()
    one = ask(plan, aim, SOONER, "EG")
    out("accept", plan, one)
    wider = SOONER.replace("المدارس", "كل المدارس")
    pathlib.Path("edits.json").write_text(json.dumps(
        {"edits": [{"op": "edit", "id": aim, "texts": {"ar": wider}}]}), encoding="utf-8")
    out("apply", plan, "edits.json")
    before = git(plan, "rev-parse", "main")
    assert one in refused("reopen", plan, one)
    assert git(plan, "rev-parse", "main") == before and stands(plan, one) == "accepted"


@test
def several_at_once_or_none():
    plan, aim = plan_with_delegations()
    sooner, later, everywhere = (ask(plan, aim, asked, "EG") for asked in (SOONER, LATER, ALL))
    before = state(plan)
    assert "the same words" in refused("accept", plan, sooner, later)
    refused("accept", plan, everywhere, "zzzzzzzzzzzz")
    refused("park", plan, everywhere, "zzzzzzzzzzzz")
    assert state(plan) == before
    run("accept", plan, everywhere, sooner, everywhere, status=1)
    assert int(git(plan, "rev-list", "--all", "--count")) == int(before[1]) + 1
    assert text(plan, aim) == SOONER.replace("الابتدائية ", "")
    assert mandate(plan) == f"proposal {everywhere} {sooner}"
    message = git(plan, "log", "-1", "--format=%B", "main")
    assert message.startswith("Accept 2 proposals\n\n") and f"Accept proposal {sooner} (EG)" in message


@test
def an_id_may_be_short():
    plan, aim = plan_with_delegations()
    pids = [ask(plan, aim, AIM.replace("2032", str(year)), "EG") for year in range(2033, 2073)]
    one = pids[0]
    short = next(one[:n] for n in range(1, 13) if sum(pid.startswith(one[:n]) for pid in pids) == 1)
    assert as_json("proposals", plan, short)["proposals"][0]["id"] == one
    assert as_json("park", plan, short)["ids"] == [one]
    initial = max((pid[0] for pid in pids), key=lambda c: sum(pid[0] == c for pid in pids))
    assert "Several proposals begin" in refused("park", plan, initial)
    assert "There is no proposal" in refused("park", plan, "zzzzzzzzzzzz")


@test
def on_a_branch_of_ones_own():
    plan, aim = plan_with_delegations()
    one = out("propose", plan, aim, "--language", "ar", "--text", "-", "--as", "EG",
              stdin=SOONER.encode()).strip()
    assert as_json("proposals", plan)["proposals"] == []
    assert as_json("proposals", plan, "--as", "EG")["proposals"][0]["owners"] == ["EG"]
    assert mandate(plan, "delegations/EG") == f"proposal {one}"
    refused("accept", plan, one)
    out("accept", plan, one, "--as", "EG")
    assert text(plan, aim) == AIM
    assert as_json("show", plan, aim, "--as", "EG")["texts"]["ar"] == SOONER


@test
def refusals_write_nothing():
    plan, aim = plan_with_delegations()
    one = ask(plan, aim, SOONER, "EG")
    settled = ask(plan, aim, LATER, "EG")
    out("reject", plan, settled)
    before = state(plan)
    words = ["--language", "ar", "--text", LATER]
    for command in (
            ["propose"], ["propose", plan], ["propose", plan, aim], ["propose", plan, aim, *words, "--delete"],
            ["propose", plan, aim, *words, "--language", "en"], ["propose", plan, aim, "--text", "x"],
            ["propose", plan, aim, *words, "--part", "none"], ["propose", plan, aim, *words, "--part", "means"],
            ["propose", plan, aim, "--language", "fr", "--text", "x"], ["propose", plan, "zzzzzzzzzzzz", *words],
            ["propose", plan, aim, "--language", "ar", "--text", AIM],
            ["propose", plan, aim, "--language", "ar", "--text", "a" + RLO + "b"],
            ["propose", plan, aim, "--language", "ar", "--text", AIM + "x", "--reason", "a\nb"],
            ["propose", plan, aim, "--language", "ar", "--text", AIM + "x", "--as", "BY", "--branch", "main"],
            ["propose", plan, aim, "--field", "Invented", "--value", "x"],
            ["propose", plan, aim, "--field", "Rests-on", "--value", "zzzzzzzzzzzz"],
            ["propose", plan, "plan", "--field", "Date", "--value", "tomorrow"],
            ["propose", plan, "plan", "--field", "Source-language", "--value", "zz"],
            ["propose", plan, aim, "--after", aim], ["propose", plan, aim, "--after", "zzzzzzzzzzzz"],
            ["propose", plan, aim, "--parent", aim], ["propose", plan, "plan", "--delete"],
            ["propose", plan, "--section", "nowhere", *words], ["propose", plan, "--section", "actions"],
            ["propose", plan, "--section", "actions", "--language", "fr", "--text", "x"],
            ["propose", plan, "--section", "actions", "--language", "ar", "--text", ""],
            ["position", plan, one], ["position", plan, one, "agree", "--as", "JO"],
            ["position", plan, one, "support"], ["position", plan, one, "support", "--as", "BY", "--branch", "main"],
            ["position", plan, one, "withdraws-if", "--as", "EG", "--branch", "main"],
            ["position", plan, one, "withdraws-if", one, "--as", "EG", "--branch", "main"],
            ["position", plan, one, "withdraws-if", settled, "--as", "JO", "--branch", "main"],
            ["position", plan, one, "support", settled, "--as", "JO", "--branch", "main"],
            ["withdraw", plan, one], ["withdraw", plan, one, "--as", "JO", "--branch", "main"],
            ["withdraw", plan, settled, "--as", "EG", "--branch", "main"],
            ["accept", plan], ["accept", plan, settled], ["accept", plan, one, "--language", "en"],
            ["accept", plan, one, "--change", "7"], ["accept", plan, one, "--change", "-1"],
            ["accept", plan, one, settled, "--change", "1"], ["park", plan, settled], ["reject", plan, settled],
            ["reopen", plan, one], ["reopen", plan, settled, "--as", "BY", "--branch", "main"],
            ["proposals", plan, "zzzzzzzzzzzz"], ["proposals", plan, "--state", "done"],
            ["proposals", plan, "--owner", "../x"], ["proposals", plan, "--language", "fr"],
            ["proposals", "nowhere"]):
        refused(*command)
        assert state(plan) == before, command


@test
def taking_the_rolling_text_in():
    """What a delegation asks for stays on its branch, where others wrote the same words as well; all else comes."""
    plan, aim = plan_with_delegations()
    out("edit", plan, aim, "--language", "ar", "--text", SOONER, "--as", "EG")
    run("merge", plan, "EG", status=1)
    pid = as_json("proposals", plan)["proposals"][0]["id"]
    out("position", plan, ask(plan, aim, ALL, "KE"), "withdraws-if", pid, "--as", "KE", "--branch", "main")
    out("edit", plan, aim, "--language", "ar", "--text", LATER.replace("المأمون", "النظيف"))
    for accept in ([], ["--accept"]):
        told = json.loads(run("merge", plan, "main", "--as", "EG", "--dry-run", "--json", *accept, status=1)[0])
        assert {one["reason"] for one in told["outcomes"] if one["outcome"] == "left-out"} == {"pending"}, told
    run("merge", plan, "main", "--as", "EG", status=1)
    # The branch reads as the rolling text would with what is asked for, and nobody accepted it by that.
    own = as_json("show", plan, aim, "--as", "EG")
    assert own["texts"]["ar"] == SOONER.replace("المأمون", "النظيف")
    assert {one["state"] for one in own["proposals"]} == {"open"}
    assert own["proposals"] == as_json("show", plan, aim)["proposals"]
    # It goes on asking for the same, and taken in again nothing comes.
    before = as_json("proposals", plan)
    out("merge", plan, "EG")
    assert as_json("proposals", plan) == before
    assert text(plan, aim) == LATER.replace("المأمون", "النظيف")
    again = json.loads(run("merge", plan, "main", "--as", "EG", "--json", status=0)[0])
    assert again["outcomes"] == [], again
    assert as_json("show", plan, aim, "--as", "EG") == own
    # Until it takes its words back: then it asks for them no longer.
    out("edit", plan, aim, "--language", "ar", "--text", text(plan, aim), "--as", "EG")
    out("merge", plan, "EG")
    assert stands(plan, pid) == "withdrawn"


@test
def in_arabic():
    plan, aim = plan_with_delegations()
    one = ask(plan, aim, SOONER, "EG", "--reason", "لأن الأطفال لا ينتظرون")
    ask(plan, aim, LATER, "KE")
    out("position", plan, one, "reserve", "--as", "JO", "--branch", "main")
    arabic = {"LANGUAGE": "ar", "LC_ALL": "C.UTF-8"}
    told = out("proposals", plan, env=arabic) + run("accept", plan, one, status=1, env=arabic)[0]
    assert told.count(FSI) == told.count(PDI)
    done = subprocess.run([TWF, "propose", "--help"], capture_output=True)
    assert done.returncode == 0 and b"--reason" in done.stdout


sys.exit(main())
