#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A round of 193 delegations, each with twenty changes in one signed file, in a plan of two thousand provisions
in six languages: what it takes to receive and verify all, and to compile them, beside git that fetches the same
files, verifies the same signatures and merges the same branches line by line."""

import json
import os
import pathlib
import shutil
import string
import subprocess
import sys
import tempfile
import time

import fixture

PROVISIONS = 2000
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
CODES = [a + b for a in string.ascii_uppercase for b in string.ascii_uppercase][:193]
CHANGES = 20


def measured(*command, **options):
    """Seconds, and the most memory in MiB of the process or of any that it started."""
    with tempfile.NamedTemporaryFile("r") as told:
        begin = time.monotonic()
        done = fixture.run("/usr/bin/time", "-o", told.name, "-f", "%M", *command, check=False, **options)
        took = time.monotonic() - begin
        if done.returncode not in (0, 1):
            raise SystemExit(f"{command}: {done.returncode}: {done.stderr}")
        return took, int(told.read().split()[-1]) / 1024, done


def make_key(folder, name):
    path = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path], check=True)
    return path


def wording(number, language, more=""):
    return f"[{language}] " + fixture.ENGLISH.format(number) + more


def make_round(folder):
    """The plan with all keys in its register, and the files; kept between runs."""
    plan = folder / "plan.twf"
    if not (folder / "registered").exists():
        make_plan(folder, plan)
    if not (folder / "ready").exists():
        make_files(folder, plan)
    return plan


def make_plan(folder, plan):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    fixture.run("twf", "new", plan, "--title", "Plan", "--template", "blank",
                *(word for language in LANGUAGES for word in ("--language", language)))
    edits = [{"op": "add", "section": fixture.SECTIONS[number * len(fixture.SECTIONS) // PROVISIONS],
              "texts": {language: wording(number, language) for language in LANGUAGES}} for number in range(PROVISIONS)]
    edits += [{"op": "delegation", "code": code, "fields": {"Sponsor": "signatory"}} for code in CODES]
    fixture.run("twf", "apply", plan, "-", input=json.dumps({"edits": edits}))
    for code in CODES:
        fixture.run("twf", "register", plan, "add", code, f"{make_key(folder, code)}.pub")
    (folder / "registered").touch()


def make_files(folder, plan):
    shutil.rmtree(folder / "files", ignore_errors=True)
    (folder / "files").mkdir()
    ids = [one["id"] for one in json.loads(fixture.run("twf", "show", plan, "--json").stdout)["provisions"]]
    away = fixture.copy(plan, folder / "away.twf")
    for place, code in enumerate(CODES):
        # Neighbours in the alphabet meet in some of them.
        touched = [(place * 10 + change * 101) % PROVISIONS for change in range(CHANGES)]
        edits = [{"op": "edit", "id": ids[number],
                  "texts": {LANGUAGES[number % 6]: wording(number, LANGUAGES[number % 6], f" {code} asks for more.")}}
                 for number in touched]
        key = {"TAWAFUQ_KEY": str(folder / code)}
        fixture.run("twf", "apply", away, "-", "--as", code, "-m", f"{code} asks", input=json.dumps({"edits": edits}), env=key)
        fixture.run("twf", "send", away, "--as", code, "-o", folder / "files" / f"{code}.tawafuq")
    (folder / "signers").write_text(fixture.run("twf", "register", plan, "signers").stdout)
    (folder / "ready").touch()


def peer(plan, folder, kept):
    """git, with the same files: fetched into one repository, verified, merged one after another."""
    copy = fixture.copy(plan, folder / "git.git")
    begin = time.monotonic()
    for code in CODES:
        fixture.run("git", "-C", copy, "-c", "gc.auto=0", "fetch", "-q", kept / "files" / f"{code}.tawafuq",
                    f"refs/heads/delegations/{code}:refs/heads/{code}")
        fixture.run("git", "-C", copy, "-c", f"gpg.ssh.allowedSignersFile={kept / 'signers'}", "verify-commit", code)
    fetched = time.monotonic() - begin
    tree = folder / "tree"
    fixture.run("git", "clone", "-q", copy, tree)
    begin = time.monotonic()
    for code in CODES:
        merged = fixture.run("git", "-C", tree, "merge", "-q", "-X", "ours", "-m", code, f"origin/{code}", check=False)
        if merged.returncode != 0:
            raise SystemExit(merged.stdout + merged.stderr)
    return fetched, time.monotonic() - begin


def main():
    os.environ["XDG_CACHE_HOME"] = os.path.join(sys.argv[2], "cache")
    kept = pathlib.Path(sys.argv[1], "bench", "round").absolute()
    made = make_round(kept)
    with tempfile.TemporaryDirectory(dir=sys.argv[2]) as folder:
        folder = pathlib.Path(folder)
        plan = folder / "plan.twf"
        fixture.copy(made, plan)
        files = [kept / "files" / f"{code}.tawafuq" for code in CODES]
        receiving, memory, done = measured("twf", "receive", plan, *files, "--json")
        verdicts = [one["verdict"] for one in json.loads(done.stdout)["received"]]
        if verdicts != ["verified"] * len(CODES):
            raise SystemExit(f"not all are verified: {verdicts}")
        merging, merge_memory, done = measured("twf", "merge", plan, *(f"received/{code}" for code in CODES))
        fetched, merged = peer(made, folder, kept)
        fsck = fixture.run("git", "-C", plan, "fsck", "--strict", "--no-dangling", check=False)
        if fsck.returncode != 0:
            raise SystemExit(fsck.stderr)
    name = f"{len(CODES)} delegations, {CHANGES} changes each"
    fixture.row(f"{name}: received and verified", receiving, "s", "under 60 s with compiling", receiving + merging < 60,
                fetched, "git fetch and verify-commit of each file")
    fixture.row(f"{name}: compiled", merging, "s", "under 60 s with receiving", receiving + merging < 60, merged,
                "git merge of each, by lines")
    for what, found in (("receiving", memory), ("compiling", merge_memory)):
        fixture.row(f"{name}: memory of {what}", found, "MiB", "under 512 MiB", found < 512, None, "")


main()
