/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-transform.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static struct
{
  char **languages;
  gboolean dry_run;
  gboolean brackets;
} options;

static const GOptionEntry entries[] = {
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &options.languages,
    N_ ("Language of the document; one for all files, or one for each in their order"),
    "L" },
  { "brackets",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.brackets,
    N_ ("Read brackets that name delegations as proposals"),
    NULL },
  { "dry-run",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.dry_run,
    N_ ("Print what each paragraph is taken for, and write nothing"),
    NULL },
  { NULL },
};

static GPtrArray *
list_languages (guint n_files)
{
  GPtrArray *languages = g_ptr_array_new ();
  guint n = options.languages != NULL ? g_strv_length (options.languages) : 0;

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (languages, n == 0 ? NULL : options.languages[n == 1 ? 0 : i]);
  g_ptr_array_add (languages, NULL);
  return languages;
}

static TwfDraft *
read_documents (TwfCli *cli, guint n_files, const char *const *files)
{
  g_autoptr (GPtrArray) languages = list_languages (n_files);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TwfDraft *draft;
  g_autofree char *subject = NULL;

  twf_desk_read_documents_async (
      files, (const char *const *)languages->pdata, NULL, twf_cli_store_result_cb, &result);
  draft = twf_desk_read_documents_finish (twf_cli_await (&result), &error);
  if (draft == NULL)
    {
      subject = g_strjoinv (", ", (char **)files);
      twf_cli_fail (cli, error, subject);
    }
  return draft;
}

static JsonObject *
suggestion_to_json (const TwfSuggestion *suggestion)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "from", suggestion->from);
  json_object_set_string_member (object, "to", suggestion->to);
  json_object_set_string_member (object, "reason", suggestion->reason);
  json_object_set_int_member (object, "start", (gint64)suggestion->start);
  return object;
}

static JsonObject *
paragraph_to_json (TwfDraftParagraph *paragraph)
{
  static const char *const roles[]
      = { "left-out", "title",     "symbol",  "session",  "agenda-item",
          "date",     "signatory", "heading", "provision" };
  JsonObject *object = json_object_new ();
  JsonObject *texts = json_object_new ();
  JsonArray *suggestions = json_array_new ();
  GPtrArray *found = twf_draft_paragraph_get_suggestions (paragraph);
  g_auto (GStrv) languages = twf_draft_paragraph_list_languages (paragraph);

  json_object_set_int_member (object, "line", twf_draft_paragraph_get_line (paragraph));
  json_object_set_string_member (object, "role", roles[twf_draft_paragraph_get_role (paragraph)]);
  json_object_set_string_member (
      object, "section", twf_section_get_name (twf_draft_paragraph_get_section (paragraph)));
  json_object_set_int_member (object, "depth", twf_draft_paragraph_get_depth (paragraph));
  json_object_set_string_member (object, "source", twf_draft_paragraph_get_source (paragraph));
  for (gsize i = 0; languages[i] != NULL; i++)
    json_object_set_string_member (
        texts, languages[i], twf_draft_paragraph_get_text (paragraph, languages[i]));
  json_object_set_object_member (object, "texts", texts);
  for (guint i = 0; i < found->len; i++)
    json_array_add_object_element (suggestions, suggestion_to_json (found->pdata[i]));
  json_object_set_array_member (object, "suggestions", suggestions);
  return object;
}

static int
print_draft (TwfCli *cli, TwfDraft *draft)
{
  GListModel *paragraphs = twf_draft_list_paragraphs (draft);
  int status = twf_draft_count_suggestions (draft) > 0 ? TWF_EXIT_NEEDS_PERSON : TWF_EXIT_DONE;
  JsonObject *object;
  JsonArray *array;

  if (!cli->json)
    {
      g_autofree char *text = twf_draft_to_text (draft);

      twf_cli_print (cli, "%s", text);
      return status;
    }
  object = json_object_new ();
  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (paragraphs); i++)
    {
      g_autoptr (TwfDraftParagraph) paragraph = g_list_model_get_item (paragraphs, i);

      json_array_add_object_element (array, paragraph_to_json (paragraph));
    }
  twf_cli_set_json_strings (object, "languages", twf_draft_get_languages (draft));
  json_object_set_array_member (object, "paragraphs", array);
  twf_cli_print_json (cli, object);
  return status;
}

/* What was not repaired stands in the text as it stood in the document: somebody has to look. */
static int
report (TwfCli *cli, TwfDesk *desk, TwfDraft *draft, const char *revision)
{
  guint suggestions = twf_draft_count_suggestions (draft);
  guint brackets = options.brackets ? 0 : twf_draft_count_brackets (draft);
  JsonObject *object;

  if (cli->json)
    {
      object = json_object_new ();
      json_object_set_string_member (object, "path", twf_desk_get_path (desk));
      json_object_set_string_member (object, "revision", revision);
      json_object_set_int_member (
          object, "provisions", twf_plan_get_n_provisions (twf_desk_get_plan (desk)));
      json_object_set_int_member (object, "suggestions", suggestions);
      json_object_set_int_member (object, "brackets", brackets);
      twf_cli_print_json (cli, object);
    }
  else
    {
      twf_cli_print (cli, "%s\n", revision);
    }
  if (brackets > 0)
    g_printerr (ngettext ("twf import: %u paragraph has brackets that name delegations: with "
                          "--brackets they become proposals\n",
                          "twf import: %u paragraphs have brackets that name delegations: with "
                          "--brackets they become proposals\n",
                          brackets),
                brackets);
  if (suggestions == 0)
    return brackets > 0 ? TWF_EXIT_NEEDS_PERSON : TWF_EXIT_DONE;
  g_printerr (ngettext ("twf import: %u repair is proposed and was not made: see --dry-run\n",
                        "twf import: %u repairs are proposed and were not made: see --dry-run\n",
                        suggestions),
              suggestions);
  return TWF_EXIT_NEEDS_PERSON;
}

static int
take_in (TwfCli *cli, const char *path, TwfDraft *draft, TwfPlan *plan)
{
  TwfDesk *desk = twf_cli_open (cli, path);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = NULL;
  int status = TWF_EXIT_REFUSED;

  if (desk == NULL)
    return status;
  edits = twf_edits_taking_in (twf_desk_get_plan (desk), plan, cli->as);
  if (!twf_edits_apply (twf_desk_get_plan (desk), edits, &error))
    twf_cli_fail (cli, error, path);
  else if ((revision = twf_cli_save (cli, desk, "Import")) != NULL)
    status = report (cli, desk, draft, revision);
  twf_cli_close (desk);
  return status;
}

static int
create (TwfCli *cli, const char *path, TwfDraft *draft, TwfPlan *plan)
{
  TwfDesk *desk;
  int status;

  if (cli->message == NULL)
    cli->message = g_strdup ("Import");
  desk = twf_cli_create (cli, path, plan);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = report (cli, desk, draft, twf_desk_get_revision (desk));
  twf_cli_close (desk);
  return status;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  guint n = options.languages != NULL ? g_strv_length (options.languages) : 0;
  g_autoptr (TwfDraft) draft = NULL;
  g_autoptr (TwfPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (n > 1 && n != n_arguments - 1)
    return twf_cli_refuse (cli, _ ("Give --language once, or once for each file."));
  draft = read_documents (cli, n_arguments - 1, arguments + 1);
  if (draft == NULL)
    return TWF_EXIT_REFUSED;
  if (options.dry_run)
    return print_draft (cli, draft);
  twf_draft_set_reads_brackets (draft, options.brackets);
  plan = twf_draft_to_plan (draft, &error);
  if (plan == NULL)
    return twf_cli_fail (cli, error, arguments[1]);
  if (g_access (arguments[0], F_OK) == 0)
    return take_in (cli, arguments[0], draft, plan);
  return create (cli, arguments[0], draft, plan);
}

const TwfCommand twf_command_import = {
  .name = "import",
  .arguments = "PLAN FILE... [--language L]",
  .summary = N_ ("Take in a document, or one in several languages"),
  .details
  = N_ ("Reads a letter, text, HTML or Akoma Ntoso; what it is, is seen from its content. "
        "Makes PLAN if it is not there. Prints the id of the revision; the exit status is 1 "
        "if repairs are proposed that change words: see them with --dry-run."),
  .entries = entries,
  .saves = TRUE,
  .least = 2,
  .most = G_MAXUINT,
  .run = run,
};
