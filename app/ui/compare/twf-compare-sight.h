/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-compare-item.h"
#include "twf-compare-owners.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*TwfCompareSightFunc) (gpointer list, GtkListItem *list_item);

/* The rows of a list that are there, and of those the ones in sight, of which it is asked whose
 * their words are. */
typedef struct
{
  GtkWidget *list;     /* borrowed: whose they are */
  GtkWidget *scroller; /* borrowed: in which they are seen */
  TwfCompareSightFunc show;
  TwfCompareOwners *owners; /* nullable: it is not asked */
  GHashTable *bound;        /* set of GtkListItem (borrowed) */
  guint look;               /* tick callback that looks which rows are in sight; 0: none */
} TwfCompareSight;

void twf_compare_sight_init (TwfCompareSight *self,
                             GtkWidget *list,
                             GtkWidget *scroller,
                             TwfCompareSightFunc show);
void twf_compare_sight_clear (TwfCompareSight *self);
void twf_compare_sight_set_owners (TwfCompareSight *self, TwfCompareOwners *owners);
void twf_compare_sight_add (TwfCompareSight *self, GtkListItem *list_item);
void twf_compare_sight_remove (TwfCompareSight *self, GtkListItem *list_item);
void twf_compare_sight_show_all (TwfCompareSight *self);
void twf_compare_sight_look (TwfCompareSight *self);

G_END_DECLS
