/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *twf_arabic_strip_tatweel (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *twf_arabic_fold_presentation_forms (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *twf_arabic_fold_letters (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_arabic_is_letter (gunichar character);
gboolean twf_arabic_is_mark (gunichar character);

G_END_DECLS
