/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TWF_HOSTILE_OVERRIDE,   /* U+202A-202E: reorders what is read; never stored */
  TWF_HOSTILE_ISOLATE,    /* an isolate that is not closed in its paragraph, or closes nothing */
  TWF_HOSTILE_INVISIBLE,  /* takes no room: zero-width, soft hyphen, tag characters */
  TWF_HOSTILE_CONTROL,    /* C0, C1 other than tab and line feed */
  TWF_HOSTILE_UNASSIGNED, /* no character, private use or noncharacter */
  TWF_HOSTILE_LOOK_ALIKE, /* a letter of another script inside a word */
} TwfHostileKind;

typedef struct
{
  gsize offset; /* in bytes */
  gunichar character;
  TwfHostileKind kind;
} TwfHostile;

GArray *twf_text_find_hostile (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *twf_hostile_dup_name (gunichar character) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_text_check_storable (const char *text, GError **error);
char *twf_text_make_storable (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
