/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-finding-words.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

/* By kind: what is said of a provision, and under which title such findings are counted. */
static const struct
{
  const char *sentence;
  const char *title;
} kinds[TWF_N_FINDING_KINDS] = {
  [TWF_FINDING_NO_TEXT] = { N_ ("has no text in a language of the plan") },
  [TWF_FINDING_DANGLING_LINK] = { N_ ("points to a provision that is not there") },
  [TWF_FINDING_WRONG_LINK] = { N_ ("points to a provision of the wrong kind") },
  [TWF_FINDING_PARENT_CYCLE] = { N_ ("stands under itself") },
  [TWF_FINDING_MISSING_PARENT] = { N_ ("stands under one that is not there") },
  [TWF_FINDING_HOSTILE_TEXT] = { N_ ("has characters that deceive the reader") },
  [TWF_FINDING_SERVES_NOTHING] = { N_ ("serves no objective") },
  [TWF_FINDING_STALE] = { N_ ("is a translation of an older wording") },
  [TWF_FINDING_DANGLING_PROPOSAL] = { N_ ("has a proposal about something that is not there") },
  [TWF_FINDING_OLD_BASE]
  = { N_ ("has a proposal made on another wording than the one that stands") },
  [TWF_FINDING_UNKNOWN_DELEGATION] = { N_ ("has a proposal or position of an unknown delegation") },
  [TWF_FINDING_BAD_KEY] = { N_ ("the register has a line that is no public key") },
  [TWF_FINDING_SHARED_KEY] = { N_ ("the register has one key for several, so it proves nothing") },
  [TWF_FINDING_LOOK_ALIKE] = { N_ ("delegations could be taken for each other by name or code") },
  [TWF_FINDING_BAD_AGREEMENT] = { N_ ("is said to be agreed in a way that cannot be read") },
  [TWF_FINDING_BROKEN_PACKAGE] = { N_ ("is not agreed, though others of its package are") },
  [TWF_FINDING_REOPENED] = { N_ ("was agreed in another wording") },
  [TWF_FINDING_BAD_PROCEDURE] = { N_ ("the record of the procedure has a line that says nothing") },
  [TWF_FINDING_GROUP_CIRCLE]
  = { N_ ("a group is a member of itself, so nobody knows for whom it speaks") },
  [TWF_FINDING_OTHER_NUMBER] = { N_ ("another number or year"), N_ ("Numbers and years") },
  [TWF_FINDING_OTHER_MONTH] = { N_ ("another month"), N_ ("Months") },
  [TWF_FINDING_OTHER_SYMBOL] = { N_ ("another symbol"), N_ ("Symbols of documents") },
  [TWF_FINDING_OTHER_PERCENT] = { N_ ("a percentage in one language alone"), N_ ("Percentages") },
  [TWF_FINDING_OTHER_ITEM] = { N_ ("other sub-paragraphs"), N_ ("Sub-paragraphs") },
  [TWF_FINDING_OTHER_BRACKET] = { N_ ("another count of square brackets"), N_ ("Square brackets") },
  [TWF_FINDING_OTHER_NOTE] = { N_ ("another count of footnotes"), N_ ("Footnotes") },
  [TWF_FINDING_OTHER_STATE] = { N_ ("another state"), N_ ("States") },
  [TWF_FINDING_OTHER_BODY] = { N_ ("another organization"), N_ ("Organizations") },
  [TWF_FINDING_STYLE_END]
  = { N_ ("ends in another mark than paragraphs of resolutions do"), N_ ("Ends of paragraphs") },
  [TWF_FINDING_STYLE_OPENING]
  = { N_ ("opens as paragraphs of the other part do"), N_ ("Openings of paragraphs") },
  [TWF_FINDING_STYLE_NO_END] = { N_ ("ends in no mark"), N_ ("Paragraphs without an end") },
  [TWF_FINDING_STYLE_DOUBLE_SPACE] = { N_ ("spaces one after the other"), N_ ("Double spaces") },
  [TWF_FINDING_STYLE_SPACE_BEFORE]
  = { N_ ("a space before a mark that takes none"), N_ ("Spaces before marks") },
  [TWF_FINDING_STYLE_SPACE_MISSING]
  = { N_ ("a no-break space is wanted beside a mark"), N_ ("No-break spaces") },
  [TWF_FINDING_STYLE_QUOTES]
  = { N_ ("quotation marks that the language does not use"), N_ ("Quotation marks") },
  [TWF_FINDING_STYLE_DIGITS] = { N_ ("digits of two scripts"), N_ ("Digits of two scripts") },
  [TWF_FINDING_STYLE_UNBALANCED]
  = { N_ ("a bracket or quotation mark without the other"), N_ ("Brackets and quotation marks") },
};

/**
 * twf_finding_kind_get_words:
 * @kind: what was found
 *
 * Returns: that in a few words
 */
const char *
twf_finding_kind_get_words (TwfFindingKind kind)
{
  g_return_val_if_fail (kind < TWF_N_FINDING_KINDS, NULL);

  return _ (kinds[kind].sentence);
}

/**
 * twf_finding_kind_get_title:
 * @kind: what was found
 *
 * Returns: under which title such findings are counted
 */
const char *
twf_finding_kind_get_title (TwfFindingKind kind)
{
  g_return_val_if_fail (kind < TWF_N_FINDING_KINDS, NULL);

  return kinds[kind].title != NULL ? _ (kinds[kind].title) : _ (kinds[kind].sentence);
}

static gboolean
says_something (const TwfFindingPlace *place)
{
  return place != NULL && *place->words != '\0';
}

/**
 * twf_finding_dup_detail:
 * @finding: what was found
 * @language: (nullable): what the language is called that it is about
 * @other: (nullable): what the language is called that it is held against
 *
 * Returns: (transfer full) (nullable): the words that it is about; %NULL: it is about none
 */
char *
twf_finding_dup_detail (const TwfFinding *finding, const char *language, const char *other)
{
  g_autofree char *one = language != NULL ? twf_text_isolate (language) : NULL;
  g_autofree char *two = other != NULL ? twf_text_isolate (other) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *others = NULL;

  if (finding->place != NULL && finding->other == NULL && one != NULL
      && says_something (finding->place))
    {
      words = twf_text_isolate (finding->place->words);
      /* Translators: a language, and words of it. */
      return g_strdup_printf (_ ("%s: %s"), one, words);
    }
  if (finding->place == NULL || finding->other == NULL || one == NULL || two == NULL)
    return NULL;
  words = twf_text_isolate (finding->place->words);
  others = twf_text_isolate (finding->other->words);
  if (says_something (finding->place) && says_something (finding->other))
    /* Translators: a language and what it has, another one and what that has: French: 2020;
     * English: 2022. */
    return g_strdup_printf (_ ("%s: %s; %s: %s"), one, words, two, others);
  if (says_something (finding->place))
    /* Translators: a language, what it has, and another language. */
    return g_strdup_printf (_ ("%s: %s, which is not in %s"), one, words, two);
  /* Translators: a language, what another one has, and that other language. */
  return g_strdup_printf (_ ("%s: without the %s of %s"), one, others, two);
}

/**
 * twf_finding_dup_words:
 * @finding: what was found
 * @language: (nullable): what the language is called that it is about
 * @other: (nullable): what the language is called that it is held against
 *
 * Returns: (transfer full): what was found and the words that it is about
 */
char *
twf_finding_dup_words (const TwfFinding *finding, const char *language, const char *other)
{
  const char *kind = twf_finding_kind_get_words (finding->kind);
  g_autofree char *detail = twf_finding_dup_detail (finding, language, other);

  if (detail == NULL)
    return g_strdup (kind);
  /* Translators: what was found (another number), and the words of both languages. */
  return g_strdup_printf (_ ("%s (%s)"), kind, detail);
}

/**
 * twf_remedy_get_label:
 * @name: the name of a remedy
 *
 * Returns: what stands on its button
 */
const char *
twf_remedy_get_label (const char *name)
{
  if (g_strcmp0 (name, TWF_REMEDY_ACCEPT) == 0)
    return _ ("Accept");
  if (g_strcmp0 (name, TWF_REMEDY_FIX) == 0)
    return _ ("Fix");
  g_return_val_if_reached (name);
}

/**
 * twf_remedy_get_notice:
 * @name: the name of a remedy
 *
 * Returns: what is said once it was done
 */
const char *
twf_remedy_get_notice (const char *name)
{
  if (g_strcmp0 (name, TWF_REMEDY_ACCEPT) == 0)
    return _ ("The difference is accepted as long as both texts read so");
  if (g_strcmp0 (name, TWF_REMEDY_FIX) == 0)
    return _ ("The text was put right");
  g_return_val_if_reached (name);
}
