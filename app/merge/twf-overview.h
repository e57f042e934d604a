/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-figures.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_provisions;
  guint n_agreed;
  guint n_brackets;
} TwfSectionFigures;

/* How far a plan has come, in figures. Immutable. */
typedef struct
{
  guint n_provisions; /* in which there is something to agree: the sum of the stages */
  guint stages[TWF_N_STAGES];
  guint levels[TWF_N_AGREEMENT_LEVELS]; /* the sum: those that are agreed */
  guint n_brackets;                     /* of the title and of all sections */
  guint n_title_brackets;               /* about the plan itself */
  guint n_words;                        /* that stand, in the language that is read */
  guint n_waiting;                      /* in brackets */
  TwfSectionFigures sections[TWF_N_SECTIONS];
  GPtrArray *holders;   /* of TwfHolder, by code bytewise: those that still hold something */
  GPtrArray *coverages; /* of TwfCoverage, in the plan's order */
} TwfOverview;

/**
 * TwfFigureKind:
 * @TWF_FIGURE_PROVISIONS: all provisions that count
 * @TWF_FIGURE_STAGE: detail: a stage's name
 * @TWF_FIGURE_LEVEL: agreed; detail: a level's name
 * @TWF_FIGURE_BRACKETS: with open brackets; detail: a section's name, or none: anywhere
 * @TWF_FIGURE_WAITING: with words in brackets
 * @TWF_FIGURE_HELD: where a delegation holds something; detail: its code
 * @TWF_FIGURE_MISSING: without a text; detail: in which language
 * @TWF_FIGURE_STALE: with a translation of an older wording; detail: in which language
 * @TWF_FIGURE_FOUND: where a check of words found something; detail: a finding's kind. These are
 *   counted by a #TwfCheckTable
 * @TWF_FIGURE_AGREED_IN: agreed as it reads; detail: in which language
 *
 * What is counted: each figure can be asked for what it counts.
 */
typedef enum
{
  TWF_FIGURE_PROVISIONS,
  TWF_FIGURE_STAGE,
  TWF_FIGURE_LEVEL,
  TWF_FIGURE_BRACKETS,
  TWF_FIGURE_WAITING,
  TWF_FIGURE_HELD,
  TWF_FIGURE_MISSING,
  TWF_FIGURE_STALE,
  TWF_FIGURE_FOUND,
  TWF_FIGURE_AGREED_IN,
} TwfFigureKind;

/* What stands for the plan itself among ids of provisions. */
#define TWF_FIGURE_OF_PLAN "plan"

const char *twf_stage_get_name (TwfStage stage);
const char *twf_figure_kind_get_name (TwfFigureKind kind);
gboolean twf_figure_parse (const char *name, TwfFigureKind *kind, const char **detail);

TwfOverview *twf_overview_new (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void twf_overview_add (TwfOverview *self, const TwfFigures *figures);
void twf_overview_add_title (TwfOverview *self, const TwfFigures *figures);
gboolean twf_figures_are_counted (const TwfFigures *self, TwfFigureKind kind, const char *detail);
void twf_overview_free (TwfOverview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfOverview, twf_overview_free)

G_END_DECLS
