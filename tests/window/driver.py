# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Drives the real window as a person with a screen reader and a keyboard does, and reports in TAP.

What is on the screen is found through AT-SPI by role and name; keys and clicks are those of the X server;
commands that a person would give by menu go over D-Bus to the same actions. Nothing here waits for a
fixed time: wait_for() looks again and again until a condition holds or its deadline has passed.
"""

import gettext
import os
import pathlib
import re
import subprocess
import sys
import time
import traceback

import gi

gi.require_version("Gio", "2.0")
import pyatspi
from gi.repository import Gio, GLib

APPLICATION = "org.tawafuq.Tawafuq"
BUILD = pathlib.Path(os.environ["TAWAFUQ_BUILD"])
SOURCE = pathlib.Path(os.environ["TAWAFUQ_SOURCE"])
PICTURES = BUILD / "tests" / "window" / "pictures"
# Where the keys of a keyboard go that are no letters.
BUTTONS = ("push button", "toggle button")
PATIENCE = 30
# What the toolkit says of a widget without a name: its type.
TYPE_NAME = re.compile(r"(Gtk|Adw|Twf)[A-Z]\w+$")

CONTEXT = GLib.MainContext.default()
GLib.timeout_add(20, lambda: True)


class Vain(Exception):
    """What was waited for did not come."""


def wait_for(what, condition, seconds=None):
    """The first true value of @condition, which is asked until the deadline."""
    seconds = PATIENCE if seconds is None else seconds
    deadline = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except (GLib.Error, LookupError, NotImplementedError):
            value = None  # The widget went while it was looked at.
        if value:
            return value
        if time.monotonic() > deadline:
            raise Vain(f"waited {seconds} s in vain for {what}")
        CONTEXT.iteration(True)


def wait_for_count(what, count, find):
    """What @find finds, once it is @count things: what is being filled shows some of them first."""
    found = []

    def are_there():
        found[:] = find()
        return len(found) == count

    try:
        wait_for(what, are_there)
    except Vain as vain:
        raise Vain(f"{vain}: {count} were expected, there are {[one.name for one in found]}") from None
    return found


def run(*words, check=True):
    """What a command prints."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=60)
    if check and done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, words))}: {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def twf(*words):
    return run(BUILD / "app" / "cli" / "twf", *words)


def walk(node, depth=0):
    """@node and all that is to be seen under it."""
    yield node
    if depth > 60:
        return
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None and is_visible(child):
            yield from walk(child, depth + 1)


def is_visible(node):
    return node.getState().contains(pyatspi.STATE_VISIBLE)


def has_state(node, state):
    node.clearCache()
    return node.getState().contains(state)


def has_focus_within(node):
    return any(has_state(one, pyatspi.STATE_FOCUSED) for one in walk(node))


def actions(node):
    if "Action" not in node.get_interfaces():
        return []
    try:
        action = node.queryAction()
        return [action.getName(index) for index in range(action.nActions)]
    except GLib.Error:
        return []  # It counts actions of its window that it does not name.


def is_on_screen(node):
    """A page that is not shown keeps its widgets, without a size."""
    box = extents(node)
    return box is not None and box.width > 0 and box.height > 0


def extents(node):
    """Where @node stands in its window; None where it has no place."""
    if "Component" not in node.get_interfaces():
        return None
    return node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)


def text_of(node):
    """The text of a view, an entry or a label. (Its end must be said: -1 reads nothing from an entry.)"""
    text = node.queryText()
    return text.getText(0, text.characterCount)


def set_text(node, text):
    node.queryEditableText().setTextContents(text)


def shown(view):
    """The text of a form's view, without the marks of direction that only the view has."""
    return text_of(view).replace("\u200e", "").replace("\u200f", "")


def current_line(view):
    """The paragraph in which the cursor of @view is, as it is shown."""
    text, at = text_of(view), view.queryText().caretOffset
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : end if end >= 0 else len(text)]


def text_views(program):
    """What takes several lines of text, in the order of the page; in a form of two languages the pairs
    stand together, the language that is shown first before the other."""
    return [
        node
        for node in program.find_all("text")
        if node.getState().contains(pyatspi.STATE_MULTI_LINE) and "EditableText" in node.get_interfaces()
    ]


def first_text_view(program):
    """The form's view of the provision's text, in the language that is shown first."""
    return wait_for("the form", lambda: text_views(program))[0]


def make_sample(path):
    """The sample plan, stored at @path."""
    twf("new", path, "--title", "Sample", "--language", "ar", "--language", "en", "--template", "blank")
    twf("apply", path, SOURCE / "data" / "sample" / "sample.json", "-m", "Sample plan")


def attributes_of(node):
    """(text, attributes) of each run of a text."""
    text = node.queryText()
    runs, position, length = [], 0, text.characterCount
    while position < length:
        said, start, end = text.getAttributeRun(position, False)
        values = dict(part.split(":", 1) for part in said) if said else {}
        end = min(end, length) if end > position else length
        runs.append((text.getText(position, end), values))
        position = end
    return runs


class Program:
    """The window program, started on some plans; @more is set in its environment alone."""

    def __init__(self, *arguments, language="en", **more):
        self.language = language
        self.translation = gettext.translation(
            "tawafuq", BUILD / "po", languages=[language], fallback=True
        )
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        environment = {
            **os.environ,
            "GTK_A11Y": "atspi",
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": language,
            "GSETTINGS_SCHEMA_DIR": str(BUILD / "data"),
            "TAWAFUQ_LOCALEDIR": str(BUILD / "po"),
            # Warnings do not end it: GTK 4.8 itself complains when a window goes while it is looked at.
            "G_DEBUG": "gc-friendly",
            **more,
        }
        command = [str(BUILD / "app" / "ui" / "tawafuq"), *map(str, arguments)]
        # Where the pointer rests the keyboard is once a dialog has gone; it is to rest on a window's edge, and on
        # nothing that would say what it is for in a window of its own.
        run("xdotool", "mousemove", 2, 300)
        self.process = subprocess.Popen(command, env=environment)
        self.node = wait_for("the program on the accessibility bus", self._find_node)

    def _find_node(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}")
        desktop = pyatspi.Registry.getDesktop(0)
        for index in range(desktop.childCount):
            child = desktop.getChildAtIndex(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def say(self, words):
        """@words as the interface says them."""
        return self.translation.gettext(words)

    # What is there.

    def windows(self):
        """The windows from the oldest to the newest."""
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}")
        self.node.clearCache()
        children = [self.node.getChildAtIndex(index) for index in range(self.node.childCount)]
        return [child for child in children if child is not None and is_visible(child)]

    def find_all(self, role=None, name=None, root=None, matches=None):
        """Everything on the screen with that role (or one of those) and that English name."""
        roles = (role,) if isinstance(role, str) else role
        said = self.say(name) if name is not None else None
        found = []
        for window in [root] if root is not None else self.windows():
            for node in walk(window):
                if (
                    (roles is None or node.getRoleName() in roles)
                    and (said is None or node.name == said)
                    and (matches is None or matches(node))
                    and is_on_screen(node)
                ):
                    found.append(node)
        return found

    def notices(self):
        """What the first window says in passing. Looked for beside the pages: going through them takes as long as a
        notice stays."""
        found = []

        def look(node, depth):
            node.clearCache()
            for index in range(node.childCount):
                child = node.getChildAtIndex(index)
                if child is not None and child.name == "AdwToastWidget":
                    found.extend(one for one in walk(child) if one.getRoleName() == "label" and is_on_screen(one))
                elif child is not None and depth > 0:
                    look(child, depth - 1)

        look(self.windows()[0], 3)
        return found

    def find(self, role=None, name=None, root=None, matches=None, seconds=None):
        """The last such thing; waits until it is there."""
        what = f"{role} “{name}”"
        found = wait_for(what, lambda: self.find_all(role, name, root, matches), seconds)
        return found[-1]

    def wait_gone(self, role, name):
        wait_for(f"{role} “{name}” to go", lambda: not self.find_all(role, name))

    def title(self):
        return self.windows()[0].name

    def focused(self):
        """What has the keyboard."""
        for window in reversed(self.windows()):
            for node in walk(window):
                if has_state(node, pyatspi.STATE_FOCUSED) and node.childCount == 0:
                    return node
        return None

    # What a person does.

    def click(self, name, role=BUTTONS, root=None):
        """Presses a button by its action."""
        button = self.find(role, name, root, matches=lambda node: "click" in actions(node))
        action = button.queryAction()
        action.doAction([action.getName(index) for index in range(action.nActions)].index("click"))

    def answer(self):
        """Gives a question the answer that stands out, by Return. (A click through AT-SPI ends GTK 4.8: the
        button is gone before the click has been answered.)"""
        dialog = wait_for("the question", lambda: self.windows()[1:])[-1]
        window = self.x_windows()[-1]
        wait_for("its buttons", lambda: self.find_all("push button", root=dialog))
        self.focus_window(window)
        self.keys("Return")
        wait_for("the question to go", lambda: window not in self.x_windows())

    def choose(self, name, index, root=None):
        """Chooses the row of that @index in a drop-down list, by keyboard."""
        box = self.find("combo box", name, root)
        button = next(node for node in walk(box) if "click" in actions(node))
        button.queryAction().doAction(0)
        # Closed, the list shows one row; open, it has the keyboard in the chosen one.
        wait_for("the list to open", lambda: self.is_open(box))
        self.keys("Home", *["Down"] * index, "Return")
        wait_for("the list to close", lambda: not self.is_open(box))

    def is_open(self, box):
        return any(node.getRoleName() == "list" and is_on_screen(node) for node in walk(box))

    def x_windows(self):
        found = run(
            "xdotool", "search", "--onlyvisible", "--pid", self.process.pid, "--name", ".*", check=False
        )
        return found.split()

    def click_at(self, node):
        """Clicks into the middle of what offers no action. Places are relative to the window and its
        shadow is not counted."""
        top = node
        while top.parent is not None and top.parent.getRoleName() != "application":
            top = top.parent
        box, whole = extents(node), extents(top)
        window = self.x_window_of(top)
        x, y, width, height = self.geometry(window)
        left = x + (width - whole.width) // 2 + box.x + box.width // 2
        above = y + (height - whole.height) // 2 + box.y + box.height // 2
        run("xdotool", "mousemove", left, above, "click", 1)

    def click_into(self, view):
        """Gives a text the keyboard; clicks again where it was still finding its place."""

        def has_it():
            if not has_focus_within(view):
                self.click_at(view)
            return has_focus_within(view)

        wait_for("the keyboard in the text", has_it)

    def geometry(self, window):
        said = run("xdotool", "getwindowgeometry", "--shell", window)
        values = dict(line.split("=") for line in said.splitlines())
        return tuple(int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))

    def x_window_of(self, top):
        """The X window with the title of @top, of those the one that came last."""
        named = [
            window
            for window in self.x_windows()
            if run("xdotool", "getwindowname", window).strip() == top.name
        ]
        return (named or self.x_windows())[-1]

    def narrow(self, top, width=360, height=720):
        """Makes the window of @top as narrow as a telephone: its X window once it is, else None. One that has
        only just come may still be given its own size, so it is asked again."""
        window = self.x_window_of(top)
        run("xdotool", "windowsize", window, width, height)
        # The shadow is part of the X window.
        return window if self.geometry(window)[2] <= width + 60 else None

    def focus_window(self, window=None):
        """There is no window manager: a window gets the keyboard when it is told to."""
        # Asked while a window goes, xdotool finds none.
        run("xdotool", "windowfocus", "--sync", window or wait_for("a window", self.x_windows)[-1])

    def keys(self, *names):
        for name in names:
            run("xdotool", "key", "--clearmodifiers", "--delay", 30, name)

    def type(self, text, view):
        """Types @text into @view, which has the keyboard, each letter when the one before has come:
        xdotool lends a key to a letter that the keyboard has not, and takes it back at times before the
        program has looked it up: then the key is pressed again."""
        for letter in text:
            count = view.queryText().characterCount

            def has_come():
                return view.queryText().characterCount > count

            for attempt in range(4):
                run("xdotool", "type", "--clearmodifiers", letter)
                try:
                    wait_for(f"the letter {letter}", has_come, 1.5)
                    break
                except Vain:
                    if attempt == 3:
                        raise

    # The same actions over D-Bus.

    def activate(self, action, parameter=None, path="/org/tawafuq/Tawafuq/window/1"):
        values = GLib.Variant("(sava{sv})", (action, [parameter] if parameter is not None else [], {}))
        self.bus.call_sync(
            APPLICATION, path, "org.gtk.Actions", "Activate", values, None, Gio.DBusCallFlags.NONE, PATIENCE * 1000, None
        )

    def is_enabled(self, action, path="/org/tawafuq/Tawafuq/window/1"):
        said = self.bus.call_sync(
            APPLICATION,
            path,
            "org.gtk.Actions",
            "Describe",
            GLib.Variant("(s)", (action,)),
            None,
            Gio.DBusCallFlags.NONE,
            PATIENCE * 1000,
            None,
        )
        return said.unpack()[0][0]

    # How it ends.

    def kill(self):
        """As when the power goes."""
        self.process.kill()
        self.process.wait()

    def quit(self):
        """As a person does; returns the exit status."""
        self.activate("quit", path="/org/tawafuq/Tawafuq")
        wait_for("the program to end", lambda: self.process.poll() is not None)
        return self.process.returncode

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()


def unnamed(program, root=None):
    """What can have the keyboard, is seen, and has no name: (how many were looked at, what they are)."""
    looked, bad = 0, []
    for window in [root] if root is not None else program.windows():
        for node in walk(window):
            state = node.getState()
            if not state.contains(pyatspi.STATE_FOCUSABLE) or not is_on_screen(node):
                continue
            if node.getRoleName() in ("scroll pane", "filler"):
                continue  # A frame around what has the keyboard, never it.
            looked += 1
            if not (node.name or "").strip() or TYPE_NAME.match(node.name):
                bad.append(f"{node.getRoleName()} in {' > '.join(names_above(node))}")
    return looked, bad


def all_named(program, least, root=None):
    """Waits until at least @least things can have the keyboard and each has a name; how many there are."""
    seen = [0, []]

    def are():
        seen[:] = unnamed(program, root)
        return seen[0] >= least and not seen[1]

    try:
        wait_for("everything to have a name", are)
    except Vain as vain:
        raise Vain(f"{vain}: of {seen[0]} these have none: {seen[1]}") from None
    return seen[0]


def names_above(node):
    names = []
    while node is not None and node.getRoleName() != "application":
        names.insert(0, node.name or node.getRoleName())
        node = node.parent
    return names[-6:]


def picture(name):
    PICTURES.mkdir(parents=True, exist_ok=True)
    file = PICTURES / f"{name}.png"
    subprocess.run(["import", "-window", "root", file], check=False)
    return file


def perform(name, steps):
    """Runs the steps (sentence, function) one after the other; the first that fails ends it, since each
    stands on the one before. Returns the exit status."""
    print(f"1..{len(steps)}", flush=True)
    for number, (sentence, step) in enumerate(steps, 1):
        try:
            step()
        except Exception:
            print(f"not ok {number} - {sentence}")
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            print(f"# picture: {picture(f'{name}-{number}')}", flush=True)
            return 1
        print(f"ok {number} - {sentence}", flush=True)
    return 0


def skip(reason):
    """Ends the test, not run for @reason."""
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)
