/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"

G_BEGIN_DECLS

#define TWF_TYPE_READING_ITEM (twf_reading_item_get_type ())
G_DECLARE_FINAL_TYPE (TwfReadingItem, twf_reading_item, TWF, READING_ITEM, GObject)

/* A line of the page: the plan's title, the head of a section, or a provision. Signals: "changed"
 * when what it shows is another. */
TwfReadingItem *twf_reading_item_new_title (void) G_GNUC_WARN_UNUSED_RESULT;
TwfReadingItem *twf_reading_item_new_section (TwfSection section) G_GNUC_WARN_UNUSED_RESULT;
TwfReadingItem *twf_reading_item_new (TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_reading_item_is_section (TwfReadingItem *self, TwfSection *section);
TwfProvision *twf_reading_item_get_provision (TwfReadingItem *self); /* nullable */
gboolean twf_reading_item_is_same (TwfReadingItem *self, TwfReadingItem *other);
const char *twf_reading_item_get_id (TwfReadingItem *self); /* nullable */
int twf_reading_item_get_n_brackets (TwfReadingItem *self); /* -1: nobody has counted them */
void twf_reading_item_set_n_brackets (TwfReadingItem *self, int n);
void twf_reading_item_change (TwfReadingItem *self);

G_END_DECLS
