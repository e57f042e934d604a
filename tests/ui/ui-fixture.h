/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Runs the main loop until CONDITION holds; ends the test where it never does. */
#define ui_wait_for(condition)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    for (guint ui_turn = 0; !(condition) && ui_turn < 2000; ui_turn++)                             \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

void ui_init (int *argc, char ***argv);
void ui_drain (void);

TwfPlan *ui_plan_new (void) G_GNUC_WARN_UNUSED_RESULT;
char *ui_plan_add (TwfPlan *plan,
                   TwfSection section,
                   const char *parent,
                   const char *arabic,
                   const char *english) G_GNUC_WARN_UNUSED_RESULT;
const char *ui_first_id (TwfPlan *plan, TwfSection section);

GtkWidget *ui_find_type (GtkWidget *top, GType type);
GtkWidget *ui_find_named (GtkWidget *top, GType type, const char *name);
void ui_foreach (GtkWidget *top, GFunc func, gpointer user_data);

G_END_DECLS
