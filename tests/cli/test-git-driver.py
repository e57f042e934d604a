#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""twf merge-text by itself and as the merge driver of the real git. Speaks TAP."""

import os
import pathlib
import stat
import subprocess
import sys
import tempfile
import traceback

TWF = os.path.abspath(sys.argv[1])
BASE = "# Water\n\nEvery school shall have a safe well. It is kept by the district.\n\nFunds come yearly.\n"
tests = []


def test(function):
    tests.append(function)
    return function


def git(*words, status=0):
    env = {**os.environ, "GIT_CONFIG_NOSYSTEM": "1", "HOME": os.getcwd(), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["git", *words], capture_output=True, text=True, env=env, timeout=60)
    assert done.returncode == status, f"git {words}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def commit(text):
    pathlib.Path("plan.md").write_text(text, encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "a version")


def merge(ours, theirs, status):
    """Makes the two branches, merges them, gives what lies in the work tree."""
    git("init", "-q", "-b", "main")
    git("config", "user.name", "A")
    git("config", "user.email", "a@example.org")
    git("config", "merge.tawafuq.driver", f"'{TWF}' merge-text %O %A %B -o %A --markers git")
    pathlib.Path(".gitattributes").write_text("*.md merge=tawafuq\n", encoding="utf-8")
    commit(BASE)
    git("checkout", "-q", "-b", "other")
    commit(theirs)
    git("checkout", "-q", "main")
    commit(ours)
    git("merge", "-q", "--no-edit", "other", status=status)
    return pathlib.Path("plan.md").read_text(encoding="utf-8")


def twf(*words, status=0):
    done = subprocess.run([TWF, "merge-text", *words], capture_output=True, timeout=60)
    assert done.returncode == status, f"{words}: {done.returncode}\n{done.stderr.decode()}"
    if status == 2:
        assert done.stdout == b"" and done.stderr.count(b"\n") == 1, done.stderr
    return done.stdout.decode("utf-8")


def write(**texts):
    for name, text in texts.items():
        pathlib.Path(name).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


@test
def edits_of_one_line_join():
    merged = merge(BASE.replace("school", "clinic"), BASE.replace("district", "council"), 0)
    assert merged == BASE.replace("school", "clinic").replace("district", "council")
    assert git("status", "--porcelain") == ""
    assert len(git("rev-list", "--parents", "-1", "HEAD").split()) == 3


@test
def a_clash_is_marked_and_blocks_the_commit():
    merged = merge(BASE.replace("safe", "deep"), BASE.replace("safe", "clean").replace("yearly", "monthly"), 1)
    assert merged == (
        "# Water\n\n<<<<<<< ours\nEvery school shall have a deep well. It is kept by the district.\n=======\n"
        "Every school shall have a clean well. It is kept by the district.\n>>>>>>> theirs\n\n"
        "Funds come monthly.\n")
    assert git("status", "--porcelain") == "UU plan.md\n"


@test
def what_is_no_text_stays_unmerged():
    git("init", "-q", "-b", "main")
    write(base="a\n", ours="b\n", theirs=b"\xff\xfe\n")
    twf("base", "ours", "theirs", "-o", "ours", status=2)
    assert pathlib.Path("ours").read_text() == "b\n"
    assert sorted(p.name for p in pathlib.Path(".").iterdir()) == [".git", "base", "ours", "theirs"]
    twf("base", "ours", "missing", status=2)
    twf("base", "ours", "base", "--markers", "xml", status=2)


@test
def brackets_name_the_sides():
    write(base="One two. Three.\n", ours="One 2. Three.\n", theirs="One zwei. Drei.\n")
    assert twf("base", "ours", "theirs", status=1) == "[ours: One 2. | theirs: One zwei.] Drei.\n"
    assert twf("base", "ours", "base") == "One 2. Three.\n"


@test
def empty_files_and_modes():
    write(base="", ours="", theirs="new\n")
    os.chmod("ours", 0o640)
    twf("base", "ours", "theirs", "-o", "ours")
    assert pathlib.Path("ours").read_text() == "new\n"
    assert stat.S_IMODE(os.stat("ours").st_mode) == 0o640
    assert twf("base", "theirs", "base") == "new\n"


def main():
    print(f"1..{len(tests)}")
    failed = 0
    for number, function in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                function()
                print(f"ok {number} {function.__name__}")
            except Exception:
                failed += 1
                print("".join("# " + line + "\n" for line in traceback.format_exc().splitlines()), end="")
                print(f"not ok {number} {function.__name__}")
            os.chdir("/")
    return 1 if failed else 0


sys.exit(main())
