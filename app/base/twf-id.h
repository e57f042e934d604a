/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Length in bytes of every id the application makes. */
#define TWF_ID_LENGTH 12

char *twf_id_new (void) G_GNUC_WARN_UNUSED_RESULT;
char *twf_id_from_content (const char *content) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_id_is_valid (const char *id);

G_END_DECLS
