/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-text-wording.h"

G_BEGIN_DECLS

guint twf_text_stretch_find_last (const TwfWording *base,
                                  TwfWording *const *sides,
                                  guint n_sides,
                                  guint word,
                                  guint end);

G_END_DECLS
