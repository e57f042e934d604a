/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_OUTLINE (twf_outline_get_type ())
G_DECLARE_FINAL_TYPE (TwfOutline, twf_outline, TWF, OUTLINE, GtkWidget)

/* The plan at a glance: sections, and under them every provision with its number and first words.
 * Signal: "chosen" when a person picked a row, by hand or with Enter. */
void twf_outline_set_workbench (TwfOutline *self, TwfWorkbench *workbench);
void twf_outline_focus_search (TwfOutline *self);
void twf_outline_focus_list (TwfOutline *self);

G_END_DECLS
