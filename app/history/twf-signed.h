/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

/* What was signed, and the signature as git keeps it; NULL: it is not signed. */
gboolean twf_repository_read_signature (TwfRepository *self,
                                        const char *revision,
                                        GBytes **payload,
                                        char **signature,
                                        GError **error);

G_END_DECLS
