/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-disparity.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What was found in one file of several that are one document in several languages. */
typedef struct
{
  guint file;              /* index of the file it is about */
  guint other;             /* of the one it is shown against */
  guint line;              /* in the file; 0: the document as a whole */
  char *number;            /* of the paragraph, as printed; NULL: it has none */
  TwfDisparity *disparity; /* NULL: its paragraphs do not go with the others */
  guint n_unlike;          /* so many paragraphs are unlike those beside them; 0: see below */
  guint n_paragraphs;      /* in the file and in the other */
  guint n_other;
} TwfDocumentFinding;

typedef struct
{
  GPtrArray *findings; /* of TwfDocumentFinding, by document, in reading order */
  guint n_documents;
  guint n_pairs; /* of a paragraph and the same one of the source */
} TwfDocumentCheck;

TwfDocumentCheck *twf_documents_check (GPtrArray *bytes,
                                       const char *const *names,
                                       GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_document_check_free (TwfDocumentCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfDocumentCheck, twf_document_check_free)

G_END_DECLS
