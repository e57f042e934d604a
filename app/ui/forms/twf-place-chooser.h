/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-draft-place.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_PLACE_CHOOSER (twf_place_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TwfPlaceChooser, twf_place_chooser, TWF, PLACE_CHOOSER, GtkBox)

/* Section, what it is to stand under, what it is to follow. Signal: "chosen", when @place says
 * something else. */
void twf_place_chooser_show (TwfPlaceChooser *self, TwfWorkbench *workbench, TwfDraftPlace *place);

G_END_DECLS
