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

/* Of many at once: which is in somebody else's name. */
gboolean twf_repository_find_other_author (TwfRepository *self,
                                           GPtrArray *revisions,
                                           const char *email,
                                           char **revision,
                                           char **author,
                                           GCancellable *cancellable,
                                           GError **error);

G_END_DECLS
