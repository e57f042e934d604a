/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-spelling.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_PLAN_WORDS (twf_plan_words_get_type ())
G_DECLARE_FINAL_TYPE (TwfPlanWords, twf_plan_words, TWF, PLAN_WORDS, GObject)

/* The words that are right in the plan that is open, and whether spelling is checked. Property
 * "enabled"; signal "changed" when texts are to be checked anew. */
TwfPlanWords *twf_plan_words_get (TwfWorkbench *workbench);
gboolean twf_plan_words_is_enabled (TwfPlanWords *self);
TwfKnownWords *twf_plan_words_get_known (TwfPlanWords *self, const char *language);
void twf_plan_words_ignore (TwfPlanWords *self, const char *language, const char *word);
gboolean twf_plan_words_set (TwfWorkbench *workbench,
                             const char *language,
                             const char *word,
                             gboolean present);

G_END_DECLS
