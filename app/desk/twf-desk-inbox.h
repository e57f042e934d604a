/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-received.h"
#include "twf-receive.h"

G_BEGIN_DECLS

/* Something that was received, and what it would bring to the desk's branch. Immutable; may cross
 * threads. */
typedef struct
{
  TwfReceived *received; /* whose, when, its tip and verdict */
  char *verdict;  /* by the register of keys as it is now; that of @received is of when it came */
  char *name;     /* by which it can be merged or looked at: "received/EG" */
  gboolean holds; /* nothing came of that branch since */
  gboolean taken_in; /* the desk's branch contains it */
  guint n_revisions; /* that the desk's branch has not */
  char *base;        /* full id of the newest revision of the rolling text that it has taken in;
                        of the rolling text, that the desk's branch has; nullable: none */
  gint64 base_when;  /* seconds since 1970; 0: not known */
  char *base_symbol; /* under which @base was issued; nullable */
  guint n_behind;    /* revisions of the rolling text here since @base: a merge is one */
  char **provisions; /* ids of those in which it differs from @base */
  gboolean differs_otherwise; /* in the plan's own fields, titles, or delegations */
  gboolean is_damaged;        /* its revisions cannot be read; the counts are 0 */
} TwfInboxItem;

void twf_inbox_item_free (TwfInboxItem *self);

/* Takes a contribution file in; "-": standard input. What came is listed by the inbox; the plan on
 * the desk is as it was. */
void twf_desk_receive_async (TwfDesk *self,
                             const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GPtrArray *twf_desk_receive_finish (TwfDesk *self,
                                    GAsyncResult *result,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfReceipt */

/* What was received. @all: not only what holds. */
void twf_desk_list_inbox_async (TwfDesk *self,
                                gboolean all,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *twf_desk_list_inbox_finish (TwfDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfInboxItem: the rolling text, then by code */

/* What would come of something that was received if all of it were accepted, together with all else
 * that was asked about. */
typedef struct
{
  char *name;      /* as it was asked: "received/EG"; NULL: all of it together */
  guint n_in;      /* changes that go in, and what only comes along */
  guint n_clashes; /* that stand against something, and would be kept as proposals or left out */
} TwfForesight;

void twf_foresight_free (TwfForesight *self);

/* Merges without saving, on the revision that the plan stands on. */
void twf_desk_foresee_async (TwfDesk *self,
                             const char *const *names,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GPtrArray *twf_desk_foresee_finish (TwfDesk *self,
                                    GAsyncResult *result,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfForesight */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfForesight, twf_foresight_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfInboxItem, twf_inbox_item_free)

G_END_DECLS
