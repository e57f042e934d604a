#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""A delegation's copy of the rolling text follows the facilitator's, and nobody else's; what came before is
judged by the register of keys as it is now. Speaks TAP."""

import os
import subprocess
import sys

from case import WATER, WATER_AGAIN, add, as_json, git, know, main, new_plan, out, refused, run, test


def keyed(*codes):
    """A plan whose facilitator and delegations have keys, registered and chosen, and the facilitator's last
    revision signed."""
    plan = new_plan()
    know(plan, *codes)
    keys = {None: as_json("key", plan, "new")["keys"][0]}
    out("register", plan, "add", "facilitator", keys[None]["file"] + ".pub")
    for code in codes:
        keys[code] = as_json("key", plan, "new", "--as", code)["keys"][0]
        out("register", plan, "add", code, keys[code]["file"] + ".pub")
    return plan, keys, add(plan)


def join(plan, code):
    out("send", plan, "--whole", "-o", "invitation.tawafuq")
    run("join", f"{code}.twf", "invitation.tawafuq", "--as", code, status=1)
    os.remove("invitation.tawafuq")
    return f"{code}.twf"


def send(plan, *more, name="text.tawafuq"):
    out("send", plan, "-o", name, *more)
    return name


def take(plan, file, code, status=0):
    return as_json("receive", plan, file, "--as", code, status=status)["received"][0]


def tip(plan, name="main"):
    return git(plan, "rev-parse", name)


FACILITATOR = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
               for what, value in (("NAME", "Facilitator"), ("EMAIL", "facilitator@plan.invalid"))}


def forge(plan, name, like=None):
    """A revision on the rolling text that the facilitator did not make; the signature of @like in it."""
    made = subprocess.run(["git", "-C", plan, "commit-tree", "main^{tree}", "-p", "main", "-m", "Forged"],
                          env={**os.environ, **FACILITATOR}, capture_output=True, text=True, check=True).stdout.strip()
    if like:
        head, rest = git(plan, "cat-file", "commit", made).split("\n\n", 1)
        lines = git(plan, "cat-file", "commit", like).split("\n\n", 1)[0].split("\n")
        begin = next(i for i, line in enumerate(lines) if line.startswith("gpgsig "))
        whole = "\n".join([head, *lines[begin:]]) + "\n\n" + rest + "\n"
        made = subprocess.run(["git", "-C", plan, "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
                              input=whole, capture_output=True, text=True, check=True).stdout.strip()
    git(plan, "update-ref", "refs/heads/forged", made)
    subprocess.run(["git", "-C", plan, "bundle", "create", "-q", os.path.abspath(name), "forged", "^main"],
                   check=True)
    # As it would be sent: under the rolling text's name.
    data = open(name, "rb").read().replace(b" refs/heads/forged\n", b" refs/heads/main\n", 1)
    open(name, "wb").write(data)
    git(plan, "update-ref", "-d", "refs/heads/forged")
    return made


@test
def main_goes_forward_with_what_the_facilitator_signed():
    plan, keys, provision = keyed("EG")
    away = join(plan, "EG")
    before = tip(away)
    out("edit", plan, provision, "--language", "ar", "--text", WATER_AGAIN)
    file = send(plan, "--since", before)
    got = take(away, file, "EG")
    assert got["verdict"] == "verified" and got["main"] == "forwarded", got
    assert tip(away) == tip(plan)
    # Once more: nothing is left to do.
    got = take(away, file, "EG")
    assert got["outcome"] == "same" and got["main"] is None, got
    # New keys come with it, and what they vouch for is verified at once.
    know(plan, "SY")
    syria = as_json("key", plan, "new", "--as", "SY")["keys"][0]
    out("register", plan, "add", "SY", syria["file"] + ".pub")
    said = out("receive", away, send(plan, "--since", tip(away)), "--as", "EG")
    assert "main here went forward" in said, said
    assert "SY" in out("register", away, "list"), said
    out("edit", plan, provision, "--language", "ar", "--text", WATER, "--as", "SY")
    out("send", plan, "--as", "SY", "--since", "main", "-o", "sy.tawafuq")
    assert take(away, "sy.tawafuq", "EG")["verdict"] == "verified"


@test
def the_facilitators_own_main_never_moves_by_receiving():
    plan, keys, provision = keyed("EG")
    away = join(plan, "EG")
    twin = "twin.twf"
    subprocess.run(["cp", "-r", plan, twin], check=True)
    out("key", twin, "use", keys[None]["file"])
    out("edit", twin, provision, "--language", "ar", "--text", WATER_AGAIN)
    before = tip(plan)
    got = as_json("receive", plan, send(twin, "--since", before))["received"][0]
    assert got["verdict"] == "verified" and got["main"] is None and tip(plan) == before, got
    assert take(away, "text.tawafuq", "EG")["main"] == "forwarded"


@test
def nothing_that_is_not_the_facilitators_moves_main():
    plan, keys, provision = keyed("EG", "SY")
    away = join(plan, "EG")
    before = tip(away)
    # Not signed; a signature of something else; of the delegation's own; in another's name.
    forge(plan, "unsigned.tawafuq")
    forge(plan, "borrowed.tawafuq", like="main")
    for name, verdict in (("unsigned", "unsigned"), ("borrowed", "altered")):
        got = take(away, name + ".tawafuq", "EG", status=1)
        assert (got["verdict"], got["main"]) == (verdict, "unverified") or got["outcome"] == "rewritten", (name, got)
        assert tip(away) == before, name
    for code, key in (("SY", keys["SY"]["file"]), (None, keys["SY"]["file"])):
        copy = f"copy-{code}.twf"
        subprocess.run(["cp", "-r", plan, copy], check=True)
        out("edit", copy, provision, "--language", "ar", "--text", WATER_AGAIN + f" {code}", "--key", key,
            *(("--as", code, "--branch", "main") if code else ()))
        got = take(away, send(copy, "--since", before, name=copy + ".tawafuq"), "EG", status=1)
        assert got["verdict"] == "others-key" and got["main"] in ("unverified", None), got
        assert tip(away) == before, code
    # What stood in their way does not stand in the facilitator's: it goes on.
    out("edit", plan, provision, "--language", "ar", "--text", WATER_AGAIN)
    run("receive", away, send(plan, "--since", before), "--as", "EG", status=1)
    out("edit", plan, provision, "--language", "ar", "--text", WATER)
    assert take(away, send(plan, "--since", before), "EG")["main"] == "forwarded"
    assert tip(away) == tip(plan)


@test
def nothing_takes_main_back():
    plan, keys, provision = keyed("EG")
    away = join(plan, "EG")
    start = tip(plan)
    out("edit", plan, provision, "--language", "ar", "--text", WATER_AGAIN)
    subprocess.run(["cp", "-r", plan, "other.twf"], check=True)
    out("key", "other.twf", "use", keys[None]["file"])
    first = send(plan, "--since", start, name="first.tawafuq")
    out("edit", plan, provision, "--language", "ar", "--text", WATER + " 2")
    assert take(away, send(plan, "--since", start), "EG")["main"] == "forwarded"
    held = tip(away)
    assert take(away, first, "EG", status=1)["outcome"] == "older" and tip(away) == held
    # Written anew, and signed: two texts of one facilitator's are a person's to look at.
    out("edit", "other.twf", provision, "--language", "ar", "--text", WATER + " 3")
    got = take(away, send("other.twf", "--since", start, name="other.tawafuq"), "EG", status=1)
    assert got["outcome"] == "rewritten" and got["verdict"] == "verified" and got["main"] is None, got
    assert tip(away) == held


@test
def a_register_never_goes_back_with_main():
    plan, keys, provision = keyed("EG")
    away = join(plan, "EG")
    start = tip(plan)
    second = as_json("key", plan, "new", "--as", "EG")["keys"][0]
    out("register", plan, "add", "EG", second["file"] + ".pub")
    assert take(away, send(plan, "--since", start), "EG")["main"] == "forwarded"
    held = tip(away)
    # Signed by the facilitator's own key, as somebody who has stolen it would.
    made = subprocess.run(["git", "-C", plan, "-c", "gpg.format=ssh", "-c", "user.signingkey=" + keys[None]["file"],
                           "commit-tree", "-S", f"{start}^{{tree}}", "-p", "main", "-m", "Back"],
                          env={**os.environ, **FACILITATOR}, capture_output=True, text=True, check=True).stdout.strip()
    git(plan, "update-ref", "refs/heads/main", made)
    got = take(away, send(plan, "--since", held), "EG", status=1)
    assert got["verdict"] == "verified" and got["main"] == "old-keys", got
    assert tip(away) == held


@test
def without_any_keys_main_follows_until_the_first_come():
    plan = new_plan()
    know(plan, "EG")
    provision = add(plan)
    away = join(plan, "EG")
    out("edit", plan, provision, "--language", "ar", "--text", WATER_AGAIN)
    got = take(away, send(plan, "--since", tip(away)), "EG", status=1)
    assert got["verdict"] == "unsigned" and got["main"] == "forwarded" and tip(away) == tip(plan), got
    held = tip(away)
    facilitator = as_json("key", plan, "new")["keys"][0]
    out("register", plan, "add", "facilitator", facilitator["file"] + ".pub")
    out("edit", plan, provision, "--language", "ar", "--text", WATER)
    got = take(away, send(plan, "--since", held), "EG", status=1)
    assert got["main"] == "first-keys" and tip(away) == held, got
    assert "accept FINGERPRINT" in run("receive", away, "text.tawafuq", "--as", "EG", status=1)[0]
    refused("register", away, "accept", facilitator["fingerprint"])
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "stranger"], check=True)
    stranger = subprocess.run(["ssh-keygen", "-lf", "stranger"], capture_output=True, text=True).stdout.split()[1]
    assert "not signed" in refused("register", away, "accept", stranger, "--as", "EG")
    assert tip(away) == held
    assert facilitator["fingerprint"] in out("register", away, "accept", facilitator["fingerprint"], "--as", "EG")
    assert tip(away) == tip(plan)
    assert "already" in refused("register", away, "accept", facilitator["fingerprint"], "--as", "EG")
    # From then on nothing that is not signed moves it.
    out("edit", plan, provision, "--language", "ar", "--text", WATER_AGAIN, env={"TAWAFUQ_KEY": ""})
    assert take(away, send(plan, "--since", tip(away)), "EG", status=1)["main"] == "unverified"
    assert tip(away) != tip(plan)


@test
def main_goes_forward_when_a_server_has_it():
    plan, keys, provision = keyed("EG")
    away = join(plan, "EG")
    subprocess.run(["git", "init", "-q", "--bare", "shared.git"], check=True)
    out("edit", plan, provision, "--language", "ar", "--text", WATER_AGAIN)
    out("sync", plan, "shared.git")
    synced = as_json("sync", away, "shared.git", "--as", "EG")
    assert [one["main"] for one in synced["received"]] == ["forwarded"], synced
    assert tip(away) == tip(plan)
    assert as_json("sync", away, "--as", "EG")["received"] == []
    # The server puts a text of its own there.
    held = tip(away)
    made = forge(plan, "forged.tawafuq")
    git("shared.git", "fetch", "-q", os.path.abspath("forged.tawafuq"), "+main:main")
    synced = as_json("sync", away, "--as", "EG", status=1)
    assert [one["main"] for one in synced["received"]] == ["unverified"] and tip(away) == held != made, synced


@test
def what_came_before_the_key_is_judged_again():
    plan, keys, provision = keyed("EG")
    know(plan, "SY")
    away = join(plan, "SY")
    syria = as_json("key", away, "new", "--as", "SY")["keys"][0]
    out("edit", away, provision, "--language", "ar", "--text", WATER_AGAIN, "--as", "SY")
    file = send(away, "--as", "SY", name="sy.tawafuq")
    first = as_json("receive", plan, file, status=1)["received"][0]
    assert first["verdict"] == "unknown-key", first
    refs = git(plan, "for-each-ref", "refs/received")
    out("register", plan, "add", "SY", syria["file"] + ".pub")
    again = as_json("receive", plan, file)["received"][0]
    assert (again["outcome"], again["verdict"], again["verdictBefore"]) == ("same", "verified", "unknown-key"), again
    said = out("receive", plan, file)
    assert "now: Verified" in said and "Then: Not verified" in said, said
    item = as_json("inbox", plan)["inbox"][0]
    assert (item["verdict"], item["verdictBefore"]) == ("verified", "unknown-key"), item
    assert git(plan, "for-each-ref", "refs/received") == refs
    # Revoked as of before it came: it is told, and is a person's to look at.
    out("register", plan, "revoke", "SY", syria["fingerprint"])
    before = as_json("inbox", plan)["inbox"][0]["verdict"]
    assert before in ("verified", "revoked"), before
    assert as_json("receive", plan, file, status=0 if before == "verified" else 1)["received"][0]["verdict"] == before


@test
def a_second_file_does_not_launder_the_first():
    """Words in somebody else's name stay that, however often more is put on top of them."""
    plan, keys, provision = keyed("EG", "SY")
    away = join(plan, "EG")
    out("key", away, "use", keys["SY"]["file"], "--as", "SY")
    out("key", away, "use", keys["EG"]["file"], "--as", "EG")
    out("edit", away, provision, "--language", "ar", "--text", WATER_AGAIN, "--as", "SY", "--branch", "delegations/EG")
    out("edit", away, provision, "--language", "ar", "--text", WATER, "--as", "EG")
    run("receive", plan, send(away, "--as", "EG", name="one.tawafuq"), status=1)
    assert as_json("inbox", plan)["inbox"][0]["verdict"] == "foreign-author"
    out("edit", away, provision, "--language", "ar", "--text", WATER + " 2", "--as", "EG")
    got = as_json("receive", plan, send(away, "--as", "EG", name="two.tawafuq"), status=1)["received"][0]
    assert got["verdict"] == "foreign-author", got
    got = as_json("receive", plan, "one.tawafuq")["received"][0]
    assert got["outcome"] == "same" and got["verdict"] == "foreign-author", got


sys.exit(main())
