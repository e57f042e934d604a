/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-inbox.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_INBOX_ROW (twf_inbox_row_get_type ())
G_DECLARE_FINAL_TYPE (TwfInboxRow, twf_inbox_row, TWF, INBOX_ROW, GtkListBoxRow)

/* One thing that was received: whose, verified or not, made on what, how much it changes. Property
 * (notified): chosen. */
GtkWidget *twf_inbox_row_new (TwfWorkbench *workbench,
                              const TwfInboxItem *item,
                              guint colour) G_GNUC_WARN_UNUSED_RESULT;
void twf_inbox_row_show_foresight (TwfInboxRow *self, TwfInbox *inbox);
const char *twf_inbox_row_get_name (TwfInboxRow *self);
gboolean twf_inbox_row_can_be_chosen (TwfInboxRow *self);
gboolean twf_inbox_row_is_chosen (TwfInboxRow *self);
void twf_inbox_row_set_chosen (TwfInboxRow *self, gboolean chosen);

G_END_DECLS
