/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-scribe-private.h"

#include "twf-numbering.h"
#include "twf-since-words.h"

#include <string.h>

/**
 * twf_scribe_new:
 * @plan: a plan
 * @notation: how brackets are written
 * @language: of the document's own words
 *
 * Returns: (transfer full): who writes what is open in @plan as it stands
 */
TwfScribe *
twf_scribe_new (TwfPlan *plan, TwfNotation notation, const char *language)
{
  TwfScribe *self = g_new0 (TwfScribe, 1);

  self->plan = g_object_ref (plan);
  self->notation = notation;
  self->language = g_strdup (language);
  return self;
}

/**
 * twf_scribe_write_for_eyes:
 * @self: a scribe
 * @lags: (nullable): what history tells of translations; %NULL: that is not known
 *
 * Nothing of what it writes is to be read back: words stand as they are in the plan, without
 * backslashes before what could be signs of the notation. A sheet says of each text how its
 * languages stand.
 */
void
twf_scribe_write_for_eyes (TwfScribe *self, TwfLags *lags)
{
  g_return_if_fail (self != NULL);

  self->for_eyes = TRUE;
  g_clear_pointer (&self->lags, twf_lags_unref);
  self->lags = lags != NULL ? twf_lags_ref (lags) : NULL;
}

/**
 * twf_scribe_free:
 * @self: (nullable): a scribe
 */
void
twf_scribe_free (TwfScribe *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->plan);
  g_free (self->language);
  g_clear_pointer (&self->lags, twf_lags_unref);
  g_clear_pointer (&self->references, g_hash_table_unref);
  g_free (self);
}

static char *
dup_path (TwfScribe *self, TwfProvision *provision)
{
  g_autofree char *number = twf_plan_dup_number (self->plan, provision, self->language);
  const char *parent = twf_provision_get_parent (provision);
  TwfProvision *above = parent != NULL ? twf_plan_get_provision (self->plan, parent) : NULL;
  g_autofree char *front = NULL;

  g_strdelimit (number, ".-", ' ');
  g_strstrip (number);
  /* A plan that was read may have provisions that stand under each other. */
  if (above == NULL || twf_provision_get_parent (above) != NULL)
    return g_steal_pointer (&number);
  front = dup_path (self, above);
  return g_strconcat (front, number, NULL);
}

static void
note_references (TwfScribe *self, GHashTable *counts, TwfProvision *provision)
{
  g_autoptr (GPtrArray) proposals = twf_compile_list_proposals (self->plan, provision);
  g_autofree char *path = NULL;

  if (proposals->len == 0)
    return;
  path = provision != NULL ? dup_path (self, provision) : g_strdup ("0");
  for (guint i = 0; i < proposals->len; i++)
    {
      TwfProposal *proposal = proposals->pdata[i];
      const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);
      g_autofree char *names = owners != NULL ? g_strjoinv ("+", (char **)owners) : g_strdup ("");
      char *label = g_strdup_printf ("%s %s", path, names);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, label)) + 1;

      g_hash_table_insert (counts, g_strdup (label), GUINT_TO_POINTER (n));
      if (n > 1)
        {
          g_autofree char *plain = label;

          label = g_strdup_printf ("%s #%u", plain, n);
        }
      g_hash_table_insert (self->references, g_strdup (twf_proposal_get_id (proposal)), label);
    }
}

/* What is no longer on the table, and became of it: "1 US – withdrawn". */
static const char *
note_past (TwfScribe *self, const char *pid)
{
  static const TwfSinceWord words[] = {
    [TWF_PROPOSAL_OPEN] = TWF_SINCE_WORD_OPEN,
    [TWF_PROPOSAL_PARKED] = TWF_SINCE_WORD_PARKED,
    [TWF_PROPOSAL_WITHDRAWN] = TWF_SINCE_WORD_WITHDRAWN,
    [TWF_PROPOSAL_ACCEPTED] = TWF_SINCE_WORD_ACCEPTED,
    [TWF_PROPOSAL_REJECTED] = TWF_SINCE_WORD_REJECTED,
  };
  TwfProvision *provision = NULL;
  TwfProposal *proposal = twf_plan_get_proposal (self->plan, pid, &provision);
  const char *const *owners;
  g_autofree char *path = NULL;
  g_autofree char *names = NULL;
  char *label;

  if (proposal == NULL)
    return pid;
  owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);
  path = provision != NULL ? dup_path (self, provision) : g_strdup ("0");
  names = owners != NULL ? g_strjoinv ("+", (char **)owners) : g_strdup ("");
  label
      = g_strdup_printf ("%s %s – %s",
                         path,
                         names,
                         twf_since_word (words[twf_proposal_get_state (proposal)], self->language));
  g_hash_table_insert (self->references, g_strdup (pid), label);
  return label;
}

/**
 * twf_scribe_get_reference:
 * @self: a scribe
 * @pid: a proposal
 *
 * How a compilation speaks of a proposal: by the number of its provision and its owners, and where
 * they have several there, which one: "12bis EG #2".
 *
 * Returns: (transfer none): what to write; of one that is not on the table also what became of it;
 *   the id where there is no such proposal
 */
const char *
twf_scribe_get_reference (TwfScribe *self, const char *pid)
{
  const char *reference;

  if (self->references == NULL)
    {
      g_autoptr (GPtrArray) all = twf_plan_list_all (self->plan);
      g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      self->references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      note_references (self, counts, NULL);
      for (guint i = 0; i < all->len; i++)
        note_references (self, counts, all->pdata[i]);
    }
  reference = g_hash_table_lookup (self->references, pid);
  return reference != NULL ? reference : note_past (self, pid);
}
