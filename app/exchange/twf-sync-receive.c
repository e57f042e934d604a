/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-sync-private.h"

static gboolean
is_known (TwfRepository *plan, const char *tip)
{
  g_autofree char *id = twf_repository_resolve (plan, tip, NULL);

  return id != NULL;
}

/* The one place at which what was fetched meets the way in that files have too. */
gboolean
twf_sync_receive (TwfSyncing *syncing, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < syncing->fetched->len; i++)
    {
      const TwfBranch *branch = syncing->fetched->pdata[i];
      TwfSyncBranch *found;

      if (g_str_equal (branch->name, syncing->self->own_branch))
        continue;
      found = g_new0 (TwfSyncBranch, 1);
      found->branch = g_strdup (branch->name);
      found->tip = g_strdup (branch->tip);
      found->is_new = !is_known (syncing->plan, branch->tip);
      g_ptr_array_add (syncing->self->branches, found);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

gboolean
twf_sync_may_take_own (TwfSyncing *syncing, const char *tip)
{
  return syncing->options->take_own && is_known (syncing->plan, tip);
}
