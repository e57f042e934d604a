/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-lexicon.h"

G_BEGIN_DECLS

gboolean twf_reading_is_sound (const char *text, const char *to, TwfLexicon *lexicon);

G_END_DECLS
