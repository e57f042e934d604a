/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-comparison-words.h"

#include "twf-word-language.h"

static const struct
{
  const char *language;
  const char *words[TWF_COMPARED_N_WORDS];
} table[] = {
  { "en",
    { "Comparison",
      "Added",
      "Removed",
      "Moved",
      "formerly",
      "now",
      "Provisions unchanged",
      "Nothing changed between these two.",
      "Words inserted",
      "Words deleted",
      "Provisions added",
      "Provisions removed",
      "Provisions moved",
      "Provisions edited",
      "Proposal",
      "Remark" } },
  { "ar",
    { "مقارنة",
      "أضيف",
      "حذف",
      "نقل",
      "سابقا",
      "الآن",
      "فقرات لم تتغير",
      "لم يتغير شيء بين النصين.",
      "الكلمات المضافة",
      "الكلمات المحذوفة",
      "الفقرات المضافة",
      "الفقرات المحذوفة",
      "الفقرات المنقولة",
      "الفقرات المعدلة",
      "مقترح",
      "ملاحظة" } },
  { "fr",
    { "Comparaison",
      "Ajouté",
      "Supprimé",
      "Déplacé",
      "précédemment",
      "désormais",
      "Dispositions inchangées",
      "Rien n’a changé entre les deux.",
      "Mots ajoutés",
      "Mots supprimés",
      "Dispositions ajoutées",
      "Dispositions supprimées",
      "Dispositions déplacées",
      "Dispositions modifiées",
      "Proposition",
      "Observation" } },
  { "es",
    { "Comparación",
      "Añadido",
      "Suprimido",
      "Trasladado",
      "anteriormente",
      "ahora",
      "Disposiciones sin cambios",
      "Nada ha cambiado entre ambos textos.",
      "Palabras añadidas",
      "Palabras suprimidas",
      "Disposiciones añadidas",
      "Disposiciones suprimidas",
      "Disposiciones trasladadas",
      "Disposiciones modificadas",
      "Propuesta",
      "Observación" } },
  { "ru",
    { "Сравнение",
      "Добавлено",
      "Исключено",
      "Перемещено",
      "ранее",
      "теперь",
      "Пункты без изменений",
      "Между этими текстами различий нет.",
      "Добавлено слов",
      "Исключено слов",
      "Добавлено пунктов",
      "Исключено пунктов",
      "Перемещено пунктов",
      "Изменено пунктов",
      "Предложение",
      "Замечание" } },
  { "zh",
    { "比较",
      "新增",
      "删除",
      "移动",
      "原为",
      "现为",
      "未改动的条款",
      "两个文本之间没有变化。",
      "新增字词",
      "删除字词",
      "新增条款",
      "删除条款",
      "移动条款",
      "修改条款",
      "提案",
      "评注" } },
};

/**
 * twf_compared_word:
 * @word: which
 * @language: of the document
 *
 * Returns: the word in @language, or in English where it has none
 */
const char *
twf_compared_word (TwfComparedWord word, const char *language)
{
  return table[TWF_WORD_LANGUAGE_ROW (table, language)].words[word];
}
