/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-account-words.h"

#include "twf-word-language.h"

static const struct
{
  const char *language;
  const char *words[TWF_ACCOUNT_N_WORDS];
} table[] = {
  { "en",
    { "Certificate of changes",
      "From",
      "To",
      "revision",
      "Words moved",
      "Fields changed",
      "Unaccounted changes",
      "Changes",
      "Table of origins",
      "unchanged",
      "edited",
      "moved",
      "merged with",
      "new",
      "deleted",
      "Facilitator",
      "contributors",
      "SHA-256 of the account",
      "To count it again" } },
  { "ar",
    { "شهادة بالتغييرات",
      "من",
      "إلى",
      "صيغة",
      "الكلمات المنقولة",
      "الحقول المتغيرة",
      "تغييرات لا يُعرف صاحبها",
      "التغييرات",
      "جدول المصادر",
      "دون تغيير",
      "معدلة",
      "منقولة",
      "مدمجة مع",
      "جديدة",
      "محذوفة",
      "الميسر",
      "المساهمون",
      "بصمة البيان SHA-256",
      "لحسابها من جديد" } },
  { "fr",
    { "Certificat des modifications",
      "De",
      "À",
      "révision",
      "Mots déplacés",
      "Champs modifiés",
      "Modifications dont personne ne répond",
      "Modifications",
      "Tableau des origines",
      "sans changement",
      "modifié",
      "déplacé",
      "fusionné avec",
      "nouveau",
      "supprimé",
      "Facilitateur",
      "contributions de",
      "SHA-256 du relevé",
      "Pour la recalculer" } },
  { "es",
    { "Certificado de cambios",
      "De",
      "A",
      "revisión",
      "Palabras trasladadas",
      "Campos modificados",
      "Cambios de los que nadie responde",
      "Cambios",
      "Cuadro de orígenes",
      "sin cambios",
      "modificado",
      "trasladado",
      "fusionado con",
      "nuevo",
      "suprimido",
      "Facilitador",
      "aportes de",
      "SHA-256 de la relación",
      "Para calcularlo de nuevo" } },
  { "ru",
    { "Удостоверение об изменениях",
      "От",
      "До",
      "редакция",
      "Слов перемещено",
      "Полей изменено",
      "Изменения, за которые никто не отвечает",
      "Изменения",
      "Таблица источников",
      "без изменений",
      "изменено",
      "перемещено",
      "объединено с",
      "новое",
      "исключено",
      "Координатор",
      "внесли",
      "SHA-256 перечня",
      "Чтобы вычислить заново" } },
  { "zh",
    { "变更证明",
      "自",
      "至",
      "版本",
      "移动字词",
      "更改字段",
      "无人负责的变更",
      "变更",
      "来源对照表",
      "未变",
      "已修改",
      "已移动",
      "合并自",
      "新增",
      "已删除",
      "协调人",
      "参与方",
      "清单 SHA-256",
      "重新计算" } },
};

/**
 * twf_account_word:
 * @word: which
 * @language: of the document
 *
 * Returns: the word in @language, or in English where it has none
 */
const char *
twf_account_word (TwfAccountWord word, const char *language)
{
  return table[TWF_WORD_LANGUAGE_ROW (table, language)].words[word];
}
