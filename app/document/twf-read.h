/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-draft.h"

G_BEGIN_DECLS

/* The readers, one a kind of document. Each is pure: text in, draft out. */
TwfDraft *twf_read_text (const char *text,
                         const char *language,
                         GCancellable *cancellable,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfDraft *twf_read_letter (const char *text,
                           const char *language,
                           GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfDraft *twf_read_html (const char *text,
                         const char *language,
                         GCancellable *cancellable,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfDraft *twf_read_akn (GPtrArray *texts,
                        const char *const *languages,
                        GCancellable *cancellable,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_letter_looks_like (const char *text);

G_END_DECLS
