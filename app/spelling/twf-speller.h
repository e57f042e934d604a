/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-known-words.h"

G_BEGIN_DECLS

#define TWF_SPELLING_MOST_SUGGESTIONS 6

typedef enum
{
  TWF_SPELLING_CHECKED,
  TWF_SPELLING_NO_DICTIONARY, /* none for the language is installed */
  TWF_SPELLING_NOT_SPELLED,   /* the language is not written in words */
} TwfSpellingState;

/* A word that nobody knows; in bytes of the text. */
typedef struct
{
  gsize start;
  gsize length;
} TwfMisspelling;

/* The dictionaries there are. Belongs to one thread. */
typedef struct _TwfSpeller TwfSpeller;

TwfSpeller *twf_speller_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_speller_free (TwfSpeller *self);
TwfSpellingState twf_speller_get_state (TwfSpeller *self, const char *language);
GArray *twf_speller_check (TwfSpeller *self,
                           const char *text,
                           const char *language,
                           const TwfKnownWords *known) G_GNUC_WARN_UNUSED_RESULT;
GStrv twf_speller_suggest (TwfSpeller *self,
                           const char *word,
                           const char *language) G_GNUC_WARN_UNUSED_RESULT;

const char *twf_spelling_get_package (const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfSpeller, twf_speller_free)

G_END_DECLS
