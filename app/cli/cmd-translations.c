/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-translation.h"

#include "twf-bidi.h"
#include "twf-numbering.h"
#include "twf-segments.h"

#include <glib/gi18n-lib.h>

/* So many signs of a text say which it is. */
#define MOST_LETTERS 60

static struct
{
  char *language;
} options;

static const GOptionEntry entries[] = {
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("The language to translate into"),
    "L" },
  { NULL },
};

/* What is to be done, what changed in each source (of TwfSourceChange, in step), and by which
 * revisions (char* id -> TwfRevision*). */
typedef struct
{
  TwfCli *cli;
  TwfDesk *desk;
  TwfLags *lags;
  GPtrArray *tasks;
  GPtrArray *changes;
  GHashTable *revisions;
} List;

/* That a source changed is what makes one ask who changed it. */
static const char *
get_revision_id (const List *self, const TwfTranslationTask *task)
{
  TwfPlan *plan = twf_desk_get_plan (self->desk);

  if (task->translated->since == NULL
      || g_strcmp0 (task->translated->from, twf_plan_get_source_language (plan)) != 0)
    return NULL;
  return twf_lags_get_change (self->lags, task->id, task->part);
}

static gboolean
read_changes (List *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  twf_desk_compare_sources_async (self->desk, self->tasks, NULL, twf_cli_store_result_cb, &result);
  self->changes = twf_desk_compare_sources_finish (self->desk, twf_cli_await (&result), &error);
  if (self->changes == NULL)
    twf_cli_fail (self->cli, error, twf_desk_get_path (self->desk));
  return self->changes != NULL;
}

static gboolean
read_revisions (List *self)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree gpointer *ids = NULL;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const char *id = get_revision_id (self, self->tasks->pdata[i]);

      if (id != NULL)
        g_hash_table_add (wanted, (gpointer)id);
    }
  ids = g_hash_table_get_keys_as_array (wanted, NULL);
  twf_desk_read_revisions_async (
      self->desk, (const char *const *)ids, NULL, twf_cli_store_result_cb, &result);
  found = twf_desk_read_revisions_finish (self->desk, twf_cli_await (&result), &error);
  if (found == NULL)
    twf_cli_fail (self->cli, error, twf_desk_get_path (self->desk));
  for (guint i = 0; found != NULL && i < found->len; i++)
    g_hash_table_insert (self->revisions,
                         g_strdup (twf_revision_get_id (found->pdata[i])),
                         g_object_ref (found->pdata[i]));
  return found != NULL;
}

static TwfRevision *
get_revision (const List *self, const TwfTranslationTask *task)
{
  const char *id = get_revision_id (self, task);

  return id != NULL ? g_hash_table_lookup (self->revisions, id) : NULL;
}

static const char *
get_shown_text (TwfProvision *provision, const TwfTranslationTask *task)
{
  const char *text = twf_provision_get_text (provision, task->part, options.language);

  if (text == NULL && task->translated->from != NULL)
    text = twf_provision_get_text (provision, task->part, task->translated->from);
  return text != NULL ? text : "";
}

static char *
dup_number (const List *self, TwfProvision *provision)
{
  return twf_plan_dup_number (twf_desk_get_plan (self->desk), provision, options.language);
}

static JsonObject *
task_to_json (const List *self, guint index)
{
  const TwfTranslationTask *task = self->tasks->pdata[index];
  const TwfSourceChange *change = self->changes->pdata[index];
  TwfProvision *provision = twf_plan_get_provision (twf_desk_get_plan (self->desk), task->id);
  TwfRevision *revision = get_revision (self, task);
  g_autofree char *number = dup_number (self, provision);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", task->id);
  json_object_set_string_member (object, "part", twf_part_get_name (task->part));
  json_object_set_string_member (object, "number", number);
  json_object_set_string_member (
      object, "state", twf_translated_state_get_name (task->translated->state));
  json_object_set_string_member (
      object, "from", task->translated->from != NULL ? task->translated->from : "");
  json_object_set_string_member (object, "text", get_shown_text (provision, task));
  if (change->known)
    {
      json_object_set_int_member (object, "words_changed", change->n_words);
      json_object_set_array_member (object, "runs", twf_cli_runs_to_json (change->runs));
    }
  if (revision != NULL)
    {
      g_autofree char *when = twf_cli_dup_utc (twf_revision_get_when (revision));

      json_object_set_string_member (object, "revision", twf_revision_get_id (revision));
      json_object_set_string_member (object, "author", twf_revision_get_author (revision));
      json_object_set_string_member (object, "when", when);
    }
  return object;
}

static void
append_change (GString *line, const List *self, guint index)
{
  const TwfSourceChange *change = self->changes->pdata[index];
  TwfRevision *revision = get_revision (self, self->tasks->pdata[index]);

  if (change->known)
    g_string_append_printf (
        line,
        g_dngettext (GETTEXT_PACKAGE, ", %u word changed", ", %u words changed", change->n_words),
        change->n_words);
  if (revision != NULL)
    {
      g_autofree char *name = twf_cli_dup_author (self->desk, revision);
      g_autofree char *author = twf_text_isolate (name);
      g_autofree char *moment = twf_cli_dup_moment (twf_revision_get_when (revision));
      g_autofree char *when = twf_text_isolate (moment);

      /* Translators: by whom a text was changed last, and when. */
      g_string_append_printf (line, _ (", last by %s, %s"), author, when);
    }
}

static void
print_task (const List *self, guint index)
{
  const TwfTranslationTask *task = self->tasks->pdata[index];
  TwfProvision *provision = twf_plan_get_provision (twf_desk_get_plan (self->desk), task->id);
  g_autofree char *number = dup_number (self, provision);
  const char *shown = twf_provision_get_text (provision, task->part, options.language) != NULL
                          ? options.language
                          : task->translated->from;
  g_autofree char *first
      = twf_text_dup_first_words (get_shown_text (provision, task), MOST_LETTERS, shown);
  g_autofree char *whole = g_strconcat (number, *number != '\0' ? " " : "", first, NULL);
  g_autofree char *text = twf_text_isolate (whole);
  g_autoptr (GString) line = g_string_new (task->id);

  if (task->part != TWF_PART_BODY)
    g_string_append_printf (line, "  %s", twf_part_get_name (task->part));
  g_string_append_printf (line, "  %s", twf_cli_get_translated_words (task->translated->state));
  append_change (line, self, index);
  twf_cli_print (self->cli, "%s: %s\n", line->str, text);
}

static void
print_json (const List *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->tasks->len; i++)
    json_array_add_object_element (array, task_to_json (self, i));
  json_object_set_string_member (object, "language", options.language);
  json_object_set_array_member (object, "translations", array);
  twf_cli_print_json (self->cli, object);
}

static int
list (List *self)
{
  TwfPlan *plan = twf_desk_get_plan (self->desk);

  if (!twf_cli_knows_language (self->cli, plan, options.language))
    return TWF_EXIT_REFUSED;
  self->lags = twf_cli_find_lags (self->cli, self->desk);
  if (self->lags == NULL)
    return TWF_EXIT_REFUSED;
  self->tasks = twf_translation_list_tasks (plan, options.language, self->lags);
  if (!read_changes (self) || !read_revisions (self))
    return TWF_EXIT_REFUSED;
  if (self->cli->json)
    print_json (self);
  for (guint i = 0; !self->cli->json && i < self->tasks->len; i++)
    print_task (self, i);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  List self = { cli, twf_cli_open (cli, arguments[0]), NULL, NULL, NULL, NULL };
  int status;

  if (self.desk == NULL)
    return TWF_EXIT_REFUSED;
  self.revisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  status = list (&self);
  g_clear_pointer (&self.lags, twf_lags_unref);
  g_clear_pointer (&self.tasks, g_ptr_array_unref);
  g_clear_pointer (&self.changes, g_ptr_array_unref);
  g_hash_table_unref (self.revisions);
  twf_cli_close (self.desk);
  return status;
}

const TwfCommand twf_command_translations = {
  .name = "translations",
  .arguments = "PLAN --language L",
  .summary = N_ ("List what is to be translated"),
  .details
  = N_ ("Prints one line a text that is to be done in that language, in reading order: its id, "
        "why (not translated, the source changed since, marked as translated though not a word "
        "changed, changed since it was marked), how many words of the source changed, and by whom "
        "last and when. With --json the changes of the source as well. What is recorded of a "
        "translation goes before what history tells."),
  .entries = entries,
  .least = 1,
  .most = 1,
  .run = run,
};
