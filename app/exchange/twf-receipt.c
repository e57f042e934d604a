/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-receive.h"
#include "twf-verdict.h"

/**
 * twf_receipt_free:
 * @self: (transfer full) (nullable): what became of a branch
 */
void
twf_receipt_free (TwfReceipt *self)
{
  if (self == NULL)
    return;
  g_free (self->branch);
  g_free (self->code);
  g_free (self->tip);
  g_free (self->verdict);
  g_free (self->verdict_before);
  g_free (self->fingerprint);
  g_strfreev (self->vanished);
  g_free (self->reason);
  g_free (self);
}

/**
 * twf_receipt_copy:
 * @self: what became of a branch
 *
 * Returns: (transfer full): the same
 */
TwfReceipt *
twf_receipt_copy (const TwfReceipt *self)
{
  TwfReceipt *copy = g_memdup2 (self, sizeof *self);

  copy->branch = g_strdup (self->branch);
  copy->code = g_strdup (self->code);
  copy->tip = g_strdup (self->tip);
  copy->verdict = g_strdup (self->verdict);
  copy->verdict_before = g_strdup (self->verdict_before);
  copy->fingerprint = g_strdup (self->fingerprint);
  copy->vanished = g_strdupv (self->vanished);
  copy->reason = g_strdup (self->reason);
  return copy;
}

static gboolean
is_verified (const TwfReceipt *self)
{
  TwfVerdict verdict;

  return self->verdict != NULL && twf_verdict_from_name (self->verdict, &verdict)
         && verdict == TWF_VERDICT_VERIFIED;
}

/**
 * twf_receipt_needs_person:
 * @self: what became of a branch
 *
 * Returns: whether somebody has to look at it: what came before is done with unless its verdict is
 *   another now, or its keys wait for a word; all else that is not verified is somebody's
 */
gboolean
twf_receipt_needs_person (const TwfReceipt *self)
{
  if (self->outcome == TWF_RECEIPT_SAME)
    return self->main_step == TWF_MAIN_FIRST_KEYS || self->main_step == TWF_MAIN_OLD_KEYS
           || (self->verdict_before != NULL && !is_verified (self));
  return self->outcome != TWF_RECEIPT_NEW || self->main_step == TWF_MAIN_FIRST_KEYS
         || self->main_step == TWF_MAIN_OLD_KEYS || !is_verified (self);
}
