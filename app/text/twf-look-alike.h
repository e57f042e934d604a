/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void twf_look_alike_find (const char *text, GArray *found);
GStrv twf_look_alike_dup_keys (const char *name) G_GNUC_WARN_UNUSED_RESULT;
GStrv twf_look_alike_dup_code_keys (const char *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
