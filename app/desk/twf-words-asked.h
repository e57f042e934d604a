/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-words.h"

G_BEGIN_DECLS

/* Inside the room only. */
void twf_words_forget_accepted (GPtrArray *runs);
void twf_words_name_proposals (GPtrArray *runs,
                               TwfProvision *provision,
                               TwfPlan *head,
                               TwfPart part,
                               const char *language);

G_END_DECLS
