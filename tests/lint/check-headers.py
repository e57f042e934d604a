#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Every header compiles alone, as the first line of a program, with nothing in sight but the rooms
that its own room may see."""

import concurrent.futures
import os
import subprocess
import tempfile

import tree

PACKAGES = ["glib-2.0", "gio-2.0", "gio-unix-2.0"]
OF_ROOM = {
    "history": ["libgit2"],
    "text": ["icu-uc", "icu-i18n"],
    "document": ["libxml-2.0", "pangocairo"],
    "library": ["sqlite3"],
    "desk": ["json-glib-1.0"],
    "cli": ["json-glib-1.0"],
    "ui": ["gtk4", "libadwaita-1"],
}
# The rooms whose headers desk's own headers are made of (app/DESIGN.md).
THROUGH_DESK = {"document", "library", "spelling", "merge", "history", "exchange"}


def arrows():
    """The table of check-rooms."""
    path = tree.pathlib.Path(__file__).with_name("check-rooms.py")
    source = path.read_text(encoding="utf-8").rsplit("\nmain()", 1)[0]
    names = {}
    exec(compile(source, path, "exec"), names)  # its functions, not its run
    return names["arrows"]()


def flags(room, cache={}):
    packages = PACKAGES + OF_ROOM.get(room, [])
    key = tuple(packages)
    if key not in cache:
        command = ["pkg-config", "--cflags", *packages]
        said = subprocess.run(command, text=True, capture_output=True, check=True).stdout
        cache[key] = [flag for flag in said.split() if flag.startswith("-I") or flag.startswith("-D")]
    return cache[key]


def compile_alone(file, rooms, folder):
    room = file.relative_to(tree.root()).parts[1]
    seen = rooms.get(room, set()) | (THROUGH_DESK if room in ("cli", "ui") else set())
    program = tree.pathlib.Path(folder, tree.name(file).replace("/", "_") + ".c")
    program.write_text(f'#include "{file}"\n', encoding="utf-8")
    command = ["gcc", "-std=gnu11", "-fsyntax-only", "-Wall", "-Wextra", "-Wstrict-prototypes"]
    command += ["-Wno-unused-parameter", "-Werror", f"-I{file.parent}"]
    command += [f"-I{tree.root() / 'app' / other}" for other in sorted(seen)]
    command += [f"-I{path}" for path in sorted((tree.root() / "app" / room).glob("*/"))]
    # What a library brings along is not what the header asked for.
    command += [flag.replace("-I", "-isystem", 1) for flag in flags(room)] + [program]
    done = subprocess.run(command, text=True, capture_output=True, env={**os.environ, "LC_ALL": "C"})
    return file, [line for line in done.stderr.splitlines() if "error:" in line]


def main():
    found = tree.Findings()
    rooms = arrows()
    headers = tree.files(".h", under="app")
    for room in {file.relative_to(tree.root()).parts[1] for file in headers}:
        flags(room)
    with tempfile.TemporaryDirectory() as folder:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for file, errors in pool.map(lambda h: compile_alone(h, rooms, folder), headers):
                for error in errors[:3]:
                    place, text = error.split("error:", 1)
                    line = place.split(":")[1] if ":" in place else 1
                    found.add(file, line, f"does not compile alone:{text}")
    found.end()


main()
