/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-compare-row.h"
#include "twf-desk-cleared.h"

G_BEGIN_DECLS

#define TWF_TYPE_COMPARE_LIST (twf_compare_list_get_type ())
G_DECLARE_FINAL_TYPE (TwfCompareList, twf_compare_list, TWF, COMPARE_LIST, GtkWidget)

/* A comparison as a list in which rows are made when they come into sight. */
GtkWidget *twf_compare_list_new (void);
void twf_compare_list_set_comparison (TwfCompareList *self,
                                      TwfWorkbench *workbench,
                                      TwfComparison *comparison,
                                      TwfSince *since,
                                      const char *const *names);
void twf_compare_list_set_language (TwfCompareList *self, const char *language);
void twf_compare_list_set_layout (TwfCompareList *self, TwfCompareLayout layout);
void twf_compare_list_set_only_deletions (TwfCompareList *self, gboolean only_deletions);
void twf_compare_list_set_with_owners (TwfCompareList *self, gboolean with_owners);
TwfCompareOwners *twf_compare_list_get_owners (TwfCompareList *self);
gboolean twf_compare_list_is_without_change (TwfCompareList *self);
gboolean twf_compare_list_step (TwfCompareList *self, int direction); /* to the next change */

G_END_DECLS
