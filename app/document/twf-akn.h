/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-draft.h"

G_BEGIN_DECLS

/* What a paragraph is in the document, as far as languages are compared by it. */
typedef enum
{
  TWF_AKN_COVER,
  TWF_AKN_METADATA,
  TWF_AKN_TITLE,
  TWF_AKN_HEADING,
  TWF_AKN_PREAMBLE,
  TWF_AKN_OPERATIVE,
  TWF_AKN_ANNEX,
  TWF_AKN_NOTE,
  TWF_AKN_END,
} TwfAknKind;

typedef struct
{
  TwfAknKind kind;
  TwfRole role;
  TwfSection section;
  guint depth;
  guint line;
  char *key;    /* eId; nullable */
  char *number; /* as printed; nullable */
  char *text;
  char *source;
  char *value; /* read as data; nullable */
  char *why;   /* why left out; nullable */
} TwfAknBlock;

/* One language of a resolution. */
typedef struct
{
  char *work;     /* what says that two files are one resolution */
  char *language; /* a tag; nullable */
  GPtrArray *blocks;
  guint n_units; /* elements that are a paragraph or hold some, whether they have words or not */
} TwfAknDocument;

TwfAknDocument *twf_akn_document_new (const char *text,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_akn_document_free (TwfAknDocument *self);

/* The documents laid beside each other: each row an array of TwfAknBlock*, one a document, %NULL
 * where it has no such paragraph. */
GPtrArray *twf_akn_join (GPtrArray *documents, GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfAknDocument, twf_akn_document_free)

G_END_DECLS
