/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"

G_BEGIN_DECLS

/* A contribution file that was written, or that would be. Immutable. */
typedef struct
{
  char *path;   /* NULL: it was not written */
  char *branch; /* "main", "delegations/EG" */
  char *tip;    /* full id of its newest revision */
  char **known; /* full ids of what who gets it is taken to have; empty: nothing, it brings all */
  gint64 known_when;  /* when the first of these was made, seconds since 1970; 0: not known */
  char *known_symbol; /* under which that was issued; nullable */
  guint n_revisions;
  guint64 n_bytes; /* 0: it was not written */
} TwfSent;

void twf_sent_free (TwfSent *self);

/* Writes what the desk's identity has to say as a file: a delegation's own branch, the
 * facilitator's rolling text. What is not saved is not in it. */
void twf_desk_send_async (TwfDesk *self,
                          const char *path,
                          const char *since,
                          const char *to,
                          gboolean whole,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
TwfSent *twf_desk_send_finish (TwfDesk *self,
                               GAsyncResult *result,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same without writing anything: what would be in it. */
void twf_desk_weigh_send_async (TwfDesk *self,
                                const char *to,
                                gboolean whole,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
TwfSent *twf_desk_weigh_send_finish (TwfDesk *self,
                                     GAsyncResult *result,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *twf_desk_dup_file_name (TwfDesk *self, const char *to) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfSent, twf_sent_free)

G_END_DECLS
