/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-revision.h"

G_BEGIN_DECLS

/* A revision of the graph that is left of history when only one path is looked at. */
typedef struct
{
  TwfRevision *revision;
  char *
      *parents; /* ids of other versions, in the order of the revision's own parents; may be none */
  char *blob;   /* what stands at the path; NULL: nothing */
} TwfVersion;

void twf_version_free (TwfVersion *self);
/* Each after those it stands on. */
GPtrArray *twf_repository_list_versions (TwfRepository *self,
                                         const char *from,
                                         const char *path,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfVersion, twf_version_free)

G_END_DECLS
