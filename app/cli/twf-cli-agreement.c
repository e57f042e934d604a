/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-agreement.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

static gboolean
look_at (TwfCli *cli,
         TwfDesk *desk,
         TwfPlan *plan,
         TwfProvision *provision,
         const char *revision,
         GHashTable *reopenings)
{
  g_autoptr (TwfStanding) standing = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  if (!twf_provision_is_agreed (provision))
    return TRUE;
  standing = twf_standing_new (plan, provision);
  if (standing->state != TWF_AGREED_REOPENED)
    return TRUE;
  twf_desk_find_reopenings_async (
      desk, provision, standing, revision, NULL, twf_cli_store_result_cb, &result);
  found = twf_desk_find_reopenings_finish (desk, twf_cli_await (&result), &error);
  if (found != NULL)
    g_hash_table_insert (reopenings, g_strdup (twf_provision_get_id (provision)), found);
  else
    twf_cli_fail (cli, error, twf_desk_get_path (desk));
  return found != NULL;
}

/**
 * twf_cli_find_reopenings:
 * @cli: a run
 * @desk: a desk
 * @plan: its plan, or what it was
 * @only: (nullable): the one provision; %NULL: all
 * @revision: (nullable): the revision in which @plan stood so; %NULL: it is the desk's
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GPtrArray): who reopened what is reopened;
 *   %NULL: it could not be read, and that was printed
 */
GHashTable *
twf_cli_find_reopenings (TwfCli *cli,
                         TwfDesk *desk,
                         TwfPlan *plan,
                         TwfProvision *only,
                         const char *revision)
{
  g_autoptr (GHashTable) reopenings
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  for (guint i = 0; i < all->len; i++)
    if ((only == NULL || only == all->pdata[i])
        && !look_at (cli, desk, plan, all->pdata[i], revision, reopenings))
      return NULL;
  return g_steal_pointer (&reopenings);
}

static const TwfReopening *
find_reopening (GHashTable *reopenings, const char *id, const char *language)
{
  GPtrArray *found = reopenings != NULL ? g_hash_table_lookup (reopenings, id) : NULL;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const TwfReopening *reopening = found->pdata[i];

      if (g_str_equal (reopening->language, language))
        return reopening;
    }
  return NULL;
}

static char *
dup_names (TwfDesk *desk, const TwfReopening *reopening)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (reopening->owners[0] == NULL)
    return twf_cli_dup_author (desk, reopening->revision);
  for (guint i = 0; reopening->owners[i] != NULL; i++)
    {
      TwfDelegation *delegation
          = twf_plan_get_delegation (twf_desk_get_plan (desk), reopening->owners[i]);
      g_autofree char *name = delegation != NULL
                                  ? twf_delegation_dup_name (delegation, twf_cli_get_language ())
                                  : g_strdup (reopening->owners[i]);

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

/**
 * twf_cli_dup_reopening:
 * @desk: a desk
 * @reopenings: (element-type utf8 GPtrArray): who reopened what
 * @id: a provision
 * @language: a language of it that is reopened
 *
 * Returns: (transfer full): that it is reopened, by whom and when
 */
char *
twf_cli_dup_reopening (TwfDesk *desk, GHashTable *reopenings, const char *id, const char *language)
{
  const TwfReopening *reopening = find_reopening (reopenings, id, language);
  gboolean is_saved = reopening != NULL && reopening->revision != NULL;
  g_autofree char *names = is_saved ? dup_names (desk, reopening) : NULL;
  g_autofree char *moment
      = is_saved ? twf_cli_dup_moment (twf_revision_get_when (reopening->revision)) : NULL;

  return twf_reopening_dup_words (reopening, names, moment);
}

static char *
dup_agreed (TwfPlan *plan, const TwfAgreement *agreement)
{
  g_autofree char *moment = twf_cli_dup_moment (agreement->when);
  TwfDelegation *delegation
      = agreement->code != NULL ? twf_plan_get_delegation (plan, agreement->code) : NULL;
  g_autofree char *name
      = delegation != NULL ? twf_delegation_dup_name (delegation, twf_cli_get_language ()) : NULL;

  return twf_agreement_dup_words (agreement, moment, name);
}

static char *
dup_state (TwfDesk *desk,
           TwfPlan *plan,
           TwfProvision *provision,
           const TwfStanding *standing,
           const TwfAgreedLanguage *item,
           GHashTable *reopenings)
{
  if (item->state == TWF_AGREED_REOPENED)
    return twf_cli_dup_reopening (
        desk, reopenings, twf_provision_get_id (provision), item->language);
  if (item->state == TWF_AGREED_STANDS)
    return dup_agreed (plan, standing->agreement);
  return g_strdup (_ ("Not agreed in this language"));
}

static void
print_statements (TwfCli *cli, TwfProvision *provision)
{
  GListModel *remarks = twf_provision_list_remarks (provision);

  for (guint i = 0; i < g_list_model_get_n_items (remarks); i++)
    {
      g_autoptr (TwfRemark) remark = g_list_model_get_item (remarks, i);
      TwfRemarkKind kind = twf_remark_get_kind (remark);
      g_autofree char *text = NULL;

      if (kind == TWF_REMARK_COMMENT)
        continue;
      text = twf_text_isolate_in (twf_remark_get_text (remark), twf_remark_get_language (remark));
      twf_cli_print (cli,
                     "%s  %s  %s  %s  %s\n",
                     twf_provision_get_id (provision),
                     kind == TWF_REMARK_RESERVATION ? _ ("reservation:") : _ ("explanation:"),
                     twf_remark_get_id (remark),
                     twf_remark_get_author (remark) != NULL ? twf_remark_get_author (remark) : "-",
                     text);
    }
}

static void
print_packages (TwfCli *cli, TwfPlan *plan, TwfProvision *provision)
{
  g_autoptr (GPtrArray) broken = twf_provision_list_broken_packages (plan, provision);

  for (guint i = 0; i < broken->len; i++)
    {
      const TwfPackage *package = broken->pdata[i];
      g_autofree char *name = twf_text_isolate (package->name);

      twf_cli_print (cli, "%s  ", twf_provision_get_id (provision));
      twf_cli_print (cli, _ ("the package “%s” is broken: not all of it is agreed"), name);
      twf_cli_print (cli, "\n");
    }
}

/**
 * twf_cli_print_agreement:
 * @cli: a run
 * @desk: a desk
 * @plan: its plan, or what it was
 * @provision: a provision of it
 * @only: (nullable): the one language; %NULL: all
 * @reopenings: (nullable) (element-type utf8 GPtrArray): who reopened what
 *
 * Prints a line for each language of what is agreed, then what was reserved and explained.
 */
void
twf_cli_print_agreement (TwfCli *cli,
                         TwfDesk *desk,
                         TwfPlan *plan,
                         TwfProvision *provision,
                         const char *only,
                         GHashTable *reopenings)
{
  const char *id = twf_provision_get_id (provision);
  g_autoptr (TwfStanding) standing = NULL;

  if (twf_provision_has_remarks (provision))
    print_statements (cli, provision);
  print_packages (cli, plan, provision);
  if (!twf_provision_is_agreed (provision))
    return;
  standing = twf_standing_new (plan, provision);
  if (standing->state == TWF_AGREED_UNREADABLE)
    twf_cli_print (cli, "%s  %s\n", id, _ ("is said to be agreed in a way that cannot be read"));
  for (guint i = 0; standing->agreement != NULL && i < standing->languages->len; i++)
    {
      const TwfAgreedLanguage *item = standing->languages->pdata[i];
      g_autofree char *state = dup_state (desk, plan, provision, standing, item, reopenings);

      if (only == NULL || g_str_equal (only, item->language))
        twf_cli_print (cli, "%s  %s  %s\n", id, item->language, state);
    }
}

static void
set_reopening (JsonObject *object, const TwfReopening *reopening)
{
  g_autofree char *when = NULL;

  if (reopening == NULL || reopening->revision == NULL)
    return;
  when = twf_cli_dup_utc (twf_revision_get_when (reopening->revision));
  twf_cli_set_json_strings (object, "reopened-by", (const char *const *)reopening->owners);
  json_object_set_string_member (object, "reopened-in", twf_revision_get_id (reopening->revision));
  json_object_set_string_member (object, "reopened-at", when);
}

static JsonObject *
language_to_json (const TwfAgreedLanguage *item, const TwfReopening *reopening)
{
  JsonObject *object = json_object_new ();
  JsonArray *parts = json_array_new ();

  for (guint part = 0; part < TWF_N_PARTS; part++)
    if ((item->parts & (1u << part)) != 0)
      json_array_add_string_element (parts, twf_part_get_name (part));
  json_object_set_string_member (object, "state", twf_agreed_state_get_name (item->state));
  if (json_array_get_length (parts) > 0)
    json_object_set_array_member (object, "changed", json_array_ref (parts));
  json_array_unref (parts);
  set_reopening (object, reopening);
  return object;
}

/**
 * twf_cli_agreement_to_json:
 * @plan: the plan it stands in
 * @provision: a provision
 * @reopenings: (nullable) (element-type utf8 GPtrArray): who reopened what
 *
 * Returns: (transfer full): {"state", "level", "pending", "when", "languages": {L: {"state",
 *   "changed", "reopened-by", "reopened-in", "reopened-at"}}, "open", "broken-packages"}; what does
 *   not apply is missing
 */
JsonObject *
twf_cli_agreement_to_json (TwfPlan *plan, TwfProvision *provision, GHashTable *reopenings)
{
  g_autoptr (TwfStanding) standing = twf_standing_new (plan, provision);
  g_autoptr (GPtrArray) broken = twf_provision_list_broken_packages (plan, provision);
  JsonObject *object = json_object_new ();
  JsonObject *languages = json_object_new ();
  JsonArray *packages = json_array_new ();

  json_object_set_string_member (object, "state", twf_agreed_state_get_name (standing->state));
  if (standing->agreement != NULL)
    {
      g_autofree char *when = twf_cli_dup_utc (standing->agreement->when);

      json_object_set_string_member (
          object, "level", twf_agreement_level_get_name (standing->agreement->level));
      if (standing->agreement->code != NULL)
        json_object_set_string_member (object, "pending", standing->agreement->code);
      json_object_set_string_member (object, "when", when);
    }
  for (guint i = 0; i < standing->languages->len; i++)
    {
      const TwfAgreedLanguage *item = standing->languages->pdata[i];

      json_object_set_object_member (
          languages,
          item->language,
          language_to_json (
              item, find_reopening (reopenings, twf_provision_get_id (provision), item->language)));
    }
  for (guint i = 0; i < broken->len; i++)
    json_array_add_string_element (packages, ((TwfPackage *)broken->pdata[i])->name);
  json_object_set_object_member (object, "languages", languages);
  json_object_set_int_member (object, "open", standing->n_open);
  json_object_set_array_member (object, "broken-packages", packages);
  return object;
}

/**
 * twf_cli_statements_to_json:
 * @provision: a provision
 *
 * Returns: (transfer full): [{"id", "kind", "delegation", "language", "when", "text"}]:
 * reservations and explanations of position
 */
JsonArray *
twf_cli_statements_to_json (TwfProvision *provision)
{
  GListModel *remarks = twf_provision_list_remarks (provision);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (remarks); i++)
    {
      g_autoptr (TwfRemark) remark = g_list_model_get_item (remarks, i);
      TwfRemarkKind kind = twf_remark_get_kind (remark);
      const char *language = twf_remark_get_language (remark);
      const char *author = twf_remark_get_author (remark);
      g_autofree char *when = twf_cli_dup_utc (twf_remark_get_when (remark));
      JsonObject *object;

      if (kind == TWF_REMARK_COMMENT)
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "id", twf_remark_get_id (remark));
      json_object_set_string_member (object, "kind", twf_remark_kind_get_name (kind));
      json_object_set_string_member (object, "delegation", author != NULL ? author : "");
      json_object_set_string_member (object, "language", language != NULL ? language : "");
      json_object_set_string_member (object, "when", when);
      json_object_set_string_member (object, "text", twf_remark_get_text (remark));
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * twf_cli_finish_agreement:
 * @cli: a run
 * @desk: a desk
 * @edits: (element-type TwfEdit): what is to be done
 * @verb: what that is, for the history
 * @ids: to which provisions
 *
 * Does it as one revision, which names what it is by what it changes, and prints its id.
 *
 * Returns: the exit status
 */
int
twf_cli_finish_agreement (TwfCli *cli,
                          TwfDesk *desk,
                          GPtrArray *edits,
                          const char *verb,
                          const char *const *ids)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *joined = g_strjoinv (", ", (char **)ids);
  g_autofree char *message = g_strdup_printf ("%s %s", verb, joined);
  g_autofree char *revision = NULL;
  JsonObject *object;

  if (!twf_plan_apply_all (twf_desk_get_plan (desk), edits, &error))
    return twf_cli_reject (cli, error, joined);
  revision = twf_cli_save (cli, desk, message);
  if (revision == NULL)
    return TWF_EXIT_REFUSED;
  if (!cli->json)
    {
      twf_cli_print (cli, "%s\n", revision);
      return TWF_EXIT_DONE;
    }
  object = json_object_new ();
  twf_cli_set_json_strings (object, "ids", ids);
  json_object_set_string_member (object, "revision", revision);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}
