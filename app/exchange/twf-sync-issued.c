/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-sync-private.h"

#include "twf-error.h"
#include "twf-issued.h"

#define ISSUED TWF_BUNDLE_ISSUED_PREFIX

static const char *
find_tip (GPtrArray *refs, const char *name)
{
  for (guint i = 0; i < refs->len; i++)
    {
      const TwfRemoteRef *ref = refs->pdata[i];

      if (g_str_equal (ref->name, name))
        return ref->tip;
    }
  return NULL;
}

/* Those that are not there yet. One of the same name that is another is never replaced: both sides
 * have issued something under one symbol, and a person has to know. */
static GPtrArray *
list_missing (GPtrArray *issued, GPtrArray *there, gboolean *differs)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_remote_ref_free);

  for (guint i = 0; i < issued->len; i++)
    {
      const TwfIssued *one = issued->pdata[i];
      g_autofree char *encoded = twf_symbol_encode (one->symbol);
      g_autofree char *name = g_strconcat (ISSUED, encoded, NULL);
      const char *tip = find_tip (there, name);

      if (one->is_damaged)
        continue;
      if (tip == NULL)
        g_ptr_array_add (missing, twf_remote_ref_new (name, one->tag, NULL));
      else if (!g_str_equal (tip, one->tag))
        *differs = TRUE;
    }
  return missing;
}

gboolean
twf_sync_issued (TwfSyncing *syncing, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) issued = twf_repository_list_issued (syncing->plan, error);
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) reason = NULL;

  if (issued == NULL)
    return FALSE;
  if (issued->len == 0 || syncing->self->refusal != NULL)
    return TRUE;
  there = twf_remote_list (syncing->remote, cancellable, error);
  if (there == NULL)
    return FALSE;
  missing = list_missing (issued, there, &syncing->self->differs);
  if (missing->len == 0)
    return TRUE;
  if (twf_remote_push (syncing->remote, syncing->plan, missing, cancellable, &reason))
    {
      syncing->self->n_issued = missing->len;
      return TRUE;
    }
  if (!g_error_matches (reason, TWF_ERROR, TWF_ERROR_NO_RIGHT)
      && !g_error_matches (reason, TWF_ERROR, TWF_ERROR_OUTRUN))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  syncing->self->own = TWF_SYNC_REFUSED;
  syncing->self->refusal = g_steal_pointer (&reason);
  return TRUE;
}
