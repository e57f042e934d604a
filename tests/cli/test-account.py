#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Accounting between issued revisions, and the table of origins, with the real program and real git.
Speaks TAP."""

import hashlib
import json
import pathlib
import random
import subprocess
import sys

from case import add, as_json, git, know, main, new_plan, out, refused, run, test

WATER = "الماء المأمون حق لكل إنسان ولكل طفل في المدارس والبيوت"
WELLS = "تحفر الدول الآبار في القرى التي لا ماء فيها قبل عام 2030"


def plan_of_two():
    plan = new_plan()
    know(plan, "EG", "JO")
    water, wells = add(plan, WATER, "actions"), add(plan, WELLS, "actions")
    as_json("issue", plan, "L.1")
    return plan, water, wells


def account(plan, former="L.1", latter="main", status=0):
    return json.loads(out("account", plan, former, latter, "--json", status=status))


def deeds(found, *kinds):
    return [(c, d) for c in found["changes"] for d in c["deeds"] if d["kind"] in kinds]


def text_of(plan, item, revision):
    shown = as_json("show", plan, "--at", revision)
    if item["id"] is None:
        return shown["title"].get(item["language"], "")
    key = item["language"] if item["part"] == "body" else f"{item['part']}.{item['language']}"
    return next((p["texts"].get(key, "") for p in shown["provisions"] if p["id"] == item["id"]), "")


def assert_law(plan, found):
    """What is listed, applied to the one revision, gives the other; and nothing that differs is missing."""
    former, latter = found["former"]["revision"], found["latter"]["revision"]
    texts = [c for c in found["changes"] if "language" in c]
    for item in texts:
        was = "".join(d["text"] for d in item["deeds"] if d["kind"] in ("kept", "deleted", "moved-away"))
        now = "".join(d["text"] for d in item["deeds"] if d["kind"] in ("kept", "inserted", "moved-here"))
        assert was == text_of(plan, item, former), item
        assert now == text_of(plan, item, latter), item
    listed = {(c["id"], c["part"], c["language"]) for c in texts}
    differing = {(c["id"], c["part"], c["language"]) for c in as_json("diff", plan, former, latter)["changes"]
                 if c["kind"] == "text"}
    assert differing <= listed, differing - listed
    for _, deed in deeds(found, "deleted", "inserted", "moved-away", "moved-here", "added", "removed", "moved", "field"):
        assert deed["by"], deed


def by_hand(plan, name, change, message="typo", *trailers):
    """Somebody clones the plan with git, changes a file, and pushes."""
    git(".", "clone", "-q", plan, name)
    change(pathlib.Path(name))
    author = ["-c", "user.name=Mallory", "-c", "user.email=mallory@example.org"]
    git(name, "add", "-A")
    git(name, *author, "commit", "-q", "-m", message, *[w for t in trailers for w in ("--trailer", t)])
    git(name, "push", "-q", "origin", "HEAD:main")
    return git(plan, "rev-parse", "main")


def replacing(provision, old, new):
    def change(tree):
        file = next(tree.glob(f"provisions/*/{provision}/ar.txt"))
        assert old in file.read_text(encoding="utf-8")
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return change


@test
def every_change_has_an_owner():
    plan, water, wells = plan_of_two()
    asked = out("propose", plan, water, "--language", "ar", "--text", WATER.replace("المأمون", "النظيف"),
                "--as", "EG", "--branch", "main").strip()
    out("accept", plan, asked)
    out("edit", plan, wells, "--language", "ar", "--text", WELLS.replace("2030", "2032"), "-m", "السنة")
    new = add(plan, "تتبادل الدول الخبرة", "actions", "ar", "--as", "JO", "--branch", "main")
    out("edit", plan, water, "--field", "Number", "--value", "7")
    as_json("issue", plan, "L.1/Rev.1")
    found = account(plan, "L.1", "L.1/Rev.1")
    assert found["unaccounted"] == 0 and found["former"]["symbol"] == "L.1"
    assert_law(plan, found)
    by = {(c["id"], d["text"].strip()): d["by"][0] for c, d in deeds(found, "deleted", "inserted")}
    clean = by[(water, "النظيف")]
    assert clean["owners"] == ["EG"] and clean["mandate"] == f"proposal {asked}" and clean["proposal"] == asked
    assert by[(water, "المأمون")] == clean
    year = by[(wells, "2032")]
    assert year["facilitator"] and year["mandate"] == "editorial" and year["owners"] == []
    assert by[(new, "تتبادل الدول الخبرة")]["owners"] == ["JO"]
    assert [c["id"] for c, _ in deeds(found, "added")] == [new]
    assert [(c["field"], d["new"]) for c, d in deeds(found, "field")] == [("Number", "7")]
    counts = found["counts"]
    assert (counts["inserted-words"], counts["deleted-words"], counts["added"]) == (5, 2, 1)
    assert out("account", plan, "L.1", "L.1/Rev.1").splitlines()[-2] == "0 unaccounted changes"


@test
def the_digest_can_be_counted_again():
    plan, water, _ = plan_of_two()
    out("edit", plan, water, "--language", "ar", "--text", WATER + " كافة")
    record = out("account", plan, "L.1", "main", "--record")
    assert hashlib.sha256(record.encode()).hexdigest() == account(plan)["sha256"]
    assert out("account", plan, "L.1", "main").splitlines()[-1].split()[-1] == account(plan)["sha256"]
    assert account(plan)["latter"]["tree"] == git(plan, "rev-parse", "main^{tree}")
    git(".", "clone", "-q", "--mirror", plan, "copy.twf")
    assert out("account", "copy.twf", "L.1", "main", "--record", env={"TZ": "Asia/Tokyo", "LANGUAGE": "ar"}) == record


@test
def what_was_done_by_hand_is_found():
    plan, water, wells = plan_of_two()
    out("edit", plan, wells, "--language", "ar", "--text", WELLS.replace("2030", "2032"))
    tip = by_hand(plan, "one", replacing(wells, "القرى ", "بعض القرى "))
    found = account(plan, status=1)
    assert found["unaccounted"] == 1
    assert_law(plan, found)
    hidden = [(c["id"], d["text"].strip(), d["by"][0]["revision"]) for c, d in deeds(found, "inserted", "deleted")
              if not d["accounted"]]
    assert hidden == [(wells, "بعض", tip)]
    text = out("account", plan, "L.1", "main", status=1)
    assert "UNACCOUNTED" in text and "Mallory" in text and "1 unaccounted change\n" in text
    # Undone, it is no change; said by a known name without a mandate, it is still nobody's.
    by_hand(plan, "two", replacing(wells, "بعض القرى ", "القرى "))
    assert account(plan)["unaccounted"] == 0
    by_hand(plan, "three", lambda tree: next(tree.glob(f"provisions/*/{water}/ar.txt")).unlink())
    gone = account(plan, status=1)
    assert gone["unaccounted"] == 1 and deeds(gone, "deleted")[0][1]["text"] == WATER
    assert_law(plan, gone)


@test
def a_mandate_of_nobody_is_none():
    plan, water, _ = plan_of_two()
    by_hand(plan, "one", replacing(water, "المأمون", "العذب"), "typo", "Mandate: editorial")
    found = account(plan, status=1)
    assert found["unaccounted"] == 2
    assert {d["by"][0]["mandate"] for _, d in deeds(found, "inserted", "deleted")} == {"editorial"}


@test
def what_a_branch_brought_is_the_branch_s():
    plan, water, wells = plan_of_two()
    out("edit", plan, water, "--language", "ar", "--text", WATER.replace("المدارس", "المدارس الابتدائية"), "--as", "EG")
    out("edit", plan, wells, "--language", "ar", "--text", WELLS.replace("2030", "2035"), "--as", "JO")
    out("merge", plan, "EG", "JO", "--accept")
    found = account(plan)
    assert found["unaccounted"] == 0
    assert_law(plan, found)
    owners = {d["text"].strip(): d["by"][0]["owners"] for _, d in deeds(found, "inserted")}
    assert owners["الابتدائية"] == ["EG"] and owners["2035"] == ["JO"]


@test
def moves_and_origins():
    plan, water, wells = plan_of_two()
    third = add(plan, "ترفع الدول تقارير عما أنجزته كل سنة إلى الجمعية العامة", "actions")
    as_json("issue", plan, "L.2")
    edits = {"edits": [
        {"op": "move", "id": water, "after": third},
        {"op": "edit", "id": wells, "texts": {"ar": WELLS + " وترفع الدول تقارير عما أنجزته كل سنة إلى الجمعية العامة"}},
        {"op": "remove", "id": third}]}
    new = add(plan, "فقرة أخرى", "actions")
    out("apply", plan, "-", stdin=json.dumps(edits).encode())
    found = account(plan, "L.2")
    assert found["unaccounted"] == 0 and found["counts"]["removed"] == 1
    assert_law(plan, found)
    assert [c["id"] for c, _ in deeds(found, "moved")] == [water]
    origins = {o["id"]: o for o in found["origins"]}
    assert origins[new]["done"] == ["new"] and origins[new]["former"] is None
    assert origins[third]["done"] == ["deleted"] and origins[third]["number"] is None
    assert origins[water]["done"] == ["moved"]
    assert origins[wells]["done"] == ["edited", "merged"] and origins[wells]["merged-from"] == ["3 -"]
    assert origins[wells]["contributors"] == ["facilitator"]
    table = out("account", plan, "L.2", "main", "--origins").splitlines()
    assert len(table) == 4 and any("merged" in line and "3 -" in line for line in table)


@test
def over_random_histories():
    rand = random.Random(1414)
    words = (WATER + " " + WELLS).split()
    for nth in range(3):
        plan = new_plan(f"random{nth}.twf")
        know(plan, "EG", "JO")
        ids = [add(plan, WATER, "actions"), add(plan, WELLS, "actions")]
        as_json("issue", plan, "A")
        for _step in range(12):
            code = rand.choice([["--as", "EG", "--branch", "main"], ["--as", "JO", "--branch", "main"], []])
            kind = rand.randrange(5)
            if kind == 0:
                ids.append(add(plan, " ".join(rand.sample(words, 6)), "actions", "ar", *code))
            elif kind == 1:
                out("edit", plan, "plan", "--language", "ar", "--text", " ".join(rand.sample(words, 3)), *code)
            else:
                target = rand.choice(ids)
                text = as_json("show", plan, target)["texts"]["ar"].split()
                at = rand.randrange(len(text))
                text[at:at + rand.randrange(2)] = rand.sample(words, rand.randrange(1, 3))
                out("edit", plan, target, "--language", "ar", "--text", " ".join(text), *code)
        found = account(plan, "A")
        assert found["unaccounted"] == 0
        assert_law(plan, found)


def run_key(*words, **more):
    return subprocess.run(["ssh-keygen", *words], capture_output=True, text=True, check=True, **more).stdout


@test
def the_certificate_is_written_and_signed():
    plan, water, wells = plan_of_two()
    out("edit", plan, water, "--language", "ar", "--text", WATER.replace("المأمون", "النظيف"))
    by_hand(plan, "one", replacing(wells, "القرى ", "بعض القرى "))
    found = account(plan, status=1)
    run_key("-q", "-t", "ed25519", "-N", "", "-f", "key")
    for name in ("c.html", "c.pdf", "c.txt"):
        run("account", plan, "L.1", "main", "-o", name, "--sign", "key", status=1)
        content = pathlib.Path(name).read_bytes()
        checked = run_key("-Y", "check-novalidate", "-n", "tawafuq-account", "-s", f"{name}.sig", stdin=open(name, "rb"))
        assert "Good" in checked
        if name == "c.pdf":
            assert content.startswith(b"%PDF")
            content = subprocess.run(["pdftotext", name, "-"], capture_output=True, check=True).stdout
        page = content.decode("utf-8")
        assert found["sha256"] in page and "Mallory" in page and "النظيف" in page
    page = pathlib.Path("c.html").read_text(encoding="utf-8")
    assert 'dir="rtl"' in page and "<del>" in page and "شهادة" in page
    for language, title in (("en", "Certificate of changes"), ("fr", "Certificat"), ("es", "Certificado"),
                            ("ru", "Удостоверение"), ("zh", "变更证明")):
        run("account", plan, "L.1", "main", "-o", "l.html", "--language", language, status=1)
        assert f">{title}" in pathlib.Path("l.html").read_text(encoding="utf-8")
    run("account", plan, "L.1", "main", "--record", "-o", "record", "--sign", "key", status=1)
    assert hashlib.sha256(pathlib.Path("record").read_bytes()).hexdigest() == found["sha256"]
    refused("account", plan, "L.1", "main", "-o", "none.pdf", "--sign", "nokey")
    assert not pathlib.Path("none.pdf").exists()
    for bad in (["-o", "x.odt"], ["--sign", "key"], ["--format", "pdf"], ["-o", "nowhere/x.pdf"],
                ["-o", "x.pdf", "--language", "../x"], ["-o", "x.pdf", "--origins"]):
        refused("account", plan, "L.1", "main", *bad)


@test
def refusals():
    plan, water, _ = plan_of_two()
    out("edit", plan, water, "--language", "ar", "--text", "غيره")
    assert "L.1" in refused("account", plan, "main", "L.1")
    assert "nosuch" in refused("account", plan, "L.1", "nosuch")
    refused("account", plan, "L.1")
    refused("account", plan, "L.1", "main", "--json", "--record")
    out("edit", plan, water, "--language", "ar", "--text", "للوفد", "--as", "EG")
    refused("account", plan, "delegations/EG", "main")
    same = account(plan, "main", "main")
    assert same["changes"] == [] and same["unaccounted"] == 0


sys.exit(main())
