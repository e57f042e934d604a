/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-history-walk.h"
#include "twf-desk-marks.h"

G_BEGIN_DECLS

#define TWF_TYPE_REVISION_ITEM (twf_revision_item_get_type ())
G_DECLARE_FINAL_TYPE (TwfRevisionItem, twf_revision_item, TWF, REVISION_ITEM, GObject)

/* A revision in a list. What is said of it comes when it is looked at: of a hundred thousand, a few
 * screens are. Properties (notify): revision (nullable until it is read). Signal: "changed": what
 * it changed was counted, or its place in the graph is another. */
TwfRevisionItem *twf_revision_item_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_revision_item_get_id (TwfRevisionItem *self);
TwfRevision *twf_revision_item_get_revision (TwfRevisionItem *self);
void twf_revision_item_set_revision (TwfRevisionItem *self, TwfRevision *revision);
const TwfTally *twf_revision_item_get_tally (TwfRevisionItem *self);
void twf_revision_item_set_tally (TwfRevisionItem *self, const TwfTally *tally);
const TwfLaneRow *twf_revision_item_get_lanes (TwfRevisionItem *self);
void twf_revision_item_set_lanes (TwfRevisionItem *self, const TwfLaneRow *lanes);

G_END_DECLS
