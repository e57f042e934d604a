#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Contribution files of people who mean harm: paths, modes, objects, texts and sizes that no plan has.
Each is refused in one line, and nothing outside the quarantine is written. Speaks TAP."""

import os
import re
import shutil
import subprocess
import sys

from bundles import PERSON, Making
from case import TWF, Skip, add, as_json, main, new_plan, refused, run, state, test

RLO, FSI = "\u202e", "\u2068"
OTHER = "0123456789abcdef0123456789abcdef01234567"


def plan_of_two():
    plan = new_plan()
    parts = [add(plan, "Clean water", "actions", "en"), add(plan, "Wells", "objectives", "en")]
    return plan, parts


def files_here():
    """Everything there is, but what a quarantine may hold while it is there."""
    found = set()
    for top in (".", os.environ["HOME"]):
        for folder, _, names in os.walk(top):
            found |= {(os.path.join(folder, n), os.lstat(os.path.join(folder, n)).st_size) for n in names}
    return found


seen = {}


def what_is(plan):
    return state(plan), files_here()


def assert_refused(plan, path, name):
    # The case before this one left it as it was, which was looked at then.
    if seen.get("plan") != os.path.abspath(plan):
        seen.update(plan=os.path.abspath(plan), state=what_is(plan))
    before, files = seen["state"]
    files = {f for f in files if not f[0].startswith("./x.tawafuq")}
    done = subprocess.run([TWF, "receive", plan, path], capture_output=True, timeout=60)
    told = done.stderr.decode("utf-8")
    assert done.returncode == 2, f"{name}: {done.returncode}\n{done.stdout.decode()}{told}"
    assert told.count("\n") == 1 and told.startswith("twf receive: "), f"{name}: {told!r}"
    assert "\x1b" not in told and RLO not in told, f"{name}: {told!r}"
    now, left = what_is(plan)
    assert now == before, name
    left = {f for f in left ^ files if not f[0].startswith("./x.tawafuq")}
    assert not left, f"{name}: {left}"
    if os.environ.get("TAWAFUQ_SHOW_REFUSALS"):
        print("#", name, "->", told.strip())
    return told


def shard(id):
    return ["provisions", id[:2], id]


def paths(id):
    """Where a file may not stand, whatever is in it."""
    other = "b" + id[1:] if id[0] != "b" else "c" + id[1:]
    return [
        [".git"], [".GIT"], [".git", "config"], ["git~1"], [".git "], [".git."], [".git::$INDEX_ALLOCATION"],
        [".g\u200cit"], [".gitmodules"], [".gitattributes"], [".gitignore"], [".."], ["."], ["..", "x"],
        ["title", "..", "x"], ["CON"], ["nul.txt"], ["plan."], ["plan "], ["a\\b"], ["col:on"], ["new\nline"],
        [b"\xff\xfe"], ["\u00e9"], ["e\u0301"], ["-rf"], ["x" * 4096], ["PLAN"], ["Plan"], ["HEAD"], ["config"],
        ["hooks", "post-receive"], ["objects", "info", "alternates"], ["README.md"], ["title", "en"],
        ["title", "EN.txt"], ["title", "en.txt", "x"], ["title", "\u0435n.txt"], ["title", "en.TXT"],
        ["delegations", "eg"], ["delegations", "EG.txt"], ["delegations", "E" * 40], ["delegations", "EG", "x"],
        ["provisions", "fields"], ["provisions", "zz", id, "fields"], ["provisions", id[:2], "ABC", "fields"],
        ["provisions", id[:2], other, "fields"], [*shard(id), "config"], [*shard(id), "EN.txt"],
        [*shard(id), "xx-.txt"], [*shard(id), "nothing.en.txt"], [*shard(id), "en.txt.lock"],
        [*shard(id), "proposals", "x", "fields"], [*shard(id), "remarks", "x"], ["d"] * 12,
        [*shard(id), "proposals", id, "more", "fields"], [f"x{RLO}txt.exe"], ["\x1b[31m"],
    ]


@test
def paths_that_no_plan_has():
    plan, (id, _) = plan_of_two()
    for path in paths(id):
        making = Making(plan)
        assert_refused(plan, making.write("x.tawafuq", making.with_file(path)), path)


def modes(making, id):
    path = [p.encode() for p in (*shard(id), "en.txt")]
    blob = making.add("blob", b"Clean water\n")
    link = making.add("blob", b"/etc/passwd")
    for mode, what in ((b"120000", link), (b"160000", making.base), (b"100755", blob), (b"100664", blob),
                       (b"100600", blob), (b"0100644", blob), (b"140000", blob), (b"40000", blob),
                       (b"100644", making.root()), (b"040000", making.root())):
        yield mode, making.put(making.root(), path, mode, what)


@test
def modes_that_no_plan_has():
    plan, (id, _) = plan_of_two()
    for number in range(10):
        making = Making(plan)
        mode, tree = list(modes(making, id))[number]
        tip = making.commit(tree)
        assert_refused(plan, making.write("x.tawafuq", tip), mode)


def folders(making):
    entries = making.read_tree(making.root())
    blob = making.add("blob", b"x\n")
    plan_file = next(e for e in entries if e[1] == b"plan")
    empty = making.add("tree", b"")
    yield "twice", making.tree([*entries, plan_file])
    yield "file and folder", making.tree([*entries, (b"40000", b"plan", making.root())])
    yield "out of order", making.tree(list(reversed(entries)), ordered=False)
    yield "empty folder", making.tree([*entries, (b"40000", b"delegations", empty)])
    yield "nothing at all", empty
    yield "no plan", making.tree([e for e in entries if e[1] != b"plan"])
    yield "null id", making.tree([*entries, (b"100644", b"title2", "0" * 40)])
    yield "missing object", making.put(making.root(), [b"title", b"fr.txt"], b"100644", OTHER)
    yield "missing folder", making.tree([*entries, (b"40000", b"delegations", OTHER)])
    yield "cut short", making.add("tree", b"100644 plan\0" + bytes.fromhex(blob)[:10])
    yield "no name", making.add("tree", b"100644 \0" + bytes.fromhex(blob))
    yield "slash in a name", making.add("tree", b"100644 title/en.txt\0" + bytes.fromhex(blob))


@test
def folders_that_no_plan_has():
    plan, _ = plan_of_two()
    for number in range(12):
        making = Making(plan)
        name, tree = list(folders(making))[number]
        assert_refused(plan, making.write("x.tawafuq", making.commit(tree)), name)


TEXTS = {
    "bad UTF-8": b"water \xff\n", "overlong": b"\xc0\xaf\n", "surrogate": b"\xed\xa0\x80\n", "zero": b"wa\0ter\n",
    "decomposed": "cafe\u0301\n".encode(), "override": f"water {RLO}retaw\n".encode(),
    "embedding": "water \u202b\n".encode(), "open isolate": f"water {FSI}x\n".encode(),
    "closes nothing": "water \u2069\n".encode(), "no line end": b"water", "carriage return": b"water\r\n",
    "bell": b"wa\x07ter\n", "escape": b"\x1b]0;x\x07\n", "C1": "wa\u009bter\n".encode(), "empty": b"", "one line end": b"\n",
    "line separator": "wa\u2028ter\n".encode(), "too long": b"water " * 12000 + b"\n",
}


@test
def texts_that_no_plan_has():
    plan, (id, _) = plan_of_two()
    for name, data in TEXTS.items():
        making = Making(plan)
        told = assert_refused(plan, making.write("x.tawafuq", making.with_file([*shard(id), "en.txt"], data)), name)
        if name not in ("too long",):
            assert "en.txt" in told, told


@test
def fields_that_no_plan_has():
    plan, (id, other) = plan_of_two()
    making = Making(plan)
    was = making.git("cat-file", "blob", f"main:{'/'.join(shard(id))}/fields")
    head = making.git("cat-file", "blob", "main:plan")
    lines = was.decode().splitlines()

    def with_line(line):
        return ("\n".join([lines[0], line, *lines[1:]]) + "\n").encode()

    for name, data in {
        "unknown key": was + b"Zebra: x\n", "no key": was + b"what\n", "no value": was + b"Serves: \n",
        "key twice": was + was, "under itself": with_line(f"Parent: {id}"), "under nothing": with_line("Parent: a23456789bcd"),
        "under another section": with_line(f"Parent: {other}"), "serves nothing": was + b"Serves: a23456789bcd\n",
        "serves an action": was + f"Serves: {id}\n".encode(), "section of none": was.replace(b"actions", b"weapons"),
    }.items():
        making = Making(plan)
        assert_refused(plan, making.write("x.tawafuq", making.with_file([*shard(id), "fields"], data)), name)
    for name, data in {"newer": head.replace(b"Format: 1", b"Format: 2"), "no format": b"Languages: en\n",
                       "languages twice": head + head}.items():
        making = Making(plan)
        assert_refused(plan, making.write("x.tawafuq", making.with_file(["plan"], data)), name)


def revisions(making):
    tree = making.put(making.root(), [b"title", b"en.txt"], b"100644", making.add("blob", b"Water\n"))
    yield "no author", making.add("commit", b"tree %s\n\nx\n" % tree.encode())
    yield "no committer", making.add("commit", b"tree %s\nparent %s\nauthor %s\n\nx\n" % (
        tree.encode(), making.base.encode(), PERSON))
    for name, author in {
        "override in a name": f"Egypt{RLO} <EG@delegations.invalid> 1 +0000".encode(), "bad UTF-8": b"\xff <x@y> 1 +0000",
        "escape in a name": b"\x1b[31m <x@y> 1 +0000", "two addresses": b"A <x@y> <x@z> 1 +0000", "no address": b"A 1 +0000",
        "empty address": b"A <> 1 +0000", "space in an address": b"A <x @y> 1 +0000", "no date": b"A <x@y>",
        "date of none": b"A <x@y> soon +0000", "zone of none": b"A <x@y> 1 +9999", "endless date": b"A <x@y> 99999999999999999999 +0000",
        "long name": b"A" * 2000 + b" <x@y> 1 +0000",
    }.items():
        yield name, making.commit(tree, author=author)
    yield "other committer", making.commit(tree, committer=b"A <x@y> 1 +9999")
    yield "missing parent", making.commit(tree, parents=[OTHER])
    yield "missing tree", making.commit(OTHER)
    yield "a tree for a parent", making.commit(tree, parents=[tree])
    yield "another encoding", making.commit(tree, more=b"encoding ISO-8859-1\n")
    yield "mergetag", making.commit(tree, more=b"mergetag object %s\n type commit\n" % making.base.encode())
    yield "unknown line", making.commit(tree, more=b"x-run touch owned\n")
    yield "zero in the message", making.commit(tree, message=b"a\0b\n")
    yield "override in the message", making.commit(tree, message=f"a{RLO}b\n".encode())
    yield "bad UTF-8 in the message", making.commit(tree, message=b"\xff\n")
    yield "escape in the message", making.commit(tree, message=b"\x1b[2J\n")
    yield "endless message", making.commit(tree, message=b"x" * 300000 + b"\n")
    yield "another plan", making.commit(tree, parents=[])
    yield "another plan joined", making.commit(tree, parents=[making.base, making.commit(tree, parents=[])])
    yield "no revision but a tree", tree
    yield "no revision but a text", making.add("blob", b"y\n")
    yield "no revision but a tag", making.add("tag", b"object %s\ntype commit\ntag x\ntagger %s\n\nx\n" % (
        making.base.encode(), PERSON))
    yield "nothing", OTHER


@test
def revisions_that_no_plan_has():
    plan, _ = plan_of_two()
    for number in range(len(list(revisions(Making(plan))))):
        making = Making(plan)
        name, tip = list(revisions(making))[number]
        assert_refused(plan, making.write("x.tawafuq", tip), name)


@test
def branches_that_nobody_sends():
    plan, (id, _) = plan_of_two()
    for ref in ("refs/heads/evil", "refs/heads/delegations/eg", "refs/heads/delegations/EG/x", "refs/tags/x", "HEAD",
                "refs/heads/delegations", "refs/received/EG/000001", "refs/cleared/EG/000001", "refs/heads/delegations/EG-"):
        making = Making(plan)
        tip = making.with_file([*shard(id), "en.txt"], b"Other water\n")
        assert_refused(plan, making.write("x.tawafuq", tip, ref=ref), ref)


@test
def what_belongs_to_nothing_stays_outside():
    plan, (id, _) = plan_of_two()
    making = Making(plan)
    tip = making.with_file([*shard(id), "en.txt"], b"Other water\n")
    stray = making.add("blob", b"MZ this is a program\n")
    folder = making.add("tree", b"120000 link\0" + bytes.fromhex(stray))
    run("receive", plan, making.write("x.tawafuq", tip, also=(stray, folder)), status=1)
    assert as_json("inbox", plan)["inbox"][0]["revision"] == tip
    for id in (stray, folder):
        assert subprocess.run(["git", "-C", plan, "cat-file", "-e", id], capture_output=True).returncode != 0


@test
def bombs_are_put_out():
    plan, (id, _) = plan_of_two()
    path = [*shard(id), "en.txt"]
    # A text of 64 MiB in 64 KiB of file.
    making = Making(plan)
    told = assert_refused(plan, making.write("x.tawafuq", making.with_file(path, b"x" * (1 << 26))), "huge object")
    assert "64" in told or "large" in told, told
    # A difference that makes a gigabyte out of a megabyte.
    making = Making(plan)
    tip = making.with_file(path, b"Other water\n")
    size = 1 << 20
    base = making.add("blob", b"\0" * size)
    copy = bytes([0x80 | 0x40 | 0x20 | 0x10, 0, 0, 0x10])  # 1 MiB from the start
    making.delta(base, size * 1024, size, copy * 1024)
    assert_refused(plan, making.write("x.tawafuq", tip, also=(base,)), "delta bomb")
    # A pack that says it holds four thousand million objects.
    making = Making(plan)
    tip = making.with_file(path, b"Other water\n")
    assert_refused(plan, making.write("x.tawafuq", tip, count=0xFFFFFFFF), "many objects")
    with open("x.tawafuq", "wb") as file:
        file.write(b"# v2 git bundle\n")
        for number in range(200000):
            file.write(b"%s refs/heads/x%d\n" % (tip.encode(), number))
    assert_refused(plan, "x.tawafuq", "many branches")


@test
def a_pipe_that_never_ends_is_closed():
    plan, _ = plan_of_two()
    before, files = state(plan), files_here()
    endless = subprocess.Popen(["cat", "/dev/zero"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    done = subprocess.run([TWF, "receive", plan, "-"], stdin=endless.stdout, capture_output=True, timeout=120)
    endless.stdout.close()
    endless.kill()
    endless.wait()
    assert done.returncode == 2 and done.stderr.count(b"\n") == 1, done.stderr
    assert "256 MiB" in done.stderr.decode(), done.stderr
    assert state(plan) == before and files_here() == files


WRITES = ("openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknod,mknodat,"
          "truncate,unlink,unlinkat,rmdir,chmod,fchmodat")
CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)(?:<(.*)>)?")


def written(words):
    """The places at which a run with all that it starts makes, changes or removes something."""
    done = subprocess.run(["strace", "-f", "-y", "-qq", "-s", "4096", "-o", "trace", "-e",
                           f"trace={WRITES},chdir,clone,clone3,fork,vfork", *words], capture_output=True, timeout=60)
    folder, places, waiting = {}, set(), {}
    for line in open("trace", errors="replace"):
        pid = line.split(" ", 1)[0]
        folder.setdefault(pid, os.getcwd())
        # A call that another came between is told in two lines.
        if line.rstrip().endswith("<unfinished ...>"):
            waiting[pid] = line.rstrip()[:-len("<unfinished ...>")]
            if any(f" {name}(" in line for name in ("clone", "clone3", "fork", "vfork")):
                folder["child of"] = folder[pid]
            continue
        if " resumed>" in line and pid in waiting:
            line = waiting.pop(pid) + line.split(" resumed>", 1)[1]
        call = CALL.match(line)
        if not call or int(call[4]) < 0:
            continue
        name, arguments = call[2], call[3]
        if name in ("clone", "clone3", "fork", "vfork"):
            # It may have gone elsewhere before its maker hears of it.
            folder.setdefault(call[4], folder[pid])
            continue
        named = [text.encode("latin-1", "replace").decode("unicode_escape") for text in
                 re.findall(r'"((?:[^"\\\\]|\\\\.)*)"', arguments)]
        if name == "chdir":
            folder[pid] = os.path.join(folder[pid], named[0])
            continue
        if name in ("open", "openat") and not re.search("O_CREAT|O_WRONLY|O_RDWR", arguments):
            continue
        base = re.match(r"(?:AT_FDCWD|\d+)<([^>]*)>", arguments)
        # Of two names the first is told as well: what is taken from there is gone.
        for each in named:
            places.add(os.path.normpath(os.path.join(base[1] if base else folder[pid], each)))
    return done, places


@test
def nothing_is_made_outside():
    """Seen from below: of what a run writes, all lies in the quarantine, the plan, and what is the user's own
    of this program."""
    probe = subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True) if shutil.which("strace") else None
    if probe is None or probe.returncode != 0:
        raise Skip("strace is not installed" if probe is None else "processes may not be traced here")
    plan, parts = plan_of_two()
    making = Making(plan)
    files = []
    for number, path in enumerate(paths(parts[0])[::7] + [["..", "..", "out"], ["objects", "info", "alternates"]]):
        files.append(making.write(f"x.tawafuq.{number}", making.with_file(path), also=()))
    files.append(making.write("x.tawafuq.link", making.with_file([*shard(parts[0]), "en.txt"], b"/etc/passwd", b"120000")))
    good = making.write("x.tawafuq.good", making.with_file([*shard(parts[0]), "en.txt"], b"Clean water for all\n"))
    cache = os.environ.get("XDG_CACHE_HOME", os.environ["HOME"] + "/.cache")
    allowed = tuple(os.path.realpath(place) for place in
                    (plan, cache + "/tawafuq/quarantine", os.environ["HOME"])) + ("/dev/null", "/dev/tty", "/proc/self")
    brought = 0
    for file in [*files, good]:
        done, places = written([TWF, "receive", plan, file])
        assert done.returncode == (1 if file == good else 2), (file, done)
        assert any("/quarantine/" in place for place in places), (file, places)
        outside = {place for place in places if not place.startswith(allowed)
                   and not any(place + "/" == os.path.dirname(top) + "/" for top in allowed)}
        assert not outside, (file, outside)
        store = {place for place in places if place.startswith(os.path.realpath(plan) + "/objects/")}
        assert bool(store) == (file == good), (file, store)
        brought += bool(store)
    assert brought == 1 and len(files) >= 10


sys.exit(main())
