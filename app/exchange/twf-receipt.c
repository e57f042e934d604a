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
  copy->fingerprint = g_strdup (self->fingerprint);
  copy->vanished = g_strdupv (self->vanished);
  copy->reason = g_strdup (self->reason);
  return copy;
}

/**
 * twf_receipt_needs_person:
 * @self: what became of a branch
 *
 * Returns: whether somebody has to look at it: what came before is done with, all else that is not
 *   verified is somebody's
 */
gboolean
twf_receipt_needs_person (const TwfReceipt *self)
{
  TwfVerdict verdict;

  if (self->outcome != TWF_RECEIPT_NEW)
    return self->outcome != TWF_RECEIPT_SAME;
  return self->verdict == NULL || !twf_verdict_from_name (self->verdict, &verdict)
         || verdict != TWF_VERDICT_VERIFIED;
}
