/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

#define TWF_TYPE_OUTLINE_ITEM (twf_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (TwfOutlineItem, twf_outline_item, TWF, OUTLINE_ITEM, GObject)

/* A row of the outline that is no provision: the plan's details, the sponsors, or a section. */
GListModel *twf_outline_item_list_top (void) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_outline_item_get_place (TwfOutlineItem *self);
const char *twf_outline_item_get_icon (TwfOutlineItem *self);
char *twf_outline_item_dup_title (TwfOutlineItem *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_outline_item_get_section (TwfOutlineItem *self, TwfSection *section);
GListModel *twf_outline_item_list_children (gpointer item, TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_outline_item_place_of (gpointer item);

G_END_DECLS
