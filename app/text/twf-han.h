/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-utf16.h"

G_BEGIN_DECLS

UChar *twf_han_dup_hidden (const TwfUtf16 *text) G_GNUC_WARN_UNUSED_RESULT;

/* The unified ideographs that nearly every Chinese text is written with. */
static inline gboolean
twf_han_is_sign (UChar unit)
{
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
}

G_END_DECLS
