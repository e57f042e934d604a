#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""twf key, twf register and what is signed, with the real ssh-keygen and the real git."""

import json
import os
import pathlib
import re
import subprocess
import sys

from case import FSI, PDI, WATER, WATER_AGAIN, add, as_json, git, know, main, new_plan, out, refused, run, state, test


def make_key(name, passphrase=""):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-C", name, "-f", name], check=True)
    return os.path.abspath(name)


def signed(plan, revision="main"):
    return "\ngpgsig -----BEGIN SSH SIGNATURE-----\n" in git(plan, "cat-file", "commit", revision) + "\n"


def verdicts(plan, *more):
    return [entry["signature"]["verdict"] for entry in as_json("log", plan, "--signatures", *more)["revisions"]]


def with_keys():
    """A plan with the facilitator's key and Egypt's, both registered and chosen."""
    plan = new_plan()
    know(plan, "EG", "SY")
    facilitator = as_json("key", plan, "new")["keys"][0]
    egypt = as_json("key", plan, "new", "--as", "EG")["keys"][0]
    out("register", plan, "add", "facilitator", facilitator["file"] + ".pub")
    out("register", plan, "add", "EG", egypt["file"] + ".pub")
    return plan, facilitator, egypt


@test
def a_key_is_made_and_everything_is_signed_with_it():
    plan, facilitator, egypt = with_keys()
    assert oct(os.stat(egypt["file"]).st_mode & 0o777) == "0o600", egypt
    assert pathlib.Path(egypt["file"]).is_relative_to(os.environ["HOME"]), egypt
    provision = add(plan)
    out("edit", plan, provision, "--language", "ar", "--text", WATER_AGAIN, "--as", "EG")
    assert signed(plan) and signed(plan, "delegations/EG")
    out("merge", plan, "EG", status=1)
    out("restore", plan, provision, "--at", "main~1")
    assert signed(plan) and signed(plan, "main~1")
    # The two before a key was chosen are not.
    assert verdicts(plan)[-2:] == ["unsigned", "unsigned"], verdicts(plan)
    assert set(verdicts(plan)[:-2]) == {"verified"}, verdicts(plan)
    assert verdicts(plan, "--branch", "delegations/EG", "-n", "1") == ["verified"]


@test
def git_agrees():
    plan, facilitator, egypt = with_keys()
    provision = add(plan)
    out("edit", plan, provision, "--language", "ar", "--text", WATER_AGAIN, "--as", "EG")
    pathlib.Path("signers").write_text(out("register", plan, "signers"))
    config = ("-c", "gpg.ssh.allowedSignersFile=" + os.path.abspath("signers"))
    git(plan, *config, "verify-commit", "main", "delegations/EG")
    assert git(plan, *config, "log", "-1", "--format=%GS %GF", "delegations/EG") \
        == "EG@delegations.invalid " + egypt["fingerprint"]


@test
def the_log_says_in_words_whose_it_is_not():
    plan, facilitator, egypt = with_keys()
    provision = add(plan)
    out("edit", plan, provision, "--language", "ar", "--text", WATER_AGAIN, "--as", "SY", "--key", egypt["file"])
    out("edit", plan, provision, "--language", "ar", "--text", WATER, "--as", "SY", "--key", make_key("stranger"))
    said = out("log", plan, "--branch", "delegations/SY", "--signatures", "-n", "2").splitlines()
    assert "Not verified: signed with a key that nobody registered" in said[0], said
    assert "Not verified: signed with somebody else’s key" in said[1] and FSI + "EG SHA256:" in said[1], said
    entry = as_json("log", plan, "--branch", "delegations/SY", "--signatures", "-n", "2")["revisions"][1]
    assert entry["signature"] == {"verdict": "others-key", "fingerprint": egypt["fingerprint"], "signer": "EG"}
    assert "signature" not in as_json("log", plan, "-n", "1")["revisions"][0]


@test
def a_key_that_does_not_sign_saves_nothing():
    plan, facilitator, egypt = with_keys()
    provision = add(plan)
    before = state(plan)
    for key in ["absent", make_key("locked", "secret")]:
        said = refused("edit", plan, provision, "--language", "ar", "--text", WATER_AGAIN, env={"TAWAFUQ_KEY": key})
        assert "Your key did not sign" in said and key in said, said
        assert state(plan) == before
    refused("new", "other.twf", "--title", "x", "--language", "en", env={"TAWAFUQ_KEY": "absent"})
    assert not os.path.exists("other.twf") and not list(pathlib.Path(".").glob("other*"))
    os.rename(facilitator["file"], facilitator["file"] + ".away")
    os.rename(facilitator["file"] + ".pub", facilitator["file"] + ".away.pub")
    refused("add", plan, "--section", "objectives", "--language", "ar", "--text", WATER)
    assert state(plan) == before
    out("edit", plan, provision, "--language", "ar", "--text", WATER_AGAIN, env={"TAWAFUQ_KEY": ""})
    assert not signed(plan)


@test
def a_key_is_chosen_shown_and_given_up():
    plan = new_plan()
    assert "twf key PLAN new" in refused("key", plan, "show")
    path = make_key("mine")
    shown = out("key", plan, "use", "mine.pub")
    assert "not registered" in shown and path + ".pub" in shown, shown
    out("key", plan, "use", "mine")
    add(plan)
    assert signed(plan)
    assert as_json("key", plan, "show")["keys"][0]["file"] == path
    out("key", plan, "none")
    add(plan, WATER_AGAIN)
    assert not signed(plan)
    assert as_json("key", plan, "list")["keys"] == []
    refused("key", plan, "use", "nowhere")
    refused("key", plan, "use")
    refused("key", plan, "dance")
    pathlib.Path("text").write_text("no key\n")
    refused("key", plan, "use", "text")
    # Settings are the user's: nothing of it is in the plan.
    assert not subprocess.run(["grep", "-r", "mine", plan]).returncode == 0
    settings = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "tawafuq", "keys")
    assert oct(settings.stat().st_mode & 0o777) == "0o600"


@test
def the_register_is_the_facilitators_and_only_grows():
    plan, facilitator, egypt = with_keys()
    listed = as_json("register", plan, "list")
    assert listed["version"] == 2 and [key["code"] for key in listed["keys"]] == ["facilitator", "EG"], listed
    make_key("second")
    assert "--as" in refused("register", plan, "add", "EG", "second.pub", "--as", "EG")
    refused("register", plan, "add", "EG", "second.pub", "--branch", "delegations/EG")
    refused("register", plan, "add", "EG", "second")
    refused("register", plan, "add", "DE", "second.pub")
    assert "EG" in refused("register", plan, "add", "SY", egypt["file"] + ".pub")
    refused("register", plan, "add", "EG", "second.pub", "--until", "tomorrow")
    refused("register", plan, "add", "EG", "second.pub", "--until", "2026-01-01", "--from", "2027-01-01")
    refused("register", plan, "revoke", "EG", "SHA256:none")
    before = git(plan, "rev-list", "--count", "main")
    out("register", plan, "add", "EG", "-", "--from", "2026-01-01", "--until", "2027-01-01T12:00Z",
        stdin=pathlib.Path("second.pub").read_bytes())
    out("register", plan, "revoke", "EG", egypt["fingerprint"])
    assert int(git(plan, "rev-list", "--count", "main")) == int(before) + 2
    listed = as_json("register", plan, "list")
    assert listed["version"] == 4, listed
    by_print = {key["fingerprint"]: key for key in listed["keys"]}
    assert by_print[egypt["fingerprint"]]["revoked"], listed
    assert [key["until"] for key in listed["keys"] if key["from"]] == ["2027-01-01T12:00Z"]
    assert "Register: 4\n" in git(plan, "show", "main:plan") + "\n"
    provision = add(plan)
    out("edit", plan, provision, "--language", "ar", "--text", WATER_AGAIN, "--as", "EG")
    assert verdicts(plan, "--branch", "delegations/EG", "-n", "1") == ["revoked"]
    assert egypt["fingerprint"] not in out("register", plan, "list") or "revoked" in out("register", plan, "list")
    assert out("register", plan, "signers").count("EG@") == 1


@test
def nothing_brings_an_older_register_back():
    plan, facilitator, egypt = with_keys()
    before = git(plan, "rev-parse", "main~1")
    provision = add(plan)
    out("register", plan, "revoke", "EG", egypt["fingerprint"])
    held = as_json("register", plan, "list")
    out("restore", plan, "--at", before)
    assert as_json("register", plan, "list") == held
    assert provision not in out("show", plan)
    # Nor does a delegation's contribution: it is left out, and that is said.
    out("edit", plan, "plan", "--field", "Register", "--value", "9", "--as", "EG")
    merged = as_json("merge", plan, "EG", "--accept", "--dry-run", status=1)
    assert [(one["field"], one["reason"]) for one in merged["exceeds"]] == [("Register", "mandate")], merged
    assert "exceeds" in out("merge", plan, "EG", "--accept", status=1)
    assert as_json("register", plan, "list") == held


@test
def the_number_is_the_same_for_both_who_compare():
    plan, facilitator, egypt = with_keys()
    own = out("key", plan, "number", "--as", "EG").splitlines()
    registered = out("key", plan, "number", "EG").splitlines()
    assert own == registered, (own, registered)
    assert re.fullmatch(FSI + r"\d{5}( \d{5}){11}" + PDI, own[1]), own
    numbers = as_json("key", plan, "number", "EG")["numbers"]
    assert numbers[0]["number"] == own[1].strip(FSI + PDI).replace(" ", "")
    refused("key", plan, "number", "SY")
    arabic = out("key", plan, "number", "EG", env={"LC_ALL": "C.UTF-8", "LANGUAGE": "ar"}).splitlines()[1]
    # With marks between them: the groups of Arabic digits, too, go on from left to right.
    assert re.fullmatch(FSI + "[٠-٩]{5}( \u200e[٠-٩]{5}){11}" + PDI, arabic), arabic
    western = {ord("٠") + digit: str(digit) for digit in range(10)}
    assert arabic.translate({**western, 0x200E: None}) == own[1]


@test
def check_tells_of_look_alikes_and_bad_keys():
    plan, facilitator, egypt = with_keys()
    add(plan)
    edits = '{"edits": [{"op": "delegation", "code": "XA", "fields": {"Name": {"en": "Egy\u0440t"}}}]}'
    out("apply", plan, "-", stdin=edits.encode())
    kinds = {finding["kind"]: finding for finding in as_json("check", plan, status=1)["findings"]}
    assert kinds["look-alike"]["detail"] == "EG, XA", kinds
    assert "bad-key" not in kinds
    refused("apply", plan, "-", stdin=b'{"edits": [{"op": "delegation", "code": "SY", "fields": {"Key": ["x"]}}]}')


@test
def keys_change_with_their_number_or_not_at_all():
    plan, facilitator, egypt = with_keys()
    make_key("second")
    line = " ".join(pathlib.Path("second.pub").read_text().split()[:2])
    before = state(plan)
    keys = {"edits": [{"op": "delegation", "code": "EG", "fields": {"Key": [line]}}]}
    for words in [("apply", plan, "-"), ("edit", plan, "plan", "--field", "Facilitator-key", "--value", line),
                  ("edit", plan, "plan", "--field", "Register", "--value", "1")]:
        assert "twf register" in refused(*words, stdin=json.dumps(keys).encode())
        assert state(plan) == before


sys.exit(main())
