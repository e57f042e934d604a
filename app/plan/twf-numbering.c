/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-numbering.h"

#include "twf-plan-private.h"

#include <string.h>

/* Letters of the abjad, in the order in which Arabic documents count with them. */
static const char *const abjad[]
    = { "أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن",
        "س", "ع", "ف", "ص", "ق", "ر", "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ" };

static const char *const latin[]
    = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m",
        "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z" };

/* After the last letter they are doubled: (z), (aa), (bb). */
static char *
spell_letters (guint number, const char *const *letters, guint n_letters)
{
  GString *spelled = g_string_new (NULL);

  for (guint i = 0; i <= (number - 1) / n_letters; i++)
    g_string_append (spelled, letters[(number - 1) % n_letters]);
  return g_string_free (spelled, FALSE);
}

static char *
spell_roman (guint number)
{
  static const struct
  {
    guint value;
    const char *sign;
  } signs[] = { { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
                { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
                { 5, "v" },    { 4, "iv" },   { 1, "i" } };
  GString *spelled = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (spelled, signs[i].sign);
  return g_string_free (spelled, FALSE);
}

static gboolean
is_language (const char *language, const char *primary)
{
  return language != NULL && g_ascii_strncasecmp (language, primary, 2) == 0
         && (language[2] == '\0' || language[2] == '-');
}

/* The word behind a number for the how manieth inserted after it; the space before it included. */
static char *
spell_extra (guint extra, const char *language)
{
  static const char *const words[]
      = { "bis",       "ter",       "quater",       "quinquies",  "sexies",
          "septies",   "octies",    "nonies",       "decies",     "undecies",
          "duodecies", "terdecies", "quaterdecies", "quindecies", "sexdecies" };
  static const char *const arabic[]
      = { "مكررا",       "مكررا ثانيا", "مكررا ثالثا", "مكررا رابعا", "مكررا خامسا",
          "مكررا سادسا", "مكررا سابعا", "مكررا ثامنا", "مكررا تاسعا", "مكررا عاشرا" };
  gboolean is_arabic = is_language (language, "ar");
  guint n = is_arabic ? G_N_ELEMENTS (arabic) : G_N_ELEMENTS (words);

  if (extra == 0)
    return g_strdup ("");
  if (extra > n)
    return g_strdup_printf (" %s %u", is_arabic ? arabic[0] : words[0], extra);
  return g_strconcat (" ", is_arabic ? arabic[extra - 1] : words[extra - 1], NULL);
}

static char *
format_arabic (guint number, guint depth, const char *extra)
{
  g_autofree char *letters = NULL;

  if (depth == 0)
    return g_strdup_printf ("%u%s -", number, extra);
  if (depth % 2 == 0)
    return g_strdup_printf ("’%u%s‘", number, extra);
  letters = spell_letters (number, abjad, G_N_ELEMENTS (abjad));
  return g_strdup_printf ("(%s%s)", letters, extra);
}

static char *
format_number (guint number, guint depth, guint extra, const char *language)
{
  g_autofree char *word = spell_extra (extra, language);
  g_autofree char *sign = NULL;

  if (is_language (language, "ar"))
    return format_arabic (number, depth, word);
  if (depth == 0)
    return g_strdup_printf ("%u%s.", number, word);
  if (depth % 2 == 0)
    sign = spell_roman (number);
  else
    sign = spell_letters (MAX (number, 1), latin, G_N_ELEMENTS (latin));
  if (is_language (language, "fr") || is_language (language, "es") || is_language (language, "ru"))
    return g_strdup_printf ("%s%s)", sign, word);
  return g_strdup_printf ("(%s%s)", sign, word);
}

/**
 * twf_number_format:
 * @number: from 1
 * @depth: 0 for a paragraph, 1 for what stands under one, and so on
 * @language: (nullable): a BCP 47 tag
 *
 * Writes a number as United Nations documents in @language do: EN and ZH "1.", "(a)", "(i)"; FR, ES
 * and RU "1.", "a)", "i)"; AR "1 -", letters of the abjad in brackets, numbers in quotes. Below
 * that letters and numerals take turns.
 *
 * Returns: (transfer full): the number; empty for 0
 */
char *
twf_number_format (guint number, guint depth, const char *language)
{
  return number > 0 ? format_number (number, depth, 0, language) : g_strdup ("");
}

/* "3.", "3 -", "٣)" -> 3; 0: something else, such as "3 bis". */
static guint
parse_decimal (const char *sign)
{
  guint number = 0;

  for (; g_unichar_digit_value (g_utf8_get_char (sign)) >= 0 && number < 100000;
       sign = g_utf8_next_char (sign))
    number = 10 * number + (guint)g_unichar_digit_value (g_utf8_get_char (sign));
  while (g_unichar_isspace (g_utf8_get_char (sign)))
    sign = g_utf8_next_char (sign);
  return *sign == '\0' || (strchr (".-)", *sign) != NULL && sign[1] == '\0') ? number : 0;
}

/* "(c)", "c)", "(ج)" -> 3; 0: something else. */
static guint
parse_letter (const char *sign)
{
  g_autofree char *letter = NULL;

  if (*sign == '(')
    sign++;
  if (*sign == '\0' || !g_str_equal (g_utf8_next_char (sign), ")"))
    return 0;
  letter = g_strndup (sign, strlen (sign) - 1);
  for (guint i = 0; i < G_N_ELEMENTS (abjad); i++)
    if (g_str_equal (letter, abjad[i])
        || (i < G_N_ELEMENTS (latin) && g_str_equal (letter, latin[i])))
      return i + 1;
  return 0;
}

/* The number that the source fixed: there as it was printed, in other languages as they number.
 * What is no plain number ("3 bis") is the same everywhere. */
static char *
write_fixed (TwfPlan *plan, const char *fixed, const char *language)
{
  guint decimal = parse_decimal (fixed);
  guint letter = decimal == 0 ? parse_letter (fixed) : 0;

  if (language == NULL || g_strcmp0 (language, twf_plan_get_source_language (plan)) == 0
      || (decimal == 0 && letter == 0))
    return g_strdup (fixed);
  return twf_number_format (decimal + letter, letter > 0 ? 1 : 0, language);
}

/* Where counting has come to in one list. */
typedef struct
{
  guint running; /* the number of the last one that has its own */
  guint extra;   /* how many proposed ones followed it */
  gboolean all;  /* inside of one that is itself proposed: proposed ones count as all others */
} Counter;

/* Whether @provision is one of a proposal that is not on the table. */
static gboolean
is_set_aside (TwfProvision *provision)
{
  TwfProposalState state;

  return twf_provision_is_proposed (provision, &state) && state != TWF_PROPOSAL_OPEN;
}

/* Gives @node its number, unless it is of a proposal that is not on the table. */
static void
give_number (TwfNode *node, TwfProvision *provision, Counter *counter)
{
  if (!twf_provision_is_proposed (provision, NULL))
    {
      node->number = ++counter->running;
      counter->extra = 0;
    }
  else if (is_set_aside (provision))
    {
      node->number = 0;
    }
  else if (counter->all)
    {
      node->number = ++counter->running;
    }
  else
    {
      node->number = counter->running;
      node->extra = ++counter->extra;
    }
}

/* A heading has no number and adds no level: what is under it goes on in the running sequence. */
static void
count (TwfChildren *list, guint depth, Counter *counter)
{
  for (guint i = 0; list != NULL && i < twf_children_get_length (list); i++)
    {
      TwfProvision *provision = twf_children_get (list, i);
      TwfNode *node = twf_provision_get_node (provision);
      Counter inner = { 0, 0, counter->all || twf_provision_is_proposed (provision, NULL) };

      node->depth = depth;
      node->number = 0;
      node->extra = 0;
      if (twf_provision_get_field (provision, TWF_FIELD_HEADING) != NULL)
        {
          count (node->children, depth, counter);
          continue;
        }
      give_number (node, provision, counter);
      count (node->children, depth + 1, &inner);
    }
}

/**
 * twf_plan_dup_number:
 * @plan: a plan
 * @provision: a provision of it
 * @language: (nullable): the language of the document
 *
 * The numbers of a section are counted once and kept until its order changes, so that asking for
 * the number of each row of a long outline is cheap.
 *
 * A proposed provision takes no number from those that are agreed: it is the bis, ter, quater of
 * the one before it. One whose proposal is parked, withdrawn or rejected has none.
 *
 * Returns: (transfer full): the number as it stands before the provision: the one its source fixed,
 * else the computed one; empty for headings and paragraphs of the letter
 */
char *
twf_plan_dup_number (TwfPlan *plan, TwfProvision *provision, const char *language)
{
  const char *fixed;
  TwfSection section;
  TwfNode *node;

  g_return_val_if_fail (TWF_IS_PLAN (plan) && TWF_IS_PROVISION (provision), NULL);

  fixed = twf_provision_get_field (provision, TWF_FIELD_NUMBER);
  if (fixed != NULL && !is_set_aside (provision))
    return write_fixed (plan, fixed, language);
  section = twf_provision_get_section (provision);
  if (section == TWF_SECTION_LETTER
      || g_hash_table_lookup (plan->provisions, twf_provision_get_id (provision)) != provision)
    return g_strdup ("");

  twf_plan_ensure_listed (plan);
  if (!plan->is_numbered[section])
    {
      Counter counter = { 0 };

      count (plan->tops[section], 0, &counter);
      plan->is_numbered[section] = TRUE;
    }
  node = twf_provision_get_node (provision);
  if (node->number == 0 && node->extra == 0)
    return g_strdup ("");
  if (section == TWF_SECTION_PILLARS && node->depth == 0)
    {
      g_autofree char *word = spell_extra (node->extra, language);

      return g_strdup_printf ("%u%s", node->number, word);
    }
  return format_number (node->number, node->depth, node->extra, language);
}
