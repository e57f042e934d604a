/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-proposal.h"

G_BEGIN_DECLS

/**
 * TwfPositionWord:
 * @TWF_POSITION_RETAIN: the text is to stay as it is
 * @TWF_POSITION_DELETE: what is proposed is to go
 * @TWF_POSITION_RESERVE: no consent yet
 * @TWF_POSITION_SUPPORT: supports what is proposed
 * @TWF_POSITION_REFLECT: reflects on it
 * @TWF_POSITION_WITHDRAWS_IF: an owner; no longer asks for it once another proposal is accepted
 *
 * What a delegation says about a proposal.
 */
typedef enum
{
  TWF_POSITION_RETAIN,
  TWF_POSITION_DELETE,
  TWF_POSITION_RESERVE,
  TWF_POSITION_SUPPORT,
  TWF_POSITION_REFLECT,
  TWF_POSITION_WITHDRAWS_IF,
} TwfPositionWord;

/* A value of the field "Position" taken apart: "US delete", "MX withdraws-if <pid>". */
typedef struct
{
  char *code;
  TwfPositionWord word;
  char *condition; /* WITHDRAWS_IF: id of a proposal */
} TwfPosition;

const char *twf_position_word_get_name (TwfPositionWord word);
gboolean twf_position_word_from_name (const char *name, TwfPositionWord *word);
TwfPosition *twf_position_parse (const char *value) G_GNUC_WARN_UNUSED_RESULT; /* nullable */
char *twf_position_format (const TwfPosition *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_position_free (TwfPosition *self);
GPtrArray *
twf_proposal_list_positions (TwfProposal *self) G_GNUC_WARN_UNUSED_RESULT; /* of TwfPosition */
void twf_proposal_put_position (TwfProposal *self, const char *code, const TwfPosition *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfPosition, twf_position_free)

G_END_DECLS
