#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""twf sync where the network, the server or the folders are against it."""

import atexit
import functools
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile

import case
import servers
from case import TWF, git, know, main, new_plan, out, refused, run, state, test

CUTS = 10
CUTS_OF_SSH = 4
REWRITES = 100


@functools.cache
def place():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tawafuq-servers-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@functools.cache
def apache():
    server = servers.Apache(place(), servers.Authority(place()), {})
    atexit.register(server.end)
    return server


@functools.cache
def keys():
    return servers.Keys(place())


@functools.cache
def sshd():
    authorized = place() / "authorized"
    authorized.write_text(pathlib.Path(f"{keys().make('EG')}.pub").read_text())
    server = servers.Sshd(place(), authorized)
    atexit.register(server.end)
    return server


def plan_and_copy():
    """The facilitator's plan, and Egypt's copy with a change on its own branch."""
    plan = new_plan()
    know(plan, "EG")
    provision = case.add(plan, case.WATER)
    shutil.copytree(plan, "EG.twf")
    change(provision, 0)
    return plan, provision


def change(provision, number):
    # Some hundred bytes that do not pack well, so that there is something to be cut.
    words = f"{case.WATER} {number} {random.Random(number).getrandbits(4000):x}"
    out("edit", "EG.twf", provision, "--language", "ar", "--text", words, "--as", "EG")


def sync_through(relay, url, status, env=None):
    done = subprocess.run([TWF, "sync", "EG.twf", url, "--as", "EG", "--patience", "60"], capture_output=True,
                          text=True, env={**os.environ, **(env or {})}, timeout=60)
    assert done.returncode in status, (done.returncode, done.stdout, done.stderr)
    if done.returncode:
        assert done.stderr.count("\n") <= 1, done.stderr
    return done.returncode


def completes(relay, url, env=None):
    """As somebody does who is told to try again later: sshd now and then closes a connection that comes right behind
    another one, before it says who it is."""
    for _ in range(9):
        if sync_through(relay, url, {0, 1}, env) == 0:
            return
    sync_through(relay, url, {0}, env)


def cut_at_many_places(url_of, target, shared, look, cuts, env=None):
    """Whatever is cut off: what stands there is sound, and the next time completes it, once."""
    _, provision = plan_and_copy()
    relay = servers.Relay(target)
    atexit.register(relay.end)
    url = url_of(relay.port)
    completes(relay, url, env)
    relay.reset()
    change(provision, 1)
    completes(relay, url, env)
    whole = dict(relay.carried)
    seen = {0: 0, 1: 0}
    for number in range(cuts):
        change(provision, number + 2)
        before = look("rev-parse", "delegations/EG")
        way = "up" if number % 2 else "down"
        relay.reset(**{way: 1 + whole[way] * number // cuts})
        status = sync_through(relay, url, {0, 1, 2}, env)
        seen[min(status, 1)] += 1
        here = git("EG.twf", "rev-parse", "delegations/EG")
        # All of it, or nothing.
        assert look("rev-parse", "delegations/EG") in ({here} if status == 0 else {before, here})
        relay.reset()
        completes(relay, url, env)
        assert look("rev-parse", "delegations/EG") == here
        assert look("for-each-ref", "--format=%(refname)") == "refs/heads/delegations/EG"
    problems = look("fsck", "--strict", "--no-dangling")
    assert problems == "", problems
    # Most of them did come in between.
    assert seen[1] > cuts // 2, seen
    relay.end()


@test
def connections_over_http_are_cut():
    shared = apache().make_plan("cut.git")
    cut_at_many_places(lambda port: f"http://127.0.0.1:{port}/cut.git", apache().plain_port, shared,
                       functools.partial(servers.look, shared), CUTS)


@test
def connections_over_ssh_are_cut():
    shared = place() / "cut-ssh.git"
    servers.call("git", "init", "-q", "--bare", shared)

    def url(port):
        known = place() / "known"
        sshd().known_hosts(known)
        known.write_text(known.read_text().replace(str(sshd().port), str(port)))
        return f"ssh://{servers.call('id', '-un')}@127.0.0.1:{port}{shared}"

    cut_at_many_places(url, sshd().port, shared, functools.partial(servers.look, shared), CUTS_OF_SSH,
                       keys().surroundings("EG", place() / "known"))


def wait_for_answer(relay, words):
    """Starts a command and waits until the server has begun to answer it, which a busy one may not do at once: then it is
    asked again. What the command said meanwhile is told if it never does."""
    said = []
    for _ in range(3):
        relay.reset(down=300, silent=True)
        waiting = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
        if relay.answered.wait(20):
            return waiting
        waiting.kill()
        said.append((waiting.returncode, waiting.communicate()[1]))
    raise AssertionError(said)


@test
def a_server_that_goes_silent_is_given_up():
    plan_and_copy()
    apache().make_plan("silent.git")
    relay = servers.Relay(apache().plain_port)
    atexit.register(relay.end)
    relay.reset(down=300, silent=True)
    before = state("EG.twf")
    url = f"http://127.0.0.1:{relay.port}/silent.git"
    printed, line = run("sync", "EG.twf", url, "--as", "EG", "--patience", "2", status=1)
    assert "stopped answering" in line or "no connection" in line, line
    assert printed == "" and line.count("\n") == 1 and state("EG.twf") == before
    # A person need not wait that long: interrupted, it ends, and leaves nothing behind.
    waiting = wait_for_answer(relay, [TWF, "sync", "EG.twf", url, "--as", "EG"])
    waiting.send_signal(signal.SIGINT)
    line = waiting.communicate(timeout=30)[1]
    assert waiting.returncode == 2 and "Stopped" in line, (waiting.returncode, line)
    assert state("EG.twf") == before
    relay.end()


@test
def a_branch_is_rewritten_again_and_again():
    """Whatever stands on the server next: no branch here moves, and what ever came is kept."""
    plan, _ = plan_and_copy()
    shared = servers.call("git", "init", "-q", "--bare", "shared.git") or "shared.git"
    out("sync", plan, shared)
    chance = random.Random(17)
    named = {**os.environ, **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
                              for what, value in (("NAME", "Egypt"), ("EMAIL", "EG@delegations.invalid"))}}
    tree = git(shared, "rev-parse", "main^{tree}")
    made = [git(shared, "rev-parse", "main")]
    for number in range(30):
        words = ("git", "-C", shared, "commit-tree", tree, "-p", chance.choice(made), "-m", f"Revision {number}")
        made.append(subprocess.run(words, env=named, capture_output=True, text=True, check=True).stdout.strip())
    here = git(plan, "for-each-ref", "refs/heads")
    came, outcomes, last = set(), {}, None
    for _ in range(REWRITES):
        tip = chance.choice(made[1:])
        git(shared, "update-ref", "refs/heads/delegations/EG", tip)
        done = subprocess.run([TWF, "sync", plan, "--json"], capture_output=True, text=True, timeout=60)
        assert done.returncode in (0, 1), done.stderr
        told = json.loads(done.stdout)["received"]
        outcome = told[0]["outcome"] if told else "none"
        # Nothing is said only where it stands as it came last.
        assert bool(told) == (tip != last), (told, tip, last)
        if outcome in ("new", "rewritten"):
            last = tip
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
        if outcome in ("new", "rewritten"):
            came.add(tip)
        # What is passed over is here already, in something that came.
        kept = git(plan, "for-each-ref", "--format=%(*objectname)", "refs/received").split()
        assert came <= set(kept), came - set(kept)
        assert tip in git(plan, "rev-list", "--glob=refs/received").split()
        if outcome == "rewritten":
            vanished = told[0]["vanished"]
            assert vanished and tip not in vanished
        assert git(plan, "for-each-ref", "refs/heads") == here
    assert outcomes["rewritten"] > 10 and outcomes["older"] > 10 and outcomes["same"] > 10, outcomes
    git(plan, "fsck", "--strict")


TRAP = """#!/bin/sh
touch "{owned}"
"""
SETTINGS = """[core]
	repositoryformatversion = 0
	bare = true
	fsmonitor = {trap}
	sshCommand = {trap}
	hooksPath = {hooks}
	alternateRefsCommand = {trap}
	gitProxy = {trap}
	pager = {trap}
	editor = {trap}
	askPass = {trap}
	attributesFile = {hooks}/attributes
[include]
	path = {hooks}/more
[url "ext::{trap} "]
	insteadOf = {shared}
	insteadOf = /
	insteadOf = ssh://
[remote "origin"]
	url = ext::{trap}
	uploadpack = {trap}
	receivepack = {trap}
	promisor = true
	partialCloneFilter = blob:none
[extensions]
	partialClone = origin
[uploadpack]
	packObjectsHook = {trap}
[receive]
	denyCurrentBranch = updateInstead
[credential]
	helper = {trap}
[gpg]
	program = {trap}
[gpg "ssh"]
	program = {trap}
[filter "x"]
	smudge = {trap}
	clean = {trap}
	process = {trap}
[diff]
	external = {trap}
[alias]
	upload-pack = !{trap}
	receive-pack = !{trap}
	for-each-ref = !{trap}
[gc]
	auto = 1
[protocol]
	allow = always
[protocol "ext"]
	allow = always
"""
HOOKS = ("pre-push", "pre-receive", "update", "post-receive", "post-update", "reference-transaction",
         "proc-receive", "push-to-checkout", "post-checkout", "pre-auto-gc", "fsmonitor-watchman",
         "post-rewrite", "post-index-change")


def set_traps(repository, shared, owned):
    hooks = pathlib.Path(repository).resolve() / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in (*HOOKS, "trap"):
        (hooks / name).write_text(TRAP.format(owned=owned))
        (hooks / name).chmod(0o755)
    (hooks / "attributes").write_text("* filter=x\n")
    (hooks / "more").write_text(f"[core]\n\tsshCommand = {hooks}/trap\n\talternateRefsCommand = {hooks}/trap\n")
    settings = pathlib.Path(repository) / "config"
    settings.write_text(SETTINGS.format(trap=hooks / "trap", hooks=hooks, shared=shared))
    alternates = pathlib.Path(repository) / "objects/info/alternates"
    alternates.parent.mkdir(exist_ok=True)
    elsewhere = pathlib.Path(repository).resolve().parent / "elsewhere.git"
    if not elsewhere.exists():
        servers.call("git", "init", "-q", "--bare", elsewhere)
    alternates.write_text(f"{elsewhere}/objects\n")


@test
def nothing_of_a_plan_or_a_folder_is_obeyed():
    plan, provision = plan_and_copy()
    shared = pathlib.Path("shared.git").resolve()
    servers.call("git", "init", "-q", "--bare", shared)
    owned = pathlib.Path("owned").resolve()
    out("sync", plan, shared)
    # The traps are real: git itself falls into them, on either side.
    set_traps(shared, shared, owned)
    subprocess.run(["git", "-C", plan, "push", str(shared), "main:refs/heads/other"], capture_output=True)
    assert owned.exists()
    owned.unlink()
    git_there(shared, "update-ref", "-d", "refs/heads/other")
    for repository in (plan, "EG.twf"):
        set_traps(repository, shared, owned)
    subprocess.run(["git", "-C", plan, "push", "ssh://127.0.0.1/x", "main"], capture_output=True)
    assert owned.exists()
    owned.unlink()
    for number, words in enumerate((["EG.twf", shared, "--as", "EG"], [plan, shared], ["EG.twf", "--as", "EG"])):
        if number == 2:
            change(provision, 1)
        traced = subprocess.run(["strace", "-f", "-qq", "-e", "trace=execve,connect", "-o", f"trace-{number}",
                                 TWF, "sync", *map(str, words)], capture_output=True, text=True)
        # What came unsigned is somebody's to look at: status 1.
        assert traced.returncode in (0, 1), (words, traced.stdout, traced.stderr)
        assert not owned.exists(), words
        check_trace(pathlib.Path(f"trace-{number}").read_text())
    assert git_there(shared, "rev-parse", "delegations/EG") == git_there("EG.twf", "rev-parse", "delegations/EG")


def git_there(repository, name, *words):
    """git with settings of its own in the place of those that are traps."""
    config = pathlib.Path(repository) / "config"
    kept = config.read_text()
    config.write_text("[core]\n\trepositoryformatversion = 0\n\tbare = true\n\thooksPath = /dev/null\n")
    try:
        return git(repository, name, *words)
    finally:
        config.write_text(kept)


STARTED = re.compile(r'execve\("([^"]+)".* = 0$', re.MULTILINE)
# "true" is what we have git ask in the place of what a plan or a folder would have it ask.
ALLOWED = {"true", "twf", "twf-plan", "git", "sh", "dash", "git-upload-pack", "git-receive-pack"}


def check_trace(trace):
    started = {os.path.basename(path) for path in STARTED.findall(trace)}
    assert started <= ALLOWED, started
    reached = re.findall(r"connect\(.*AF_INET6?.*", trace)
    assert not reached, reached


@test
def a_slow_link_is_enough_for_an_edit():
    plan, provision = plan_and_copy()
    if subprocess.run(["unshare", "-n", "true"], capture_output=True).returncode:
        raise case.Skip("no network of its own can be made here")
    shared = place() / "slow.git"
    servers.call("git", "init", "-q", "--bare", shared)
    known = place() / "known-slow"
    known.write_text((place() / "known").read_text() if (place() / "known").exists() else "")
    address = servers.call("id", "-un") + f"@127.0.0.1:{sshd().port}"
    sshd().known_hosts(known)
    shutil.rmtree(keys().folder / "bin-EG", ignore_errors=True)
    env = {**os.environ, **keys().surroundings("EG", known)}
    done = servers.over_a_slow_link(sshd(), place(), f"{TWF} sync EG.twf ssh://{address}{shared} --as EG", env=env,
                                    timeout=100)
    if done.returncode == 77:
        raise case.Skip(f"the speed of a link cannot be set here: {done.stderr.strip()}")
    assert done.returncode == 0, (done.returncode, done.stdout, done.stderr)
    assert git(shared, "rev-parse", "delegations/EG") == git("EG.twf", "rev-parse", "delegations/EG")


sys.exit(main())
