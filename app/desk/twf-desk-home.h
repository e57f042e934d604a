/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where a contribution file belongs. Immutable. */
typedef struct
{
  char *plan; /* folder of the plan that it goes on from; NULL: none that was asked of */
  gboolean is_invitation; /* it brings the whole plan: one can be made of it */
} TwfFileHome;

void twf_file_home_free (TwfFileHome *self);

/* Looks into the head of a file that somebody opened. Needs no desk. */
void twf_desk_find_home_async (const char *path,
                               const char *const *plans,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
TwfFileHome *
twf_desk_find_home_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfFileHome, twf_file_home_free)

G_END_DECLS
