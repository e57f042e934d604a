/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-revision-item.h"

#include "twf-desk-history-walk.h"

G_BEGIN_DECLS

#define TWF_TYPE_REVISION_READER (twf_revision_reader_get_type ())
G_DECLARE_FINAL_TYPE (TwfRevisionReader, twf_revision_reader, TWF, REVISION_READER, GObject)

/* Keeps the items of the rows that are looked at, and reads what is said of them: first the
 * revisions, many at a time, then how much each changed, the one asked for last first. What
 * scrolled by before its turn is passed over. Signal: "problem" (GError *). */
TwfRevisionReader *twf_revision_reader_new (TwfDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void twf_revision_reader_stop (TwfRevisionReader *self);
TwfRevisionItem *twf_revision_reader_get_item (TwfRevisionReader *self,
                                               const TwfHistoryRow *row) G_GNUC_WARN_UNUSED_RESULT;
TwfRevisionItem *twf_revision_reader_find (TwfRevisionReader *self, const char *id);

G_END_DECLS
