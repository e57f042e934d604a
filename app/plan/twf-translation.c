/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-translation.h"

#include "twf-moment-private.h"
#include "twf-wording.h"

#include <string.h>

/* Keys of the words behind the language, each with its sign. */
#define FROM "from="
#define WORDING "is="
#define BY "by="
#define WHEN "at="
#define DISMISSED "dismissed="
#define DISMISSED_BY "dismissed-by="
#define DISMISSED_WHEN "dismissed-at="

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
  g_free (self->wording);
  g_free (self->by);
  g_free (self->dismissed);
  g_free (self->dismissed_by);
  g_ptr_array_unref (self->further);
  g_free (self);
}

/* "fr" for the provision's own text, "means.fr" for another. */
static gboolean
take_name (TwfTranslation *self, const char *word)
{
  const char *point = strchr (word, '.');
  g_autofree char *part = point != NULL ? g_strndup (word, point - word) : NULL;

  if (part != NULL && (!twf_part_from_name (part, &self->part) || self->part == TWF_PART_BODY))
    return FALSE;
  self->language = g_strdup (point != NULL ? point + 1 : word);
  return *self->language != '\0';
}

/* Returns: (nullable): what stands behind @key in @word; %NULL: it is of another key. */
static const char *
get_value (const char *word, const char *key)
{
  return g_str_has_prefix (word, key) ? word + strlen (key) : NULL;
}

/* A key that came before is not one of ours: it stays, and says nothing. */
static gboolean
take_string (char **place, const char *value)
{
  if (value == NULL || *value == '\0' || *place != NULL)
    return FALSE;
  *place = g_strdup (value);
  return TRUE;
}

static gboolean
take_moment (gint64 *place, const char *value)
{
  return value != NULL && *place < 0 && twf_moment_parse (value, place);
}

static gboolean
take_from (TwfTranslation *self, const char *value)
{
  const char *colon = value != NULL ? strchr (value, ':') : NULL;

  if (colon == NULL || self->from != NULL)
    return FALSE;
  self->from = g_strndup (value, colon - value);
  self->from_wording = g_strdup (colon + 1);
  return TRUE;
}

static gboolean
take_word (TwfTranslation *self, const char *word)
{
  return take_from (self, get_value (word, FROM))
         || take_string (&self->wording, get_value (word, WORDING))
         || take_string (&self->by, get_value (word, BY))
         || take_moment (&self->when, get_value (word, WHEN))
         || take_string (&self->dismissed, get_value (word, DISMISSED))
         || take_string (&self->dismissed_by, get_value (word, DISMISSED_BY))
         || take_moment (&self->dismissed_when, get_value (word, DISMISSED_WHEN));
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
  g_autoptr (TwfTranslation) self = g_new0 (TwfTranslation, 1);
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (value != NULL, NULL);

  self->further = g_ptr_array_new_with_free_func (g_free);
  self->when = self->dismissed_when = -1;
  words = g_strsplit (value, " ", -1);
  if (words[0] == NULL || !take_name (self, words[0]))
    return NULL;
  for (guint i = 1; words[i] != NULL; i++)
    if (*words[i] != '\0' && !take_word (self, words[i]))
      g_ptr_array_add (self->further, g_strdup (words[i]));
  return self->from != NULL ? g_steal_pointer (&self) : NULL;
}

static void
append_word (GString *value, const char *key, const char *word)
{
  if (word != NULL)
    g_string_append_printf (value, " %s%s", key, word);
}

static void
append_moment (GString *value, const char *key, gint64 when)
{
  g_autofree char *moment = when >= 0 ? twf_moment_format (when) : NULL;

  append_word (value, key, moment);
}

/**
 * twf_translation_format:
 * @self: what is known of a translation
 *
 * Returns: (transfer full): it as a value of the field
 */
char *
twf_translation_format (const TwfTranslation *self)
{
  g_autoptr (GString) value = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->part != TWF_PART_BODY)
    g_string_append_printf (value, "%s.", twf_part_get_name (self->part));
  g_string_append_printf (
      value, "%s " FROM "%s:%s", self->language, self->from, self->from_wording);
  append_word (value, WORDING, self->wording);
  append_word (value, BY, self->by);
  append_moment (value, WHEN, self->when);
  append_word (value, DISMISSED, self->dismissed);
  append_word (value, DISMISSED_BY, self->dismissed_by);
  append_moment (value, DISMISSED_WHEN, self->dismissed_when);
  for (guint i = 0; i < self->further->len; i++)
    append_word (value, "", self->further->pdata[i]);
  return g_string_free (g_steal_pointer (&value), FALSE);
}

static gboolean
reads (TwfProvision *provision, TwfPart part, const char *language, const char *wording)
{
  g_autofree char *now = twf_wording_dup_id (twf_provision_get_text (provision, part, language));

  return g_strcmp0 (now, wording) == 0;
}

/**
 * twf_translation_is_dismissed:
 * @self: what is known of a translation
 * @provision: the provision it is of
 *
 * Returns: whether the source reads otherwise than what was translated, and somebody found that
 * this changes nothing
 */
gboolean
twf_translation_is_dismissed (const TwfTranslation *self, TwfProvision *provision)
{
  g_return_val_if_fail (self != NULL && TWF_IS_PROVISION (provision), FALSE);

  return self->dismissed != NULL && reads (provision, self->part, self->from, self->dismissed)
         && !reads (provision, self->part, self->from, self->from_wording);
}

/**
 * twf_translation_is_stale:
 * @self: what is known of a translation
 * @provision: the provision it is of
 *
 * Returns: whether there is such a text, and what it was translated from reads otherwise by now,
 * which nobody has dismissed
 */
gboolean
twf_translation_is_stale (const TwfTranslation *self, TwfProvision *provision)
{
  g_return_val_if_fail (self != NULL && TWF_IS_PROVISION (provision), FALSE);

  return twf_provision_get_text (provision, self->part, self->language) != NULL
         && !reads (provision, self->part, self->from, self->from_wording)
         && !twf_translation_is_dismissed (self, provision);
}

/**
 * twf_translation_is_changed:
 * @self: what is known of a translation
 * @provision: the provision it is of
 *
 * Returns: whether there is such a text, and it reads otherwise than when that was said
 */
gboolean
twf_translation_is_changed (const TwfTranslation *self, TwfProvision *provision)
{
  g_return_val_if_fail (self != NULL && TWF_IS_PROVISION (provision), FALSE);

  return self->wording != NULL
         && twf_provision_get_text (provision, self->part, self->language) != NULL
         && !reads (provision, self->part, self->language, self->wording);
}

/* Two delegations may have said it on branches of their own: what holds goes before what does not,
 * and then what was said last. */
static gboolean
goes_before (const TwfTranslation *one, const TwfTranslation *other, TwfProvision *provision)
{
  guint faults
      = 2 * twf_translation_is_stale (one, provision) + twf_translation_is_changed (one, provision);
  guint other_faults = 2 * twf_translation_is_stale (other, provision)
                       + twf_translation_is_changed (other, provision);

  return faults != other_faults ? faults < other_faults : one->when > other->when;
}

/**
 * twf_translation_find:
 * @provision: a provision
 * @part: which text of it
 * @language: in which language
 *
 * Returns: (transfer full) (nullable): what is recorded of that text; %NULL: nothing is
 */
TwfTranslation *
twf_translation_find (TwfProvision *provision, TwfPart part, const char *language)
{
  const char *const *values;
  g_autoptr (TwfTranslation) best = NULL;

  g_return_val_if_fail (TWF_IS_PROVISION (provision) && language != NULL, NULL);

  values = twf_provision_get_values (provision, TWF_FIELD_TRANSLATED);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autoptr (TwfTranslation) translation = twf_translation_parse (values[i]);

      if (translation == NULL || translation->part != part
          || !g_str_equal (translation->language, language)
          || (best != NULL && !goes_before (translation, best, provision)))
        continue;
      twf_translation_free (best);
      best = g_steal_pointer (&translation);
    }
  return g_steal_pointer (&best);
}
