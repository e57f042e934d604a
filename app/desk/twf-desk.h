/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-block-opening.h"
#include "twf-change.h"
#include "twf-export.h"
#include "twf-import.h"
#include "twf-plan.h"
#include "twf-proposal-life.h"
#include "twf-proposal-rivals.h"
#include "twf-prospect.h"
#include "twf-revision.h"
#include "twf-text-markers.h"
#include "twf-undo.h"

G_BEGIN_DECLS

#define TWF_TYPE_DESK (twf_desk_get_type ())
G_DECLARE_FINAL_TYPE (TwfDesk, twf_desk, TWF, DESK, GObject)

/* An open plan with an identity and a journal: the one facade that windows and commands work
 * through. Lives on the thread that made it (its main context); everything that touches disk or git
 * is done by its one worker thread and ends in a callback. Properties (bindable, notify):
 * plan, path, title, identity, branch, revision (id of the tip), modified (edits since the last
 * revision), busy, progress (0..1, -1 unknown), read-only, recovered (edits taken from the journal
 * of a process that died), newer (somebody else saved a revision since), journal-error (why what is
 * typed cannot be kept outside git; NULL: it is), arrivals (changes when something may have been
 * received). */
void twf_desk_open_async (const char *path,
                          const char *identity,
                          const char *branch,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
void twf_desk_open_once_async (const char *path,
                               const char *identity,
                               const char *branch,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void twf_desk_open_head_async (const char *path,
                               const char *identity,
                               const char *branch,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data); /* without journal: for one command */
/* How much is done, 0 to 1; -1: unknown. On the thread that began it. */
typedef void (*TwfFractionFunc) (double fraction, gpointer user_data);
void twf_desk_open_showing_async (const char *path,
                                  const char *identity,
                                  const char *branch,
                                  TwfFractionFunc progress,
                                  gpointer progress_data,
                                  GDestroyNotify progress_destroy,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
TwfDesk *twf_desk_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_desk_create_async (const char *path,
                            TwfPlan *plan,
                            const char *identity,
                            const char *message,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
TwfDesk *twf_desk_create_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_desk_close_async (TwfDesk *self,
                           GAsyncReadyCallback callback,
                           gpointer user_data); /* journal flushed, worker ended */
gboolean twf_desk_close_finish (TwfDesk *self, GAsyncResult *result, GError **error);

TwfPlan *twf_desk_get_plan (TwfDesk *self);
TwfUndo *twf_desk_get_undo (TwfDesk *self);
const char *twf_desk_get_path (TwfDesk *self);
const char *twf_desk_get_identity (TwfDesk *self);
void twf_desk_set_identity (TwfDesk *self, const char *code);
void twf_desk_set_mandate (TwfDesk *self, const char *mandate); /* of the next revision alone */
void twf_desk_set_orally (TwfDesk *self, const char *code, gint64 when); /* the same */
const char *twf_desk_get_branch (TwfDesk *self);
const char *twf_desk_get_revision (TwfDesk *self);
gboolean twf_desk_is_modified (TwfDesk *self);
gboolean twf_desk_is_read_only (TwfDesk *self);

/* Edits from the journal of a process that died. */
guint twf_desk_get_n_recovered (TwfDesk *self);
gboolean twf_desk_recover (TwfDesk *self, GError **error); /* applies them, as one undoable step */
void twf_desk_forget_recovered (TwfDesk *self);

void twf_desk_save_async (TwfDesk *self,
                          const char *message,
                          gboolean over_newer,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
char *twf_desk_save_finish (TwfDesk *self,
                            GAsyncResult *result,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* revision id */
void twf_desk_reload_async (TwfDesk *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean twf_desk_reload_finish (TwfDesk *self, GAsyncResult *result, GError **error);

/* Who made a revision, as a reader of @language knows them. */
char *twf_desk_dup_author (TwfDesk *self,
                           TwfRevision *revision,
                           const char *language) G_GNUC_WARN_UNUSED_RESULT;
void twf_desk_list_revisions_async (TwfDesk *self,
                                    const char *provision,
                                    guint skip,
                                    guint most,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *
twf_desk_list_revisions_finish (TwfDesk *self,
                                GAsyncResult *result,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfRevision */
/* What @new_revision changed against @old_revision (NULL: its first parent). */
void twf_desk_compare_async (TwfDesk *self,
                             const char *old_revision,
                             const char *new_revision,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GPtrArray *twf_desk_compare_finish (TwfDesk *self,
                                    GAsyncResult *result,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfChange */
void twf_desk_read_at_async (TwfDesk *self,
                             const char *revision,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
TwfPlan *twf_desk_read_at_finish (TwfDesk *self,
                                  GAsyncResult *result,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Brings the plan (or one provision) back to what it was, as one undoable step of edits. */
void twf_desk_restore_async (TwfDesk *self,
                             const char *provision,
                             const char *revision,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
char *twf_desk_restore_finish (TwfDesk *self,
                               GAsyncResult *result,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

void twf_desk_export_async (TwfDesk *self,
                            const TwfExportOrder *order,
                            const char *path,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean twf_desk_export_finish (TwfDesk *self, GAsyncResult *result, GError **error);
GBytes *twf_desk_export_bytes_finish (TwfDesk *self,
                                      GAsyncResult *result,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads what somebody else made, no further than @most bytes; "-": standard input. Blocks. */
GBytes *twf_read_foreign_file (const char *path,
                               gsize most,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads documents for import; needs no open plan. @languages in step with @paths, entries nullable.
 */
void twf_desk_read_documents_async (const char *const *paths,
                                    const char *const *languages,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
TwfDraft *
twf_desk_read_documents_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* The rest of the facade. */
#include "twf-desk-account.h"
#include "twf-desk-agreement.h"
#include "twf-desk-compare.h"
#include "twf-desk-course.h"
#include "twf-desk-history-walk.h"
#include "twf-desk-issue.h"
#include "twf-desk-key.h"
#include "twf-desk-lags.h"
#include "twf-desk-merge.h"
#include "twf-desk-register.h"
#include "twf-prospect-words.h"
#include "twf-shift-words.h"
