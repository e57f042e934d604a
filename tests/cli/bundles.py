# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Contribution files made by hand, byte by byte, as no program that means well would make them."""

import hashlib
import struct
import subprocess
import zlib

KINDS = {"commit": 1, "tree": 2, "blob": 3, "tag": 4}
PERSON = b"Egypt <EG@delegations.invalid> 1795920300 +0000"


def head_of(kind, size):
    """The variable-length head of an object in a pack."""
    first, size = (kind << 4) | (size & 15), size >> 4
    out = bytearray()
    while size:
        out.append(first | 0x80)
        first, size = size & 0x7F, size >> 7
    out.append(first)
    return bytes(out)


def varint(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


class Making:
    """New objects on top of a plan, and the file that brings them."""

    def __init__(self, plan):
        self.plan = plan
        self.objects = {}  # id -> (kind, bytes)
        self.deltas = []  # bytes of entries of the pack
        self.base = self.git("rev-parse", "main").decode().strip()

    def git(self, *words):
        return subprocess.run(["git", "-C", self.plan, *words], capture_output=True, check=True).stdout

    def add(self, kind, data):
        id = hashlib.sha1(b"%s %d\0" % (kind.encode(), len(data)) + data).hexdigest()
        self.objects[id] = (kind, data)
        return id

    def delta(self, base, result_size, base_size, operations):
        data = varint(base_size) + varint(result_size) + operations
        self.deltas.append(head_of(7, len(data)) + bytes.fromhex(base) + zlib.compress(data))

    def read_tree(self, id):
        data = self.objects[id][1] if id in self.objects else self.git("cat-file", "tree", id)
        entries = []
        while data:
            mode, rest = data.split(b" ", 1)
            name, rest = rest.split(b"\0", 1)
            entries.append((mode, name, rest[:20].hex()))
            data = rest[20:]
        return entries

    def tree(self, entries, ordered=True):
        if ordered:
            entries = sorted(entries, key=lambda e: e[1] + (b"/" if e[0].endswith(b"40000") else b""))
        return self.add("tree", b"".join(b"%s %s\0" % (m, n) + bytes.fromhex(i) for m, n, i in entries))

    def put(self, folder, path, mode, id):
        """The folder @folder (an id, or None) with @id at @path, a list of names; None takes away."""
        entries = self.read_tree(folder) if folder else []
        name = path[0]
        former = next((e for e in entries if e[1] == name), None)
        entries = [e for e in entries if e[1] != name]
        if len(path) > 1:
            under = former[2] if former and former[0] == b"40000" else None
            entries.append((b"40000", name, self.put(under, path[1:], mode, id)))
        elif id is not None:
            entries.append((mode, name, id))
        return self.tree(entries)

    def root(self):
        return self.git("rev-parse", "main^{tree}").decode().strip()

    def commit(self, tree, parents=None, author=PERSON, committer=PERSON, more=b"", message=b"A change\n"):
        parents = [self.base] if parents is None else parents
        lines = b"tree %s\n" % tree.encode() + b"".join(b"parent %s\n" % p.encode() for p in parents)
        return self.add("commit", lines + b"author %s\ncommitter %s\n" % (author, committer) + more
                        + b"\n" + message)

    def with_file(self, path, data=b"x\n", mode=b"100644"):
        path = [p.encode() if isinstance(p, str) else p for p in path]
        return self.commit(self.put(self.root(), path, mode, self.add("blob", data)))

    def reachable(self, tips):
        """Of what was made, what @tips lead to: a case is refused for its own fault and no other's."""
        found, waiting = [], list(tips)
        while waiting:
            id = waiting.pop()
            if id in found or id not in self.objects:
                continue
            found.append(id)
            kind, data = self.objects[id]
            if kind == "tree":
                # Names may hold anything: every new id that stands in it.
                waiting += [i for i in self.objects if bytes.fromhex(i) in data]
            elif kind != "blob":
                waiting += [i for i in self.objects if i.encode() in data]
        return found

    def write(self, path, tip, ref="refs/heads/delegations/EG", needs=True, count=None, also=()):
        entries = []
        for id in self.reachable([tip, *also]):
            kind, data = self.objects[id]
            entries.append(head_of(KINDS[kind], len(data)) + zlib.compress(data))
        entries += self.deltas
        body = b"PACK" + struct.pack(">II", 2, len(entries) if count is None else count) + b"".join(entries)
        needed = b"-%s\n" % self.base.encode() if needs else b""
        with open(path, "wb") as file:
            file.write(b"# v2 git bundle\n" + needed + b"%s %s\n\n" % (tip.encode(), ref.encode()))
            file.write(body + hashlib.sha1(body).digest())
        return path
