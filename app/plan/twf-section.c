/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-section.h"

#include "twf-taken.h"

#include <string.h>

/* The official languages of the United Nations, in the order of the columns below. */
static const char *const columns[] = { "en", "ar", "zh", "fr", "ru", "es" };

#define N_COLUMNS 6

static const char *const section_names[TWF_N_SECTIONS]
    = { "letter", "pillars", "rationale", "principles", "objectives", "actions", "procedure" };

static const char *const part_names[TWF_N_PARTS]
    = { "body", "responsible", "time-frame", "means", "indicator" };

static const char *const section_titles[TWF_N_SECTIONS][N_COLUMNS] = {
  { "Covering letter",
    "رسالة الإحالة",
    "送文函",
    "Lettre d’envoi",
    "Сопроводительное письмо",
    "Carta de envío" },
  { "Pillars", "الركائز", "支柱", "Piliers", "Основные компоненты", "Pilares" },
  { "Rationale", "الأساس المنطقي", "理由", "Justification", "Обоснование", "Justificación" },
  { "Principles", "المبادئ", "原则", "Principes", "Принципы", "Principios" },
  { "Objectives", "الأهداف", "目标", "Objectifs", "Цели", "Objetivos" },
  { "Actions", "الإجراءات", "行动", "Mesures", "Меры", "Medidas" },
  { "Procedure", "خطوات الإعداد والاعتماد", "程序", "Procédure", "Процедура", "Procedimiento" },
};

static const char *const part_titles[TWF_N_PARTS][N_COLUMNS] = {
  { "Text", "النص", "案文", "Texte", "Текст", "Texto" },
  { "Responsible", "الجهة المسؤولة", "负责方", "Responsables", "Ответственные", "Responsables" },
  { "Time frame", "الإطار الزمني", "时限", "Calendrier", "Сроки", "Plazo" },
  { "Means of implementation",
    "وسائل التنفيذ",
    "执行手段",
    "Moyens de mise en œuvre",
    "Средства осуществления",
    "Medios de aplicación" },
  { "Indicator", "المؤشر", "指标", "Indicateur", "Показатель", "Indicador" },
};

/* Every provision may have these. */
static const char *const common_fields[]
    = { TWF_FIELD_NUMBER,     TWF_FIELD_HEADING,  TWF_FIELD_AGREED,
        TWF_FIELD_TRANSLATED, TWF_FIELD_PROPOSED, TWF_FIELD_SOURCE,
        TWF_FIELD_PACKAGE,    TWF_FIELD_ACCEPTED, TWF_FIELD_TAKEN };

/* Fields of one value, or of values whose order says something; every other one is a set. */
static const char *const single_fields[] = { TWF_FIELD_NUMBER,
                                             TWF_FIELD_HEADING,
                                             TWF_FIELD_SOURCE,
                                             TWF_PLAN_LANGUAGES,
                                             TWF_PLAN_SOURCE_LANGUAGE,
                                             TWF_PLAN_SYMBOL,
                                             TWF_PLAN_SESSION,
                                             TWF_PLAN_AGENDA_ITEM,
                                             TWF_PLAN_DATE,
                                             TWF_PLAN_CONVENTION,
                                             TWF_PLAN_REGISTER,
                                             "Format",
                                             "Section",
                                             "Parent",
                                             "Rank",
                                             "Sponsor",
                                             "Kind",
                                             "State",
                                             "Base" };

static gboolean
find_name (const char *const *names, guint n, const char *name, guint *index)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/* The column of a language by its first subtag; English where the language is not one of the six.
 */
static guint
find_column (const char *language)
{
  for (guint i = 0; language != NULL && i < N_COLUMNS; i++)
    if (g_ascii_strncasecmp (language, columns[i], 2) == 0
        && (language[2] == '\0' || language[2] == '-'))
      return i;
  return 0;
}

/**
 * twf_section_get_name:
 * @section: a section
 *
 * Returns: the word under which it is stored and named on the command line
 */
const char *
twf_section_get_name (TwfSection section)
{
  g_return_val_if_fail (section < TWF_N_SECTIONS, NULL);

  return section_names[section];
}

/**
 * twf_section_from_name:
 * @name: (nullable): a stored word
 * @section: (out): the section, where the word is one
 *
 * Returns: whether @name is the name of a section
 */
gboolean
twf_section_from_name (const char *name, TwfSection *section)
{
  guint index;

  if (!find_name (section_names, TWF_N_SECTIONS, name, &index))
    return FALSE;
  *section = index;
  return TRUE;
}

/**
 * twf_section_get_title:
 * @section: a section
 * @language: (nullable): a BCP 47 tag
 *
 * The heading over the section in the document itself. It follows the language of the document,
 * not that of the interface, and so is no matter for gettext.
 *
 * Returns: the heading in @language; in English where that is not one of the six UN languages
 */
const char *
twf_section_get_title (TwfSection section, const char *language)
{
  g_return_val_if_fail (section < TWF_N_SECTIONS, NULL);

  return section_titles[section][find_column (language)];
}

/**
 * twf_part_get_name:
 * @part: a part of a provision
 *
 * Returns: the word under which it is stored and named on the command line
 */
const char *
twf_part_get_name (TwfPart part)
{
  g_return_val_if_fail (part < TWF_N_PARTS, NULL);

  return part_names[part];
}

/**
 * twf_part_from_name:
 * @name: (nullable): a stored word
 * @part: (out): the part, where the word is one
 *
 * Returns: whether @name is the name of a part
 */
gboolean
twf_part_from_name (const char *name, TwfPart *part)
{
  guint index;

  if (!find_name (part_names, TWF_N_PARTS, name, &index))
    return FALSE;
  *part = index;
  return TRUE;
}

/**
 * twf_part_get_title:
 * @part: a part of a provision
 * @language: (nullable): a BCP 47 tag
 *
 * Returns: what stands before the part in the document; English where @language is not one of the
 * six UN languages
 */
const char *
twf_part_get_title (TwfPart part, const char *language)
{
  g_return_val_if_fail (part < TWF_N_PARTS, NULL);

  return part_titles[part][find_column (language)];
}

/**
 * twf_section_has_part:
 * @section: a section
 * @part: a part
 *
 * Returns: whether provisions of @section have @part: the text all, the rest actions alone
 */
gboolean
twf_section_has_part (TwfSection section, TwfPart part)
{
  return part == TWF_PART_BODY || (section == TWF_SECTION_ACTIONS && part < TWF_N_PARTS);
}

/**
 * twf_section_has_field:
 * @section: a section
 * @field: a field's name
 *
 * Returns: whether provisions of @section may have @field
 */
gboolean
twf_section_has_field (TwfSection section, const char *field)
{
  guint index;

  if (find_name (common_fields, G_N_ELEMENTS (common_fields), field, &index))
    return TRUE;
  if (g_strcmp0 (field, TWF_FIELD_PILLAR) == 0)
    return section == TWF_SECTION_PRINCIPLES || section == TWF_SECTION_ACTIONS;
  if (g_strcmp0 (field, TWF_FIELD_RESTS_ON) == 0)
    return section == TWF_SECTION_OBJECTIVES;
  if (g_strcmp0 (field, TWF_FIELD_SERVES) == 0)
    return section == TWF_SECTION_ACTIONS;
  return FALSE;
}

/**
 * twf_field_get_target:
 * @field: a field's name
 * @section: (out): where the provisions stand that its values name
 *
 * Returns: whether the values of @field are ids of provisions
 */
gboolean
twf_field_get_target (const char *field, TwfSection *section)
{
  if (g_strcmp0 (field, TWF_FIELD_PILLAR) == 0)
    *section = TWF_SECTION_PILLARS;
  else if (g_strcmp0 (field, TWF_FIELD_RESTS_ON) == 0)
    *section = TWF_SECTION_PRINCIPLES;
  else if (g_strcmp0 (field, TWF_FIELD_SERVES) == 0)
    *section = TWF_SECTION_OBJECTIVES;
  else
    return FALSE;
  return TRUE;
}

/**
 * twf_field_is_set:
 * @field: a field's name, of a provision, a delegation, a proposal or a plan
 *
 * Repeated keys are sets and are kept sorted; a field that this program does not know is taken for
 * one. Of the others only the plan's languages have several values, in the order that was chosen.
 *
 * Returns: whether the values of @field have no order
 */
gboolean
twf_field_is_set (const char *field)
{
  guint index;

  return !find_name (single_fields, G_N_ELEMENTS (single_fields), field, &index);
}
