/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_SAVE_POPOVER (twf_save_popover_get_type ())
G_DECLARE_FINAL_TYPE (TwfSavePopover, twf_save_popover, TWF, SAVE_POPOVER, GtkPopover)

/* Asks what a revision is about and, of the facilitator, whether it was read out in the room; then
 * saves it by the window's command. */
void twf_save_popover_set_workbench (TwfSavePopover *self, TwfWorkbench *workbench);

G_END_DECLS
