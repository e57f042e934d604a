#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""twf as people and machines call it: the real program in a folder of its own. Speaks TAP."""

import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys

from case import FSI, MATERIAL, PDI, RLO, SOURCE, TWF, WATER, WATER_AGAIN, Skip
from case import add, as_json, git, know, main, new_plan, out, refused, run, state, test


@test
def new_makes_a_plan():
    revision = out("new", "a.twf", "--title", "خطة", "--language", "ar").strip()
    assert git("a.twf", "rev-parse", "main") == revision
    assert git("a.twf", "fsck", "--strict", "--no-dangling") == ""
    made = as_json("new", "b.twf", "--title", "Plan", "--language", "en", "--template", "un-plan")
    assert made["path"].endswith("/b.twf") and len(made["revision"]) == 40
    pillars = [p for p in as_json("show", "b.twf")["provisions"] if p["section"] == "pillars"]
    assert len(pillars) == 4
    refused("new", "a.twf", "--title", "خطة", "--language", "ar")
    refused("new", "c.twf", "--title", "خطة")
    refused("new", "c.twf", "--language", "ar")
    refused("new", "c.twf", "--title", "خطة", "--language", "not a language")
    refused("new", "c.twf", "--title", "خطة", "--language", "ar", "--template", "none")
    refused("new", "c.twf", "--title", "", "--language", "ar")
    refused("new", "", "--title", "خطة", "--language", "ar")
    refused("new", "missing/c.twf", "--title", "خطة", "--language", "ar")
    refused("new", "c.twf", "--title", "a" + RLO + "b", "--language", "ar")
    assert sorted(os.listdir(".")) == ["a.twf", "b.twf"]


@test
def add_edit_show():
    plan = new_plan()
    one = add(plan)
    two = add(plan, "الثاني")
    between = add(plan, "بينهما", "objectives", "ar", "--after", one)
    shown = as_json("show", plan)
    assert [p["id"] for p in shown["provisions"]] == [one, between, two]
    assert shown["title"] == {"ar": "خطة عمل للمياه"} and shown["languages"] == ["ar", "en"]
    out("edit", plan, one, "--language", "ar", "--text", "-", stdin=(WATER_AGAIN + "\n").encode())
    assert as_json("show", plan, one)["texts"] == {"ar": WATER_AGAIN}
    assert as_json("show", plan, one, "--at", "main~1")["texts"] == {"ar": WATER}
    assert as_json("show", plan, "--language", "en")["provisions"][0]["texts"] == {}
    line = next(line for line in out("show", plan).splitlines() if line.startswith(one))
    assert WATER_AGAIN in line and line.count(FSI) == 1 and line.endswith(PDI)
    action = add(plan, "حفر الآبار", "actions")
    out("edit", plan, action, "--field", "Serves", "--value", one, "--value", two)
    out("edit", plan, action, "--part", "means", "--language", "en", "--text", "Funds")
    shown = as_json("show", plan, action)
    assert shown["fields"] == {"Serves": sorted([one, two])}
    assert shown["texts"]["means.en"] == "Funds"
    out("edit", plan, action, "--field", "Serves", "--value", "")
    assert as_json("show", plan, action)["fields"] == {}
    out("edit", plan, "plan", "--language", "en", "--text", "A plan")
    out("edit", plan, "plan", "--field", "Symbol", "--value", "A/64/L.1")
    shown = as_json("show", plan)
    assert shown["title"]["en"] == "A plan" and shown["fields"]["Symbol"] == ["A/64/L.1"]
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""


def write(name, text):
    pathlib.Path(name).write_text(text, encoding="utf-8")
    return name


@test
def diff_text():
    old = write("old.txt", "ينبغي للدول حماية المتاحف.\nThe rest stays.\n")
    new = write("new.txt", "ينبغي للدول صون المتاحف.\nThe rest stays.\n")
    assert out("diff-text", old, new) == (
        f"ينبغي للدول [-{FSI}حماية{PDI}-]{{+{FSI}صون{PDI}+}} المتاحف.\nThe rest stays.\n")
    assert out("diff-text", old, old) == pathlib.Path(old).read_text(encoding="utf-8")
    runs = as_json("diff-text", old, new, "--language", "ar")
    assert runs["language"] == "ar" and [r["kind"] for r in runs["runs"]] == [
        "equal", "deleted", "inserted", "equal"]
    page = out("diff-text", old, new, "--language", "ar", "--format", "html")
    assert '<html lang="ar" dir="rtl">' in page and "<del>حماية</del><ins>صون</ins>" in page
    assert "plaintext" in out("diff-text", old, new, "--format", "html")
    empty = write("empty.txt", "")
    assert out("diff-text", empty, write("one.txt", "one")) == "{+one+}\n"
    assert out("diff-text", "/dev/null", "one.txt") == "{+one+}\n"
    assert out("diff-text", empty, empty) == ""
    assert out("diff-text", "-", "one.txt", stdin=b"one") == "one\n"
    script = write("a<b>.txt", "a < b & <script>\n")
    assert "<script>" not in out("diff-text", script, "one.txt", "--format", "html")


@test
def diff_text_moves():
    moved = "States should keep a record of every museum object, and 5% of funds for it."
    stays = "The first paragraph of this text is longer than the one that moves, so that it stays in its place."
    old = write("old.txt", f"{moved}\n{stays}\n")
    new = write("new.txt", f"{stays}\n{moved.replace('5%', '7%')}\n")
    shown = out("diff-text", old, new)
    assert shown.startswith("[~1 States should keep") and "{~1 States should keep" in shown
    assert "[-5%-]" in shown and "{+7%+}" in shown
    runs = as_json("diff-text", old, new)["runs"]
    assert {r.get("move") for r in runs} == {None, 1}
    for kind, text, edit in (("deleted", moved, "5%"), ("inserted", moved.replace("5%", "7%"), "7%")):
        here = [r for r in runs if r["kind"] == kind and r.get("move") == 1]
        assert "".join(r["text"] for r in here) == text
        assert [r["text"] for r in here if r.get("edited")] == [edit]
    for kinds, path in (("equal deleted", old), ("equal inserted", new)):
        text = "".join(r["text"] for r in runs if r["kind"] in kinds.split())
        assert text == pathlib.Path(path).read_text(encoding="utf-8")
    page = out("diff-text", old, new, "--format", "html")
    assert 'id="from1" href="#to1"' in page and 'id="to1" href="#from1"' in page
    assert '<del class="moved">States' in page and '<ins class="moved">States' in page
    assert "<del>5%</del>" in page and "<ins>7%</ins>" in page


@test
def diff_text_refuses():
    one = write("one.txt", "one")
    refused("diff-text")
    refused("diff-text", one)
    refused("diff-text", one, one, one)
    refused("diff-text", one, "missing.txt")
    refused("diff-text", one, ".")
    refused("diff-text", one, one, "--format", "text")
    refused("diff-text", one, one, "--format", "html", "--json")
    refused("diff-text", one, one, "--language", "not a language")
    for broken in (b"a\xffb", b"a\x00b", b"\xff\xfea", b"\xe2\x80"):
        pathlib.Path("broken.txt").write_bytes(broken)
        assert "broken.txt" in refused("diff-text", one, "broken.txt")
        refused("diff-text", "broken.txt", one)


@test
def diff_text_for_git():
    os.mkdir("repository")
    command = f"'{TWF}' diff-text"
    git("repository", "init", "-q")
    git("repository", "config", "diff.tawafuq.command", command)
    git("repository", "config", "user.name", "Test")
    git("repository", "config", "user.email", "test@example.org")
    write("repository/.gitattributes", "*.txt diff=tawafuq\n")
    write("repository/نص.txt", WATER + "\n")
    write("repository/other.md", "not ours\n")
    write("repository/gone.txt", "It went.\n")
    git("repository", "add", ".")
    git("repository", "commit", "-qm", "First")
    write("repository/نص.txt", WATER_AGAIN + "\n")
    write("repository/other.md", "not theirs\n")
    os.remove("repository/gone.txt")
    write("repository/came.txt", "It came.\n")
    git("repository", "add", "-A")
    shown = git("repository", "diff", "--cached")
    assert f"diff نص.txt\nتنمية الموارد المائية {{+{FSI}المشتركة {PDI}+}}بالتعاون بين الدول" in shown
    assert "diff came.txt\n{+It came.+}" in shown and "diff gone.txt\n[-It went.-]" in shown
    assert "-not ours\n+not theirs" in shown
    git("repository", "commit", "-qm", "Second")
    assert "المشتركة" in git("repository", "log", "-1", "-p", "--ext-diff")
    git("repository", "mv", "نص.txt", "new name.txt")
    assert "diff new name.txt" in git("repository", "diff", "--cached", "-M")
    listed = subprocess.run([TWF, "diff-text", "x.txt", "/dev/null", ".", ".", "repository/came.txt", "a" * 40, "100644",
                             "--json"], capture_output=True)
    assert json.loads(listed.stdout)["path"] == "x.txt"


@test
def one_command_one_revision():
    plan = new_plan()
    one = add(plan)
    assert git(plan, "rev-list", "--count", "main") == "2"
    tip = git(plan, "rev-parse", "main")
    assert out("edit", plan, one, "--language", "ar", "--text", WATER).strip() == tip
    assert git(plan, "rev-list", "--count", "main") == "2"


@test
def refusals_change_nothing():
    plan = new_plan()
    one = add(plan)
    before = state(plan)
    text = ["--language", "ar", "--text", "x"]
    for words in (
            [], ["nonsense"], ["show"], ["show", "nowhere"], ["show", plan, "zzzzzzzzzzzz"],
            ["show", plan, "../../x"], ["show", plan, "--at", "nothing"], ["show", plan, "--language", "fr"],
            ["show", plan, one, one], ["show", plan, "--unknown"], ["add", plan],
            ["add", plan, "--section", "nowhere", *text],
            ["add", plan, "--section", "actions", "--after", "zzzzzzzzzzzz", *text],
            ["add", plan, "--section", "actions", "--language", "ru", "--text", "x"],
            ["add", plan, "--section", "actions", "--language", "ar", "--text", "a" + RLO + "b"],
            ["add", plan, "--section", "actions", "--language", "ar", "--text", ""],
            ["diff", plan, "main", "--format", "html", "--json"], ["restore", plan, "", "--at", "main"],
            ["edit", plan, "zzzzzzzzzzzz", *text], ["edit", plan, one], ["edit", plan, one, "--text", "x"],
            ["edit", plan, one, *text, "--field", "Serves", "--value", "x"],
            ["edit", plan, one, "--field", "Invented", "--value", "x"],
            ["edit", plan, one, "--field", "Rests-on", "--value", "zzzzzzzzzzzz"],
            ["edit", plan, one, *text, "--part", "means"], ["edit", plan, one, *text, "--as", "../EG"],
            ["edit", plan, one, *text, "--branch", "../x"], ["edit", plan, one, *text, "--branch", "none"],
            ["restore", plan, one], ["restore", plan, one, "--at", "main~7"],
            ["restore", plan, "zzzzzzzzzzzz", "--at", "main"], ["log", plan, "zzzzzzzzzzzz"],
            ["log", "nowhere"], ["diff", plan], ["diff", plan, "main", "nothing"],
            ["diff", plan, "main", "--format", "odt"], ["export", plan], ["export", plan, "-o", "x.odt"],
            ["export", plan, "--format", "text", "-o", "missing/x.txt"],
            ["export", plan, "--format", "text", "--language", "fr", "-o", "x.txt"],
            ["check", "nowhere"], ["help", "nonsense"], ["import", plan], ["import", plan, "nowhere.txt"]):
        refused(*words)
        assert state(plan) == before, words
    assert os.listdir(".") == [plan]


@test
def a_refusal_names_what_is_at_fault():
    plan = new_plan()
    assert "ru is not a language" in refused("add", plan, "--section", "actions", "--language", "ru",
                                             "--text", "x")
    assert "Check it at the place" not in refused("edit", plan, add(plan), "--field", "Invented",
                                                  "--value", "x")
    pathlib.Path("letter.txt").write_text("not a plan")
    assert "a file, not a repository" in refused("show", "letter.txt")
    assert "not a repository" in refused("show", ".")


@test
def a_plan_of_a_newer_version_is_only_read():
    plan = new_plan()
    one = add(plan)
    git(".", "clone", "-q", plan, "copy")
    rules = pathlib.Path("copy/plan")
    rules.write_text(rules.read_text("utf-8").replace("Format: 1", "Format: 2"), "utf-8")
    git("copy", "-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qam", "newer")
    git("copy", "push", "-q", "origin", "HEAD:main")
    before = state(plan)
    assert as_json("show", plan, one)["texts"] == {"ar": WATER}
    assert "Update Tawafuq" in refused("edit", plan, one, "--language", "ar", "--text", "x")
    assert state(plan) == before


@test
def text_that_is_not_utf8():
    plan = new_plan()
    before = state(plan)
    done = subprocess.run([TWF.encode(), b"add", plan.encode(), b"--section", b"actions", b"--language",
                           b"ar", b"--text", b"\xff\xfe\xfa"], capture_output=True)
    assert done.returncode == 2 and done.stderr.count(b"\n") == 1
    assert state(plan) == before


@test
def apply_is_one_revision_or_none():
    plan = new_plan()
    edits = {"edits": [
        {"op": "add", "id": "@aim", "section": "objectives", "texts": {"ar": WATER, "en": "Water"}},
        {"op": "add", "section": "actions", "texts": {"ar": "حفر"}, "fields": {"Serves": "@aim"}},
        {"op": "delegation", "code": "EG", "fields": {"Name": {"ar": "مصر", "en": "Egypt"}}}]}
    pathlib.Path("edits.json").write_text(json.dumps(edits), encoding="utf-8")
    ids = out("apply", plan, "edits.json").split()
    assert len(ids) == 2 and git(plan, "rev-list", "--count", "main") == "2"
    assert as_json("show", plan, ids[1])["fields"]["Serves"] == [ids[0]]
    assert as_json("show", plan)["delegations"][0]["code"] == "EG"
    more = as_json("apply", plan, "-", stdin=b'{"edits": [{"op": "remove", "id": "%s"}]}' % ids[1].encode())
    assert more["ids"] == [ids[1]] and more["revision"] == git(plan, "rev-parse", "main")
    before = state(plan)
    edits["edits"].append({"op": "fly"})
    for content in (json.dumps(edits).encode(), b"", b"{", b"[" * 200000, b"\xff\xfe", b"null",
                    b'{"edits": [{"op": "add", "section": "actions", "id": "../x"}]}',
                    b'{"edits": [{"op": "edit", "id": "%s", "textz": {"ar": "x"}}]}' % ids[0].encode(),
                    b'{"edits": [], "more": 1}'):
        pathlib.Path("bad.json").write_bytes(content)
        refused("apply", plan, "bad.json")
        assert state(plan) == before
    with open("large.json", "wb") as file:
        file.truncate(100 * 1024 * 1024)
    refused("apply", plan, "large.json")
    assert state(plan) == before and git(plan, "fsck", "--strict", "--no-dangling") == ""


@test
def log_and_diff():
    plan = new_plan()
    one = add(plan)
    other = add(plan, "غير ذلك")
    out("edit", plan, one, "--language", "ar", "--text", WATER_AGAIN, "-m", "أوضح")
    log = out("log", plan).splitlines()
    assert len(log) == 4 and FSI + "أوضح" + PDI in log[0]
    assert len(out("log", plan, one).splitlines()) == 2 and len(out("log", plan, "-n", "1").splitlines()) == 1
    revisions = as_json("log", plan)["revisions"]
    assert revisions[0]["parent"] == revisions[1]["id"] and revisions[-1]["parent"] is None
    assert revisions[0]["mandate"] == "editorial" and revisions[0]["subject"] == "أوضح"
    text = out("diff", plan, "main~1", "main")
    assert text == out("diff", plan, "main") and one in text and other not in text
    assert "{+" + FSI in text and PDI + "+}" in text and text.count(FSI) == text.count(PDI)
    changes = as_json("diff", plan, "main~1", "main")["changes"]
    assert len(changes) == 1 and changes[0]["kind"] == "text" and changes[0]["language"] == "ar"
    runs = changes[0]["runs"]
    assert "".join(r["text"] for r in runs if r["kind"] != "deleted") == WATER_AGAIN
    assert "".join(r["text"] for r in runs if r["kind"] != "inserted") == WATER
    page = out("diff", plan, "main", "--format", "html")
    assert 'lang="ar" dir="rtl"' in page and "<ins>" in page
    assert out("diff", plan, "main", "--language", "en") == ""
    whole = as_json("diff", plan, revisions[-1]["id"], "main")["changes"]
    assert {c["kind"] for c in whole} == {"added"} and {c["id"] for c in whole} == {one, other}
    assert out("diff", plan, "main", "main") == ""


def commit_merge(plan, tree, parents, message="Merge"):
    """A revision of the rolling text with several parents, as another program makes it."""
    words = [word for parent in parents for word in ("-p", parent)]
    merge = git(plan, "-c", "user.name=Facilitator", "-c", "user.email=facilitator@plan.invalid",
                "commit-tree", git(plan, "rev-parse", tree + "^{tree}"), *words, "-m", message)
    git(plan, "update-ref", "refs/heads/main", merge)
    return merge


@test
def diff_of_branches_merges_and_moves():
    plan = new_plan()
    know(plan, "EG", "JO")
    one = add(plan, "تعزيز التعاون في مجال المياه.")
    two = add(plan, WATER)
    egypt = out("edit", plan, one, "--language", "ar", "--as", "EG", "--text",
                "تعزيز التعاون الإقليمي في مجال المياه.").strip()
    out("edit", plan, one, "--language", "en", "--as", "EG", "--text", "Water.")
    jordan = out("edit", plan, one, "--language", "ar", "--as", "JO", "--text",
                 "تعزيز التعاون في مجال المياه والطاقة.").strip()
    between = as_json("diff", plan, "delegations/EG", "delegations/JO", "--language", "ar")["changes"]
    assert [change["language"] for change in between] == ["ar"]
    assert [run["text"].strip() for run in between[0]["runs"] if run["kind"] == "deleted"] == ["الإقليمي"]
    languages = as_json("diff", plan, "main", "delegations/EG")["changes"]
    assert sorted(change["language"] for change in languages) == ["ar", "en"]
    # A merge against its first parent: what the rolling text took over.
    merge = commit_merge(plan, jordan, ["main", egypt, jordan])
    taken = as_json("diff", plan, merge)["changes"]
    assert [change["new"] for change in taken] == ["تعزيز التعاون في مجال المياه والطاقة."]
    pathlib.Path("move.json").write_text(json.dumps({"edits": [
        {"op": "move", "id": two, "after": ""}, {"op": "edit", "id": two, "texts": {"ar": WATER_AGAIN}}]}))
    out("apply", plan, "move.json")
    kinds = [(change["kind"], change["id"]) for change in as_json("diff", plan, "main")["changes"]]
    assert kinds == [("moved", two), ("text", two)]
    page = out("diff", plan, "main", "--format", "html")
    # Title, counts, what moved, and in its old place where to.
    assert page.count('class="note"') == 4 and "نقل" in page and f'id="{two}"' in page
    assert "(الآن " in page
    assert 'lang="ar" dir="rtl"' in page and re.search("<ins>[^<]*المشتركة", page)
    lines = out("diff", plan, "main").splitlines()
    assert "moved" in lines[0] and "المشتركة" in lines[1]
    # The same as rows of the plan, with their numbers then and now.
    told = as_json("diff", plan, "main")
    assert [(row["id"], row["changes"]) for row in told["rows"]] == [(two, [0, 1])]
    assert told["rows"][0]["numbers"] == ["2 -", "1 -"]
    assert told["counts"][0]["moved"] == told["counts"][0]["edited"] == 1
    assert told["counts"][0]["inserted-words"] >= 1 and told["counts"][0]["added"] == 0
    # A base and two sides.
    three = as_json("diff", plan, "main~2", "delegations/EG", "delegations/JO")
    assert {change["side"] for change in three["changes"]} == {1, 2} and len(three["counts"]) == 2
    assert [len(row["numbers"]) for row in three["rows"]] == [3]
    assert "الإقليمي" in out("diff", plan, "main~2", "delegations/EG", "delegations/JO", "--format", "html")


@test
def words_say_whose_they_are():
    plan = new_plan()
    know(plan, "EG", "JO")
    one = add(plan, "تعزيز التعاون في مجال المياه.")
    egypt = out("edit", plan, one, "--language", "ar", "--as", "EG", "--text",
                "تعزيز التعاون الإقليمي في مجال المياه.").strip()
    jordan = out("edit", plan, one, "--language", "ar", "--as", "JO", "--text",
                 "تعزيز التعاون في مجال المياه والطاقة.").strip()
    merge = commit_merge(plan, jordan, ["main", egypt, jordan])
    found = as_json("words", plan, one, "--deleted")
    assert found["id"] == one and found["part"] == "body" and found["language"] == "ar"
    assert "".join(run["text"] for run in found["words"]) == "تعزيز التعاون في مجال المياه والطاقة."
    told = {run["text"].strip(): run["origins"] for run in found["words"]}
    assert told["والطاقة"][0]["owners"] == ["JO"] and told["والطاقة"][0]["revision"] == jordan
    assert told["تعزيز التعاون في مجال المياه"][0]["owners"] == []
    assert told["تعزيز التعاون في مجال المياه"][0]["author"] == "Facilitator"
    gone = found["deleted"]
    assert [run["text"] for run in gone] == ["الإقليمي"] and gone[0]["origins"][0]["owners"] == ["EG"]
    assert gone[0]["deleted_by"]["revision"] == merge and gone[0]["left_out"]
    assert gone[0]["place"] == len("تعزيز التعاون".encode())
    assert "deleted" not in as_json("words", plan, one)
    # Brought back by another, it is still Egypt's.
    out("edit", plan, one, "--language", "ar", "--text", "تعزيز التعاون الإقليمي في مجال المياه والطاقة.")
    lines = out("words", plan, one).splitlines()
    assert [line for line in lines if f"{FSI}EG{PDI}" in line][0].endswith(f"{FSI}الإقليمي{PDI}")
    assert out("words", plan, one, "--at", egypt).count("\n") == 3
    assert out("words", plan, one, "--at", egypt).splitlines()[1].startswith(egypt[:10])
    out("edit", plan, one, "--language", "ar", "--text", "المياه.")
    assert "deleted" in out("words", plan, one, "--deleted")
    assert gone[0]["asked_for_by"] is None
    assert f"[-{FSI}الإقليمي{PDI}-]" in out("words", plan, one, "--deleted")
    for words in ([], [one, one], ["zzzzzzzzzzzz"], ["../../x"], [one, "--language", "fr"],
                  [one, "--language", "en"], [one, "--part", "nonsense"], [one, "--part", "means"],
                  [one, "--at", "nothing"], [one, "--at", "main~9"]):
        refused("words", plan, *words)


@test
def restore_is_a_new_revision():
    plan = new_plan()
    one = add(plan)
    out("edit", plan, one, "--language", "ar", "--text", WATER_AGAIN)
    gone = add(plan, "يزول")
    out("restore", plan, one, "--at", "main~2")
    assert as_json("show", plan, one)["texts"]["ar"] == WATER
    assert git(plan, "rev-list", "--count", "main") == "5"
    former = git(plan, "rev-parse", "main~3")
    out("restore", plan, "--at", "main~3")
    assert former[:10] in git(plan, "log", "-1", "--format=%s")
    assert [p["id"] for p in as_json("show", plan)["provisions"]] == [one]
    out("restore", plan, gone, "--at", "main~2")
    assert as_json("show", plan, gone)["texts"]["ar"] == "يزول"
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""


@test
def a_delegation_works_on_its_branch():
    plan = new_plan()
    know(plan, "EG")
    one = add(plan)
    out("edit", plan, one, "--language", "ar", "--text", WATER_AGAIN, "--as", "EG")
    assert as_json("show", plan, one)["texts"]["ar"] == WATER
    assert as_json("show", plan, one, "--as", "EG")["texts"]["ar"] == WATER_AGAIN
    assert git(plan, "log", "-1", "--format=%an <%ae>", "delegations/EG") == "مصر <EG@delegations.invalid>"
    before = state(plan)
    assert "BY" in refused("edit", plan, one, "--language", "ar", "--text", WATER, "--as", "BY")
    refused("add", plan, "--section", "objectives", "--language", "ar", "--text", WATER, "--as", "BY")
    assert state(plan) == before
    assert "Mandate: proposal" in git(plan, "log", "-1", "--format=%B", "delegations/EG")
    assert "Mandate: editorial" in git(plan, "log", "-1", "--format=%B", "main")
    assert as_json("log", plan, "--branch", "delegations/EG")["revisions"][0]["mandate"] == "proposal"


@test
def export_in_every_format():
    plan = new_plan()
    add(plan)
    for name, beginning in (("o.txt", b""), ("o.html", b"<!DOCTYPE html"), ("o.pdf", b"%PDF-")):
        told = as_json("export", plan, "--language", "ar", "-o", name)
        content = pathlib.Path(name).read_bytes()
        assert content.startswith(beginning) and told["bytes"] == len(content)
    assert WATER in out("export", plan, "--format", "text", "-o", "-")
    assert WATER in pathlib.Path("o.html").read_text(encoding="utf-8")


@test
def export_replaces_files_alone():
    """A pipe is written into and a link is followed; neither is replaced by a file."""
    plan = new_plan()
    add(plan)
    os.symlink("target.txt", "link.txt")
    pathlib.Path("target.txt").write_text("older", encoding="utf-8")
    run("export", plan, "--format", "text", "-o", "link.txt")
    assert os.path.islink("link.txt") and WATER in pathlib.Path("target.txt").read_text(encoding="utf-8")
    os.mkfifo("pipe")
    reader = subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE)
    run("export", plan, "--format", "text", "-o", "pipe")
    assert WATER in reader.communicate(timeout=30)[0].decode("utf-8")
    assert pathlib.Path("pipe").is_fifo()


@test
def check_finds():
    plan = new_plan()
    out("edit", plan, "plan", "--language", "en", "--text", "A plan")
    one = add(plan)
    found = json.loads(run("check", plan, "--json", status=1)[0])["findings"]
    assert {"kind": "no-text", "id": one, "language": "en"} in [
        {k: f.get(k) for k in ("kind", "id", "language")} for f in found]
    assert one in run("check", plan, status=1)[0]
    out("edit", plan, one, "--language", "en", "--text", "Water")
    assert run("check", plan)[0] == ""


@test
def help_for_all():
    commands = [c["name"] for c in as_json("help")["commands"]]
    page = (SOURCE / "data/twf.1").read_text(encoding="utf-8")
    for command in commands:
        told = out("help", command)
        assert told == out(command, "--help") and f"twf {command}" in told
        assert f".Cm {command}" in page
        assert command in out("help")
    assert out("--version").startswith("twf ") and out("--help") == out("help")


@test
def import_makes_and_adds():
    pathlib.Path("doc.txt").write_text(
        "Plan for water\n\nPrinciples\n\n1. Water is a right.\n\n2. Nobody is left out.\n\nActions\n\n"
        "1. Wells are built every year.\n", encoding="utf-8")
    proposal = out("import", "w.twf", "doc.txt", "--language", "en", "--dry-run")
    assert "Wells are built" in proposal and os.listdir(".") == ["doc.txt"]
    draft = as_json("import", "w.twf", "doc.txt", "--language", "en", "--dry-run")
    assert any("Wells" in p["texts"].get("en", "") for p in draft["paragraphs"])
    done = as_json("import", "w.twf", "doc.txt", "--language", "en")
    assert done["provisions"] >= 3 and done["revision"] == git("w.twf", "rev-parse", "main")
    plan = new_plan()
    add(plan, "Old", "actions", "en")
    out("import", plan, "-", "--language", "en", stdin=pathlib.Path("doc.txt").read_bytes())
    actions = [p["texts"]["en"] for p in as_json("show", plan)["provisions"] if p["section"] == "actions"]
    assert actions[0] == "Old" and any("Wells" in text for text in actions[1:])
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""


@test
def import_of_the_letter():
    letter = MATERIAL / "000_45da9a033ab6256b.txt"
    if not letter.exists():
        raise Skip("the letter is not on this machine")
    done = subprocess.run([TWF, "import", "l.twf", letter, "--language", "ar", "--json"], capture_output=True)
    assert done.returncode in (0, 1), done.stderr
    told = json.loads(done.stdout)
    assert (done.returncode == 1) == (told["suggestions"] > 0) and told["provisions"] > 20
    sections = {p["section"] for p in as_json("show", "l.twf")["provisions"]}
    assert {"letter", "rationale", "principles", "objectives"} <= sections
    assert git("l.twf", "fsck", "--strict", "--no-dangling") == ""


@test
def import_joins_languages():
    files = [MATERIAL / "un" / f"A_RES_76_186-2119241{x}.xml" for x in "AEF"]
    if not all(file.exists() for file in files):
        raise Skip("the resolutions are not on this machine")
    done = subprocess.run([TWF, "import", "u.twf", *files], capture_output=True)
    assert done.returncode in (0, 1), done.stderr
    shown = as_json("show", "u.twf")
    assert set(shown["languages"]) == {"ar", "en", "fr"}
    joined = [p for p in shown["provisions"] if {"ar", "en", "fr"} <= set(p["texts"])]
    assert len(joined) > 30


def frugal():
    resource.setrlimit(resource.RLIMIT_DATA, (300 << 20, 300 << 20))


@test
def hostile_imports_change_nothing():
    plan = new_plan()
    add(plan)
    before = state(plan)
    doctype = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><akomaNtoso>&x;</akomaNtoso>'
    cases = {
        "empty.txt": b"",
        "junk.bin": bytes(range(256)) * 64,
        "utf16.txt": "نص".encode("utf-16-le") * 50 + b"\x00\xd8",
        "latin.txt": "R\xe9solution adopt\xe9e".encode("latin-1"),
        "broken.xml": b'<?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act>',
        "doctype.xml": doctype,
        "spaces.txt": b" \n\t\n   \n",
        "arabic-1256.txt": "الماء للجميع".encode("cp1256"),
        "entity.xml": b'<?xml version="1.0"?><akomaNtoso><act><body><p>&x;</p></body></act></akomaNtoso>',
        "other.xml": b'<?xml version="1.0"?><rss><channel/></rss>',
        "deep.xml": b"<akomaNtoso>" + b"<section>" * 100000 + b"<p>x</p>" + b"</section>" * 100000 + b"</akomaNtoso>",
        "deep.html": b"<html><body>" + b"<div>" * 100000 + b"x",
        "tags.html": b"<html><body>" + b"<p>x</p>" * 500000,
        "lines.txt": b"x\n\n" * 100000,
        "line.txt": b"x " * 100000,
    }
    for name, content in cases.items():
        pathlib.Path(name).write_bytes(content)
    with open("large.txt", "wb") as file:
        file.truncate(100 * 1024 * 1024)
    files = sorted(os.listdir("."))
    for name in (*cases, "large.txt", ".", "/dev/zero"):
        for target in (plan, "fresh.twf"):
            # Each within 300 MB: what asks for more ends by a signal, not by refusing.
            refused("import", target, name, "--language", "ar", preexec_fn=frugal)
            refused("import", target, name, "--language", "ar", "--dry-run")
            assert state(plan) == before and sorted(os.listdir(".")) == files, name
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""


@test
def a_full_disk_is_said():
    plan = new_plan()
    one = add(plan)
    before = state(plan)
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
    said = refused("edit", plan, one, "--language", "ar", "--text", WATER_AGAIN, preexec_fn=limit)
    assert "disk is full" in said
    assert state(plan) == before
    out("edit", plan, one, "--language", "ar", "--text", WATER_AGAIN)
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""


@test
def two_processes_on_one_plan():
    plan = new_plan()
    ids = [add(plan), add(plan, "غير ذلك")]
    script = 'for i in 1 2 3 4 5 6 7 8; do "$0" edit "$1" "$2" --language ar --text "$3 $i" || exit; done'
    writers = [subprocess.Popen(["bash", "-c", script, TWF, plan, one, one], stdout=subprocess.DEVNULL)
               for one in ids]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert git(plan, "rev-list", "--count", "main") == str(3 + 2 * 8)
    assert [as_json("show", plan, one)["texts"]["ar"] for one in ids] == [f"{one} 8" for one in ids]
    git(plan, "fsck", "--strict")


@test
def messages_in_arabic_and_any_locale():
    plan = new_plan()
    one = add(plan)
    assert WATER in out("show", plan, one, env={"LC_ALL": "C", "LANG": "C"})
    out("edit", plan, one, "--language", "ar", "--text", WATER_AGAIN, env={"LC_ALL": "C"})
    assert as_json("show", plan, one)["texts"]["ar"] == WATER_AGAIN
    arabic = {"LC_ALL": "C.UTF-8", "LANGUAGE": "ar", "TAWAFUQ_LOCALEDIR": os.environ["TAWAFUQ_BUILD"] + "/po"}
    if pathlib.Path(os.environ["TAWAFUQ_BUILD"], "po/ar/LC_MESSAGES/tawafuq.mo").exists():
        said = refused("show", "nowhere", env=arabic)
        assert FSI + "nowhere" + PDI in said and "لم يوجد" in said or "غير موجود" in said or "يُعثر" in said, said


FORESTS = "نقل التكنولوجيا إلى البلدان النامية."
SHARED = "تنمية الموارد المائية المشتركة بالتعاون بين الدول. والبند الثاني هنا."
COMMON = "تنمية الموارد المائية بالتعاون بين الدول. والبند الثاني هنا."


def three_delegations(plan):
    """Egypt and Chad change words of one provision, France of another and adds one."""
    know(plan, "EG", "FR", "TD")
    one, two = add(plan, COMMON), add(plan, FORESTS)
    out("edit", plan, one, "--language", "ar", "--text", SHARED, "--as", "EG")
    out("edit", plan, one, "--language", "ar", "--text", COMMON.replace("هنا", "هناك"), "--as", "TD")
    out("edit", plan, two, "--language", "ar", "--text", FORESTS.replace(" النامية", ""), "--as", "FR")
    three = out("add", plan, "--section", "objectives", "--language", "ar", "--text", "من فرنسا",
                "--as", "FR").strip()
    return one, two, three


def tree(plan):
    return git(plan, "rev-parse", "main^{tree}")


def verify_graph(plan, merged):
    """What git itself says of a merge of several branches."""
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""
    wanted = [git(plan, "rev-parse", "main~1")]
    wanted += [git(plan, "rev-parse", f"delegations/{code}") for code in merged]
    assert git(plan, "log", "-1", "--format=%P", "main").split() == wanted
    graph = git(plan, "log", "--graph", "--oneline", "main")
    assert "Merge " + ", ".join(merged) in graph.splitlines()[0] and "|" in graph, graph
    said = git(plan, "log", "-1", "--format=%(trailers)", "main").splitlines()
    assert said[0] == "Mandate: merge" and len(said) == 1 + len(merged), said
    for code, tip, line in zip(merged, wanted[1:], said[1:]):
        assert line == f"Contribution: {code} {tip}", said


@test
def merge_keeps_proposals():
    plan = new_plan()
    one, two, three = three_delegations(plan)
    before, standing = state(plan), tree(plan)
    dry = out("merge", plan, "EG", "TD", "FR", "--dry-run", status=1)
    assert state(plan) == before
    said = out("merge", plan, "FR", "delegations/EG", git(plan, "rev-parse", "delegations/TD"),
               "-m", "Merge EG, FR, TD", status=1)
    assert said.startswith(dry) and said.count("\n") == dry.count("\n") + 1
    lines = said.splitlines()
    assert len(lines) == 6 and sum(line.startswith(one) for line in lines) == 2
    assert all(line.count(FSI) == line.count(PDI) > 0 for line in lines[:4]), said
    assert git(plan, "rev-parse", "main") == lines[-1] and tree(plan) != standing
    texts = {p["id"]: p["texts"] for p in as_json("show", plan)["provisions"]}
    assert texts[one] == {"ar": COMMON} and texts[two] == {"ar": FORESTS} and three in texts
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""


@test
def merge_accepts_in_any_order():
    trees, plan = set(), new_plan()
    one, two, three = three_delegations(plan)
    for order in (("EG", "FR", "TD"), ("TD", "EG", "FR"), ("FR", "TD", "EG")):
        shutil.copytree(plan, "copy.twf")
        report = as_json("merge", "copy.twf", *order, "--accept", status=0)
        assert report["summary"]["accepted"] == 4 and report["summary"]["proposed"] == 0, report
        assert {tuple(o["owners"]) for o in report["outcomes"]} == {("EG",), ("FR",), ("TD",)}
        assert {o["id"] for o in report["outcomes"]} == {one, two, three}
        assert report["revision"] == git("copy.twf", "rev-parse", "main")
        texts = {p["id"]: p["texts"]["ar"] for p in as_json("show", "copy.twf")["provisions"]}
        assert texts == {one: SHARED.replace("هنا", "هناك"), two: FORESTS.replace(" النامية", ""), three: "من فرنسا"}
        verify_graph("copy.twf", ("EG", "FR", "TD"))
        trees.add(tree("copy.twf"))
        shutil.rmtree("copy.twf")
    assert len(trees) == 1


@test
def merge_of_the_same_words():
    plan = new_plan()
    know(plan, "EG", "FR")
    one = add(plan, COMMON)
    out("edit", plan, one, "--language", "ar", "--text", COMMON.replace("بالتعاون", "بالشراكة"), "--as", "EG")
    out("edit", plan, one, "--language", "ar", "--text", COMMON.replace("بالتعاون", "بالتنسيق"), "--as", "FR")
    report = as_json("merge", plan, "EG", "FR", "--accept", status=1)
    assert [o["outcome"] for o in report["outcomes"]] == ["proposed"] * 2
    assert {o["reason"] for o in report["outcomes"]} == {"same-words"}
    assert as_json("show", plan, one)["texts"] == {"ar": COMMON}
    verify_graph(plan, ("EG", "FR"))
    # Their words are not out of the text for good: they wait in the proposals.
    asked = {o["owners"][0]: o["proposal"] for o in report["outcomes"]}
    gone = {run["text"].strip(): run for run in as_json("words", plan, one, "--deleted")["deleted"]}
    assert gone["بالشراكة"]["asked_for_by"] == asked["EG"] and not gone["بالشراكة"]["left_out"], gone
    assert f"proposed: {asked['FR']}" in out("words", plan, one, "--deleted")
    out("reject", plan, asked["FR"])
    gone = {run["text"].strip(): run for run in as_json("words", plan, one, "--deleted")["deleted"]}
    assert gone["بالتنسيق"]["left_out"] and gone["بالتنسيق"]["asked_for_by"] is None, gone
    # Whoever is not among the delegations is found once with each proposal.
    out("edit", plan, one, "--language", "ar", "--text", COMMON + " ثم الثالث.", "--as", "FR")
    git(plan, "update-ref", "refs/heads/delegations/BY", "delegations/FR")
    out("merge", plan, "BY", status=1)
    found = json.loads(run("check", plan, "--json", status=1)[0])["findings"]
    assert [f["kind"] for f in found].count("unknown-delegation") == 1, found


@test
def merge_again_and_later():
    plan = new_plan()
    one, two, _ = three_delegations(plan)
    out("merge", plan, "EG", "FR", status=1)
    before = state(plan)
    again = as_json("merge", plan, "EG", "delegations/FR")
    assert again["known"] == ["delegations/EG", "delegations/FR"] and again["outcomes"] == []
    assert state(plan) == before and again["revision"] == git(plan, "rev-parse", "main")
    out("edit", plan, two, "--language", "ar", "--text", FORESTS + " ولاحقاً.", "--as", "EG")
    later = as_json("merge", plan, "EG", "FR", status=1)
    assert later["known"] == ["delegations/FR"]
    assert {o["id"] for o in later["outcomes"] if o["outcome"] == "proposed"} == {two}
    verify_graph(plan, ("EG",))


@test
def merge_takes_in_the_rolling_text():
    plan = new_plan()
    one, two, three = three_delegations(plan)
    out("edit", plan, two, "--language", "ar", "--text", "نص جديد")
    tip = git(plan, "rev-parse", "main")
    report = as_json("merge", plan, "main", "--as", "EG")
    assert report["summary"]["accepted"] == 1 and report["summary"]["proposed"] == 0
    texts = {p["id"]: p["texts"]["ar"] for p in as_json("show", plan, "--as", "EG")["provisions"]}
    assert texts == {one: SHARED, two: "نص جديد"}
    assert git(plan, "rev-parse", "main") == tip
    assert git(plan, "log", "-1", "--format=%P", "delegations/EG").split()[1] == tip
    # What it took in is not its own: only its words come back.
    back = as_json("merge", plan, "EG", "--accept")
    assert [o["id"] for o in back["outcomes"]] == [one]
    assert three not in as_json("show", plan)["provisions"]
    assert as_json("show", plan, one)["texts"] == {"ar": SHARED}


@test
def merge_again_after_taking_in():
    """What a delegation took in with its own proposals is not withdrawn by what it sends next."""
    plan = new_plan()
    know(plan, "EG")
    one, two, third = add(plan, COMMON), add(plan, FORESTS), add(plan, WATER)

    def proposals():
        return {p["texts"]["ar"]: p for p in as_json("proposals", plan)["proposals"]}

    out("edit", plan, one, "--language", "ar", "--text", SHARED, "--as", "EG")
    out("merge", plan, "EG", status=1)
    assert as_json("merge", plan, "main", "--as", "EG")["summary"]["proposed"] == 0
    other = FORESTS.replace(" النامية", "")
    out("edit", plan, two, "--language", "ar", "--text", other, "--as", "EG")
    out("merge", plan, "EG", status=1)
    found = proposals()
    assert {t: (p["state"], p["owners"]) for t, p in found.items()} == {
        SHARED: ("open", ["EG"]), other: ("open", ["EG"])}, found

    # A branch made anew from the rolling text has no words of its own there, but the proposals: it
    # leaves them be, also where the rolling text of that provision moves on meanwhile.
    git(plan, "update-ref", "-d", "refs/heads/delegations/EG")
    out("edit", plan, third, "--language", "ar", "--text", WATER_AGAIN, "--as", "EG")
    out("edit", plan, one, "--language", "en", "--text", "Together")
    out("merge", plan, "EG", status=1)
    assert {t: (p["state"], p["owners"]) for t, p in proposals().items()} == {
        t: ("open", ["EG"]) for t in (SHARED, other, WATER_AGAIN)}, proposals()

    # It asks for other words in the same place: these stand for what it asked before.
    last = FORESTS.replace(" النامية", " الفقيرة")
    out("edit", plan, two, "--language", "ar", "--text", last, "--as", "EG")
    out("merge", plan, "EG", status=1)
    found = proposals()
    assert {t: p["state"] for t, p in found.items()} == {
        SHARED: "open", other: "withdrawn", last: "open", WATER_AGAIN: "open"}, found
    assert git(plan, "grep", "-h", "Replaced-by", "main").split()[1] == found[last]["id"]

    # And one whose words it takes back for good, having taken it in, is asked for no longer.
    out("edit", plan, one, "--language", "ar", "--text", SHARED, "--as", "EG")
    out("merge", plan, "main", "--as", "EG")
    out("edit", plan, one, "--language", "ar", "--text", COMMON, "--as", "EG")
    out("merge", plan, "EG")
    assert {t: p["state"] for t, p in proposals().items()} == {
        SHARED: "withdrawn", other: "withdrawn", last: "open", WATER_AGAIN: "open"}, proposals()
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""


@test
def merge_refuses():
    plan = new_plan()
    three_delegations(plan)
    before = state(plan)
    assert "XX" in refused("merge", plan, "EG", "XX")
    refused("merge", plan)
    refused("merge", plan, "EG", "--nothing")
    refused("merge", plan, "-- ")
    refused("merge", "nowhere.twf", "EG")
    root = git(plan, "-c", "user.name=A", "-c", "user.email=a", "commit-tree", "main^{tree}", "-m", "Alone")
    git(plan, "update-ref", "refs/heads/alone", root)
    refused("merge", plan, "alone")
    git(plan, "update-ref", "-d", "refs/heads/alone")
    assert state(plan) == before


@test
def a_reader_that_goes():
    plan = new_plan()
    add(plan)
    done = subprocess.run(["bash", "-c", 'set -o pipefail; "$0" show "$1" | true', TWF, plan])
    assert done.returncode == 0
    with open("/dev/full", "wb") as full:
        assert subprocess.run([TWF, "show", plan], stdout=full, stderr=subprocess.DEVNULL).returncode == 2


sys.exit(main())
