/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan-merge.h"

G_BEGIN_DECLS

/* A plan in Arabic and English: two pillars, principles "p1" "p2", objectives "o1" "o2", actions
 * "a1" to "a4" of which "a1a" stands under "a1"; the ids follow from those names. */
TwfPlan *fixture_plan (void) G_GNUC_WARN_UNUSED_RESULT;
const char *fixture_id (const char *name);
TwfPlan *fixture_copy (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *fixture_files (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
char *fixture_tree (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void fixture_assert_same (TwfPlan *one, TwfPlan *other);

void fixture_text (TwfPlan *plan, const char *name, const char *language, const char *text);
void fixture_value (TwfPlan *plan, const char *name, const char *field, const char *value);
void fixture_values (TwfPlan *plan, const char *name, const char *field, const char *const *values);
void fixture_insert (TwfPlan *plan,
                     const char *name,
                     TwfSection section,
                     const char *parent,
                     const char *after,
                     const char *owner,
                     const char *text);
void fixture_move (TwfPlan *plan,
                   const char *name,
                   const char *parent,
                   const char *after,
                   const char *owner);
void fixture_remove (TwfPlan *plan, const char *name);

/* Contributions from @base: pairs of owner and tip, ended by a NULL tip. */
TwfPlanMerge *fixture_merge (TwfPlan *rolling, TwfPlan *base, ...) G_GNUC_WARN_UNUSED_RESULT;
void fixture_apply (TwfPlan *rolling, TwfPlanMerge *merge);
TwfOutcome *fixture_outcome (GPtrArray *outcomes, TwfRequestKind kind, const char *owner);
const char *fixture_get_text (TwfPlan *plan, const char *name, const char *language);
guint fixture_count_open (TwfPlan *plan, const char *name);

G_END_DECLS
