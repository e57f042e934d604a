/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-change-meaning.h"

#include "twf-change-moves.h"

#include "twf-meaning.h"

/* Bookkeeping, and what only renumbers: the provision's number, the convention by which all are
 * numbered, the place in the list of signatories. */
static const char *const silent_fields[] = { TWF_FIELD_NUMBER,
                                             TWF_FIELD_SOURCE,
                                             TWF_FIELD_TRANSLATED,
                                             TWF_FIELD_ACCEPTED,
                                             TWF_PLAN_CONVENTION,
                                             TWF_DELEGATION_RANK,
                                             TWF_DELEGATION_KEY,
                                             TWF_PLAN_REGISTER,
                                             TWF_PLAN_FACILITATOR_KEY,
                                             TWF_PLAN_PROCEDURE,
                                             NULL };

/* A proposal that came or went is always told, unless what it asks for changes no meaning. */
static gboolean
has_meaning (const TwfChange *change, GHashTable *moved)
{
  switch (change->kind)
    {
    case TWF_CHANGE_MOVED:
      return g_hash_table_contains (moved, change->id);
    case TWF_CHANGE_FIELD:
      if (g_strv_contains (silent_fields, change->field))
        return FALSE;
      break;
    case TWF_CHANGE_PROPOSAL_ADDED:
    case TWF_CHANGE_PROPOSAL_REMOVED:
      if (change->asks != TWF_PROPOSAL_REPLACE || !twf_change_has_words (change))
        return TRUE;
      break;
    case TWF_CHANGE_TEXT:
    case TWF_CHANGE_PROPOSAL:
      break;
    default:
      return TRUE;
    }
  return !twf_meaning_is_same (change->old_value, change->new_value, change->language);
}

static void
make_plain (char **value)
{
  char *plain = *value != NULL ? twf_meaning_dup_plain (*value) : NULL;

  g_free (*value);
  *value = plain;
}

/**
 * twf_changes_keep_meaning:
 * @changes: (transfer full) (element-type TwfChange): the facts in which two plans differ
 * @former: the one
 * @latter: the other
 *
 * Leaves out what changes no meaning: texts that are the same in twf_meaning_is_same(), moves after
 * which everything is read in the order in which it was, numbers, marks of translation and other
 * bookkeeping. Words of what is kept are plain.
 *
 * Returns: (transfer full) (element-type TwfChange): the others, in their order
 */
GPtrArray *
twf_changes_keep_meaning (GPtrArray *changes, TwfPlan *former, TwfPlan *latter)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_change_free);
  g_autoptr (GHashTable) moved = twf_changes_find_moved (changes, former, latter);

  g_ptr_array_set_free_func (changes, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      TwfChange *change = changes->pdata[i];

      if (!has_meaning (change, moved))
        {
          twf_change_free (change);
          continue;
        }
      if (twf_change_has_words (change))
        {
          make_plain (&change->old_value);
          make_plain (&change->new_value);
        }
      g_ptr_array_add (kept, change);
    }
  g_ptr_array_unref (changes);
  return kept;
}
