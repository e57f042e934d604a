/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_ACCOUNT_WINDOW (twf_account_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfAccountWindow, twf_account_window, TWF, ACCOUNT_WINDOW, AdwWindow)

/* Every change between two revisions, with who answers for it, and the certificate of it. */
GtkWidget *twf_account_window_new (GtkWindow *parent, TwfWorkbench *workbench);

G_END_DECLS
