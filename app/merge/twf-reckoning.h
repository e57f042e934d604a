/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-edit.h"
#include "twf-overview.h"

G_BEGIN_DECLS

/* The figures of a plan, kept provision by provision: after a change only what was changed is
 * reckoned anew. For one thread at a time. */
typedef struct _TwfReckoning TwfReckoning;

TwfReckoning *twf_reckoning_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
TwfReckoning *twf_reckoning_copy (TwfReckoning *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_reckoning_free (TwfReckoning *self);
const char *twf_reckoning_get_language (TwfReckoning *self);

/* Of a plan that is open. */
void twf_reckoning_forget (TwfReckoning *self, const TwfEdit *edit);
void twf_reckoning_set_lags (TwfReckoning *self, TwfLags *lags);
gboolean twf_reckoning_update (TwfReckoning *self, TwfPlan *plan, gint64 until);
GStrv twf_reckoning_list (TwfReckoning *self, TwfPlan *plan, TwfFigureKind kind, const char *detail)
    G_GNUC_WARN_UNUSED_RESULT;

/* Of provisions one by one. */
void twf_reckoning_put (TwfReckoning *self, TwfPlan *plan, TwfProvision *provision);
void twf_reckoning_put_title (TwfReckoning *self, TwfPlan *plan);
void twf_reckoning_remove (TwfReckoning *self, const char *id);

TwfOverview *twf_reckoning_sum (TwfReckoning *self, TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfReckoning, twf_reckoning_free)

G_END_DECLS
