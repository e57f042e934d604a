/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

/* That somebody, a delegation's capital, cleared a revision: an annotated tag outside refs/tags,
 * which clones and pushes leave where it is. Immutable; may cross threads. */
typedef struct
{
  char *delegation; /* its code */
  guint number;     /* from 1, in the order in which they were recorded */
  char *revision;   /* full id; NULL: @is_damaged */
  gint64 when;      /* seconds since 1970; 0: not known */
  int offset_minutes;
  char *by;   /* name of who recorded it; NULL: not known */
  char *note; /* nullable: none */
  gboolean is_damaged;
} TwfClearance;

void twf_clearance_free (TwfClearance *self);
TwfClearance *twf_clearance_copy (const TwfClearance *self) G_GNUC_WARN_UNUSED_RESULT;

/* @info: by whom and when; its message is the note, nullable. */
TwfClearance *twf_repository_record_clearance (TwfRepository *self,
                                               const char *delegation,
                                               const char *revision,
                                               const TwfCommitInfo *info,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
twf_repository_list_clearances (TwfRepository *self, const char *delegation, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfClearance; of one delegation the first recorded first */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfClearance, twf_clearance_free)

G_END_DECLS
