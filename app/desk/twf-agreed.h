/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-library-find.h"
#include "twf-plan.h"

G_BEGIN_DECLS

/* The index of adopted texts, for who may not wait: each piece of work opens it on a thread. */
void twf_agreed_index_async (const char *const *folders,
                             TwfIndexProgress progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
TwfIndexReport *
twf_agreed_index_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
twf_agreed_list_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *twf_agreed_list_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_agreed_forget_async (const char *folder,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean twf_agreed_forget_finish (GAsyncResult *result, GError **error);
void twf_agreed_find_async (const char *phrase,
                            const char *language,
                            guint most,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
TwfFindings *
twf_agreed_find_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What was found put into a provision, with its source. */
GPtrArray *twf_agreed_insert (TwfPlan *plan,
                              TwfProvision *provision,
                              const TwfFinding *finding,
                              const char *phrase,
                              const char *only,
                              gboolean replace) G_GNUC_WARN_UNUSED_RESULT;
GStrv twf_agreed_list_others (TwfPlan *plan,
                              TwfProvision *provision,
                              const TwfFinding *finding,
                              const char *phrase,
                              const char *only) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
