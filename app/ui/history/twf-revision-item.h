/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"

G_BEGIN_DECLS

#define TWF_TYPE_REVISION_ITEM (twf_revision_item_get_type ())
G_DECLARE_FINAL_TYPE (TwfRevisionItem, twf_revision_item, TWF, REVISION_ITEM, GObject)

/* A revision in a list. What is said of it comes when it is looked at: of a hundred thousand, a few
 * screens are. Properties (notify): revision (nullable until it is read). */
TwfRevisionItem *twf_revision_item_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_revision_item_get_id (TwfRevisionItem *self);
TwfRevision *twf_revision_item_get_revision (TwfRevisionItem *self);
void twf_revision_item_set_revision (TwfRevisionItem *self, TwfRevision *revision);

G_END_DECLS
