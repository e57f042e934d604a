/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-provision.h"

G_BEGIN_DECLS

#define TWF_TYPE_CHILDREN (twf_children_get_type ())
G_DECLARE_FINAL_TYPE (TwfChildren, twf_children, TWF, CHILDREN, GObject)

/* Inside the room only: the provisions that stand directly under one, in order. A live GListModel
 * that says no more changed than did. */
TwfChildren *twf_children_new (void) G_GNUC_WARN_UNUSED_RESULT;
guint twf_children_get_length (TwfChildren *self);
TwfProvision *twf_children_get (TwfChildren *self, guint position);
gboolean twf_children_find (TwfChildren *self, TwfProvision *provision, guint *position);
void twf_children_insert (TwfChildren *self, TwfProvision *provision);
void twf_children_remove (TwfChildren *self, TwfProvision *provision);
void twf_children_replace (TwfChildren *self, GPtrArray *provisions);
int twf_children_compare (TwfProvision *one, TwfProvision *other);

G_END_DECLS
