/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a passage stands that no version took out. */
#define TWF_STILL_STANDS G_MAXUINT

/* A stretch of words with one story. */
typedef struct
{
  char *text;
  guint *origins; /* versions that brought it, the first of them first */
  guint n_origins;
  guint deleted_by;  /* the version that took it out; TWF_STILL_STANDS: none */
  gboolean left_out; /* deleted: not taken over from one of the versions that were joined */
  gsize place;       /* deleted: after so many bytes of the text it would stand */
} TwfPassage;

/* The versions of one text and who brought each of its words. */
typedef struct _TwfProvenance TwfProvenance;

TwfProvenance *twf_provenance_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void twf_provenance_free (TwfProvenance *self);
guint
twf_provenance_add (TwfProvenance *self, const char *text, const guint *parents, guint n_parents);
guint twf_provenance_add_proposal (TwfProvenance *self,
                                   const char *text,
                                   const guint *parents,
                                   guint n_parents);
guint twf_provenance_get_n_versions (TwfProvenance *self);
const char *twf_provenance_get_text (TwfProvenance *self, guint version);
gboolean twf_provenance_contains (TwfProvenance *self, guint version, guint earlier);
GPtrArray *
twf_provenance_list_present (TwfProvenance *self,
                             guint version) G_GNUC_WARN_UNUSED_RESULT; /* of TwfPassage */
GPtrArray *
twf_provenance_list_deleted (TwfProvenance *self,
                             guint version) G_GNUC_WARN_UNUSED_RESULT; /* of TwfPassage */
void twf_passage_free (TwfPassage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfProvenance, twf_provenance_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfPassage, twf_passage_free)

G_END_DECLS
