/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps the cursor of a text where it was in its window while the text round it is written anew. */
typedef struct
{
  double height;   /* as twf_steady_view_get_height() */
  guint frames;    /* since it began to scroll */
  guint scrolling; /* id of the callback that puts right where the view is; 0: none */
} TwfSteadyView;

double twf_steady_view_get_height (GtkTextView *view);
void twf_steady_view_show (TwfSteadyView *self, GtkTextView *view, double height);
void twf_steady_view_resized (TwfSteadyView *self, GtkTextView *view, double before);
void twf_steady_view_stop (TwfSteadyView *self, GtkTextView *view);

G_END_DECLS
