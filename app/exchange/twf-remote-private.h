/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-child.h"
#include "twf-remote.h"

G_BEGIN_DECLS

/* One run of git with a place. Returns how it ended, also where it failed; NULL: it did not come
 * to that. */
TwfChild *twf_remote_run (const TwfRemote *self,
                          const char *repository,
                          const char *const *arguments,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What a run that did not work means: one of TwfError, and one line. */
void
twf_remote_set_error (GError **error, const TwfRemote *self, const TwfChild *child, gboolean push);
/* Of a line of git's progress: which phase, and how much of it. FALSE: it is none. */
gboolean twf_remote_parse_progress (const char *line, TwfRemotePhase *phase, double *fraction);

G_END_DECLS
