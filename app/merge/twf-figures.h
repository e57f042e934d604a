/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-agreement.h"
#include "twf-lags.h"

G_BEGIN_DECLS

/* What keeps a delegation from having done with a text. */
typedef struct
{
  char *code;           /* TWF_PROPOSED_BY_FACILITATOR: nobody's, the facilitator's */
  guint n_provisions;   /* in which it holds anything; the plan itself is one */
  guint n_brackets;     /* in which something stands that it wants */
  guint n_proposals;    /* open, of which it is an owner */
  guint n_reservations; /* on record, and consent withheld from open proposals */
  guint n_pending;      /* agreed by all but it */
} TwfHolder;

/* How complete a text is in a language of the plan. */
typedef struct
{
  char *language;
  guint n_missing; /* texts that there are in another language alone */
  guint n_stale;   /* texts that are translations of an older wording */
  guint n_agreed;  /* provisions that count, are agreed in it, and read there as they were agreed */
} TwfCoverage;

/**
 * TwfStage:
 * @TWF_STAGE_AGREED: it is agreed, and reads as it was agreed
 * @TWF_STAGE_REOPENED: it was agreed, and reads otherwise
 * @TWF_STAGE_BRACKETED: it is not agreed, and something about it is open
 * @TWF_STAGE_QUIET: it is not agreed, and nothing about it is open
 *
 * How far a provision has come.
 */
typedef enum
{
  TWF_STAGE_AGREED,
  TWF_STAGE_REOPENED,
  TWF_STAGE_BRACKETED,
  TWF_STAGE_QUIET,
} TwfStage;

#define TWF_N_STAGES 4

/* What one provision, or the plan itself, adds to the figures of a plan. Depends on it alone, on
 * the plan's languages, and on what history tells of its translations. Immutable. */
typedef struct
{
  char *parent; /* nullable */
  TwfSection section;
  gboolean shows;  /* a compilation has it, if it has what it stands under */
  gboolean counts; /* there is something to agree: words, or what is proposed */
  TwfStage stage;
  TwfAgreementLevel level; /* AGREED */
  guint n_brackets;
  guint n_words;        /* that stand, in the language that is read */
  guint n_waiting;      /* in brackets */
  GPtrArray *holders;   /* of TwfHolder, by code bytewise */
  GPtrArray *coverages; /* of TwfCoverage, in the plan's order */
} TwfFigures;

TwfFigures *twf_figures_new (TwfPlan *plan,
                             TwfProvision *provision,
                             const char *language,
                             TwfLags *lags) G_GNUC_WARN_UNUSED_RESULT;
TwfFigures *twf_figures_ref (TwfFigures *self);
void twf_figures_unref (TwfFigures *self);
TwfHolder *twf_holders_take (GPtrArray *holders, const char *code);
GPtrArray *twf_holders_new (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_coverages_new (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
TwfCoverage *twf_coverages_find (GPtrArray *coverages, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfFigures, twf_figures_unref)

G_END_DECLS
