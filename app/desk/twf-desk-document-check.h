/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-document-check.h"

G_BEGIN_DECLS

/* The languages of documents that are in no plan, held against each other. */
typedef struct
{
  GStrv paths; /* of the files that were read: the indexes of findings are of these */
  TwfDocumentCheck *check;
} TwfCheckedFiles;

gboolean twf_desk_is_documents (const char *path);
void twf_desk_check_documents_async (const char *const *paths,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
TwfCheckedFiles *
twf_desk_check_documents_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_checked_files_free (TwfCheckedFiles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfCheckedFiles, twf_checked_files_free)

G_END_DECLS
