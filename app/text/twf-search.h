/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A pattern looked for as a reader would: letters' variants, marks and tatweel do not count.
 * Not for use from two threads at once. */
typedef struct _TwfSearch TwfSearch;

TwfSearch *twf_search_new (const char *pattern, const char *language) G_GNUC_WARN_UNUSED_RESULT;
void twf_search_free (TwfSearch *self);
gboolean
twf_search_find (TwfSearch *self, const char *text, gsize from, gsize *start, gsize *length);
gboolean twf_search_matches (TwfSearch *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfSearch, twf_search_free)

G_END_DECLS
