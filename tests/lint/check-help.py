#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""The help names what is there: every <gui> is a word of the interface, and in a translation the very word of
the interface's own; every key is bound, every option of a command is in the manual, every link leads somewhere,
every page is found from the index; nothing is untranslated.
With --write the tables of keys are written from the window of shortcuts, and their translations (./dev format)."""

import gettext
import re
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter

import tree

MALLARD = "{http://projectmallard.org/1.0/}"
# What the toolkit binds everywhere, in views, lists and dialogs.
TOOLKIT = {"Tab", "Left", "Right", "Menu"}
MODIFIERS = ["Shift", "Ctrl", "Alt"]
LABELS = {
    "Control": "Ctrl",
    "bracketleft": "[",
    "bracketright": "]",
    "comma": ",",
    "equal": "=",
    "minus": "-",
    "plus": "+",
    "question": "?",
    "space": "Space",
}
KEY = re.compile(r"GDK_KEY_(\w+)(?:,\s*((?:GDK_\w+_MASK[\s|]*)+))?")
ACCELERATOR = re.compile(r'"((?:<\w+>)+\w+|F\d+|Delete|Menu\|[^"]*)"')
TAG = re.compile(r"<(gui|key|cmd|file)\b[^>]*>(.*?)</\1>|<link\b[^>]*xref=\"([^\"]*)\"", re.DOTALL)
TABLES = re.compile(r"(?<=<!-- keys -->\n).*(?= *<!-- /keys -->)", re.DOTALL)


def combination(accelerator):
    """"<Shift><Control>z" as the interface shows it: ("Shift", "Ctrl", "Z")."""
    found = re.findall(r"<(\w+)>", accelerator)
    names = {LABELS.get(name, name) for name in found}
    key = accelerator.rpartition(">")[2]
    key = LABELS.get(key, key.upper() if len(key) == 1 else key)
    return tuple(name for name in MODIFIERS if name in names) + (key,)


def actions_keys():
    """Each action with the keys that the application binds to it, whatever the direction of the interface."""
    file = tree.root() / "app/ui/application/twf-application.c"
    table = re.search(r"\} keys\[\] = \{(.*?)\n  \};", tree.read(file) if file.exists() else "", re.DOTALL)
    keys = {}
    for action, rest in re.findall(r'\{ "([\w.:-]+)", \{(.*?)\} \}', table[1] if table else "", re.DOTALL):
        fixed = re.sub(r'rtl \? "[^"]*" : "[^"]*"', "", rest)
        keys[action] = [combination(one) for one in re.findall(r'"([^"]+)"', fixed)]
    return keys


def bound():
    """Every combination of keys that the window's source binds."""
    keys = set()
    for file in tree.files(".c", under="app/ui"):
        text = tree.code(file, strings=True)
        for name, masks in KEY.findall(text):
            modifiers = "".join(f"<{word.capitalize()}>" for word in re.findall(r"GDK_(\w+)_MASK", masks))
            keys.add(combination(modifiers + name))
        for accelerators in ACCELERATOR.findall(text):
            keys.update(combination(one) for one in accelerators.split("|"))
    for group in overlay():
        keys.update(key for _, combinations in group[1] for key in combinations)
    return keys


def overlay():
    """The groups of the window of shortcuts: a title, and of each shortcut its title and its keys."""
    file = tree.root() / "resources/gtk/help-overlay.ui"
    if not file.exists():
        return []
    actions = actions_keys()
    groups = []
    for group in ET.parse(file).iter("object"):
        if group.get("class") != "GtkShortcutsGroup":
            continue
        shortcuts = []
        for one in group.iter("object"):
            if one.get("class") != "GtkShortcutsShortcut":
                continue
            properties = {node.get("name"): node.text for node in one.findall("property")}
            if "accelerator" in properties:
                keys = [combination(key) for key in properties["accelerator"].split()]
            else:
                keys = actions.get(properties["action-name"], [])
            shortcuts.append((properties["title"], keys))
        title = next(node.text for node in group.findall("property") if node.get("name") == "title")
        groups.append((title, shortcuts))
    return groups


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def tables():
    """What keyboard.page says of the window of shortcuts."""
    out = ""
    for number, (title, shortcuts) in enumerate(overlay(), 1):
        out += f'  <section id="keys-{number}">\n    <title><gui>{escape(title)}</gui></title>\n'
        out += '    <table frame="none" rules="rows">\n'
        for name, keys in shortcuts:
            said = " / ".join(
                "<keyseq>" + "".join(f"<key>{escape(key)}</key>" for key in one) + "</keyseq>" for one in keys
            )
            out += f"      <tr><td><p><gui>{escape(name)}</gui></p></td>\n"
            out += f'          <td its:translate="no"><p>{said}</p></td></tr>\n'
        out += "    </table>\n  </section>\n"
    return out


def catalogue(file, folder, complete=False):
    """What a translation says: msgid to msgstr, without contexts; of one msgid there may be several."""
    mo = tree.pathlib.Path(folder, "catalogue.mo")
    if complete:
        tree.said(["msginit", "--no-translator", "--locale=en", f"--input={file}", f"--output-file={mo}.po"])
        file = f"{mo}.po"
    if tree.said(["msgfmt", file, "-o", mo])[0] != 0:
        return {}
    said = {}
    with open(mo, "rb") as stream:
        for key, value in gettext.GNUTranslations(stream)._catalog.items():
            key = key[0] if isinstance(key, tuple) else key
            said.setdefault(plain(key.rpartition("\x04")[2]), set()).add(plain(value))
    return said


def plain(label):
    """A label without the sign before the letter that is its key."""
    return label.replace("_", "")


def parts(text):
    """What must be the same in a text and its translation, and the words of the interface in it."""
    found = Counter()
    guis = []
    for name, inside, xref in TAG.findall(text):
        if name == "gui":
            guis.append(unescape(inside))
        else:
            found[xref or f"{name} {inside.strip(chr(0x200E))}"] += 1
    return found, guis


def unescape(text):
    return re.sub(r"\s+", " ", text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


class Help:
    def __init__(self, found, pages):
        self.found = found
        self.trees = {}
        for page in pages:
            try:
                self.trees[page] = ET.parse(page)
            except ET.ParseError as error:
                found.add(page, error.position[0], str(error))

    def line(self, page, words):
        text = tree.read(page)
        return tree.line_of(text, max(text.find(words), 0))

    def check_links(self):
        ids = {}
        for page, parsed in self.trees.items():
            name = parsed.getroot().get("id")
            if name != page.stem:
                self.found.add(page, 1, f"has the id '{name}' and not its own name")
            ids[page.stem] = {one.get("id") for one in parsed.iter(MALLARD + "section")}
        listed = tree.root() / "data/help/meson.build"
        for page, parsed in self.trees.items():
            if listed.exists() and f"'{page.name}'" not in tree.read(listed):
                self.found.add(page, 1, "is not listed in data/help/meson.build")
            guides = 0
            for link in parsed.iter(MALLARD + "link"):
                if link.get("xref") is None:
                    continue
                name, _, section = link.get("xref").partition("#")
                if name not in ids or (section and section not in ids[name]):
                    line = self.line(page, f'"{link.get("xref")}"')
                    self.found.add(page, line, f"leads to '{link.get('xref')}', which is not there")
                guides += link.get("type") == "guide" and name == "index"
            if page.stem != "index" and guides == 0:
                self.found.add(page, 1, "is not found from the index")

    def check_words(self, msgids):
        heard = unseen()
        for page, parsed in self.trees.items():
            for gui in parsed.iter(MALLARD + "gui"):
                words = re.sub(r"\s+", " ", "".join(gui.itertext()))
                if plain(words) not in msgids:
                    self.found.add(page, self.line(page, words), f"the interface does not say '{words}'")
                elif words in heard:
                    self.found.add(page, self.line(page, words), f"nobody sees '{words}', which is only read out")

    def check_keys(self):
        keys = bound()
        for page, parsed in self.trees.items():
            sequences = [[key.text for key in one] for one in parsed.iter(MALLARD + "keyseq")]
            within = {id(key) for one in parsed.iter(MALLARD + "keyseq") for key in one}
            alone = [[key.text] for key in parsed.iter(MALLARD + "key") if id(key) not in within]
            for one in sequences + alone:
                if tuple(one) not in keys and not (len(one) == 1 and one[0] in TOOLKIT):
                    line = self.line(page, f"<key>{escape(one[-1])}</key>")
                    self.found.add(page, line, f"the window has no key {'+'.join(one)}")

    def check_commands(self):
        manual = tree.root() / "data/twf.1"
        text = tree.read(manual) if manual.exists() else ""
        for page, parsed in self.trees.items():
            for node in parsed.iter(MALLARD + "cmd"):
                words = "".join(node.itertext()).split()
                if words[0] != "twf":
                    continue
                missing = [one for one in words[1:2] if not re.search(rf"^\.Cm {re.escape(one)}\b", text, re.M)]
                for one in words[2:]:
                    option = one[1:] if one.startswith("-") and len(one) > 1 else None
                    if option and not re.search(rf"Fl {re.escape(option)}\b", text):
                        missing.append(one)
                for one in missing:
                    self.found.add(page, self.line(page, "".join(node.itertext())), f"the manual has no '{one}'")

    def check_tables(self):
        for page in self.trees:
            if page.stem == "keyboard" and TABLES.search(tree.read(page))[0] != tables():
                self.found.add(page, 1, "has not the keys of the window of shortcuts: ./dev format writes them")

    def check_validity(self):
        if tree.shutil.which("yelp-check"):
            for line in tree.said(["yelp-check", "validate", *self.trees])[1]:
                place = re.match(r"(.*?):(\d+):(.*)", line)
                if place and "error" in line:
                    self.found.add(tree.pathlib.Path(place[1]), place[2], place[3].strip())


def check_translation(found, file, pot, interface, folder):
    """@interface: what the interface says in that language."""
    status, lines = tree.said(["msgfmt", "--check", "-o", "/dev/null", file])
    for line in lines if status else []:
        found.add(file, 1, line)
    merged = tree.pathlib.Path(folder, "merged.po")
    tree.said(["msgmerge", "--quiet", "--no-fuzzy-matching", file, pot, "-o", merged])
    for kind, option in (("untranslated", "--untranslated"), ("fuzzy", "--only-fuzzy")):
        for line in tree.said(["msgattrib", "--no-obsolete", "--no-wrap", option, merged])[1]:
            word = re.match(r'msgid "(.+)"', line)
            if word:
                found.add(file, 1, f"{kind}: {word[1]}")
    tree.said(["msgfmt", merged, "-o", tree.pathlib.Path(folder, "help.mo")])
    with open(tree.pathlib.Path(folder, "help.mo"), "rb") as stream:
        said = gettext.GNUTranslations(stream)._catalog
    for source, translation in said.items():
        if not source or not isinstance(source, str):
            continue
        try:
            ET.fromstring(f"<p>{translation}</p>")
        except ET.ParseError:
            found.add(file, 1, f"is no longer markup: {translation[:60]}")
            continue
        (these, guis), (those, words) = parts(source), parts(translation)
        for one in (these - those) + (those - these):
            found.add(file, 1, f"'{one}' is not in both: {source[:60]}")
        left = list(words)
        for gui in guis:
            match = next((one for one in left if one in interface.get(plain(gui), ())), None)
            if match is None:
                there = " or ".join(sorted(interface.get(plain(gui), {"nothing"})))
                found.add(file, 1, f"says not, as the interface does, '{there}' for '{gui}'")
            else:
                left.remove(match)


def check_contexts(found):
    """The pages that the window opens are there."""
    file = tree.root() / "app/ui/application/twf-help.c"
    table = re.search(r"topics\[\] = \{(.*?)\};", tree.read(file) if file.exists() else "", re.DOTALL)
    for page in re.findall(r'\{ "\w+", "([\w-]+)" \}', table[1] if table else ""):
        if not (tree.root() / "data/help/C" / f"{page}.page").exists():
            found.add(file, 1, f"opens the page '{page}', which is not there")


def unseen():
    """What the interface says to screen readers alone."""
    heard, seen = set(), set()
    for file in tree.files(".ui", under="resources"):
        for node in ET.parse(file).iter():
            within = node.iter() if node.tag == "accessibility" else ()
            heard.update(one.text for one in within if one.get("translatable"))
        for place in re.split(r"<accessibility>.*?</accessibility>", tree.read(file), flags=re.DOTALL):
            seen.update(plain(unescape(word)) for word in re.findall(r'translatable="yes"[^>]*>([^<]*)<', place))
    code = "".join(tree.read(file) for file in tree.files(".c", under="app/ui"))
    return {word for word in heard if word not in seen and f'"{word}"' not in code}


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(translations):
    page = tree.root() / "data/help/C/keyboard.page"
    text = tree.read(page)
    page.write_text(TABLES.sub(lambda _: tables(), text), encoding="utf-8")
    titles = [title for group, shortcuts in overlay() for title in [group, *(name for name, _ in shortcuts)]]
    for file in translations:
        with tempfile.TemporaryDirectory() as folder:
            there = catalogue(file, folder)
            interface = catalogue(tree.root() / "po" / file.name, folder)
        added = ""
        for title in dict.fromkeys(titles):
            source = f"<gui>{escape(title)}</gui>"
            words = sorted(interface.get(plain(title), ()))
            if source not in there and words:
                added += f"\nmsgid {quote(source)}\nmsgstr {quote(f'<gui>{escape(words[0])}</gui>')}\n"
        file.write_text(tree.read(file) + added, encoding="utf-8")


def main():
    writing = "--write" in sys.argv
    if writing:
        sys.argv.remove("--write")
    pages = tree.files(".page", under="data/help/C")
    translations = tree.files(".po", under="data/help")
    if writing:
        write(translations)
        return
    tree.need("msgfmt", "xgettext", "itstool")
    found = tree.Findings()
    help = Help(found, pages)
    with tempfile.TemporaryDirectory() as folder:
        interface = tree.template(folder)
        help.check_words(catalogue(interface, folder, complete=True) if interface else {})
        pot = tree.pathlib.Path(folder, "help.pot")
        tree.said(["itstool", "-o", pot, *help.trees])
        for file in translations:
            said = catalogue(tree.root() / "po" / file.name, folder)
            check_translation(found, file, pot, said, folder)
    help.check_links()
    help.check_keys()
    help.check_commands()
    help.check_tables()
    help.check_validity()
    check_contexts(found)
    found.end()


main()
