/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-edit.h"

G_BEGIN_DECLS

/* Inside the room only: a run of typing in one field, as far as it is one step of undo. */
typedef struct
{
  TwfEdit *last;        /* (owned, nullable) the last edit of the run; NULL: there is none */
  gsize start;          /* where the last one changed the text, in bytes */
  gsize end;            /* and up to where it wrote */
  guint length;         /* what was typed and rubbed out so far, in graphemes */
  gboolean is_deleting; /* rubs out rather than types */
  gboolean ends_in_word;
} TwfTyping;

gboolean twf_typing_add (TwfTyping *self, TwfEdit *edit, TwfEdit *inverse);
void twf_typing_stop (TwfTyping *self);

G_END_DECLS
