#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""What desktops read is valid: desktop entry, metainfo, icons, MIME types, settings schemas."""

import shutil
import tempfile

import tree


def without_suffix(file, folder):
    """A copy of @file under the name that it is installed with."""
    copy = tree.pathlib.Path(folder, file.name.removesuffix(".in"))
    shutil.copy(file, copy)
    return copy


def ask(found, file, command):
    status, lines = tree.said(command)
    if status != 0:
        for line in lines:
            found.add(file, 1, line.replace(str(tree.root()) + "/", ""))


def main():
    tree.need("desktop-file-validate", "appstreamcli", "xmllint", "glib-compile-schemas")
    found = tree.Findings()
    with tempfile.TemporaryDirectory() as folder:
        for file in tree.files(".desktop.in", under="data"):
            ask(found, file, ["desktop-file-validate", without_suffix(file, folder)])
        for file in tree.files(".metainfo.xml.in", under="data"):
            copy = without_suffix(file, folder)
            ask(found, file, ["appstreamcli", "validate", "--no-net", "--no-color", copy])
    for file in tree.files(".svg", ".xml", under="data"):
        ask(found, file, ["xmllint", "--noout", "--nonet", file])
    for file in tree.files(".gschema.xml", under="data")[:1]:
        ask(found, file, ["glib-compile-schemas", "--strict", "--dry-run", file.parent])
    found.end()


main()
