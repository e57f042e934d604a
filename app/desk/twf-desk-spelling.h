/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"
#include "twf-spelling.h"

G_BEGIN_DECLS

TwfKnownWords *twf_desk_known_words_new (TwfPlan *plan,
                                         const char *language,
                                         GHashTable *ignored) G_GNUC_WARN_UNUSED_RESULT;
char *twf_spelling_dup_state_words (TwfSpellingState state,
                                    const char *language,
                                    const char *language_name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
