/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-error.h"

G_BEGIN_DECLS

/* Inside the room only: what may come into a plan, and in what form. */
char *twf_admit_text (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *twf_admit_value (const char *value, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char **twf_admit_values (const char *field,
                         const char *const *values,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_admit_language (const char *language, GError **error);
GStrv twf_admit_list_hostile (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_refuse (GError **error, TwfError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
