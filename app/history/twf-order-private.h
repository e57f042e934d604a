/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository-private.h"

G_BEGIN_DECLS

#define TWF_ORDER_NAME "tawafuq-order"

/* Commits in an order in which each stands before those it was made on, and all of those are in it:
 * a commit's place says what may stand on it. From a file that any reader can make anew: it is
 * never fsynced, and what is not as it should be is as if it were not there. Immutable. */
typedef struct _TwfOrder TwfOrder;

TwfOrder *twf_order_load (TwfRepository *repository) G_GNUC_WARN_UNUSED_RESULT;
void twf_order_free (TwfOrder *self);
guint twf_order_get_length (TwfOrder *self);
gboolean twf_order_find (TwfOrder *self, const git_oid *id, guint *place);
git_oid twf_order_get_id (TwfOrder *self, guint place);
guint twf_order_get_n_parents (TwfOrder *self, guint place);
guint twf_order_get_parent (TwfOrder *self, guint place, guint which);
void twf_order_store (TwfRepository *repository, guint n, guint n_parents, const GByteArray *body);

/* A way through what some commits of it contain, each before those it was made on: of what was come
 * to the commit with the least place, since none with a greater one can stand on it. */
typedef struct _TwfOrderWalk TwfOrderWalk;

TwfOrderWalk *twf_order_walk_new (TwfOrder *order) G_GNUC_WARN_UNUSED_RESULT;
void twf_order_walk_free (TwfOrderWalk *self);
void twf_order_walk_come_to (TwfOrderWalk *self, guint place);
gboolean twf_order_walk_is_empty (TwfOrderWalk *self);
gboolean twf_order_walk_next (TwfOrderWalk *self, guint *place);

/* One that is being made: commits are added in their order, and at its end an order that is there.
 */
typedef struct _TwfOrderMaker TwfOrderMaker;

TwfOrderMaker *twf_order_maker_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_order_maker_free (TwfOrderMaker *self);
void twf_order_maker_add (TwfOrderMaker *self, const git_oid *id, GArray *parents);
guint twf_order_maker_get_length (TwfOrderMaker *self);
void twf_order_maker_store (TwfOrderMaker *self, TwfOrder *rest, TwfRepository *repository);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfOrder, twf_order_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfOrderMaker, twf_order_maker_free)

G_END_DECLS
