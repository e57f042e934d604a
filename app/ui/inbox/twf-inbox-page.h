/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_INBOX_PAGE (twf_inbox_page_get_type ())
G_DECLARE_FINAL_TYPE (TwfInboxPage, twf_inbox_page, TWF, INBOX_PAGE, GtkWidget)

/* What was received: whose, verified or not, what it changes; to be looked at and merged. */
void twf_inbox_page_set_workbench (TwfInboxPage *self, TwfWorkbench *workbench);

G_END_DECLS
