# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What the tests of twf share: the real program, run in a folder of its own for each test, speaking TAP.
A file of tests imports it and ends with `sys.exit(main())`."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

TWF = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(os.environ["TAWAFUQ_SOURCE"])
MATERIAL = pathlib.Path(os.environ.get("TAWAFUQ_MATERIAL", "/nonexistent"))
FSI, PDI, RLO = "\u2068", "\u2069", "\u202e"
WATER = "تنمية الموارد المائية بالتعاون بين الدول"
WATER_AGAIN = "تنمية الموارد المائية المشتركة بالتعاون بين الدول"
tests = []


class Skip(Exception):
    """Why a test cannot be run here."""


def test(function):
    tests.append(function)
    return function


def run(*words, status=0, stdin=b"", env=None, **more):
    """Runs twf; returns standard output and standard error as text."""
    done = subprocess.run([TWF, *map(str, words)], input=stdin, capture_output=True,
                          env={**os.environ, **(env or {})}, timeout=60, **more)
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode == status, f"{words}: {done.returncode}, not {status}\n{out}{err}"
    if status == 2:
        assert out == "", f"{words}: refused, yet printed {out!r}"
        assert err.count("\n") == 1 and err.startswith("twf"), f"{words}: {err!r}"
    return out, err


def out(*words, **more):
    return run(*words, **more)[0]


def refused(*words, **more):
    return run(*words, status=2, **more)[1]


def as_json(*words, **more):
    return json.loads(out(*words, "--json", **more))


def git(plan, *words):
    done = subprocess.run(["git", "-C", plan, *words], capture_output=True, text=True)
    assert done.returncode == 0, f"git {words}: {done.stderr}"
    return done.stdout.strip()


def state(plan):
    """What must not change when a command is refused."""
    return git(plan, "for-each-ref"), git(plan, "rev-list", "--all", "--count")


def new_plan(name="plan.twf", template="blank", title="خطة عمل للمياه"):
    out("new", name, "--title", title, "--language", "ar", "--language", "en",
        "--template", template)
    return name


def know(plan, *codes):
    """Delegations are added to the plan."""
    edits = [{"op": "delegation", "code": code, "fields": {"Sponsor": "signatory"}} for code in codes]
    out("apply", plan, "-", stdin=json.dumps({"edits": edits}).encode())


def add(plan, text=WATER, section="objectives", language="ar", *more):
    return out("add", plan, "--section", section, "--language", language, "--text", text, *more).strip()


def main():
    print(f"1..{len(tests)}")
    failed = 0
    for number, function in enumerate(tests, 1):
        folder = tempfile.mkdtemp(prefix="tawafuq-cli-")
        os.chdir(folder)
        home = tempfile.mkdtemp(prefix="tawafuq-home-")
        os.environ.update(HOME=home, XDG_STATE_HOME=home + "/state", XDG_CONFIG_HOME=home + "/config",
                          XDG_DATA_HOME=home + "/data",
                          GIT_CONFIG_NOSYSTEM="1", GSETTINGS_BACKEND="memory")
        try:
            function()
            print(f"ok {number} {function.__name__}")
        except Skip as reason:
            print(f"ok {number} {function.__name__} # SKIP {reason}")
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print("#", line)
            print(f"not ok {number} {function.__name__}")
        sys.stdout.flush()
        os.chdir("/")
        shutil.rmtree(folder)
        shutil.rmtree(home)
    return 1 if failed else 0
