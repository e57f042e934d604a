/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-revision-item.h"

G_BEGIN_DECLS

#define TWF_TYPE_REVISION_LIST (twf_revision_list_get_type ())
G_DECLARE_FINAL_TYPE (TwfRevisionList, twf_revision_list, TWF, REVISION_LIST, GObject)

/* The revisions of a plan that a filter lets pass, newest first, as a GListModel of TwfRevisionItem
 * that fills while it is looked at. Of each it knows the id; the rest is read for the rows that are
 * asked for. Properties (notify): loading, fraction (how much was gone through; -1 unknown),
 * n-lanes (that the graph needs; 0: there is none). Signal: "problem" (GError *). */
TwfRevisionList *
twf_revision_list_new (TwfDesk *desk, const TwfHistoryFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
void twf_revision_list_want (TwfRevisionList *self);
void twf_revision_list_stop (TwfRevisionList *self);
void twf_revision_list_refresh (TwfRevisionList *self);
gboolean twf_revision_list_is_loading (TwfRevisionList *self);
gboolean twf_revision_list_is_stopped (TwfRevisionList *self);
guint twf_revision_list_get_n_lanes (TwfRevisionList *self);
double twf_revision_list_get_fraction (TwfRevisionList *self);
gboolean twf_revision_list_find (TwfRevisionList *self, const char *id, guint *position);

G_END_DECLS
