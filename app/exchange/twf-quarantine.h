/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-bundle.h"

G_BEGIN_DECLS

/* A bare repository of its own, made by us and empty, which reads from a plan's what it has not:
 * where things from outside stay until all of them were looked at. It goes with the value; what
 * dead processes left goes when the next is made. Settings in it are ours. Belongs to one thread.
 */
typedef struct _TwfQuarantine TwfQuarantine;

TwfQuarantine *twf_quarantine_new (TwfRepository *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_quarantine_see (TwfQuarantine *self,
                             TwfRepository *const *seen,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_quarantine_free (TwfQuarantine *self);
const char *twf_quarantine_get_path (TwfQuarantine *self);
TwfRepository *twf_quarantine_get_repository (TwfQuarantine *self);
TwfRepository *twf_quarantine_get_plan (TwfQuarantine *self);
char *twf_quarantine_build_path (TwfQuarantine *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_quarantine_list_refs (TwfQuarantine *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfBundleRef: "refs/heads/..." that a fetch left in it */
char *twf_quarantine_find_pack (TwfQuarantine *self, guint n_objects) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfQuarantine, twf_quarantine_free)

G_END_DECLS
