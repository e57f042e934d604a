/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-numbering-private.h"

#include "twf-plan-private.h"

#include <string.h>

/* Letters of the abjad, in the order in which Arabic documents count with them. */
static const char *const abjad[]
    = { "أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن",
        "س", "ع", "ف", "ص", "ق", "ر", "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ" };

static const char *const latin[]
    = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m",
        "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z" };

/* After the last letter they are doubled: (z), (aa), (bb); with a space where they would join into
 * one shape: (غ), (أ أ), (ب ب). What stands before the first is counted behind none: (0 bis). */
static char *
spell_letters (guint number, const char *const *letters, guint n_letters, const char *between)
{
  GString *spelled = g_string_new (NULL);

  if (number == 0)
    g_string_append_c (spelled, '0');
  for (guint i = 0; number > 0 && i <= (number - 1) / n_letters; i++)
    g_string_append_printf (
        spelled, "%s%s", i > 0 ? between : "", letters[(number - 1) % n_letters]);
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
  GString *spelled = g_string_new (number == 0 ? "0" : NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (spelled, signs[i].sign);
  return g_string_free (spelled, FALSE);
}

static char *
format_arabic (guint number, guint depth, const char *extra)
{
  g_autofree char *letters = NULL;

  if (depth == 0)
    return g_strdup_printf ("%u%s -", number, extra);
  if (depth % 2 == 0)
    return g_strdup_printf ("’%u%s‘", number, extra);
  letters = spell_letters (number, abjad, G_N_ELEMENTS (abjad), " ");
  return g_strdup_printf ("(%s%s)", letters, extra);
}

static char *
format_number (guint number, guint depth, const char *word, const char *language)
{
  g_autofree char *sign = NULL;

  if (twf_number_language_is (language, "ar"))
    return format_arabic (number, depth, word);
  if (depth == 0)
    return g_strdup_printf ("%u%s.", number, word);
  if (depth % 2 == 0)
    sign = spell_roman (number);
  else
    sign = spell_letters (number, latin, G_N_ELEMENTS (latin), "");
  if (twf_number_language_is (language, "fr") || twf_number_language_is (language, "es")
      || twf_number_language_is (language, "ru"))
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
  return number > 0 ? format_number (number, depth, "", language) : g_strdup ("");
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

/* Whether @provision is one of a proposal that is not on the table. */
static gboolean
is_set_aside (TwfProvision *provision)
{
  TwfProposalState state;

  return twf_provision_is_proposed (provision, &state) && state != TWF_PROPOSAL_OPEN;
}

/* A number counted, with what is written behind it. */
static char *
write_counted (TwfPlan *plan, TwfProvision *provision, const char *behind, const char *language)
{
  TwfNode *node = twf_provision_get_node (provision);
  g_autofree char *inserted = NULL;
  g_autofree char *word = NULL;
  guint number, extra;

  twf_plan_count_number (plan, provision, &number, &extra);
  if (number == 0 && extra == 0)
    return g_strdup ("");
  inserted = twf_number_spell_inserted (twf_plan_get_convention (plan), extra, language);
  word = g_strconcat (inserted, behind, NULL);
  if (twf_provision_get_section (provision) == TWF_SECTION_PILLARS && node->depth == 0)
    return g_strdup_printf ("%u%s", number, word);
  return format_number (number, node->depth, word, language);
}

/**
 * twf_plan_get_convention:
 * @plan: a plan
 *
 * Delegations write bis for a paragraph that was inserted, and alt for another wording of one; the
 * United Nations Editorial Manual writes bis for another wording. Plans of both kinds are
 * negotiated: the plan's field says which it is.
 *
 * Returns: what bis means in the plan; where it does not say, what delegations mean
 */
TwfConvention
twf_plan_get_convention (TwfPlan *plan)
{
  const char *value;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (TWF_IS_PLAN (plan), TWF_CONVENTION_BIS_INSERTED);

  value = twf_plan_get_field (plan, TWF_PLAN_CONVENTION);
  words = g_strsplit_set (value != NULL ? value : "", " ,;", -1);
  return g_strv_contains ((const char *const *)words, TWF_CONVENTION_NAME_BIS_ALTERNATIVE)
             ? TWF_CONVENTION_BIS_ALTERNATIVE
             : TWF_CONVENTION_BIS_INSERTED;
}

/**
 * twf_plan_dup_number:
 * @plan: a plan
 * @provision: a provision of it
 * @language: (nullable): the language of the document
 *
 * A proposed provision takes no number from those that are agreed: it is the bis, ter, quater of
 * the one before it. One whose proposal is parked, withdrawn or rejected has none. In a plan that
 * was issued, what stood in it keeps its number (twf_plan_set_fixed_numbers()), and what was
 * inserted since is bis, ter, quater, proposed or agreed.
 *
 * Returns: (transfer full): the number as it stands before the provision: the one its source fixed,
 * else the computed one; empty for headings and paragraphs of the letter
 */
char *
twf_plan_dup_number (TwfPlan *plan, TwfProvision *provision, const char *language)
{
  const char *fixed;

  g_return_val_if_fail (TWF_IS_PLAN (plan) && TWF_IS_PROVISION (provision), NULL);

  fixed = twf_provision_get_field (provision, TWF_FIELD_NUMBER);
  if (fixed != NULL && !is_set_aside (provision))
    return write_fixed (plan, fixed, language);
  return write_counted (plan, provision, "", language);
}

/* The how manieth @proposal is among the open ones for other words of the same text. */
static guint
find_place (TwfProvision *provision, TwfProposal *proposal)
{
  GListModel *all = twf_provision_list_proposals (provision);
  guint nth = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TwfProposal) at = g_list_model_get_item (all, i);

      if (twf_proposal_get_kind (at) != TWF_PROPOSAL_REPLACE
          || twf_proposal_get_state (at) != TWF_PROPOSAL_OPEN
          || twf_proposal_get_field (at, TWF_PROPOSAL_FIELD_FIELD) != NULL
          || twf_proposal_get_part (at) != twf_proposal_get_part (proposal))
        continue;
      nth++;
      if (at == proposal)
        return nth;
    }
  return 0;
}

/**
 * twf_plan_dup_alternative_number:
 * @plan: a plan
 * @provision: a provision of it
 * @proposal: a proposal on it
 * @language: (nullable): the language of the document
 *
 * Returns: (transfer full): the number of another wording, "5 alt", or as the plan's convention has
 *   it "5 bis"; empty where @proposal asks for something else or is not on the table
 */
char *
twf_plan_dup_alternative_number (TwfPlan *plan,
                                 TwfProvision *provision,
                                 TwfProposal *proposal,
                                 const char *language)
{
  g_autofree char *word = NULL;
  guint nth;

  g_return_val_if_fail (TWF_IS_PLAN (plan) && TWF_IS_PROVISION (provision), NULL);
  g_return_val_if_fail (TWF_IS_PROPOSAL (proposal), NULL);

  nth = find_place (provision, proposal);
  if (nth == 0 || twf_provision_get_field (provision, TWF_FIELD_NUMBER) != NULL)
    return g_strdup ("");
  word = twf_number_spell_alternative (twf_plan_get_convention (plan), nth, language);
  return write_counted (plan, provision, word, language);
}
