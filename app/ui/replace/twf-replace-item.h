/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-replace.h"
#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_REPLACE_ITEM (twf_replace_item_get_type ())
G_DECLARE_FINAL_TYPE (TwfReplaceItem, twf_replace_item, TWF, REPLACE_ITEM, GObject)

/* One text in which the words stand, and whether they are to be replaced there. Property
 * (bindable, notify): ticked. */
TwfReplaceItem *twf_replace_item_new (TwfReplacement *replacement) G_GNUC_WARN_UNUSED_RESULT;
TwfReplacement *twf_replace_item_get (TwfReplaceItem *self);
gboolean twf_replace_item_is_ticked (TwfReplaceItem *self);

/* Makes the rows in which they are shown: all of one height. */
GtkListItemFactory *
twf_replace_item_new_factory (TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
