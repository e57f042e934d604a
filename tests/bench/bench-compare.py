#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Two revisions of a plan of 2,000 provisions, of which every fifth has other words in both languages: the
difference alone beside git's of the same revisions, and all of both as one page beside LibreOffice, which
is started already, opens the one document and compares it with the other."""

import json
import pathlib
import shutil
import subprocess
import sys
import time

import fixture

PROVISIONS = 2000
TIMES = 9
# Run by Python with LibreOffice's bridge; prints the seconds that opening and comparing take.
SCRIPT = """
import sys, time, uno
from com.sun.star.beans import PropertyValue as Value
context = uno.getComponentContext()
resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
for _ in range(200):
    try:
        remote = resolver.resolve("uno:pipe,name=twfbench;urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.1)
make = lambda name: remote.ServiceManager.createInstanceWithContext(name, remote)
desktop, dispatcher = make("com.sun.star.frame.Desktop"), make("com.sun.star.frame.DispatchHelper")
start = time.monotonic()
document = desktop.loadComponentFromURL(sys.argv[2], "_blank", 0, (Value("Hidden", 0, True, 0),))
dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CompareDocuments", "", 0, (Value("URL", 0, sys.argv[1], 0),))
changes = document.Redlines.createEnumeration()
took = time.monotonic() - start
if not changes.hasMoreElements():
    sys.exit("nothing was compared")
print(took)
document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
"""


def change(plan, folder):
    """Other words in a fifth of the provisions, as one revision."""
    names = [name.split("/")[2] for name in fixture.texts(plan)]
    edits = []
    for number, provision in enumerate(names):
        if number % 5 == 0:
            arabic = fixture.ARABIC.format(number).replace("التعاون", "العمل معا")
            english = fixture.ENGLISH.format(number).replace("cooperate", "work together")
            edits.append({"op": "edit", "id": provision, "texts": {"ar": arabic, "en": english}})
    file = folder / "edits.json"
    file.write_text(json.dumps({"edits": edits}, ensure_ascii=False), encoding="utf-8")
    fixture.run("twf", "apply", plan, file, "-m", "Other words")


def clock(*command):
    fixture.run(*command)
    return fixture.median_ms([fixture.timed(*command) for _ in range(TIMES)])


def write_odt(plan, revision, folder):
    """The plan at a revision as a document of LibreOffice, both languages."""
    file = folder / (revision.replace("~", "-") + ".html")
    lines = []
    for language in ("ar", "en"):
        done = fixture.run("git", "-C", plan, "grep", "-h", "-e", "", revision, "--", f"provisions/*/{language}.txt")
        lines += [line for line in done.stdout.splitlines() if line]
    file.write_text('<meta charset="utf-8">' + "".join(f"<p>{line}</p>" for line in lines), encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--writer"]
    fixture.run(*command, "--convert-to", "odt:writer8", "--outdir", folder, file)
    return file.with_suffix(".odt")


def office(plan, folder):
    """Milliseconds of LibreOffice; None where it, or its bridge to Python, is not installed."""
    if not shutil.which("soffice") or subprocess.run([sys.executable, "-c", "import uno"], capture_output=True).returncode:
        print("LibreOffice or python3-uno is not installed: no peer for the page")
        return None
    urls = [write_odt(plan, revision, folder).resolve().as_uri() for revision in ("main~1", "main")]
    server = subprocess.Popen(["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--norestore",
                               "--accept=pipe,name=twfbench;urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        done = subprocess.run([sys.executable, "-c", SCRIPT, *urls], text=True, capture_output=True, timeout=300)
        return float(done.stdout) * 1000
    except (ValueError, subprocess.TimeoutExpired):
        print("LibreOffice did not compare")
        return None
    finally:
        server.terminate()
        server.wait()


def main():
    folder = pathlib.Path(sys.argv[2]).resolve()
    plan = fixture.copy(fixture.plan(sys.argv[1], PROVISIONS), folder / "plan.twf")
    change(plan, folder)
    ours = clock("twf", "diff", plan, "main~1", "main")
    git = clock("git", "-C", plan, "diff", "--word-diff", "main~1", "main")
    careful = clock("git", "-C", plan, "diff", "--word-diff-regex=[[:alnum:]]+|[^[:space:]]", "main~1", "main")
    work = f"difference of two revisions of {PROVISIONS} provisions"
    fixture.row(work, ours, "ms", "within 3 times", ours <= 3 * git, git, "git diff --word-diff")
    fixture.row(work, ours, "ms", "within 3 times", ours <= 3 * careful, careful, "the same by words, as ours")
    page = clock("twf", "diff", plan, "main~1", "main", "--format", "html")
    peer = office(plan, folder)
    fixture.row("the same as one page, written", page, "ms", "faster than LibreOffice",
                peer is not None and page < peer, peer, "LibreOffice, opened and compared")


main()
