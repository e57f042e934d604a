/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-change.h"

G_BEGIN_DECLS

/* A base and two sides. */
#define TWF_COMPARISON_VERSIONS 3
#define TWF_COMPARISON_SIDES (TWF_COMPARISON_VERSIONS - 1)

typedef enum
{
  TWF_ROW_PLAN,
  TWF_ROW_DELEGATION,
  TWF_ROW_SECTION,
  TWF_ROW_PROVISION,
  TWF_ROW_TRACE, /* where a provision stood that moved: only its numbers, no texts, no changes */
} TwfRowKind;

/* One text in each version; version 0 is the base, 1 and 2 the sides. */
typedef struct
{
  TwfPart part;
  char *language;
  char *versions[TWF_COMPARISON_VERSIONS]; /* reference-counted strings; NULL: not there */
  GPtrArray *runs[TWF_COMPARISON_SIDES];   /* of TwfRun; NULL: as in the base */
} TwfRowText;

/* What stands at one place of the plans. Immutable. */
typedef struct
{
  TwfRowKind kind;
  char *id;         /* PROVISION, TRACE */
  char *delegation; /* DELEGATION: its code */
  TwfSection section;
  guint depth;
  gboolean heading;                         /* PROVISION: it groups what is under it */
  char *numbers[TWF_COMPARISON_VERSIONS];   /* "": none; NULL: it is not in that version */
  char *parent;                             /* PROVISION: id; nullable */
  GPtrArray *texts;                         /* of TwfRowText: by part, then by language */
  GPtrArray *changes[TWF_COMPARISON_SIDES]; /* of TwfChange; NULL: there is no such side */
} TwfRow;

/* So much differs. Words are counted in the texts of plans, not in proposals or remarks; what moved
 * inside a text neither went nor came. */
typedef struct
{
  guint inserted; /* words */
  guint deleted;
  guint added; /* provisions */
  guint removed;
  guint moved;
  guint edited; /* a text or a field of one that stands in both */
} TwfComparisonCounts;

/* Rows that are shown or folded together. */
typedef struct
{
  guint first;
  guint n;
  gboolean folded;
} TwfStretch;

/* How one plan, or two, differ from another: rows in the order of the plan. Immutable,
 * reference-counted; may cross threads. */
typedef struct _TwfComparison TwfComparison;

TwfComparison *twf_comparison_new (TwfPlan *base,
                                   TwfPlan *const *sides,
                                   guint n_sides,
                                   const char *language) G_GNUC_WARN_UNUSED_RESULT;
TwfComparison *twf_comparison_new_of_meaning (TwfPlan *base,
                                              TwfPlan *const *sides,
                                              guint n_sides,
                                              const char *language) G_GNUC_WARN_UNUSED_RESULT;
TwfComparison *twf_comparison_ref (TwfComparison *self);
void twf_comparison_unref (TwfComparison *self);
guint twf_comparison_get_n_sides (const TwfComparison *self);
const char *twf_comparison_get_language (const TwfComparison *self);
const char *const *twf_comparison_get_languages (const TwfComparison *self);
void twf_comparison_set_revisions (TwfComparison *self, const char *const *revisions);
const char *const *twf_comparison_get_revisions (const TwfComparison *self);
GPtrArray *twf_comparison_get_rows (const TwfComparison *self); /* of TwfRow; borrowed */
void twf_comparison_count (const TwfComparison *self,
                           guint side,
                           const char *language,
                           TwfComparisonCounts *counts);
GArray *twf_comparison_list_stretches (const TwfComparison *self,
                                       const char *language) G_GNUC_WARN_UNUSED_RESULT;

gboolean twf_row_has_changed (const TwfRow *self, const char *language);
gboolean twf_row_has_lost (const TwfRow *self, const char *language);
gboolean twf_row_has (const TwfRow *self, guint side, TwfChangeKind kind);
gboolean
twf_row_shows (const TwfRow *self, const TwfRowText *text, guint side, const char *language);
gboolean twf_row_concerns (const TwfChange *change, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfComparison, twf_comparison_unref)

G_END_DECLS
