#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Includes keep to the arrows of app/DESIGN.md: what a room may include, and which system headers
only one room may see. The table there is read, so that there is one truth."""

import re

import tree

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)
# A system header (its beginning) and the rooms that may see it.
SYSTEM = {
    "git2": {"history"},
    "unicode/": {"text"},
    "enchant": {"spelling"},
    "libxml/": {"document"},
    "gtk/": {"ui"},
    "gdk/": {"ui"},
    "gsk/": {"ui"},
    "adwaita.h": {"ui"},
    "pango/": {"document", "ui"},
    "cairo": {"document", "ui"},
    "json-glib/": {"cli", "desk"},
    "libsecret/": {"exchange"},
    "sqlite3": {"library"},
}


def arrows():
    """room -> the rooms it may include, from the table in DESIGN.md."""
    allowed = {}
    for line in tree.read(tree.SOURCE / "app" / "DESIGN.md").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        room = re.fullmatch(r"`(\w+)/`", cells[0])
        if not room or len(cells) < 3:
            continue
        above = set(allowed)
        wanted = set(re.findall(r"\w+", cells[2]))
        allowed[room[1]] = above if "above" in wanted else wanted & above
        allowed[room[1]] |= {room[1]}
    return allowed


def owners():
    """header -> the rooms that have one of that name, over the whole source."""
    homes = {}
    for file in tree.files(".h", under="app"):
        homes.setdefault(file.name, []).append(file.relative_to(tree.root()).parts[1])
    return homes


def check_own(found, file, line, header, room, homes, allowed):
    if "../" in header:
        found.add(file, line, f"include of '{header}' leaves its room by '../'")
        return
    rooms = homes.get(header.rsplit("/", 1)[-1], [room])
    if room in rooms:
        return
    home = rooms[0]
    if home not in allowed.get(room, set()):
        found.add(file, line, f"room '{room}' may not include '{header}' of room '{home}'")
    elif header.endswith("-private.h"):
        found.add(file, line, f"'{header}' is private to room '{home}'")


def main():
    found = tree.Findings()
    allowed = arrows()
    homes = owners()
    for file in tree.files(".c", ".h", under="app"):
        parts = file.relative_to(tree.root()).parts
        room = parts[1]
        text = tree.code(file, strings=True)
        if room not in allowed:
            found.add(file, 1, f"room '{room}' is not in the table of app/DESIGN.md")
        for match in INCLUDE.finditer(text):
            line = tree.line_of(text, match.start(2))
            check_own(found, file, line, match[2], room, homes, allowed)
            for beginning, rooms in SYSTEM.items():
                if match[2].startswith(beginning) and room not in rooms:
                    found.add(file, line, f"only {', '.join(sorted(rooms))} may see <{match[2]}>")
    found.end()


main()
