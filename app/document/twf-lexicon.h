/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The Arabic words that a document may be expected to hold: a small list of our own, and those
 * that stand whole in the document more than once. Says whether something is a word; never what a
 * word should have been. */
typedef struct _TwfLexicon TwfLexicon;

TwfLexicon *twf_lexicon_new (const char *document) G_GNUC_WARN_UNUSED_RESULT;
void twf_lexicon_free (TwfLexicon *self);
gboolean twf_lexicon_knows (TwfLexicon *self, const char *word);
gboolean twf_lexicon_has_seen (TwfLexicon *self, const char *word);
gboolean twf_lexicon_is_phrase (TwfLexicon *self, const char *one, const char *other);
const char *twf_lexicon_get_words (void);
const char *twf_lexicon_get_phrases (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfLexicon, twf_lexicon_free)

G_END_DECLS
