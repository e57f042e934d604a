/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-compare-row.h"

G_BEGIN_DECLS

/* A text of a row with whose its changes are: marks behind the words, and a line for each. */
gboolean twf_compare_owned_append (GtkBox *box,
                                   const TwfCompareView *view,
                                   const TwfRowText *text,
                                   guint side);

/* What screen readers say of a label that shows changes, in place of its text. */
void twf_compare_owned_set_spoken (GtkWidget *label, GPtrArray *runs);
const char *twf_compare_owned_get_spoken (GtkWidget *label);

G_END_DECLS
