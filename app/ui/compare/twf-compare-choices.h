/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_COMPARE_CHOICES (twf_compare_choices_get_type ())
G_DECLARE_FINAL_TYPE (TwfCompareChoices, twf_compare_choices, TWF, COMPARE_CHOICES, GObject)

/* What can be compared: the last revision, what was issued, branches, earlier revisions. A list of
 * names for drop-down lists; each stands for a revision. */
TwfCompareChoices *twf_compare_choices_new (TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;
void twf_compare_choices_load_async (TwfCompareChoices *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
twf_compare_choices_load_finish (TwfCompareChoices *self, GAsyncResult *result, GError **error);
GListModel *twf_compare_choices_list_names (TwfCompareChoices *self); /* of GtkStringObject */
const char *twf_compare_choices_get_revision (TwfCompareChoices *self, guint position);
const char *twf_compare_choices_get_name (TwfCompareChoices *self, guint position);
guint twf_compare_choices_get_n_issued (TwfCompareChoices *self);
guint twf_compare_choices_get_former (TwfCompareChoices *self);
guint twf_compare_choices_add_cleared (TwfCompareChoices *self, const char *revision, gint64 when);
guint twf_compare_choices_find (TwfCompareChoices *self, const char *revision);

G_END_DECLS
