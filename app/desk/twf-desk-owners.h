/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-compare.h"
#include "twf-desk-words.h"

G_BEGIN_DECLS

/* A stretch of a text that is compared, with one story. */
typedef struct
{
  TwfRun run;
  GPtrArray *by;     /* of TwfOrigin. INSERTED: who brought the words; DELETED: who took them away,
                        none where what it is compared with never had them; EQUAL: none */
  GPtrArray *put;    /* of TwfOrigin: who moved or brought back words that are older; mostly none */
  gboolean left_out; /* DELETED: not taken over from what was merged */
  gboolean elsewhere; /* DELETED by none: the words stand in another place now */
} TwfOwnedWords;

/* A text of a row of a comparison, with whose its changes are. */
typedef struct
{
  TwfPart part;
  char *language;
  guint side;
  GPtrArray *words; /* of TwfOwnedWords, together the runs of the row */
} TwfOwnedRowText;

void twf_owned_words_free (TwfOwnedWords *self);
void twf_owned_row_text_free (TwfOwnedRowText *self);

/* Who changed the words of one row. */
void twf_desk_list_owners_async (TwfDesk *self,
                                 TwfComparison *comparison,
                                 guint row,
                                 const char *language,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *
twf_desk_list_owners_finish (TwfDesk *self,
                             GAsyncResult *result,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfOwnedRowText */

G_END_DECLS
