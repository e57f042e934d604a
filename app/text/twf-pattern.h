/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A regular expression as ICU reads it, and a text that it is looked for in. */
typedef struct _TwfPattern TwfPattern;

TwfPattern *twf_pattern_new (const char *expression, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_pattern_free (TwfPattern *self);
gboolean twf_pattern_check (TwfPattern *self, const char *with, GError **error);
void twf_pattern_set_text (TwfPattern *self, const char *text);
gboolean twf_pattern_find (TwfPattern *self, gsize from, gsize *start, gsize *length);
void twf_pattern_append (TwfPattern *self, GString *result, const char *with);
gboolean twf_pattern_gave_up (TwfPattern *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfPattern, twf_pattern_free)

G_END_DECLS
