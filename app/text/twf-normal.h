/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *twf_text_decode (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *
twf_text_normalize (const char *text, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_text_is_utf8 (const char *text, gsize length, gsize *valid);
gboolean twf_text_is_normal (const char *text, gssize length);
char *twf_text_collapse_spaces (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
