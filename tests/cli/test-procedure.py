#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Silence procedures, readings and oral revisions with twf. Speaks TAP."""

import datetime
import json
import os
import subprocess
import sys

from case import add, as_json, git, know, main, new_plan, out, refused, run, state, test

AIM = "States make safe water available in every primary school by 2032."
SOONER = AIM.replace("2032", "2030")
REASON = "Paragraph 1, as it stands, goes too far."
FAR = "2999-01-01T12:00Z"


def plan_with_delegations():
    plan = new_plan(title="Plan")
    know(plan, "EG", "JO")
    return plan, add(plan, AIM, language="en")


def mandate(plan, revision="main"):
    return git(plan, "log", "-1", "--format=%(trailers:key=Mandate,valueonly)", revision)


def silences(plan, *more, status=0):
    return json.loads(run("silence", plan, "--json", *more, status=status)[0])["silences"]


def write_record(plan, branch, *acts):
    """Another program puts acts on record: what twf refuses to, and what happened long ago."""
    if not git(plan, "for-each-ref", f"refs/heads/{branch}"):
        git(plan, "branch", branch, "main")
    lines = git(plan, "show", f"{branch}:plan").splitlines()
    kept = [line for line in lines if not line.startswith("Procedure: ")]
    record = sorted({*lines, *(f"Procedure: {act}" for act in acts)} - {*kept})
    head = "".join(f"{line}\n" for line in kept + record)
    index = {**os.environ, "GIT_INDEX_FILE": os.path.abspath("index"), "GIT_DIR": plan,
             "GIT_AUTHOR_NAME": "Facilitator", "GIT_AUTHOR_EMAIL": "facilitator@plan.invalid",
             "GIT_COMMITTER_NAME": "Facilitator", "GIT_COMMITTER_EMAIL": "facilitator@plan.invalid"}


    def do(*words, stdin=""):
        return subprocess.run(["git", *words], input=stdin, env=index, capture_output=True, text=True,
                              check=True).stdout.strip()
    do("read-tree", branch)
    blob = do("hash-object", "-w", "--stdin", stdin=head)
    do("update-index", "--cacheinfo", f"100644,{blob},plan")
    made = do("commit-tree", do("write-tree"), "-p", branch, stdin="Record\n\nMandate: chair\n")
    do("update-ref", f"refs/heads/{branch}", made)


@test
def silence_is_broken_in_time():
    plan, aim = plan_with_delegations()
    out("issue", plan, "A/80/L.1")
    issued = git(plan, "rev-parse", "main")
    before = state(plan)
    assert "deadline" in refused("silence", plan, "--begin", "A/80/L.1", "--until", "2010-07-19T17:00")
    assert "2010-07-19T17:00" in refused("silence", plan, "--begin", "main", "--until", "Friday")
    assert "facilitator" in refused("silence", plan, "--begin", "main", "--until", FAR, "--as", "EG")
    assert "no such silence" in refused("silence", plan, "--break", "--reason", "No", "--as", "EG")
    assert "twf silence" in refused("edit", plan, "plan", "--field", "Procedure", "--value", "x")
    assert state(plan) == before
    silence = out("silence", plan, "--begin", "A/80/L.1", "--until", FAR).strip()
    assert mandate(plan) == "chair"
    found = silences(plan)
    assert [(one["id"], one["revision"], one["symbol"], one["state"], one["until"]) for one in found] \
        == [(silence, issued, "A/80/L.1", "running", "2999-01-01T12:00:00Z")], found
    shown = out("silence", plan, env={"TZ": "Africa/Cairo"})
    assert "14:00" in shown and "12:00" in shown and "UTC" in shown, shown
    assert "runs until" in refused("silence", plan, "--begin", "main", "--until", FAR)
    assert "reason" in refused("silence", plan, "--break", "--reason", " ", "--as", "EG")
    assert "delegation" in refused("silence", plan, "--break", "--reason", "No")
    # On its own branch, in its own name, and in the rolling text once that is merged.
    out("silence", plan, "--break", "--reason", REASON, "--as", "EG")
    assert mandate(plan, "delegations/EG") == f"silence {silence}"
    assert "already" in refused("silence", plan, "--break", "--reason", "Again", "--as", "EG")
    assert silences(plan)[0]["state"] == "running"
    out("merge", plan, "EG")
    broken = silences(plan, status=1)[0]
    assert broken["state"] == "broken" and len(broken["breaks"]) == 1, broken
    assert (broken["breaks"][0]["delegation"], broken["breaks"][0]["reason"]) == ("EG", REASON)
    assert broken["breaks"][0]["arrived"] is None
    # What was done stays on record, whatever is restored; and somebody answers for all of it.
    assert json.loads(out("account", plan, issued, "main", "--json"))["unaccounted"] == 0
    again = out("silence", plan, "--begin", "main", "--until", FAR).strip()
    assert [one["state"] for one in silences(plan)] == ["broken", "running"]
    out("silence", plan, "--end", "--reason", "A paragraph is missing")
    assert silences(plan)[1]["state"] == "lifted" and silences(plan)[1]["id"] == again
    assert "called off" in refused("silence", plan, "--break", "--reason", "No", "--as", "JO")
    assert "procedure" not in run("check", plan, status=1)[0]


@test
def too_late_and_in_others_names():
    plan, aim = plan_with_delegations()
    at = git(plan, "rev-parse", "main")
    begun = f"2020-01-01T12:00:00Z silence abcdefghijkm {at} 2020-01-04T12:00:00Z"
    write_record(plan, "main", begun)
    found = silences(plan)[0]
    assert found["state"] == "passed", found
    assert "no objection" in out("silence", plan)
    assert "ended on" in refused("silence", plan, "--break", "--reason", "No", "--as", "EG")
    # A delegation's branch may say what it likes: its own break alone comes in, and late is late.
    out("edit", plan, aim, "--language", "en", "--text", SOONER, "--as", "EG")
    write_record(plan, "delegations/EG",
                 "2020-01-02T12:00:00Z break abcdefghijkm JO In another's name",
                 "2020-01-05T12:00:00Z break abcdefghijkm EG Too late",
                 "2020-01-06T12:00:00Z reading 1 " + at)
    run("merge", plan, "EG", status=1)
    found = silences(plan)[0]
    assert found["state"] == "passed" and found["breaks"] == [], found
    assert [one["delegation"] for one in found["late"]] == ["EG"], found
    assert as_json("reading", plan)["readings"] == []
    # One that bears a moment before the deadline counts; that it came after it is told.
    write_record(plan, "delegations/JO", "2020-01-02T12:00:00Z break abcdefghijkm JO In time, as it says")
    out("merge", plan, "JO")
    merged = int(git(plan, "log", "-1", "--format=%ct", "main"))
    found = silences(plan, status=1)[0]
    assert found["state"] == "broken" and len(found["breaks"]) == 1, found
    came = datetime.datetime.fromisoformat(found["breaks"][0]["arrived"].replace("Z", "+00:00"))
    assert came.timestamp() == merged, found
    add(plan, "States meet every year.", language="en")
    assert "after the deadline" in run("silence", plan, status=1)[0]


@test
def a_break_travels_in_a_file():
    """The silence goes out with the rolling text, the break comes back in a contribution, and goes out again."""
    plan, aim = plan_with_delegations()
    out("send", plan, "-o", "invitation.tawafuq", "--whole")
    run("join", "away.twf", "invitation.tawafuq", "--as", "EG", status=1)
    out("silence", plan, "--begin", "main", "--until", FAR)
    out("send", plan, "-o", "main.tawafuq", "--to", "EG")
    run("receive", "away.twf", "main.tawafuq", "--as", "EG", status=1)
    out("merge", "away.twf", "received/main", "--as", "EG")
    assert silences("away.twf", "--as", "EG")[0]["state"] == "running"
    out("silence", "away.twf", "--break", "--reason", REASON, "--as", "EG")
    out("send", "away.twf", "-o", "eg.tawafuq", "--as", "EG")
    run("receive", plan, "eg.tawafuq", status=1)
    assert silences(plan)[0]["state"] == "running"
    out("merge", plan, "received/EG")
    assert silences(plan, status=1)[0]["breaks"][0]["reason"] == REASON
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""


@test
def a_reading_and_what_came_of_it():
    plan, aim = plan_with_delegations()
    start = git(plan, "rev-parse", "main")
    assert "Begin one" in refused("reading", plan, "--end")
    assert out("reading", plan, "--begin").strip() == "1" and mandate(plan) == "chair"
    assert "goes on" in refused("reading", plan, "--begin")
    other = add(plan, "States report every two years.", language="en")
    alone = out("propose", plan, aim, "--language", "en", "--text", SOONER, "--as", "EG",
                "--branch", "main").strip()
    backed = out("propose", plan, aim, "--language", "en", "--text", AIM.replace("2032", "2035"),
                 "--as", "JO", "--branch", "main").strip()
    out("position", plan, backed, "support", "--as", "EG", "--branch", "main")
    out("agree", plan, other, "--level", "plenary")
    until = git(plan, "rev-parse", "main")
    ended = as_json("reading", plan, "--end", "--park-unsupported")
    assert ended["parked"] == [alone] and ended["unsupported"] == [], ended
    assert mandate(plan) == "chair"
    told = as_json("reading", plan, "1")
    assert (told["from"], told["to"]) == (start, until), told
    kinds = {(item["kind"], item["proposal"] or item["provision"], item.get("unsupported", False))
             for item in told["items"]}
    assert kinds == {("agreed", other, False), ("opened", alone, False), ("opened", backed, False),
                     ("parked", alone, True)}, kinds
    assert "no second supporter" in out("reading", plan, "1")
    assert "no reading" in refused("reading", plan, "7")
    # The next: what has no supporter is named.
    out("reopen", plan, alone)
    out("reading", plan, "--begin")
    assert alone in run("reading", plan, "--end", status=1)[0]
    assert [one["number"] for one in as_json("reading", plan)["readings"]] == [1, 2]


@test
def read_out_in_the_room():
    plan, aim = plan_with_delegations()
    start = git(plan, "rev-parse", "main")
    before = state(plan)
    edit = ("edit", plan, aim, "--language", "en", "--text", SOONER)
    assert "--read-by EG" in refused(*edit, "--orally", "--as", "EG")
    assert "no delegation FR" in refused(*edit, "--orally", "--read-by", "FR")
    assert "--orally" in refused(*edit, "--read-by", "EG")
    assert "before now" in refused(*edit, "--orally", "--when", FAR)
    assert state(plan) == before
    out(*edit, "--orally", "--read-by", "EG", "--when", "2020-01-02T12:00Z")
    assert mandate(plan) == "as orally revised 2020-01-02T12:00:00Z EG"
    account = json.loads(out("account", plan, start, "main", "--json"))
    assert account["unaccounted"] == 0, account
    assert '"EG"' in json.dumps(account) and "as orally revised" in json.dumps(account)
    out("edit", plan, aim, "--language", "en", "--text", AIM, "--orally")
    assert mandate(plan).startswith("as orally revised 20") and mandate(plan).endswith("Z")


@test
def the_chairs_text_keeps_what_was_parked():
    plan, aim = plan_with_delegations()
    other = add(plan, "States report every two years.", language="en")
    pids = [out("propose", plan, aim, "--language", "en", "--text", AIM.replace("2032", year), "--as", code,
                "--reason", "Why not", "--branch", "main").strip() for year, code in (("2030", "EG"), ("2035", "JO"))]
    away = out("propose", plan, other, "--delete", "--as", "EG", "--branch", "main").strip()
    out("park", plan, *pids, away)
    told = as_json("compile", plan, "--parked", "--language", "en")["parked"]
    assert {(one["provision"], one["proposal"]) for one in told} \
        == {(aim, pids[0]), (aim, pids[1]), (other, away)}, told
    assert [one["number"] for one in told] == [1, 2, 3]
    text = out("compile", plan, "--parked", "--language", "en")
    assert "[Parked: 1, 2]" in text and "[Parked: 3]" in text and "2035" in text, text
    assert "Egypt" in text and "Jordan" in text and "Why not" in text and "no text" in text, text
    out("compile", plan, "--parked", "--language", "ar", "-o", "chair.html")
    page = open("chair.html", encoding="utf-8").read()
    for one in told:
        number, provision = one["number"], one["provision"]
        assert f'href="#parked-{number}"' in page and f'id="parked-{number}"' in page, number
        assert f'href="#{provision}"' in page and f'id="{provision}"' in page, provision
    assert "المقترحات المؤجلة" in page
    assert "Parked" not in out("export", plan, "--view", "clean", "--format", "text", "-o", "-")
    out("export", plan, "--view", "chair", "-o", "chair.pdf")
    assert "--notation" in refused("compile", plan, "--parked", "--notation", "inline")


sys.exit(main())
