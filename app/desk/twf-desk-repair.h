/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-mending.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is broken in a plan's folder is taken from another copy. Needs no desk: a plan that is
 * broken may not open. */
void twf_desk_repair_async (const char *folder,
                            const char *other,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
TwfMending *twf_desk_repair_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
