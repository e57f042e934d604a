/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_AGREED_BAR (twf_agreed_bar_get_type ())
G_DECLARE_FINAL_TYPE (TwfAgreedBar, twf_agreed_bar, TWF, AGREED_BAR, GtkWidget)

/* How far the provisions have come, as one bar in the colours that delegations know: green in
 * plenary, yellow in the working group. The figures stand below it. */
void twf_agreed_bar_show (TwfAgreedBar *self, const TwfOverview *overview);

G_END_DECLS
