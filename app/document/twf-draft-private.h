/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-draft.h"

G_BEGIN_DECLS

/* "yes": a heading that names its section and need not be stored where it opens one. */
#define TWF_DRAFT_OPENS "Opens"

/* For the readers, which build a draft; nobody else changes these. */
TwfDraftParagraph *twf_draft_paragraph_new (TwfRole role,
                                            TwfSection section,
                                            const char *language,
                                            const char *text) G_GNUC_WARN_UNUSED_RESULT;
void twf_draft_paragraph_set_number (TwfDraftParagraph *self, const char *number);
void twf_draft_paragraph_set_source (TwfDraftParagraph *self, const char *source, guint line);
void twf_draft_paragraph_set_field (TwfDraftParagraph *self, const char *field, const char *value);
void twf_draft_paragraph_add_suggestion (TwfDraftParagraph *self,
                                         const char *from,
                                         const char *to,
                                         const char *reason,
                                         gsize start);

TwfDraft *twf_draft_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_draft_get_reads_brackets (TwfDraft *self);
void twf_draft_add_language (TwfDraft *self, const char *language);
TwfDraftParagraph *twf_draft_take (TwfDraft *self, TwfDraftParagraph *paragraph);

G_END_DECLS
