/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_BRANCH_CHOOSER (twf_branch_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TwfBranchChooser, twf_branch_chooser, TWF, BRANCH_CHOOSER, GtkWidget)

/* The branches that a merge can take in: whose each is, when it was saved last, how much it has
 * that the text has not. Property (notified): has-chosen. */
void twf_branch_chooser_set_branches (TwfBranchChooser *self,
                                      TwfWorkbench *workbench,
                                      GPtrArray *branches);
GStrv twf_branch_chooser_list_chosen (TwfBranchChooser *self) G_GNUC_WARN_UNUSED_RESULT;
GStrv twf_branch_chooser_list_unverified (TwfBranchChooser *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_branch_chooser_choose (TwfBranchChooser *self, const char *const *names);
void twf_branch_chooser_set_saves_first (TwfBranchChooser *self, gboolean saves_first);

G_END_DECLS
