/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-draft-field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_FIELD_CHOOSER (twf_field_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TwfFieldChooser, twf_field_chooser, TWF, FIELD_CHOOSER, GtkBox)

/* One of several fields, and what it is to hold. Signal: "chosen", when a field says something
 * else, or another one is shown. */
void twf_field_chooser_show (TwfFieldChooser *self, TwfWorkbench *workbench, GPtrArray *fields);
void twf_field_chooser_update (TwfFieldChooser *self, guint field);
gboolean twf_field_chooser_is_typed (TwfFieldChooser *self);
const TwfDraftField *twf_field_chooser_get_shown (TwfFieldChooser *self);

G_END_DECLS
