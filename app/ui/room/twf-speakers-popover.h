/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_SPEAKERS_POPOVER (twf_speakers_popover_get_type ())
G_DECLARE_FINAL_TYPE (TwfSpeakersPopover, twf_speakers_popover, TWF, SPEAKERS_POPOVER, GtkPopover)

/* Who has the floor, who waits for it, and who else might ask; where the facilitator keeps the
 * list. Actions: speakers.next; speakers.remove (s): a code. */
GtkWidget *twf_speakers_popover_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_speakers_popover_set_workbench (TwfSpeakersPopover *self, TwfWorkbench *workbench);

G_END_DECLS
