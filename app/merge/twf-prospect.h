/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-sequel.h"
#include "twf-stance.h"

G_BEGIN_DECLS

/* What would become of another proposal. */
typedef struct
{
  char *pid;
  char *provision; /* nullable: the plan itself */
  TwfSequel sequel;
} TwfForeseen;

/* A condition that would be met: @code leaves @pid because @condition is accepted. */
typedef struct
{
  char *pid;
  char *code;
  char *condition;
} TwfCondition;

/* What would come of it if a proposal were accepted: nothing is done. */
typedef struct
{
  TwfStances *stances;
  GError *hindrance;     /* NULL: it can be accepted; else nothing is foreseen below */
  GPtrArray *others;     /* of TwfForeseen: by what becomes of them, then by id */
  GPtrArray *conditions; /* of TwfCondition, by proposal, then by delegation */
  GStrv reopened;        /* provisions whose agreement would no longer stand */
  GStrv open;            /* proposals about the same that would still be open */
  guint n_open;          /* in the whole plan */
  guint n_open_now;
} TwfProspect;

TwfProspect *twf_prospect_new (TwfPlan *plan, const char *pid) G_GNUC_WARN_UNUSED_RESULT;
void twf_prospect_free (TwfProspect *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfProspect, twf_prospect_free)

G_END_DECLS
