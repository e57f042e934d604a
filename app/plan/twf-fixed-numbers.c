/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-fixed-numbers-private.h"

#include "twf-numbering-private.h"
#include "twf-plan-private.h"

#include <string.h>

/* One line a provision: its id, the section or provision under which it is counted, its number, and
 * "+2" for ter. */
#define N_WORDS 3

static void
free_list (TwfFixedList *list)
{
  g_hash_table_unref (list->by_id);
  g_hash_table_unref (list->taken);
  g_free (list);
}

static TwfFixedList *
ensure_list (GHashTable *fixed, const char *name)
{
  TwfFixedList *list = g_hash_table_lookup (fixed, name);

  if (list != NULL)
    return list;
  list = g_new0 (TwfFixedList, 1);
  list->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list->taken = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (fixed, g_strdup (name), list);
  return list;
}

/* "7", "7+2" */
static gboolean
parse_number (const char *word, guint *packed)
{
  char *end;
  guint64 number = g_ascii_strtoull (word, &end, 10);
  guint64 extra = 0;

  if (end == word || !g_ascii_isdigit (*word))
    return FALSE;
  if (*end == '+' && g_ascii_isdigit (end[1]))
    extra = g_ascii_strtoull (end + 1, &end, 10);
  if (*end != '\0' || number > TWF_FIXED_MOST_NUMBER || extra > TWF_FIXED_MOST_EXTRA)
    return FALSE;
  *packed = TWF_FIXED_PACK ((guint)number, (guint)extra);
  return TRUE;
}

/* What cannot be understood fixes nothing: a tag may have been made by anybody. */
static void
read_line (GHashTable *fixed, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", N_WORDS);
  TwfFixedList *list;
  guint packed;

  if (g_strv_length (words) != N_WORDS || *words[0] == '\0' || *words[1] == '\0'
      || !parse_number (words[2], &packed))
    return;
  list = ensure_list (fixed, words[1]);
  if (!g_hash_table_add (list->taken, GUINT_TO_POINTER (packed + 1)))
    return;
  g_hash_table_insert (list->by_id, g_strdup (words[0]), GUINT_TO_POINTER (packed + 1));
  list->last = MAX (list->last, TWF_FIXED_NUMBER (packed));
}

/**
 * twf_plan_set_fixed_numbers:
 * @self: a plan
 * @record: (nullable): what twf_plan_dup_fixed_numbers() gave when the plan was issued last; %NULL:
 *   it was never issued
 *
 * From now on provisions that stood in what was issued keep the numbers they had there, whatever
 * is put before them, for as long as they stay in the same list; what came since follows as bis,
 * ter, quater, or at the end with the next number; and no number is given twice, not even that of
 * a provision that is gone.
 */
void
twf_plan_set_fixed_numbers (TwfPlan *self, const char *record)
{
  g_auto (GStrv) lines = record != NULL ? g_strsplit (record, "\n", -1) : NULL;

  g_return_if_fail (TWF_IS_PLAN (self));

  g_clear_pointer (&self->fixed, g_hash_table_unref);
  for (guint i = 0; i < TWF_N_SECTIONS; i++)
    twf_plan_forget_numbers (self, i);
  if (record == NULL)
    return;
  self->fixed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)free_list);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (self->fixed, lines[i]);
}

/**
 * twf_plan_has_fixed_numbers:
 * @self: a plan
 *
 * Returns: whether it was issued: whether its numbers are fixed
 */
gboolean
twf_plan_has_fixed_numbers (TwfPlan *self)
{
  g_return_val_if_fail (TWF_IS_PLAN (self), FALSE);

  return self->fixed != NULL;
}

/*
 * twf_fixed_numbers_get_list:
 * @fixed: (nullable): the numbers of what was issued
 * @list: name of a section, or id of a provision
 *
 * Returns: (nullable): what is fixed in that list
 */
const TwfFixedList *
twf_fixed_numbers_get_list (GHashTable *fixed, const char *list)
{
  return fixed != NULL ? g_hash_table_lookup (fixed, list) : NULL;
}

static void
append_line (GPtrArray *lines, const char *id, const char *list, guint packed)
{
  guint extra = TWF_FIXED_EXTRA (packed);

  g_ptr_array_add (lines,
                   extra > 0
                       ? g_strdup_printf ("%s %s %u+%u", id, list, TWF_FIXED_NUMBER (packed), extra)
                       : g_strdup_printf ("%s %s %u", id, list, TWF_FIXED_NUMBER (packed)));
}

/* What was issued before and is no longer there: its number stays taken. */
static void
append_gone (GHashTable *fixed, GHashTable *written, GPtrArray *lines)
{
  GHashTableIter lists, ids;
  gpointer name, list, id, packed;

  g_hash_table_iter_init (&lists, fixed);
  while (g_hash_table_iter_next (&lists, &name, &list))
    {
      g_hash_table_iter_init (&ids, ((TwfFixedList *)list)->by_id);
      while (g_hash_table_iter_next (&ids, &id, &packed))
        {
          g_autofree char *key = g_strdup_printf ("%s %s", (char *)id, (char *)name);

          if (!g_hash_table_contains (written, key))
            append_line (lines, id, name, GPOINTER_TO_UINT (packed) - 1);
        }
    }
}

static int
compare_lines (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

/**
 * twf_plan_dup_fixed_numbers:
 * @self: a plan that is issued
 *
 * Returns: (transfer full): its numbers as they stand, and those that are taken for good, one a
 *   line, for twf_plan_set_fixed_numbers()
 */
char *
twf_plan_dup_fixed_numbers (TwfPlan *self)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  all = twf_plan_list_all (self);
  for (guint i = 0; i < all->len; i++)
    {
      TwfProvision *provision = all->pdata[i];
      const char *id = twf_provision_get_id (provision);
      const char *list = twf_plan_get_counted_under (self, provision);
      guint number, extra;

      twf_plan_count_number (self, provision, &number, &extra);
      if (number == 0 && extra == 0)
        continue;
      append_line (lines, id, list, TWF_FIXED_PACK (number, MIN (extra, TWF_FIXED_MOST_EXTRA)));
      g_hash_table_add (written, g_strdup_printf ("%s %s", id, list));
    }
  if (self->fixed != NULL)
    append_gone (self->fixed, written, lines);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}
