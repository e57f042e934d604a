/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_SILENCE_BAR (twf_silence_bar_get_type ())
G_DECLARE_FINAL_TYPE (TwfSilenceBar, twf_silence_bar, TWF, SILENCE_BAR, GtkWidget)

/* Says until when the plan is under silence; is not seen while it is not. */
void twf_silence_bar_set_workbench (TwfSilenceBar *self, TwfWorkbench *workbench);

G_END_DECLS
