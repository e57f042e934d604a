/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-inbox.h"

G_BEGIN_DECLS

/* Together with what something is merged of which it is said what would come of it. */
typedef enum
{
  TWF_MERGED_ALONE,
  TWF_MERGED_WITH_ALL,
  TWF_MERGED_WITH_CHOSEN,
} TwfMergedWith;

/* What is said of what was received, in the language of the interface; names are isolated. */
char *
twf_inbox_words_dup_sender (TwfWorkbench *workbench, const char *code) G_GNUC_WARN_UNUSED_RESULT;
char *twf_inbox_words_dup_arrival (const TwfReceived *received) G_GNUC_WARN_UNUSED_RESULT;
char *twf_inbox_words_dup_base (TwfWorkbench *workbench,
                                const TwfInboxItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *twf_inbox_words_dup_changes (TwfWorkbench *workbench,
                                   const TwfInboxItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *twf_inbox_words_dup_foresight (TwfWorkbench *workbench,
                                     const TwfForesight *foresight,
                                     TwfMergedWith with) G_GNUC_WARN_UNUSED_RESULT;
char *twf_inbox_words_dup_receipt (TwfWorkbench *workbench,
                                   const TwfReceipt *receipt) G_GNUC_WARN_UNUSED_RESULT;
char *
twf_inbox_words_dup_news (TwfWorkbench *workbench, GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;
char *twf_inbox_words_dup_refusal (const GError *error, const char *file) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_inbox_words_get_verdict (const char *verdict, gboolean *verified);

G_END_DECLS
