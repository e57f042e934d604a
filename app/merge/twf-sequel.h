/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-proposal.h"

G_BEGIN_DECLS

/**
 * TwfSequel:
 * @TWF_SEQUEL_NONE: nothing that has to be told
 * @TWF_SEQUEL_WITHDRAWN: its condition is met
 * @TWF_SEQUEL_LEFT: for one of several owners it is
 * @TWF_SEQUEL_ACCEPTED: it asked for what stands now
 * @TWF_SEQUEL_CARRIED: it reads otherwise over the new text
 * @TWF_SEQUEL_CLASHES: it is still open, about the same words
 * @TWF_SEQUEL_GONE: with its provision
 * @TWF_SEQUEL_REOPENED: the compromise that took it up is no longer on the table
 *
 * What became of a proposal when something was done about another.
 */
typedef enum
{
  TWF_SEQUEL_NONE,
  TWF_SEQUEL_WITHDRAWN,
  TWF_SEQUEL_LEFT,
  TWF_SEQUEL_ACCEPTED,
  TWF_SEQUEL_CARRIED,
  TWF_SEQUEL_CLASHES,
  TWF_SEQUEL_GONE,
  TWF_SEQUEL_REOPENED,
} TwfSequel;

#define TWF_N_SEQUELS 8

const char *twf_sequel_get_name (TwfSequel sequel);
TwfSequel twf_sequel_find (TwfProposal *before, TwfProposal *after, gboolean is_rival);

G_END_DECLS
