/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* A bracket of a compilation, by whom it is kept open. */
typedef struct
{
  GPtrArray *proposals; /* of TwfProposal: each that wants something else here */
  guint n_words;        /* of all that is wanted here, in the language that is read */
} TwfOpenBracket;

GPtrArray *
twf_open_brackets_new (TwfPlan *plan,
                       TwfProvision *provision,
                       const char *language) G_GNUC_WARN_UNUSED_RESULT; /* of TwfOpenBracket */

G_END_DECLS
