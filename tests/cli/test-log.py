#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What happened, by whom and when: the revisions that are asked for. Speaks TAP."""

import os
import sys

from case import WATER, add, as_json, git, know, main, new_plan, out, refused, run, test

MAIN = ("--branch", "main")


def ids(plan, *words):
    return [revision["id"] for revision in as_json("log", plan, *words)["revisions"]]


def plan_of_two():
    """An objective and an action; what each revision did is its subject."""
    plan = new_plan()
    know(plan, "EG", "JO")
    goal = add(plan, WATER)
    action = add(plan, "Test the water.", "actions", "en")
    out("edit", plan, goal, "--language", "ar", "--text", f"{WATER} الـمُشتَركةِ", "--as", "EG", *MAIN, "-m", "goal EG")
    out("edit", plan, action, "--language", "en", "--text", "Test the shared water.", "--as", "JO", "-m", "action JO")
    out("merge", plan, "JO", "--accept", "-m", "merge")
    out("edit", plan, action, "--language", "en", "--text", "Test water.", "-m", "action again")
    return plan, goal, action


def subjects(plan, *words):
    return [revision["subject"] for revision in as_json("log", plan, *words)["revisions"]]


@test
def by_delegation():
    plan, *_ = plan_of_two()
    assert subjects(plan, "--delegation", "EG") == ["goal EG"]
    assert subjects(plan, "--delegation", "JO") == ["action JO"]
    facilitator = subjects(plan, "--delegation", "facilitator")
    assert facilitator[:2] == ["action again", "merge"] and "goal EG" not in facilitator
    assert "XX" in refused("log", plan, "--delegation", "XX")
    refused("log", plan, "--delegation", "not a code")


@test
def by_section_and_provision():
    plan, goal, action = plan_of_two()
    here = ["action again", "action JO"]
    assert subjects(plan, "--section", "actions")[:2] == here
    assert subjects(plan, action)[:2] == here
    assert subjects(plan, action, "--delegation", "JO") == ["action JO"]
    assert subjects(plan, "--section", "objectives", "--delegation", "JO") == []
    assert "action JO" not in subjects(plan, "--section", "objectives")
    refused("log", plan, "--section", "nowhere")
    # What git says of the same folder, merges as git has them.
    folder = f"provisions/{action[:2]}/{action}"
    assert ids(plan, action) == git(plan, "log", "--topo-order", "--format=%H", "main", "--", folder).splitlines()


@test
def by_words():
    plan, goal, action = plan_of_two()
    # Who brought the word and who took it out; not the merge that took it over.
    assert subjects(plan, "--search", "shared") == ["action again", "action JO"]
    # A phrase of which one word came.
    assert subjects(plan, "--search", "SHARED  water") == ["action again", "action JO"]
    # Words that stood before and after are not changed ones.
    assert "action JO" not in subjects(plan, "--search", "Test")
    # Another spelling, without the vowel marks and the tatweel; heh for teh marbuta.
    for word in ("المشتركة", "المشتركه", "المشـتركة", "ٱلمشتركة"):
        assert subjects(plan, "--search", word) == ["goal EG"], word
    assert subjects(plan, "--search", "shared", "--section", "objectives") == []
    assert subjects(plan, "--search", "merge") == ["merge"]
    assert run("log", plan, "--search", "nowhere") == ("", "")
    assert as_json("log", plan, "--search", "nowhere") == {"revisions": []}
    refused("log", plan, "--search", "")


@test
def by_day():
    plan, *_ = plan_of_two()
    folder = git(plan, "rev-parse", "main^{tree}")
    env = ("-c", "user.name=Other", "-c", "user.email=other@example.org")
    before = git(plan, "rev-parse", "main")
    moment = {"GIT_AUTHOR_DATE": "2010-07-30T23:30:00+0000", "GIT_COMMITTER_DATE": "2010-07-30T23:30:00+0000"}
    os.environ.update(moment, TZ="UTC")
    old = git(plan, *env, "commit-tree", folder, "-p", before, "-m", "long ago")
    for name in moment:
        del os.environ[name]
    git(plan, "update-ref", "refs/heads/main", old)
    assert subjects(plan, "--until", "2010-07-30") == ["long ago"]
    assert subjects(plan, "--since", "2010-07-30", "--until", "30 July 2010") == ["long ago"]
    assert subjects(plan, "--since", "2010-07-31", "--until", "2011-01-01") == []
    assert "long ago" not in subjects(plan, "--since", "31 يوليو 2010")
    # The day is that of the reader.
    assert as_json("log", plan, "--until", "2010-07-30", env={"TZ": "Asia/Amman"})["revisions"] == []
    for words in (("--since", "tomorrow"), ("--until", ""), ("--since", "2011-01-01", "--until", "2010-01-01")):
        refused("log", plan, *words)


@test
def no_more_than_so_many():
    plan, *_ = plan_of_two()
    everything = ids(plan)
    assert sorted(everything) == sorted(git(plan, "rev-list", "main").splitlines())
    assert ids(plan, "-n", 2) == everything[:2]
    assert len(ids(plan, "--delegation", "facilitator", "-n", 3)) == 3
    refused("log", plan, "--wordings", "--search", "x")


sys.exit(main())
