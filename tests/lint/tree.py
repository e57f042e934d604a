# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What the checks share: the files of the tree, C without its comments, and how to report."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
IGNORED = {".git", "__pycache__", "subprojects"}


def root():
    """The tree to check: the first argument, or the one that the check itself lies in."""
    return pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else SOURCE


def files(*suffixes, under=""):
    """Every file of the tree below @under with one of @suffixes, without builds and bad samples."""
    top = root()
    found = []
    for folder, names, entries in os.walk(top / under):
        here = pathlib.Path(folder)
        names[:] = sorted(
            name
            for name in names
            if name not in IGNORED
            and not (here == top and name.startswith("build"))
            and not (here / name / ".git").exists()  # a checkout of its own
            and (here / name).relative_to(top) != pathlib.Path("tests/lint/samples")
        )
        found += [here / entry for entry in sorted(entries)]
    return [file for file in found if not suffixes or file.name.endswith(suffixes)]


def name(file):
    """@file as a person of this tree would name it."""
    return file.relative_to(root()).as_posix()


def read(file):
    return file.read_text(encoding="utf-8", errors="replace")


TOKEN = re.compile(
    r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL
)


def code(file, strings=False):
    """C without comments, and without what stands in strings, every line kept in its place."""

    def blank(match):
        token = match[0]
        if token[0] in "\"'" and token[1:2] != "":
            return token if strings else token[0] + token[0]
        return re.sub(r"[^\n]", " ", token)

    return TOKEN.sub(blank, read(file))


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


class Findings:
    """Collects what a check found, and ends it."""

    def __init__(self):
        self.lines = []

    def add(self, file, line, text):
        self.lines.append(f"{name(file)}:{line}: {text}")

    def end(self):
        for line in self.lines:
            print(line)
        sys.exit(1 if self.lines else 0)


def skip(reason):
    """Ends a check that cannot be made here."""
    print(reason)
    sys.exit(77)


def need(*tools):
    """Skips the check where one of @tools is not installed."""
    for tool in tools:
        if not shutil.which(tool):
            skip(f"{tool} is not installed")


def said(command, **options):
    """What a validator answers: its exit status and the lines of both its outputs."""
    done = subprocess.run(
        command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options
    )
    return done.returncode, [line.strip() for line in done.stdout.splitlines() if line.strip()]


def template(folder):
    """The strings of the source as they are now, or None where nothing is listed."""
    potfiles = root() / "po" / "POTFILES"
    if not potfiles.exists() or not read(potfiles).strip():
        return None
    pot = pathlib.Path(folder, "tawafuq.pot")
    words = ["--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2"]
    words += ["--keyword=g_dngettext:2,3", "--keyword=g_dgettext:2", "--keyword=g_dpgettext2:2c,3"]
    said(
        ["xgettext", "--from-code=UTF-8", "--add-comments", *words, f"--output={pot}"]
        + [f"--files-from={potfiles}", f"--directory={root()}"]
    )
    return pot if pot.exists() else None
