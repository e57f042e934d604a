/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-novelty-private.h"

/**
 * twf_novelty_accept:
 * @self: what is gone through
 * @id: full id of an object that no visit comes to, and that was looked at otherwise
 *
 * Counts it among what comes in.
 */
void
twf_novelty_accept (TwfNovelty *self, const char *id)
{
  git_oid accepted;

  if (git_oid_fromstr (&accepted, id) == 0)
    g_hash_table_add (twf_novelty_get_accepted (self), g_memdup2 (&accepted, sizeof accepted));
}

/**
 * twf_novelty_get_n_objects:
 * @self: what was gone through
 *
 * Returns: how many new objects there are in the visits that ended well
 */
guint
twf_novelty_get_n_objects (TwfNovelty *self)
{
  return g_hash_table_size (twf_novelty_get_accepted (self));
}

/**
 * twf_novelty_dup_list:
 * @self: what was gone through
 *
 * Returns: (transfer full): the full ids of those objects, each with a line feed
 */
GBytes *
twf_novelty_dup_list (TwfNovelty *self)
{
  gsize size = (gsize)g_hash_table_size (twf_novelty_get_accepted (self)) * (GIT_OID_HEXSZ + 1);
  char *text = g_malloc (size + 1);
  char *at = text;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, twf_novelty_get_accepted (self));
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      git_oid_fmt (at, id);
      at[GIT_OID_HEXSZ] = '\n';
      at += GIT_OID_HEXSZ + 1;
    }
  return g_bytes_new_take (text, size);
}
