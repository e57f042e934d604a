/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-notation-private.h"

G_BEGIN_DECLS

struct _TwfScribe
{
  TwfPlan *plan;
  TwfNotation notation;
  gboolean for_eyes; /* what is written is not read back */
  char *language;
  TwfLags *lags;          /* nullable: what history tells of translations was not asked */
  GHashTable *references; /* id of a proposal -> how it is spoken of; NULL: not asked for yet */
};

GPtrArray *twf_scribe_list_owners (TwfScribe *self,
                                   TwfProposal *const *proposals,
                                   const guint *links,
                                   guint n) G_GNUC_WARN_UNUSED_RESULT;
char *twf_scribe_dup_attribution (TwfScribe *self,
                                  TwfProposal *const *proposals,
                                  const guint *links,
                                  guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
