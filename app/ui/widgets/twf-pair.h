/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_PAIR (twf_pair_get_type ())
G_DECLARE_FINAL_TYPE (TwfPair, twf_pair, TWF, PAIR, GtkWidget)

/* Children side by side in equal columns where there is room for each, one under the other where
 * there is not. Those behind the first few may be optional: they are seen beside the others, where
 * all have room, or not at all. */
GtkWidget *twf_pair_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_pair_append (TwfPair *self, GtkWidget *child);
void twf_pair_set_needed (TwfPair *self, guint needed);

G_END_DECLS
