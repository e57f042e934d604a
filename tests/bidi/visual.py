# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""In which order a reader sees a line, from left to right, by ICU's own bidirectional algorithm: not by the program's.

A golden text (golden.py) says its order as a list of tokens from left to right, each of one direction. Whatever stands
around it in a line, its tokens must be seen in that order with nothing foreign between them.
"""

import ctypes
import ctypes.util
import re
import unicodedata
from html.parser import HTMLParser

LTR, RTL, AUTO = "ltr", "rtl", "auto"
LEVELS = {LTR: 0, RTL: 1, AUTO: 0xFE}
LRM, RLM, FSI, LRI, RLI, PDI = "\u200e", "\u200f", "\u2068", "\u2066", "\u2067", "\u2069"
CONTROLS = set("\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad")


def load():
    """ICU's common library and the number that its functions end with."""
    name = ctypes.util.find_library("icuuc")
    version = re.search(r"\.so\.(\d+)", name)[1]
    return ctypes.CDLL(name), version


LIBRARY, VERSION = load()


def function(name, result, *arguments):
    found = getattr(LIBRARY, f"{name}_{VERSION}")
    found.restype, found.argtypes = result, arguments
    return found


POINTER, INT = ctypes.c_void_p, ctypes.c_int32
OPEN = function("ubidi_open", POINTER)
CLOSE = function("ubidi_close", None, POINTER)
SET = function("ubidi_setPara", None, POINTER, POINTER, INT, ctypes.c_uint8, POINTER, ctypes.POINTER(INT))
LEVEL = function("ubidi_getParaLevel", ctypes.c_uint8, POINTER)
MAP = function("ubidi_getVisualMap", None, POINTER, ctypes.POINTER(INT), ctypes.POINTER(INT))


def places(line, base):
    """Of each character of @line the place at which it is seen, counted from the left; and the line's direction."""
    assert "\n" not in line and all(ord(sign) < 0x10000 for sign in line), line
    if not line:
        return [], LTR
    units = (ctypes.c_uint16 * len(line))(*map(ord, line))
    order, status, bidi = (INT * len(line))(), INT(0), OPEN()
    try:
        SET(bidi, units, len(line), LEVELS[base], None, ctypes.byref(status))
        MAP(bidi, order, ctypes.byref(status))
        assert status.value <= 0, status.value
        direction = RTL if LEVEL(bidi) & 1 else LTR
    finally:
        CLOSE(bidi)
    found = [0] * len(line)
    for place, index in enumerate(order):
        found[index] = place
    return found, direction


def is_rtl(text):
    """By the first strong letter, isolates or not: as Pango (1.50) takes it; None where there is none."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return None


def pango(text, fallback=LTR):
    """The direction in which GTK sets a paragraph: Pango does not skip isolates."""
    rtl = is_rtl(text)
    return fallback if rtl is None else RTL if rtl else LTR


def clean(text):
    return "".join(sign for sign in text if sign not in CONTROLS)


def visible(line):
    """(what is seen of @line in logical order, the index in @line of each of its characters)"""
    indices = [index for index, sign in enumerate(line) if sign not in CONTROLS]
    return "".join(line[index] for index in indices), indices


def spans(text, tokens, at):
    """Checks the places @at of the characters of @text against @tokens from left to right; None: all is well."""
    last = -1
    for token in tokens:
        start = text.index(token)
        assert text.count(token) == 1, f"{token} stands twice in {text}"
        seen = at[start : start + len(token)]
        step = -1 if is_rtl(token) else 1
        for before, after in zip(seen, seen[1:]):
            if (after - before) * step <= 0:
                return f"“{token}” is not in order within itself"
        if min(seen) <= last:
            return f"“{token}” is too far to the left"
        last = max(seen)
    return None


def fault(line, base, text, tokens):
    """What is wrong with @text where it stands in @line; None: all is well. Raises LookupError where it is not there."""
    seen, indices = visible(line)
    start = seen.find(text)
    if start < 0:
        raise LookupError(f"{text} is not in {seen}")
    found, _ = places(line, base)
    # Controls are not seen: places are counted without them.
    rank = {index: number for number, index in enumerate(sorted(indices, key=lambda one: found[one]))}
    at = [rank[index] for index in indices[start : start + len(text)]]
    if max(at) - min(at) != len(text) - 1:
        return "something foreign stands in the middle of it"
    return spans(text, tokens, at)


def drawn(line, base):
    """The characters of @line from left to right, for a person who looks for a fault."""
    found, _ = places(line, base)
    return "".join(sign for _, sign in sorted(zip(found, line)) if sign not in CONTROLS)


class Flattened(HTMLParser):
    """The paragraphs of a page with their directions: what `dir` and `bdi` isolate is put between isolates."""

    BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "div", "section", "body", "title",
              "caption", "header", "footer", "main", "article", "aside", "summary", "details", "ul", "ol", "table",
              "tr", "thead", "tbody", "html", "head", "dl", "figure", "figcaption", "nav", "blockquote"}
    VOID = {"br", "meta", "link", "img", "hr", "col", "wbr", "input"}

    def __init__(self, page):
        super().__init__()
        self.lines, self.stack, self.text = [], [("html", LTR, "")], ""
        self.feed(page)
        self.break_line()

    def direction(self):
        return next(way for tag, way, _ in reversed(self.stack) if tag in self.BLOCKS)

    def break_line(self):
        said = " ".join(self.text.split())
        if said:
            self.lines.append((said, self.direction()))
        # What is open goes on in the next line.
        self.text = "".join(opened for _, _, opened in self.stack)

    def handle_starttag(self, tag, attributes):
        if tag == "br":
            self.break_line()
        if tag in self.VOID:
            return
        way = dict(attributes).get("dir")
        if tag in self.BLOCKS:
            self.break_line()
            self.stack.append((tag, way or self.direction(), ""))
            return
        opened = {LTR: LRI, RTL: RLI, AUTO: FSI}.get(way, FSI if tag == "bdi" else "")
        self.stack.append((tag, way, opened))
        self.text += opened

    def handle_endtag(self, tag):
        if tag in self.VOID:
            return
        if tag in self.BLOCKS:
            self.break_line()
        while len(self.stack) > 1:
            name, _, opened = self.stack.pop()
            self.text += PDI if opened else ""
            if name == tag:
                break
        if tag in self.BLOCKS:
            self.text = ""

    def handle_data(self, data):
        if not any(tag in ("style", "script") for tag, _, _ in self.stack):
            self.text += data
