/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-account.h"

#include "twf-segments.h"

#include <string.h>

/* How a provision begins: so much is shown. */
#define MOST_SHOWN 60
/* Of a provision that is gone, more than every other word, and this many at least, stand in another
 * now: it was merged into that. */
#define LEAST_MERGED 5

static void
free_row (TwfOriginRow *row)
{
  g_free (row->id);
  g_free (row->numbers[0]);
  g_free (row->numbers[1]);
  g_free (row->words);
  g_free (row->language);
  g_strfreev (row->contributors);
  g_strfreev (row->merged_from);
  g_free (row);
}

static char *
dup_beginning (const char *text)
{
  const char *end = text;
  guint n = 0;

  if (g_utf8_strlen (text, -1) <= MOST_SHOWN)
    return g_strdelimit (g_strdup (text), "\n", ' ');
  while (n < MOST_SHOWN)
    {
      end = g_utf8_next_char (end);
      n++;
    }
  while (end > text && *end != ' ')
    end = g_utf8_prev_char (end);
  if (end == text)
    end = g_utf8_offset_to_pointer (text, MOST_SHOWN);
  {
    g_autofree char *cut = g_strndup (text, (gsize)(end - text));

    return g_strconcat (g_strdelimit (cut, "\n", ' '), "…", NULL);
  }
}

/* The first text that the version has, of the languages in their order. */
static const TwfRowText *
find_text (const TwfRow *row, guint version)
{
  for (guint i = 0; i < row->texts->len; i++)
    {
      const TwfRowText *text = row->texts->pdata[i];

      if (text->part == TWF_PART_BODY && text->versions[version] != NULL)
        return text;
    }
  return NULL;
}

static int
compare_codes (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

static void
add_contributor (GPtrArray *codes, const char *code)
{
  for (guint i = 0; i < codes->len; i++)
    if (g_str_equal (codes->pdata[i], code))
      return;
  g_ptr_array_add (codes, g_strdup (code));
}

static void
note_item (TwfOriginRow *row, const TwfAccountItem *item, GPtrArray *codes)
{
  for (guint i = 0; i < item->deeds->len; i++)
    {
      const TwfDeed *deed = item->deeds->pdata[i];

      row->is_moved |= deed->kind == TWF_DEED_MOVED;
      row->is_edited |= deed->kind != TWF_DEED_KEPT && deed->kind < TWF_DEED_ADDED;
      row->is_edited |= deed->kind == TWF_DEED_FIELD;
      for (guint j = 0; j < deed->doers->len; j++)
        {
          const TwfDoer *doer = deed->doers->pdata[j];

          for (guint o = 0; doer->owners[o] != NULL; o++)
            add_contributor (codes, doer->owners[o]);
          if (doer->owners[0] == NULL && doer->is_facilitator)
            add_contributor (codes, "");
        }
    }
}

/* Whether most of @gone stands in what @now has and did not have. */
static gboolean
took_in (const char *gone, const char *was, const char *now, const char *language)
{
  g_autoptr (GPtrArray) runs = twf_difference_of_texts (was, now, language);
  g_autoptr (GString) came = g_string_new (NULL);
  g_autoptr (GPtrArray) shared = NULL;
  guint n = twf_text_count_words (gone, language);
  guint n_shared = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];

      if (run->kind == TWF_RUN_INSERTED && run->move == 0)
        g_string_append_printf (came, "%s ", run->text);
    }
  if (n < LEAST_MERGED || twf_text_count_words (came->str, language) * 2 < n)
    return FALSE;
  shared = twf_difference_of_texts (gone, came->str, language);
  for (guint i = 0; i < shared->len; i++)
    {
      const TwfRun *run = shared->pdata[i];

      if (run->kind == TWF_RUN_EQUAL || (run->kind == TWF_RUN_INSERTED && run->move != 0))
        n_shared += twf_text_count_words (run->text, language);
    }
  return n_shared * 2 > n;
}

static gboolean
is_merged_into (const TwfRow *gone, const TwfRow *row)
{
  for (guint i = 0; i < gone->texts->len; i++)
    {
      const TwfRowText *left = gone->texts->pdata[i];

      for (guint j = 0; left->versions[0] != NULL && j < row->texts->len; j++)
        {
          const TwfRowText *text = row->texts->pdata[j];

          if (text->part == left->part && g_str_equal (text->language, left->language)
              && text->versions[1] != NULL && text->versions[1] != text->versions[0]
              && took_in (left->versions[0], text->versions[0], text->versions[1], text->language))
            return TRUE;
        }
    }
  return FALSE;
}

static GStrv
list_merged (GPtrArray *rows, const TwfRow *row)
{
  g_autoptr (GStrvBuilder) from = g_strv_builder_new ();

  for (guint i = 0; row->numbers[1] != NULL && i < rows->len; i++)
    {
      const TwfRow *gone = rows->pdata[i];

      if (gone->kind == TWF_ROW_PROVISION && gone->numbers[1] == NULL && is_merged_into (gone, row))
        g_strv_builder_add (from, *gone->numbers[0] != '\0' ? gone->numbers[0] : gone->id);
    }
  return g_strv_builder_end (from);
}

static TwfOriginRow *
row_new (GPtrArray *rows, const TwfRow *row, GPtrArray *items)
{
  TwfOriginRow *self = g_new0 (TwfOriginRow, 1);
  const TwfRowText *text = find_text (row, row->numbers[1] != NULL ? 1 : 0);
  GPtrArray *codes = g_ptr_array_new ();

  self->id = g_strdup (row->id);
  self->section = row->section;
  self->depth = row->depth;
  self->numbers[0] = g_strdup (row->numbers[0]);
  self->numbers[1] = g_strdup (row->numbers[1]);
  self->words
      = text != NULL ? dup_beginning (text->versions[row->numbers[1] != NULL]) : g_strdup ("");
  self->language = text != NULL ? g_strdup (text->language) : NULL;
  for (guint i = 0; items != NULL && i < items->len; i++)
    note_item (self, items->pdata[i], codes);
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  self->contributors = (GStrv)g_ptr_array_free (codes, FALSE);
  self->merged_from = self->is_edited ? list_merged (rows, row) : g_new0 (char *, 1);
  return self;
}

/**
 * twf_account_list_origins:
 * @self: an account with its items
 * @comparison: the two revisions compared
 *
 * The table of origins: for every provision its number now and before, who contributed to what
 * changed in it, and what was done.
 *
 * Returns: (transfer full) (element-type TwfOriginRow): in the order of the plan
 */
GPtrArray *
twf_account_list_origins (const TwfAccount *self, TwfComparison *comparison)
{
  GPtrArray *rows = twf_comparison_get_rows (comparison);
  GPtrArray *origins = g_ptr_array_new_with_free_func ((GDestroyNotify)free_row);
  g_autoptr (GHashTable) by_id
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < self->items->len; i++)
    {
      TwfAccountItem *item = self->items->pdata[i];
      GPtrArray *items = item->id != NULL ? g_hash_table_lookup (by_id, item->id) : NULL;

      if (item->id == NULL)
        continue;
      if (items == NULL)
        {
          items = g_ptr_array_new ();
          g_hash_table_insert (by_id, item->id, items);
        }
      g_ptr_array_add (items, item);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const TwfRow *row = rows->pdata[i];

      if (row->kind == TWF_ROW_PROVISION)
        g_ptr_array_add (origins, row_new (rows, row, g_hash_table_lookup (by_id, row->id)));
    }
  return origins;
}
