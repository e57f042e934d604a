/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-contributed.h"
#include "twf-source.h"

G_BEGIN_DECLS

/* What stood in a branch since it took the rolling text in last, and stands there no more. */
typedef struct _TwfTakenBack TwfTakenBack;

TwfTakenBack *twf_taken_back_new (TwfSource *source,
                                  TwfRepository *repository,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_taken_back_free (TwfTakenBack *self);
gboolean twf_taken_back_holds (TwfTakenBack *self, TwfContributed *contributed, TwfPlan *tip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfTakenBack, twf_taken_back_free)

G_END_DECLS
