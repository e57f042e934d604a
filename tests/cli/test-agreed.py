#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Where a phrase was agreed before: the index of adopted texts, with twf. Speaks TAP."""

import os
import pathlib
import random
import re
import signal
import subprocess
import sys

import akn
from case import MATERIAL, TWF, Skip, as_json, main, out, refused, run, test

N = 24


def index(*folders, status=0):
    return run("agreed", "index", *folders, status=status)[0]


def find(phrase, *words):
    return as_json("agreed", "find", phrase, *words)


def answers(phrases):
    """What does not depend on where the files lie."""
    found = []
    for phrase in phrases:
        seen = find(phrase, "-n", "30")
        for finding in seen["findings"]:
            del finding["path"]
        found.append(seen)
    return found


def some_phrases():
    """Of every language, out of the middle of paragraphs, and some that nobody wrote."""
    chance = random.Random(5)
    phrases = []
    for language in akn.CODES:
        for _ in range(2):
            text = chance.choice(akn.paragraphs(chance.randrange(N), language))
            if language == "zh":
                phrases.append(text[3:12])
            else:
                words = text.split()
                phrases.append(" ".join(words[1:1 + chance.randint(2, 8)]))
    return phrases + ["nobody ever wrote that", "rights of water and human nations in rivers"]


def another_home():
    os.environ["XDG_DATA_HOME"] = os.environ["HOME"] + "/another"


def all_paragraphs(language):
    return [text for number in range(N) for text in akn.paragraphs(number, language)]


@test
def it_takes_no_plan_and_says_what_to_do_first():
    assert "twf agreed index FOLDER" in refused("agreed", "find", "water")
    assert out("agreed", "list") == ""
    refused("agreed", "index", "nowhere")
    refused("agreed", "forget", "nowhere")
    refused("agreed", "find", "")
    refused("agreed", "find", "water", "-n", "-3")
    refused("agreed", "find", "water", "--language", "!")
    refused("agreed", "dance")


@test
def every_paragraph_finds_itself_and_its_other_languages():
    akn.write("texts", range(N))
    index("texts")
    for language in akn.CODES:
        for number in (7, N - 1):
            texts = akn.paragraphs(number, language)
            for i, text in enumerate(texts):
                seen = find(text, "--language", language, "-n", "60")
                first = seen["findings"][0]
                assert first["exact"] and text in first["wordings"][language]["text"], (text, first)
                assert first["wordings"][language]["part"] == text
                mine = [f for f in seen["findings"] if f["symbol"].endswith(f"/{number}") and f["exact"]]
                place = f"PP{i + 1}" if i < len(texts) // 2 else f"OP{i + 1 - len(texts) // 2}"
                assert [f["place"] for f in mine] == [place], (place, mine)
                for other in akn.CODES:
                    there = mine[0]["wordings"][other]
                    assert akn.paragraphs(number, other)[i] in there["text"]
    dates = [f["date"] for f in find("water", "-n", "50")["findings"]]
    assert dates == sorted(dates, reverse=True), "the newest first"


@test
def it_counts_as_one_counts_by_hand():
    akn.write("texts", range(N))
    index("texts")
    for phrase in ("human", "of the", "rivers in the", "children and states", "water water"):
        hand = sum(bool(re.search(rf"\b{phrase}\b", text)) for text in all_paragraphs("en"))
        titles = sum(bool(re.search(rf"\b{phrase}\b", akn.sentence(random.Random(f"en title {n}"), "en", 5))) for n in range(N))
        assert find(phrase, "--language", "en")["paragraphs"] == hand + titles, phrase
    for phrase in ("人权", "重要性执行", "权", "合作的和", "水"):
        hand = sum(phrase in re.sub("[;,. ]+", ";", text) for text in all_paragraphs("zh"))
        titles = sum(phrase in akn.sentence(random.Random(f"zh title {n}"), "zh", 5) for n in range(N))
        assert find(phrase, "--language", "zh")["paragraphs"] == hand + titles, phrase


@test
def spelling_makes_no_difference():
    akn.write("texts", range(N))
    index("texts")
    for plain, other, language in (
            ("حقوق الإنسان", "حُقُوق الانســـان", "ar"), ("أهمية تنفيذ", "اهميه تنفيذ", "ar"),
            ("human rights", "HUMAN, rights", "en"), ("réalisation", "REALISATION", "fr"),
            ("cooperación", "cooperacion", "es"), ("права", "ПРАВА", "ru")):
        one, two = (find(words, "--language", language, "-n", "20") for words in (plain, other))
        assert one["paragraphs"] > 0 and one == two, (plain, other)


@test
def nearly_the_same_is_found_and_what_differs_is_shown():
    texts = ["States shall protect the rivers that two or more of them share", "Nothing of this kind"]
    pathlib.Path("texts").mkdir()
    for language in ("en", "fr"):
        pathlib.Path(f"texts/{language}.xml").write_text(akn.document(3, language, texts))
    akn.write("texts", range(10, 30))
    index("texts")
    seen = find("States should protect the rivers that two of them share", "-n", "3")
    assert seen["paragraphs"] == 0
    assert {f["language"] for f in seen["findings"][:2]} == {"en", "fr"}
    first = seen["findings"][0]
    assert not first["exact"] and 0.7 < first["likeness"] < 1, first
    assert first["wordings"]["en"]["part"] == texts[0]
    told = out("agreed", "find", "States should protect the rivers that two of them share", "-n", "1", "--language", "en")
    assert "[-should-]{+shall+}" in told and "{+or more +}" in told, told
    assert find("words with which nothing here has much in common at all")["findings"] == []


@test
def a_clause_is_narrowed_where_clauses_correspond():
    texts = {"en": ["States share water; children learn; rivers are clean", "One sentence"],
             "fr": ["Les états partagent; les enfants apprennent; les fleuves", "Une phrase"],
             "es": ["Los estados comparten y los niños aprenden", "Una frase"]}
    pathlib.Path("texts").mkdir()
    for language, words in texts.items():
        pathlib.Path(f"texts/{language}.xml").write_text(akn.document(1, language, words))
    index("texts")
    wordings = find("children learn")["findings"][0]["wordings"]
    assert wordings["en"]["part"] == "children learn"
    assert wordings["fr"]["part"] == "les enfants apprennent;"
    assert wordings["es"]["part"] == wordings["es"]["text"]


@test
def neither_repetition_nor_order_makes_a_difference():
    akn.write("texts", range(N))
    index("texts")
    first = answers(some_phrases())
    assert any(seen["findings"] for seen in first)
    assert f"{6 * N} files, 0 of them read now" in index("texts")
    assert answers(some_phrases()) == first
    another_home()
    akn.write("other/b", range(N // 2, N), name="{language}/{number}.xml")
    index("other/b")
    akn.write("other/a", range(N // 2), name="z{number}/{language}.xml")
    index("other")
    index("other/b")
    assert len(as_json("agreed", "list")["folders"]) == 1
    assert answers(some_phrases()) == first


@test
def what_changes_or_goes_is_noticed():
    akn.write("texts", range(N))
    akn.write("more", range(N, N + 3))
    index("texts", "more")
    before = answers(some_phrases())
    old = pathlib.Path("texts/0003-en.xml")
    kept = old.read_text()
    texts = akn.paragraphs(3, "en")
    old.write_text(akn.document(3, "en", ["An entirely new purple wording"] + texts[1:]))
    assert "1 of them read now" in index()
    seen = find("entirely new purple wording")
    assert seen["paragraphs"] == 1 and akn.paragraphs(3, "ru")[0] in seen["findings"][0]["wordings"]["ru"]["text"]
    old.unlink()
    index()
    assert find("entirely new purple wording")["paragraphs"] == 0
    old.write_text(kept)
    index()
    assert answers(some_phrases()) == before
    out("agreed", "forget", "more")
    assert [pathlib.Path(f["path"]).name for f in as_json("agreed", "list")["folders"]] == ["texts"]
    os.rename("texts", "elsewhere")
    told = index(status=1)
    assert "texts: not there" in told, told
    assert find("human rights")["paragraphs"] > 0, "what it held stays"
    assert "not there now" in out("agreed", "list")
    out("agreed", "forget", os.path.abspath("texts"))
    assert "Nothing is indexed" in refused("agreed", "find", "human rights")


@test
def hostile_files_are_left_out_and_told():
    akn.write("texts", range(5))
    texts = pathlib.Path("texts")
    good = akn.document(90, "en", ["A purple sentence of ours", "Another"])
    (texts / "bomb.xml").write_text('<!DOCTYPE a [<!ENTITY b "bbb">]>' + good)
    (texts / "cut.xml").write_text(good[:len(good) // 2])
    (texts / "empty.xml").write_bytes(b"")
    (texts / "bytes.xml").write_bytes(bytes(range(256)) * 40)
    (texts / "other.xml").write_text("<html><body>no resolution</body></html>")
    (texts / "twice.xml").write_text(akn.document(1, "en"))
    (texts / "deep.xml").write_text(good.replace("<mainBody>", "<mainBody>" + "<container>" * 3000, 1))
    (texts / "long.xml").write_text(good.replace("A purple", "A purple" + "x" * 70000))
    (texts / "huge.xml").write_bytes(b"<akomaNtoso>" + b" " * (17 << 20))
    (texts / "liar.xml").write_text("<!-- FRBRWork FRBRthis value=\"/akn/elsewhere\" -->" + good)
    (texts / "folder.xml").mkdir()
    (texts / "round").symlink_to(texts.absolute())
    (texts / "link.xml").symlink_to("/dev/zero")
    os.mkfifo(texts / "pipe.xml")
    told = index("texts", status=1)
    for name in ("bomb", "cut", "empty", "bytes", "other", "twice", "deep", "huge", "liar"):
        assert told.count(f"/{name}.xml: left out: ") == 1, (name, told)
    assert find(akn.paragraphs(1, "en")[1])["paragraphs"] > 0
    assert find("purple sentence")["paragraphs"] == 0
    assert index("texts", status=1).count("left out: ") == told.count("left out: "), "still told"


@test
def a_run_that_was_killed_is_gone_on_with():
    akn.write("texts", range(5 * N))
    index("texts")
    whole = answers(some_phrases())
    another_home()
    wal = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "tawafuq/agreed-language.index-wal"

    def written():
        try:
            return wal.stat().st_size
        except FileNotFoundError:
            return 0

    for least in (1, 200_000, 1_000_000, 3_000_000):
        child = subprocess.Popen([TWF, "agreed", "index", "texts"], stdout=subprocess.DEVNULL)
        while child.poll() is None and written() < least:
            pass
        child.send_signal(signal.SIGKILL)
        child.wait()
    index("texts")
    assert answers(some_phrases()) == whole
    assert "0 of them read now" in index("texts")


@test
def an_index_that_is_damaged_is_made_anew():
    akn.write("texts", range(10))
    index("texts")
    before = answers(some_phrases())
    path = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "tawafuq/agreed-language.index"
    assert path.stat().st_mode & 0o077 == 0, "nobody else reads it"
    path.write_bytes(b"no index at all" * 1000)
    assert "twf agreed index" in refused("agreed", "find", "human rights")
    index("texts")
    assert answers(some_phrases()) == before


@test
def real_resolutions_are_found():
    if not (MATERIAL / "un").is_dir():
        raise Skip("the resolutions are not in $TAWAFUQ_MATERIAL")
    index(MATERIAL / "un")
    seen = find("Global Plan of Action to Combat Trafficking in Persons", "--language", "en", "-n", "50")
    assert seen["resolutions"] == 3 and (seen["first"], seen["last"]) == ("2019-12-18", "2021-12-16")
    assert {len(f["wordings"]) for f in seen["findings"]} == {6}
    same = find("خطه عمل الامم المتحده العالميه لمكافحه الاتجار بالاشخاص", "-n", "50")
    assert same["resolutions"] == 3
    seen = find("2022年", "--language", "zh", "-n", "50")
    assert all("2022年" in f["wordings"]["zh"]["part"] for f in seen["findings"] if f["exact"])


if __name__ == "__main__":
    sys.exit(main())
