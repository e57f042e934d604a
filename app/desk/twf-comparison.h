/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-private.h"

G_BEGIN_DECLS

gboolean twf_comparison_find_former (TwfRepository *repository,
                                     const char *revision,
                                     char **former,
                                     GError **error);
GPtrArray *twf_comparison_run (TwfRepository *repository,
                               const char *old_revision,
                               const char *new_revision,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfChange */

G_END_DECLS
