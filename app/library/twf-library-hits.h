/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-library-find.h"
#include "twf-library-private.h"
#include "twf-likeness.h"

G_BEGIN_DECLS

/* What hits are ranked by. */
typedef struct
{
  char *key;
  char *symbol; /* nullable */
  char *date;   /* nullable */
} TwfHitWork;

typedef struct
{
  gint64 id; /* of the passage */
  const TwfHitWork *work;
  double likeness;
} TwfHit;

/* The passages that answer a phrase. */
typedef struct
{
  guint most;
  GHashTable *works; /* number -> TwfHitWork (owned) */
  GPtrArray *best;   /* of TwfHit (owned); more than @most only between two sortings */
  GHashTable *found; /* set of numbers of resolutions that have the phrase itself */
  guint n_exact;
  const char *first; /* nullable: dates of these resolutions */
  const char *last;
} TwfHits;

TwfHits *twf_hits_new (TwfLibrary *library, guint most, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_hits_free (TwfHits *self);
gboolean twf_hits_find_exact (TwfHits *self,
                              TwfLibrary *library,
                              const TwfPhrase *phrase,
                              int language,
                              GError **error);
gboolean twf_hits_find_near (TwfHits *self,
                             TwfLibrary *library,
                             const TwfPhrase *phrase,
                             int language,
                             GError **error);
gboolean twf_hits_are_full (const TwfHits *self);
void twf_hits_sort (TwfHits *self);
void twf_hits_tell (const TwfHits *self, TwfFindings *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfHits, twf_hits_free)

G_END_DECLS
