/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-opening.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The words that a paragraph opens with, as its language prints them: in views and in labels. */
typedef struct _TwfOpeningLook TwfOpeningLook;

TwfOpeningLook *twf_opening_look_new (GtkTextBuffer *buffer) G_GNUC_WARN_UNUSED_RESULT;
void twf_opening_look_free (TwfOpeningLook *self);
void twf_opening_look_set (TwfOpeningLook *self,
                           const GtkTextIter *start,
                           const GtkTextIter *end,
                           const char *text,
                           GArray *openings,
                           const char *language);
void twf_opening_look_add_attributes (PangoAttrList *attributes,
                                      const char *shown,
                                      const char *text,
                                      GArray *openings,
                                      const char *language);
GArray *twf_opening_look_find (const char *text,
                               const char *language,
                               TwfOpeningForms forms) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfOpeningLook, twf_opening_look_free)

G_END_DECLS
