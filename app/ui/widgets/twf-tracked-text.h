/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_TRACKED_TEXT (twf_tracked_text_get_type ())
G_DECLARE_FINAL_TYPE (TwfTrackedText, twf_tracked_text, TWF, TRACKED_TEXT, GObject)

typedef enum
{
  TWF_TRACKED_PLAIN,
  TWF_TRACKED_DELETED,
  TWF_TRACKED_INSERTED,
  TWF_TRACKED_QUIET,
  TWF_TRACKED_HEADING,
} TwfTrackedStyle;

/* How changed words look everywhere: what goes is struck, what comes is underlined twice, each also
 * in its colour, and each text runs in the direction of its own language. */
TwfTrackedText *twf_tracked_text_new (GtkTextBuffer *buffer) G_GNUC_WARN_UNUSED_RESULT;
void twf_tracked_text_clear (TwfTrackedText *self);
void twf_tracked_text_append (TwfTrackedText *self, const char *text, TwfTrackedStyle style);
void twf_tracked_text_append_runs (TwfTrackedText *self, GPtrArray *runs, const char *language);
void twf_tracked_text_insert_runs (TwfTrackedText *self,
                                   GtkTextIter *place,
                                   GPtrArray *runs,
                                   const char *language);

/* In a label: all of it, or the first changed words with a little of what stands round them. */
GtkWidget *
twf_tracked_text_new_label (GPtrArray *runs, const char *language) G_GNUC_WARN_UNUSED_RESULT;
void twf_tracked_text_show_excerpt (GtkLabel *label, GPtrArray *runs, const char *language);

/* For other labels that show texts. */
void twf_tracked_text_append_mark (GString *line, const char *language);
void twf_tracked_text_append_marked (GString *line, const char *text, const char *language);
void twf_tracked_text_align (GtkLabel *label, const char *language);

G_END_DECLS
