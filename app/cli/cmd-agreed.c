/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-agreed.h"
#include "twf-bidi.h"
#include "twf-error.h"
#include "twf-language.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* So many places are printed where the command does not say. */
#define USUAL_MOST 10

/* More than that are read by nobody, and by no program at once. */
#define MOST_FOUND 1000

static struct
{
  char *language;
  int most;
} options;

static const GOptionEntry entries[] = {
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("The language of the words; without: any"),
    "L" },
  { "most", 'n', 0, G_OPTION_ARG_INT, &options.most, N_ ("How many places to print"), "N" },
  { NULL },
};

static int
fail (TwfCli *cli, const GError *error, const char *path)
{
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    return twf_cli_refuse (cli, _ ("Nothing is indexed yet. Do: twf agreed index FOLDER"));
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_CHANGED)
      || g_error_matches (error, TWF_ERROR, TWF_ERROR_DAMAGED))
    return twf_cli_refuse (
        cli, _ ("The index cannot be read. Make it anew from its folders: twf agreed index"));
  return twf_cli_fail (cli, error, path);
}

static void
progress_cb (guint done, guint total, gpointer user_data)
{
  if (total > 0 && (done == total || done % 16 == 0))
    fprintf (stderr, "\r%u/%u%s", done, total, done == total ? "\n" : "");
}

static void
print_report (TwfCli *cli, const TwfIndexReport *report)
{
  for (guint i = 0; i < report->skipped->len; i++)
    {
      const TwfSkipped *skipped = report->skipped->pdata[i];
      g_autofree char *path = g_filename_display_name (skipped->path);

      twf_cli_print (cli, _ ("%s: left out: %s\n"), path, skipped->why);
    }
  for (guint i = 0; i < report->gone->len; i++)
    {
      g_autofree char *path = g_filename_display_name (report->gone->pdata[i]);

      twf_cli_print (cli, _ ("%s: not there; what it held stays in the index\n"), path);
    }
  twf_cli_print (cli,
                 _ ("%u files, %u of them read now, %u left out\n"),
                 report->n_files,
                 report->n_read,
                 report->skipped->len);
  twf_cli_print (cli,
                 _ ("%u resolutions and %u paragraphs in the index\n"),
                 report->n_resolutions,
                 report->n_passages);
}

static void
print_report_json (TwfCli *cli, const TwfIndexReport *report)
{
  JsonObject *object = json_object_new ();
  JsonArray *skipped = json_array_new ();
  JsonArray *gone = json_array_new ();

  for (guint i = 0; i < report->skipped->len; i++)
    {
      const TwfSkipped *one = report->skipped->pdata[i];
      g_autofree char *path = g_filename_display_name (one->path);
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "path", path);
      json_object_set_string_member (entry, "why", one->why);
      json_array_add_object_element (skipped, entry);
    }
  for (guint i = 0; i < report->gone->len; i++)
    {
      g_autofree char *path = g_filename_display_name (report->gone->pdata[i]);

      json_array_add_string_element (gone, path);
    }
  json_object_set_int_member (object, "files", report->n_files);
  json_object_set_int_member (object, "read", report->n_read);
  json_object_set_int_member (object, "resolutions", report->n_resolutions);
  json_object_set_int_member (object, "paragraphs", report->n_passages);
  json_object_set_array_member (object, "skipped", skipped);
  json_object_set_array_member (object, "gone", gone);
  twf_cli_print_json (cli, object);
}

static int
run_index (TwfCli *cli, const char *path, guint n_folders, const char *const *folders)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfLibrary) library = NULL;
  g_autoptr (TwfIndexReport) report = NULL;
  g_autofree const char **asked = g_new0 (const char *, n_folders + 1);
  gboolean seen = isatty (STDERR_FILENO) && !cli->json;

  for (guint i = 0; i < n_folders; i++)
    {
      asked[i] = folders[i];
      if (!g_file_test (folders[i], G_FILE_TEST_IS_DIR))
        return twf_cli_refuse (
            cli, _ ("%s is not a folder. Give one that holds Akoma Ntoso files."), folders[i]);
    }
  library = twf_library_open_to_write (path, &error);
  if (library != NULL)
    report = twf_library_index (
        library, n_folders > 0 ? asked : NULL, seen ? progress_cb : NULL, NULL, NULL, &error);
  if (report == NULL)
    return twf_cli_fail (cli, error, path);
  if (cli->json)
    print_report_json (cli, report);
  else
    print_report (cli, report);
  return report->gone->len > 0 || report->skipped->len > 0 ? TWF_EXIT_NEEDS_PERSON : TWF_EXIT_DONE;
}

static JsonObject *
finding_to_json (const TwfFinding *finding)
{
  JsonObject *object = json_object_new ();
  JsonObject *wordings = json_object_new ();
  const TwfWording *found = finding->wordings->pdata[finding->found_in];
  g_autofree char *path = g_filename_display_name (finding->path != NULL ? finding->path : "");

  for (guint i = 0; i < finding->wordings->len; i++)
    {
      const TwfWording *wording = finding->wordings->pdata[i];
      JsonObject *one = json_object_new ();
      g_autofree char *part
          = g_strndup (wording->text + wording->start, wording->end - wording->start);

      json_object_set_string_member (one, "text", wording->text);
      json_object_set_string_member (one, "part", part);
      json_object_set_object_member (wordings, wording->language, one);
    }
  json_object_set_string_member (object, "symbol", finding->symbol);
  json_object_set_string_member (object, "date", finding->date);
  json_object_set_string_member (object, "title", finding->title);
  json_object_set_string_member (object, "place", finding->place);
  json_object_set_string_member (object, "language", found->language);
  json_object_set_boolean_member (object, "exact", finding->exact);
  json_object_set_double_member (object, "likeness", finding->likeness);
  json_object_set_string_member (object, "path", path);
  json_object_set_object_member (object, "wordings", wordings);
  return object;
}

static void
print_findings_json (TwfCli *cli, const TwfFindings *findings)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < findings->findings->len; i++)
    json_array_add_object_element (array, finding_to_json (findings->findings->pdata[i]));
  json_object_set_int_member (object, "paragraphs", findings->n_passages);
  json_object_set_int_member (object, "resolutions", findings->n_resolutions);
  json_object_set_string_member (object, "first", findings->first);
  json_object_set_string_member (object, "last", findings->last);
  json_object_set_array_member (object, "findings", array);
  twf_cli_print_json (cli, object);
}

/* The words that differ from the phrase, as twf diff-text has them. */
static char *
dup_marked (const TwfWording *wording, const char *phrase)
{
  g_autofree char *part = g_strndup (wording->text + wording->start, wording->end - wording->start);
  g_autoptr (GPtrArray) runs = twf_difference_of_texts (phrase, part, wording->language);
  GString *marked = g_string_new (wording->start > 0 ? "… " : "");

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];
      const char *open = run->kind == TWF_RUN_DELETED    ? "[-"
                         : run->kind == TWF_RUN_INSERTED ? "{+"
                                                         : "";
      const char *close = run->kind == TWF_RUN_DELETED    ? "-]"
                          : run->kind == TWF_RUN_INSERTED ? "+}"
                                                          : "";

      g_string_append_printf (marked, "%s%s%s", open, run->text, close);
    }
  if (wording->text[wording->end] != '\0')
    g_string_append (marked, " …");
  return g_string_free (marked, FALSE);
}

static void
print_finding (TwfCli *cli, const TwfFinding *finding, const char *phrase)
{
  g_autofree char *title = twf_text_isolate (finding->title != NULL ? finding->title : "");

  twf_cli_print (cli,
                 "\n%s %s  %s  %s",
                 finding->symbol != NULL ? finding->symbol : "?",
                 finding->place,
                 finding->date != NULL ? finding->date : "",
                 title);
  if (!finding->exact)
    twf_cli_print (cli, "  %d %%", (int)(100 * finding->likeness + 0.5));
  twf_cli_print (cli, "\n");
  for (guint i = 0; i < finding->wordings->len; i++)
    {
      const TwfWording *wording = finding->wordings->pdata[i];
      g_autofree char *words = i == finding->found_in && !finding->exact
                                   ? dup_marked (wording, phrase)
                                   : g_strdup (wording->text);
      g_autofree char *isolated = twf_text_isolate (words);

      twf_cli_print (cli, "  %s  %s\n", wording->language, isolated);
    }
}

static void
print_findings (TwfCli *cli, const TwfFindings *findings, const char *phrase)
{
  if (findings->n_passages == 0)
    twf_cli_print (cli, "%s\n", _ ("Word for word nowhere."));
  else
    twf_cli_print (cli,
                   _ ("Word for word in %u paragraphs of %u resolutions, %s to %s.\n"),
                   findings->n_passages,
                   findings->n_resolutions,
                   findings->first != NULL ? findings->first : "?",
                   findings->last != NULL ? findings->last : "?");
  for (guint i = 0; i < findings->findings->len; i++)
    print_finding (cli, findings->findings->pdata[i], phrase);
}

static int
run_find (TwfCli *cli, const char *path, const char *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfLibrary) library = NULL;
  g_autoptr (TwfFindings) findings = NULL;
  g_autofree char *phrase = NULL;

  if (options.language != NULL && !twf_language_is_valid (options.language))
    return twf_cli_refuse (
        cli, _ ("“%s” is not the tag of a language. Give one such as ar."), options.language);
  if (options.most < 0 || options.most > MOST_FOUND)
    return twf_cli_refuse (cli, _ ("-n takes a number from 1 to %d."), MOST_FOUND);
  phrase = twf_cli_dup_text (argument, &error);
  if (phrase == NULL)
    return twf_cli_reject (cli, error, argument);
  if (*phrase == '\0')
    return twf_cli_refuse (cli, _ ("The text is empty. Give one with words in it."));
  library = twf_library_open (path, &error);
  if (library != NULL)
    findings = twf_library_find (library,
                                 phrase,
                                 options.language,
                                 options.most > 0 ? (guint)options.most : USUAL_MOST,
                                 NULL,
                                 &error);
  if (findings == NULL)
    return fail (cli, error, path);
  if (findings->nothing_indexed)
    return options.language != NULL
               ? twf_cli_refuse (cli, _ ("No text in “%s” is indexed."), options.language)
               : twf_cli_refuse (cli, _ ("Nothing is indexed yet. Do: twf agreed index FOLDER"));
  if (cli->json)
    print_findings_json (cli, findings);
  else
    print_findings (cli, findings, phrase);
  return TWF_EXIT_DONE;
}

static int
run_list (TwfCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfLibrary) library = twf_library_open (path, &error);
  g_autoptr (GPtrArray) folders = library != NULL ? twf_library_list (library, &error) : NULL;
  JsonArray *array = cli->json ? json_array_new () : NULL;

  if (folders == NULL && !g_error_matches (error, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    {
      g_clear_pointer (&array, json_array_unref);
      return fail (cli, error, path);
    }
  for (guint i = 0; folders != NULL && i < folders->len; i++)
    {
      const TwfLibraryFolder *folder = folders->pdata[i];
      g_autofree char *name = g_filename_display_name (folder->path);
      g_autofree char *when = twf_cli_dup_moment (folder->when);
      JsonObject *object;

      if (array == NULL)
        {
          twf_cli_print (cli,
                         _ ("%s: %u files of %u resolutions, %u left out, %s%s\n"),
                         name,
                         folder->n_files,
                         folder->n_resolutions,
                         folder->n_skipped,
                         when,
                         folder->gone ? _ (", not there now") : "");
          continue;
        }
      object = json_object_new ();
      json_object_set_string_member (object, "path", name);
      json_object_set_int_member (object, "files", folder->n_files);
      json_object_set_int_member (object, "resolutions", folder->n_resolutions);
      json_object_set_int_member (object, "skipped", folder->n_skipped);
      json_object_set_int_member (object, "when", folder->when);
      json_object_set_boolean_member (object, "gone", folder->gone);
      json_array_add_object_element (array, object);
    }
  if (array != NULL)
    {
      JsonObject *object = json_object_new ();

      json_object_set_array_member (object, "folders", array);
      twf_cli_print_json (cli, object);
    }
  return TWF_EXIT_DONE;
}

static int
run_forget (TwfCli *cli, const char *path, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfLibrary) library = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return twf_cli_refuse (cli, _ ("%s is not indexed. See: twf agreed list"), folder);
  library = twf_library_open_to_write (path, &error);
  if (library == NULL)
    return fail (cli, error, path);
  if (twf_library_forget (library, folder, NULL, &error))
    return TWF_EXIT_DONE;
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    return twf_cli_refuse (cli, _ ("%s is not indexed. See: twf agreed list"), folder);
  return fail (cli, error, path);
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  g_autofree char *path = twf_library_dup_path ();
  const char *verb = arguments[0];

  if (g_str_equal (verb, "index"))
    return run_index (cli, path, n_arguments - 1, arguments + 1);
  if (g_str_equal (verb, "find") && n_arguments == 2)
    return run_find (cli, path, arguments[1]);
  if (g_str_equal (verb, "list") && n_arguments == 1)
    return run_list (cli, path);
  if (g_str_equal (verb, "forget") && n_arguments == 2)
    return run_forget (cli, path, arguments[1]);
  return twf_cli_refuse (cli,
                         _ ("Usage: twf %s %s. See: twf help %s"),
                         cli->command->name,
                         cli->command->arguments,
                         cli->command->name);
}

const TwfCommand twf_command_agreed = {
  .name = "agreed",
  .arguments = "index [FOLDER...] | find PHRASE | list | forget FOLDER",
  .summary = N_ ("Find where a phrase was agreed before"),
  .details
  = N_ ("Needs no plan. With index, the adopted texts in each FOLDER and below it (Akoma Ntoso, a "
        "file for each language) are read into an index that lies with the user’s data; without "
        "FOLDER, those that are indexed already are looked through again. Only what is new or "
        "changed is read, and a run that was cut off is gone on with. With find, prints where "
        "PHRASE (“-”: standard input) was agreed: word for word, the newest first, then nearly; "
        "each with the paragraph in every language it was adopted in. Loose spellings of Arabic, "
        "harakat, capitals, accents and punctuation make no difference. With list, the folders; "
        "with forget, one is taken out of the index."),
  .entries = entries,
  .least = 1,
  .most = G_MAXUINT,
  .run = run,
};
