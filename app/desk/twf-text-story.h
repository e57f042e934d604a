/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-private.h"
#include "twf-desk-words.h"
#include "twf-provenance.h"

G_BEGIN_DECLS

/* A version that was made from none. */
#define TWF_NO_FORMER G_MAXUINT

/* The versions of a text up to a revision, and how each came to be. */
typedef struct
{
  TwfRepository *repository; /* borrowed */
  char *provision;           /* nullable: the title */
  TwfPart part;
  char *language;
  TwfProvenance *provenance;
  GPtrArray *origins;  /* of TwfOrigin*, in step with the versions of provenance */
  GPtrArray *texts;    /* of char* (in provenance), in step as well; NULL: no text */
  GArray *formers;     /* of guint, in step as well: the first version it was made from, or
                          TWF_NO_FORMER */
  GHashTable *numbers; /* char* id of a revision -> number of the version, plus one */
} TwfTextStory;

TwfTextStory *twf_text_story_new (TwfRepository *repository,
                                  const char *provision,
                                  TwfPart part,
                                  const char *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_text_story_add (TwfTextStory *self,
                             const char *revision,
                             guint *version,
                             GCancellable *cancellable,
                             GError **error);
TwfTextStory *twf_text_story_read (TwfRepository *repository,
                                   const char *provision,
                                   TwfPart part,
                                   const char *language,
                                   const char *revision,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_text_story_free (TwfTextStory *self);
TwfOrigin *twf_origin_new (TwfRevision *revision, gboolean joined) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfTextStory, twf_text_story_free)

G_END_DECLS
