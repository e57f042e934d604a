/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-positions.h"

#include <glib.h>

G_BEGIN_DECLS

/* What a delegation says of a wording, as it was read. */
typedef struct
{
  char *code;
  TwfPositionWord word;
  char *reference; /* nullable: of a condition: the proposal it waits for, as it is spoken of */
  guint link;      /* what the brackets that it is about have in common; 0: it is about one */
} TwfNotedPosition;

/* A wording that was read out of brackets. */
typedef struct
{
  char *wording;        /* the whole text as it would read */
  GPtrArray *owners;    /* of char*: codes, sorted; none: nobody's */
  GPtrArray *positions; /* of TwfNotedPosition */
} TwfNotedWording;

/* A compiled text taken apart. */
typedef struct
{
  char *text;              /* what stands; of one that is itself proposed: how it reads */
  GPtrArray *wordings;     /* of TwfNotedWording, in the order in which they stand */
  TwfNotedWording *insert; /* nullable: the text is itself proposed: whose it is */
} TwfNotedText;

void twf_noted_text_free (TwfNotedText *self);
TwfNotedText *
twf_notation_read (const char *line, const char *language) G_GNUC_WARN_UNUSED_RESULT; /* nullable */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfNotedText, twf_noted_text_free)

G_END_DECLS
