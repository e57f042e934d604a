/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-novelty.h"
#include "twf-quarantine.h"

G_BEGIN_DECLS

/* The application's own list of what may come in, held against every object that is new: git's
 * checks let pass what is harmless to git. Nothing is repaired; what is not on the list is refused,
 * with one line that says what and why. Belongs to one thread. */
typedef struct _TwfInspection TwfInspection;

/* How far it is: objects that were looked at. */
typedef void (*TwfInspectedFunc) (guint64 done, gpointer user_data);

TwfInspection *twf_inspection_new (TwfQuarantine *quarantine,
                                   gboolean is_invitation,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_inspection_free (TwfInspection *self);
void
twf_inspection_set_progress (TwfInspection *self, TwfInspectedFunc progress, gpointer user_data);
GPtrArray *
twf_inspect_branch (TwfInspection *self, const char *tip, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of char*: the revisions that are new */
TwfNovelty *twf_inspection_get_novelty (TwfInspection *self);

GBytes *twf_inspect_issued (TwfInspection *self,
                            const char *symbol,
                            const char *id,
                            const char *tip,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Bytes of a tag under which a revision was issued. */
gboolean twf_inspect_tag (const char *symbol,
                          const char *bytes,
                          gsize length,
                          char **revision,
                          GError **error);
/* One revision's bytes. */
gboolean twf_inspect_revision (const char *id, const char *bytes, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfInspection, twf_inspection_free)

G_END_DECLS
