/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-values.h"

/**
 * twf_values_hold:
 * @values: (nullable): values
 * @value: one
 *
 * Returns: whether @value is one of @values
 */
gboolean
twf_values_hold (const char *const *values, const char *value)
{
  return values != NULL && g_strv_contains (values, value);
}

/**
 * twf_values_equal:
 * @one: (nullable): values
 * @other: (nullable): others
 *
 * Returns: whether both are the same in the same order; none is %NULL or no value
 */
gboolean
twf_values_equal (const char *const *one, const char *const *other)
{
  if (one == NULL || other == NULL)
    return (one == NULL || one[0] == NULL) && (other == NULL || other[0] == NULL);
  return g_strv_equal (one, other);
}

/**
 * twf_values_join:
 * @values: (nullable): values
 *
 * Returns: (transfer full) (nullable): the values as a person reads them; %NULL: none
 */
char *
twf_values_join (const char *const *values)
{
  return values != NULL && values[0] != NULL ? g_strjoinv (", ", (GStrv)values) : NULL;
}

/**
 * twf_values_with:
 * @values: (nullable): values
 * @value: one
 *
 * Returns: (transfer full): @values and at their end @value
 */
GStrv
twf_values_with (const char *const *values, const char *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (values != NULL)
    g_strv_builder_addv (builder, (const char **)values);
  g_strv_builder_add (builder, value);
  return g_strv_builder_end (builder);
}

/**
 * twf_values_without:
 * @values: (nullable): values
 * @value: one
 *
 * Returns: (transfer full): @values but for @value
 */
GStrv
twf_values_without (const char *const *values, const char *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (!g_str_equal (values[i], value))
      g_strv_builder_add (builder, values[i]);
  return g_strv_builder_end (builder);
}

/**
 * twf_values_unite:
 * @one: (transfer full) (nullable): strings
 * @other: (transfer full) (nullable): others
 *
 * Returns: (transfer full): those of both, each once
 */
GStrv
twf_values_unite (GStrv one, GStrv other)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; one != NULL && one[i] != NULL; i++)
    g_strv_builder_add (builder, one[i]);
  for (guint i = 0; other != NULL && other[i] != NULL; i++)
    if (!twf_values_hold ((const char *const *)one, other[i]))
      g_strv_builder_add (builder, other[i]);
  g_strfreev (one);
  g_strfreev (other);
  return g_strv_builder_end (builder);
}

/**
 * twf_values_common:
 * @values: (nullable): values
 * @others: (nullable): others
 *
 * Returns: (transfer full): those of @values that are among @others, in their order
 */
GStrv
twf_values_common (const char *const *values, const char *const *others)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (twf_values_hold (others, values[i]))
      g_strv_builder_add (builder, values[i]);
  return g_strv_builder_end (builder);
}

/**
 * twf_values_reorder:
 * @values: (nullable): values
 * @order: (nullable): some of them, perhaps others too
 *
 * Returns: (transfer full): @values, with those that are in @order in that order at the places that
 * they have among them
 */
GStrv
twf_values_reorder (const char *const *values, const char *const *order)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint at = 0;

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      if (!twf_values_hold (order, values[i]))
        {
          g_strv_builder_add (builder, values[i]);
          continue;
        }
      while (!twf_values_hold (values, order[at]))
        at++;
      g_strv_builder_add (builder, order[at++]);
    }
  return g_strv_builder_end (builder);
}

/**
 * twf_values_carry:
 * @values: (nullable): a set made on @base
 * @base: (nullable): a set
 * @other: (nullable): what became of @base
 *
 * Returns: (transfer full): @values with what came into @other and without what went
 */
GStrv
twf_values_carry (const char *const *values, const char *const *base, const char *const *other)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (!twf_values_hold (base, values[i]) || twf_values_hold (other, values[i]))
      g_strv_builder_add (builder, values[i]);
  for (guint i = 0; other != NULL && other[i] != NULL; i++)
    if (!twf_values_hold (base, other[i]) && !twf_values_hold (values, other[i]))
      g_strv_builder_add (builder, other[i]);
  return g_strv_builder_end (builder);
}

/**
 * twf_table_list_values:
 * @table: a table
 *
 * Returns: (transfer full): its values, borrowed, in no order
 */
GPtrArray *
twf_table_list_values (GHashTable *table)
{
  GPtrArray *values = g_ptr_array_sized_new (g_hash_table_size (table));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (values, value);
  return values;
}
