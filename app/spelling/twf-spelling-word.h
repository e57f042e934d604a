/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean twf_spelling_is_ignorable (gunichar character);
char *twf_spelling_dup_asked (const char *word, gsize length) G_GNUC_WARN_UNUSED_RESULT;
char *twf_spelling_dup_key (const char *asked) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_spelling_wants (const char *asked, GUnicodeScript script);
gboolean twf_spelling_is_written_in_words (GUnicodeScript script);

G_END_DECLS
