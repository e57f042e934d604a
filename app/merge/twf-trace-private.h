/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-account-private.h"
#include "twf-trace.h"

G_BEGIN_DECLS

/* A word of one of the two versions, with the spaces behind it. */
typedef struct
{
  const char *text; /* borrowed from the version */
  gsize length;
  gsize core;
  char *plain;       /* as it is shown where only meaning counts; nullable: as it stands */
  GArray *by;        /* as of TwfTracedRun; owned */
  GArray *put;       /* nullable */
  gboolean changed;  /* whether it is not in the other version */
  gboolean left_out; /* as of TwfTracedRun */
  gboolean stands;   /* in the other version as well */
  gboolean covered;  /* whether a run of the difference has it */
} TwfTracedWord;

GArray *twf_trace_list_former (TwfProvenance *provenance,
                               guint former,
                               guint latter) G_GNUC_WARN_UNUSED_RESULT; /* of TwfTracedWord */
GArray *twf_trace_list_latter (TwfProvenance *provenance,
                               guint former,
                               guint latter) G_GNUC_WARN_UNUSED_RESULT; /* of TwfTracedWord */

G_END_DECLS
