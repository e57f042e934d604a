/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

#define TWF_LOCK_SAVE "tawafuq.lock"
#define TWF_LOCK_REPACK "tawafuq-repack.lock"

/* Held by a live process alone: the system gives it back when the process dies, however it dies. */
typedef struct _TwfLock TwfLock;

gboolean twf_lock_prepare (const char *folder, GError **error);
TwfLock *twf_lock_take (TwfRepository *repository,
                        const char *name,
                        gint64 patience,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_lock_release (TwfLock *self);
gboolean twf_lock_was_left (TwfLock *self);
void twf_lock_settle (TwfLock *self);

/* What dead processes left: to be called with the lock for saving held. */
void twf_remove_litter (TwfRepository *repository);
gboolean twf_remove_stale_reference_lock (TwfRepository *repository,
                                          const char *reference,
                                          gboolean was_left);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfLock, twf_lock_release)

G_END_DECLS
