/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* From where the text of a provision was taken word for word; a set of values like
 * "A/RES/76/186#OP27 ar=<id> en=<id>": the text, its paragraph, and for each language the wording
 * that the provision's text had then. It is bound to wordings as an agreement is: it holds in a
 * language for as long as no byte of the text there is another. */
#define TWF_FIELD_TAKEN "Taken-from"

typedef struct
{
  char *symbol;
  char *place;
  GPtrArray *languages; /* of char* */
  GPtrArray *wordings;  /* in step: twf_wording_dup_id() */
} TwfTaken;

TwfTaken *twf_taken_new (const char *symbol, const char *place) G_GNUC_WARN_UNUSED_RESULT;
TwfTaken *twf_taken_parse (const char *value) G_GNUC_WARN_UNUSED_RESULT;
char *twf_taken_format (const TwfTaken *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_taken_free (TwfTaken *self);
void twf_taken_bind (TwfTaken *self, const char *language, const char *text);
gboolean twf_taken_holds (const TwfTaken *self, TwfProvision *provision, const char *language);

/* What still holds, of TwfTaken; and what is to be recorded where something is taken. */
GPtrArray *twf_taken_list (TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *
twf_taken_new_edit (TwfProvision *provision, const TwfTaken *taken) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfTaken, twf_taken_free)

G_END_DECLS
