#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""One edit in a plan of two thousand provisions, synchronised over SSH at 64 kbit/s in each direction, beside git
push and git fetch over the same link."""

import json
import os
import pathlib
import statistics
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
import fixture  # noqa: E402
import servers  # noqa: E402

PROVISIONS = 2000
TIMES = 3


def edit(plan, number, *words):
    one = json.loads(fixture.run("twf", "show", plan, "--json").stdout)["provisions"][number]["id"]
    fixture.run("twf", "edit", plan, one, "--language", "en", "--text", f"Other words, number {number}.", *words)


def seconds(server, folder, env, command):
    """What @command takes over the slow link, without what starts the server there."""
    done = servers.over_a_slow_link(server, folder, f"date +%s.%N; {command} >&2 || exit 1; date +%s.%N", env=env,
                                    timeout=300)
    if done.returncode != 0:
        raise SystemExit(f"{command}: {done.returncode}: {done.stderr}")
    begin, end = done.stdout.split()
    return float(end) - float(begin)


def main():
    os.environ["XDG_CACHE_HOME"] = os.path.join(sys.argv[2], "cache")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        keys = servers.Keys(folder)
        authorized = folder / "authorized"
        authorized.write_text(pathlib.Path(f"{keys.make('EG')}.pub").read_text())
        server = servers.Sshd(folder, authorized)
        try:
            measure(folder, keys, server)
        finally:
            server.end()


def measure(folder, keys, server):
    base = fixture.plan(sys.argv[1], PROVISIONS)
    plan = fixture.copy(base, folder / "ours.twf")
    fixture.run("twf", "apply", plan, "-", input=json.dumps(
        {"edits": [{"op": "delegation", "code": "EG", "fields": {"Sponsor": "signatory"}}]}))
    copy = fixture.copy(plan, folder / "git.git")
    known = folder / "known"
    server.known_hosts(known)
    env = {**os.environ, **fixture.WHO, **keys.surroundings("EG", known)}
    urls = {}
    for name, repository in (("ours", plan), ("git", copy)):
        shared = folder / f"{name}-shared.git"
        servers.call("git", "clone", "-q", "--bare", repository, shared)
        urls[name] = f"ssh://{servers.call('id', '-un')}@127.0.0.1:{server.port}{shared}"
    fixture.run("git", "-C", copy, "remote", "add", "away", urls["git"])
    # Where it is known what the server has, as on every day but the first.
    edit(plan, 0, "--as", "EG")
    fixture.run("twf", "sync", plan, urls["ours"], "--as", "EG", env=env)
    edit(copy, 0)
    fixture.run("git", "-C", copy, "push", "-q", "away", "main", env=env)
    ours, git = [], []
    for number in range(TIMES):
        edit(plan, number + 1, "--as", "EG")
        edit(copy, number + 1)
        ours.append(seconds(server, folder, env, f"twf sync {plan} --as EG"))
        git.append(seconds(server, folder, env, f"git -C {copy} push -q away main && git -C {copy} fetch -q away"))
    mine, peer = statistics.median(ours), statistics.median(git)
    fixture.row("an edit synchronised at 64 kbit/s", mine, "s", "under 5 s", mine < 5, peer, "git push, git fetch")
    fixture.row("an edit synchronised at 64 kbit/s", mine, "s", "no slower than git", mine <= peer * 1.1, peer,
                "git push, git fetch")


main()
