/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-receive.h"
#include "twf-remote.h"

G_BEGIN_DECLS

/* A plan that is not there yet, out of an invitation, or from where it is shared. */
GPtrArray *twf_receive_invitation (const char *folder,
                                   const char *path,
                                   const TwfReceiveOptions *options,
                                   TwfReceiveFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfReceipt */
GPtrArray *twf_join_remote (const char *folder,
                            const TwfRemote *remote,
                            const TwfReceiveOptions *options,
                            TwfReceiveFunc progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfReceipt */

G_END_DECLS
