/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands before a paragraph's words: a bullet or a number. */
typedef struct
{
  gboolean bullet;
  char number[32]; /* as printed, without white space around it; "" for a bullet */
  gsize length;    /* in bytes, with the white space on both sides */
} TwfMark;

gboolean twf_mark_find (const char *text, TwfMark *mark);
guint twf_mark_get_level (const TwfMark *mark, const char *number_before);
gboolean twf_number_equal (const char *one, const char *other);
char *twf_number_dup_plain (const char *number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
