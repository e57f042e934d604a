/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *twf_meaning_dup_plain (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_meaning_is_same (const char *one, const char *other, const char *language);

G_END_DECLS
