#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A delegation's file of 300,000 objects, fifty thousand revisions with a signed one as the last: received and
verified, beside git that fetches it into a bare clone and looks at every object."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import fixture

REVISIONS = 50000
PROVISIONS = 2000
BRANCH = "refs/heads/delegations/EG"


def measured(*command):
    """Seconds of the clock, seconds of processor time, and the most memory in MiB of the process or of any that it
    started; and what it printed."""
    with tempfile.NamedTemporaryFile("r") as told:
        begin = time.monotonic()
        done = fixture.run("/usr/bin/time", "-o", told.name, "-f", "%U %S %M", *command)
        took = time.monotonic() - begin
        user, system, memory = told.read().split()[-3:]
        return (took, float(user) + float(system), int(memory) / 1024), done.stdout


def make(build, folder):
    """The plan, and a file with what a delegation made on it; kept between runs."""
    plan, file = folder / "plan.twf", folder / "big.tawafuq"
    if (folder / "ready").exists():
        return plan, file
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    fixture.copy(fixture.plan(build, PROVISIONS), plan)
    key = folder / "EG"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "EG", "-f", key], check=True)
    fixture.run("twf", "apply", plan, "-", input=json.dumps(
        {"edits": [{"op": "delegation", "code": "EG", "fields": {"Sponsor": "signatory"}}]}))
    fixture.run("twf", "register", plan, "add", "EG", f"{key}.pub")
    away = fixture.copy(plan, folder / "away.twf")
    fixture.run("git", "-C", away, "branch", "delegations/EG", "main")
    fixture.revisions(away, fixture.texts(plan), REVISIONS, main=BRANCH, who="EG <EG@delegations.invalid>")
    one = json.loads(fixture.run("twf", "show", plan, "--json").stdout)["provisions"][0]["id"]
    fixture.run("twf", "apply", away, "-", "--as", "EG", env={"TAWAFUQ_KEY": str(key)}, input=json.dumps(
        {"edits": [{"op": "edit", "id": one, "texts": {"en": "The last word."}}]}))
    fixture.run("twf", "send", away, "--as", "EG", "-o", file)
    shutil.rmtree(away)
    (folder / "ready").touch()
    return plan, file


def receive(plan, file, folder):
    copy = fixture.copy(plan, folder / "ours.twf")
    found, said = measured("twf", "receive", copy, file, "--json")
    verdicts = [one["verdict"] for one in json.loads(said)["received"]]
    if verdicts != ["verified"]:
        raise SystemExit(f"not verified: {verdicts}")
    return found


def fetch(plan, file, folder):
    """As it comes: git 2.39 passes over transfer.fsckObjects where it fetches from a file."""
    copy = fixture.copy(plan, folder / "git.git")
    return measured("git", "-C", copy, "-c", "gc.auto=0", "-c", "transfer.fsckObjects=true", "fetch", "-q", file,
                    f"{BRANCH}:refs/heads/EG")[0]


def fetch_checked(plan, file, folder):
    """From a folder, through a conversation, git looks at each object as it is told to."""
    away = fixture.copy(plan, folder / "away.git")
    fixture.run("git", "-C", away, "-c", "gc.auto=0", "fetch", "-q", file, f"{BRANCH}:{BRANCH}")
    copy = fixture.copy(plan, folder / "checked.git")
    return measured("git", "-C", copy, "-c", "gc.auto=0", "-c", "transfer.fsckObjects=true", "fetch", "-q",
                    f"file://{away}", f"{BRANCH}:refs/heads/EG")[0]


def main():
    os.environ["XDG_CACHE_HOME"] = os.path.join(sys.argv[2], "cache")
    plan, file = make(sys.argv[1], pathlib.Path(sys.argv[1], "bench", "receive").absolute())
    with tempfile.TemporaryDirectory(dir=sys.argv[2]) as folder:
        folder = pathlib.Path(folder).absolute()
        ours, processor, memory = receive(plan, file, folder)
        plain, plain_processor, plain_memory = fetch(plan, file, folder)
        careful, careful_processor, _ = fetch_checked(plan, file, folder)
    work = f"a file of {REVISIONS * 6} objects"
    fixture.row(f"{work}: received and verified", ours, "s", "under 10 s", ours < 10, plain, "git fetch of the file, unchecked")
    fixture.row(f"{work}: received and verified", ours, "s", "twice a checked git fetch", ours <= careful * 2, careful,
                "git fetch of the same from a folder, checked")
    fixture.row(f"{work}: processor time", processor, "s", "twice a checked git fetch", processor <= careful_processor * 2,
                careful_processor, "git fetch from a folder, checked")
    fixture.row(f"{work}: memory", memory, "MiB", "under 512 MiB", memory < 512, plain_memory, "git fetch of the file")
    print(f"git fetch of the file took {plain_processor:.1f} s of processor time")


main()
