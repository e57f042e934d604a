/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-account-rows.h"

#include "twf-bidi.h"
#include "twf-byline.h"
#include "twf-interface.h"
#include "twf-row-maker.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* A row that is being made. */
typedef struct
{
  TwfWorkbench *workbench;
  const TwfAccountItem *item;
  TwfRowMaker maker;
} Row;

/**
 * twf_account_item_is_owned:
 * @item: what was done at one place
 *
 * Returns: whether somebody answers for all of it
 */
gboolean
twf_account_item_is_owned (const TwfAccountItem *item)
{
  for (guint i = 0; i < item->deeds->len; i++)
    if (twf_deed_counts (item->deeds->pdata[i]) && !twf_deed_is_owned (item->deeds->pdata[i]))
      return FALSE;
  return TRUE;
}

/* "Actions · 1 bis. · Means, French" */
static char *
dup_place (const Row *row)
{
  const TwfAccountItem *item = row->item;
  g_autofree char *interface = twf_interface_dup_language ();
  const char *number = item->numbers[1] != NULL ? item->numbers[1] : item->numbers[0];
  GString *place = g_string_new (NULL);
  g_autofree char *name = NULL;

  if (item->id != NULL)
    g_string_append (place, twf_section_get_title (item->section, interface));
  else if (item->delegation != NULL)
    name = twf_words_dup_delegation (row->workbench, item->delegation);
  else
    g_string_append (place, _ ("The plan itself"));
  if (name != NULL)
    g_string_append (place, name);
  if (number != NULL && *number != '\0')
    {
      g_autofree char *isolated = twf_text_isolate (number);

      g_string_append_printf (place, " · %s", isolated);
    }
  if (item->language != NULL)
    {
      g_autofree char *text = twf_words_dup_text_name (item->part, item->language);

      g_string_append_printf (place, " · %s", text);
    }
  if (item->field != NULL)
    g_string_append_printf (place, " · %s", twf_words_get_field (item->field));
  return g_string_free (place, FALSE);
}

static void
append_run (GPtrArray *runs, TwfRunKind kind, const char *text, guint move)
{
  TwfRun *run = g_new0 (TwfRun, 1);

  run->kind = kind;
  run->text = g_strdup (text);
  run->move = move;
  g_ptr_array_add (runs, run);
}

static void
append_deed (GPtrArray *runs, const TwfDeed *deed)
{
  gboolean came = deed->kind == TWF_DEED_INSERTED || deed->kind == TWF_DEED_MOVED_HERE;

  append_run (runs,
              deed->kind == TWF_DEED_KEPT ? TWF_RUN_EQUAL
              : came                      ? TWF_RUN_INSERTED
                                          : TWF_RUN_DELETED,
              deed->text,
              deed->kind == TWF_DEED_MOVED_AWAY || deed->kind == TWF_DEED_MOVED_HERE);
}

static void
append_words (Row *row)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);

  for (guint i = 0; i < row->item->deeds->len; i++)
    append_deed (runs, row->item->deeds->pdata[i]);
  twf_row_maker_append_runs (&row->maker, runs, row->item->language);
}

static void
append_whole (Row *row, const TwfDeed *deed)
{
  g_autoptr (GPtrArray) runs = NULL;

  switch (deed->kind)
    {
    case TWF_DEED_FIELD:
      runs = twf_words_list_value_runs (row->workbench, row->item->field, deed->was, deed->text);
      twf_row_maker_append_runs (&row->maker, runs, NULL);
      break;
    case TWF_DEED_ADDED:
      twf_row_maker_append_line (&row->maker, _ ("Added"), "body");
      break;
    case TWF_DEED_REMOVED:
      twf_row_maker_append_line (&row->maker, _ ("Removed"), "body");
      break;
    default:
      twf_row_maker_append_line (&row->maker, _ ("Moved"), "body");
    }
}

static char *
dup_doer (const Row *row, const TwfDoer *doer)
{
  g_autofree char *when = twf_byline_dup_moment (doer->when);
  g_autofree char *owners
      = doer->owners[0] != NULL
            ? twf_words_dup_delegations (row->workbench, (const char *const *)doer->owners)
            : g_strdup (doer->is_facilitator ? _ ("Facilitator") : doer->author);
  g_autofree char *who = twf_text_isolate (owners);
  g_autofree char *mandate = twf_words_dup_mandate (doer->mandate);

  return g_strdup_printf ("%s · %s · %s", who, mandate, when);
}

/* "−old +new": said where the words of one place are of several. */
static char *
dup_words (const TwfDeed *deed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (deed->text != NULL ? deed->text : ""));
  g_autofree char *isolated = twf_text_isolate (stripped);

  if (deed->kind > TWF_DEED_MOVED_HERE || *stripped == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%s%s: ", deed->kind == TWF_DEED_DELETED ? "−" : "+", isolated);
}

static gboolean
has_one_doer (const TwfAccountItem *item)
{
  const TwfDeed *first = NULL;

  for (guint i = 0; i < item->deeds->len; i++)
    {
      const TwfDeed *deed = item->deeds->pdata[i];

      if (deed->kind == TWF_DEED_KEPT)
        continue;
      if (deed->doers->len != 1
          || (first != NULL && first->doers->pdata[0] != deed->doers->pdata[0]))
        return FALSE;
      first = deed;
    }
  return first != NULL;
}

static void
append_doers (Row *row, const TwfDeed *deed, gboolean with_words)
{
  g_autofree char *words = with_words ? dup_words (deed) : g_strdup ("");

  for (guint i = 0; i < deed->doers->len; i++)
    {
      g_autofree char *doer = dup_doer (row, deed->doers->pdata[i]);
      g_autofree char *line = g_strconcat (words, doer, NULL);

      twf_row_maker_append_line (&row->maker, line, "caption");
    }
  if (!twf_deed_is_owned (deed))
    twf_row_maker_append_line (&row->maker, _ ("Nobody answers for this"), "error");
}

static void
append_answers (Row *row)
{
  gboolean one = has_one_doer (row->item);

  for (guint i = 0; i < row->item->deeds->len; i++)
    {
      const TwfDeed *deed = row->item->deeds->pdata[i];

      if (!twf_deed_counts (deed))
        continue;
      append_doers (row, deed, !one);
      if (one)
        break;
    }
}

/**
 * twf_account_row_new:
 * @workbench: the open plan
 * @item: what was done at one place
 *
 * Returns: (transfer floating): the place, the words with their changes, and who answers for them
 */
GtkWidget *
twf_account_row_new (TwfWorkbench *workbench, const TwfAccountItem *item)
{
  Row row = { workbench, item, { 0 } };
  g_autofree char *place = dup_place (&row);

  twf_row_maker_init (&row.maker);
  twf_row_maker_append_line (&row.maker, place, "caption-heading");
  if (item->language != NULL)
    append_words (&row);
  else if (item->deeds->len > 0)
    append_whole (&row, item->deeds->pdata[0]);
  append_answers (&row);
  return twf_row_maker_end (&row.maker);
}
