/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_TEXT_FIELD (twf_text_field_get_type ())
G_DECLARE_FINAL_TYPE (TwfTextField, twf_text_field, TWF, TEXT_FIELD, GtkWidget)

/* One text of the plan in one language, with the language above it. What is typed becomes an edit
 * of the plan; what changes in the plan shows. */
GtkWidget *twf_text_field_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_text_field_set_least_lines (TwfTextField *self, guint lines);
void twf_text_field_set_choice (TwfTextField *self, const char *action, gboolean has_none);
const char *twf_text_field_get_language (TwfTextField *self);
gboolean twf_text_field_select (TwfTextField *self, guint start, guint end);
void twf_text_field_show (TwfTextField *self,
                          TwfWorkbench *workbench,
                          const char *id,
                          TwfPart part,
                          const char *language);

G_END_DECLS
