/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-decisions.h"
#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_CONSEQUENCES (twf_consequences_get_type ())
G_DECLARE_FINAL_TYPE (TwfConsequences, twf_consequences, TWF, CONSEQUENCES, GtkBox)

/* What a merge would do that nobody decides: proposals that their owners leave because another is
 * accepted, or ask for no longer. Hidden where there is nothing. */
void
twf_consequences_show (TwfConsequences *self, TwfWorkbench *workbench, TwfDecisions *decisions);
char *twf_consequences_dup_left (TwfWorkbench *workbench,
                                 const TwfOutcome *outcome) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
