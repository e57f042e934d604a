/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-account-text.h"
#include "twf-difference.h"

G_BEGIN_DECLS

/* A stretch of a difference with one story. */
typedef struct
{
  TwfRun run;
  GArray *by;         /* of guint, versions. INSERTED: that brought the words; DELETED: that took
                         them away, none where the latter never had them; EQUAL: none */
  GArray *put;        /* of guint, versions that put words there that are older than the former:
                         they moved them or brought them back; mostly none */
  gboolean left_out;  /* DELETED: not taken over from one of the versions that were joined */
  gboolean elsewhere; /* DELETED by none: the latter has the words in another place */
} TwfTracedRun;

void twf_traced_run_free (TwfTracedRun *self);
GPtrArray *twf_trace_runs (TwfProvenance *provenance, guint former, guint latter, GPtrArray *runs)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfTracedRun */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfTracedRun, twf_traced_run_free)

G_END_DECLS
