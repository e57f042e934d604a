/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-library.h"

G_BEGIN_DECLS

/* One language of a paragraph that was adopted. */
typedef struct
{
  char *language;
  char *text;
  gsize start; /* what is looked for, in bytes of @text: in the language it was found in the words,
                  in */
  gsize end;   /* the others the clause that corresponds; all of it where none does */
} TwfWording;

/* A paragraph in which the phrase, or nearly the phrase, was agreed. */
typedef struct
{
  char *symbol; /* nullable: of the resolution */
  char *date;   /* nullable: ISO 8601, of adoption */
  char *title;  /* nullable: in the language it was found in, else in another */
  char *place;  /* in the resolution, such as PP3 or OP27(a) */
  char *path;   /* of the file that it was read from */
  gboolean exact;
  double likeness;     /* 1 for a phrase that stands there word for word, else less */
  guint found_in;      /* which of @wordings it was found in */
  GPtrArray *wordings; /* of TwfWording, by language tag */
} TwfFinding;

typedef struct
{
  GPtrArray *findings;      /* of TwfFinding: what is exact first, then the newest */
  guint n_passages;         /* paragraphs that have the phrase word for word, all of them counted */
  guint n_resolutions;      /* that these stand in */
  char *first;              /* nullable: date of the oldest of these resolutions */
  char *last;               /* nullable: and of the newest */
  gboolean nothing_indexed; /* the index has no text in that language */
} TwfFindings;

TwfFindings *twf_library_find (TwfLibrary *self,
                               const char *phrase,
                               const char *language,
                               guint most,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_findings_free (TwfFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfFindings, twf_findings_free)

G_END_DECLS
