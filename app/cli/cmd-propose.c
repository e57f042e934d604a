/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-act.h"

#include "twf-error.h"
#include "twf-hostile.h"
#include "twf-id.h"

#include <glib/gi18n-lib.h>

/* The word that stands for the plan itself in place of a provision's id. */
#define THE_PLAN "plan"

static struct
{
  char **languages;
  char **texts;
  char *part;
  char *field;
  char **values;
  gboolean delete;
  char *section;
  char *after;
  char *parent;
  char *reason;
  char **taken;
} options;

static const GOptionEntry entries[] = {
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &options.languages,
    N_ ("Language of the text; may be repeated, with a text each"),
    "L" },
  { "text",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &options.texts,
    N_ ("The whole text as it is to read; “-” reads standard input"),
    "T" },
  { "part",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.part,
    N_ ("Which text: body, responsible, time-frame, means or indicator"),
    "PART" },
  { "field", 0, 0, G_OPTION_ARG_FILENAME, &options.field, N_ ("Name of a field"), "F" },
  { "value",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &options.values,
    N_ ("Its value; may be repeated; an empty one removes the field"),
    "V" },
  { "delete", 0, 0, G_OPTION_ARG_NONE, &options.delete, N_ ("The provision is to go"), NULL },
  { "section",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.section,
    N_ ("Without ID: a new provision in this section"),
    "S" },
  { "after",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.after,
    N_ ("It is to stand after this one; an empty one: first"),
    "ID" },
  { "parent",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.parent,
    N_ ("It is to stand under this one"),
    "ID" },
  { "compromise",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &options.taken,
    N_ ("Without ID: a compromise that takes up this proposal; given twice or more"),
    "PROPOSAL" },
  { "reason", 0, 0, G_OPTION_ARG_FILENAME, &options.reason, N_ ("Why, in one line"), "R" },
  { NULL },
};

typedef enum
{
  ASK_NOTHING,
  ASK_TEXT,
  ASK_FIELD,
  ASK_DELETE,
  ASK_MOVE,
  ASK_INSERT,
  ASK_COMPROMISE,
} Ask;

static gboolean
has_place (void)
{
  return options.after != NULL || options.parent != NULL || options.section != NULL;
}

/* What the options ask for, if it is one thing. */
static Ask
find_ask (gboolean has_id)
{
  gboolean has_texts = options.languages != NULL && options.texts != NULL
                       && g_strv_length (options.languages) == g_strv_length (options.texts);
  gboolean no_texts = options.languages == NULL && options.texts == NULL && options.part == NULL;
  gboolean has_field = options.field != NULL && options.values != NULL;
  gboolean no_field = options.field == NULL && options.values == NULL;

  if (options.taken != NULL)
    return !has_id && has_texts && no_field && !options.delete &&!has_place () ? ASK_COMPROMISE
                                                                               : ASK_NOTHING;
  if (!has_id)
    return options.section != NULL && has_texts && options.part == NULL && no_field
                   && !options.delete
               ? ASK_INSERT
               : ASK_NOTHING;
  if (has_texts && no_field && !options.delete &&!has_place ())
    return ASK_TEXT;
  if (has_field && no_texts && !options.delete &&!has_place ())
    return ASK_FIELD;
  if (options.delete &&no_texts && no_field && !has_place ())
    return ASK_DELETE;
  if (has_place () && no_texts && no_field && !options.delete)
    return ASK_MOVE;
  return ASK_NOTHING;
}

static gboolean
put_texts (TwfProposal *draft, TwfProvision *provision, GError **error)
{
  TwfPart part = TWF_PART_BODY;

  if (options.part != NULL && !twf_part_from_name (options.part, &part))
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "--part %s", options.part);
      return FALSE;
    }
  for (gsize i = 0; options.texts[i] != NULL; i++)
    {
      g_autofree char *text = twf_cli_dup_text (options.texts[i], error);

      /* What deceives a reader is told to who types it, not dropped. */
      if (text == NULL || !twf_text_check_storable (text, error))
        return FALSE;
      if (*text == '\0')
        {
          g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "--text: no words; see --delete");
          return FALSE;
        }
      if (draft != NULL)
        twf_proposal_set_text (draft, options.languages[i], text);
      else
        twf_provision_set_text (provision, part, options.languages[i], text);
    }
  if (draft != NULL)
    twf_proposal_set_part (draft, part);
  return TRUE;
}

static gboolean
put_values (TwfProposal *draft, GError **error)
{
  twf_proposal_set_values (
      draft, TWF_PROPOSAL_FIELD_FIELD, (const char *const[]){ options.field, NULL });
  for (gsize i = 0; options.values[i] != NULL; i++)
    {
      g_autofree char *value = twf_cli_dup_text (options.values[i], error);

      if (value == NULL)
        return FALSE;
      if (*value != '\0')
        twf_proposal_add_value (draft, TWF_PROPOSAL_FIELD_VALUE, value);
    }
  return TRUE;
}

/* The section, the parent and the rank that the options mean; those of @provision where they say
 * nothing else. */
static char *
dup_place (TwfCli *cli,
           TwfPlan *plan,
           TwfProvision *provision,
           TwfSection *section,
           const char **parent,
           GError **error)
{
  TwfProvision *after = twf_plan_get_provision (plan, options.after);
  const char *near = options.parent != NULL ? options.parent : options.after;
  TwfProvision *neighbour
      = near != NULL && *near != '\0' ? twf_plan_get_provision (plan, near) : NULL;
  char *rank;

  if (options.section != NULL && !twf_section_from_name (options.section, section))
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "--section %s", options.section);
      return NULL;
    }
  if (near != NULL && *near != '\0' && neighbour == NULL)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "no provision %s", near);
      return NULL;
    }
  if (neighbour != NULL && options.section == NULL)
    *section = twf_provision_get_section (neighbour);
  else if (options.section == NULL && provision != NULL)
    *section = twf_provision_get_section (provision);
  *parent = options.parent;
  if (options.parent == NULL && after != NULL)
    *parent = twf_provision_get_parent (after);
  else if (options.parent == NULL && options.section == NULL && provision != NULL)
    *parent = twf_provision_get_parent (provision);
  rank = twf_plan_make_rank (plan, *section, *parent, options.after, cli->as);
  if (rank == NULL)
    g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "--after %s", options.after);
  return rank;
}

/* Whether @provision stands there already: behind the sibling it is to follow. */
static gboolean
stands_there (TwfPlan *plan, TwfProvision *provision, TwfSection section, const char *parent)
{
  GListModel *siblings = twf_plan_list_children (plan, section, parent);
  guint n = g_list_model_get_n_items (siblings);
  const char *before = TWF_PLAN_FIRST;

  if (twf_provision_get_section (provision) != section
      || g_strcmp0 (twf_provision_get_parent (provision), parent) != 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TwfProvision) sibling = g_list_model_get_item (siblings, i);

      if (sibling == provision)
        return options.after != NULL
                   ? g_str_equal (options.after, before)
                         || g_str_equal (options.after, twf_provision_get_id (provision))
                   : i + 1 == n;
      before = twf_provision_get_id (sibling);
    }
  return FALSE;
}

static gboolean
put_place (TwfCli *cli, TwfPlan *plan, TwfProvision *provision, TwfProposal *draft, GError **error)
{
  TwfSection section = TWF_SECTION_LETTER;
  const char *parent = NULL;
  g_autofree char *rank = dup_place (cli, plan, provision, &section, &parent, error);

  if (rank == NULL)
    return FALSE;
  if (stands_there (plan, provision, section, parent))
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_EMPTY, "it stands there");
      return FALSE;
    }
  twf_proposal_set_kind (draft, TWF_PROPOSAL_MOVE);
  twf_proposal_set_values (draft,
                           TWF_PROPOSAL_FIELD_SECTION,
                           (const char *const[]){ twf_section_get_name (section), NULL });
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_PARENT, (const char *const[]){ parent, NULL });
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_RANK, (const char *const[]){ rank, NULL });
  return TRUE;
}

static gboolean
fill (TwfCli *cli, TwfPlan *plan, const char *id, Ask ask, TwfProposal *draft, GError **error)
{
  switch (ask)
    {
    case ASK_TEXT:
      return put_texts (draft, NULL, error);
    case ASK_FIELD:
      return put_values (draft, error);
    case ASK_MOVE:
      return put_place (cli, plan, twf_plan_get_provision (plan, id), draft, error);
    case ASK_DELETE:
    case ASK_INSERT:
    case ASK_COMPROMISE:
    case ASK_NOTHING:
    default:
      twf_proposal_set_kind (draft, TWF_PROPOSAL_DELETE);
      return TRUE;
    }
}

static GPtrArray *
list_edits (TwfCli *cli, TwfPlan *plan, const char *id, Ask ask, char **pid, GError **error)
{
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");

  if (id != NULL && twf_plan_get_provision (plan, id) == NULL)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "no provision %s", id);
      return NULL;
    }
  if (id == NULL && (ask == ASK_MOVE || ask == ASK_DELETE))
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "“%s”", THE_PLAN);
      return NULL;
    }
  if (!fill (cli, plan, id, ask, draft, error))
    return NULL;
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_OWNER, (const char *const[]){ cli->as, NULL });
  twf_proposal_set_values (
      draft, TWF_PROPOSAL_FIELD_REASON, (const char *const[]){ options.reason, NULL });
  return twf_proposal_make (plan, id, draft, pid, error);
}

static GPtrArray *
list_edits_of_insert (TwfCli *cli, TwfPlan *plan, char **pid, GError **error)
{
  const char *owners[] = { cli->as, NULL };
  g_autofree char *id = twf_id_new ();
  TwfSection section = TWF_SECTION_LETTER;
  const char *parent = NULL;
  g_autofree char *rank = dup_place (cli, plan, NULL, &section, &parent, error);
  g_autoptr (TwfProvision) provision = NULL;

  if (rank == NULL)
    return NULL;
  provision = twf_provision_new (id, section);
  twf_provision_set_place (provision, section, parent, rank);
  if (!put_texts (NULL, provision, error))
    return NULL;
  return twf_proposal_make_insert (plan, provision, owners, options.reason, pid, error);
}

/* Ids in full, each once; NULL: one is none, and that has been printed. */
static GStrv
list_taken (TwfCli *cli, TwfPlan *plan)
{
  g_autoptr (GPtrArray) pids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; options.taken[i] != NULL; i++)
    {
      g_autofree char *pid = twf_cli_find_proposal (cli, plan, options.taken[i]);

      if (pid == NULL)
        return NULL;
      if (!g_ptr_array_find_with_equal_func (pids, pid, g_str_equal, NULL))
        g_ptr_array_add (pids, g_steal_pointer (&pid));
    }
  g_ptr_array_add (pids, NULL);
  return (GStrv)g_ptr_array_steal (pids, NULL);
}

static GPtrArray *
list_edits_of_compromise (TwfPlan *plan, const char *const *taken, char **pid, GError **error)
{
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");

  if (!put_texts (draft, NULL, error))
    return NULL;
  twf_proposal_set_values (
      draft, TWF_PROPOSAL_FIELD_REASON, (const char *const[]){ options.reason, NULL });
  return twf_proposal_make_compromise (plan, taken, draft, pid, error);
}

/* The reasons that a person meets who types a proposal. */
static int
refuse (TwfCli *cli, const GError *error, const char *pid, const char *subject)
{
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EMPTY))
    return twf_cli_refuse (cli, _ ("That is so already: there is nothing to propose."));
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EXISTS) && pid != NULL)
    return twf_cli_refuse (
        cli,
        _ ("The same was proposed and set aside: %s. To take it up again: twf reopen PLAN %s"),
        pid,
        pid);
  return twf_cli_reject (cli, error, subject);
}

static int
tell (TwfCli *cli, TwfPlan *plan, const char *pid, const char *revision)
{
  TwfProvision *provision = NULL;
  JsonObject *object;

  twf_plan_get_proposal (plan, pid, &provision);
  if (!cli->json)
    {
      twf_cli_print (cli, "%s\n", pid);
      return TWF_EXIT_DONE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "id", pid);
  if (provision != NULL)
    json_object_set_string_member (object, "provision", twf_provision_get_id (provision));
  else
    json_object_set_null_member (object, "provision");
  json_object_set_string_member (object, "revision", revision);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

static int
propose (TwfCli *cli, TwfDesk *desk, const char *id, Ask ask)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  g_autoptr (GError) error = NULL;
  g_autofree char *pid = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *message = NULL;
  g_autofree char *revision = NULL;
  g_auto (GStrv) taken = NULL;

  if (!twf_cli_knows_delegation (cli, plan)
      || (ask == ASK_COMPROMISE && (taken = list_taken (cli, plan)) == NULL))
    return TWF_EXIT_REFUSED;
  if (ask == ASK_COMPROMISE)
    edits = list_edits_of_compromise (plan, (const char *const *)taken, &pid, &error);
  else if (ask == ASK_INSERT)
    edits = list_edits_of_insert (cli, plan, &pid, &error);
  else
    edits = list_edits (cli, plan, id, ask, &pid, &error);
  if (edits == NULL || !twf_plan_apply_all (plan, edits, &error))
    return refuse (cli, error, pid, id != NULL ? id : twf_desk_get_path (desk));
  message = twf_cli_describe_act ("Make", twf_plan_get_proposal (plan, pid, NULL));
  revision = twf_cli_save_act (cli, desk, pid, message, FALSE);
  return revision != NULL ? tell (cli, plan, pid, revision) : TWF_EXIT_REFUSED;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  Ask ask = find_ask (n_arguments > 1);
  const char *id = NULL;
  TwfDesk *desk;
  int status;

  if (options.taken != NULL && n_arguments > 1)
    return twf_cli_refuse (cli,
                           _ ("A compromise takes no ID: it is about what the proposals are about "
                              "that it takes up. Leave %s out."),
                           arguments[1]);
  if (ask == ASK_NOTHING)
    return twf_cli_refuse (cli,
                           _ ("What is proposed is not clear: give a text, a field, --delete, a "
                              "place, or a new provision. See: twf help propose"));
  if (ask == ASK_COMPROMISE && cli->as != NULL)
    return twf_cli_refuse (
        cli,
        _ ("A compromise speaks for several: the facilitator records it, not %s. "
           "Without --compromise, %s proposes a text of its own."),
        cli->as,
        cli->as);
  if (n_arguments > 1 && !g_str_equal (arguments[1], THE_PLAN))
    id = arguments[1];
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = propose (cli, desk, id, ask);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_propose = {
  .name = "propose",
  .arguments
  = "PLAN [ID] (--language L --text T | --field F --value V | --delete | --after ID | "
    "--section S --language L --text T | --compromise P --compromise P --language L --text T)",
  .summary = N_ ("Propose other words, a new provision, a deletion or a move"),
  .details
  = N_ ("The text stays as it is until the proposal is accepted. Without ID, and with --section, a "
        "new provision is proposed. With --after, --parent or --section a provision is to move "
        "there. Prints the id of the proposal; who asks for what is proposed already joins its "
        "owners. “plan” stands for the plan itself: its title and its fields. A compromise belongs "
        "to the owners of all proposals that it takes up; those are withdrawn in its favour, and "
        "open again when it is withdrawn or rejected."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = 2,
  .run = run,
};
