/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TwfDirection:
 * @TWF_DIRECTION_NEUTRAL: no strong character decides
 * @TWF_DIRECTION_LTR: left to right
 * @TWF_DIRECTION_RTL: right to left
 *
 * The base direction of a paragraph (Unicode Standard Annex 9).
 */
typedef enum
{
  TWF_DIRECTION_NEUTRAL,
  TWF_DIRECTION_LTR,
  TWF_DIRECTION_RTL,
} TwfDirection;

const char *const *twf_language_list_un (void);
gboolean twf_language_is_valid (const char *tag);
TwfDirection twf_language_get_direction (const char *tag);
GUnicodeScript twf_language_get_script (const char *tag);
char *twf_language_dup_name (const char *tag, const char *in_language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
