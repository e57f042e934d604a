/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-akn-text.h"
#include "twf-akn.h"

G_BEGIN_DECLS

/* Where the reader of one language of a resolution is. */
typedef struct
{
  TwfAknDocument *document;
  GCancellable *cancellable;
  TwfAknKind kind; /* of the paragraphs in the part that is read */
  TwfSection section;
  char *number; /* of a paragraph that has a number and no text: it is the next one's (owned) */
  char *number_before;
} TwfAknReading;

gboolean twf_akn_is_one_of (const xmlNode *node, const char *list);
gboolean twf_akn_has_text (const char *text);
TwfAknBlock *twf_akn_add_block (TwfAknReading *to,
                                const xmlNode *node,
                                TwfAknKind kind,
                                TwfRole role,
                                const char *text);
void twf_akn_add_notes (TwfAknReading *to, GPtrArray *notes);

/* The parts of a document. */
void twf_akn_read_body (TwfAknReading *to, const xmlNode *parent, guint depth);
void twf_akn_read_front (TwfAknReading *to, const xmlNode *parent, gboolean cover);
void twf_akn_read_conclusions (TwfAknReading *to, const xmlNode *parent);

G_END_DECLS
