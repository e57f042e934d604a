/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-chronicle.h"
#include "twf-history-filter.h"
#include "twf-plan.h"

G_BEGIN_DECLS

/* Looks of each revision whether a filter lets it pass; what is cheap is asked first. Made on the
 * desk's thread, used on one other. */
typedef struct _TwfSifter TwfSifter;

TwfSifter *twf_sifter_new (TwfRepository *repository,
                           const TwfHistoryFilter *filter,
                           TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void twf_sifter_free (TwfSifter *self);
gboolean twf_sifter_needs_units (TwfSifter *self);
gboolean twf_sifter_needs_authors (TwfSifter *self);
gboolean twf_sifter_look (TwfSifter *self,
                          TwfChronicle *chronicle,
                          TwfRevision **revision,
                          gboolean *passes,
                          GError **error);

G_END_DECLS
