/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Length in hexadecimal digits of a blob id (SHA-1). */
#define TWF_BLOB_ID_LENGTH 40

char *twf_blob_id_for_data (const void *data, gsize length) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_blob_id_is_valid (const char *id);

G_END_DECLS
