#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Templates of the window: well formed, their class is the one their name says, every object that a
person acts on has a name for screen readers, and what a person reads can be translated.

That a template's types and properties exist is known only where they are registered: the window's
own tests make one of each."""

import re
import xml.etree.ElementTree as xml

import tree

# Properties that people read.
READ = {"label", "title", "subtitle", "tooltip-text", "placeholder-text", "description"}
# Written the same in every language.
SAME = re.compile(r"^[\W\d_]*$")


def line_of(text, words):
    offset = text.find(words)
    return tree.line_of(text, offset) if offset >= 0 else 1


def check_names(found, file, text, top, source):
    """A button of a picture alone must say what it is."""
    for thing in top.iter("object"):
        kind = thing.get("class", "")
        if not kind.endswith("Button") or kind in ("GtkCheckButton", "GtkModelButton"):
            continue
        properties = {part.get("name"): (part.text or "") for part in thing.findall("property")}
        if "icon-name" not in properties or "label" in properties:
            continue
        by_code = rf"GTK_ACCESSIBLE \(self->{thing.get('id')}\)"
        if re.search(by_code, source):
            continue
        named = thing.find("accessibility/property[@name='label']") is not None
        if not named and "tooltip-text" not in properties:
            icon = properties["icon-name"]
            found.add(file, line_of(text, icon), f"button of the picture '{icon}' has no name")


def main():
    found = tree.Findings()
    sources = {file.stem: tree.read(file) for file in tree.files(".c", under="app/ui")}
    for file in tree.files(".ui"):
        text = tree.read(file)
        try:
            top = xml.fromstring(text)
        except xml.ParseError as error:
            found.add(file, error.position[0], f"is not well formed: {error}")
            continue
        for template in top.iter("template"):
            words = re.sub(r"(?<!^)(?=[A-Z])", "-", template.get("class", "")).lower()
            if words != file.stem:
                found.add(file, line_of(text, "<template"), f"holds the class of {words}.ui")
        for part in top.iter("property"):
            words = (part.text or "").strip()
            if part.get("name") in READ and not SAME.match(words):
                if part.get("translatable") != "yes" and part.find("*") is None:
                    found.add(file, line_of(text, words), f"'{words}' is not translatable")
        check_names(found, file, text, top, sources.get(file.stem, ""))
    found.end()


main()
