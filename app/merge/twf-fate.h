/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

typedef enum
{
  TWF_FATE_OPEN, /* as it was; others may have taken positions */
  TWF_FATE_MADE,
  TWF_FATE_CHANGED, /* it reads otherwise */
  TWF_FATE_ACCEPTED,
  TWF_FATE_REJECTED,
  TWF_FATE_PARKED,
  TWF_FATE_WITHDRAWN,
  TWF_FATE_TAKEN_UP, /* withdrawn in favour of a compromise */
  TWF_FATE_REOPENED, /* back on the table */
  TWF_FATE_GONE,     /* with the provision it stood at */
  TWF_N_FATES
} TwfFateKind;

/* Words that are asked for, over the text that stands. */
typedef struct
{
  TwfPart part;
  char *language;
  GPtrArray *runs; /* of TwfRun */
} TwfFateText;

/* What became of a delegation's own proposal between two plans. Immutable. */
typedef struct
{
  char *proposal;  /* its id */
  char *provision; /* nullable: about the plan itself */
  char *group;     /* code of the group that asks for it; nullable: the delegation itself does */
  TwfProposalKind asks;
  TwfFateKind kind;
  char *positions;  /* that others took since, "MX support, US delete"; nullable */
  GPtrArray *texts; /* of TwfFateText; empty where it asks for no words, or no longer */
} TwfFate;

void twf_fate_free (TwfFate *self);
gboolean twf_fate_is_news (const TwfFate *self);
GPtrArray *twf_fates_list (TwfPlan *former,
                           TwfPlan *latter,
                           const char *code) G_GNUC_WARN_UNUSED_RESULT; /* of TwfFate */

G_END_DECLS
