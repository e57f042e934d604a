/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "../plan/fixture.h"

#include "twf-error.h"
#include "twf-proposal-life.h"

#include <string.h>

/* Does what @call says, which may set a GError *error, as one act. */
#define STEP(plan, call)                                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    GError *error = NULL;                                                                          \
    GPtrArray *step_edits = call;                                                                  \
    life_apply (plan, step_edits, error);                                                          \
  }                                                                                                \
  G_STMT_END

#define REFUSED(call, refusal)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error = NULL;                                                               \
    g_autoptr (GPtrArray) none = call;                                                             \
    g_assert_null (none);                                                                          \
    g_assert_error (error, TWF_ERROR, refusal);                                                    \
    g_assert_null (strchr (error->message, '\n'));                                                 \
  }                                                                                                \
  G_STMT_END

void life_apply (TwfPlan *plan, GPtrArray *edits, GError *error);
TwfPlan *life_new_plan (void) G_GNUC_WARN_UNUSED_RESULT;
void life_set_text (TwfPlan *plan, const char *id, const char *language, const char *text);
const char *life_get_text (TwfPlan *plan, const char *id);
TwfProposal *life_get (TwfPlan *plan, const char *pid);
void life_assert_state (TwfPlan *plan, const char *pid, TwfProposalState state);
char *life_propose (TwfPlan *plan, const char *id, const char *wording, const char *const *owners)
    G_GNUC_WARN_UNUSED_RESULT;
void life_add (TwfPlan *plan, TwfProvision *provision);
void life_carry_along (TwfPlan *plan, const char *id, const char *wording);
TwfProvision *
life_new_provision (TwfPlan *plan, const char *id, const char *parent) G_GNUC_WARN_UNUSED_RESULT;
