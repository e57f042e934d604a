/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-sync-private.h"

#include "twf-verdict.h"

static gboolean
is_known (TwfRepository *plan, const char *tip)
{
  g_autofree char *id = twf_repository_resolve (plan, tip, NULL);

  return id != NULL;
}

/* What is there and was not here, one's own branch too: another copy of ours may have sent it. */
static GPtrArray *
list_coming (TwfSyncing *syncing)
{
  GPtrArray *refs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_bundle_ref_free);

  for (guint i = 0; i < syncing->fetched->len; i++)
    {
      const TwfBranch *branch = syncing->fetched->pdata[i];
      g_autofree char *name = g_strconcat ("refs/heads/", branch->name, NULL);

      if (!g_str_equal (branch->name, syncing->self->own_branch)
          || !is_known (syncing->plan, branch->tip))
        g_ptr_array_add (refs, twf_bundle_ref_new (name, branch->tip));
    }
  return refs;
}

/* A branch that stands there as it came last, or that came from nowhere and is in ours, is no news;
 * one that is back at what came earlier was taken back, and is told of. */
static gboolean
is_news (TwfRepository *plan, const TwfReceipt *receipt)
{
  g_autoptr (TwfReceived) newest = NULL;

  if ((receipt->outcome != TWF_RECEIPT_SAME && receipt->outcome != TWF_RECEIPT_OLDER)
      || receipt->verdict_before != NULL || receipt->main_step == TWF_MAIN_FORWARDED)
    return TRUE;
  newest = twf_repository_find_received (plan, receipt->code, NULL);
  return newest != NULL && receipt->number != 0 && !g_str_equal (newest->tip, receipt->tip);
}

static void
drop_what_is_here (TwfRepository *plan, GPtrArray *receipts)
{
  for (guint i = receipts->len; i > 0; i--)
    if (!is_news (plan, receipts->pdata[i - 1]))
      g_ptr_array_remove_index (receipts, i - 1);
}

/* The one place at which what was fetched meets the way in that files have too. */
gboolean
twf_sync_receive (TwfSyncing *syncing, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) refs = list_coming (syncing);
  TwfReceiveOptions options = *syncing->options->receiving;
  GPtrArray *receipts;

  if (refs->len == 0)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  options.origin = syncing->remote->location->words;
  options.each_by_itself = TRUE;
  options.is_invitation = FALSE;
  options.code = syncing->options->code;
  receipts = twf_receive_quarantined (
      syncing->quarantine, refs, &options, NULL, NULL, cancellable, error);
  if (receipts == NULL)
    return FALSE;
  drop_what_is_here (syncing->plan, receipts);
  g_ptr_array_unref (syncing->self->receipts);
  syncing->self->receipts = receipts;
  return TRUE;
}

/* It came in, and it is ours by signature, or a person says so. */
gboolean
twf_sync_may_take_own (TwfSyncing *syncing, const char *tip)
{
  gboolean is_signed = FALSE;

  for (guint i = 0; i < syncing->self->receipts->len; i++)
    {
      const TwfReceipt *receipt = syncing->self->receipts->pdata[i];
      TwfVerdict verdict;

      if (g_str_equal (receipt->tip, tip) && receipt->verdict != NULL
          && twf_verdict_from_name (receipt->verdict, &verdict))
        is_signed = verdict == TWF_VERDICT_VERIFIED;
    }
  return (syncing->options->take_own || is_signed) && is_known (syncing->plan, tip);
}
