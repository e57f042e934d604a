/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_UNSAVED_NOTE (twf_unsaved_note_get_type ())
G_DECLARE_FINAL_TYPE (TwfUnsavedNote, twf_unsaved_note, TWF, UNSAVED_NOTE, GtkWidget)

/* Says, while it is so, that something was changed and not saved, and saves it. */
void twf_unsaved_note_set_workbench (TwfUnsavedNote *self, TwfWorkbench *workbench);
void twf_unsaved_note_set_words (TwfUnsavedNote *self, const char *words);

G_END_DECLS
