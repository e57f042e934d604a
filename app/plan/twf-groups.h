/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"
#include "twf-positions.h"

G_BEGIN_DECLS

/* Groups: what G77 says counts for its members, but for one that says something else itself. */
gboolean twf_group_has_member (TwfPlan *plan, const char *group, const char *code);
gboolean twf_group_is_in_circle (TwfPlan *plan, const char *group);
const char *twf_group_find_circle (TwfPlan *plan, const char *group, const char *const *members);
gboolean twf_group_is_spoken_for (TwfPlan *plan, const char *group); /* members here count for it */

/* What a delegation says of a proposal itself. */
typedef struct
{
  char *code;
  gboolean owns;
  gboolean says;        /* @word is what it says */
  TwfPositionWord word; /* of several, that of its position */
} TwfVoice;

void twf_voice_free (TwfVoice *self);
gboolean twf_voice_is_for (const TwfVoice *self);
GPtrArray *twf_proposal_list_voices (TwfProposal *self) G_GNUC_WARN_UNUSED_RESULT; /* of TwfVoice */
GStrv twf_proposal_list_deviations (TwfPlan *plan,
                                    TwfProposal *self,
                                    const char *group,
                                    const TwfPositionWord *word) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfVoice, twf_voice_free)

G_END_DECLS
