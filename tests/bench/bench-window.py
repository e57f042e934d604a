#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The window. Open a plan: from the start of the program to a window that shows it and takes commands for
it, beside LibreOffice Writer reading the same text; the memory that it then holds; and a letter typed into
a form of that plan. Runs itself again on a display of its own."""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time
import zipfile

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib

import fixture

HERE = pathlib.Path(__file__).resolve().parent
LARGE = 10000
SMALL = 1000
TIMES = 5
LETTERS = 300
FRAME_MS = 16
NAME = "org.tawafuq.Tawafuq"
WINDOW = "/org/tawafuq/Tawafuq/window/1"
# An action of the window that can be done only when a plan is open in it.
ACTION = "add-provision"


def usable(bus):
    """Whether the window takes a command that needs the plan."""
    try:
        answer = bus.call_sync(
            NAME, WINDOW, "org.gtk.Actions", "Describe", GLib.Variant("(s)", (ACTION,)),
            None, Gio.DBusCallFlags.NO_AUTO_START, 5000, None,
        )
    except GLib.Error:
        return False
    return answer.unpack()[0][0]


def memory_of(process):
    """Megabytes that the program holds, alone or shared (RSS), and with its share of what is shared (PSS)."""
    said = pathlib.Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines()
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in said if line.endswith(" kB")}
    return kilobytes["Rss"] / 1000, kilobytes["Pss"] / 1000


def shown(title):
    """Whether a window with the plan's title is on the display."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"], capture_output=True, text=True
    )
    return bool(found.stdout.strip())


def open_once(bus, plan):
    """Seconds until the window is usable, and the memory then held."""
    start = time.monotonic()
    process = subprocess.Popen(["tawafuq", str(plan)], stdout=subprocess.DEVNULL)
    while not usable(bus):
        if process.poll() is not None or time.monotonic() - start > 60:
            sys.exit("the window did not come")
        time.sleep(0.005)
    took = time.monotonic() - start
    while not shown(fixture.TITLE):
        took = time.monotonic() - start
        time.sleep(0.005)
    memory = memory_of(process)
    process.terminate()
    process.wait()
    return took, memory


def several(bus, plan):
    opened = [open_once(bus, plan) for _ in range(TIMES)]
    return statistics.median(took for took, _ in opened), max(memory for _, memory in opened)


def type_letters(build, plan, folder, renderer):
    """Milliseconds of each letter: those the window was busy, and those of the processor."""
    mine = fixture.copy(plan, folder / "typing.twf")
    program = pathlib.Path(build, "tests", "bench", "typing-times")
    said = fixture.run(program, mine, LETTERS, env={"GSK_RENDERER": renderer}).stdout
    pairs = [tuple(map(float, line.split())) for line in said.splitlines()]
    return tuple(sorted(column) for column in zip(*pairs))


def percentile(ordered, share):
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def typing(build, plan, folder):
    busy, processor = type_letters(build, plan, folder, "cairo")
    slow = percentile(busy, 0.99)
    work = f"a letter typed with {LARGE} provisions x 2 languages open (p99 of {LETTERS})"
    fixture.row(work, slow, "ms", f"within {FRAME_MS} ms", slow <= FRAME_MS)
    say_letters("cairo", busy, processor)
    say_letters("gl", *type_letters(build, plan, folder, "gl"))


def say_letters(renderer, busy, processor):
    middle, slow = percentile(busy, 0.5), percentile(busy, 0.99)
    print(
        f"letters, {renderer}: p50 {middle:.1f} ms, p99 {slow:.1f} ms, slowest {busy[-1]:.1f} ms; "
        f"of the processor p99 {percentile(processor, 0.99):.1f} ms"
    )


def write_odt(plan, file):
    """The plan's texts as a document of LibreOffice, one paragraph each."""
    text = fixture.run("twf", "export", plan, "--format", "text", "--language", "ar", "-o", "-").stdout
    text += fixture.run("twf", "export", plan, "--format", "text", "--language", "en", "-o", "-").stdout
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in escaped.splitlines() if line)
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    content = (
        f'<office:document-content xmlns:office="{office}" office:version="1.2" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:body><office:text>{paragraphs}</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(file, "w") as odt:
        odt.writestr("mimetype", kind)
        odt.writestr("META-INF/manifest.xml", manifest)
        odt.writestr("content.xml", content, zipfile.ZIP_DEFLATED)


def office(plan, folder):
    """Seconds that LibreOffice takes to read the same text and write it as text; None without it."""
    if not shutil.which("soffice"):
        return None
    odt = folder / "plan.odt"
    write_odt(plan, odt)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless"]
    command += ["--convert-to", "txt:Text", "--outdir", folder, odt]
    fixture.run(*command)  # makes its profile
    return fixture.timed(*command)


def main():
    build, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    plans = {size: fixture.plan(build, size) for size in (LARGE, SMALL)}
    if len(sys.argv) == 3:
        # A bus and a display that nothing else is on.
        command = [HERE.parent / "with-display", sys.executable, __file__, *sys.argv[1:], "inside"]
        sys.exit(subprocess.run(command).returncode)
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    os.environ["GSK_RENDERER"] = "cairo"
    took, memory = several(bus, plans[LARGE])
    peer = office(plans[LARGE], folder)
    work = f"open {LARGE} provisions x 2 languages, first usable window"
    fixture.row(work, took, "s", "under 1.0 s", took < 1.0, peer, "LibreOffice, no window")
    print(f"memory with {LARGE} provisions: RSS {memory[0]:.0f} MB, PSS {memory[1]:.0f} MB")
    took, memory = several(bus, plans[SMALL])
    fixture.row(f"memory with {SMALL} provisions (RSS)", memory[0], "MB", "under 150 MB", memory[0] < 150)
    print(f"{SMALL} provisions: open in {took:.2f} s, PSS {memory[1]:.0f} MB")
    typing(build, plans[LARGE], folder)


main()
