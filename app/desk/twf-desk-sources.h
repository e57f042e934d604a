/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-difference.h"
#include "twf-translated.h"

G_BEGIN_DECLS

/* What changed in a source since a translation was made of it. Immutable. */
typedef struct
{
  gboolean known;  /* the wording of then is in history */
  GPtrArray *runs; /* of TwfRun: from that wording; nullable: it is not known */
  guint n_words;   /* that changed: a word in place of another is one */
} TwfSourceChange;

void twf_source_change_free (TwfSourceChange *self);

/* Compares sources as they stand with what they were; @tasks are of a plan as it stands. */
void twf_desk_compare_sources_async (TwfDesk *self,
                                     GPtrArray *tasks,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *twf_desk_compare_sources_finish (TwfDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfSourceChange, in step with the tasks */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfSourceChange, twf_source_change_free)

G_END_DECLS
