/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-account.h"

#include "twf-segments.h"

static void
clear_doer (TwfDoer *self)
{
  g_free (self->revision);
  g_free (self->author);
  g_free (self->mandate);
  g_free (self->proposal);
  g_strfreev (self->owners);
}

/**
 * twf_doer_ref:
 * @self: who did something
 *
 * Returns: (transfer full): the same
 */
TwfDoer *
twf_doer_ref (TwfDoer *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * twf_doer_unref:
 * @self: (transfer full): who did something, made with g_atomic_rc_box_new0()
 */
void
twf_doer_unref (TwfDoer *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)clear_doer);
}

static void
free_deed (TwfDeed *deed)
{
  g_free (deed->text);
  g_free (deed->was);
  g_ptr_array_unref (deed->doers);
  g_free (deed);
}

static void
free_item (TwfAccountItem *item)
{
  g_free (item->id);
  g_free (item->delegation);
  g_free (item->numbers[0]);
  g_free (item->numbers[1]);
  g_free (item->language);
  g_free (item->field);
  g_ptr_array_unref (item->deeds);
  g_free (item);
}

/**
 * twf_account_new:
 *
 * Returns: (transfer full): an account of nothing, to be filled and finished
 */
TwfAccount *
twf_account_new (void)
{
  TwfAccount *self = g_atomic_rc_box_new0 (TwfAccount);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify)free_item);
  return self;
}

/**
 * twf_account_ref:
 * @self: an account
 *
 * Returns: (transfer full): the same
 */
TwfAccount *
twf_account_ref (TwfAccount *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_account (TwfAccount *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->ends); i++)
    {
      g_free (self->ends[i].name);
      g_free (self->ends[i].symbol);
      g_free (self->ends[i].tag);
      g_free (self->ends[i].revision);
      g_free (self->ends[i].tree);
    }
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->origins, g_ptr_array_unref);
  g_free (self->language);
  g_free (self->record);
  g_free (self->digest);
}

/**
 * twf_account_unref:
 * @self: (transfer full): an account
 */
void
twf_account_unref (TwfAccount *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)clear_account);
}

/**
 * twf_account_add_item:
 * @self: an account that is being filled
 * @row: the place of the plan
 *
 * Returns: (transfer none): a new item, without deeds
 */
TwfAccountItem *
twf_account_add_item (TwfAccount *self, const TwfRow *row)
{
  TwfAccountItem *item = g_new0 (TwfAccountItem, 1);

  item->id = g_strdup (row->id);
  item->delegation = g_strdup (row->delegation);
  item->section = row->section;
  item->numbers[0] = g_strdup (row->numbers[0]);
  item->numbers[1] = g_strdup (row->numbers[1]);
  item->deeds = g_ptr_array_new_with_free_func ((GDestroyNotify)free_deed);
  g_ptr_array_add (self->items, item);
  return item;
}

/**
 * twf_account_item_add_deed:
 * @self: an item
 * @kind: what was done
 * @text: (nullable): words, or a field's value now
 *
 * Returns: (transfer none): the deed, without doers
 */
TwfDeed *
twf_account_item_add_deed (TwfAccountItem *self, TwfDeedKind kind, const char *text)
{
  TwfDeed *deed = g_new0 (TwfDeed, 1);

  deed->kind = kind;
  deed->text = g_strdup (text);
  if (kind <= TWF_DEED_MOVED_HERE && text != NULL)
    deed->n_words = twf_text_count_words (text, self->language);
  deed->doers = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_doer_unref);
  g_ptr_array_add (self->deeds, deed);
  return deed;
}

/**
 * twf_deed_counts:
 * @self: a deed
 *
 * Returns: whether it is one to account for: not what stayed, and what moved once, not twice
 */
gboolean
twf_deed_counts (const TwfDeed *self)
{
  return self->kind != TWF_DEED_KEPT && self->kind != TWF_DEED_MOVED_AWAY;
}

/**
 * twf_deed_is_owned:
 * @self: a deed
 *
 * Returns: whether somebody answers for it; where several did it, one is enough
 */
gboolean
twf_deed_is_owned (const TwfDeed *self)
{
  for (guint i = 0; i < self->doers->len; i++)
    if (((const TwfDoer *)self->doers->pdata[i])->is_owned)
      return TRUE;
  return self->kind == TWF_DEED_KEPT;
}

static void
count_deed (TwfAccountCounts *counts, const TwfDeed *deed)
{
  switch (deed->kind)
    {
    case TWF_DEED_DELETED:
      counts->deleted += deed->n_words;
      break;
    case TWF_DEED_INSERTED:
      counts->inserted += deed->n_words;
      break;
    case TWF_DEED_MOVED_HERE:
      counts->moved += deed->n_words;
      break;
    case TWF_DEED_ADDED:
      counts->added++;
      break;
    case TWF_DEED_REMOVED:
      counts->removed++;
      break;
    case TWF_DEED_MOVED:
      counts->rearranged++;
      break;
    case TWF_DEED_FIELD:
      counts->fields++;
      break;
    case TWF_DEED_KEPT:
    case TWF_DEED_MOVED_AWAY:
      break;
    }
  if (twf_deed_counts (deed) && !twf_deed_is_owned (deed))
    counts->unaccounted++;
}

/**
 * twf_account_finish:
 * @self: an account that has all its items
 * @comparison: the two revisions compared
 *
 * Counts, finds the origins, and writes the record.
 */
void
twf_account_finish (TwfAccount *self, TwfComparison *comparison)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const TwfAccountItem *item = self->items->pdata[i];

      for (guint j = 0; j < item->deeds->len; j++)
        count_deed (&self->counts, item->deeds->pdata[j]);
    }
  self->language = g_strdup (twf_comparison_get_language (comparison));
  self->origins = twf_account_list_origins (self, comparison);
  self->record = twf_account_dup_record (self);
  self->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->record, -1);
}
