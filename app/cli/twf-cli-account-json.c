/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-account.h"
#include "twf-cli-issued.h"

static JsonObject *
end_to_json (const TwfAccountEnd *end)
{
  JsonObject *object = json_object_new ();
  g_autofree char *when = twf_cli_dup_iso_moment (end->when, end->offset_minutes);

  twf_cli_set_json_nullable (object, "symbol", end->symbol);
  json_object_set_string_member (object, "revision", end->revision);
  json_object_set_string_member (object, "tree", end->tree);
  twf_cli_set_json_nullable (object, "tag", end->tag);
  twf_cli_set_json_nullable (object, "when", when);
  return object;
}

static JsonObject *
counts_to_json (const TwfAccountCounts *counts)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "inserted-words", counts->inserted);
  json_object_set_int_member (object, "deleted-words", counts->deleted);
  json_object_set_int_member (object, "moved-words", counts->moved);
  json_object_set_int_member (object, "added", counts->added);
  json_object_set_int_member (object, "removed", counts->removed);
  json_object_set_int_member (object, "moved", counts->rearranged);
  json_object_set_int_member (object, "fields", counts->fields);
  return object;
}

static JsonObject *
doer_to_json (const TwfDoer *doer)
{
  JsonObject *object = json_object_new ();
  g_autofree char *when = twf_cli_dup_iso_moment (doer->when, 0);

  json_object_set_string_member (object, "revision", doer->revision);
  json_object_set_string_member (object, "author", doer->author);
  twf_cli_set_json_nullable (object, "when", when);
  twf_cli_set_json_strings (object, "owners", (const char *const *)doer->owners);
  json_object_set_boolean_member (object, "facilitator", doer->is_facilitator);
  twf_cli_set_json_nullable (object, "mandate", doer->mandate);
  twf_cli_set_json_nullable (object, "proposal", doer->proposal);
  json_object_set_boolean_member (object, "accounted", doer->is_owned);
  return object;
}

static JsonObject *
deed_to_json (const TwfDeed *deed)
{
  JsonObject *object = json_object_new ();
  JsonArray *by = json_array_new ();

  json_object_set_string_member (object, "kind", twf_deed_kind_get_name (deed->kind));
  if (deed->kind == TWF_DEED_FIELD)
    twf_cli_set_json_nullable (object, "old", deed->was);
  if (deed->kind == TWF_DEED_FIELD)
    twf_cli_set_json_nullable (object, "new", deed->text);
  else if (deed->text != NULL)
    {
      json_object_set_string_member (object, "text", deed->text);
      json_object_set_int_member (object, "words", deed->n_words);
    }
  if (deed->kind != TWF_DEED_KEPT)
    json_object_set_boolean_member (object, "accounted", twf_deed_is_owned (deed));
  for (guint i = 0; i < deed->doers->len; i++)
    json_array_add_object_element (by, doer_to_json (deed->doers->pdata[i]));
  json_object_set_array_member (object, "by", by);
  return object;
}

static JsonArray *
numbers_to_json (char *const *numbers)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < 2; i++)
    if (numbers[i] != NULL)
      json_array_add_string_element (array, numbers[i]);
    else
      json_array_add_null_element (array);
  return array;
}

static JsonObject *
item_to_json (const TwfAccountItem *item)
{
  JsonObject *object = json_object_new ();
  JsonArray *deeds = json_array_new ();

  twf_cli_set_json_nullable (object, "id", item->id);
  if (item->id != NULL)
    {
      json_object_set_string_member (object, "section", twf_section_get_name (item->section));
      json_object_set_array_member (object, "numbers", numbers_to_json (item->numbers));
    }
  if (item->delegation != NULL)
    json_object_set_string_member (object, "delegation", item->delegation);
  if (item->language != NULL)
    {
      json_object_set_string_member (object, "part", twf_part_get_name (item->part));
      json_object_set_string_member (object, "language", item->language);
    }
  if (item->field != NULL)
    json_object_set_string_member (object, "field", item->field);
  for (guint i = 0; i < item->deeds->len; i++)
    json_array_add_object_element (deeds, deed_to_json (item->deeds->pdata[i]));
  json_object_set_array_member (object, "deeds", deeds);
  return object;
}

static JsonArray *
done_to_json (const TwfOriginRow *row)
{
  JsonArray *done = json_array_new ();

  if (row->numbers[1] == NULL)
    json_array_add_string_element (done, "deleted");
  else if (row->numbers[0] == NULL)
    json_array_add_string_element (done, "new");
  else if (!row->is_moved && !row->is_edited)
    json_array_add_string_element (done, "kept");
  if (row->numbers[0] != NULL && row->numbers[1] != NULL)
    {
      if (row->is_moved)
        json_array_add_string_element (done, "moved");
      if (row->is_edited)
        json_array_add_string_element (done, "edited");
    }
  if (row->merged_from[0] != NULL)
    json_array_add_string_element (done, "merged");
  return done;
}

static JsonObject *
origin_to_json (const TwfOriginRow *row)
{
  JsonObject *object = json_object_new ();
  JsonArray *contributors = json_array_new ();

  json_object_set_string_member (object, "id", row->id);
  json_object_set_string_member (object, "section", twf_section_get_name (row->section));
  twf_cli_set_json_nullable (object, "number", row->numbers[1]);
  twf_cli_set_json_nullable (object, "former", row->numbers[0]);
  for (guint i = 0; row->contributors[i] != NULL; i++)
    json_array_add_string_element (
        contributors, *row->contributors[i] != '\0' ? row->contributors[i] : "facilitator");
  json_object_set_array_member (object, "contributors", contributors);
  json_object_set_array_member (object, "done", done_to_json (row));
  twf_cli_set_json_strings (object, "merged-from", (const char *const *)row->merged_from);
  json_object_set_string_member (object, "begins", row->words);
  return object;
}

/**
 * twf_cli_account_to_json:
 * @account: an account
 *
 * Returns: (transfer full): {"former", "latter", "counts", "unaccounted", "sha256", "changes",
 *   "origins"}; the manual describes each
 */
JsonObject *
twf_cli_account_to_json (const TwfAccount *account)
{
  JsonObject *object = json_object_new ();
  JsonArray *changes = json_array_new ();
  JsonArray *origins = json_array_new ();

  json_object_set_object_member (object, "former", end_to_json (&account->ends[0]));
  json_object_set_object_member (object, "latter", end_to_json (&account->ends[1]));
  json_object_set_object_member (object, "counts", counts_to_json (&account->counts));
  json_object_set_int_member (object, "unaccounted", account->counts.unaccounted);
  json_object_set_string_member (object, "sha256", account->digest);
  for (guint i = 0; i < account->items->len; i++)
    json_array_add_object_element (changes, item_to_json (account->items->pdata[i]));
  for (guint i = 0; i < account->origins->len; i++)
    json_array_add_object_element (origins, origin_to_json (account->origins->pdata[i]));
  json_object_set_array_member (object, "changes", changes);
  json_object_set_array_member (object, "origins", origins);
  return object;
}
