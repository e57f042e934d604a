#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""twf sync with real servers: a folder, OpenSSH, gitolite with the configuration that ships, and git's
HTTP service behind a web server with TLS."""

import atexit
import functools
import json
import os
import pathlib
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time

import case
import servers
from case import SOURCE, TWF, add, git, know, main, new_plan, out, refused, run, state, test

PASSWORD = "a secret of nobody's"


@functools.cache
def place():
    """A folder that all tests of this file share; what runs in it ends before it goes."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tawafuq-servers-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@functools.cache
def keys():
    return servers.Keys(place())


@functools.cache
def gitolite():
    keys().make("JO", "rsa")
    return servers.Gitolite(place(), keys(), SOURCE / "data/server", ["facilitator", "EG", "FR", "JO"])


@functools.cache
def sshd():
    server = servers.Sshd(place(), gitolite().authorized)
    atexit.register(server.end)
    return server


@functools.cache
def authority():
    return servers.Authority(place())


@functools.cache
def apache():
    server = servers.Apache(place(), authority(), {"eg": PASSWORD})
    atexit.register(server.end)
    return server


def person(name, **more):
    return {**keys().surroundings(name, sshd().known_hosts(place() / "known")), **more}


def fresh_server():
    """The shared plan of the gitolite server, with nothing in it."""
    there = gitolite().repository
    for name in git(there, "for-each-ref", "--format=%(refname)").split():
        git(there, "update-ref", "-d", name)
    return sshd().url("plan")


def as_json(*words, **more):
    """What came unsigned is somebody's to look at: status 1, and synchronised all the same."""
    done = subprocess.run([case.TWF, *map(str, words), "--json"], capture_output=True, timeout=120,
                          env={**os.environ, **(more.get("env") or {})})
    assert done.returncode in (0, 1), (words, done.stderr.decode())
    return json.loads(done.stdout)


def copies(*codes):
    """The facilitator's plan, and a copy with a change on its own branch for each delegation."""
    plan = new_plan()
    know(plan, *codes)
    provision = add(plan, case.WATER)
    paths = {}
    for code in codes:
        paths[code] = f"{code}.twf"
        shutil.copytree(plan, paths[code])
        out("edit", paths[code], provision, "--language", "ar", "--text", case.WATER_AGAIN, "--as", code)
    return plan, provision, paths


def shared_folder():
    servers.call("git", "init", "-q", "--bare", "shared.git")
    return "shared.git"


@test
def a_folder_is_shared_by_all():
    plan, _, of = copies("EG", "FR")
    shared = shared_folder()
    before = (pathlib.Path(plan) / "config").read_text()
    assert as_json("sync", plan, shared)["own"] == "sent"
    first = as_json("sync", of["EG"], shared, "--as", "EG")
    assert first["own"] == "sent" and first["branch"] == "delegations/EG", first
    as_json("sync", of["FR"], shared, "--as", "FR")
    # The place is remembered, for whom it was said, outside the plan.
    found = as_json("sync", plan)
    assert found["own"] == "same", found
    assert {one["branch"] for one in found["received"] if one["outcome"] == "new"} == {"delegations/EG", "delegations/FR"}
    remembered = pathlib.Path(os.environ["XDG_CONFIG_HOME"]) / "tawafuq/servers"
    assert remembered.stat().st_mode & 0o777 == 0o600
    assert os.path.realpath(shared) in remembered.read_text()
    assert (pathlib.Path(plan) / "config").read_text() == before
    assert git(shared, "rev-parse", "delegations/EG") == git(of["EG"], "rev-parse", "delegations/EG")
    git(shared, "fsck", "--strict")


@test
def without_a_server_it_says_how():
    plan = new_plan()
    assert "twf sync PLAN REMOTE" in refused("sync", plan)
    for words in ("ext::sh -c touch% owned", "ssh://-oProxyCommand=touch owned/x", "git://127.0.0.1/x",
                  "http://example.org/x"):
        refused("sync", plan, words)
    line = refused("sync", plan, f"https://eg:{PASSWORD.replace(' ', '-')}@127.0.0.1/plan")
    assert "password" in line and PASSWORD.replace(" ", "-") not in line, line
    assert not os.path.exists("owned")


@test
def offline_is_no_fault():
    plan, provision, of = copies("EG")
    before = state(of["EG"])
    port = servers.free_port()
    printed, line = run("sync", of["EG"], f"ssh://127.0.0.1:{port}/plan", "--as", "EG", status=1,
                        env=person("EG"))
    assert printed == "" and line.count("\n") == 1 and "no connection" in line, (printed, line)
    run("sync", of["EG"], f"https://127.0.0.1:{port}/plan", "--as", "EG", status=1)
    assert state(of["EG"]) == before
    # A place that did not answer is not remembered.
    refused("sync", of["EG"], "--as", "EG")
    assert "not found" in refused("sync", of["EG"], "nowhere", "--as", "EG")


@test
def rights_of_the_shipped_configuration():
    plan, _, of = copies("EG", "FR")
    url = fresh_server()
    there = gitolite().repository
    as_json("sync", plan, url, env=person("facilitator"))
    as_json("sync", of["EG"], url, "--as", "EG", env=person("EG"))
    tip = git(there, "rev-parse", "delegations/EG")
    assert tip == git(of["EG"], "rev-parse", "delegations/EG")
    before = state(there)
    # With EG's key as France, and as the facilitator: read, and not written.
    printed = run("sync", of["FR"], url, "--as", "FR", "--json", status=1, env=person("EG"))[0]
    assert '"own" : "refused"' in printed and '"branch" : "delegations/EG"' in printed, printed
    add(plan, case.WATER)
    line = run("sync", plan, url, status=1, env=person("EG"))[0]
    assert "does not let you change" in line, line
    # France's key may not write to Egypt's branch, and the facilitator may not either.
    out("add", of["EG"], "--section", "objectives", "--language", "ar", "--text", case.WATER, "--as", "EG")
    for name in ("FR", "facilitator"):
        run("sync", of["EG"], url, "--as", "EG", status=1, env=person(name))
    assert state(there) == before
    assert as_json("sync", of["EG"], url, "--as", "EG", env=person("EG"))["own"] == "sent"
    assert as_json("sync", plan, url, env=person("facilitator"))["own"] == "sent"
    git(there, "fsck", "--strict")


@test
def what_was_issued_goes_out_with_the_rolling_text():
    plan, _, of = copies("EG")
    url = fresh_server()
    out("issue", plan, "A/CONF.1/L.1")
    assert as_json("sync", plan, url, env=person("facilitator"))["issued"] == 1
    assert as_json("sync", plan, url, env=person("facilitator"))["issued"] == 0
    name = git(gitolite().repository, "for-each-ref", "--format=%(refname)", "refs/tags")
    assert name == git(plan, "for-each-ref", "--format=%(refname)", "refs/tags"), name
    # Who joins there knows it by its symbol, and where it is shared.
    before = state(gitolite().repository)
    run("join", "joined.twf", url, "--as", "EG", status=1, env=person("EG"))
    assert git("joined.twf", "for-each-ref", "refs/tags") == git(plan, "for-each-ref", "refs/tags")
    assert as_json("sync", "joined.twf", "--as", "EG", env=person("EG"))["own"] == "none"
    assert state(gitolite().repository) == before
    assert "no connection" in refused("join", "no.twf", f"ssh://127.0.0.1:{servers.free_port()}/plan", env=person("EG"))
    assert not list(pathlib.Path(".").glob("no.twf*"))
    # Something else under the same symbol is not replaced, and said.
    git(plan, "update-ref", name, git(plan, "rev-parse", "main"))
    other = git(gitolite().repository, "rev-parse", name)
    git(plan, "tag", "-d", name.removeprefix("refs/tags/"))
    add(plan, case.WATER)
    out("issue", plan, "A/CONF.1/L.1")
    told = run("sync", plan, url, "--json", status=1, env=person("facilitator"))[0]
    assert '"issuedDiffers" : true' in told, told
    assert git(gitolite().repository, "rev-parse", name) == other


@test
def keys_and_servers_of_every_kind():
    plan, _, of = copies("JO")
    url = fresh_server()
    as_json("sync", plan, url, env=person("facilitator"))
    # An RSA key, and a server known by its RSA key.
    known = sshd().known_hosts(place() / "known-rsa", "rsa")
    shutil.rmtree(keys().folder / "bin-JO", ignore_errors=True)
    as_json("sync", of["JO"], url, "--as", "JO", env=keys().surroundings("JO", known))
    shutil.rmtree(keys().folder / "bin-JO")
    # Somebody whose key nobody knows.
    keys().make("stranger")
    assert "did not let you in" in refused("sync", plan, url, env=person("stranger"))
    assert "not let you in" in refused("sync", plan, url + "-elsewhere", env=person("facilitator"))


@test
def a_server_is_met_once():
    plan, _, _ = copies("EG")
    url = fresh_server()
    keys().make("facilitator")
    nobody = place() / "known-none"
    nobody.write_text("")
    shutil.rmtree(keys().folder / "bin-facilitator", ignore_errors=True)
    line = refused("sync", plan, url, env=keys().surroundings("facilitator", nobody))
    assert "nobody confirmed its key" in line, line
    assert nobody.read_text() == ""
    # A person at a terminal sees the key, and confirms it.
    fingerprint = servers.call("ssh-keygen", "-lf", sshd().folder / "ed25519.pub").split()[1]
    status, seen = at_terminal(["sync", plan, url], [("(yes/no)", "yes")],
                               keys().surroundings("facilitator", nobody))
    assert status == 0 and fingerprint in seen, (status, seen)
    assert f"[127.0.0.1]:{sshd().port}" in nobody.read_text()
    # Another key than before.
    changed = place() / "known-changed"
    sshd().known_hosts(changed, key=pathlib.Path(f"{keys().make('other')}.pub"))
    shutil.rmtree(keys().folder / "bin-facilitator")
    line = refused("sync", plan, url, env=keys().surroundings("facilitator", changed))
    assert "another key than before" in line, line
    shutil.rmtree(keys().folder / "bin-facilitator")


def at_terminal(words, answers, env):
    """Runs twf at a terminal, and answers what it asks there; gives the status and what was seen."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(TWF, [TWF, *words], {**os.environ, **env})
    seen, answers, until = "", list(answers), time.monotonic() + 60
    while True:
        ready, _, _ = select.select([terminal], [], [], max(0, until - time.monotonic()))
        assert ready, seen
        try:
            data = os.read(terminal, 4096)
        except OSError:
            data = b""
        if not data:
            break
        seen += data.decode(errors="replace")
        if answers and answers[0][0] in seen:
            os.write(terminal, answers.pop(0)[1].encode() + b"\n")
            seen += "<answered>"
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), seen


@test
def a_password_goes_nowhere():
    plan, _, of = copies("EG")
    apache().make_plan("https.git")
    url = apache().url("https.git")
    trusted = {"GIT_SSL_CAINFO": str(authority().certificate)}
    line = refused("sync", plan, url)
    assert "vouches" in line, line
    other = servers.Authority(pathlib.Path(os.getcwd()))
    assert "vouches" in refused("sync", plan, url, env={"GIT_SSL_CAINFO": str(other.certificate)})
    # Nobody to ask: one line, at once.
    line = refused("sync", plan, url, env=trusted)
    assert "did not let you in" in line, line
    # A wrong one is asked for again, by no run more than three times.
    status, seen = at_terminal(["sync", plan, url], [("User name", "eg"), ("Password", "wrong")], trusted)
    assert status == 2 and "did not let you in" in seen and "wrong" not in seen, (status, seen)
    status, seen = at_terminal(["sync", plan, url], [("User name", "eg"), ("Password", PASSWORD)], trusted)
    assert status == 0, (status, seen)
    assert PASSWORD not in seen, seen
    with_user = apache().url("https.git", "eg")
    status, seen = at_terminal(["sync", of["EG"], with_user, "--as", "EG"], [("Password", PASSWORD)], trusted)
    assert status == 0, (status, seen)
    assert servers.look(apache().plans / "https.git", "rev-parse", "delegations/EG") == \
        git(of["EG"], "rev-parse", "delegations/EG")
    # In no file: neither of the plan nor of the person's.
    for root in (plan, of["EG"], os.environ["HOME"]):
        for folder, _, names in os.walk(root):
            for name in names:
                assert PASSWORD.encode() not in (pathlib.Path(folder) / name).read_bytes(), (folder, name)


@test
def ones_own_branch_on_another_machine():
    plan, provision, of = copies("EG")
    shared = shared_folder()
    out("sync", plan, shared)
    out("sync", of["EG"], shared, "--as", "EG")
    shutil.copytree(of["EG"], "second.twf")
    out("edit", of["EG"], provision, "--language", "ar", "--text", case.WATER + " ب", "--as", "EG")
    out("sync", of["EG"], "--as", "EG")
    # The second machine is behind: said, and not moved by what nobody signed.
    shutil.copytree("second.twf", "third.twf")
    before = git("second.twf", "for-each-ref", "refs/heads")
    told = run("sync", "second.twf", "--as", "EG", "--json", status=1)[0]
    assert '"own" : "ahead"' in told, told
    assert git("second.twf", "for-each-ref", "refs/heads") == before
    # At a person's word it goes forward, and is noted like all that comes.
    told = run("sync", "third.twf", "--as", "EG", "--take-own", "--json", status=1)[0]
    assert '"own" : "forwarded"' in told, told
    assert git("third.twf", "rev-parse", "delegations/EG") == git(of["EG"], "rev-parse", "delegations/EG")
    assert git("third.twf", "for-each-ref", "--format=%(refname)", "refs/received") == "refs/received/EG/000001"
    # Both went on: nothing is replaced on either side.
    out("edit", "second.twf", provision, "--language", "ar", "--text", case.WATER + " ج", "--as", "EG")
    there = git(shared, "rev-parse", "delegations/EG")
    here = git("second.twf", "rev-parse", "delegations/EG")
    told = run("sync", "second.twf", "--as", "EG", "--json", status=1)[0]
    assert '"own" : "apart"' in told, told
    assert git(shared, "rev-parse", "delegations/EG") == there
    assert git("second.twf", "rev-parse", "delegations/EG") == here


sys.exit(main())
