/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-saving.h"

G_BEGIN_DECLS

/* Under what mandate a save is made, found from what it changes: undo, a journal that was read back
 * and however many acts came before it make no difference. */

/* What is written of it. Several stand with a comma and a space between. */
#define TWF_MANDATE_PROPOSAL "proposal"   /* ids of proposals may follow, with spaces between */
#define TWF_MANDATE_AGREEMENT "agreement" /* ids of provisions follow */
#define TWF_MANDATE_CHAIR "chair"
#define TWF_MANDATE_SILENCE "silence" /* ids of silences that a delegation breaks follow */
#define TWF_MANDATE_EDITORIAL "editorial"

char *twf_mandate_find (TwfSaving *saving,
                        TwfRepository *repository,
                        gboolean is_facilitator,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
