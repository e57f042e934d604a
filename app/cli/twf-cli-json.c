/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-agreement.h"
#include "twf-cli-proposal.h"

#include "twf-numbering.h"

static const char *const kinds[] = {
  [TWF_RUN_EQUAL] = "equal",
  [TWF_RUN_DELETED] = "deleted",
  [TWF_RUN_INSERTED] = "inserted",
};

/**
 * twf_cli_set_json_strings:
 * @object: a JSON object
 * @member: name of the member to set
 * @values: (nullable): strings
 *
 * Sets @member to an array of strings.
 */
void
twf_cli_set_json_strings (JsonObject *object, const char *member, const char *const *values)
{
  JsonArray *array = json_array_new ();

  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    json_array_add_string_element (array, values[i]);
  json_object_set_array_member (object, member, array);
}

/* "ar" for the body, "means.ar" for a part: as `twf apply` reads them. */
static JsonObject *
texts_to_json (TwfProvision *provision, const char *only)
{
  JsonObject *texts = json_object_new ();

  for (guint part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_provision_list_languages (provision, part);

      for (gsize i = 0; languages[i] != NULL; i++)
        {
          g_autofree char *name
              = part == TWF_PART_BODY
                    ? g_strdup (languages[i])
                    : g_strconcat (twf_part_get_name (part), ".", languages[i], NULL);

          if (only == NULL || g_str_equal (only, languages[i]))
            json_object_set_string_member (
                texts, name, twf_provision_get_text (provision, part, languages[i]));
        }
    }
  return texts;
}

static JsonObject *
fields_to_json (TwfProvision *provision)
{
  JsonObject *fields = json_object_new ();
  g_auto (GStrv) names = twf_provision_list_fields (provision);

  for (gsize i = 0; names[i] != NULL; i++)
    twf_cli_set_json_strings (fields, names[i], twf_provision_get_values (provision, names[i]));
  return fields;
}

/**
 * twf_cli_provision_to_json:
 * @plan: the plan it stands in
 * @provision: a provision
 * @language: (nullable): the one language of texts and number; %NULL: all, numbered in the source
 *   language
 * @reopenings: (nullable) (element-type utf8 GPtrArray): who reopened what was agreed
 *
 * Returns: (transfer full): {"id", "section", "parent", "number", "texts", "fields", "agreement",
 *   "statements", "proposals"}
 */
JsonObject *
twf_cli_provision_to_json (TwfPlan *plan,
                           TwfProvision *provision,
                           const char *language,
                           GHashTable *reopenings)
{
  JsonObject *object = json_object_new ();
  g_autofree char *number = twf_plan_dup_number (
      plan, provision, language != NULL ? language : twf_plan_get_source_language (plan));

  json_object_set_string_member (object, "id", twf_provision_get_id (provision));
  json_object_set_string_member (
      object, "section", twf_section_get_name (twf_provision_get_section (provision)));
  if (twf_provision_get_parent (provision) != NULL)
    json_object_set_string_member (object, "parent", twf_provision_get_parent (provision));
  else
    json_object_set_null_member (object, "parent");
  json_object_set_string_member (object, "number", number != NULL ? number : "");
  json_object_set_object_member (object, "texts", texts_to_json (provision, language));
  json_object_set_object_member (object, "fields", fields_to_json (provision));
  json_object_set_object_member (
      object, "agreement", twf_cli_agreement_to_json (plan, provision, reopenings));
  json_object_set_array_member (object, "statements", twf_cli_statements_to_json (provision));
  json_object_set_array_member (
      object,
      "proposals",
      twf_cli_proposals_to_json (provision, twf_provision_list_proposals (provision)));
  return object;
}

static JsonArray *
delegations_to_json (TwfPlan *plan)
{
  JsonArray *array = json_array_new ();
  GListModel *delegations = twf_plan_list_delegations (plan);

  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);
      g_auto (GStrv) names = twf_delegation_list_fields (delegation);
      JsonObject *object = json_object_new ();
      JsonObject *fields = json_object_new ();

      for (gsize j = 0; names[j] != NULL; j++)
        twf_cli_set_json_strings (
            fields, names[j], twf_delegation_get_values (delegation, names[j]));
      json_object_set_string_member (object, "code", twf_delegation_get_code (delegation));
      json_object_set_object_member (object, "fields", fields);
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * twf_cli_plan_to_json:
 * @plan: a plan
 * @language: (nullable): the one language of texts; %NULL: all
 * @reopenings: (nullable) (element-type utf8 GPtrArray): who reopened what was agreed
 *
 * Returns: (transfer full): {"title", "languages", "fields", "delegations", "proposals" (about the
 *   plan itself), "provisions"}, the provisions in the order of reading
 */
JsonObject *
twf_cli_plan_to_json (TwfPlan *plan, const char *language, GHashTable *reopenings)
{
  JsonObject *object = json_object_new ();
  JsonObject *title = json_object_new ();
  JsonObject *fields = json_object_new ();
  JsonArray *provisions = json_array_new ();
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  g_auto (GStrv) names = twf_plan_list_fields (plan);
  const char *const *languages = twf_plan_get_languages (plan);

  for (gsize i = 0; languages[i] != NULL; i++)
    if ((language == NULL || g_str_equal (language, languages[i]))
        && twf_plan_get_title (plan, languages[i]) != NULL)
      json_object_set_string_member (title, languages[i], twf_plan_get_title (plan, languages[i]));
  for (gsize i = 0; names[i] != NULL; i++)
    twf_cli_set_json_strings (fields, names[i], twf_plan_get_values (plan, names[i]));
  for (guint i = 0; i < all->len; i++)
    json_array_add_object_element (
        provisions, twf_cli_provision_to_json (plan, all->pdata[i], language, reopenings));
  json_object_set_object_member (object, "title", title);
  twf_cli_set_json_strings (object, "languages", languages);
  json_object_set_object_member (object, "fields", fields);
  json_object_set_array_member (object, "delegations", delegations_to_json (plan));
  json_object_set_array_member (
      object, "proposals", twf_cli_proposals_to_json (NULL, twf_plan_list_proposals (plan)));
  json_object_set_array_member (object, "provisions", provisions);
  return object;
}

/**
 * twf_cli_runs_to_json:
 * @runs: (element-type TwfRun): a difference
 *
 * Returns: (transfer full): [{"kind", "text", "move", "edited"}]; the last two only where they
 * apply
 */
JsonArray *
twf_cli_runs_to_json (GPtrArray *runs)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "kind", kinds[run->kind]);
      json_object_set_string_member (item, "text", run->text);
      if (run->move > 0)
        json_object_set_int_member (item, "move", run->move);
      if (run->edited)
        json_object_set_boolean_member (item, "edited", TRUE);
      json_array_add_object_element (array, item);
    }
  return array;
}
