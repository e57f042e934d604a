/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-proposal.h"

G_BEGIN_DECLS

/* Inside the room only: what becomes of a proposal that a compromise took up. */
typedef enum
{
  TWF_TAKEN_UP_AS_IT_IS,
  TWF_TAKEN_UP_SET_ASIDE, /* withdrawn in favour of the compromise */
  TWF_TAKEN_UP_OPEN_AGAIN,
} TwfTakenUp;

TwfTakenUp twf_compromise_judge (TwfProposal *before,
                                 TwfProposal *compromise,
                                 gboolean superseded,
                                 TwfProposal *taken);
gboolean twf_compromise_holds (TwfProposal *compromise, TwfProposal *taken);
void twf_compromise_set_aside (TwfProposal *taken, const char *pid);
void twf_compromise_open_again (TwfProposal *taken);

G_END_DECLS
