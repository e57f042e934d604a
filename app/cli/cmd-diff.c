/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-cli-change.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *language;
  char *format;
} options;

static const GOptionEntry entries[] = {
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("Texts in one language only"),
    "L" },
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_ ("text, html or json"), "FORMAT" },
  { NULL },
};

/* Facts of the rows in their order, each once; @numbers: for each, of which side it is. */
static GPtrArray *
list_changes (TwfComparison *comparison, GArray *sides)
{
  GPtrArray *rows = twf_comparison_get_rows (comparison);
  GPtrArray *changes = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    for (guint side = 0; side < twf_comparison_get_n_sides (comparison); side++)
      {
        GPtrArray *found = ((const TwfRow *)rows->pdata[i])->changes[side];

        for (guint c = 0; c < found->len; c++)
          if (twf_row_concerns (found->pdata[c], options.language))
            {
              g_ptr_array_add (changes, found->pdata[c]);
              g_array_append_val (sides, side);
            }
      }
  return changes;
}

static JsonArray *
counts_to_json (TwfComparison *comparison)
{
  JsonArray *array = json_array_new ();

  for (guint side = 0; side < twf_comparison_get_n_sides (comparison); side++)
    {
      JsonObject *object = json_object_new ();
      TwfComparisonCounts counts;

      twf_comparison_count (comparison, side, options.language, &counts);
      json_object_set_int_member (object, "inserted-words", counts.inserted);
      json_object_set_int_member (object, "deleted-words", counts.deleted);
      json_object_set_int_member (object, "added", counts.added);
      json_object_set_int_member (object, "removed", counts.removed);
      json_object_set_int_member (object, "moved", counts.moved);
      json_object_set_int_member (object, "edited", counts.edited);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
row_to_json (TwfComparison *comparison, const TwfRow *row, guint first, guint n)
{
  JsonObject *object = json_object_new ();
  JsonArray *numbers = json_array_new ();
  JsonArray *changes = json_array_new ();

  if (row->id != NULL)
    json_object_set_string_member (object, "id", row->id);
  else
    json_object_set_null_member (object, "id");
  if (row->delegation != NULL)
    json_object_set_string_member (object, "delegation", row->delegation);
  for (guint i = 0; row->id != NULL && i <= twf_comparison_get_n_sides (comparison); i++)
    if (row->numbers[i] != NULL)
      json_array_add_string_element (numbers, row->numbers[i]);
    else
      json_array_add_null_element (numbers);
  for (guint i = 0; i < n; i++)
    json_array_add_int_element (changes, first + i);
  json_object_set_array_member (object, "numbers", numbers);
  json_object_set_array_member (object, "changes", changes);
  return object;
}

static guint
count_changes (TwfComparison *comparison, const TwfRow *row)
{
  guint n = 0;

  for (guint side = 0; side < twf_comparison_get_n_sides (comparison); side++)
    for (guint c = 0; c < row->changes[side]->len; c++)
      n += twf_row_concerns (row->changes[side]->pdata[c], options.language);
  return n;
}

static JsonArray *
rows_to_json (TwfComparison *comparison)
{
  GPtrArray *rows = twf_comparison_get_rows (comparison);
  JsonArray *array = json_array_new ();
  guint first = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      guint n = count_changes (comparison, rows->pdata[i]);

      if (n > 0)
        json_array_add_object_element (array, row_to_json (comparison, rows->pdata[i], first, n));
      first += n;
    }
  return array;
}

static void
print_json (TwfCli *cli, TwfComparison *comparison)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();
  g_autoptr (GArray) sides = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) changes = list_changes (comparison, sides);

  for (guint i = 0; i < changes->len; i++)
    {
      JsonObject *change = twf_cli_change_to_json (changes->pdata[i]);

      if (twf_comparison_get_n_sides (comparison) > 1)
        json_object_set_int_member (change, "side", g_array_index (sides, guint, i) + 1);
      json_array_add_object_element (array, change);
    }
  json_object_set_array_member (object, "counts", counts_to_json (comparison));
  json_object_set_array_member (object, "rows", rows_to_json (comparison));
  json_object_set_array_member (object, "changes", array);
  twf_cli_print_json (cli, object);
}

/* With two sides each line begins with the one it is of. */
static void
print_text (TwfCli *cli, TwfComparison *comparison, const char *const *names)
{
  g_autoptr (GArray) sides = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) changes = list_changes (comparison, sides);

  for (guint i = 0; i < changes->len; i++)
    {
      if (twf_comparison_get_n_sides (comparison) > 1)
        {
          g_autofree char *name = twf_text_isolate (names[g_array_index (sides, guint, i) + 1]);

          twf_cli_print (cli, "%s  ", name);
        }
      twf_cli_print_change (cli, changes->pdata[i]);
    }
}

static int
print_html (TwfCli *cli, TwfComparison *comparison, const char *const *names)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) page
      = twf_export_comparison (comparison, TWF_EXPORT_HTML, names, options.language, NULL, &error);

  if (page == NULL)
    return twf_cli_fail (cli, error, names[0]);
  g_string_append_len (cli->out, g_bytes_get_data (page, NULL), (gssize)g_bytes_get_size (page));
  return TWF_EXIT_DONE;
}

/* @revisions: a base, which may be NULL, and one or two sides. */
static int
compare (TwfCli *cli, TwfDesk *desk, const char *const *revisions, const char *format)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfComparison) comparison = NULL;
  g_autofree char *before = g_strconcat (revisions[1], "~1", NULL);
  const char *const names[]
      = { revisions[0] != NULL ? revisions[0] : before, revisions[1], revisions[2], NULL };

  /* A page has what stayed as well. */
  (g_str_equal (format, "html") ? twf_desk_compare_plans_async : twf_desk_compare_changes_async) (
      desk, revisions[0], revisions + 1, options.language, NULL, twf_cli_store_result_cb, &result);
  comparison = twf_desk_compare_plans_finish (desk, twf_cli_await (&result), &error);
  if (comparison == NULL)
    {
      const char *const *given = revisions[0] != NULL ? revisions : revisions + 1;
      g_autofree char *subject = g_strjoinv (" ", (char **)given);

      return twf_cli_fail (cli, error, subject);
    }
  if (g_str_equal (format, "html"))
    return print_html (cli, comparison, names);
  if (g_str_equal (format, "json"))
    print_json (cli, comparison);
  else
    print_text (cli, comparison, names);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  const char *format = options.format != NULL ? options.format : cli->json ? "json" : "text";
  const char *const formats[] = { "text", "html", "json", NULL };
  const char *revisions[4] = { NULL };
  TwfDesk *desk;
  int status;

  if (!g_strv_contains (formats, format))
    return twf_cli_refuse (cli, _ ("“%s” is not a format. Give text, html or json."), format);
  if (cli->json && !g_str_equal (format, "json"))
    return twf_cli_refuse (cli, _ ("--json and --format do not agree. Give one of them."));
  desk = twf_cli_open_head (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  for (guint i = 1; i < n_arguments; i++)
    revisions[n_arguments > 2 ? i - 1 : i] = arguments[i];
  status = compare (cli, desk, revisions, format);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_diff = {
  .name = "diff",
  .arguments = "PLAN [A] B [C]",
  .summary = N_ ("Compare two revisions, or three, by whole words"),
  .details
  = N_ ("Prints what B changed against A; with one revision, what it changed itself; a merge, what "
        "it changed against its first parent; with three, what B and C changed against A, each "
        "line with the one it is of. A revision is an id or its beginning, a branch, or "
        "either with ~1, ~2 ... behind it. [-words-] went, {+words+} came; of a proposal, what it "
        "asks for."),
  .entries = entries,
  .least = 2,
  .most = 4,
  .run = run,
};
