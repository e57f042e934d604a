/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-headings.h"

#include "twf-arabic.h"
#include "twf-marks.h"
#include "twf-normal.h"

#include <string.h>

/* A heading has no more words than this, and says what it is about in the first few of them. */
#define MOST_WORDS 14
#define TELLING_WORDS 4
#define MOST_IDEOGRAPHS 16

typedef struct
{
  TwfSection section;
  const char *words; /* phrases between bars, folded as fold() does */
} Keywords;

static const Keywords keywords[] = {
  { TWF_SECTION_PILLARS, "|pillars|pillar|piliers|pilares|опоры|компоненты|支柱|الركائز|ركائز|" },
  { TWF_SECTION_RATIONALE,
    "|reasons|reason|rationale|background|why|introduction|context|justification|arguments|"
    "preamble|"
    "raisons|motifs|contexte|historique|préambule|exposé des motifs|généralités|pourquoi|"
    "razones|motivos|justificación|antecedentes|fundamentos|introducción|preámbulo|contexto|"
    "причины|обоснование|основания|предпосылки|введение|преамбула|доводы|история вопроса|"
    "理由|背景|缘由|依据|序言|导言|引言|"
    "الحجج|حجج|الاسباب|اسباب|المبررات|مبررات|خلفيه|الخلفيه|معلومات اساسيه|مقدمه|المقدمه|الديباجه|"
    "الاساس المنطقي|" },
  { TWF_SECTION_PRINCIPLES,
    "|principles|principle|guiding principles|principes|principios|принципы|руководящие принципы|"
    "原则|المبادي|مبادي|المباديء|مباديء|" },
  { TWF_SECTION_OBJECTIVES,
    "|objectives|objective|goals|goal|aims|aim|purposes|purpose|objectifs|objectif|buts|but|"
    "objetivos|objetivo|metas|propósitos|finalidad|цели|цель|задачи|目标|目的|宗旨|"
    "الاهداف|اهداف|الهدف|هدف|المقاصد|مقاصد|الغايات|غايات|" },
  { TWF_SECTION_PROCEDURE,
    "|procedure|procedures|adoption|implementation|follow-up|next steps|steps|review|monitoring|"
    "procédure|procédures|mise en œuvre|mise en oeuvre|application|suivi|"
    "procedimiento|procedimientos|adopción|ejecución|aplicación|seguimiento|"
    "процедура|процедуры|порядок|принятие|осуществление|выполнение|реализация|"
    "程序|通过|执行|实施|后续行动|后续|落实|"
    "الاجراءات|اجراءات|الاجراء|اعتماد|الاعتماد|تنفيذ|التنفيذ|متابعه|المتابعه|الخطوات|خطوات|" },
  { TWF_SECTION_ACTIONS,
    "|actions|action|measures|activities|plan of action|programme of action|commitments|"
    "mesures|activités|plan d’action|plan d'action|programme d’action|"
    "medidas|acciones|actividades|plan de acción|compromisos|"
    "меры|действия|мероприятия|план действий|обязательства|"
    "行动|措施|行动计划|活动|承诺|"
    "الاعمال|اعمال|التدابير|تدابير|خطه العمل|خطه عمل|الالتزامات|الانشطه|انشطه|" },
};

static const char annex_words[]
    = "|annex|annexe|anexo|приложение|附件|المرفق|مرفق|appendix|appendice|apéndice|";

/* Words of a heading as they are compared: small letters, Arabic variants folded, one space between
 * words, number and closing punctuation gone. */
static char *
fold (const char *text)
{
  TwfMark mark;
  g_autofree char *small = NULL;
  g_autofree char *letters = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (twf_mark_find (text, &mark))
    text += mark.length;
  small = g_utf8_strdown (text, -1);
  letters = twf_arabic_fold_letters (small);
  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);

      if (g_unichar_isalnum (sign) || sign == '-' || sign == '\'' || sign == 0x2019)
        g_string_append_unichar (words, sign);
      else
        g_string_append_c (words, ' ');
    }
  return twf_text_collapse_spaces (words->str);
}

static gboolean
holds (const char *list, const char *phrase, gsize length)
{
  g_autofree char *wanted = g_strdup_printf ("|%.*s|", (int)length, phrase);

  return strstr (list, wanted) != NULL;
}

/* The keywords are compared in the folded form of letters, which is not this file's to know. They
 * are asked for at every line of a document, so they are folded once. */
static const char *
get_folded_list (gsize i)
{
  static char *lists[G_N_ELEMENTS (keywords)];

  if (g_once_init_enter (&lists[i]))
    g_once_init_leave (&lists[i], twf_arabic_fold_letters (keywords[i].words));
  return lists[i];
}

static gboolean
starts_with_phrase (const char *list, const char *words)
{
  const char *end = words;

  for (guint taken = 0; taken < 3 && *end != '\0'; taken++)
    {
      end += strcspn (end, " ");
      if (holds (list, words, (gsize)(end - words)))
        return TRUE;
      if (*end == ' ')
        end++;
    }
  return FALSE;
}

static const char *
skip_word (const char *words)
{
  words += strcspn (words, " ");
  return *words == ' ' ? words + 1 : words;
}

static guint
count_words (const char *words)
{
  guint count = 0;

  for (; *words != '\0'; words = skip_word (words))
    count++;
  return count;
}

/* Chinese has no spaces between words: a heading is short and begins or ends with its keyword. */
static gboolean
matches_ideographs (const char *list, const char *words)
{
  g_auto (GStrv) phrases = NULL;

  if (g_utf8_get_char (words) < 0x2e80 || g_utf8_strlen (words, -1) > MOST_IDEOGRAPHS)
    return FALSE;
  phrases = g_strsplit (list, "|", -1);
  for (guint i = 0; phrases[i] != NULL; i++)
    if (g_utf8_get_char (phrases[i]) >= 0x2e80
        && (g_str_has_prefix (words, phrases[i]) || g_str_has_suffix (words, phrases[i])))
      return TRUE;
  return FALSE;
}

/**
 * twf_heading_recognize:
 * @text: a line that may be a heading, with or without its number
 * @section: (out): the section that it opens
 *
 * Knows the headings that plans of action go by in the six languages of the United Nations: a
 * few words of which one of the first names the section.
 *
 * Returns: whether @text is such a heading
 */
gboolean
twf_heading_recognize (const char *text, TwfSection *section)
{
  g_autofree char *words = fold (text);
  const char *at = words;

  if (words[0] == '\0' || count_words (words) > MOST_WORDS)
    return FALSE;
  for (guint place = 0; place < TELLING_WORDS && *at != '\0'; place++, at = skip_word (at))
    for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
      {
        const char *list = get_folded_list (i);

        if (starts_with_phrase (list, at) || (place == 0 && matches_ideographs (list, words)))
          {
            *section = keywords[i].section;
            return TRUE;
          }
      }
  return FALSE;
}

/**
 * twf_heading_is_annex:
 * @text: a line
 *
 * Returns: whether @text says "annex", alone or with its number, in one of the six languages
 */
gboolean
twf_heading_is_annex (const char *text)
{
  g_autofree char *words = fold (text);
  g_autofree char *list = twf_arabic_fold_letters (annex_words);

  return words[0] != '\0' && count_words (words) <= 2 && starts_with_phrase (list, words);
}

/**
 * twf_heading_looks_like:
 * @text: a paragraph of one line
 *
 * Returns: whether @text has the form of a heading: few words and no punctuation at its end
 */
gboolean
twf_heading_looks_like (const char *text)
{
  g_autofree char *line = twf_text_collapse_spaces (text);
  gsize length = strlen (line);
  gunichar last;

  if (length == 0)
    return FALSE;
  last = g_utf8_get_char (g_utf8_prev_char (line + length));
  if (last == '.' || last == ';' || last == ',' || last == 0x60c || last == 0x61b || last == 0x3002
      || last == 0xff1b || last == 0xff0c)
    return FALSE;
  return g_utf8_strlen (line, -1) <= 100 && count_words (line) <= MOST_WORDS;
}
