/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words that are right whatever a dictionary says. Does not change once it is made, so that any
 * thread may ask it. */
typedef struct _TwfKnownWords TwfKnownWords;

TwfKnownWords *
twf_known_words_new (const char *language, const char *const *texts) G_GNUC_WARN_UNUSED_RESULT;
TwfKnownWords *twf_known_words_ref (TwfKnownWords *self);
void twf_known_words_unref (TwfKnownWords *self);
gboolean twf_known_words_has (const TwfKnownWords *self, const char *asked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfKnownWords, twf_known_words_unref)

G_END_DECLS
