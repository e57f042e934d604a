/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"

G_BEGIN_DECLS

/* What the import assistant calls the things a draft is made of. */
GListModel *twf_draft_words_list_roles (void) G_GNUC_WARN_UNUSED_RESULT; /* in order of TwfRole */
GListModel *twf_draft_words_list_sections (void) G_GNUC_WARN_UNUSED_RESULT; /* of TwfSection */
char *twf_draft_words_describe (TwfDraftParagraph *paragraph) G_GNUC_WARN_UNUSED_RESULT;
char *twf_draft_words_dup_result (TwfDraftParagraph *paragraph,
                                  const char *language) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_draft_words_reason (const char *reason);
gboolean twf_draft_words_role_has_section (TwfRole role);

G_END_DECLS
