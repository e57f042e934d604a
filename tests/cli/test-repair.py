#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A plan of which something is broken, and another copy of it."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

import case
from case import add, git, main, new_plan, out, run, test


def plan_and_copy(packed):
    """A plan of some revisions, all of it in a pack or none of it, and a copy."""
    plan = new_plan()
    provision = add(plan, case.WATER)
    out("edit", plan, provision, "--language", "en", "--text", "Clean water for all 2")
    for number in range(3):
        out("edit", plan, provision, "--language", "ar", "--text", f"{case.WATER} {number}")
    if packed:
        git(plan, "gc", "--quiet", "--prune=now")
    else:
        loosen(plan)
    shutil.copytree(plan, "copy.twf")
    return plan, told(plan)


def loosen(plan):
    packs = list(pathlib.Path(plan, "objects/pack").glob("*.pack"))
    for pack in packs:
        moved = pathlib.Path(pack.name)
        pack.rename(moved)
        pack.with_suffix(".idx").unlink()
        with open(moved, "rb") as content:
            subprocess.run(["git", "-C", plan, "unpack-objects", "-q"], stdin=content, check=True)


def told(plan):
    """All that a person sees of it, and where its branches and tags stand."""
    out("export", plan, "-o", "out.html")
    content = pathlib.Path("out.html").read_bytes()
    os.unlink("out.html")
    return out("log", plan), content, git(plan, "for-each-ref")


def is_sound(plan, before):
    problems = subprocess.run(["git", "-C", plan, "fsck", "--strict", "--full", "--no-dangling"], capture_output=True, text=True)
    assert problems.returncode == 0 and problems.stdout + problems.stderr == "", problems
    assert told(plan) == before


def of_kind(plan, kind):
    for line in git(plan, "cat-file", "--batch-all-objects", "--batch-check").splitlines():
        found, found_kind, _ = line.split()
        if found_kind == kind:
            yield found


def loose(plan, name):
    return pathlib.Path(plan, "objects", name[:2], name[2:])


def overwrite(path, content):
    path.chmod(0o600)
    path.write_bytes(content)


def repaired(plan, *others, status=0):
    told_of = json.loads(run("check", plan, "--repair-from", *(others or ("copy.twf",)), "--json", status=status)[0])
    return told_of


def damages(content):
    yield "zeros", bytes(len(content))
    yield "cut", content[:len(content) // 2]
    yield "empty", b""
    yield "flipped", content[:-6] + bytes([content[-6] ^ 4]) + content[-5:]


@test
def an_object_that_is_a_file_is_repaired():
    """Of every kind, gone or broken in every way."""
    plan, before = plan_and_copy(packed=False)
    for kind in ("commit", "tree", "blob"):
        name = sorted(of_kind(plan, kind))[0]
        path = loose(plan, name)
        content = path.read_bytes()
        path.unlink()
        assert repaired(plan) == {"repaired": [name], "missing": [], "aside": None, "findings": []}
        is_sound(plan, before)
        loosen(plan)
        for number, (_, broken) in enumerate(damages(content)):
            overwrite(loose(plan, name), broken)
            found = repaired(plan)
            assert found["repaired"] == [name] and found["missing"] == [], found
            kept = pathlib.Path(found["aside"], name)
            assert kept.read_bytes() == broken and kept.is_relative_to(pathlib.Path(plan).resolve())
            is_sound(plan, before)
            if number < 3:
                loosen(plan)
    assert repaired(plan) == {"repaired": [], "missing": [], "aside": None, "findings": []}


@test
def a_pack_is_repaired():
    plan, before = plan_and_copy(packed=True)
    shutil.copytree(plan, "whole.twf")
    for which, damage in ((".pack", lambda content: content[:len(content) // 3]),
                          (".pack", lambda content: content[:600] + bytes(200) + content[800:]),
                          (".pack", lambda content: b""),
                          (".idx", lambda content: content[:1200] + bytes(100) + content[1300:]),
                          (".idx", lambda content: content[:500]),
                          (".idx", None), (".pack", None)):
        shutil.rmtree(plan)
        shutil.copytree("whole.twf", plan)
        path = next(pathlib.Path(plan, "objects/pack").glob("*" + which))
        if damage:
            overwrite(path, damage(path.read_bytes()))
        else:
            path.unlink()
        found = repaired(plan)
        assert found["missing"] == [] and found["aside"], found
        is_sound(plan, before)


@test
def many_at_once_and_from_a_file():
    plan, before = plan_and_copy(packed=False)
    out("send", plan, "--whole", "-o", "whole.tawafuq")
    names = sorted({*of_kind(plan, "commit"), *of_kind(plan, "blob")})[::2]
    for name in names:
        overwrite(loose(plan, name), b"no object of git's")
    found = repaired(plan, "whole.tawafuq")
    assert sorted(found["repaired"]) == names, found
    assert {path.name for path in pathlib.Path(found["aside"]).iterdir()} == set(names)
    is_sound(plan, before)
    line = run("check", plan, "--repair-from", "whole.tawafuq")[0]
    assert "Nothing is broken" in line, line


@test
def what_nobody_has_is_told():
    plan, before = plan_and_copy(packed=False)
    blobs = sorted(of_kind(plan, "blob"))
    for name in blobs[:2]:
        loose(plan, name).unlink()
    # Broken in the other copy too: what it has is not what it is called.
    overwrite(loose("copy.twf", blobs[0]), loose("copy.twf", blobs[2]).read_bytes())
    found = repaired(plan, status=1)
    assert found["repaired"] == [blobs[1]] and found["missing"] == [blobs[0]], found
    printed = run("check", plan, "--repair-from", "copy.twf", status=1)[0]
    assert blobs[0][:10] in printed and "neither" in printed, printed
    # What is no copy at all is refused, and changes nothing.
    pathlib.Path("nothing").mkdir()
    pathlib.Path("text.tawafuq").write_text("no bundle")
    for other in ("nothing", "nowhere", "text.tawafuq"):
        run("check", plan, "--repair-from", other, status=2)
    assert git(plan, "for-each-ref") == before[2]


sys.exit(main())
