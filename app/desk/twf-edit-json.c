/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-edit-json.h"

#include "twf-error.h"
#include "twf-format.h"
#include "twf-json.h"

/* By kind, in the order of TwfEditKind. */
static const char *const operations[]
    = { "text",       "values",          "add",      "remove",        "place",
        "delegation", "drop-delegation", "proposal", "drop-proposal", "remark",
        "drop-remark" };

static void
set_nullable (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, member, value);
  else
    json_object_set_null_member (object, member);
}

static void
write_provision (JsonObject *object, TwfProvision *provision)
{
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autoptr (JsonObject) members = json_object_new ();
  GHashTableIter iter;
  gpointer path, bytes;

  twf_format_write_provision (provision, files);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    {
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);
      g_autofree char *content = g_strndup (data != NULL ? data : "", size);

      json_object_set_string_member (members, path, content);
    }
  json_object_set_object_member (object, "files", g_steal_pointer (&members));
}

static void
write_delegation (JsonObject *object, TwfDelegation *delegation)
{
  g_auto (GStrv) names = twf_delegation_list_fields (delegation);
  g_autoptr (JsonObject) fields = json_object_new ();

  for (gsize i = 0; names[i] != NULL; i++)
    twf_json_set_strings (fields, names[i], twf_delegation_get_values (delegation, names[i]));
  json_object_set_string_member (object, "code", twf_delegation_get_code (delegation));
  json_object_set_object_member (object, "fields", g_steal_pointer (&fields));
}

static void
write_proposal (JsonObject *object, TwfProposal *proposal)
{
  g_auto (GStrv) names = twf_proposal_list_fields (proposal);
  g_auto (GStrv) languages = twf_proposal_list_languages (proposal);
  g_autoptr (JsonObject) fields = json_object_new ();
  g_autoptr (JsonObject) texts = json_object_new ();

  for (gsize i = 0; names[i] != NULL; i++)
    twf_json_set_strings (fields, names[i], twf_proposal_get_values (proposal, names[i]));
  for (gsize i = 0; languages[i] != NULL; i++)
    json_object_set_string_member (
        texts, languages[i], twf_proposal_get_text (proposal, languages[i]));
  json_object_set_object_member (object, "fields", g_steal_pointer (&fields));
  json_object_set_object_member (object, "texts", g_steal_pointer (&texts));
}

static void
write_remark (JsonObject *object, TwfRemark *remark)
{
  set_nullable (object, "author", twf_remark_get_author (remark));
  json_object_set_int_member (object, "when", twf_remark_get_when (remark));
  json_object_set_string_member (
      object, "kind", twf_remark_kind_get_name (twf_remark_get_kind (remark)));
  set_nullable (object, "language", twf_remark_get_language (remark));
  json_object_set_string_member (object, "text", twf_remark_get_text (remark));
}

/**
 * twf_edit_to_json:
 * @edit: an edit
 *
 * A provision that is added is written as the files it is stored in, so that the journal has no
 * second notion of what a provision consists of.
 *
 * Returns: (transfer full): the edit as a JSON object
 */
JsonObject *
twf_edit_to_json (const TwfEdit *edit)
{
  JsonObject *object = json_object_new ();
  TwfEditKind kind = twf_edit_get_kind (edit);

  json_object_set_string_member (object, "op", operations[kind]);
  if (twf_edit_get_restoring (edit))
    json_object_set_boolean_member (object, "back", TRUE);
  if (kind != TWF_EDIT_SET_DELEGATION && kind != TWF_EDIT_ADD)
    set_nullable (object, "id", twf_edit_get_id (edit));
  switch (kind)
    {
    case TWF_EDIT_SET_TEXT:
      json_object_set_string_member (object, "part", twf_part_get_name (twf_edit_get_part (edit)));
      set_nullable (object, "language", twf_edit_get_language (edit));
      set_nullable (object, "text", twf_edit_get_text (edit));
      break;
    case TWF_EDIT_SET_VALUES:
      set_nullable (object, "field", twf_edit_get_field (edit));
      twf_json_set_strings (object, "values", twf_edit_get_values (edit));
      break;
    case TWF_EDIT_ADD:
      json_object_set_string_member (
          object, "id", twf_provision_get_id (twf_edit_get_provision (edit)));
      write_provision (object, twf_edit_get_provision (edit));
      break;
    case TWF_EDIT_PLACE:
      json_object_set_string_member (
          object, "section", twf_section_get_name (twf_edit_get_section (edit)));
      set_nullable (object, "parent", twf_edit_get_parent (edit));
      set_nullable (object, "rank", twf_edit_get_rank (edit));
      break;
    case TWF_EDIT_SET_DELEGATION:
      write_delegation (object, twf_edit_get_delegation (edit));
      break;
    case TWF_EDIT_SET_PROPOSAL:
      write_proposal (object, twf_edit_get_proposal (edit));
      break;
    case TWF_EDIT_SET_REMARK:
      write_remark (object, twf_edit_get_remark (edit));
      break;
    case TWF_EDIT_REMOVE:
    case TWF_EDIT_DROP_DELEGATION:
    case TWF_EDIT_DROP_PROPOSAL:
    case TWF_EDIT_DROP_REMARK:
    default:
      break;
    }
  if (twf_edit_get_item (edit) != NULL)
    json_object_set_string_member (object, "item", twf_edit_get_item (edit));
  return object;
}

static TwfEdit *
refuse (GError **error, const char *reason)
{
  g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "edit: %s", reason);
  return NULL;
}

static TwfEdit *
read_text (JsonObject *object, const char *id, GError **error)
{
  TwfPart part;
  const char *name = twf_json_get_string (object, "part");
  const char *language = twf_json_get_string (object, "language");

  if (name == NULL || !twf_part_from_name (name, &part) || language == NULL)
    return refuse (error, "no part or language");
  return twf_edit_new_text (id, part, language, twf_json_get_string (object, "text"));
}

static TwfEdit *
read_values (JsonObject *object, const char *id, GError **error)
{
  g_auto (GStrv) values = twf_json_dup_strings (object, "values");
  const char *field = twf_json_get_string (object, "field");

  if (field == NULL)
    return refuse (error, "no field");
  return twf_edit_new_values (id, field, (const char *const *)values);
}

static TwfEdit *
read_add (JsonObject *object, const char *id, GError **error)
{
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autoptr (TwfProvision) provision = NULL;
  JsonObject *members = twf_json_get_object (object, "files");
  g_autoptr (GList) paths = NULL;

  if (members == NULL || id == NULL)
    return refuse (error, "no files");
  paths = json_object_get_members (members);
  for (GList *l = paths; l != NULL; l = l->next)
    {
      const char *content = twf_json_get_string (members, l->data);

      if (content == NULL)
        return refuse (error, "a file that is no text");
      g_hash_table_insert (files, g_strdup (l->data), g_bytes_new (content, strlen (content)));
    }
  provision = twf_format_read_provision (id, files, error);
  return provision != NULL ? twf_edit_new_add (provision) : NULL;
}

static TwfEdit *
read_place (JsonObject *object, const char *id, GError **error)
{
  TwfSection section;
  const char *name = twf_json_get_string (object, "section");

  if (id == NULL || name == NULL || !twf_section_from_name (name, &section))
    return refuse (error, "no section");
  return twf_edit_new_place (
      id, section, twf_json_get_string (object, "parent"), twf_json_get_string (object, "rank"));
}

static TwfEdit *
read_delegation (JsonObject *object, GError **error)
{
  g_autoptr (TwfDelegation) delegation = NULL;
  g_autoptr (GList) names = NULL;
  const char *code = twf_json_get_string (object, "code");
  JsonObject *fields = twf_json_get_object (object, "fields");

  if (code == NULL || !twf_delegation_code_is_valid (code) || fields == NULL)
    return refuse (error, "no delegation");
  delegation = twf_delegation_new (code);
  names = json_object_get_members (fields);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_auto (GStrv) values = twf_json_dup_strings (fields, l->data);

      twf_delegation_set_values (delegation, l->data, (const char *const *)values);
    }
  return twf_edit_new_delegation (delegation);
}

static TwfEdit *
read_proposal (JsonObject *object, const char *id, const char *item, GError **error)
{
  g_autoptr (TwfProposal) proposal = NULL;
  g_autoptr (GList) names = NULL;
  g_autoptr (GList) languages = NULL;
  JsonObject *fields = twf_json_get_object (object, "fields");
  JsonObject *texts = twf_json_get_object (object, "texts");

  if (item == NULL || fields == NULL || texts == NULL)
    return refuse (error, "no proposal");
  proposal = twf_proposal_new (item);
  names = json_object_get_members (fields);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_auto (GStrv) values = twf_json_dup_strings (fields, l->data);

      if (!twf_proposal_set_values (proposal, l->data, (const char *const *)values))
        return refuse (error, "a proposal that cannot be");
    }
  languages = json_object_get_members (texts);
  for (GList *l = languages; l != NULL; l = l->next)
    twf_proposal_set_text (proposal, l->data, twf_json_get_string (texts, l->data));
  return twf_edit_new_proposal (id, proposal);
}

static TwfEdit *
read_remark (JsonObject *object, const char *id, const char *item, GError **error)
{
  const char *text = twf_json_get_string (object, "text");
  const char *named = twf_json_get_string (object, "kind");
  TwfRemarkKind kind = TWF_REMARK_COMMENT;
  g_autoptr (TwfRemark) remark = NULL;

  if (id == NULL || item == NULL || text == NULL
      || (named != NULL && !twf_remark_kind_from_name (named, &kind)))
    return refuse (error, "no remark");
  remark = twf_remark_new_statement (item,
                                     kind,
                                     twf_json_get_string (object, "author"),
                                     json_object_get_int_member_with_default (object, "when", 0),
                                     twf_json_get_string (object, "language"),
                                     text);
  return twf_edit_new_remark (id, remark);
}

static TwfEdit *
read_discussion (JsonObject *object, const char *operation, const char *id, GError **error)
{
  const char *item = twf_json_get_string (object, "item");

  if (g_strcmp0 (operation, "proposal") == 0)
    return read_proposal (object, id, item, error);
  if (g_strcmp0 (operation, "remark") == 0)
    return read_remark (object, id, item, error);
  if (g_strcmp0 (operation, "drop-proposal") == 0 && item != NULL)
    return twf_edit_new_drop_proposal (id, item);
  if (g_strcmp0 (operation, "drop-remark") == 0 && id != NULL && item != NULL)
    return twf_edit_new_drop_remark (id, item);
  return refuse (error, "unknown operation");
}

static TwfEdit *
read_edit (JsonObject *object, GError **error)
{
  const char *operation = twf_json_get_string (object, "op");
  const char *id = twf_json_get_string (object, "id");

  if (g_strcmp0 (operation, "text") == 0)
    return read_text (object, id, error);
  if (g_strcmp0 (operation, "values") == 0)
    return read_values (object, id, error);
  if (g_strcmp0 (operation, "add") == 0)
    return read_add (object, id, error);
  if (g_strcmp0 (operation, "remove") == 0 && id != NULL)
    return twf_edit_new_remove (id);
  if (g_strcmp0 (operation, "place") == 0)
    return read_place (object, id, error);
  if (g_strcmp0 (operation, "delegation") == 0)
    return read_delegation (object, error);
  if (g_strcmp0 (operation, "drop-delegation") == 0 && id != NULL)
    return twf_edit_new_drop_delegation (id);
  return read_discussion (object, operation, id, error);
}

/**
 * twf_edit_from_json:
 * @object: what twf_edit_to_json() made
 * @error: return location
 *
 * Returns: (transfer full): the edit
 * Errors: TWF_ERROR_INVALID if @object is not an edit
 */
TwfEdit *
twf_edit_from_json (JsonObject *object, GError **error)
{
  TwfEdit *edit = read_edit (object, error);

  if (edit != NULL && json_object_get_boolean_member_with_default (object, "back", FALSE))
    twf_edit_set_restoring (edit);
  return edit;
}
