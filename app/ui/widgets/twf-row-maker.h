/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a list of many heights that is being made: lines under each other, and what a screen
 * reader says of the whole row. */
typedef struct
{
  GtkBox *box;       /* floating until it stands in a list */
  GPtrArray *spoken; /* of char* (owned) */
} TwfRowMaker;

void twf_row_maker_init (TwfRowMaker *self);
void twf_row_maker_append_line (TwfRowMaker *self, const char *text, const char *style);
void twf_row_maker_append_runs (TwfRowMaker *self, GPtrArray *runs, const char *language);
GtkWidget *twf_row_maker_end (TwfRowMaker *self);
void twf_row_maker_name_item (GtkWidget *row);

G_END_DECLS
