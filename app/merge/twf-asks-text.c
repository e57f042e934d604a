/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-asks.h"

#include "twf-text-merge.h"
#include "twf-values.h"
#include "twf-wording.h"

#include <string.h>

/* What is asked about words: each text is carried on to the rolling one and taken apart. */

/* One text in three states; empty: none. */
typedef struct
{
  TwfPart part;
  const char *language;
  const char *base;
  const char *rolling;
  const char *tip;
  gboolean own; /* of one's own draft */
} Wording;

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static TwfProposal *
make_proposal (const Wording *wording, const char *text)
{
  TwfProposal *proposal = twf_proposal_new ("text");

  twf_proposal_set_part (proposal, wording->part);
  twf_proposal_set_text (proposal, wording->language, text);
  if (*wording->rolling != '\0')
    {
      g_autofree char *blob = twf_wording_dup_id (wording->rolling);
      g_autofree char *base = g_strdup_printf ("%s=%s", wording->language, blob);
      const char *const bases[] = { base, NULL };

      twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_BASE, bases);
    }
  return proposal;
}

static gboolean
is_inside_word (const char *text, const char *at)
{
  return at > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)))
         && g_unichar_isalnum (g_utf8_get_char (at));
}

/* Whether @words stand in @text, as whole words. */
static gboolean
holds_words (const char *text, const char *words)
{
  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    if (!is_inside_word (text, at) && !is_inside_word (text, at + strlen (words)))
      return TRUE;
  return FALSE;
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* Whether the rolling text, otherwise rewritten, holds already the words that a change puts in and
 * none of those that it takes out; said only where there is no doubt. */
static gboolean
is_fulfilled (const Wording *wording, const char *changed)
{
  g_autoptr (GPtrArray) runs = twf_difference_of_texts (wording->base, changed, wording->language);
  gboolean has_words = FALSE;

  for (guint i = 0; i < runs->len; i++)
    {
      TwfRun *run = runs->pdata[i];
      g_autofree char *words = g_strstrip (g_strdup (run->text));

      if (run->kind == TWF_RUN_EQUAL || !has_letters (words))
        continue;
      has_words = TRUE;
      if (run->kind == TWF_RUN_DELETED && strstr (wording->rolling, words) != NULL)
        return FALSE;
      if (run->kind == TWF_RUN_INSERTED
          && (strstr (wording->base, words) != NULL || !holds_words (wording->rolling, words)))
        return FALSE;
    }
  return has_words;
}

static void
ask (TwfAsks *self,
     TwfTarget *target,
     TwfContribution *from,
     const Wording *wording,
     const char *text,
     gboolean overrides)
{
  TwfRequest *request = twf_request_new (TWF_REQUEST_TEXT, target->id);

  request->section = target->standing != NULL ? twf_provision_get_section (target->standing) : 0;
  request->part = wording->part;
  request->language = g_strdup (wording->language);
  request->old_text = g_strdup (or_null (wording->rolling));
  request->new_text = g_strdup (or_null (text));
  request->overrides = overrides;
  request->own = wording->own;
  request->proposal = make_proposal (wording, text);
  twf_asks_add (self, target, request, from->owner);
}

/* Whether a change puts words in beside the very same words, which the rolling text has got since.
 */
static gboolean
doubles (const Wording *wording, const char *changed)
{
  g_autoptr (GPtrArray) runs
      = twf_difference_of_texts (wording->rolling, changed, wording->language);
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) behind = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      TwfRun *run = runs->pdata[i];

      if (run->kind == TWF_RUN_DELETED || (run->kind == TWF_RUN_INSERTED && words != NULL))
        return FALSE;
      if (run->kind == TWF_RUN_INSERTED)
        words = g_strdup (run->text);
      else
        g_string_append (words == NULL ? before : behind, run->text);
    }
  if (words == NULL || *g_strstrip (words) == '\0' || strstr (wording->base, words) != NULL)
    return FALSE;
  return g_str_has_suffix (g_strchomp (before->str), words)
         || g_str_has_prefix (g_strchug (behind->str), words);
}

/* What @carried, over the rolling text, asks for. */
static void
ask_for_parts (TwfAsks *self,
               TwfTarget *target,
               TwfContribution *from,
               const Wording *wording,
               const char *carried,
               gboolean overrides)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (g_str_equal (carried, wording->rolling))
    return;
  parts = twf_text_split (wording->rolling, carried, wording->language);
  for (guint i = 0; i < parts->len; i++)
    if (g_str_equal (wording->base, wording->rolling) || !doubles (wording, parts->pdata[i]))
      ask (self, target, from, wording, parts->pdata[i], overrides);
}

/* Where the rolling text changed the same words, each change is carried on by itself: one that
 * overrides what came since does not make the others do. */
static void
gather_one_by_one (TwfAsks *self, TwfTarget *target, TwfContribution *from, const Wording *wording)
{
  g_autoptr (GPtrArray) changes = twf_text_split (wording->base, wording->tip, wording->language);

  for (guint i = 0; i < changes->len; i++)
    {
      gboolean clash = FALSE;
      g_autofree char *carried = NULL;

      if (is_fulfilled (wording, changes->pdata[i]))
        continue;
      carried = twf_text_carry (
          changes->pdata[i], wording->base, wording->rolling, wording->language, &clash);
      ask_for_parts (self, target, from, wording, carried, clash);
    }
}

/* A delegation that takes the rolling text in: all that does not touch its own words comes, and of
 * what does it is told, one by one, what it would be to give them up. */
static void
gather_beside_own (TwfAsks *self,
                   TwfTarget *target,
                   TwfContribution *from,
                   const Wording *wording,
                   const char *given_up)
{
  g_autofree char *kept
      = twf_text_carry (wording->rolling, wording->base, wording->tip, wording->language, NULL);
  g_autoptr (GPtrArray) changes = NULL;

  ask_for_parts (self, target, from, wording, kept, FALSE);
  changes = twf_text_split (kept, given_up, wording->language);
  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *text
          = twf_text_carry (changes->pdata[i], kept, wording->rolling, wording->language, NULL);

      if (!g_str_equal (text, wording->rolling))
        ask (self, target, from, wording, text, TRUE);
    }
}

/**
 * twf_asks_only_takes_away:
 * @base: (nullable): a text
 * @tip: (nullable): what became of it
 * @language: their language
 *
 * Returns: whether nothing of @tip is left to ask for where the whole text went
 */
gboolean
twf_asks_only_takes_away (const char *base, const char *tip, const char *language)
{
  const char *const sides[] = { tip, NULL };
  g_autoptr (GPtrArray) pieces = twf_merge_texts (base, sides, G_N_ELEMENTS (sides), language);
  g_autofree char *text = twf_pieces_dup_text (pieces, G_MAXUINT);

  return twf_pieces_are_decided (pieces) && *text == '\0';
}

/**
 * twf_asks_takes_text_from:
 * @self: a request about a text
 * @other: another one about the same text
 *
 * Returns: whether @self asks that there be no text where @other asks for more words: a text that
 * goes is one thing, so that what was put at its end does not stand alone
 */
gboolean
twf_asks_takes_text_from (TwfRequest *self, TwfRequest *other)
{
  return self->new_text == NULL && other->new_text != NULL
         && !twf_asks_only_takes_away (other->old_text, other->new_text, other->language);
}

static void
gather_text (TwfAsks *self, TwfTarget *target, TwfContribution *from, const Wording *wording)
{
  gboolean moved_on = !g_str_equal (wording->base, wording->rolling);
  gboolean clash = FALSE;
  g_autofree char *carried = NULL;

  if (g_str_equal (wording->base, wording->tip) || g_str_equal (wording->rolling, wording->tip))
    return;
  if (*wording->rolling == '\0' && *wording->base != '\0'
      && twf_asks_only_takes_away (wording->base, wording->tip, wording->language))
    return;
  /* A text that comes or goes is one thing, however long. */
  if (*wording->base == '\0' || *wording->rolling == '\0' || *wording->tip == '\0')
    {
      ask (self, target, from, wording, wording->tip, moved_on);
      return;
    }
  if (moved_on)
    carried
        = twf_text_carry (wording->tip, wording->base, wording->rolling, wording->language, &clash);
  if (clash && self->takes_in)
    gather_beside_own (self, target, from, wording, carried);
  else if (clash)
    gather_one_by_one (self, target, from, wording);
  else
    ask_for_parts (self, target, from, wording, moved_on ? carried : wording->tip, FALSE);
}

static const char *
get_text (TwfProvision *provision, TwfPart part, const char *language)
{
  return provision != NULL ? or_empty (twf_provision_get_text (provision, part, language)) : "";
}

static void
gather_language (TwfAsks *self,
                 TwfTarget *target,
                 TwfContribution *from,
                 TwfProvisionPair *pair,
                 TwfPart part,
                 const char *language)
{
  Wording wording = { part, language };

  wording.own = twf_asks_is_own_draft (target, from, pair);
  wording.base = get_text (pair->old_one, part, language);
  /* In a language that the plan does not have and nobody asks for no text comes to stand. */
  if (!target->is_new || twf_values_hold ((const char *const *)self->languages, language))
    wording.rolling = get_text (target->standing, part, language);
  else
    wording.rolling = "";
  wording.tip = get_text (pair->new_one, part, language);
  /* One's own draft that nobody else asks for: what one made of it since. */
  if (pair->old_one == NULL && wording.own)
    wording.base = wording.rolling;
  gather_text (self, target, from, &wording);
}

/**
 * twf_asks_gather_texts:
 * @self: what is asked for
 * @from: a contribution
 * @pair: what it does to one provision that it does not delete
 *
 * Finds what other words are asked for.
 */
void
twf_asks_gather_texts (TwfAsks *self, TwfContribution *from, TwfProvisionPair *pair)
{
  TwfTarget *target = twf_asks_get_target (self, twf_provision_get_id (pair->new_one));

  if (target->standing == NULL)
    return;
  for (TwfPart part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) news = twf_provision_list_languages (pair->new_one, part);
      g_auto (GStrv) olds = twf_provision_list_languages (
          pair->old_one != NULL ? pair->old_one : target->standing, part);

      for (guint i = 0; news[i] != NULL; i++)
        gather_language (self, target, from, pair, part, news[i]);
      for (guint i = 0; olds[i] != NULL; i++)
        if (!g_strv_contains ((const char *const *)news, olds[i]))
          gather_language (self, target, from, pair, part, olds[i]);
    }
}

static void
gather_title (TwfAsks *self, TwfContribution *from, const char *language)
{
  Wording wording = { TWF_PART_BODY, language };

  wording.base = or_empty (twf_plan_get_title (from->old_head, language));
  wording.rolling = or_empty (twf_plan_get_title (self->rolling, language));
  wording.tip = or_empty (twf_plan_get_title (from->new_head, language));
  gather_text (self, twf_asks_get_target (self, NULL), from, &wording);
}

/**
 * twf_asks_gather_titles:
 * @self: what is asked for
 * @from: a contribution that says something about the plan itself
 *
 * Finds what other titles are asked for.
 */
void
twf_asks_gather_titles (TwfAsks *self, TwfContribution *from)
{
  g_auto (GStrv) olds = twf_plan_list_title_languages (from->old_head);
  g_auto (GStrv) news = twf_plan_list_title_languages (from->new_head);

  for (guint i = 0; news[i] != NULL; i++)
    gather_title (self, from, news[i]);
  for (guint i = 0; olds[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *)news, olds[i]))
      gather_title (self, from, olds[i]);
}
