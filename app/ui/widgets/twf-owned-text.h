/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  TWF_OWNED_STANDS,
  TWF_OWNED_GONE, /* the words stand no longer */
  TWF_OWNED_CAME, /* they are new */
  TWF_OWNED_SAME, /* nobody asks whose they are: without mark and colour */
} TwfOwnedLook;

/* Words that one owner brought, or took away. */
typedef struct
{
  char *text;
  char *mark;   /* a few letters that stand for the owner, behind the words; SAME: NULL */
  guint colour; /* number of the owner's colour */
  TwfOwnedLook look;
} TwfOwnedRun;

void twf_owned_run_free (TwfOwnedRun *self);

/* How words look that are shown with their owners: underlined in the owner's colour, twice where
 * they are new, struck where they went, with the owner's mark behind them, so that the colour is
 * never the only sign. */
GtkWidget *
twf_owned_text_new_label (GPtrArray *runs, const char *language) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *twf_owned_text_new_legend (const char *mark,
                                      guint colour,
                                      const char *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
