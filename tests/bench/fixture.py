# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Plans of a wanted size, made by twf once and kept, and clocks for what is measured on them."""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import time

ARABIC = "تؤكد الأطراف عزمها على التعاون في تنفيذ هذا البند رقم {} وفقاً لقوانينها الوطنية وبما يراعي احتياجات كل دولة."
ENGLISH = "The parties affirm their resolve to cooperate on item {} in keeping with national law and the needs of each State."
TITLE = "خطة"
SECTIONS = ("rationale", "principles", "objectives", "actions", "procedure")
WHO = {
    "GIT_AUTHOR_NAME": "Bench",
    "GIT_AUTHOR_EMAIL": "bench@example.org",
    "GIT_COMMITTER_NAME": "Bench",
    "GIT_COMMITTER_EMAIL": "bench@example.org",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
}
# git told to be as careful as we are.
CAREFUL = ["-c", "core.fsync=all", "-c", "core.fsyncMethod=fsync", "-c", "gc.auto=0"]


def run(*command, **options):
    environment = {**os.environ, **WHO, **options.pop("env", {})}
    options.setdefault("check", True)
    return subprocess.run(
        [str(part) for part in command], env=environment, text=True, capture_output=True, **options
    )


def timed(*command, **options):
    """Seconds that a command takes."""
    start = time.monotonic()
    run(*command, **options)
    return time.monotonic() - start


def median_ms(seconds):
    return statistics.median(seconds) * 1000


def plan(build, provisions):
    """A plan of so many provisions in Arabic and English; kept between runs."""
    path = pathlib.Path(build, "bench", f"plan-{provisions}.twf")
    ready = path.with_suffix(".ready")
    if ready.exists():
        return path
    shutil.rmtree(path, ignore_errors=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    edits = [
        {
            "op": "add",
            "section": SECTIONS[number * len(SECTIONS) // provisions],
            "texts": {"ar": ARABIC.format(number), "en": ENGLISH.format(number)},
        }
        for number in range(provisions)
    ]
    file = path.with_suffix(".json")
    file.write_text(json.dumps({"edits": edits}, ensure_ascii=False), encoding="utf-8")
    run("twf", "new", path, "--title", TITLE, "--language", "ar", "--language", "en", "--template", "blank")
    run("twf", "apply", path, file, "-m", "All provisions")
    ready.touch()
    return path


def texts(path, language="ar"):
    """The files of the plan's texts in @language."""
    names = run("git", "-C", path, "ls-tree", "-r", "--name-only", "main").stdout.splitlines()
    return [name for name in names if name.startswith("provisions/") and name.endswith(f"/{language}.txt")]


def copy(path, to):
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(path, to)
    return pathlib.Path(to)


def row(work, ours, unit, reach, met, peer=None, peer_name=""):
    """Prints one row of the table."""
    line = dict(work=work, ours=ours, unit=unit, reach=reach, met=bool(met), peer=peer, peer_name=peer_name)
    print(json.dumps(line, ensure_ascii=False), flush=True)


def revisions(plan, names, count, merges=False, main="refs/heads/main", who="Bench <bench@example.org>"):
    """Each of @count revisions changes one provision, in turn, as git fast-import takes them; with @merges the
    last two of each ten are a delegation's, and merged by the next."""
    with subprocess.Popen(["git", "-C", plan, "fast-import", "--quiet"], stdin=subprocess.PIPE) as git:
        side = "refs/heads/delegations/EG"
        for number in range(count):
            aside = merges and number % 10 in (8, 9)
            text = f"تجتمع الأطراف للمرة {number} وتحيط علما بذلك.\n".encode()
            start = f"from {main}^0\n" if number == 0 or (aside and number % 10 == 8) else ""
            if merges and number % 10 == 0 and number > 0:
                start += f"merge {side}\n"
            head = (f"commit {side if aside else main}\ncommitter {who} {1800000000 + number} +0000\n"
                    f"data 4\nSave\n{start}M 100644 inline {names[number % len(names)]}\ndata {len(text)}\n")
            git.stdin.write(head.encode() + text + b"\n")
        git.stdin.close()
        if git.wait() != 0:
            raise SystemExit("git fast-import")


def read_texts(plan):
    """Every text of the plan in Arabic, by its path, in one go."""
    names = texts(plan)
    asked = "".join(f"main:{name}\n" for name in names).encode()
    said = subprocess.run(["git", "-C", plan, "cat-file", "--batch"], input=asked, capture_output=True, check=True).stdout
    found, at = {}, 0
    for name in names:
        end = said.index(b"\n", at)
        size = int(said[at:end].split()[2])
        found[name] = said[end + 1:end + 1 + size].decode()
        at = end + 1 + size + 1
    return found


def make_branches(plan, found, codes, changes, words=(("عزمها", ("التزامها", "عزمها الثابت")),)):
    """Each branch is one revision; written as one stream. All together hold so many changes of wording, the same
    whoever makes them; with more changes than texts, several delegations change one: each of @words in turn, a word
    and what others put in its place."""
    names = sorted(found)
    each = changes // len(codes)
    stream = bytearray()
    for number, code in enumerate(codes):
        stream += f"commit refs/heads/delegations/{code}\n".encode()
        stream += f"committer {code} <{code}@delegations.invalid> 1800000000 +0000\ndata 7\nChanges\n".encode()
        stream += b"from refs/heads/main^0\n"
        for change in range(each):
            place = number * each + change
            name = names[place * len(names) // changes if changes <= len(names) else place % len(names)]
            word, others = words[place // len(names) % len(words)]
            body = found[name].replace(word, others[(change + place // len(names)) % 2]).encode()
            stream += f"M 100644 inline {name}\ndata {len(body)}\n".encode() + body + b"\n"
        stream += b"\n"
    subprocess.run(["git", "-C", plan, "fast-import", "--quiet"], input=bytes(stream), check=True)
