/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-draft.h"

G_BEGIN_DECLS

/* A paragraph as text and HTML have it, before anybody has asked what it is. */
typedef struct
{
  const char *text; /* after the safe repairs, with its number or bullet if @number is NULL */
  const char *source;
  const char *language;
  const char *number; /* nullable: said by the document's structure */
  guint line;
  guint heading;   /* its level from 1; 0: not marked as a heading */
  guint depth;     /* nesting of lists */
  gboolean item;   /* of a list */
  gboolean detail; /* a line of an export that says something of the paragraph before */
} TwfBlock;

/* Sorts paragraphs, in order, into the sections that the headings among them open. */
typedef struct _TwfOutline TwfOutline;

TwfOutline *twf_outline_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void twf_outline_free (TwfOutline *self);
gboolean twf_outline_is_full (TwfOutline *self);
void twf_outline_add (TwfOutline *self, const TwfBlock *block);
TwfDraft *twf_outline_finish (TwfOutline *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfOutline, twf_outline_free)

G_END_DECLS
