/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-words.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

char *twf_byline_dup_moment (gint64 when) G_GNUC_WARN_UNUSED_RESULT;
char *twf_byline_dup_day (gint64 when) G_GNUC_WARN_UNUSED_RESULT;
char *twf_byline_dup_moment_with_utc (gint64 when) G_GNUC_WARN_UNUSED_RESULT;
char *twf_byline_dup_owners (TwfWorkbench *workbench,
                             const TwfOrigin *origin,
                             const char *const *owners) G_GNUC_WARN_UNUSED_RESULT;
char *twf_byline_dup_mark (TwfWorkbench *workbench,
                           GPtrArray *origins) G_GNUC_WARN_UNUSED_RESULT; /* of TwfOrigin */
char *twf_byline_dup_names (TwfWorkbench *workbench,
                            GPtrArray *origins) G_GNUC_WARN_UNUSED_RESULT; /* of TwfOrigin */
char *twf_byline_dup (TwfWorkbench *workbench,
                      const TwfOrigin *origin,
                      const char *const *owners) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
