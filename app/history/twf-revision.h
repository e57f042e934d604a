/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

#define TWF_TYPE_REVISION (twf_revision_get_type ())
G_DECLARE_FINAL_TYPE (TwfRevision, twf_revision, TWF, REVISION, GObject)

/* One commit as a value: immutable, may cross threads. */
const char *twf_revision_get_id (TwfRevision *self);
const char *twf_revision_get_parent (TwfRevision *self); /* first parent, nullable */
const char *const *twf_revision_get_parents (TwfRevision *self);
const char *twf_revision_get_author (TwfRevision *self);
const char *twf_revision_get_email (TwfRevision *self);
gint64 twf_revision_get_when (TwfRevision *self);
const char *twf_revision_get_subject (TwfRevision *self);
const char *twf_revision_get_message (TwfRevision *self);
char *twf_revision_dup_trailer (TwfRevision *self, const char *key) G_GNUC_WARN_UNUSED_RESULT;

/* Newest first, in the order of the graph. @under: a folder or file, or NULL for every revision. */
GPtrArray *twf_repository_list_revisions (TwfRepository *self,
                                          const char *from,
                                          const char *under,
                                          guint skip,
                                          guint most,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
