/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-opening.h"

G_BEGIN_DECLS

TwfShift twf_strength_compare (const char *before,
                               const char *after,
                               const char *language,
                               char **was,
                               char **is);

G_END_DECLS
