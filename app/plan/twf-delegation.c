/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-delegation.h"

#include "twf-fields.h"
#include "twf-region.h"
#include "twf-section.h"

#include <string.h>

#define LONGEST_CODE 16
/* No mail is ever sent there: "invalid" is reserved for that (RFC 2606, section 2). */
#define DOMAIN "delegations.invalid"

struct _TwfDelegation
{
  GObject parent_instance;

  char *code;
  TwfFields fields;
};

G_DEFINE_FINAL_TYPE (TwfDelegation, twf_delegation, G_TYPE_OBJECT)

static void
twf_delegation_finalize (GObject *object)
{
  TwfDelegation *self = TWF_DELEGATION (object);

  g_free (self->code);
  twf_fields_clear (&self->fields);
  G_OBJECT_CLASS (twf_delegation_parent_class)->finalize (object);
}

static void
twf_delegation_class_init (TwfDelegationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_delegation_finalize;
}

static void
twf_delegation_init (TwfDelegation *self)
{
}

/* What stands behind "<language> " in @value; NULL where it is of another language. */
static const char *
skip_language (const char *value, const char *language)
{
  gsize length = strlen (language);

  if (strncmp (value, language, length) != 0 || value[length] != ' ')
    return NULL;
  return value + length + 1;
}

/**
 * twf_delegation_new:
 * @code: ISO 3166 code of a state, or a short name of a group in capitals ("G77")
 *
 * Returns: (transfer full): a delegation of which nothing but the code is known
 */
TwfDelegation *
twf_delegation_new (const char *code)
{
  TwfDelegation *self;

  g_return_val_if_fail (code != NULL, NULL);

  self = g_object_new (TWF_TYPE_DELEGATION, NULL);
  self->code = g_strdup (code);
  return self;
}

/**
 * twf_delegation_copy:
 * @self: a delegation
 *
 * Returns: (transfer full): another object with the same code and fields
 */
TwfDelegation *
twf_delegation_copy (TwfDelegation *self)
{
  TwfDelegation *copy;

  g_return_val_if_fail (TWF_IS_DELEGATION (self), NULL);

  copy = twf_delegation_new (self->code);
  twf_fields_copy (&copy->fields, &self->fields);
  return copy;
}

/**
 * twf_delegation_equal:
 * @one: a delegation
 * @other: another
 *
 * Returns: whether both have the same code and fields
 */
gboolean
twf_delegation_equal (TwfDelegation *one, TwfDelegation *other)
{
  g_return_val_if_fail (TWF_IS_DELEGATION (one) && TWF_IS_DELEGATION (other), FALSE);

  return g_str_equal (one->code, other->code) && twf_fields_equal (&one->fields, &other->fields);
}

/**
 * twf_delegation_code_is_valid:
 * @code: (nullable): what may be a code
 *
 * A code becomes a name of a file and of a branch and stands in ranks: capitals, digits and hyphens
 * inside, the first a capital, 16 at most.
 *
 * Returns: whether @code is the code of a delegation
 */
gboolean
twf_delegation_code_is_valid (const char *code)
{
  gsize length = code != NULL ? strlen (code) : 0;

  if (length == 0 || length > LONGEST_CODE || !g_ascii_isupper (code[0]))
    return FALSE;
  return strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == length
         && code[length - 1] != '-';
}

/**
 * twf_delegation_dup_email:
 * @code: (nullable): a delegation's code; %NULL: the facilitator
 *
 * Returns: (transfer full): the address under which git has their revisions
 */
char *
twf_delegation_dup_email (const char *code)
{
  return code != NULL ? g_strconcat (code, "@" DOMAIN, NULL) : g_strdup (TWF_FACILITATOR_EMAIL);
}

/**
 * twf_delegation_dup_code_of_email:
 * @email: (nullable): an author's address
 *
 * Returns: (transfer full) (nullable): the code of the delegation that it names; %NULL: it names
 *   none. Free text, which proves nothing.
 */
char *
twf_delegation_dup_code_of_email (const char *email)
{
  const char *at = email != NULL ? strchr (email, '@') : NULL;
  g_autofree char *code = NULL;

  if (at == NULL || strcmp (at + 1, DOMAIN) != 0)
    return NULL;
  code = g_strndup (email, (gsize)(at - email));
  return twf_delegation_code_is_valid (code) ? g_steal_pointer (&code) : NULL;
}

/**
 * twf_delegation_get_code:
 * @self: a delegation
 *
 * Returns: (transfer none): its code
 */
const char *
twf_delegation_get_code (TwfDelegation *self)
{
  g_return_val_if_fail (TWF_IS_DELEGATION (self), NULL);

  return self->code;
}

/**
 * twf_delegation_get_field:
 * @self: a delegation
 * @field: a name as it is stored
 *
 * Returns: (nullable) (transfer none): the first value of the field
 */
const char *
twf_delegation_get_field (TwfDelegation *self, const char *field)
{
  g_return_val_if_fail (TWF_IS_DELEGATION (self) && field != NULL, NULL);

  return twf_fields_get_first (&self->fields, field);
}

/**
 * twf_delegation_get_values:
 * @self: a delegation
 * @field: a name as it is stored
 *
 * Returns: (nullable) (transfer none): the values of the field, at least one; %NULL: it has none
 */
const char *const *
twf_delegation_get_values (TwfDelegation *self, const char *field)
{
  g_return_val_if_fail (TWF_IS_DELEGATION (self) && field != NULL, NULL);

  return twf_fields_get (&self->fields, field);
}

/**
 * twf_delegation_set_values:
 * @self: a delegation that stands in no plan
 * @field: a name as it is stored; its code is not a field
 * @values: (nullable): its values; %NULL or empty: none
 */
void
twf_delegation_set_values (TwfDelegation *self, const char *field, const char *const *values)
{
  g_return_if_fail (TWF_IS_DELEGATION (self) && field != NULL);

  /* A "Rank" here is a place in a list of names and "Sponsor" a word: both are single. */
  twf_fields_set (&self->fields, field, values, twf_field_is_set (field));
}

/**
 * twf_delegation_list_fields:
 * @self: a delegation
 *
 * Returns: (transfer full): the names of the fields that hold something, sorted
 */
GStrv
twf_delegation_list_fields (TwfDelegation *self)
{
  g_return_val_if_fail (TWF_IS_DELEGATION (self), NULL);

  return twf_fields_list (&self->fields);
}

/**
 * twf_delegation_dup_localized:
 * @self: a delegation
 * @field: a field whose values are "<language> <text>"
 * @language: a BCP 47 tag
 *
 * Returns: (nullable) (transfer full): the text in @language; %NULL if there is none
 */
char *
twf_delegation_dup_localized (TwfDelegation *self, const char *field, const char *language)
{
  const char *const *values;

  g_return_val_if_fail (TWF_IS_DELEGATION (self) && field != NULL && language != NULL, NULL);

  values = twf_fields_get (&self->fields, field);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      const char *text = skip_language (values[i], language);

      if (text != NULL)
        return g_strdup (text);
    }
  return NULL;
}

/**
 * twf_delegation_set_localized:
 * @self: a delegation that stands in no plan
 * @field: a field whose values are "<language> <text>"
 * @language: a BCP 47 tag
 * @text: (nullable): the text in @language; %NULL or empty: none
 */
void
twf_delegation_set_localized (TwfDelegation *self,
                              const char *field,
                              const char *language,
                              const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;
  const char *const *values;

  g_return_if_fail (TWF_IS_DELEGATION (self) && field != NULL && language != NULL);

  values = twf_fields_get (&self->fields, field);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (skip_language (values[i], language) == NULL)
      g_strv_builder_add (builder, values[i]);
  if (text != NULL && *text != '\0')
    {
      g_autofree char *value = g_strconcat (language, " ", text, NULL);

      g_strv_builder_add (builder, value);
    }
  kept = g_strv_builder_end (builder);
  twf_fields_set (&self->fields, field, (const char *const *)kept, TRUE);
}

/**
 * twf_delegation_dup_name:
 * @self: a delegation
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): its name in @language; where the plan gives none, the state's usual one
 * in that language, then its name in any language, then the code
 */
char *
twf_delegation_dup_name (TwfDelegation *self, const char *language)
{
  char *name;
  const char *first;

  g_return_val_if_fail (TWF_IS_DELEGATION (self) && language != NULL, NULL);

  name = twf_delegation_dup_localized (self, TWF_DELEGATION_NAME, language);
  if (name != NULL)
    return name;
  name = twf_region_dup_name (self->code, language);
  /* Of a group, which has no usual name, the code itself comes back. */
  if (g_strcmp0 (name, self->code) != 0)
    return name;
  g_free (name);
  first = twf_fields_get_first (&self->fields, TWF_DELEGATION_NAME);
  if (first != NULL && strchr (first, ' ') != NULL)
    return g_strdup (strchr (first, ' ') + 1);
  return g_strdup (self->code);
}
