#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What a capital cleared, and what changed since: records, order, the note. Speaks TAP."""

import json
import re
import subprocess
import sys

from case import as_json, git, know, main, new_plan, out, refused, state, test

ARABIC = "تحث جميع الدول على أن تتخذ تدابير فعالة بشأن المسألة %d وفقا للقرار A/9064/L.9064"
ENGLISH = "Urges all States to take effective measures on question %d under resolution A/9064/L.9064"


def plan_of(n, name="plan.twf"):
    plan = new_plan(name)
    know(plan, "EG", "US")
    edits = [{"op": "add", "section": "actions", "texts": {"ar": ARABIC % i, "en": ENGLISH % i}}
             for i in range(1, n + 1)]
    out("apply", plan, "-", stdin=json.dumps({"edits": edits}).encode())
    return plan, [p["id"] for p in as_json("show", plan)["provisions"]]


def edit(plan, texts):
    edits = [{"op": "edit", "id": id, "texts": words} for id, words in texts.items()]
    out("apply", plan, "-", stdin=json.dumps({"edits": edits}).encode())


def propose(plan, id, words, code):
    out("propose", plan, id, "--language", "en", "--text", words, "--as", code, "--branch", "main")
    return next(p["id"] for p in as_json("proposals", plan)["proposals"] if p["provision"] == id)


def pages_of(path):
    said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", said).group(1))


def text_of(path):
    said = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True)
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", said.stdout)


def entries(plan, *more):
    return as_json("since", plan, "--as", "EG", *more)["entries"]


@test
def a_clearance_is_recorded_and_replaced():
    plan, ids = plan_of(2)
    first = git(plan, "rev-parse", "main")
    branches = git(plan, "for-each-ref", "refs/heads", "refs/tags")
    made = as_json("cleared", plan, "--at", "main", "--as", "EG", "-m", "برقية رقم ١٢")
    assert made["revision"] == first and made["note"] == "برقية رقم ١٢" and made["when"] and made["holds"]
    assert git(plan, "for-each-ref", "refs/heads", "refs/tags") == branches
    edit(plan, {ids[0]: {"en": "Another thing"}})
    second = as_json("cleared", plan, "--at", "main", "--as", "EG")
    as_json("cleared", plan, "--at", first[:8], "--as", "US")
    listed = as_json("cleared", plan)["cleared"]
    assert [(c["delegation"], c["number"], c["holds"]) for c in listed] == [
        ("EG", 1, False), ("EG", 2, True), ("US", 1, True)], listed
    assert [c["revision"] for c in as_json("cleared", plan, "--as", "EG")["cleared"]] == [first, second["revision"]]
    assert len(out("cleared", plan).splitlines()) == 3
    git(plan, "gc", "-q", "--prune=now")
    assert as_json("cleared", plan)["cleared"] == listed
    assert git(plan, "fsck", "--strict", "--no-dangling") == ""


@test
def what_is_not_clear_is_refused():
    plan, _ = plan_of(1)
    before = state(plan)
    assert "deadbeef" in refused("cleared", plan, "--at", "deadbeef", "--as", "EG")
    assert "MX" in refused("cleared", plan, "--at", "main", "--as", "MX")
    refused("cleared", plan, "--at", "main")
    refused("cleared", plan, "-m", "yes", "--as", "EG")
    refused("cleared", "nowhere.twf", "--at", "main", "--as", "EG")
    assert "EG" in refused("since", plan, "--as", "EG")
    refused("since", plan)
    refused("since", plan, "--as", "MX")
    refused("since", plan, "deadbeef", "--as", "EG", "--from", "main")
    refused("since", plan, "--as", "EG", "--from", "main", "--language", "xx")
    refused("since", plan, "--as", "EG", "--from", "main", "-o", "note.doc")
    refused("since", plan, "--as", "EG", "--from", "main", "--format", "odt")
    refused("since", plan, "--as", "EG", "--from", "main", "--format", "html", "--json")
    assert state(plan) == before


@test
def what_changes_no_meaning_is_left_out():
    plan, ids = plan_of(4)
    as_json("cleared", plan, "--at", "main", "--as", "EG")
    edit(plan, {ids[0]: {"ar": (ARABIC % 1).replace("الدول", "الـــدول")},
                ids[1]: {"en": (ENGLISH % 2).replace(" ", "  ") + " "},
                ids[2]: {"en": (ENGLISH % 3).replace("all States", "all\u00a0States")}})
    said = out("since", plan, "--as", "EG")
    assert said.count("\n") == 1 and entries(plan) == []
    edit(plan, {ids[3]: {"en": (ENGLISH % 4).replace("9064/L", "9065/L")}})
    assert [e["id"] for e in entries(plan)] == [ids[3]]
    # Both differ from what was cleared, and only one of them says something else.
    runs = entries(plan)[0]["changes"][0]["runs"]
    assert [r["kind"] for r in runs if r["kind"] != "equal"] == ["deleted", "inserted"]
    assert len(as_json("diff", plan, "main~2", "main")["changes"]) == 4
    assert entries(plan, "main~1") == []


@test
def own_proposals_come_first_with_their_fate():
    plan, ids = plan_of(6)
    won = propose(plan, ids[5], "Urges all States to act", "EG")
    open_one = propose(plan, ids[4], "Calls upon all States to act", "EG")
    as_json("cleared", plan, "--at", "main", "--as", "EG")
    edit(plan, {ids[1]: {"en": "Encourages all States"}})
    propose(plan, ids[0], "Invites all States", "US")
    out("accept", plan, won)
    out("position", plan, open_one, "delete", "--as", "US", "--branch", "main")
    found = as_json("since", plan, "--as", "EG")
    assert [(e["group"], e["id"]) for e in found["entries"]] == [
        ("own", ids[4]), ("own", ids[5]), ("text", ids[1]), ("proposals", ids[0])]
    fates = {f["proposal"]: (f["fate"], f["positions"]) for f in found["own"]}
    assert fates == {won: ("accepted", []), open_one: ("open", ["US delete"])}, fates
    assert found["counts"]["own-proposals"] == 2 and found["counts"]["text"] == 1
    said = out("since", plan, "--as", "EG", "--language", "en")
    places = [said.index(w) for w in ("Own proposals\n", "Calls upon", "Changes to the text by others",
                                      "Encourages", "Proposals of others", "Invites")]
    assert places == sorted(places) and "accepted" in said and "US\u2069 – delete" in said
    page = out("since", plan, "--as", "EG", "--language", "ar", "--format", "html")
    assert 'dir="rtl"' in page and "المقترحات الخاصة بالوفد" in page


def every_change_is_told(n, language):
    plan, ids = plan_of(n + 3, f"{language}-{n}.twf")
    as_json("cleared", plan, "--at", "main", "--as", "EG")
    edit(plan, {ids[i]: {"en": (ENGLISH % (i + 1)).replace("effective", "decisive"),
                         "ar": (ARABIC % (i + 1)).replace("فعالة", "حاسمة")} for i in range(n)})
    out("since", plan, "--as", "EG", "--language", language, "-o", "note.pdf")
    said = text_of("note.pdf")
    # Dates and ids above have figures too.
    body = re.split("Changes to the text by others|تغييرات الآخرين في النص", said)[-1] if n else ""
    told = {int(w) for w in re.findall(r"\d+", body)}
    assert set(range(1, n + 1)) <= told, (n, language, sorted(set(range(1, n + 1)) - told))
    # What did not change is not spoken of.
    assert not {n + 1, n + 2} & told, said
    assert pages_of("note.pdf") <= 2
    return said


@test
def the_note_tells_every_change_on_two_pages():
    assert "decisive" not in every_change_is_told(0, "en")
    assert every_change_is_told(3, "en").count("decisive") == 3


@test
def the_note_names_what_it_does_not_show():
    for language in ("en", "ar"):
        said = every_change_is_told(200, language)
        assert len(re.findall("decisive|حاسمة", said)) < 200


@test
def a_long_plan_is_told_in_ranges():
    plan, ids = plan_of(500)
    as_json("cleared", plan, "--at", "main", "--as", "EG")
    edit(plan, {id: {"en": "Decides"} for id in ids})
    out("since", plan, "--as", "EG", "--language", "en", "-o", "note.pdf")
    said = text_of("note.pdf")
    assert pages_of("note.pdf") <= 2 and "–500" in said, said
    shown = {int(n) for n in re.findall(r"^\s*(\d+)\.", said, re.M)}
    first = int(re.search(r"(\d+)–500", said).group(1))
    assert set(range(1, first)) <= shown


@test
def a_group_is_named_behind_what_is_own():
    plan, ids = plan_of(4)
    names = ["en Group of Friends", "ar مجموعة الأصدقاء"]
    group = {"op": "delegation", "code": "GF", "fields": {"Member": ["EG", "MX"], "Name": names}}
    out("apply", plan, "-", stdin=json.dumps({"edits": [group]}).encode())
    joint = propose(plan, ids[2], "Urges the States of the group", "GF")
    as_json("cleared", plan, "--at", "main", "--as", "EG")
    propose(plan, ids[1], "Invites all States", "US")
    own = propose(plan, ids[3], "Calls upon all States", "EG")
    out("reject", plan, joint)
    found = as_json("since", plan, "--as", "EG")
    assert [(e["group"], e["id"]) for e in found["entries"]] == [
        ("own", ids[3]), ("groups", ids[2]), ("proposals", ids[1])], found["entries"]
    assert [p["proposal"] for p in found["own"]] == [own]
    assert [(p["proposal"], p["group"], p["fate"]) for p in found["groups"]] == [(joint, "GF", "rejected")]
    # To a delegation that is no member it is another's.
    assert [e["group"] for e in as_json("since", plan, "--as", "US", "--from", "main~3")["entries"]] == [
        "own", "proposals", "proposals"]
    said = re.sub("[\u2066-\u2069]", "", out("since", plan, "--as", "EG", "--language", "en"))
    assert "Proposals of the delegation’s groups" in said
    assert "Group proposal (Group of Friends): rejected" in said, said


@test
def the_note_speaks_the_six_languages():
    plan = "six.twf"
    languages = [word for language in ("en", "ar", "es", "fr", "ru", "zh") for word in ("--language", language)]
    out("new", plan, "--title", "A plan", *languages, "--template", "blank")
    know(plan, "EG")
    texts = {"fr": "Chaque État compte ses écoles", "es": "Cada Estado cuenta sus escuelas",
             "ru": "Каждое государство считает свои школы", "zh": "每个国家清点其学校"}
    only = {"op": "add", "section": "principles", "texts": {"en": "Nobody is left behind"}}
    edits = [{"op": "add", "section": "actions", "texts": texts}, only]
    out("apply", plan, "-", stdin=json.dumps({"edits": edits}).encode())
    ids = {p["section"]: p["id"] for p in as_json("show", plan)["provisions"]}
    own = propose(plan, ids["principles"], "No one is left", "EG")
    as_json("cleared", plan, "--at", "main", "--as", "EG")
    out("reject", plan, own)
    edit(plan, {ids["actions"]: {language: f"{text} 2028" for language, text in texts.items()}})
    known = {"fr": ("Modifications du texte par d’autres", "Égypte"), "es": ("Cambios de otros en el texto", "Egipto"),
             "ru": ("Изменения текста, внесенные другими", "Египет"), "zh": ("他方对案文的修改", "埃及")}
    for language, words in known.items():
        out("since", plan, "--as", "EG", "--language", language, "-o", f"{language}.pdf")
        said = text_of(f"{language}.pdf")
        assert all(word in said for word in words) and "2028" in said, said
        # What is not written in the language is told in another, not by its number alone.
        assert "Nobody is left behind" in said, said
        assert not re.search("Changes|Delegation|cleared|Own|proposal|January|[•–]:", said), said


sys.exit(main())
