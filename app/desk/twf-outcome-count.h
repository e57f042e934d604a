/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-digits.h"
#include "twf-plan-merge.h"

G_BEGIN_DECLS

/* What became of what a merge was asked for, by how much there is of each: one way to count and one
 * way to say it, for the command and for the window. */
typedef struct
{
  guint accepted;
  guint taken_over; /* hangs on what stands, or is a record: nobody accepted it */
  guint proposed;
  guint rejected;
  guint already;
  guint left_out;
  guint withdrawn;
  guint close; /* of the accepted: to be read again */
  gboolean needs_person;
} TwfOutcomeCount;

gboolean twf_outcome_is_taken_over (const TwfOutcome *outcome);
TwfOutcomeCount twf_outcome_count (GPtrArray *outcomes); /* of TwfOutcome */
char *twf_outcome_count_dup_line (const TwfOutcomeCount *self,
                                  TwfDigits digits,
                                  gboolean all) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
