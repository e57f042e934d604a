/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-revision.h"

#include "twf-error.h"
#include "twf-id.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Three measures of storage, each with git's own figure from the same run, one JSON object a line:
 *   save  one changed paragraph in a large plan, everything fsynced, against git add + git commit
 *   path  one provision's history over many revisions, against git log -- path
 *   size  what many saves leave, with repacking whenever it is due, against git gc afterwards
 * Usage: bench-history [save|path|size]... [--provisions=N] [--saves=N] [--rounds=N] [--folder=DIR]
 * The many saves of "path" and "size" are made in memory where there is /dev/shm: what is measured
 * there is not the disk. */

static int provisions = 10000;
static int saves = 20000;
static int rounds = 50;
static char *folder;

static GOptionEntry options[] = {
  { "provisions", 0, 0, G_OPTION_ARG_INT, &provisions, "Provisions of the plan", "N" },
  { "saves", 0, 0, G_OPTION_ARG_INT, &saves, "Revisions saved for path and size", "N" },
  { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "Times a save is measured", "N" },
  { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Where save is measured", "DIR" },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  char *path;
  TwfRepository *repository;
  GPtrArray *ids; /* char* of provisions (owned) */
  GRand *random;
  char *tip;
} Bench;

static void
die (const char *what, GError *error)
{
  fprintf (stderr, "bench-history: %s: %s\n", what, error != NULL ? error->message : "");
  exit (1);
}

static double
run (const char *where, const char *format, ...)
{
  g_autofree char *command = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "sh", "-c", NULL, NULL };
  gint64 start;
  int status = 0;
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  whole = g_strconcat ("exec >/dev/null; ", command, NULL);
  argv[2] = whole;
  start = g_get_monotonic_time ();
  if (!g_spawn_sync (
          where, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    die (command, error);
  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
put (TwfChangeSet *changes, const char *id, const char *name, const char *text)
{
  g_autofree char *path = g_strdup_printf ("provisions/%.2s/%s/%s", id, id, name);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  twf_change_set_put (changes, path, bytes);
}

/* A paragraph of some sixty words that no other is like. */
static char *
draft (GRand *random, const char *const *words, guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "%s ", words[g_rand_int_range (random, 0, n_words)]);
  g_string_append_printf (text, "%u.\n", g_rand_int (random));
  return g_string_free (text, FALSE);
}

static char *
draft_arabic (GRand *random)
{
  static const char *const words[]
      = { "تعزيز",    "التعاون", "بين",     "الدول",  "الأعضاء",  "من",  "أجل", "منع", "الاتجار",
          "بالأشخاص", "وحماية",  "الضحايا", "وتقديم", "المساعدة", "لهم", "على", "نحو", "كامل" };

  return draft (random, words, G_N_ELEMENTS (words));
}

static char *
draft_english (GRand *random)
{
  static const char *const words[]
      = { "strengthen", "cooperation", "among", "member",      "states",  "so",
          "that",       "victims",     "of",    "trafficking", "are",     "protected",
          "and",        "assisted",    "in",    "full",        "respect", "rights" };

  return draft (random, words, G_N_ELEMENTS (words));
}

static void
save (Bench *bench, TwfChangeSet *changes, const char *message)
{
  TwfCommitInfo info = {
    .name = "Egypt",
    .email = "eg@example.org",
    .when = 1280448000,
    .message = message,
  };
  g_autoptr (GError) error = NULL;
  char *id = twf_repository_commit (
      bench->repository, TWF_BRANCH_MAIN, bench->tip, changes, &info, &error);

  if (id == NULL)
    die ("commit", error);
  g_free (bench->tip);
  bench->tip = id;
}

static void
bench_open (Bench *bench, const char *where)
{
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autofree char *made = g_build_filename (where, "twf-bench-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  if (g_mkdtemp (made) == NULL)
    die (where, NULL);
  bench->path = g_build_filename (made, "plan.tawafuq", NULL);
  bench->repository = twf_repository_create (bench->path, &error);
  if (bench->repository == NULL)
    die (bench->path, error);
  bench->ids = g_ptr_array_new_with_free_func (g_free);
  bench->random = g_rand_new_with_seed (20101);
  bench->tip = NULL;
  for (int i = 0; i < provisions; i++)
    {
      char *id = twf_id_new ();
      g_autofree char *fields = g_strdup_printf ("Section: actions\nRank: %08d\n", i);
      g_autofree char *arabic = draft_arabic (bench->random);
      g_autofree char *english = draft_english (bench->random);

      g_ptr_array_add (bench->ids, id);
      put (changes, id, "fields", fields);
      put (changes, id, "ar.txt", arabic);
      put (changes, id, "en.txt", english);
    }
  save (bench, changes, "The plan");
}

static void
bench_close (Bench *bench)
{
  g_autofree char *made = g_path_get_dirname (bench->path);

  run ("/", "rm -rf '%s'", made);
  twf_repository_unref (bench->repository);
  g_ptr_array_unref (bench->ids);
  g_rand_free (bench->random);
  g_free (bench->path);
  g_free (bench->tip);
}

static const char *
choose (Bench *bench)
{
  return g_ptr_array_index (bench->ids, g_rand_int_range (bench->random, 0, bench->ids->len));
}

static void
save_one_paragraph (Bench *bench, const char *id)
{
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autofree char *text = draft_english (bench->random);

  put (changes, id, "en.txt", text);
  save (bench, changes, "Edit one paragraph");
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, other = *(const double *)b;

  return (one > other) - (one < other);
}

static double
quantile (GArray *times, double share)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, MIN ((guint)(share * times->len), times->len - 1));
}

static void
time_git_saves (Bench *bench, GArray *times)
{
  g_autofree char *made = g_path_get_dirname (bench->path);
  g_autofree char *clone = g_build_filename (made, "clone", NULL);

  run (made, "git clone -q '%s' '%s'", bench->path, clone);
  for (int i = 0; i < rounds; i++)
    {
      const char *id = choose (bench);
      g_autofree char *file = g_strdup_printf ("provisions/%.2s/%s/en.txt", id, id);
      g_autofree char *path = g_build_filename (clone, file, NULL);
      g_autofree char *text = draft_english (bench->random);
      double spent;

      g_file_set_contents (path, text, -1, NULL);
      spent = run (clone,
                   "git add %s && git -c user.name=EG -c user.email=eg@example.org "
                   "commit -q -m 'Edit one paragraph'",
                   file);
      g_array_append_val (times, spent);
    }
}

static void
bench_save (void)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) gits = g_array_new (FALSE, FALSE, sizeof (double));
  Bench bench;

  bench_open (&bench, folder);
  /* As it is with git's clone: the plan itself lies in a pack. */
  twf_repository_repack (bench.repository, NULL, NULL, NULL, NULL);
  for (int i = 0; i < rounds; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double spent;

      save_one_paragraph (&bench, choose (&bench));
      spent = (g_get_monotonic_time () - start) / 1000.0;
      g_array_append_val (ours, spent);
    }
  time_git_saves (&bench, gits);
  printf ("{\"work\": \"save one paragraph of %d provisions\", \"unit\": \"ms\", \"ours\": %.2f, "
          "\"p95\": %.2f, \"peer\": \"git add + git commit\", \"theirs\": %.2f, \"ratio\": %.1f, "
          "\"wanted\": \"ratio >= 5, ours < 50\"}\n",
          provisions,
          quantile (ours, 0.5),
          quantile (ours, 0.95),
          quantile (gits, 0.5),
          quantile (gits, 0.5) / quantile (ours, 0.5));
  bench_close (&bench);
}

static void
make_history (Bench *bench)
{
  for (int i = 0; i < saves; i++)
    {
      save_one_paragraph (bench, choose (bench));
      if (twf_repository_needs_repack (bench->repository))
        twf_repository_repack (bench->repository, NULL, NULL, NULL, NULL);
    }
}

static double
time_listing (Bench *bench, const char *path, guint *n_found)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) found
      = twf_repository_list_revisions (bench->repository, "main", path, 0, G_MAXUINT, NULL, &error);

  if (found == NULL)
    die (path, error);
  *n_found = found->len;
  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
report_path (const char *state, double ours, double theirs, guint n_found)
{
  printf ("{\"work\": \"history of one provision over %d revisions, %s\", \"unit\": \"ms\", "
          "\"ours\": %.1f, \"peer\": \"git log --oneline -- path\", \"theirs\": %.1f, "
          "\"ratio\": %.1f, \"wanted\": \"ratio >= 1\", \"found\": %u}\n",
          saves,
          state,
          ours,
          theirs,
          theirs / ours,
          n_found);
}

static void
bench_path (Bench *bench)
{
  const char *id = choose (bench);
  g_autofree char *path = g_strdup_printf ("provisions/%.2s/%s", id, id);
  g_autofree char *index = g_build_filename (bench->path, "tawafuq-index", NULL);
  guint n_found;
  double theirs, warm, cold;

  run (bench->path, "git log --oneline main -- %s", path);
  theirs = run (bench->path, "git log --oneline main -- %s", path);
  time_listing (bench, path, &n_found);
  warm = time_listing (bench, path, &n_found);
  remove (index);
  cold = time_listing (bench, path, &n_found);
  report_path ("index there", warm, theirs, n_found);
  report_path ("index lost", cold, theirs, n_found);
}

static guint64
measure_size (const char *path)
{
  g_autofree char *command = g_strdup_printf ("du -s -B1 '%s/objects'", path);
  g_autofree char *output = NULL;

  g_spawn_command_line_sync (command, &output, NULL, NULL, NULL);
  return output != NULL ? g_ascii_strtoull (output, NULL, 10) : 0;
}

static void
bench_size (Bench *bench)
{
  guint64 ours = measure_size (bench->path);
  guint64 theirs;

  run (bench->path, "git gc -q");
  theirs = measure_size (bench->path);
  printf ("{\"work\": \"size after %d saves\", \"unit\": \"KiB\", \"ours\": %" G_GUINT64_FORMAT
          ", \"peer\": \"after git gc\", \"theirs\": %" G_GUINT64_FORMAT
          ", \"ratio\": %.2f, \"wanted\": \"ratio <= 1.5\"}\n",
          saves,
          ours / 1024,
          theirs / 1024,
          (double)ours / theirs);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("[save|path|size]...");
  g_autoptr (GError) error = NULL;
  gboolean all, path, size;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || provisions < 1 || rounds < 1)
    die ("options", error);
  if (folder == NULL)
    folder = g_strdup (g_get_tmp_dir ());
  all = argc < 2;
  path = all || g_strv_contains ((const char *const *)argv + 1, "path");
  size = all || g_strv_contains ((const char *const *)argv + 1, "size");
  if (all || g_strv_contains ((const char *const *)argv + 1, "save"))
    bench_save ();
  if (path || size)
    {
      Bench bench;

      bench_open (&bench, g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : folder);
      make_history (&bench);
      if (path)
        bench_path (&bench);
      if (size)
        bench_size (&bench);
      bench_close (&bench);
    }
  return 0;
}
