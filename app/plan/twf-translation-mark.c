/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-translation.h"

#include "twf-clock.h"
#include "twf-error.h"
#include "twf-proposal.h"
#include "twf-wording.h"

/* Returns: whether the text is there, and what it is to be of. */
static gboolean
has_both (TwfProvision *provision,
          TwfPart part,
          const char *language,
          const char *from,
          GError **error)
{
  const char *id = twf_provision_get_id (provision);
  gboolean has_text = twf_provision_get_text (provision, part, language) != NULL;

  if (has_text && twf_provision_get_text (provision, part, from) != NULL
      && !g_str_equal (language, from))
    return TRUE;
  if (g_str_equal (language, from))
    g_set_error (error,
                 TWF_ERROR,
                 TWF_ERROR_INVALID,
                 "the text of %s in %s is no translation of itself",
                 id,
                 language);
  else
    g_set_error (error,
                 TWF_ERROR,
                 TWF_ERROR_INVALID,
                 "%s has no such text in %s",
                 id,
                 has_text ? from : language);
  return FALSE;
}

static char *
dup_by (const char *code)
{
  return g_strdup (code != NULL ? code : TWF_PROPOSED_BY_FACILITATOR);
}

static gint64
get_moment (void)
{
  gint64 now = twf_clock_now ();

  return now - now % 60;
}

/* Beside whatever is recorded of other texts. */
static TwfEdit *
record (TwfProvision *provision, const TwfTranslation *translation)
{
  const char *const *former = twf_provision_get_values (provision, TWF_FIELD_TRANSLATED);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *value = twf_translation_format (translation);
  g_auto (GStrv) values = NULL;

  for (guint i = 0; former != NULL && former[i] != NULL; i++)
    {
      g_autoptr (TwfTranslation) other = twf_translation_parse (former[i]);

      if (other == NULL || other->part != translation->part
          || !g_str_equal (other->language, translation->language))
        g_strv_builder_add (builder, former[i]);
    }
  g_strv_builder_add (builder, value);
  values = g_strv_builder_end (builder);
  return twf_edit_new_values (
      twf_provision_get_id (provision), TWF_FIELD_TRANSLATED, (const char *const *)values);
}

/* What is recorded, to be changed; else a record that says nothing yet. */
static TwfTranslation *
take_up (TwfProvision *provision, TwfPart part, const char *language)
{
  TwfTranslation *self = twf_translation_find (provision, part, language);

  if (self != NULL)
    return self;
  self = g_new0 (TwfTranslation, 1);
  self->part = part;
  self->language = g_strdup (language);
  self->when = self->dismissed_when = -1;
  self->further = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
put (char **place, char *value)
{
  g_free (*place);
  *place = value;
}

static char *
dup_wording (TwfProvision *provision, TwfPart part, const char *language)
{
  return twf_wording_dup_id (twf_provision_get_text (provision, part, language));
}

/**
 * twf_translation_mark:
 * @provision: a provision
 * @part: which text of it
 * @language: in which language
 * @from: of which language's text it is a translation
 * @code: (nullable): who says so; %NULL: the facilitator
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the edit that records that the text, as it stands, is a
 * translation of what stands in @from
 * Errors: TWF_ERROR_INVALID where one of both is not there
 */
TwfEdit *
twf_translation_mark (TwfProvision *provision,
                      TwfPart part,
                      const char *language,
                      const char *from,
                      const char *code,
                      GError **error)
{
  g_autoptr (TwfTranslation) self = NULL;

  g_return_val_if_fail (TWF_IS_PROVISION (provision), NULL);
  g_return_val_if_fail (language != NULL && from != NULL, NULL);

  if (!has_both (provision, part, language, from, error))
    return NULL;
  self = take_up (provision, part, language);
  put (&self->from, g_strdup (from));
  put (&self->from_wording, dup_wording (provision, part, from));
  put (&self->wording, dup_wording (provision, part, language));
  put (&self->by, dup_by (code));
  self->when = get_moment ();
  g_clear_pointer (&self->dismissed, g_free);
  g_clear_pointer (&self->dismissed_by, g_free);
  self->dismissed_when = -1;
  return record (provision, self);
}

/**
 * twf_translation_dismiss:
 * @provision: a provision
 * @part: which text of it
 * @language: in which language
 * @from: of which language's text it is a translation
 * @from_wording: (nullable): where nothing is recorded, or a mark was moved without work: of which
 *   wording history tells that it is
 * @code: (nullable): who says so; %NULL: the facilitator
 * @error: return location
 *
 * Of what the text was translated stays on record, and by whom: this is no translation.
 *
 * Returns: (transfer full) (nullable): the edit that records that what changed in @from changes
 * nothing in the text, until it changes again
 * Errors: TWF_ERROR_INVALID where one of both is not there, or nothing changed that is known of
 */
TwfEdit *
twf_translation_dismiss (TwfProvision *provision,
                         TwfPart part,
                         const char *language,
                         const char *from,
                         const char *from_wording,
                         const char *code,
                         GError **error)
{
  g_autoptr (TwfTranslation) self = NULL;
  g_autofree char *now = NULL;

  g_return_val_if_fail (TWF_IS_PROVISION (provision), NULL);
  g_return_val_if_fail (language != NULL && from != NULL, NULL);

  if (!has_both (provision, part, language, from, error))
    return NULL;
  self = take_up (provision, part, language);
  now = dup_wording (provision, part, from);
  if (from_wording != NULL
      && (self->from == NULL
          || (g_str_equal (self->from, from) && g_str_equal (self->from_wording, now))))
    {
      put (&self->from, g_strdup (from));
      put (&self->from_wording, g_strdup (from_wording));
      put (&self->wording, dup_wording (provision, part, language));
    }
  if (self->from == NULL || !g_str_equal (self->from, from)
      || g_str_equal (self->from_wording, now))
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_INVALID,
                   "nothing is known to have changed in %s since %s was translated into %s",
                   from,
                   twf_provision_get_id (provision),
                   language);
      return NULL;
    }
  put (&self->dismissed, g_steal_pointer (&now));
  put (&self->dismissed_by, dup_by (code));
  self->dismissed_when = get_moment ();
  return record (provision, self);
}
