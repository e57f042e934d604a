/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"

G_BEGIN_DECLS

#define TWF_TYPE_COMPARE_ITEM (twf_compare_item_get_type ())
G_DECLARE_FINAL_TYPE (TwfCompareItem, twf_compare_item, TWF, COMPARE_ITEM, GObject)

/* A line of the list: one row of a comparison, several that are folded, or a heading above some. */
TwfCompareItem *twf_compare_item_new (guint first, guint n) G_GNUC_WARN_UNUSED_RESULT;
TwfCompareItem *twf_compare_item_new_heading (int group) G_GNUC_WARN_UNUSED_RESULT;
int twf_compare_item_get_heading (TwfCompareItem *self); /* -1: none, it is a row */
guint twf_compare_item_get_first (TwfCompareItem *self);
guint twf_compare_item_get_n_folded (TwfCompareItem *self); /* 0: one row, not folded */

G_END_DECLS
