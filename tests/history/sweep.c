/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "sweep.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MARK "/tawafuq-begins-here"
#define WORKERS 2

typedef struct
{
  GPtrArray *points;
  SweepVisit visit;
  gpointer user_data;
} Sweep;

static void
point_free (gpointer data)
{
  SweepPoint *point = data;

  g_free (point->name);
  g_free (point);
}

static char *
run (const char *const *before, const char *const *argv, int *status)
{
  g_autoptr (GPtrArray) whole = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  for (gsize i = 0; before != NULL && before[i] != NULL; i++)
    g_ptr_array_add (whole, (gpointer)before[i]);
  for (gsize i = 0; argv[i] != NULL; i++)
    g_ptr_array_add (whole, (gpointer)argv[i]);
  g_ptr_array_add (whole, NULL);
  g_spawn_sync (NULL,
                (char **)whole->pdata,
                NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL,
                NULL,
                &output,
                NULL,
                status,
                &error);
  g_assert_no_error (error);
  return output;
}

const char *
sweep_find_obstacle (void)
{
  const char *const argv[] = { "strace", "-qq", "-o", "/dev/null", "true", NULL };
  g_autofree char *found = g_find_program_in_path ("strace");
  g_autofree char *output = NULL;
  int status;

  if (found == NULL)
    return "strace is not installed";
  output = run (NULL, argv, &status);
  return status == 0 ? NULL : "processes may not be traced here";
}

/* "123 fsync(4) = 0": the name between the process and the bracket; NULL if there is none. */
static char *
name_of (const char *line)
{
  const char *start = line + strspn (line, "0123456789 ");
  const char *end = strchr (start, '(');

  if (end == NULL || end == start
      || strspn (start, "abcdefghijklmnopqrstuvwxyz_0123456789") < (gsize)(end - start))
    return NULL;
  return g_strndup (start, end - start);
}

GPtrArray *
sweep_list_points (const char *const *argv, const char *const *only)
{
  g_autofree char *trace = g_build_filename (g_get_tmp_dir (), "twf-trace-XXXXXX", NULL);
  int fd = g_mkstemp (trace);
  const char *const before[] = { "strace", "-f", "-qq", "-o", trace, NULL };
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *points = g_ptr_array_new_with_free_func (point_free);
  g_autofree char *text = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean begun = FALSE;
  int status;

  g_assert_cmpint (fd, >=, 0);
  output = run (before, argv, &status);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_get_contents (trace, &text, NULL, NULL));
  close (fd);
  unlink (trace);
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = name_of (lines[i]);
      guint count;
      SweepPoint *point;

      if (name == NULL)
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1;
      g_hash_table_replace (counts, g_strdup (name), GUINT_TO_POINTER (count));
      begun |= strstr (lines[i], MARK) != NULL;
      if (!begun || strcmp (name, "exit_group") == 0
          || (only != NULL && !g_strv_contains (only, name)))
        continue;
      point = g_new0 (SweepPoint, 1);
      point->name = g_steal_pointer (&name);
      point->when = count;
      g_ptr_array_add (points, point);
    }
  return points;
}

char *
sweep_run (const SweepPoint *point, const char *injection, const char *const *argv, int *status)
{
  /* An object whose fsync failed may be written a second time, rightly: a disk that does not sync
   * any more goes on not to. */
  gboolean lasting = strcmp (point->name, "fsync") == 0;
  g_autofree char *inject = g_strdup_printf (
      "inject=%s:%s:when=%u%s", point->name, injection, point->when, lasting ? "+" : "");
  const char *const before[] = { "strace", "-f", "-qq", "-o", "/dev/null", "-e", inject, NULL };

  return run (before, argv, status);
}

char *
sweep_run_plain (const char *const *argv, int *status)
{
  return run (NULL, argv, status);
}

static void
visit_cb (gpointer data, gpointer user_data)
{
  Sweep *sweep = user_data;
  guint number = GPOINTER_TO_UINT (data);

  sweep->visit (g_ptr_array_index (sweep->points, number - 1), number, sweep->user_data);
}

void
sweep_visit (GPtrArray *points, SweepVisit visit, gpointer user_data)
{
  Sweep sweep = { .points = points, .visit = visit, .user_data = user_data };
  GThreadPool *pool = g_thread_pool_new (visit_cb, &sweep, WORKERS, TRUE, NULL);

  for (guint i = 1; i <= points->len; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}
