/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-apply.h"

#include "twf-error.h"
#include "twf-id.h"
#include "twf-json.h"
#include "twf-undo.h"

/* One text on its way into a plan. */
typedef struct
{
  TwfPlan *plan;
  const char *owner;   /* nullable: code of the delegation whose ranks these are */
  GHashTable *names;   /* char* "@name" -> char* id (both owned) */
  GPtrArray *deferred; /* TwfEdit* (owned): links to what is added further down */
  GStrvBuilder *ids;
} Application;

typedef gboolean (*OperationFunc) (Application *self, JsonObject *object, GError **error);

static gboolean
refuse (GError **error, const char *reason, const char *what)
{
  g_set_error (
      error, TWF_ERROR, TWF_ERROR_INVALID, "%s: %s", reason, what != NULL ? what : "(none)");
  return FALSE;
}

static gboolean
do_edit (Application *self, TwfEdit *edit, GError **error)
{
  g_autoptr (TwfEdit) owned = edit;

  return twf_plan_apply (self->plan, owned, NULL, error);
}

/* An id, or what a name of the text's own stands for; NULL with @error set. */
static const char *
resolve (Application *self, const char *id, GError **error)
{
  const char *named;

  if (id == NULL)
    refuse (error, "no id", NULL);
  else if (*id == '@' && (named = g_hash_table_lookup (self->names, id)) != NULL)
    return named;
  else if (*id == '@')
    refuse (error, "no edit of that name", id);
  else
    return id;
  return NULL;
}

/* Reads an optional member that holds an id; TRUE with *@id NULL where there is none. */
static gboolean
get_id (Application *self, JsonObject *object, const char *member, const char **id, GError **error)
{
  *id = NULL;
  if (!json_object_has_member (object, member) || json_object_get_null_member (object, member))
    return TRUE;
  *id = twf_json_get_string (object, member);
  if (*id == NULL)
    return refuse (error, "not a text", member);
  if (**id != '\0')
    *id = resolve (self, *id, error);
  return *id != NULL;
}

/* "means.ar" -> part and language; "ar" -> the body in that language. */
static gboolean
parse_text_name (const char *name, TwfPart *part, const char **language, GError **error)
{
  const char *dot = strchr (name, '.');
  g_autofree char *part_name = dot != NULL ? g_strndup (name, (gsize)(dot - name)) : NULL;

  *part = TWF_PART_BODY;
  *language = dot != NULL ? dot + 1 : name;
  return dot == NULL || twf_part_from_name (part_name, part)
         || refuse (error, "unknown part", part_name);
}

static gboolean
set_texts (Application *self,
           const char *id,
           JsonObject *object,
           const char *member,
           GError **error)
{
  JsonObject *texts = twf_json_get_object (object, member);
  g_autoptr (GList) names = texts != NULL ? json_object_get_members (texts) : NULL;

  if (texts == NULL)
    return !json_object_has_member (object, member) || refuse (error, "not an object", member);
  for (GList *l = names; l != NULL; l = l->next)
    {
      TwfPart part;
      const char *language;
      const char *text = twf_json_get_string (texts, l->data);

      if (text == NULL && !json_object_get_null_member (texts, l->data))
        return refuse (error, "not a text", l->data);
      if (!parse_text_name (l->data, &part, &language, error)
          || !do_edit (self, twf_edit_new_text (id, part, language, text), error))
        return FALSE;
    }
  return TRUE;
}

static char *
resolve_value (Application *self, const char *value, gboolean *waits, GError **error)
{
  const char *named = *value == '@' ? resolve (self, value, error) : value;

  if (*value == '@' && named != NULL && twf_plan_get_provision (self->plan, named) == NULL)
    *waits = TRUE;
  return g_strdup (named);
}

/* Links to what is added further down wait until everything is there. */
static gboolean
set_field (Application *self,
           const char *id,
           const char *field,
           const char *const *values,
           GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) resolved = NULL;
  gboolean waits = FALSE;

  /* Bound to wordings that stand, and by itself an act that is refused where something is open. */
  if (g_str_equal (field, TWF_FIELD_AGREED))
    return refuse (error, "recorded by another command, agree", field);
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *value = resolve_value (self, values[i], &waits, error);

      if (value == NULL)
        return FALSE;
      g_strv_builder_add (builder, value);
    }
  resolved = values != NULL ? g_strv_builder_end (builder) : NULL;
  if (!waits)
    return do_edit (self, twf_edit_new_values (id, field, (const char *const *)resolved), error);
  g_ptr_array_add (self->deferred, twf_edit_new_values (id, field, (const char *const *)resolved));
  return TRUE;
}

static gboolean
set_fields (Application *self, const char *id, JsonObject *object, GError **error)
{
  JsonObject *fields = twf_json_get_object (object, "fields");
  g_autoptr (GList) names = fields != NULL ? json_object_get_members (fields) : NULL;

  if (fields == NULL)
    return !json_object_has_member (object, "fields") || refuse (error, "not an object", "fields");
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_auto (GStrv) values = twf_json_dup_strings (fields, l->data);

      if (values == NULL && !json_object_get_null_member (fields, l->data))
        return refuse (error, "not a text or a list of texts", l->data);
      if (!set_field (self, id, l->data, (const char *const *)values, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
get_section (JsonObject *object, TwfSection *section, GError **error)
{
  const char *name = twf_json_get_string (object, "section");

  return (name != NULL && twf_section_from_name (name, section))
         || refuse (error, "unknown section", name);
}

static gboolean
add (Application *self, JsonObject *object, GError **error)
{
  g_autoptr (TwfProvision) provision = NULL;
  g_autofree char *rank = NULL;
  g_autofree char *made = NULL;
  TwfSection section;
  const char *after, *parent, *id;

  if (!get_section (object, &section, error) || !get_id (self, object, "after", &after, error)
      || !get_id (self, object, "parent", &parent, error)
      || !get_id (self, object, "id", &id, error))
    return FALSE;
  if (id == NULL)
    id = made = twf_id_new ();
  if (!twf_id_is_valid (id))
    return refuse (error, "not an id", id);
  if (after != NULL && *after != '\0' && twf_plan_get_provision (self->plan, after) == NULL)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s", after);
      return FALSE;
    }

  provision = twf_provision_new (id, section);
  rank = twf_plan_make_rank (self->plan, section, parent, after, self->owner);
  twf_provision_set_place (provision, section, parent, rank);
  g_strv_builder_add (self->ids, id);
  return do_edit (self, twf_edit_new_add (provision), error)
         && set_texts (self, id, object, "texts", error) && set_fields (self, id, object, error);
}

static gboolean
get_standing (Application *self, JsonObject *object, TwfProvision **provision, GError **error)
{
  const char *id = resolve (self, twf_json_get_string (object, "id"), error);

  if (id == NULL)
    return FALSE;
  *provision = twf_plan_get_provision (self->plan, id);
  if (*provision == NULL)
    g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s", id);
  else
    g_strv_builder_add (self->ids, id);
  return *provision != NULL;
}

static gboolean
edit (Application *self, JsonObject *object, GError **error)
{
  TwfProvision *provision;

  return get_standing (self, object, &provision, error)
         && set_texts (self, twf_provision_get_id (provision), object, "texts", error)
         && set_fields (self, twf_provision_get_id (provision), object, error);
}

static gboolean
move (Application *self, JsonObject *object, GError **error)
{
  TwfProvision *provision;
  TwfSection section;
  const char *after, *parent;

  if (!get_standing (self, object, &provision, error)
      || !get_id (self, object, "after", &after, error)
      || !get_id (self, object, "parent", &parent, error))
    return FALSE;
  section = twf_provision_get_section (provision);
  if (json_object_has_member (object, "section") && !get_section (object, &section, error))
    return FALSE;
  return twf_plan_move (
      self->plan, twf_provision_get_id (provision), section, parent, after, self->owner, error);
}

static gboolean
remove_provision (Application *self, JsonObject *object, GError **error)
{
  TwfProvision *provision;

  return get_standing (self, object, &provision, error)
         && twf_plan_remove (self->plan, twf_provision_get_id (provision), error);
}

static gboolean
edit_plan (Application *self, JsonObject *object, GError **error)
{
  /* Fields first: a title needs its language. */
  return set_fields (self, NULL, object, error) && set_texts (self, NULL, object, "title", error);
}

static gboolean
set_localized (TwfDelegation *delegation, const char *field, JsonObject *texts, GError **error)
{
  g_autoptr (GList) languages = json_object_get_members (texts);

  for (GList *l = languages; l != NULL; l = l->next)
    {
      const char *text = twf_json_get_string (texts, l->data);

      if (text == NULL && !json_object_get_null_member (texts, l->data))
        return refuse (error, "not a text", l->data);
      twf_delegation_set_localized (delegation, field, l->data, text);
    }
  return TRUE;
}

static gboolean
set_delegation_field (TwfDelegation *delegation,
                      const char *field,
                      JsonObject *fields,
                      GError **error)
{
  JsonObject *texts = twf_json_get_object (fields, field);
  g_auto (GStrv) values = NULL;

  if (texts != NULL)
    return set_localized (delegation, field, texts, error);
  values = twf_json_dup_strings (fields, field);
  if (values == NULL && !json_object_get_null_member (fields, field))
    return refuse (error, "not a text, a list or texts by language", field);
  twf_delegation_set_values (delegation, field, (const char *const *)values);
  return TRUE;
}

static gboolean
edit_delegation (Application *self, JsonObject *object, GError **error)
{
  const char *code = twf_json_get_string (object, "code");
  JsonObject *fields = twf_json_get_object (object, "fields");
  g_autoptr (GList) names = fields != NULL ? json_object_get_members (fields) : NULL;
  g_autoptr (TwfDelegation) delegation = NULL;
  TwfDelegation *standing;

  if (code == NULL || !twf_delegation_code_is_valid (code))
    return refuse (error, "not a delegation's code", code);
  if (json_object_get_boolean_member_with_default (object, "remove", FALSE))
    return do_edit (self, twf_edit_new_drop_delegation (code), error);
  standing = twf_plan_get_delegation (self->plan, code);
  delegation = standing != NULL ? twf_delegation_copy (standing) : twf_delegation_new (code);
  for (GList *l = names; l != NULL; l = l->next)
    if (!set_delegation_field (delegation, l->data, fields, error))
      return FALSE;
  return do_edit (self, twf_edit_new_delegation (delegation), error);
}

static const struct
{
  const char *name;
  const char *members; /* what it may say, between spaces */
  OperationFunc func;
} operations[] = {
  { "add", " op id section after parent texts fields ", add },
  { "edit", " op id texts fields ", edit },
  { "move", " op id section after parent ", move },
  { "plan", " op title fields ", edit_plan },
  { "remove", " op id ", remove_provision },
  { "delegation", " op code fields remove ", edit_delegation },
};

/* A member that nobody reads would be a change that was asked for and silently not made. */
static gboolean
check_members (JsonObject *object, const char *known, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *word = g_strdup_printf (" %s ", (const char *)l->data);

      if (strstr (known, word) == NULL)
        return refuse (error, "unknown member", l->data);
    }
  return TRUE;
}

static gboolean
do_operation (Application *self, JsonNode *node, GError **error)
{
  JsonObject *object;
  const char *name;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, "not an object", NULL);
  object = json_node_get_object (node);
  name = twf_json_get_string (object, "op");
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    if (g_strcmp0 (operations[i].name, name) == 0)
      return check_members (object, operations[i].members, error)
             && operations[i].func (self, object, error);
  return refuse (error, "unknown operation", name);
}

/* Every name gets its id before the first edit, so that links may point ahead. */
static void
name_additions (Application *self, JsonArray *edits)
{
  for (guint i = 0; i < json_array_get_length (edits); i++)
    {
      JsonNode *node = json_array_get_element (edits, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *id = object != NULL ? twf_json_get_string (object, "id") : NULL;

      if (id != NULL && *id == '@' && g_strcmp0 (twf_json_get_string (object, "op"), "add") == 0)
        g_hash_table_replace (self->names, g_strdup (id), twf_id_new ());
    }
}

static gboolean
do_operations (Application *self, JsonArray *edits, GError **error)
{
  for (guint i = 0; i < json_array_get_length (edits); i++)
    if (!do_operation (self, json_array_get_element (edits, i), error))
      {
        g_prefix_error (error, "edit %u: ", i + 1);
        return FALSE;
      }
  for (guint i = 0; i < self->deferred->len; i++)
    if (!twf_plan_apply (self->plan, self->deferred->pdata[i], NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
run (Application *self, JsonArray *edits, GError **error)
{
  g_autoptr (TwfUndo) undo = twf_undo_new (self->plan);
  gboolean done;

  name_additions (self, edits);
  twf_undo_begin (undo, NULL);
  done = do_operations (self, edits, error);
  twf_undo_end (undo);
  if (!done)
    {
      g_autofree char *changed = twf_undo_undo (undo);

      g_debug ("taken back up to %s", changed != NULL ? changed : "the plan");
    }
  return done;
}

/**
 * twf_apply_json:
 * @plan: a plan
 * @json: foreign bytes; the shape is at the top of twf-apply.h
 * @length: how many
 * @owner: (nullable): code of the delegation that acts
 * @ids: (out) (optional) (transfer full): id of the provision each edit was about, in order; edits
 *   of the plan itself and of delegations have none
 * @error: return location
 *
 * Makes all the edits in @json, or none.
 *
 * Errors: as twf_json_parse(); TWF_ERROR_INVALID or TWF_ERROR_NOT_FOUND with the number of the edit
 *   and the reason; as twf_plan_apply()
 */
gboolean
twf_apply_json (TwfPlan *plan,
                const char *json,
                gsize length,
                const char *owner,
                GStrv *ids,
                GError **error)
{
  g_autoptr (JsonNode) root = twf_json_parse (json, length, error);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) deferred = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  Application self
      = { .plan = plan, .owner = owner, .names = names, .deferred = deferred, .ids = builder };
  JsonNode *edits;

  g_return_val_if_fail (TWF_IS_PLAN (plan), FALSE);

  if (root == NULL)
    return FALSE;
  edits = json_object_get_member (json_node_get_object (root), "edits");
  if (edits == NULL || !JSON_NODE_HOLDS_ARRAY (edits))
    return refuse (error, "not a list", "edits");
  if (!check_members (json_node_get_object (root), " edits ", error))
    return FALSE;
  if (!run (&self, json_node_get_array (edits), error))
    return FALSE;
  if (ids != NULL)
    *ids = g_strv_builder_end (builder);
  return TRUE;
}
