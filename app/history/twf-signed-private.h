/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Inside the room only: a commit's bytes with and without its signature. */
GBytes *twf_signed_compose (GBytes *payload,
                            const char *signature,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_signed_take_apart (const char *bytes,
                                gsize size,
                                GBytes **payload,
                                char **signature,
                                GError **error);

G_END_DECLS
