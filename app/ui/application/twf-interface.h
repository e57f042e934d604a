/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-digits.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void twf_interface_use_language (const char *language);
char *twf_interface_dup_language (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_interface_is_rtl (GSettings *settings);
TwfDigits twf_interface_get_digits (GSettings *settings);
char *twf_interface_dup_language_name (const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_interface_dup_line (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
