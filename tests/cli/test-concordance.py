#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What the languages of a plan, or of files, say differently, as twf check tells it. Speaks TAP."""

import json
import pathlib
import sys

from case import MATERIAL, Skip, as_json, git, main, out, refused, run, test

WORDS = ("number", "month", "symbol", "percent", "sub-paragraph", "bracket", "note", "state", "body")


def new_plan():
    out("new", "plan.twf", "--template", "blank", "--title", "Plan", "--language", "en", "--language", "fr")
    return "plan.twf"


def add(plan, english, french):
    name = out("add", plan, "--section", "objectives", "--language", "en", "--text", english).strip()
    out("edit", plan, name, "--language", "fr", "--text", french)
    return name


def differences(plan):
    """An objective alone is no fault: the plan has none but those of words."""
    told, _ = run("check", plan, "--json", status=1)
    return [finding for finding in json.loads(told)["findings"] if finding["kind"] in WORDS]


@test
def a_plan_is_told_what_differs():
    plan = new_plan()
    name = add(plan, "By 2032, 40 per cent.", "D’ici à 2031, 40 pour cent.")
    finding, = differences(plan)
    assert finding["kind"] == "number" and finding["id"] == name and finding["language"] == "fr", finding
    assert finding["here"] == {"language": "fr", "words": "2031", "start": 11, "end": 15}, finding
    assert finding["there"]["words"] == "2032" and finding["part"] == "body", finding
    printed, _ = run("check", plan, status=1)
    assert f"{name}  fr: another number or year" in printed and "2031" in printed and "2032" in printed, printed


@test
def what_is_accepted_is_asked_again_once_the_words_change():
    plan = new_plan()
    name = add(plan, "By 2032.", "D’ici à 2031.")
    before = git(plan, "rev-parse", "main")
    told = as_json("check", plan, "--accept", f"{name}:fr")
    assert told["revision"] == git(plan, "rev-parse", "main") != before
    assert as_json("check", plan)["findings"] == []
    out("edit", plan, name, "--language", "fr", "--text", "D’ici à l’année 2031.")
    assert len(differences(plan)) == 1


@test
def what_cannot_be_accepted_is_refused():
    plan = new_plan()
    name = add(plan, "By 2032.", "D’ici à 2032.")
    before = git(plan, "rev-parse", "main")
    assert "ID:LANGUAGE" in refused("check", plan, "--accept", name)
    refused("check", plan, "--accept", f"{name}:fr")
    refused("check", plan, "--accept", "aaaaaaaaaaaa:fr")
    assert git(plan, "rev-parse", "main") == before


AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><meta><identification>
<FRBRWork><FRBRthis value="/akn/un/1/!main"/></FRBRWork><FRBRExpression><FRBRlanguage language="{code}"/></FRBRExpression>
</identification></meta><mainBody>
<paragraph><num>1.</num><content><p>{text}</p></content></paragraph>
{more}</mainBody></statement></akomaNtoso>
"""
MORE = "<paragraph><num>2.</num><content><p>More.</p></content></paragraph>"


@test
def files_are_held_against_each_other_and_nothing_is_written():
    folder = pathlib.Path("files")
    folder.mkdir()
    texts = {"eng": "Recalls resolution 64/293 of 2010.", "fra": "Rappelle la résolution 64/293 de 2011.",
             "spa": "Recuerda la resolución 64/293 de 2010."}
    for code, text in texts.items():
        folder.joinpath(f"{code}.xml").write_text(AKN.format(code=code, text=text, more=MORE if code != "spa" else ""))
    before = sorted(folder.iterdir())
    told = json.loads(run("check", folder, "--json", status=1)[0])
    assert told["documents"] == 1, told
    structure, number = told["findings"]
    assert structure["kind"] == "structure" and structure["file"].endswith("spa.xml"), structure
    assert (structure["paragraphs"], structure["other_paragraphs"]) == (1, 2), structure
    assert number["kind"] == "number" and number["file"].endswith("fra.xml") and number["number"] == "1.", number
    assert number["here"]["words"] == "2011" and number["there"]["words"] == "2010", number
    assert json.loads(run("check", *sorted(folder.iterdir()), "--json", status=1)[0])["findings"] == told["findings"]
    assert sorted(folder.iterdir()) == before


@test
def files_that_do_not_go_together_are_refused():
    pathlib.Path("one.xml").write_text(AKN.format(code="eng", text="One.", more=""))
    pathlib.Path("two.xml").write_text(AKN.format(code="eng", text="Two.", more=""))
    pathlib.Path("three.txt").write_text("Not a resolution.")
    assert "same" in refused("check", "one.xml", "two.xml")
    assert "three.txt" in refused("check", "one.xml", "three.txt")
    refused("check", "one.xml", "--accept", "aaaaaaaaaaaa:fr")
    assert out("check", "one.xml") == ""


@test
def the_published_defects_are_found_and_nothing_else():
    """Of 965 pairs of paragraphs; the figures are in the files as they were published."""
    folder = MATERIAL / "un"
    if not folder.is_dir():
        raise Skip("no real documents here")
    told = json.loads(run("check", folder, "--json", status=1)[0])
    found = sorted((pathlib.Path(f["file"]).name[:12] + pathlib.Path(f["file"]).name[-5], f["kind"],
                    *((f["here"]["words"], f["there"]["words"]) if "here" in f else
                      (f["paragraphs"], f["other_paragraphs"]))) for f in told["findings"])
    assert told["documents"] == 3 and told["pairs"] > 900, told
    assert ("A_RES_76_186C", "number", "2020", "2022") in found, found
    assert ("A_RES_76_186A", "number", "2018", "2020") in found, found
    assert ("A_RES_76_7-2F", "structure", 72, 43) in found, found
    assert (len(found) - 3) * 100 <= told["pairs"], found


sys.exit(main())
