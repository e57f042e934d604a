# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tawafuq developers
"""Texts and the order in which they must be seen: (language, text, tokens from left to right). A paragraph runs as its
language does, whatever its first letter is; within it the Unicode Bidirectional Algorithm orders what was typed."""

from visual import LTR, RTL

TEXTS = [
    # Symbols, numbers, dates.
    ("ar", "تنفيذ قرار الجمعية A/RES/64/293 فورا", ["فورا", "A/RES/64/293", "الجمعية", "قرار", "تنفيذ"]),
    ("ar", "A/RES/76/186 (2021) قرار هام", ["هام", "قرار", "A/RES/76/186", "(2021)"]),
    ("ar", "UNODC: دعم الدول النامية", ["النامية", "الدول", "دعم", ":", "UNODC"]),
    ("ar", "عقد 12 دورة في 30 يوما", ["يوما", "30", "في", "دورة", "12", "عقد"]),
    ("ar", "البند ١١٤ من عام ٢٠١٠", ["٢٠١٠", "عام", "من", "١١٤", "البند"]),
    ("ar", "المادة ۱۲ بالفارسية", ["بالفارسية", "۱۲", "المادة"]),
    ("ar", "الفترة 2010-2012 كلها", ["كلها", "2012", "-", "2010", "الفترة"]),
    ("ar", "زيادة 50% هذا العام", ["العام", "هذا", "%", "50", "زيادة"]),
    ("ar", "1 - تقرر الجمعية ذلك", ["ذلك", "الجمعية", "تقرر", "-", "1"]),
    # Names and what is written in other letters.
    ("ar", "قال Ban Ki-moon ذلك", ["ذلك", "Ban", "Ki-moon", "قال"]),
    ("ar", "زار כהן المدرسة", ["المدرسة", "כהן", "زار"]),
    ("ar", "فتح plan-2010.twf للقراءة", ["للقراءة", "plan-2010.twf", "فتح"]),
    ("ar", "راسلوا info@un.org غدا", ["غدا", "info@un.org", "راسلوا"]),
    ("ar", "في https://www.un.org تفصيل", ["تفصيل", "https://www.un.org", "في"]),
    # Brackets, quotation marks, lists.
    ("ar", "ماء [مأمون (نظيف)] للجميع", ["للجميع", "(نظيف)]", "[مأمون", "ماء"]),
    ("ar", "أقرّت «خطة العمل» رسميا", ["رسميا", "العمل»", "«خطة", "أقرّت"]),
    ("ar", "يلي: (أ) الماء؛ (ب) الغذاء؛", ["الغذاء؛", "(ب)", "الماء؛", "(أ)", "يلي:"]),
    ("ar", "تدعم [EU] هذا النص", ["النص", "هذا", "]", "EU", "[", "تدعم"]),
    # The other way about.
    ("en", "Minister علي حسن spoke", ["Minister", "حسن", "علي", "spoke"]),
    ("en", "مصر and الأردن agreed", ["مصر", "and", "الأردن", "agreed"]),
    ("en", "See (قرار 64) now", ["See", "(", "64", "قرار", ")", "now"]),
    ("en", "Draft by כהן of 2010", ["Draft", "by", "כהן", "of", "2010"]),
    ("en", "Safe [clean (tap)] water", ["Safe", "[clean", "(tap)]", "water"]),
    ("en", "Growth of 50% in 2010-2012", ["Growth", "of", "50%", "in", "2010-2012"]),
    ("en", "البند 7: wells", ["7", "البند", ":", "wells"]),
]
DIRECTIONS = {"ar": RTL, "en": LTR, "fr": LTR}


def of(language):
    return [(text, tokens) for one, text, tokens in TEXTS if one == language]
