/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-sync-private.h"

#include "twf-error.h"
#include "twf-ancestry.h"
#include "twf-forward.h"

#define DELEGATIONS "delegations/"

static const char *const wanted[] = { "+refs/heads/main:refs/heads/main",
                                      "+refs/heads/delegations/*:refs/heads/delegations/*",
                                      NULL };

/**
 * twf_synced_free:
 * @self: (transfer full) (nullable): how it ended
 */
void
twf_synced_free (TwfSynced *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->receipts);
  g_free (self->own_branch);
  g_free (self->own_tip);
  g_clear_error (&self->refusal);
  g_free (self);
}

/**
 * twf_synced_needs_person:
 * @self: how it ended
 *
 * Returns: whether somebody has to look at something
 */
gboolean
twf_synced_needs_person (const TwfSynced *self)
{
  for (guint i = 0; i < self->receipts->len; i++)
    if (twf_receipt_needs_person (self->receipts->pdata[i]))
      return TRUE;
  return self->own == TWF_SYNC_AHEAD || self->own == TWF_SYNC_APART || self->own == TWF_SYNC_REFUSED
         || self->differs;
}

static const char *
find_tip (GPtrArray *branches, const char *name)
{
  for (guint i = 0; i < branches->len; i++)
    {
      const TwfBranch *branch = branches->pdata[i];

      if (g_str_equal (branch->name, name))
        return branch->tip;
    }
  return NULL;
}

/* What the plan has need not come again. */
static GPtrArray *
list_known (GPtrArray *branches)
{
  GPtrArray *known = g_ptr_array_new ();

  for (guint i = 0; i < branches->len; i++)
    g_ptr_array_add (known, ((const TwfBranch *)branches->pdata[i])->tip);
  return known;
}

static gboolean
contains (TwfRepository *repository, const char *revision, const char *contained)
{
  gboolean yes = FALSE;

  return twf_repository_contains (repository, revision, contained, &yes, NULL) && yes;
}

/* A refusal of the server is told, and does not undo what came. What ends everything else (no
 * connection) ends this as well. */
static gboolean
send_own (TwfSyncing *syncing,
          const char *tip,
          const char *there,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_remote_ref_free);
  g_autofree char *name = g_strconcat ("refs/heads/", syncing->self->own_branch, NULL);
  g_autoptr (GError) reason = NULL;

  g_ptr_array_add (refs, twf_remote_ref_new (name, tip, there));
  if (twf_remote_push (syncing->remote, syncing->plan, refs, cancellable, &reason))
    {
      syncing->self->own = TWF_SYNC_SENT;
      g_free (syncing->self->own_tip);
      syncing->self->own_tip = g_strdup (tip);
      return TRUE;
    }
  if (!g_error_matches (reason, TWF_ERROR, TWF_ERROR_NO_RIGHT)
      && !g_error_matches (reason, TWF_ERROR, TWF_ERROR_OUTRUN)
      && !g_error_matches (reason, TWF_ERROR, TWF_ERROR_SERVER_FULL))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  syncing->self->own = TWF_SYNC_REFUSED;
  syncing->self->refusal = g_steal_pointer (&reason);
  return TRUE;
}

static gboolean
take_own (TwfSyncing *syncing, const char *there, GError **error)
{
  syncing->self->own = TWF_SYNC_AHEAD;
  if (!twf_sync_may_take_own (syncing, there))
    return TRUE;
  if (!twf_repository_forward (syncing->plan, syncing->self->own_branch, NULL, there, error))
    return FALSE;
  syncing->self->own = TWF_SYNC_FORWARDED;
  return TRUE;
}

/* Another copy of ours may have gone on: ours goes forward to it where it is a part of it, and
 * nowhere else. It never goes back, whatever stands there. */
static gboolean
settle_own (TwfSyncing *syncing, GPtrArray *here, GCancellable *cancellable, GError **error)
{
  const char *own = find_tip (here, syncing->self->own_branch);
  const char *there = find_tip (syncing->fetched, syncing->self->own_branch);

  syncing->self->own_tip = g_strdup (there);
  if (own == NULL && there == NULL)
    syncing->self->own = TWF_SYNC_NONE;
  else if (g_strcmp0 (own, there) == 0)
    syncing->self->own = TWF_SYNC_SAME;
  else if (there == NULL || (own != NULL && contains (syncing->there, own, there)))
    return send_own (syncing, own, there, cancellable, error);
  else if (own == NULL || contains (syncing->there, there, own))
    return take_own (syncing, there, error);
  else
    syncing->self->own = TWF_SYNC_APART;
  return TRUE;
}

static gboolean
work (TwfSyncing *syncing, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) here = twf_repository_list_branches (syncing->plan, error);
  g_autoptr (GPtrArray) known = here != NULL ? list_known (here) : NULL;

  if (here == NULL
      || !twf_remote_fetch (syncing->remote,
                            twf_quarantine_get_path (syncing->quarantine),
                            wanted,
                            known,
                            cancellable,
                            error))
    return FALSE;
  syncing->fetched = twf_repository_list_branches (syncing->there, error);
  return syncing->fetched != NULL && twf_sync_receive (syncing, cancellable, error)
         && settle_own (syncing, here, cancellable, error)
         && (syncing->options->code != NULL || twf_sync_issued (syncing, cancellable, error));
}

/**
 * twf_sync:
 * @plan: a plan
 * @remote: where it is shared
 * @options: who synchronises
 * @cancellable: (nullable): ends it within a second
 * @error: return location
 *
 * Fetches what the others have put there, hands it to the way in, and sends one's own: a delegation
 * its branch, the facilitator the rolling text and what was issued. What came stays received also
 * where sending fails. Blocks.
 *
 * Returns: (transfer full): what became of it
 * Errors: as twf_remote_fetch(), twf_remote_push(), twf_repository_forward()
 */
TwfSynced *
twf_sync (TwfRepository *plan,
          const TwfRemote *remote,
          const TwfSyncOptions *options,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (TwfQuarantine) quarantine = twf_quarantine_new (plan, error);
  g_autoptr (TwfSynced) self = g_new0 (TwfSynced, 1);
  TwfSyncing syncing = {
    .plan = plan, .remote = remote, .options = options, .quarantine = quarantine, .self = self
  };
  gboolean worked;

  self->receipts = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_receipt_free);
  self->own_branch = options->code != NULL ? g_strconcat (DELEGATIONS, options->code, NULL)
                                           : g_strdup (TWF_BRANCH_MAIN);
  if (quarantine != NULL)
    syncing.there = twf_quarantine_get_repository (quarantine);
  worked = quarantine != NULL && work (&syncing, cancellable, error);
  g_clear_pointer (&syncing.fetched, g_ptr_array_unref);
  return worked ? g_steal_pointer (&self) : NULL;
}
