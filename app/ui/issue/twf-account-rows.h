/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean twf_account_item_is_owned (const TwfAccountItem *item);
GtkWidget *twf_account_row_new (TwfWorkbench *workbench, const TwfAccountItem *item);

G_END_DECLS
