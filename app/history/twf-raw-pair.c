/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-raw-tree-private.h"

#include <string.h>

/* Two trees side by side. */

/*
 * twf_raw_is_same:
 * @one: an entry, or none
 * @other: the entry of that name in another tree, or none
 *
 * Returns: whether both are the same, whatever its mode
 */
gboolean
twf_raw_is_same (const TwfRawEntry *one, const TwfRawEntry *other)
{
  if (one->length == 0 || other->length == 0)
    return one->length == other->length;
  return memcmp (one->id, other->id, GIT_OID_RAWSZ) == 0;
}

/*
 * twf_raw_next:
 * @one: (inout): a place in one tree
 * @other: (inout): a place in another
 * @one_entry: (out): what is there next that the other has not, or has otherwise; may be none
 * @other_entry: (out): what the other has under that name; both none: there is no more
 *
 * Steps through two trees side by side. A file and a folder of one name are two entries.
 *
 * Errors: TWF_ERROR_DAMAGED if an entry is broken
 */
gboolean
twf_raw_next (TwfRawPlace *one,
              TwfRawPlace *other,
              TwfRawEntry *one_entry,
              TwfRawEntry *other_entry,
              GError **error)
{
  do
    {
      int order;

      if (!twf_raw_skip_equal (one, other, error) || !twf_raw_look (one, one_entry, error)
          || !twf_raw_look (other, other_entry, error))
        return FALSE;
      if (one_entry->length == 0 && other_entry->length == 0)
        return TRUE;
      order = one_entry->length == 0     ? 1
              : other_entry->length == 0 ? -1
                                         : twf_raw_compare (one_entry, other_entry);
      if (order > 0)
        memset (one_entry, 0, sizeof *one_entry);
      if (order < 0)
        memset (other_entry, 0, sizeof *other_entry);
      one->at += one_entry->length;
      other->at += other_entry->length;
    }
  while (twf_raw_is_same (one_entry, other_entry));
  return TRUE;
}

/*
 * twf_raw_get_id:
 * @entry: an entry, or none
 * @id: where its id goes
 *
 * Returns: (nullable): @id; NULL: there is no entry
 */
const git_oid *
twf_raw_get_id (const TwfRawEntry *entry, git_oid *id)
{
  if (entry->length == 0)
    return NULL;
  memcpy (id->id, entry->id, GIT_OID_RAWSZ);
  return id;
}

/*
 * twf_raw_get_folder:
 * @entry: an entry, or none
 * @id: where its id goes
 *
 * Returns: (nullable): @id; NULL: it is no folder
 */
const git_oid *
twf_raw_get_folder (const TwfRawEntry *entry, git_oid *id)
{
  return entry->is_folder ? twf_raw_get_id (entry, id) : NULL;
}
