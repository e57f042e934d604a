/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-contribution.h"

G_BEGIN_DECLS

/* An open proposal that delegations' own branches brought. */
typedef struct
{
  char *provision; /* nullable: it is about the plan itself */
  char *id;
  char **by; /* codes of the delegations whose branches brought it */
} TwfContributed;

GPtrArray *twf_contributed_list (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT; /* of TwfContributed */
gboolean twf_contributed_stands (TwfContributed *self, TwfPlan *plan, const char *code);

G_END_DECLS
