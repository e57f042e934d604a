/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"

G_BEGIN_DECLS

#define TWF_TYPE_REVISION_LIST (twf_revision_list_get_type ())
G_DECLARE_FINAL_TYPE (TwfRevisionList, twf_revision_list, TWF, REVISION_LIST, GObject)

/* The revisions of a plan, or of one provision, newest first, as a GListModel that is filled as it
 * is scrolled: a long history costs what is looked at. Properties (notify): loading, complete. */
TwfRevisionList *
twf_revision_list_new (TwfDesk *desk, const char *provision) G_GNUC_WARN_UNUSED_RESULT;
void twf_revision_list_want (TwfRevisionList *self, guint position);
void twf_revision_list_refresh (TwfRevisionList *self);
gboolean twf_revision_list_is_loading (TwfRevisionList *self);

G_END_DECLS
