/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many lanes are told apart; what lies beyond shares the last. */
#define TWF_LANES 8

/* One revision's row of the graph of a history that is listed newest first. Sets of lanes are bits.
 * Lines run down, from the row above to the row below. */
typedef struct
{
  guint8 lane;       /* where the revision stands; 0 is the line of first parents from the newest */
  guint8 from_above; /* whether its own lane comes down to it: something newer was made on it */
  guint8 passing;    /* lanes that go by, straight */
  guint8 joining;    /* lanes that come down and end in its own, below it: the same is awaited */
  guint8 parents;    /* lanes below it that lead to what it was made on */
  guint8 n_parents;  /* at most 255; several lead down one lane where they are too many */
} TwfLaneRow;

/* The lanes of such a list, row by row. */
typedef struct _TwfLanes TwfLanes;

TwfLanes *twf_lanes_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_lanes_free (TwfLanes *self);
TwfLaneRow twf_lanes_add (TwfLanes *self, const char *id, const char *const *parents);
gboolean twf_lanes_leads_on (TwfLanes *self, const char *id);
guint twf_lane_row_count (const TwfLaneRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfLanes, twf_lanes_free)

G_END_DECLS
