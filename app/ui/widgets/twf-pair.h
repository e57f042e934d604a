/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_PAIR (twf_pair_get_type ())
G_DECLARE_FINAL_TYPE (TwfPair, twf_pair, TWF, PAIR, GtkWidget)

/* Children side by side in equal columns where there is room for each, one under the other where
 * there is not. */
GtkWidget *twf_pair_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_pair_append (TwfPair *self, GtkWidget *child);

G_END_DECLS
