/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_OWNERS_VIEW (twf_owners_view_get_type ())
G_DECLARE_FINAL_TYPE (TwfOwnersView, twf_owners_view, TWF, OWNERS_VIEW, GtkWidget)

/* Whose each word of a text is: the text with the owners' marks, a legend, and how the words came.
 */
void twf_owners_view_show (TwfOwnersView *self,
                           TwfWorkbench *workbench,
                           const char *id,
                           TwfPart part,
                           const char *language);
void twf_owners_view_stop (TwfOwnersView *self);

G_END_DECLS
