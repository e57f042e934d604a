/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-draft.h"

G_BEGIN_DECLS

/* Above this many bytes a file is refused before it is read. */
#define TWF_IMPORT_MOST_BYTES (16u * 1024 * 1024)
/* Nor is a page with more tags, or a document with more paragraphs or a longer one. A provision of
 * a plan is one file of at most 64 KiB. */
#define TWF_IMPORT_MOST_TAGS 250000u
#define TWF_IMPORT_MOST_PARAGRAPHS 20000u
#define TWF_IMPORT_MOST_PARAGRAPH_BYTES (64u * 1024 - 1)

typedef enum
{
  TWF_DOCUMENT_UNKNOWN,
  TWF_DOCUMENT_TEXT,
  TWF_DOCUMENT_LETTER, /* text that is a letter to the Secretary-General with signatories */
  TWF_DOCUMENT_HTML,
  TWF_DOCUMENT_AKN,
} TwfDocumentKind;

TwfDocumentKind twf_document_guess_kind (GBytes *bytes);

/* One document, or the same document in several languages (Akoma Ntoso only): @bytes and
 * @languages in step, a language NULL where the document itself says it. Pure and blocking. */
TwfDraft *twf_import_read (GPtrArray *bytes,
                           const char *const *languages,
                           GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
