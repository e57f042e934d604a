/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-quarantine.h"
#include "twf-receive.h"

G_BEGIN_DECLS

/* What a file brings, once its pack is in the quarantine. */
GPtrArray *twf_intake_file (TwfQuarantine *quarantine,
                            const char *path,
                            gboolean is_invitation,
                            char **sum,
                            TwfReceiveFunc progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfBundleRef */
/* A pack of the objects of @list, an id a line, alone; without its suffix. */
char *twf_intake_make_pack (TwfQuarantine *quarantine,
                            GBytes *list,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
