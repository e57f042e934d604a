#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What two hundred delegations sent, in the Inbox page of the real window: how long until it is listed and until it is
known what clashes, and whether the window takes events meanwhile."""

import json
import os
import pathlib
import string
import sys
import tempfile

import fixture

PROVISIONS = 1000
DELEGATIONS = 200
WITH_DISPLAY = pathlib.Path(__file__).resolve().parent.parent / "with-display"


def codes():
    letters = string.ascii_uppercase
    return [f"X{first}{second}" for first in letters[:10] for second in letters[:20]]


def contribute(plan):
    """Each changes one provision; every other one the same as somebody else. As it would be noted had it come in a file."""
    edits = [{"op": "delegation", "code": code, "fields": {"Sponsor": "signatory"}} for code in codes()]
    fixture.run("twf", "apply", plan, "-", input=json.dumps({"edits": edits}))
    shown = json.loads(fixture.run("twf", "show", plan, "--json").stdout)["provisions"]
    for number, code in enumerate(codes()):
        id = shown[number // 2 * 3]["id"]
        text = fixture.ENGLISH.format(number) + f" {code}."
        fixture.run("twf", "edit", plan, id, "--language", "en", "--text", text, "--as", code)
        tip = fixture.run("git", "-C", plan, "rev-parse", f"delegations/{code}").stdout.strip()
        tag = (
            f"object {tip}\ntype commit\ntag received/{code}/000001\ntagger Bench <b@example.org> {1795920300 + number} +0000\n\n"
            f"Received\n\nFrom: delegations/{code}\nOrigin: sha256:00\nVerdict: unsigned\n"
        )
        made = fixture.run("git", "-C", plan, "mktag", "--no-strict", input=tag).stdout.strip()
        fixture.run("git", "-C", plan, "update-ref", f"refs/received/{code}/000001", made)


def main():
    build = sys.argv[1]
    with tempfile.TemporaryDirectory(dir=sys.argv[2]) as folder:
        plan = fixture.copy(fixture.plan(build, PROVISIONS), pathlib.Path(folder, "plan.twf"))
        contribute(plan)
        helper = pathlib.Path(build, "tests", "bench", "inbox-times")
        environment = {"GSETTINGS_SCHEMA_DIR": str(pathlib.Path(build, "data")), "GDK_DEBUG": "gl-disable"}
        said = fixture.run("bash", WITH_DISPLAY, helper, plan, env={**os.environ, **environment}).stdout
    lines = [line.split() for line in said.splitlines()]
    times = {words[0]: float(words[1]) for words in lines if len(words) == 2}
    work = f"Inbox of {DELEGATIONS} contributions"
    fixture.row(f"{work}: listed", times["listed"], "ms", "within 2 s", times["listed"] <= 2000)
    fixture.row(f"{work}: what clashes is known", times["foreseen"], "ms", "within 5 s", times["foreseen"] <= 5000)
    fixture.row(f"{work}: longest without events", times["stall"], "ms", "at most 100 ms", times["stall"] <= 100)


main()
