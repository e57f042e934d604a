/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

/* Inside the room only: the revisions of one line, each made on the next; of a merge, the one that
 * it was merged into. Gone through piece by piece. For one thread at a time. */
typedef struct _TwfLine TwfLine;

TwfLine *twf_line_new (TwfRepository *repository,
                       const char *tip,
                       const char *stop_at) G_GNUC_WARN_UNUSED_RESULT;
void twf_line_free (TwfLine *self);
gboolean twf_line_go_on (TwfLine *self, gint64 end, GCancellable *cancellable, GError **error);
gboolean twf_line_is_complete (TwfLine *self);
gboolean twf_line_has_met (TwfLine *self);
GPtrArray *twf_line_get_ids (TwfLine *self); /* of char*, newest first */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfLine, twf_line_free)

G_END_DECLS
