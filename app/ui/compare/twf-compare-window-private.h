/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-compare-choices.h"
#include "twf-compare-list.h"
#include "twf-compare-window.h"

#include "twf-desk-cleared.h"

G_BEGIN_DECLS

struct _TwfCompareWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkBox *pickers;
  GtkFlowBox *ends;
  GtkBox *base_box;
  GtkBox *side_box;
  GtkBox *other_box;
  GtkWidget *language_name;
  GtkWidget *layout_name;
  GtkDropDown *base;
  GtkDropDown *side;
  GtkDropDown *other;
  GtkDropDown *language;
  GtkDropDown *layout;
  GtkCheckButton *meaning;
  GtkCheckButton *deletions;
  GtkLabel *counts;
  GtkLabel *problem;
  GtkStack *stack;
  TwfCompareList *list;
  AdwToastOverlay *toasts;
  AdwStatusPage *same_page;
  GtkFlowBox *legend;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfCompareChoices *choices;
  TwfComparison *comparison; /* nullable until it is made */
  TwfSince *since;           /* nullable: everything is shown, in the order of the plan */
  GStrv names;               /* of what is compared */
  char *pages;               /* nullable: the file of what is about to be printed */
  char *wanted;              /* nullable: the base that was asked for */
  char *wanted_side;         /* nullable: what is compared with it, that was asked for */
  GCancellable *cancellable; /* of the comparison under way */
  GCancellable *closing;     /* of all the rest */
  gint64 cleared_when;       /* of the base that was asked for; 0: it is not said by when */
  gboolean with_owners;      /* whose the words are is shown */
  gboolean to_rolling;       /* the rolling text was asked for, not the last revision */
  gboolean filling;          /* the lists are being filled: nobody chose */
};

const char *twf_compare_window_get_language (TwfCompareWindow *self); /* NULL: all */
void twf_compare_window_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
