# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Resolutions that nobody adopted, in Akoma Ntoso, a file for each language, for tests and measurements.
Which words they have is decided by their number alone."""

import pathlib
import random

CODES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}
WORDS = {
    "ar": "المياه الدول التعاون حقوق الإنسان تؤكد تشجع أهمية تنفيذ الأطفال الأمم وإذ تشير إلى برامج مستدامة قرارها في على من",
    "en": "water states cooperation human rights affirms encourages importance implementation children nations recalling "
          "programmes sustainable resolution rivers health education of the and in",
    "es": "agua estados cooperación derechos humanos afirma alienta importancia aplicación niños naciones recordando "
          "programas sostenible resolución ríos salud educación de la y en",
    "fr": "eau états coopération droits humains affirme encourage importance réalisation enfants nations rappelant "
          "programmes durable résolution fleuves santé éducation de la et en",
    "ru": "вода государства сотрудничество права человека подтверждает призывает важность осуществление дети нации "
          "ссылаясь программы устойчивое резолюция реки здоровье образование и в",
    "zh": "水 国家 合作 人权 重申 鼓励 重要性 执行 儿童 联合国 回顾 方案 可持续 决议 河流 健康 教育 的 和 在",
}


def sentence(chance, language, length):
    words = WORDS[language].split()
    gap = "" if language == "zh" else " "
    return gap.join(chance.choice(words) for _ in range(length))


def paragraphs(number, language, n=8):
    """The same number of them in every language; some sentences are in many resolutions."""
    texts = []
    for i in range(n):
        # A third of the paragraphs come again each fifth resolution, as those of a yearly one do.
        seed = f"{language} {number % 5 if i % 3 == 0 else number} {i}"
        chance = random.Random(seed)
        texts.append("; ".join(sentence(chance, language, chance.randint(6, 14)) for _ in range(1 + i % 2)))
    return texts


def document(number, language, texts=None):
    session, date = 70 + number // 50, f"20{10 + number // 50:02d}-{1 + number % 12:02d}-{1 + number % 28:02d}"
    texts = texts if texts is not None else paragraphs(number, language)
    half = len(texts) // 2
    preamble = "".join(f'<container name="p" eId="container_{i}"><p>{t},</p></container>' for i, t in enumerate(texts[:half]))
    body = "".join(f'<paragraph eId="para_{i}"><num>{i}.</num><content><p>{t}.</p></content></paragraph>'
                   for i, t in enumerate(texts[half:], 1))
    return f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification source="#x"><FRBRWork><FRBRthis value="/akn/x/statement/{date}/{session}-{number}/!main/"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="{CODES[language]}"/></FRBRExpression></identification></meta>
<coverPage><p><docNumber>A/RES/{session}/{number}</docNumber></p></coverPage>
<preface><p><docTitle>{sentence(random.Random(f"{language} title {number}"), language, 5)}</docTitle></p></preface>
<preamble>{preamble}</preamble><mainBody>{body}</mainBody></statement></akomaNtoso>
"""


def write(folder, numbers, name="{number:04d}-{language}.xml", languages=tuple(CODES)):
    for number in numbers:
        for language in languages:
            path = pathlib.Path(folder) / name.format(number=number, language=language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(document(number, language), encoding="utf-8")
