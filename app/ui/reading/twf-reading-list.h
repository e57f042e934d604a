/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-reading-item.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_READING_LIST (twf_reading_list_get_type ())
G_DECLARE_FINAL_TYPE (TwfReadingList, twf_reading_list, TWF, READING_LIST, GObject)

/* The lines of a plan in reading order, kept as the plan is edited, and how much is open in them:
 * counted a little at a time. Signals: "counted" when the sum or what is known of it changed;
 * "refilled" when lines came or went, or all are shown otherwise; "changed" (guint position) when
 * one line shows something else. */
TwfReadingList *twf_reading_list_new (TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;
GListModel *twf_reading_list_get_items (TwfReadingList *self); /* of TwfReadingItem */
void twf_reading_list_set_view (TwfReadingList *self, TwfView view, TwfNotation notation);
guint twf_reading_list_get_look (TwfReadingList *self);
GPtrArray *
twf_reading_list_make_blocks (TwfReadingList *self, TwfReadingItem *item) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_reading_list_count (TwfReadingList *self, guint *n_brackets);
guint twf_reading_list_find_bracket (TwfReadingList *self, guint from, int step);
guint twf_reading_list_find (TwfReadingList *self, const char *id);
guint twf_reading_list_find_same (TwfReadingList *self, TwfReadingItem *item);

G_END_DECLS
