/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-history.h"

#include "twf-date.h"
#include "twf-delegation.h"

#include <glib/gi18n-lib.h>

/* As which the facilitator is named, who has no code. */
#define FACILITATOR "facilitator"
/* So many revisions are read at once. */
#define BATCH 200

/**
 * twf_cli_filter_is_empty:
 * @self: what is asked for
 *
 * Returns: whether every revision is
 */
gboolean
twf_cli_filter_is_empty (const TwfCliFilter *self)
{
  return self->delegation == NULL && self->section == NULL && self->since == NULL
         && self->until == NULL && self->search == NULL;
}

static gboolean
read_day (TwfCli *cli, const char *text, GDate *day, const GDate **date)
{
  *date = NULL;
  if (text == NULL)
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL) || !twf_date_parse (text, NULL, day))
    {
      twf_cli_refuse (
          cli, _ ("“%s” is not a date. Give it as 2010-07-30, or as 30 July 2010."), text);
      return FALSE;
    }
  *date = day;
  return TRUE;
}

static gboolean
read_days (TwfCli *cli, const TwfCliFilter *self, TwfHistoryFilter *filter)
{
  GDate first, last;
  const GDate *since, *until;

  if (!read_day (cli, self->since, &first, &since) || !read_day (cli, self->until, &last, &until))
    return FALSE;
  if (since != NULL && until != NULL && g_date_compare (since, until) > 0)
    {
      twf_cli_refuse (cli, _ ("--since is later than --until. Give the earlier day first."));
      return FALSE;
    }
  twf_history_filter_set_days (filter, since, until);
  return TRUE;
}

static gboolean
read_delegation (TwfCli *cli, const TwfCliFilter *self, TwfHistoryFilter *filter)
{
  if (g_strcmp0 (self->delegation, FACILITATOR) == 0)
    filter->delegation = g_strdup (TWF_BY_FACILITATOR);
  else if (self->delegation == NULL || twf_delegation_code_is_valid (self->delegation))
    filter->delegation = g_strdup (self->delegation);
  else
    {
      twf_cli_refuse (cli,
                      _ ("“%s” is not a delegation's code. Give one as in EG, or “facilitator”."),
                      self->delegation);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_section (TwfCli *cli, const TwfCliFilter *self, TwfHistoryFilter *filter)
{
  TwfSection section;

  if (self->section == NULL)
    return TRUE;
  if (!twf_section_from_name (self->section, &section))
    {
      twf_cli_refuse (cli, _ ("“%s” is not a section. See: twf help add"), self->section);
      return FALSE;
    }
  filter->section = (int)section;
  return TRUE;
}

static gboolean
read_search (TwfCli *cli, const TwfCliFilter *self, TwfHistoryFilter *filter)
{
  if (self->search != NULL && (*self->search == '\0' || !g_utf8_validate (self->search, -1, NULL)))
    {
      twf_cli_refuse (cli, _ ("--search takes words in UTF-8."));
      return FALSE;
    }
  filter->text = g_strdup (self->search);
  return TRUE;
}

/**
 * twf_cli_filter_read:
 * @cli: this run
 * @self: what is asked for
 *
 * Returns: (transfer full) (nullable): the same as the desk has it; %NULL: it was refused
 */
TwfHistoryFilter *
twf_cli_filter_read (TwfCli *cli, const TwfCliFilter *self)
{
  g_autoptr (TwfHistoryFilter) filter = twf_history_filter_new ();

  return read_days (cli, self, filter) && read_delegation (cli, self, filter)
                 && read_section (cli, self, filter) && read_search (cli, self, filter)
             ? g_steal_pointer (&filter)
             : NULL;
}

static GPtrArray *
find_rows (TwfDesk *desk, const TwfHistoryFilter *filter, guint most, GError **error)
{
  g_autoptr (TwfHistoryWalk) walk = twf_desk_new_history_walk (desk, filter, NULL);
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_history_row_free);

  while (!twf_history_walk_is_complete (walk) && rows->len < most)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) more = NULL;

      twf_desk_walk_history_async (
          desk, walk, most - rows->len, NULL, twf_cli_store_result_cb, &result);
      more = twf_desk_walk_history_finish (desk, twf_cli_await (&result), error);
      if (more == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (rows, g_steal_pointer (&more));
    }
  return g_steal_pointer (&rows);
}

static GPtrArray *
read_batch (TwfDesk *desk, GPtrArray *rows, guint from, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new (); /* char* (borrowed) */
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = from; i < rows->len && i < from + BATCH; i++)
    g_ptr_array_add (ids, ((TwfHistoryRow *)rows->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  twf_desk_read_revisions_async (
      desk, (const char *const *)ids->pdata, NULL, twf_cli_store_result_cb, &result);
  return twf_desk_read_revisions_finish (desk, twf_cli_await (&result), error);
}

/**
 * twf_cli_find_revisions:
 * @cli: this run
 * @desk: an open plan
 * @filter: which revisions
 * @most: how many at most; 0: all
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfRevision): the revisions that @filter lets pass, newest
 *   first
 * Errors: as twf_desk_walk_history_finish()
 */
GPtrArray *
twf_cli_find_revisions (TwfCli *cli,
                        TwfDesk *desk,
                        const TwfHistoryFilter *filter,
                        guint most,
                        GError **error)
{
  g_autoptr (GPtrArray) rows = find_rows (desk, filter, most > 0 ? most : G_MAXUINT, error);
  g_autoptr (GPtrArray) revisions = g_ptr_array_new_with_free_func (g_object_unref);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i += BATCH)
    {
      g_autoptr (GPtrArray) more = read_batch (desk, rows, i, error);

      if (more == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (revisions, g_steal_pointer (&more));
    }
  return g_steal_pointer (&revisions);
}
