/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_TRANSLATION_NOTE (twf_translation_note_get_type ())
G_DECLARE_FINAL_TYPE (TwfTranslationNote, twf_translation_note, TWF, TRANSLATION_NOTE, GtkBox)

/* Under a text: how it stands to its source, with what a translator can say about it. What changed
 * in the source since is a widget of its own, which stands under the source where that is shown. */
GtkWidget *twf_translation_note_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_translation_note_show (TwfTranslationNote *self,
                                TwfWorkbench *workbench,
                                TwfProvision *provision,
                                TwfPart part,
                                const char *language);
const char *twf_translation_note_get_source_language (TwfTranslationNote *self);
void twf_translation_note_put_source (TwfTranslationNote *self, GtkBox *box);

G_END_DECLS
