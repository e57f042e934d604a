/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-sheet-words.h"

#include "twf-word-language.h"

#include "twf-bidi.h"

/* The United Nations' own usage on the first page of its documents; "%s" is where a value goes.
 * Quotation marks are those of the General Assembly's resolutions: Arabic opens with ” and closes
 * with “. */
static const struct
{
  const char *language;
  const char *words[TWF_N_SHEET_WORDS];
} table[] = {
  { "en",
    { "Session %s",
      "Agenda item %s",
      "(Signed)",
      "Co-sponsors",
      ": ",
      ", ",
      "“%s”",
      "Parked",
      "Parked proposals",
      "Facilitator",
      "Translation of an older wording of the %s",
      "Not translated: the %s is shown",
      "Not agreed",
      "Agreed language",
      ", paragraph %s",
      ", preambular paragraph %s" } },
  { "ar",
    { "الدورة %s",
      "البند %s من جدول الأعمال",
      "(توقيع)",
      "المشاركون في تقديم النص",
      ": ",
      "، ",
      "”%s“",
      "مؤجل",
      "المقترحات المؤجلة",
      "الميسّر",
      "ترجمة لصيغة سابقة (%s)",
      "لم يُترجم (المعروض: %s)",
      "غير متفق عليه",
      "صيغة متفق عليها",
      "، الفقرة %s",
      "، الفقرة %s من الديباجة" } },
  { "fr",
    { "Session %s",
      "Point %s de l’ordre du jour",
      "(Signé)",
      "Coauteurs",
      " : ",
      ", ",
      "« %s »",
      "Réservé pour plus tard",
      "Propositions réservées pour plus tard",
      "Facilitateur",
      "Traduction d’un libellé antérieur (%s)",
      "Non traduit (texte affiché : %s)",
      "Non agréé",
      "Libellé agréé",
      ", paragraphe %s",
      ", alinéa %s du préambule" } },
  { "es",
    { "Período de sesiones %s",
      "Tema %s del programa",
      "(Firmado)",
      "Copatrocinadores",
      ": ",
      ", ",
      "“%s”",
      "Aplazado",
      "Propuestas aplazadas",
      "Facilitador",
      "Traducción de una redacción anterior (%s)",
      "Sin traducir (texto mostrado: %s)",
      "No convenido",
      "Texto convenido",
      ", párrafo %s",
      ", párrafo %s del preámbulo" } },
  { "ru",
    { "Сессия %s",
      "Пункт %s повестки дня",
      "(Подпись)",
      "Соавторы",
      ": ",
      ", ",
      "«%s»",
      "Отложено",
      "Отложенные предложения",
      "Координатор",
      "Перевод прежней формулировки (%s)",
      "Не переведено (показан текст: %s)",
      "Не согласовано",
      "Согласованная формулировка",
      ", пункт %s",
      ", пункт %s преамбулы" } },
  { "zh",
    { "第%s届会议",
      "议程项目%s",
      "（签名）",
      "共同提案国",
      "：",
      "、",
      "“%s”",
      "搁置",
      "搁置的提案",
      "协调人",
      "译自原先的措辞（%s）",
      "未翻译（所示案文：%s）",
      "未议定",
      "商定措辞",
      "第%s段",
      "序言部分第%s段" } },
};

/**
 * twf_sheet_word:
 * @word: which
 * @language: of the document
 *
 * Returns: the word in @language, or in English where it has none
 */
const char *
twf_sheet_word (TwfWord word, const char *language)
{
  return table[TWF_WORD_LANGUAGE_ROW (table, language)].words[word];
}

/**
 * twf_sheet_word_with:
 * @word: one that takes a value
 * @language: of the document
 * @value: what is put in; isolated, since its direction may be another's
 *
 * Returns: (transfer full): the words round the value
 */
char *
twf_sheet_word_with (TwfWord word, const char *language, const char *value)
{
  g_autofree char *isolated = twf_text_isolate (value);
  g_auto (GStrv) sides = g_strsplit (twf_sheet_word (word, language), "%s", 2);

  return g_strconcat (sides[0], isolated, sides[1] != NULL ? sides[1] : "", NULL);
}
