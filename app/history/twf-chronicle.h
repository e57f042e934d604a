/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-revision.h"

G_BEGIN_DECLS

#define TWF_REVISION_ID_LENGTH 40

/* All that a revision contains, newest first, gone through piece by piece: between two pieces
 * others save and pack. For one thread at a time. */
typedef struct _TwfChronicle TwfChronicle;

TwfChronicle *twf_chronicle_new (TwfRepository *repository,
                                 const char *from,
                                 gboolean with_units) G_GNUC_WARN_UNUSED_RESULT;
void twf_chronicle_free (TwfChronicle *self);
void twf_chronicle_ask_for_authors (TwfChronicle *self);

gboolean twf_chronicle_take_up (TwfChronicle *self, GError **error);
void twf_chronicle_put_down (TwfChronicle *self);
gboolean twf_chronicle_next (TwfChronicle *self, GCancellable *cancellable, GError **error);
guint twf_chronicle_count (TwfChronicle *self, guint *total);

/* The revision it stands at. */
const char *twf_chronicle_get_id (TwfChronicle *self);
GStrv twf_chronicle_dup_parents (TwfChronicle *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_chronicle_is_narrow (TwfChronicle *self);
TwfRevision *twf_chronicle_read (TwfChronicle *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_chronicle_recall_author (TwfChronicle *self, char **email, gint64 *when);
/* The files it changed; a merge those that it has otherwise than each of what it merged. */
GPtrArray *
twf_chronicle_list_changes (TwfChronicle *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What it touches: files, and folders of three names, as numbers. */
guint twf_chronicle_get_n_units (TwfChronicle *self);
guint64 twf_chronicle_get_unit (TwfChronicle *self, guint index);
gboolean twf_chronicle_touches (TwfChronicle *self, guint64 unit);
guint64 twf_unit_number (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfChronicle, twf_chronicle_free)

G_END_DECLS
