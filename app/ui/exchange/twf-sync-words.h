/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-syncer.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

/* What a person is told of a run, in one line. */
char *twf_sync_words_dup (TwfSyncer *syncer, TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;

gboolean twf_sync_words_has_news (const TwfSynced *synced);
gboolean twf_sync_words_is_offline (TwfSyncer *syncer);

G_END_DECLS
