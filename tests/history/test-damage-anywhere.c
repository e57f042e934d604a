/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "history-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define REVISIONS 40
#define PACKED 28
#define PLACES 510
#define TEXT_SIZE 6000

/* A plan partly packed, and what stands in each of its revisions. */
typedef struct
{
  Fixture *fixture;
  char *ids[REVISIONS];
  char *sums[REVISIONS]; /* of all that stands in it */
  GPtrArray *files;      /* of char*: where its objects are */
  GRand *chance;
  int n_read; /* revisions, by whoever reads */
} Plan;

static gboolean
sum_cb (const char *path, const char *id, GBytes *bytes, gpointer user_data, GError **error)
{
  GChecksum *sum = user_data;
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  g_checksum_update (sum, (const guchar *)path, -1);
  g_checksum_update (sum, data, (gssize)size);
  return TRUE;
}

/* Returns: (nullable): NULL: it cannot be read, and says so. */
static char *
sum_up (TwfRepository *repository, const char *revision)
{
  g_autoptr (GError) error = NULL;
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  char *found = NULL;

  if (twf_repository_read_tree (repository, revision, NULL, sum_cb, sum, NULL, &error))
    found = g_strdup (g_checksum_get_string (sum));
  else
    g_assert_true (error != NULL && error->domain == TWF_ERROR);
  g_checksum_free (sum);
  return found;
}

static void
list_files (GPtrArray *files, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        list_files (files, path);
      else
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Each revision has words of its own that do not shrink, so that a pack has many pages. */
static void
make_plan (Plan *plan, Fixture *fixture)
{
  const char *tip = NULL;
  g_autofree char *objects = g_build_filename (fixture->path, "objects", NULL);

  plan->fixture = fixture;
  plan->chance = g_rand_new_with_seed (20101964);
  for (guint i = 0; i < REVISIONS; i++)
    {
      g_autofree char *path = g_strdup_printf ("provisions/ab/abcdefghijk%c/en.txt", 'm' + i % 4);
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < TEXT_SIZE)
        g_string_append_printf (text, "%08x", g_rand_int (plan->chance));
      plan->ids[i] = save_text (fixture, tip, path, text->str);
      tip = plan->ids[i];
      if (i == PACKED - 1)
        g_assert_true (twf_repository_repack (fixture->repository, NULL, NULL, NULL, NULL));
    }
  for (guint i = 0; i < REVISIONS; i++)
    {
      plan->sums[i] = sum_up (fixture->repository, plan->ids[i]);
      g_assert_nonnull (plan->sums[i]);
    }
  plan->files = g_ptr_array_new_with_free_func (g_free);
  list_files (plan->files, objects);
  g_ptr_array_sort (plan->files, compare_paths);
}

static void
clear_plan (Plan *plan)
{
  for (guint i = 0; i < REVISIONS; i++)
    {
      g_free (plan->ids[i]);
      g_free (plan->sums[i]);
    }
  g_ptr_array_unref (plan->files);
  g_rand_free (plan->chance);
}

/* Returns: how many cannot be read; what can is what it was. */
static guint
count_lost (Plan *plan)
{
  guint n = 0;

  for (guint i = 0; i < REVISIONS; i++)
    {
      g_autofree char *sum = sum_up (plan->fixture->repository, plan->ids[i]);

      g_atomic_int_inc (&plan->n_read);
      if (sum == NULL)
        n++;
      else
        g_assert_cmpstr (sum, ==, plan->sums[i]);
    }
  return n;
}

static void
overwrite (const char *path, const char *bytes, gsize length)
{
  g_chmod (path, 0644);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)length, NULL));
}

static void
hurt (Plan *plan, guint how, const char *path, const char *whole, gsize length)
{
  g_autofree char *bytes = g_memdup2 (whole, length);
  gsize at = (gsize)(g_rand_double (plan->chance) * (double)length);

  if (how == 0)
    bytes[at] ^= (char)(1 << g_rand_int_range (plan->chance, 0, 8));
  if (how == 2)
    g_assert_cmpint (g_unlink (path), ==, 0);
  else
    overwrite (path, bytes, how == 1 ? at : length);
}

/* One bit, an end, or a file: wherever it goes, what is read is what was there, or it is told. */
static void
test_anywhere (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "flipped", "cut", "deleted" };
  guint told[G_N_ELEMENTS (words)] = { 0 };
  guint worst_loose = 0;
  Plan plan = { 0 };

  make_plan (&plan, fixture);
  for (guint i = 0; i < PLACES; i++)
    {
      /* Every third in what is packed, else a loose object each time. */
      const char *path = NULL;
      g_autofree char *whole = NULL;
      gsize length;
      guint how = i / 2 % 3;
      guint lost;

      do
        path = plan.files->pdata[g_rand_int_range (plan.chance, 0, (gint32)plan.files->len)];
      while ((strstr (path, "/pack/") != NULL) != (i % 2 == 0));
      g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
      hurt (&plan, how, path, whole, length);
      lost = count_lost (&plan);
      told[how] += lost > 0;
      if (strstr (path, "/pack/") == NULL)
        worst_loose = MAX (worst_loose, lost);
      overwrite (path, whole, length);
    }
  g_assert_cmpuint (count_lost (&plan), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s: told of at %u places", words[i], told[i]);
      g_assert_cmpuint (told[i], >, PLACES / 12);
    }
  /* What does not stand in a revision does not keep it from being read. */
  g_assert_cmpuint (worst_loose, <=, REVISIONS - PACKED);
  clear_plan (&plan);
}

static gpointer
read_on (gpointer data)
{
  Plan *plan = data;
  guint n = 0;

  while (g_atomic_pointer_get (&plan->chance) != NULL)
    n += count_lost (plan);
  return GUINT_TO_POINTER (n);
}

/* As by a stick that is pulled: the file gets short, in its place, while it is looked at. */
static void
test_cut_while_read (Fixture *fixture, gconstpointer data)
{
  Plan plan = { 0 };
  GRand *chance;
  GThread *reader;
  guint n_lost;

  make_plan (&plan, fixture);
  chance = plan.chance;
  reader = g_thread_new ("reader", read_on, &plan);
  for (guint i = 0; i < 200; i++)
    {
      const char *path = NULL;
      g_autofree char *whole = NULL;
      gsize length;
      FILE *file;
      int until;

      do
        path = plan.files->pdata[g_rand_int_range (chance, 0, (gint32)plan.files->len)];
      while (!g_str_has_suffix (path, ".pack") && !g_str_has_suffix (path, ".idx"));
      g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
      g_chmod (path, 0644);
      g_assert_cmpint (truncate (path, g_rand_int_range (chance, 0, (gint32)length)), ==, 0);
      until = g_atomic_int_get (&plan.n_read) + g_rand_int_range (chance, 1, 20);
      while (g_atomic_int_get (&plan.n_read) < until)
        g_thread_yield ();
      file = fopen (path, "r+");
      g_assert_cmpuint (fwrite (whole, 1, length, file), ==, length);
      fclose (file);
    }
  g_atomic_pointer_set (&plan.chance, NULL);
  n_lost = GPOINTER_TO_UINT (g_thread_join (reader));
  plan.chance = chance;
  g_test_message ("%u readings came upon it", n_lost);
  g_assert_cmpuint (n_lost, >, 0);
  g_assert_cmpuint (count_lost (&plan), ==, 0);
  clear_plan (&plan);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/history/damage-anywhere/at-rest", test_anywhere);
  add_test ("/history/damage-anywhere/while-read", test_cut_while_read);
  return g_test_run ();
}
