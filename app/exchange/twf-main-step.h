/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-judge.h"
#include "twf-receive.h"

G_BEGIN_DECLS

/* Moves the own copy of the rolling text forward to one that came, where that may be. */
gboolean twf_main_step (TwfJudge *judge,
                        TwfRepository *plan,
                        const char *tip,
                        TwfVerdict verdict,
                        TwfMainStep *step,
                        GCancellable *cancellable,
                        GError **error);

/* The first keys come in at the word of a person, who knows the facilitator's from elsewhere. */
gboolean twf_main_accept_key (TwfRepository *plan,
                              const char *fingerprint,
                              gint64 when,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
