/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-fields.h"

#include <string.h>

/* First item that is not before @name; whether it is @name goes to @found. */
static guint
find_field (const TwfFields *self, const char *name, gboolean *found)
{
  guint i = 0;
  int order = 1;

  while (i < self->n && (order = strcmp (self->items[i].name, name)) < 0)
    i++;
  *found = i < self->n && order == 0;
  return i;
}

static int
compare_strings (const void *one, const void *other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

/* A set is kept sorted and without doubles, so that equal sets are equal bytes. */
static char **
copy_values (const char *const *values, gboolean is_set)
{
  char **copy = g_strdupv ((char **)values);
  guint length = g_strv_length (copy);
  guint kept = 0;

  if (!is_set)
    return copy;
  qsort (copy, length, sizeof *copy, compare_strings);
  for (guint i = 0; i < length; i++)
    {
      if (kept > 0 && strcmp (copy[kept - 1], copy[i]) == 0)
        g_free (copy[i]);
      else
        copy[kept++] = copy[i];
    }
  copy[kept] = NULL;
  return copy;
}

static void
clear_field (TwfField *field)
{
  g_ref_string_release (field->name);
  g_strfreev (field->values);
}

/**
 * twf_fields_clear:
 * @self: a table
 *
 * Frees what is in @self and leaves it empty.
 */
void
twf_fields_clear (TwfFields *self)
{
  for (guint i = 0; i < self->n; i++)
    clear_field (&self->items[i]);
  g_clear_pointer (&self->items, g_free);
  self->n = 0;
}

/**
 * twf_fields_copy:
 * @self: an empty table
 * @from: what is copied into it
 */
void
twf_fields_copy (TwfFields *self, const TwfFields *from)
{
  self->n = from->n;
  self->items = from->n > 0 ? g_new (TwfField, from->n) : NULL;
  for (guint i = 0; i < from->n; i++)
    {
      self->items[i].name = g_ref_string_acquire (from->items[i].name);
      self->items[i].values = g_strdupv (from->items[i].values);
    }
}

/**
 * twf_fields_equal:
 * @one: a table
 * @other: another
 *
 * Returns: whether both hold the same values in the same order under the same names
 */
gboolean
twf_fields_equal (const TwfFields *one, const TwfFields *other)
{
  if (one->n != other->n)
    return FALSE;
  for (guint i = 0; i < one->n; i++)
    if (strcmp (one->items[i].name, other->items[i].name) != 0
        || !g_strv_equal ((const char *const *)one->items[i].values,
                          (const char *const *)other->items[i].values))
      return FALSE;
  return TRUE;
}

/**
 * twf_fields_get:
 * @self: a table
 * @name: a field
 *
 * Returns: (nullable) (transfer none): its values, at least one; %NULL if it has none
 */
const char *const *
twf_fields_get (const TwfFields *self, const char *name)
{
  gboolean found;
  guint i = find_field (self, name, &found);

  return found ? (const char *const *)self->items[i].values : NULL;
}

/**
 * twf_fields_get_first:
 * @self: a table
 * @name: a field
 *
 * Returns: (nullable) (transfer none): its first value; %NULL if it has none
 */
const char *
twf_fields_get_first (const TwfFields *self, const char *name)
{
  const char *const *values = twf_fields_get (self, name);

  return values != NULL ? values[0] : NULL;
}

/**
 * twf_fields_set:
 * @self: a table
 * @name: a field
 * @values: (nullable): what it holds from now on; %NULL or empty: nothing
 * @is_set: whether the values are a set: then they are sorted and doubles go
 *
 * Returns: whether anything changed
 */
gboolean
twf_fields_set (TwfFields *self, const char *name, const char *const *values, gboolean is_set)
{
  gboolean found;
  guint i = find_field (self, name, &found);
  char **copy;

  if (values == NULL || values[0] == NULL)
    {
      if (!found)
        return FALSE;
      clear_field (&self->items[i]);
      self->n--;
      memmove (&self->items[i], &self->items[i + 1], (self->n - i) * sizeof (TwfField));
      return TRUE;
    }

  copy = copy_values (values, is_set);
  if (found)
    {
      if (g_strv_equal ((const char *const *)self->items[i].values, (const char *const *)copy))
        {
          g_strfreev (copy);
          return FALSE;
        }
      g_strfreev (self->items[i].values);
    }
  else
    {
      self->items = g_renew (TwfField, self->items, self->n + 1);
      memmove (&self->items[i + 1], &self->items[i], (self->n - i) * sizeof (TwfField));
      self->items[i].name = g_ref_string_new_intern (name);
      self->n++;
    }
  self->items[i].values = copy;
  return TRUE;
}

/**
 * twf_fields_list:
 * @self: a table
 *
 * Returns: (transfer full): the names of the fields that hold something, sorted bytewise
 */
GStrv
twf_fields_list (const TwfFields *self)
{
  GStrv names = g_new0 (char *, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    names[i] = g_strdup (self->items[i].name);
  return names;
}
