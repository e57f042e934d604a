/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* Inside the room only: where a place is, told by what stands there, and whether two places are
 * one.
 */
char *twf_position_find_after (TwfPlan *plan,
                               TwfSection section,
                               const char *parent,
                               const char *rank,
                               const char *id) G_GNUC_WARN_UNUSED_RESULT;
char *twf_position_dup_place (TwfPlan *plan,
                              TwfSection section,
                              const char *parent,
                              const char *rank,
                              const char *id) G_GNUC_WARN_UNUSED_RESULT;
char *twf_position_dup_key (TwfSection section,
                            const char *parent,
                            const char *rank,
                            const char *id) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_position_same_rank (const char *one, const char *other);

G_END_DECLS
