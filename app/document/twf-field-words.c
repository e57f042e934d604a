/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-field-words.h"

#include "twf-word-language.h"

#include "twf-plan.h"
#include "twf-taken.h"

#include <string.h>

enum
{
  N_LANGUAGES = 6,
};

static const char *const languages[N_LANGUAGES] = { "en", "ar", "fr", "es", "ru", "zh" };

/* What fields are called in a document, by language as above. */
static const struct
{
  const char *field;
  const char *words[N_LANGUAGES];
} table[] = {
  { TWF_FIELD_PILLAR, { "Pillars", "المحاور", "Piliers", "Pilares", "Направления", "支柱" } },
  { TWF_FIELD_RESTS_ON,
    { "Rests on", "يستند إلى", "Repose sur", "Se basa en", "Опирается на", "依据" } },
  { TWF_FIELD_SERVES, { "Serves", "يخدم", "Sert", "Sirve a", "Служит", "服务于" } },
  { TWF_FIELD_NUMBER, { "Number", "الرقم", "Numéro", "Número", "Номер", "编号" } },
  { TWF_FIELD_HEADING, { "Heading", "عنوان", "Intertitre", "Encabezado", "Заголовок", "标题" } },
  { TWF_FIELD_AGREED, { "Agreement", "الاتفاق", "Accord", "Acuerdo", "Согласование", "议定" } },
  { TWF_FIELD_PACKAGE, { "Package", "الحزمة", "Ensemble", "Paquete", "Пакет", "一揽子" } },
  { TWF_FIELD_TRANSLATED,
    { "Translation", "الترجمة", "Traduction", "Traducción", "Перевод", "翻译" } },
  { TWF_FIELD_ACCEPTED,
    { "Accepted differences",
      "الاختلافات المقبولة",
      "Différences acceptées",
      "Diferencias aceptadas",
      "Принятые расхождения",
      "已接受的差异" } },
  { TWF_FIELD_PROPOSED,
    { "Proposed by", "مقدم من", "Proposé par", "Propuesto por", "Предложено", "提出者" } },
  { TWF_FIELD_SOURCE,
    { "Place in the source",
      "الموضع في المصدر",
      "Emplacement dans la source",
      "Lugar en la fuente",
      "Место в источнике",
      "原文位置" } },
  { TWF_FIELD_TAKEN, { "Taken from", "مأخوذ من", "Repris de", "Tomado de", "Взято из", "引自" } },
  { TWF_PLAN_LANGUAGES, { "Languages", "اللغات", "Langues", "Idiomas", "Языки", "语文" } },
  { TWF_PLAN_SOURCE_LANGUAGE,
    { "Source language",
      "لغة الأصل",
      "Langue source",
      "Idioma de origen",
      "Язык оригинала",
      "原文语文" } },
  { TWF_PLAN_SYMBOL, { "Symbol", "الرمز", "Cote", "Signatura", "Условное обозначение", "文号" } },
  { TWF_PLAN_SESSION, { "Session", "الدورة", "Session", "Período de sesiones", "Сессия", "届会" } },
  { TWF_PLAN_AGENDA_ITEM,
    { "Agenda item",
      "بند جدول الأعمال",
      "Point de l’ordre du jour",
      "Tema del programa",
      "Пункт повестки дня",
      "议程项目" } },
  { TWF_PLAN_DATE, { "Date", "التاريخ", "Date", "Fecha", "Дата", "日期" } },
  { TWF_PLAN_CONVENTION,
    { "Numbering convention",
      "قاعدة الترقيم",
      "Règle de numérotation",
      "Norma de numeración",
      "Правило нумерации",
      "编号规则" } },
  { TWF_PLAN_REGISTER,
    { "Version of the register of keys",
      "رقم إصدار سجل المفاتيح",
      "Version du registre des clés",
      "Versión del registro de claves",
      "Версия реестра ключей",
      "密钥登记册版本" } },
  { TWF_PLAN_FACILITATOR_KEY,
    { "Keys of the facilitator",
      "مفاتيح الميسّر",
      "Clés du facilitateur",
      "Claves del facilitador",
      "Ключи координатора",
      "协调人的密钥" } },
  { TWF_PLAN_PROCEDURE,
    { "Record of the procedure",
      "سجل الإجراءات",
      "Procès-verbal de la procédure",
      "Acta del procedimiento",
      "Протокол процедуры",
      "程序记录" } },
  { TWF_PLAN_WORD,
    { "Words of the plan",
      "كلمات الخطة",
      "Mots du plan",
      "Palabras del plan",
      "Слова плана",
      "计划用词" } },
  { TWF_DELEGATION_NAME, { "Name", "الاسم", "Nom", "Nombre", "Название", "名称" } },
  { TWF_DELEGATION_REPRESENTATIVE,
    { "Representative", "الممثل", "Représentant", "Representante", "Представитель", "代表" } },
  { TWF_DELEGATION_TITLE,
    { "Title of the representative",
      "صفة الممثل",
      "Titre du représentant",
      "Cargo del representante",
      "Должность представителя",
      "代表职衔" } },
  { TWF_DELEGATION_SPONSOR,
    { "Sponsorship", "التقديم", "Parrainage", "Patrocinio", "Авторство", "提案国" } },
  { TWF_DELEGATION_RANK,
    { "Place in the list",
      "الموضع في القائمة",
      "Place dans la liste",
      "Lugar en la lista",
      "Место в списке",
      "名单位置" } },
  { TWF_DELEGATION_MEMBER, { "Members", "الأعضاء", "Membres", "Miembros", "Члены", "成员" } },
  { TWF_DELEGATION_KEY,
    { "Public keys",
      "المفاتيح العامة",
      "Clés publiques",
      "Claves públicas",
      "Открытые ключи",
      "公钥" } },
  { TWF_PROPOSAL_FIELD_OWNER,
    { "Owners", "أصحاب المقترح", "Auteurs", "Autores", "Авторы", "提案方" } },
  { TWF_PROPOSAL_FIELD_POSITION,
    { "Positions", "المواقف", "Positions", "Posiciones", "Позиции", "立场" } },
  { TWF_PROPOSAL_FIELD_STATE, { "State", "الحالة", "État", "Estado", "Состояние", "状态" } },
  { TWF_PROPOSAL_FIELD_REASON, { "Reason", "السبب", "Motif", "Motivo", "Причина", "理由" } },
};

/**
 * twf_field_word:
 * @field: name of a field, as plans store it
 * @language: of the document
 *
 * Returns: what it is called in @language, or in English where that is not there; @field itself if
 *   it has no name in documents
 */
const char *
twf_field_word (const char *field, const char *language)
{
  guint column = TWF_WORD_LANGUAGE_ROW (languages, language);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (table[i].field, field) == 0)
      return table[i].words[column];
  return field;
}
