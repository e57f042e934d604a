/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *twf_region_dup_name (const char *code, const char *language) G_GNUC_WARN_UNUSED_RESULT;
GStrv twf_region_list_names (const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_region_find (const char *name, const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
