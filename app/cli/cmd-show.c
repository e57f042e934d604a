/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-agreement.h"
#include "twf-cli-proposal.h"

#include "twf-bidi.h"
#include "twf-error.h"
#include "twf-numbering.h"

#include <glib/gi18n-lib.h>

/* The word that stands for the plan itself in place of a provision's id. */
#define THE_PLAN "plan"

static struct
{
  char *at;
  char *language;
} options;

static const GOptionEntry entries[] = {
  { "at", 0, 0, G_OPTION_ARG_FILENAME, &options.at, N_ ("As it was at a revision"), "REV" },
  { "language", 0, 0, G_OPTION_ARG_FILENAME, &options.language, N_ ("In one language only"), "L" },
  { NULL },
};

/* One line a text: id, language (and part), number and text; the last isolated, so that an Arabic
 * paragraph does not carry the id to its other side. */
static void
print_text (TwfCli *cli, TwfPlan *plan, TwfProvision *provision, TwfPart part, const char *language)
{
  const char *text = twf_provision_get_text (provision, part, language);
  gboolean is_proposed = twf_provision_is_proposed (provision, NULL);
  g_autofree char *number = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *name = NULL;

  if (part == TWF_PART_BODY)
    number = twf_plan_dup_number (plan, provision, language);
  else
    name = g_strconcat (twf_part_get_name (part), ".", language, NULL);
  /* What is not agreed to stand there stands in brackets. */
  whole = g_strconcat (number != NULL ? number : "",
                       number != NULL && *number != '\0' ? " " : "",
                       is_proposed ? "[" : "",
                       text,
                       is_proposed ? "]" : "",
                       NULL);
  isolated = twf_text_isolate_in (whole, language);
  twf_cli_print (cli,
                 "%s  %s  %s\n",
                 twf_provision_get_id (provision),
                 name != NULL ? name : language,
                 isolated);
}

/* One line for all that is on the table about a provision; @id: "plan" for the plan itself. What is
 * itself proposed is told whatever became of the proposal. */
static void
print_open (TwfCli *cli, const char *id, GListModel *proposals)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *isolated = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      TwfProposalState state = twf_proposal_get_state (proposal);
      g_autofree char *owners = NULL;

      if (state != TWF_PROPOSAL_OPEN
          && (state == TWF_PROPOSAL_ACCEPTED
              || twf_proposal_get_kind (proposal) != TWF_PROPOSAL_INSERT))
        continue;
      owners = twf_cli_dup_owners (proposal);
      g_string_append_printf (
          line, "%s%s (%s", line->len > 0 ? ", " : "", twf_proposal_get_id (proposal), owners);
      if (state != TWF_PROPOSAL_OPEN)
        g_string_append_printf (line, ": %s", twf_cli_get_state_title (state));
      g_string_append_c (line, ')');
    }
  if (line->len == 0)
    return;
  isolated = twf_text_isolate (line->str);
  twf_cli_print (cli, "%s  %s  %s\n", id, _ ("proposed:"), isolated);
}

/* What is shown. */
typedef struct
{
  TwfCli *cli;
  TwfDesk *desk;
  TwfPlan *plan;
  GHashTable *reopenings; /* char* id -> GPtrArray* of TwfReopening */
} Show;

static void
print_provision (const Show *self, TwfProvision *provision)
{
  TwfCli *cli = self->cli;
  gboolean printed = FALSE;

  for (guint part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_provision_list_languages (provision, part);

      for (gsize i = 0; languages[i] != NULL; i++)
        if (options.language == NULL || g_str_equal (options.language, languages[i]))
          {
            print_text (cli, self->plan, provision, part, languages[i]);
            printed = TRUE;
          }
    }
  if (!printed)
    twf_cli_print (cli, "%s\n", twf_provision_get_id (provision));
  print_open (cli, twf_provision_get_id (provision), twf_provision_list_proposals (provision));
  twf_cli_print_agreement (
      cli, self->desk, self->plan, provision, options.language, self->reopenings);
}

static void
print_fields (TwfCli *cli, TwfProvision *provision)
{
  g_auto (GStrv) names = twf_provision_list_fields (provision);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *joined
          = g_strjoinv (", ", (char **)twf_provision_get_values (provision, names[i]));
      g_autofree char *isolated = twf_text_isolate (joined);

      twf_cli_print (cli, "%s: %s\n", names[i], isolated);
    }
}

static void
print_plan (const Show *self)
{
  TwfCli *cli = self->cli;
  TwfPlan *plan = self->plan;
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  const char *language
      = options.language != NULL ? options.language : twf_plan_get_source_language (plan);
  g_autofree char *title = twf_plan_dup_display_title (plan, language);
  int section = -1;

  twf_cli_print (cli, "%s\n", title);
  print_open (cli, THE_PLAN, twf_plan_list_proposals (plan));
  for (guint i = 0; i < all->len; i++)
    {
      if ((int)twf_provision_get_section (all->pdata[i]) != section)
        {
          section = (int)twf_provision_get_section (all->pdata[i]);
          twf_cli_print (cli, "\n%s\n", twf_section_get_title ((TwfSection)section, language));
        }
      print_provision (self, all->pdata[i]);
    }
}

static TwfPlan *
read_plan (TwfCli *cli, TwfDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TwfPlan *plan;

  if (options.at == NULL)
    return g_object_ref (twf_desk_get_plan (desk));
  twf_desk_read_at_async (desk, options.at, NULL, twf_cli_store_result_cb, &result);
  plan = twf_desk_read_at_finish (desk, twf_cli_await (&result), &error);
  if (plan == NULL)
    twf_cli_fail (cli, error, options.at);
  return plan;
}

static int
show (TwfCli *cli, TwfDesk *desk, TwfPlan *plan, const char *id)
{
  TwfProvision *provision = id != NULL ? twf_plan_get_provision (plan, id) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) reopenings = NULL;
  Show self;

  if (id != NULL && provision == NULL)
    {
      g_set_error (&error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s", id);
      return twf_cli_fail (cli, error, id);
    }
  if (options.language != NULL
      && !g_strv_contains (twf_plan_get_languages (plan), options.language))
    return twf_cli_refuse (cli, _ ("The plan has no language “%s”."), options.language);
  reopenings = twf_cli_find_reopenings (cli, desk, plan, provision, options.at);
  if (reopenings == NULL)
    return TWF_EXIT_REFUSED;
  self = (Show){ cli, desk, plan, reopenings };
  if (cli->json)
    {
      twf_cli_print_json (
          cli,
          provision != NULL
              ? twf_cli_provision_to_json (plan, provision, options.language, reopenings)
              : twf_cli_plan_to_json (plan, options.language, reopenings));
      return TWF_EXIT_DONE;
    }
  if (provision == NULL)
    {
      print_plan (&self);
      return TWF_EXIT_DONE;
    }
  print_provision (&self, provision);
  print_fields (cli, provision);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfDesk *desk = twf_cli_open (cli, arguments[0]);
  g_autoptr (TwfPlan) plan = desk != NULL ? read_plan (cli, desk) : NULL;
  int status = TWF_EXIT_REFUSED;

  if (plan != NULL)
    status = show (cli, desk, plan, n_arguments > 1 ? arguments[1] : NULL);
  if (desk != NULL)
    twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_show = {
  .name = "show",
  .arguments = "PLAN [ID]",
  .summary = N_ ("Print a plan, or one provision"),
  .details
  = N_ ("Prints one line a text: the id, the language (before it the part, as in means.ar), "
        "the number and the text; then what is proposed about it, by whom, what is reserved, "
        "and in which languages it is agreed, or who reopened it."),
  .entries = entries,
  .least = 1,
  .most = 2,
  .run = run,
};
