/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-check.h"

G_BEGIN_DECLS

/* What was found in the words of a plan's provisions, kept while it is edited: only what an edit
 * touches is looked at again. */
typedef struct _TwfCheckTable TwfCheckTable;

TwfCheckTable *twf_check_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_check_table_free (TwfCheckTable *self);
void twf_check_table_forget (TwfCheckTable *self, const TwfEdit *edit);
gboolean twf_check_table_update (TwfCheckTable *self, TwfPlan *plan, gint64 until);
guint twf_check_table_count (TwfCheckTable *self, TwfFindingKind kind);
GStrv twf_check_table_list (TwfCheckTable *self,
                            TwfPlan *plan,
                            TwfFindingKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfCheckTable, twf_check_table_free)

G_END_DECLS
