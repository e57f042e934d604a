/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is the same as what is looked for. */
typedef enum
{
  TWF_FIND_LOOSELY = 0,          /* as a reader would: see twf_search_new() */
  TWF_FIND_EXACTLY = 1 << 0,     /* sign for sign */
  TWF_FIND_WHOLE_WORDS = 1 << 1, /* no part of a word */
  TWF_FIND_PATTERN = 1 << 2,     /* a regular expression, sign for sign: see twf_pattern_new() */
} TwfFindFlags;

/* Where something stands in a text, in bytes. */
typedef struct
{
  gsize start;
  gsize length;
} TwfFound;

typedef struct _TwfFinder TwfFinder;

TwfFinder *twf_finder_new (const char *wanted,
                           const char *language,
                           TwfFindFlags flags,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_finder_free (TwfFinder *self);
gboolean twf_finder_check (TwfFinder *self, const char *with, GError **error);
gboolean twf_finder_gave_up (TwfFinder *self);
GArray *twf_finder_find_all (TwfFinder *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *twf_finder_replace (TwfFinder *self, const char *text, const char *with, guint *n)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfFinder, twf_finder_free)

G_END_DECLS
