/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-discussion.h"

#include <string.h>

static int
compare_remarks (gconstpointer one, gconstpointer other, gpointer user_data)
{
  gint64 first = twf_remark_get_when ((TwfRemark *)one);
  gint64 second = twf_remark_get_when ((TwfRemark *)other);

  if (first != second)
    return first < second ? -1 : 1;
  return strcmp (twf_remark_get_id ((TwfRemark *)one), twf_remark_get_id ((TwfRemark *)other));
}

static guint
count_items (GListStore *store)
{
  return store != NULL ? g_list_model_get_n_items (G_LIST_MODEL (store)) : 0;
}

/* The item stays the list's. */
static gpointer
get_item (GListStore *store, guint position)
{
  gpointer item = g_list_model_get_item (G_LIST_MODEL (store), position);

  g_object_unref (item);
  return item;
}

/* First proposal whose id is not before @id; whether it is @id's goes to @found. */
static guint
find_proposal (GListStore *store, const char *id, gboolean *found)
{
  guint low = 0;
  guint high = count_items (store);

  *found = FALSE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (twf_proposal_get_id (get_item (store, middle)), id);

      if (order == 0)
        {
          *found = TRUE;
          return middle;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
find_remark (GListStore *store, const char *id, guint *position)
{
  for (*position = 0; *position < count_items (store); ++*position)
    if (g_str_equal (twf_remark_get_id (get_item (store, *position)), id))
      return TRUE;
  return FALSE;
}

/**
 * twf_discussion_clear:
 * @self: a discussion
 *
 * Frees what is in @self.
 */
void
twf_discussion_clear (TwfDiscussion *self)
{
  g_clear_object (&self->proposals);
  g_clear_object (&self->remarks);
}

/**
 * twf_discussion_copy:
 * @self: an empty discussion
 * @from: what is copied into it
 */
void
twf_discussion_copy (TwfDiscussion *self, const TwfDiscussion *from)
{
  for (guint i = 0; i < count_items (from->proposals); i++)
    {
      g_autoptr (TwfProposal) copy = twf_proposal_copy (get_item (from->proposals, i));

      twf_discussion_put_proposal (self, copy);
    }
  for (guint i = 0; i < count_items (from->remarks); i++)
    twf_discussion_put_remark (self, get_item (from->remarks, i));
}

/**
 * twf_discussion_equal:
 * @one: a discussion
 * @other: another
 *
 * Returns: whether both hold the same proposals and remarks
 */
gboolean
twf_discussion_equal (const TwfDiscussion *one, const TwfDiscussion *other)
{
  if (count_items (one->proposals) != count_items (other->proposals)
      || count_items (one->remarks) != count_items (other->remarks))
    return FALSE;
  for (guint i = 0; i < count_items (one->proposals); i++)
    if (!twf_proposal_equal (get_item (one->proposals, i), get_item (other->proposals, i)))
      return FALSE;
  for (guint i = 0; i < count_items (one->remarks); i++)
    if (!twf_remark_equal (get_item (one->remarks, i), get_item (other->remarks, i)))
      return FALSE;
  return TRUE;
}

/**
 * twf_discussion_list_proposals:
 * @self: a discussion
 *
 * Returns: (transfer none): of TwfProposal, by id; always the same object
 */
GListModel *
twf_discussion_list_proposals (TwfDiscussion *self)
{
  if (self->proposals == NULL)
    self->proposals = g_list_store_new (TWF_TYPE_PROPOSAL);
  return G_LIST_MODEL (self->proposals);
}

/**
 * twf_discussion_get_proposal:
 * @self: a discussion
 * @id: an id
 *
 * Returns: (nullable) (transfer none): the proposal with that id
 */
TwfProposal *
twf_discussion_get_proposal (const TwfDiscussion *self, const char *id)
{
  gboolean found;
  guint position = find_proposal (self->proposals, id, &found);

  return found ? get_item (self->proposals, position) : NULL;
}

/**
 * twf_discussion_put_proposal:
 * @self: a discussion
 * @proposal: a proposal, not changed afterwards; one with its id that is there goes
 */
void
twf_discussion_put_proposal (TwfDiscussion *self, TwfProposal *proposal)
{
  gboolean found;
  guint position;
  gpointer items[] = { proposal };

  twf_discussion_list_proposals (self);
  position = find_proposal (self->proposals, twf_proposal_get_id (proposal), &found);
  g_list_store_splice (self->proposals, position, found ? 1 : 0, items, 1);
}

/**
 * twf_discussion_drop_proposal:
 * @self: a discussion
 * @id: an id
 *
 * Takes the proposal with that id out, if there is one.
 */
void
twf_discussion_drop_proposal (TwfDiscussion *self, const char *id)
{
  gboolean found;
  guint position = find_proposal (self->proposals, id, &found);

  if (found)
    g_list_store_remove (self->proposals, position);
}

/**
 * twf_discussion_list_remarks:
 * @self: a discussion
 *
 * Returns: (transfer none): of TwfRemark, oldest first; always the same object
 */
GListModel *
twf_discussion_list_remarks (TwfDiscussion *self)
{
  if (self->remarks == NULL)
    self->remarks = g_list_store_new (TWF_TYPE_REMARK);
  return G_LIST_MODEL (self->remarks);
}

/**
 * twf_discussion_get_remark:
 * @self: a discussion
 * @id: an id
 *
 * Returns: (nullable) (transfer none): the remark with that id
 */
TwfRemark *
twf_discussion_get_remark (const TwfDiscussion *self, const char *id)
{
  guint position;

  return find_remark (self->remarks, id, &position) ? get_item (self->remarks, position) : NULL;
}

/**
 * twf_discussion_put_remark:
 * @self: a discussion
 * @remark: a remark; one with its id that is there goes
 */
void
twf_discussion_put_remark (TwfDiscussion *self, TwfRemark *remark)
{
  twf_discussion_list_remarks (self);
  twf_discussion_drop_remark (self, twf_remark_get_id (remark));
  g_list_store_insert_sorted (self->remarks, remark, compare_remarks, NULL);
}

/**
 * twf_discussion_drop_remark:
 * @self: a discussion
 * @id: an id
 *
 * Takes the remark with that id out, if there is one.
 */
void
twf_discussion_drop_remark (TwfDiscussion *self, const char *id)
{
  guint position;

  if (find_remark (self->remarks, id, &position))
    g_list_store_remove (self->remarks, position);
}
