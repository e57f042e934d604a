/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

/* Which plan it is, and a branch that went on in another copy of it. */
GPtrArray *twf_repository_list_ahead (TwfRepository *self,
                                      const char *tip,
                                      const char *const *known,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of char* */
char *twf_repository_dup_root (TwfRepository *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_repository_forward (TwfRepository *self,
                                 const char *branch,
                                 const char *expected,
                                 const char *revision,
                                 GError **error);

G_END_DECLS
