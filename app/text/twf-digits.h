/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The digits a reader is shown. */
typedef enum
{
  TWF_DIGITS_WESTERN, /* 0123456789 */
  TWF_DIGITS_ARABIC,  /* U+0660 to U+0669 */
} TwfDigits;

char *twf_digits_to_ascii (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *twf_digits_from_ascii (const char *text, TwfDigits digits) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_digits_parse (const char *text, gint64 *value);

G_END_DECLS
