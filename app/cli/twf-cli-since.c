/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-since.h"

#include "twf-cli-change.h"
#include "twf-cli-issued.h"

static const char *const groups[] = { "own", "groups", "text", "proposals", "rest" };
static const char *const fates[] = { "open",   "made",      "changed",  "accepted", "rejected",
                                     "parked", "withdrawn", "taken-up", "reopened", "gone" };

G_STATIC_ASSERT (G_N_ELEMENTS (groups) == TWF_SINCE_N_GROUPS);
G_STATIC_ASSERT (G_N_ELEMENTS (fates) == TWF_N_FATES);

static JsonObject *
fate_to_json (const TwfFate *fate)
{
  JsonObject *object = json_object_new ();
  g_auto (GStrv) positions = g_strsplit (fate->positions != NULL ? fate->positions : "", ", ", -1);

  json_object_set_string_member (object, "proposal", fate->proposal);
  twf_cli_set_json_nullable (object, "provision", fate->provision);
  if (fate->group != NULL)
    json_object_set_string_member (object, "group", fate->group);
  json_object_set_string_member (object, "asks", twf_proposal_kind_get_name (fate->asks));
  json_object_set_string_member (object, "fate", fates[fate->kind]);
  twf_cli_set_json_strings (object, "positions", (const char *const *)positions);
  return object;
}

/* The own ones, or those of groups. */
static JsonArray *
fates_to_json (const GPtrArray *list, gboolean of_groups)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < list->len; i++)
    if ((((const TwfFate *)list->pdata[i])->group != NULL) == of_groups)
      json_array_add_object_element (array, fate_to_json (list->pdata[i]));
  return array;
}

static JsonObject *
entry_to_json (TwfSince *since, const TwfSinceEntry *entry, const char *language)
{
  const TwfRow *row = twf_comparison_get_rows (twf_since_get_comparison (since))->pdata[entry->row];
  const char *number = row->numbers[1] != NULL ? row->numbers[1] : row->numbers[0];
  JsonObject *object = json_object_new ();
  JsonArray *changes = json_array_new ();

  json_object_set_string_member (object, "group", groups[entry->group]);
  twf_cli_set_json_nullable (object, "id", row->id);
  if (row->delegation != NULL)
    json_object_set_string_member (object, "delegation", row->delegation);
  twf_cli_set_json_nullable (object, "number", number);
  json_object_set_array_member (object, "own", fates_to_json (entry->fates, FALSE));
  json_object_set_array_member (object, "groups", fates_to_json (entry->fates, TRUE));
  for (guint i = 0; i < row->changes[0]->len; i++)
    if (twf_row_concerns (row->changes[0]->pdata[i], language))
      json_array_add_object_element (changes, twf_cli_change_to_json (row->changes[0]->pdata[i]));
  json_object_set_array_member (object, "changes", changes);
  return object;
}

static JsonObject *
counts_to_json (TwfSince *since, GPtrArray *entries, const char *language)
{
  JsonObject *object = json_object_new ();
  TwfComparisonCounts counts;

  twf_comparison_count (twf_since_get_comparison (since), 0, language, &counts);
  json_object_set_int_member (object, "changes", entries->len);
  json_object_set_int_member (object, "inserted-words", counts.inserted);
  json_object_set_int_member (object, "deleted-words", counts.deleted);
  json_object_set_int_member (object, "added", counts.added);
  json_object_set_int_member (object, "removed", counts.removed);
  json_object_set_int_member (object, "moved", counts.moved);
  json_object_set_int_member (object, "own-proposals", twf_since_get_fates (since)->len);
  for (TwfSinceGroup group = 0; group < TWF_SINCE_N_GROUPS; group++)
    {
      guint n = 0;

      for (guint i = 0; i < entries->len; i++)
        n += ((const TwfSinceEntry *)entries->pdata[i])->group == group;
      json_object_set_int_member (object, groups[group], n);
    }
  return object;
}

/**
 * twf_cli_print_since_json:
 * @cli: a run
 * @since: what changed
 * @language: (nullable): texts of one language; %NULL: of all
 *
 * Prints `{"delegation", "base", "side", "cleared", "note", "counts", "own", "groups", "entries"}`;
 * "own" is what became of each own proposal, also of those of which nothing did, "groups" the same
 * of the groups that the delegation is a member of.
 */
void
twf_cli_print_since_json (TwfCli *cli, TwfSince *since, const char *language)
{
  const TwfSinceHead *head = twf_since_get_head (since);
  g_autoptr (GPtrArray) entries = twf_since_list_entries (since, language);
  g_autofree char *cleared = head->cleared_when != 0
                                 ? twf_cli_dup_iso_moment (head->cleared_when, head->cleared_offset)
                                 : NULL;
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  twf_cli_set_json_nullable (object, "delegation", head->code);
  json_object_set_string_member (object, "base", head->base);
  json_object_set_string_member (object, "side", head->side);
  twf_cli_set_json_nullable (object, "cleared", cleared);
  twf_cli_set_json_nullable (object, "note", head->note);
  json_object_set_object_member (object, "counts", counts_to_json (since, entries, language));
  json_object_set_array_member (object, "own", fates_to_json (twf_since_get_fates (since), FALSE));
  json_object_set_array_member (
      object, "groups", fates_to_json (twf_since_get_group_fates (since), TRUE));
  for (guint i = 0; i < entries->len; i++)
    json_array_add_object_element (array, entry_to_json (since, entries->pdata[i], language));
  json_object_set_array_member (object, "entries", array);
  twf_cli_print_json (cli, object);
}
