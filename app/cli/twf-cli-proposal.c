/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-proposal.h"

#include <glib/gi18n-lib.h>

/* How many ids a refusal names. */
#define MOST_NAMED 4

/**
 * twf_borne_free:
 * @self: (transfer full) (nullable): a proposal with its provision
 */
void
twf_borne_free (TwfBorne *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->proposal);
  g_clear_object (&self->provision);
  g_free (self);
}

static void
take_all (GPtrArray *all, TwfProvision *provision, GListModel *proposals)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      TwfBorne *borne = g_new0 (TwfBorne, 1);

      borne->proposal = g_list_model_get_item (proposals, i);
      borne->provision = provision != NULL ? g_object_ref (provision) : NULL;
      g_ptr_array_add (all, borne);
    }
}

/**
 * twf_cli_list_proposals:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type TwfBorne): every proposal: those about the plan itself,
 *   then those of its provisions in the order of reading
 */
GPtrArray *
twf_cli_list_proposals (TwfPlan *plan)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_borne_free);
  g_autoptr (GPtrArray) provisions = twf_plan_list_all (plan);

  take_all (all, NULL, twf_plan_list_proposals (plan));
  for (guint i = 0; i < provisions->len; i++)
    take_all (all, provisions->pdata[i], twf_provision_list_proposals (provisions->pdata[i]));
  return all;
}

static char *
refuse_several (TwfCli *cli, const char *beginning, GPtrArray *ids)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < ids->len && i < MOST_NAMED; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *)ids->pdata[i]);
  if (ids->len > MOST_NAMED)
    g_string_append (list, ", …");
  twf_cli_refuse (
      cli, _ ("Several proposals begin with “%s”: %s. Give more of the id."), beginning, list->str);
  return NULL;
}

/**
 * twf_cli_find_proposal:
 * @cli: a run
 * @plan: a plan
 * @pid: the id of a proposal, or the beginning of one
 *
 * Returns: (transfer full) (nullable): the whole id; %NULL: there is none, or several, and that has
 *   been printed
 */
char *
twf_cli_find_proposal (TwfCli *cli, TwfPlan *plan, const char *pid)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (twf_plan_get_proposal (plan, pid, NULL) != NULL)
    return g_strdup (pid);
  all = twf_cli_list_proposals (plan);
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = twf_proposal_get_id (((TwfBorne *)all->pdata[i])->proposal);

      if (g_str_has_prefix (id, pid))
        g_ptr_array_add (ids, (gpointer)id);
    }
  if (ids->len == 1)
    return g_strdup (ids->pdata[0]);
  if (ids->len > 1)
    return refuse_several (cli, pid, ids);
  twf_cli_refuse (
      cli, _ ("There is no proposal “%s” here. twf proposals lists them, of each branch."), pid);
  return NULL;
}

static void
set_position (JsonArray *array, const char *value)
{
  g_autoptr (TwfPosition) position = twf_position_parse (value);
  JsonObject *object;

  if (position == NULL)
    return;
  object = json_object_new ();
  json_object_set_string_member (object, "delegation", position->code);
  json_object_set_string_member (object, "word", twf_position_word_get_name (position->word));
  if (position->condition != NULL)
    json_object_set_string_member (object, "proposal", position->condition);
  json_array_add_object_element (array, object);
}

/* Those that not every proposal has. */
static void
set_further_fields (JsonObject *object, TwfProposal *proposal)
{
  static const struct
  {
    const char *field;
    const char *member;
  } singles[] = {
    { TWF_PROPOSAL_FIELD_FIELD, "field" },   { TWF_PROPOSAL_FIELD_SECTION, "section" },
    { TWF_PROPOSAL_FIELD_PARENT, "parent" }, { TWF_PROPOSAL_FIELD_RANK, "rank" },
    { TWF_PROPOSAL_FIELD_REASON, "reason" }, { TWF_PROPOSAL_FIELD_REPLACED_BY, "replaced-by" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (singles); i++)
    if (twf_proposal_get_field (proposal, singles[i].field) != NULL)
      json_object_set_string_member (
          object, singles[i].member, twf_proposal_get_field (proposal, singles[i].field));
  if (twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_TAKES_UP) != NULL)
    twf_cli_set_json_strings (
        object, "takes-up", twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_TAKES_UP));
  if (twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD) != NULL)
    twf_cli_set_json_strings (
        object, "values", twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_VALUE));
}

/* By language, or part and language as in "means.ar", as `twf show` gives those that stand. */
static JsonObject *
texts_to_json (TwfProposal *proposal)
{
  JsonObject *texts = json_object_new ();
  TwfPart part = twf_proposal_get_part (proposal);
  g_auto (GStrv) languages = twf_proposal_list_languages (proposal);

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = part == TWF_PART_BODY
                                  ? g_strdup (languages[i])
                                  : g_strconcat (twf_part_get_name (part), ".", languages[i], NULL);

      json_object_set_string_member (texts, name, twf_proposal_get_text (proposal, languages[i]));
    }
  return texts;
}

/**
 * twf_cli_proposal_to_json:
 * @provision: (nullable): what it hangs on; %NULL: the plan itself
 * @proposal: a proposal
 *
 * Returns: (transfer full): {"id", "provision", "kind", "state", "owners", "positions", "texts"},
 *   and "field", "values", "section", "parent", "rank", "reason", "replaced-by", "takes-up" where
 * it has them
 */
JsonObject *
twf_cli_proposal_to_json (TwfProvision *provision, TwfProposal *proposal)
{
  JsonObject *object = json_object_new ();
  JsonArray *positions = json_array_new ();
  const char *const *values = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_POSITION);

  json_object_set_string_member (object, "id", twf_proposal_get_id (proposal));
  if (provision != NULL)
    json_object_set_string_member (object, "provision", twf_provision_get_id (provision));
  else
    json_object_set_null_member (object, "provision");
  json_object_set_string_member (
      object, "kind", twf_proposal_kind_get_name (twf_proposal_get_kind (proposal)));
  json_object_set_string_member (
      object, "state", twf_proposal_state_get_name (twf_proposal_get_state (proposal)));
  twf_cli_set_json_strings (
      object, "owners", twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER));
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    set_position (positions, values[i]);
  json_object_set_array_member (object, "positions", positions);
  json_object_set_object_member (object, "texts", texts_to_json (proposal));
  set_further_fields (object, proposal);
  return object;
}

/**
 * twf_cli_proposals_to_json:
 * @provision: (nullable): what they hang on; %NULL: the plan itself
 * @proposals: (element-type TwfProposal): its proposals
 *
 * Returns: (transfer full): an array of them, each as twf_cli_proposal_to_json()
 */
JsonArray *
twf_cli_proposals_to_json (TwfProvision *provision, GListModel *proposals)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      json_array_add_object_element (array, twf_cli_proposal_to_json (provision, proposal));
    }
  return array;
}
