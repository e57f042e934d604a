#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Files between a facilitator and delegations: invitations, contributions, the rolling text back. Speaks TAP."""

import json
import os
import random
import shutil
import subprocess
import sys

from case import add, as_json, git, know, main, new_plan, out, refused, run, state, test


FACILITATOR = ("-c", "user.name=Facilitator", "-c", "user.email=facilitator@plan.invalid")


def plan_of(n, name="plan.twf", **more):
    plan = new_plan(name, **more)
    know(plan, "EG", "US")
    edits = [{"op": "add", "section": "actions", "texts": {"ar": f"تحث الدول على أمر {i}", "en": f"Urges all States, {i}"}}
             for i in range(n)]
    out("apply", plan, "-", stdin=json.dumps({"edits": edits}).encode())
    return plan, [p["id"] for p in as_json("show", plan)["provisions"]]


def invite(plan, code, folder):
    out("send", plan, "-o", "invitation.tawafuq", "--whole")
    run("join", folder, "invitation.tawafuq", "--as", code, status=1)
    return folder


def say(plan, id, text, code):
    out("edit", plan, id, "--language", "en", "--text", text, *(("--as", code) if code else ()))


def wander(plan, ids, seed):
    """A history of thirty revisions whose texts go forth and back, with branches that are merged."""
    chance = random.Random(seed)
    index = {**os.environ, "GIT_INDEX_FILE": os.path.abspath("index"),
             **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
                for what, value in (("NAME", "Facilitator"), ("EMAIL", "facilitator@plan.invalid"))}}

    def ask(*words, stdin=None):
        done = subprocess.run(["git", "-C", plan, *words], input=stdin, env=index, capture_output=True, text=True)
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout.strip()

    texts = [ask("hash-object", "-w", "--stdin", stdin=f"Urges all States, in wording {number}\n")
             for number in range(3)]
    made = [git(plan, "rev-parse", "main")]
    for number in range(30):
        # Most stand on one of the last; some on two.
        parents = chance.sample(made[-4:], min(len(made[-4:]), 1 + (chance.random() < 0.25)))
        ask("read-tree", parents[0])
        for one in chance.sample(ids, 1 + chance.randrange(2)):
            path = f"provisions/{one[:2]}/{one}/en.txt"
            ask("update-index", "--cacheinfo", f"100644,{chance.choice(texts)},{path}")
        named = [word for parent in parents for word in ("-p", parent)]
        made.append(ask("commit-tree", ask("write-tree"), *named, "-m", f"Revision {number}"))
    ask("update-ref", "refs/heads/main", ask("commit-tree", f"{made[-1]}^{{tree}}", "-p", made[-1], "-p", made[-2],
                                             "-m", "The last"))


@test
def all_of_a_wandering_history_comes():
    """Where a text goes back to what it was, each of two folders differs from the other."""
    for seed in range(6):
        plan, ids = plan_of(3, f"wander-{seed}.twf")
        wander(plan, ids, seed)
        away = invite(plan, "EG", f"away-{seed}.twf")
        assert git(away, "fsck", "--full", "--strict") == ""
        everything = git(plan, "rev-list", "--objects", "--no-object-names", "main").split()
        assert set(git(away, "rev-list", "--objects", "--no-object-names", "main").split()) == set(everything)
        os.remove("invitation.tawafuq")


@test
def a_round_by_files():
    plan, ids = plan_of(4)
    away = invite(plan, "EG", "eg.twf")
    assert git(away, "rev-parse", "main") == git(plan, "rev-parse", "main")
    assert git(away, "fsck", "--strict") == "" and not os.path.exists(os.path.join(away, "hooks"))
    say(away, ids[0], "Urges all States and peoples, 0", "EG")
    sent = as_json("send", away, "-o", "eg.tawafuq", "--as", "EG")
    assert sent["branch"] == "delegations/EG" and sent["revisions"] == 1
    assert sent["known"] == [git(plan, "rev-parse", "main")] and sent["bytes"] == os.path.getsize("eg.tawafuq")
    assert sent["revision"] in git(plan, "bundle", "verify", os.path.abspath("eg.tawafuq"))
    heads = git(plan, "for-each-ref", "refs/heads")
    got = as_json("receive", plan, "eg.tawafuq", status=1)["received"]
    assert [(r["delegation"], r["outcome"], r["number"], r["revisions"]) for r in got] == [("EG", "new", 1, 1)]
    assert git(plan, "for-each-ref", "refs/heads") == heads
    item = as_json("inbox", plan)["inbox"]
    assert len(item) == 1 and item[0]["name"] == "received/EG" and item[0]["provisions"] == [ids[0]]
    assert item[0]["base"] == git(plan, "rev-parse", "main") and item[0]["behind"] == 0 and not item[0]["takenIn"]
    merged = as_json("merge", plan, "received/EG", "--accept")
    assert merged["outcomes"][0]["owners"] == ["EG"], merged
    said = git(plan, "log", "-1", "--format=%(trailers)").splitlines()
    assert f"Contribution: EG {sent['revision']}" in said and "Verdict: EG unsigned" in said, said
    assert as_json("inbox", plan)["inbox"][0]["takenIn"]
    back = as_json("send", plan, "-o", "main.tawafuq", "--to", "EG")
    assert back["known"] == [sent["revision"]] and back["revisions"] == 1
    run("receive", away, "main.tawafuq", "--as", "EG", status=1)
    out("merge", away, "received/main", "--as", "EG")
    assert "and peoples" in out("show", away, ids[0], "--branch", "delegations/EG", "--language", "en")
    again = as_json("send", away, "-o", "eg2.tawafuq", "--as", "EG")
    assert again["known"] == [back["revision"]]
    run("receive", plan, "eg2.tawafuq", status=1)
    assert git(plan, "fsck", "--strict", "--no-dangling") == "" and git(away, "fsck", "--strict", "--no-dangling") == ""


@test
def a_delegation_is_merged_by_its_code():
    plan, ids = plan_of(2)
    away = invite(plan, "US", "us.twf")
    say(away, ids[1], "Urges all States and cities, 1", "US")
    out("send", away, "-o", "us.tawafuq", "--as", "US")
    run("receive", plan, "us.tawafuq", status=1)
    # Two revisions of another delegation come with one merge: that is one revision of the rolling text.
    for words in ("towns", "villages"):
        out("edit", plan, ids[0], "--language", "en", "--text", f"Urges all States and {words}, 0", "--as", "EG")
    out("merge", plan, "EG", "--accept")
    item = as_json("inbox", plan)["inbox"][0]
    assert item["behind"] == 1 == len(git(plan, "rev-list", "--first-parent", f"{item['base']}..main").split()), item
    assert "US" in run("merge", plan, "US", "-n", status=1)[0]
    assert "cities" in out("diff", plan, "main", "received/US")
    assert out("log", plan, "--branch", "main") and git(plan, "rev-parse", "refs/received/US/000001^{commit}")


@test
def a_thousand_characters_make_a_small_file():
    plan, ids = plan_of(2000)
    away = invite(plan, "EG", "eg.twf")
    words = " ".join(f"{hash((i, 'w')) % 100000}" for i in range(200))[:1000]
    say(away, ids[700], words, "EG")
    out("send", away, "-o", "eg.tawafuq", "--as", "EG")
    assert os.path.getsize("eg.tawafuq") <= 4096, os.path.getsize("eg.tawafuq")
    run("receive", plan, "eg.tawafuq", status=1)
    assert as_json("inbox", plan)["inbox"][0]["provisions"] == [ids[700]]


@test
def what_came_before_is_told():
    plan, ids = plan_of(2)
    away = invite(plan, "EG", "eg.twf")
    shutil.copytree(away, "twin.twf")
    say(away, ids[0], "One", "EG")
    out("send", away, "-o", "one.tawafuq", "--as", "EG")
    say(away, ids[0], "Two", "EG")
    out("send", away, "-o", "two.tawafuq", "--as", "EG")
    run("receive", plan, "two.tawafuq", status=1)
    before = state(plan)
    first = as_json("receive", plan, "two.tawafuq")["received"][0]
    assert first["outcome"] == "same" and first["number"] == 1 and first["when"]
    assert "before" in out("receive", plan, "-", stdin=open("two.tawafuq", "rb").read())
    assert as_json("receive", plan, "one.tawafuq", status=1)["received"][0]["outcome"] == "older"
    assert state(plan) == before
    say("twin.twf", ids[0], "Three", "EG")
    out("send", "twin.twf", "-o", "three.tawafuq", "--as", "EG")
    told = as_json("receive", plan, "three.tawafuq", status=1)["received"][0]
    assert told["outcome"] == "rewritten" and len(told["vanished"]) == 2 and told["number"] == 2
    assert [i["rewritten"] for i in as_json("inbox", plan)["inbox"]] == [True]
    assert [(i["number"], i["holds"]) for i in as_json("inbox", plan, "--all")["inbox"]] == [(1, False), (2, True)]
    assert as_json("receive", plan, "two.tawafuq")["received"][0]["outcome"] == "same"


@test
def several_files_come_at_once():
    plan, ids = plan_of(2)
    for code in ("EG", "US"):
        away = invite(plan, code, f"{code}.twf")
        os.remove("invitation.tawafuq")
        say(away, ids[0], f"Urges all States, 0, as {code} says", code)
        out("send", away, "-o", f"{code}.tawafuq", "--as", code)
    open("letter.tawafuq", "w").write("Dear all\n")
    got = as_json("receive", plan, "EG.tawafuq", "letter.tawafuq", "nowhere", "US.tawafuq", status=1)["received"]
    assert [(one["file"], one["outcome"]) for one in got] == [
        ("EG.tawafuq", "new"), ("letter.tawafuq", "refused"), ("nowhere", "refused"), ("US.tawafuq", "new")], got
    assert "not a contribution file" in got[1]["reason"] and "not found" in got[2]["reason"], got
    said = run("receive", plan, "letter.tawafuq", "US.tawafuq", status=1,
               env={"LC_ALL": "C.UTF-8", "LANGUAGE": "ar",
                    "TAWAFUQ_LOCALEDIR": os.environ["TAWAFUQ_BUILD"] + "/po"})[0].splitlines()
    assert len(said) == 2 and "ليس ملف مساهمة" in said[0], said


@test
def what_cannot_be_is_refused():
    plan, ids = plan_of(2)
    away = invite(plan, "EG", "eg.twf")
    before = state(plan)
    refused("send", plan)
    assert "new" in refused("send", plan, "-o", "x.tawafuq", "--since", "main")
    refused("send", away, "-o", "x.tawafuq", "--as", "EG")
    refused("send", plan, "-o", "x.tawafuq", "--to", "eg")
    refused("send", plan, "-o", "x.tawafuq", "--as", "EG", "--to", "US")
    refused("send", plan, "-o", "nowhere/x.tawafuq")
    assert not os.path.exists("x.tawafuq")
    refused("receive", plan, "nowhere.tawafuq")
    refused("receive", plan, "-", stdin=b"")
    refused("receive", plan, "-", stdin=b"Dear all, please find attached\n")
    refused("join", away, "invitation.tawafuq")
    refused("join", "other.twf", "-", stdin=b"x")
    assert not [n for n in os.listdir(".") if "joining" in n or n.startswith("other")]
    say(away, ids[0], "One", "EG")
    out("send", away, "-o", "one.tawafuq", "--as", "EG")
    refused("join", "other.twf", "one.tawafuq")
    # Made within one second under one title, both would begin with the same revision.
    other, _ = plan_of(2, "second.twf", title="خطة أخرى")
    assert "not here" in refused("receive", other, "one.tawafuq")
    out("send", away, "-o", "whole.tawafuq", "--as", "EG", "--whole")
    assert "another plan" in refused("receive", other, "whole.tawafuq")
    assert state(plan) == before


def issued(plan):
    return [(one["symbol"], one["revision"], one["tag"]) for one in as_json("issue", plan)["issued"]]


@test
def an_invitation_says_what_was_issued():
    plan, ids = plan_of(2)
    out("issue", plan, "A/64/L.64", "-m", "As tabled")
    say(plan, ids[0], "Urges all States and peoples, 0", None)
    for symbol in ("A/64/L.64/Rev.1", "وثيقة ١", "19 July 2010 5 p.m."):
        out("issue", plan, symbol)
    git(plan, "tag", "issued/plain", "main")
    away = invite(plan, "EG", "eg.twf")
    assert issued(away) == [one for one in issued(plan) if one[0] != "plain"] and len(issued(away)) == 4
    assert out("show", away, "--at", "A/64/L.64") == out("show", plan, "--at", "A/64/L.64")
    assert git(away, "fsck", "--strict") == "" and git(away, "cat-file", "-t", "refs/tags/issued/A%2F64%2FL.64") == "tag"
    # What comes later says nothing of symbols: nobody signs that.
    out("issue", plan, "A/64/L.64/Rev.2")
    out("send", plan, "-o", "again.tawafuq", "--whole")
    run("receive", away, "again.tawafuq", "--as", "EG", status=0)
    assert len(issued(away)) == 4


@test
def symbols_that_are_none_are_refused():
    """One that names something else, that says another name, that leads out of the plan, or that deceives."""
    plan, ids = plan_of(2)
    made = git(plan, "rev-parse", "main")
    apart = git(plan, *FACILITATOR, "commit-tree", "main^{tree}", "-m", "Apart")
    who = "tagger F <facilitator@plan.invalid> 1795920300 +0000"
    tags = {"another": (f"object {made}\ntype commit\ntag issued/B\n{who}\n\nA\n", "another symbol"),
            "apart": (f"object {apart}\ntype commit\ntag issued/A\n{who}\n\nA\n", "rolling text"),
            "tree": (f"object {git(plan, 'rev-parse', 'main^{tree}')}\ntype tree\ntag issued/A\n{who}\n\nA\n", "no revision"),
            "turned": (f"object {made}\ntype commit\ntag issued/A\n{who}\n\n\u202eA\n", "deceive"),
            "nobody": (f"object {made}\ntype commit\ntag issued/A\ntagger F\n\nA\n", ""),
            "more": (f"object {made}\ntype commit\ntag issued/A\n{who}\nmore x\n\nA\n", "")}
    for name, (text, reason) in tags.items():
        id = subprocess.run(["git", "-C", plan, "hash-object", "-t", "tag", "-w", "--stdin", "--literally"], input=text,
                            capture_output=True, text=True, check=True).stdout.strip()
        git(plan, "update-ref", "refs/tags/issued/A", id)
        git(plan, "bundle", "create", "-q", os.path.abspath(name + ".tawafuq"), "main", "refs/tags/issued/A")
        git(plan, "update-ref", "-d", "refs/tags/issued/A")
        said = refused("join", name + ".twf", name + ".tawafuq", "--as", "EG")
        assert reason in said, (name, said)
        assert not os.path.exists(name + ".twf") and not [n for n in os.listdir(".") if "joining" in n]
    git(plan, "update-ref", "refs/tags/issued/A", made)
    git(plan, "bundle", "create", "-q", os.path.abspath("light.tawafuq"), "main", "refs/tags/issued/A")
    refused("join", "light.twf", "light.tawafuq", "--as", "EG")


@test
def a_plan_is_joined_where_it_is_shared():
    plan, ids = plan_of(2)
    out("issue", plan, "A/64/L.64")
    subprocess.run(["git", "init", "-q", "--bare", "shared.git"], check=True)
    run("join", "eg.twf", "shared.git", "--as", "EG", status=2)
    out("sync", plan, "shared.git")
    got = as_json("join", "eg.twf", "shared.git", "--as", "EG", status=1)["received"]
    assert [(one["branch"], one["outcome"], one["issued"]) for one in got] == [("main", "new", 1)], got
    assert git("eg.twf", "rev-parse", "main") == git(plan, "rev-parse", "main") and issued("eg.twf") == issued(plan)
    # From then on it is known where it is shared, by an address too.
    say("eg.twf", ids[0], "Urges all States and peoples, 0", "EG")
    assert as_json("sync", "eg.twf", "--as", "EG")["own"] == "sent"
    got = as_json("join", "us.twf", "file://" + os.path.abspath("shared.git"), "--as", "US", status=1)["received"]
    assert sorted(one["branch"] for one in got) == ["delegations/EG", "main"], got
    assert as_json("inbox", "us.twf", "--as", "US")["inbox"][0]["name"] in ("received/main", "received/EG")
    for address, reason in (("https://user:secret@host.invalid/plan", "password"), ("nowhere.git", "not found"),
                            ("ftp://host.invalid/plan", "ssh, https"), ("user@host.invalid:", "")):
        said = refused("join", "no.twf", address, "--as", "EG")
        assert reason in said and "secret" not in said, said
        assert not [name for name in os.listdir(".") if name.startswith("no.twf")]
    # What a hostile server has is no plan: nothing is left of it.
    subprocess.run(["git", "clone", "-q", "--bare", plan, "bad.git"], check=True)
    blob = subprocess.run(["git", "-C", "bad.git", "hash-object", "-w", "--stdin"], input="x\n", capture_output=True,
                          text=True, check=True).stdout.strip()
    tree = subprocess.run(["git", "-C", "bad.git", "mktree"], capture_output=True, text=True, check=True,
                          input=git("bad.git", "ls-tree", "main") + f"\n100755 blob {blob}\tprogram\n").stdout.strip()
    git("bad.git", "update-ref", "refs/heads/main", git("bad.git", *FACILITATOR, "commit-tree", tree, "-p", "main", "-m", "x"))
    assert "program" in refused("join", "no.twf", "bad.git", "--as", "EG")
    assert not [name for name in os.listdir(".") if name.startswith("no.twf")]


sys.exit(main())
