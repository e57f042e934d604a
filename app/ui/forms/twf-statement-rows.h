/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What delegations stated about a provision, for good: reservations and explanations of position.
 * Each that may be taken back has a button: the action "agreement.take-back" of (its id). */
gboolean twf_statement_rows_fill (GtkBox *box, TwfWorkbench *workbench, TwfProvision *provision);

G_END_DECLS
