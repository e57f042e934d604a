/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-index-private.h"

#include "twf-revision-private.h"

#include <string.h>

/* The body of a record:
 *
 *   id (20), number of parents (1), parents (20 each), when it was made (8), length of the author's
 *   address (1), address, number of keys (4), keys (8 each, least first)
 *
 * A number of keys with all bits set stands for none, and says that they were not looked for; a
 * length of the address with all bits set, that it is too long to be kept. */
#define NO_KEYS G_MAXUINT32
#define LONG_EMAIL G_MAXUINT8

/* The rest of a body. */
typedef struct
{
  const guint8 *at;
  gsize left;
} Rest;

/* NULL: there is not so much. */
static const guint8 *
take (Rest *rest, gsize length)
{
  const guint8 *at = rest->at;

  if (length > rest->left)
    return NULL;
  rest->at += length;
  rest->left -= length;
  return at;
}

static gboolean
take_author (TwfEntry *self, Rest *rest)
{
  const guint8 *head = take (rest, sizeof self->when + 1);

  if (head == NULL)
    return FALSE;
  memcpy (&self->when, head, sizeof self->when);
  self->when = GINT64_FROM_LE (self->when);
  self->n_email = head[sizeof self->when];
  self->knows_email = self->n_email != LONG_EMAIL;
  if (!self->knows_email)
    self->n_email = 0;
  self->email = (const char *)take (rest, self->n_email);
  return self->email != NULL;
}

static gboolean
take_keys (TwfEntry *self, Rest *rest)
{
  const guint8 *number = take (rest, sizeof self->n_keys);

  if (number == NULL)
    return FALSE;
  memcpy (&self->n_keys, number, sizeof self->n_keys);
  self->n_keys = GUINT32_FROM_LE (self->n_keys);
  self->has_units = self->n_keys != NO_KEYS;
  if (!self->has_units)
    self->n_keys = 0;
  self->keys = take (rest, (gsize)self->n_keys * 8);
  return self->keys != NULL && rest->left == 0;
}

/*
 * twf_entry_new:
 * @body: the body of a record; it must live as long as the entry
 * @length: its length
 *
 * Returns: (transfer full) (nullable): what it says of a commit, to be freed with g_free(); NULL:
 * it is none
 */
TwfEntry *
twf_entry_new (const guint8 *body, gsize length)
{
  g_autofree TwfEntry *self = g_new0 (TwfEntry, 1);
  Rest rest = { body, length };
  const guint8 *id = take (&rest, GIT_OID_RAWSZ);
  const guint8 *n_parents = take (&rest, 1);

  if (id == NULL || n_parents == NULL)
    return NULL;
  memcpy (self->id.id, id, GIT_OID_RAWSZ);
  self->n_parents = *n_parents;
  self->parents = take (&rest, (gsize)self->n_parents * GIT_OID_RAWSZ);
  if (self->parents == NULL || !take_author (self, &rest) || !take_keys (self, &rest))
    return NULL;
  return g_steal_pointer (&self);
}

static void
put_author (GByteArray *body, git_commit *commit)
{
  g_autofree char *email = twf_revision_dup_email_of (commit);
  gsize length = strlen (email);
  guint8 kept = length < LONG_EMAIL ? (guint8)length : LONG_EMAIL;
  gint64 when = GINT64_TO_LE (twf_revision_get_when_of (commit));

  g_byte_array_append (body, (const guint8 *)&when, sizeof when);
  g_byte_array_append (body, &kept, 1);
  if (kept != LONG_EMAIL)
    g_byte_array_append (body, (const guint8 *)email, kept);
}

static void
put_keys (GByteArray *body, GArray *units)
{
  guint32 n_keys = GUINT32_TO_LE (units != NULL ? units->len : NO_KEYS);

  g_byte_array_append (body, (const guint8 *)&n_keys, sizeof n_keys);
  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      guint64 key = GUINT64_TO_LE (g_array_index (units, guint64, i));

      g_byte_array_append (body, (const guint8 *)&key, sizeof key);
    }
}

/*
 * twf_entry_compose:
 * @commit: a commit
 * @units: (nullable) (element-type guint64): keys of what it touches, least first; NULL: they are
 *   not known
 *
 * Returns: (transfer full): the body of its record
 */
GByteArray *
twf_entry_compose (git_commit *commit, GArray *units)
{
  GByteArray *body = g_byte_array_new ();
  guint8 n_parents = MIN (git_commit_parentcount (commit), G_MAXUINT8);

  g_byte_array_append (body, git_commit_id (commit)->id, GIT_OID_RAWSZ);
  g_byte_array_append (body, &n_parents, 1);
  for (guint i = 0; i < n_parents; i++)
    g_byte_array_append (body, git_commit_parent_id (commit, i)->id, GIT_OID_RAWSZ);
  put_author (body, commit);
  put_keys (body, units);
  return body;
}

/*
 * twf_entry_get_parent:
 * @self: what is remembered of a commit
 * @index: which parent
 *
 * Returns: the parent's id
 */
git_oid
twf_entry_get_parent (const TwfEntry *self, guint index)
{
  git_oid id = { 0 };

  g_assert (index < self->n_parents);

  memcpy (id.id, self->parents + (gsize)index * GIT_OID_RAWSZ, GIT_OID_RAWSZ);
  return id;
}

/*
 * twf_entry_touches:
 * @self: what is remembered of a commit, with its units
 * @key: a unit's key
 *
 * Returns: whether the commit touches the unit
 */
gboolean
twf_entry_touches (const TwfEntry *self, guint64 key)
{
  guint32 low = 0, high = self->n_keys;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      guint64 found;

      memcpy (&found, self->keys + (gsize)middle * 8, sizeof found);
      found = GUINT64_FROM_LE (found);
      if (found == key)
        return TRUE;
      if (found < key)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}
