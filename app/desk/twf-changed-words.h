/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-search.h"

G_BEGIN_DECLS

gboolean twf_changed_words_match (const char *old_text,
                                  const char *new_text,
                                  const char *language,
                                  TwfSearch *search);

G_END_DECLS
