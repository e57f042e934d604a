/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-translation.h"

#include "twf-wording.h"

#include <string.h>

#define FROM "from="

/**
 * twf_translation_free:
 * @self: (transfer full) (nullable): what is known of a translation
 */
void
twf_translation_free (TwfTranslation *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_free (self->from);
  g_free (self->from_wording);
  g_free (self);
}

/**
 * twf_translation_parse:
 * @value: a value of the field %TWF_FIELD_TRANSLATED
 *
 * Returns: (transfer full) (nullable): what it says; %NULL: not of what the text is a translation
 */
TwfTranslation *
twf_translation_parse (const char *value)
{
  g_auto (GStrv) pieces = NULL;

  g_return_val_if_fail (value != NULL, NULL);

  pieces = g_strsplit (value, " ", -1);
  for (guint i = 1; pieces[0] != NULL && pieces[i] != NULL; i++)
    {
      g_auto (GStrv) from = NULL;
      TwfTranslation *self;

      if (!g_str_has_prefix (pieces[i], FROM))
        continue;
      from = g_strsplit (pieces[i] + strlen (FROM), ":", 2);
      if (from[0] == NULL || from[1] == NULL)
        continue;
      self = g_new0 (TwfTranslation, 1);
      self->language = g_strdup (pieces[0]);
      self->from = g_strdup (from[0]);
      self->from_wording = g_strdup (from[1]);
      return self;
    }
  return NULL;
}

/**
 * twf_translation_is_stale:
 * @self: what is known of a translation
 * @provision: the provision it is of
 *
 * Returns: whether there is such a text, and what it was translated from reads otherwise by now
 */
gboolean
twf_translation_is_stale (const TwfTranslation *self, TwfProvision *provision)
{
  g_autofree char *now = NULL;

  g_return_val_if_fail (self != NULL && TWF_IS_PROVISION (provision), FALSE);

  if (twf_provision_get_text (provision, TWF_PART_BODY, self->language) == NULL)
    return FALSE;
  now = twf_wording_dup_id (twf_provision_get_text (provision, TWF_PART_BODY, self->from));
  return g_strcmp0 (now, self->from_wording) != 0;
}
