/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_LINK_POPOVER (twf_link_popover_get_type ())
G_DECLARE_FINAL_TYPE (TwfLinkPopover, twf_link_popover, TWF, LINK_POPOVER, GtkPopover)

/* A list of provisions to tick. Signal: "toggled" (const char *id, gboolean on). */
GtkWidget *twf_link_popover_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_link_popover_fill (TwfLinkPopover *self,
                            TwfWorkbench *workbench,
                            TwfSection section,
                            const char *const *chosen);

G_END_DECLS
