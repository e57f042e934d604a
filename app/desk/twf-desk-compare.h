/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-export-comparison.h"
#include "twf-plan-comparison.h"

G_BEGIN_DECLS

/* How one revision, or two, differ from a base. Where @base is %NULL it is the first parent of the
 * only side. A revision is whatever twf_repository_resolve() knows. */
void twf_desk_compare_plans_async (TwfDesk *self,
                                   const char *base,
                                   const char *const *sides,
                                   const char *language,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
void twf_desk_compare_changes_async (TwfDesk *self,
                                     const char *base,
                                     const char *const *sides,
                                     const char *language,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
TwfComparison *twf_desk_compare_plans_finish (TwfDesk *self,
                                              GAsyncResult *result,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes a comparison as a document; @names and @language as twf_export_comparison(). */
void twf_desk_export_comparison_async (TwfDesk *self,
                                       TwfComparison *comparison,
                                       TwfExportKind kind,
                                       const char *const *names,
                                       const char *language,
                                       const char *path,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean twf_desk_export_comparison_finish (TwfDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
