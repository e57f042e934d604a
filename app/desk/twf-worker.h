/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One thread that does a desk's work on disk and in git, task after task in the order given.
 * Reference-counted: the thread holds a reference of its own until it has ended. */
typedef struct _TwfWorker TwfWorker;

/* Work for when nothing else is to be done; FALSE: it was interrupted and is wanted again. */
typedef gboolean (*TwfIdleFunc) (GCancellable *cancellable, gpointer user_data);

TwfWorker *twf_worker_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_worker_push (TwfWorker *self, GTask *task, GTaskThreadFunc func);
void twf_worker_want_idle (TwfWorker *self,
                           TwfIdleFunc func,
                           gpointer user_data,
                           GDestroyNotify destroy);
void twf_worker_stop (TwfWorker *self);

void twf_context_post (GMainContext *context,
                       GSourceFunc func,
                       gpointer user_data,
                       GDestroyNotify destroy);
void twf_task_give_back (GTask *task);

G_END_DECLS
