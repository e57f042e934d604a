/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-account.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

/* Signs of a revision's id that people are shown. */
#define SHORT_ID 10

static void
append_cell (GString *line, const char *value)
{
  g_autofree char *isolated = NULL;

  if (value == NULL || *value == '\0')
    return;
  isolated = twf_text_isolate (value);
  g_string_append_printf (line, "  %s", isolated);
}

static void
append_deed (GString *line, const TwfDeed *deed)
{
  static const char *const marks[][2] = {
    [TWF_DEED_KEPT] = { "", "" },           [TWF_DEED_DELETED] = { "[-", "-]" },
    [TWF_DEED_INSERTED] = { "{+", "+}" },   [TWF_DEED_MOVED_AWAY] = { "[~", "~]" },
    [TWF_DEED_MOVED_HERE] = { "{~", "~}" },
  };

  if (deed->kind <= TWF_DEED_MOVED_HERE)
    {
      g_autofree char *single = g_strdelimit (g_strdup (deed->text), "\n\r", ' ');
      g_autofree char *isolated = twf_text_isolate (single);

      g_string_append_printf (
          line, "  %s%s%s", marks[deed->kind][0], isolated, marks[deed->kind][1]);
      return;
    }
  if (deed->kind != TWF_DEED_FIELD)
    append_cell (line, twf_deed_kind_get_name (deed->kind));
  if (deed->was != NULL)
    {
      g_autofree char *was = twf_text_isolate (deed->was);

      g_string_append_printf (line, "  [-%s-]", was);
    }
  if (deed->text != NULL)
    {
      g_autofree char *now = twf_text_isolate (deed->text);

      g_string_append_printf (line, "  {+%s+}", now);
    }
}

static void
append_doer (GString *line, const TwfDoer *doer)
{
  g_autofree char *when = twf_cli_dup_moment (doer->when);
  g_autofree char *codes = g_strjoinv (", ", doer->owners);

  g_string_append_printf (line, "  %.*s  %s", SHORT_ID, doer->revision, when);
  append_cell (line,
               *codes != '\0'         ? codes
               : doer->is_facilitator ? _ ("Facilitator")
                                      : doer->author);
  append_cell (line, doer->mandate);
}

static void
print_deed (TwfCli *cli, const TwfAccountItem *item, const TwfDeed *deed)
{
  g_autoptr (GString) line = g_string_new (item->id != NULL           ? item->id
                                           : item->delegation != NULL ? item->delegation
                                                                      : "plan");

  append_cell (line, item->numbers[1] != NULL ? item->numbers[1] : item->numbers[0]);
  if (item->language != NULL && item->part != TWF_PART_BODY)
    append_cell (line, twf_part_get_name (item->part));
  append_cell (line, item->language);
  append_cell (line, item->field);
  append_deed (line, deed);
  for (guint i = 0; i < deed->doers->len; i++)
    append_doer (line, deed->doers->pdata[i]);
  if (!twf_deed_is_owned (deed))
    g_string_append_printf (line, "  %s", _ ("UNACCOUNTED"));
  twf_cli_print (cli, "%s\n", line->str);
}

/**
 * twf_cli_print_account:
 * @cli: a run
 * @desk: a desk
 * @account: an account
 *
 * Prints a line for each deed: the place, what was done, and for each revision that did it its id,
 * date, whose it is and under what mandate; then how many nobody answers for, and the digest.
 */
void
twf_cli_print_account (TwfCli *cli, TwfDesk *desk, const TwfAccount *account)
{
  const TwfAccountCounts *counts = &account->counts;

  for (guint i = 0; i < account->items->len; i++)
    {
      const TwfAccountItem *item = account->items->pdata[i];

      for (guint j = 0; j < item->deeds->len; j++)
        if (twf_deed_counts (item->deeds->pdata[j]))
          print_deed (cli, item, item->deeds->pdata[j]);
    }
  twf_cli_print (cli,
                 _ ("words inserted: %u, deleted: %u, moved: %u; provisions added: %u, removed: "
                    "%u, moved: %u; fields changed: %u"),
                 counts->inserted,
                 counts->deleted,
                 counts->moved,
                 counts->added,
                 counts->removed,
                 counts->rearranged,
                 counts->fields);
  twf_cli_print (cli, "\n");
  twf_cli_print (
      cli,
      g_dngettext (NULL, "%u unaccounted change", "%u unaccounted changes", counts->unaccounted),
      counts->unaccounted);
  twf_cli_print (cli, "\nSHA-256 %s\n", account->digest);
}

static const char *
name_kind (const TwfOriginRow *row)
{
  if (row->numbers[1] == NULL)
    return _ ("deleted");
  if (row->numbers[0] == NULL)
    return row->merged_from[0] != NULL ? _ ("merged") : _ ("new");
  if (row->merged_from[0] != NULL)
    return _ ("merged");
  if (row->is_moved)
    return row->is_edited ? _ ("moved and edited") : _ ("moved");
  return row->is_edited ? _ ("edited") : _ ("kept");
}

/**
 * twf_cli_print_origins:
 * @cli: a run
 * @account: an account
 *
 * Prints a line for each provision: its number now and before, what was done, who contributed, and
 * how it begins.
 */
void
twf_cli_print_origins (TwfCli *cli, const TwfAccount *account)
{
  for (guint i = 0; i < account->origins->len; i++)
    {
      const TwfOriginRow *row = account->origins->pdata[i];
      g_autoptr (GString) line = g_string_new (row->id);
      g_autoptr (GString) who = g_string_new (NULL);
      g_autofree char *merged = g_strjoinv (", ", row->merged_from);

      append_cell (line, row->numbers[1] != NULL ? row->numbers[1] : "-");
      append_cell (line, row->numbers[0] != NULL ? row->numbers[0] : "-");
      append_cell (line, name_kind (row));
      append_cell (line, merged);
      for (guint c = 0; row->contributors[c] != NULL; c++)
        g_string_append_printf (who,
                                "%s%s",
                                who->len > 0 ? ", " : "",
                                *row->contributors[c] != '\0' ? row->contributors[c]
                                                              : _ ("Facilitator"));
      append_cell (line, who->len > 0 ? who->str : "-");
      append_cell (line, row->words);
      twf_cli_print (cli, "%s\n", line->str);
    }
}
