/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-compare-owners.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  TWF_COMPARE_ONE_PAGE,     /* what went and what came in one text */
  TWF_COMPARE_SIDE_BY_SIDE, /* what was, and beside it what is */
  TWF_COMPARE_STACKED,      /* the same one above the other: there is no room beside */
} TwfCompareLayout;

/* What a list of a comparison shows in all its rows. Borrowed. */
typedef struct
{
  TwfWorkbench *workbench;
  TwfComparison *comparison;
  const char *const *names; /* of the base and the sides */
  const char *language;     /* of the texts that are shown; NULL: all */
  TwfCompareLayout layout;
  const GPtrArray *fates;   /* of TwfFate: told in the row besides; NULL: none */
  TwfCompareOwners *owners; /* NULL: it is not asked whose the words are */
  const GPtrArray *owned;   /* of TwfOwnedRowText, of the row; NULL: not known yet */
} TwfCompareView;

GtkWidget *twf_compare_row_new (const TwfCompareView *view, const TwfRow *row);
GtkWidget *twf_compare_row_new_folded (const TwfCompareView *view, guint n);
char *twf_compare_row_dup_heading (const TwfCompareView *view,
                                   const TwfRow *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
