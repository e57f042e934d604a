/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Words that one owner brought. */
typedef struct
{
  char *text;
  char *mark;    /* a few letters that stand for the owner, behind the words */
  guint colour;  /* number of the owner's colour */
  gboolean gone; /* the words stand no longer */
} TwfOwnedRun;

void twf_owned_run_free (TwfOwnedRun *self);

/* How words look that are shown with their owners: underlined in the owner's colour, with the
 * owner's mark behind them, so that the colour is never the only sign. */
GtkWidget *
twf_owned_text_new_label (GPtrArray *runs, const char *language) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *twf_owned_text_new_legend (const char *mark,
                                      guint colour,
                                      const char *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
