/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

/* How revisions stand to one another. */
char *twf_repository_find_merge_base (TwfRepository *self,
                                      const char *one,
                                      const char *other,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *twf_repository_find_taken_in (TwfRepository *self,
                                    const char *line,
                                    const char *tip,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_repository_count_ahead (TwfRepository *self,
                                     const char *revision,
                                     const char *of,
                                     guint *n_ahead,
                                     GError **error);
gboolean twf_repository_count_on_line (TwfRepository *self,
                                       const char *line,
                                       const char *of,
                                       guint *n,
                                       GError **error);
gboolean twf_repository_contains (TwfRepository *self,
                                  const char *revision,
                                  const char *contained,
                                  gboolean *contains,
                                  GError **error);

G_END_DECLS
