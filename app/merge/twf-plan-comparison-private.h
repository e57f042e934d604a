/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-numbering.h"
#include "twf-plan-comparison.h"

G_BEGIN_DECLS

struct _TwfComparison
{
  guint n_sides;
  GPtrArray *rows; /* of TwfRow */
  GStrv languages;
  char *language;  /* of numbers; nullable */
  GStrv revisions; /* of the base and the sides; nullable: nobody said */
};

/* While it is made. */
typedef struct
{
  TwfComparison *comparison;
  TwfPlan *plans[TWF_COMPARISON_VERSIONS]; /* borrowed */
  guint n_sides;
  gboolean meaning;                          /* what changes none is left out */
  GHashTable *changes[TWF_COMPARISON_SIDES]; /* char* subject -> GPtrArray of TwfChange */
} Building;

guint twf_placing_find (const Building *self, const char *id);
GPtrArray *twf_placing_list (const Building *self, TwfSection section) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *twf_traces_list (const Building *self, TwfSection section) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
