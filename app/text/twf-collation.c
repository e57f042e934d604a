/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-collation.h"

#include <string.h>
#include <unicode/ucol.h>

struct _TwfCollator
{
  UCollator *collator; /* NULL where ICU has no data at all */
};

/**
 * twf_collator_new:
 * @language: a language tag
 *
 * Returns: (transfer full): the order of names in the language; the root order where it has none
 *   of its own (Unicode Technical Standard 10)
 */
TwfCollator *
twf_collator_new (const char *language)
{
  TwfCollator *self = g_new0 (TwfCollator, 1);
  UErrorCode status = U_ZERO_ERROR;

  self->collator = ucol_open (language, &status);
  if (U_FAILURE (status))
    g_warning ("collation: %s", u_errorName (status));
  else
    ucol_setAttribute (self->collator, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
  return self;
}

/**
 * twf_collator_free:
 * @self: (nullable): what is no longer needed
 *
 * Frees a collator.
 */
void
twf_collator_free (TwfCollator *self)
{
  if (self == NULL)
    return;
  ucol_close (self->collator);
  g_free (self);
}

/**
 * twf_collator_compare:
 * @self: a collator
 * @one: a name
 * @other: another name
 *
 * Returns: less than, equal to or greater than 0 as @one goes before, with or after @other; 0 only
 *   for names that are the same byte by byte, so that every sort has one outcome
 */
int
twf_collator_compare (TwfCollator *self, const char *one, const char *other)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollationResult result = UCOL_EQUAL;

  if (self->collator != NULL)
    result = ucol_strcollUTF8 (self->collator, one, -1, other, -1, &status);
  return result == UCOL_EQUAL ? strcmp (one, other) : (int)result;
}
