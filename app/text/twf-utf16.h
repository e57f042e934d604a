/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

/* A text as ICU wants it, with the way back: offsets[i] is the byte at which unit i began. */
typedef struct
{
  UChar *units; /* ends with a unit 0 that length does not count */
  gint32 length;
  guint32 *offsets; /* length + 1 of them; NULL where they were not asked for */
} TwfUtf16;

TwfUtf16 *twf_utf16_new (const char *text, gssize length) G_GNUC_WARN_UNUSED_RESULT;
TwfUtf16 *twf_utf16_new_mapped (const char *text, gssize length) G_GNUC_WARN_UNUSED_RESULT;
void twf_utf16_free (TwfUtf16 *self);
char *twf_utf16_to_utf8 (const UChar *units, gint32 length) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfUtf16, twf_utf16_free)

G_END_DECLS
