/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether to go on no further. */
typedef gboolean (*TwfReadStopped) (gpointer user_data);

GBytes *twf_read_file (const char *path,
                       gsize most,
                       TwfReadStopped stopped,
                       gpointer user_data,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
