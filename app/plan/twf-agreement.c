/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-agreement.h"

#include "twf-admit.h"
#include "twf-blob-id.h"
#include "twf-delegation.h"
#include "twf-moment-private.h"
#include "twf-wording.h"

#include <string.h>

static const char *const level_names[TWF_N_AGREEMENT_LEVELS] = {
  [TWF_AGREEMENT_WORKING_GROUP] = "working-group",
  [TWF_AGREEMENT_PLENARY] = "plenary",
  [TWF_AGREEMENT_AD_REFERENDUM] = "ad-referendum",
  [TWF_AGREEMENT_PENDING] = "pending",
};

static void
free_text (gpointer data)
{
  TwfAgreedText *text = data;

  g_free (text->language);
  g_free (text->wording);
  g_free (text);
}

/**
 * twf_agreement_level_get_name:
 * @level: a level
 *
 * Returns: the word under which it is stored and named on the command line
 */
const char *
twf_agreement_level_get_name (TwfAgreementLevel level)
{
  g_return_val_if_fail (level < TWF_N_AGREEMENT_LEVELS, NULL);

  return level_names[level];
}

/**
 * twf_agreement_level_from_name:
 * @name: (nullable): a stored word
 * @level: (out): the level, where the word is one
 *
 * Returns: whether @name is the name of a level
 */
gboolean
twf_agreement_level_from_name (const char *name, TwfAgreementLevel *level)
{
  for (guint i = 0; i < TWF_N_AGREEMENT_LEVELS; i++)
    if (g_strcmp0 (name, level_names[i]) == 0)
      {
        *level = i;
        return TRUE;
      }
  return FALSE;
}

static TwfAgreement *
new_empty (TwfAgreementLevel level, const char *code, gint64 when)
{
  TwfAgreement *self = g_new0 (TwfAgreement, 1);

  self->level = level;
  self->code = g_strdup (code);
  self->when = when;
  self->texts = g_ptr_array_new_with_free_func (free_text);
  return self;
}

static void
take_text (TwfAgreement *self, TwfPart part, const char *language, char *wording)
{
  TwfAgreedText *text = g_new0 (TwfAgreedText, 1);

  text->part = part;
  text->language = g_strdup (language);
  text->wording = wording;
  g_ptr_array_add (self->texts, text);
}

/**
 * twf_agreement_new:
 * @provision: what is agreed
 * @level: by whom
 * @code: (nullable): with %TWF_AGREEMENT_PENDING alone: the delegation that is waited for
 * @when: when, in seconds since 1970 (UTC)
 *
 * Returns: (transfer full) (nullable): that the texts of @provision are agreed as they stand;
 * %NULL: it has none
 */
TwfAgreement *
twf_agreement_new (TwfProvision *provision, TwfAgreementLevel level, const char *code, gint64 when)
{
  g_autoptr (TwfAgreement) self = NULL;

  g_return_val_if_fail (TWF_IS_PROVISION (provision), NULL);
  g_return_val_if_fail ((code != NULL) == (level == TWF_AGREEMENT_PENDING), NULL);

  self = new_empty (level, code, when - when % 60);
  for (guint part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_provision_list_languages (provision, part);

      for (guint i = 0; languages[i] != NULL; i++)
        take_text (self,
                   part,
                   languages[i],
                   twf_wording_dup_id (twf_provision_get_text (provision, part, languages[i])));
    }
  return self->texts->len > 0 ? g_steal_pointer (&self) : NULL;
}

/* "en=<id>" for the body, "time-frame.en=<id>" for another part. */
static gboolean
parse_text (TwfAgreement *self, const char *word)
{
  const char *sign = strchr (word, '=');
  g_autofree char *name = sign != NULL ? g_strndup (word, sign - word) : NULL;
  char *language = name;
  char *point = name != NULL ? strchr (name, '.') : NULL;
  TwfPart part = TWF_PART_BODY;

  if (name == NULL || !twf_blob_id_is_valid (sign + 1))
    return FALSE;
  if (point != NULL)
    {
      *point = '\0';
      language = point + 1;
      if (!twf_part_from_name (name, &part) || part == TWF_PART_BODY)
        return FALSE;
    }
  if (!twf_admit_language (language, NULL))
    return FALSE;
  take_text (self, part, language, g_strdup (sign + 1));
  return TRUE;
}

static TwfAgreement *
parse_words (char **words)
{
  g_autoptr (TwfAgreement) self = NULL;
  TwfAgreementLevel level;
  guint at = 1;

  if (words[0] == NULL || !twf_agreement_level_from_name (words[0], &level))
    return NULL;
  if (level == TWF_AGREEMENT_PENDING
      && (words[at] == NULL || !twf_delegation_code_is_valid (words[at++])))
    return NULL;
  self = new_empty (level, level == TWF_AGREEMENT_PENDING ? words[1] : NULL, 0);
  if (!twf_moment_parse (words[at], &self->when))
    return NULL;
  for (at++; words[at] != NULL; at++)
    if (!parse_text (self, words[at]))
      return NULL;
  return self->texts->len > 0 ? g_steal_pointer (&self) : NULL;
}

static int
compare_texts (gconstpointer one, gconstpointer other)
{
  const TwfAgreedText *a = *(const TwfAgreedText *const *)one;
  const TwfAgreedText *b = *(const TwfAgreedText *const *)other;

  return a->part != b->part ? (int)a->part - (int)b->part : strcmp (a->language, b->language);
}

static gboolean
is_in_order (const TwfAgreement *self)
{
  for (guint i = 1; i < self->texts->len; i++)
    if (compare_texts (&self->texts->pdata[i - 1], &self->texts->pdata[i]) >= 0)
      return FALSE;
  return TRUE;
}

/**
 * twf_agreement_parse:
 * @value: (nullable): a value of the field
 *
 * Returns: (transfer full) (nullable): what it says; %NULL where it is no agreement, or not in its
 *   one spelling
 */
TwfAgreement *
twf_agreement_parse (const char *value)
{
  g_auto (GStrv) words = g_strsplit (value != NULL ? value : "", " ", -1);
  g_autoptr (TwfAgreement) self = parse_words (words);
  g_autofree char *again = NULL;

  if (self == NULL || !is_in_order (self))
    return NULL;
  again = twf_agreement_format (self);
  return g_str_equal (again, value) ? g_steal_pointer (&self) : NULL;
}

/**
 * twf_agreement_format:
 * @self: an agreement
 *
 * Returns: (transfer full): it as a value of the field
 */
char *
twf_agreement_format (const TwfAgreement *self)
{
  g_autoptr (GString) value = g_string_new (level_names[self->level]);
  g_autofree char *when = twf_moment_format (self->when);

  if (self->code != NULL)
    g_string_append_printf (value, " %s", self->code);
  g_string_append_printf (value, " %s", when != NULL ? when : "1970-01-01T00:00Z");
  for (guint i = 0; i < self->texts->len; i++)
    {
      const TwfAgreedText *text = self->texts->pdata[i];

      g_string_append_c (value, ' ');
      if (text->part != TWF_PART_BODY)
        g_string_append_printf (value, "%s.", twf_part_get_name (text->part));
      g_string_append_printf (value, "%s=%s", text->language, text->wording);
    }
  return g_string_free (g_steal_pointer (&value), FALSE);
}

/**
 * twf_agreement_free:
 * @self: (transfer full) (nullable): an agreement
 */
void
twf_agreement_free (TwfAgreement *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_ptr_array_unref (self->texts);
  g_free (self);
}
