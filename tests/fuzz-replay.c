/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Runs a fuzz harness over files that are kept: what was once found stays found, without clang.
 * Each argument is a file or a folder of files; the output is TAP. */
#include <gio/gio.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
collect (const char *path, GPtrArray *files)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  if (folder == NULL)
    {
      g_ptr_array_add (files, g_strdup (path));
      return;
    }
  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      collect (inside, files);
    }
}

static gint
by_name (gconstpointer one, gconstpointer other)
{
  return g_strcmp0 (*(const char *const *)one, *(const char *const *)other);
}

static gboolean
replay (const char *path)
{
  g_autofree char *content = NULL;
  g_autofree guint8 *exact = NULL;
  gsize size;

  if (!g_file_get_contents (path, &content, &size, NULL))
    return FALSE;
  /* Without the NUL that GLib puts behind, a read too far is one that a checker sees. */
  exact = g_memdup2 (content, size);
  return LLVMFuzzerTestOneInput (exact, size) == 0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  gboolean well = TRUE;

  for (int i = 1; i < argc; i++)
    collect (argv[i], files);
  g_ptr_array_sort (files, by_name);
  if (files->len == 0)
    {
      g_print ("Bail out! no file to replay\n");
      return 1;
    }
  g_print ("1..%u\n", files->len);
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autofree char *name = g_path_get_basename (path);
      gboolean passed;

      g_print ("# %s\n", path);
      passed = replay (path);
      well = well && passed;
      g_print ("%sok %u %s\n", passed ? "" : "not ", i + 1, name);
    }
  return well ? 0 : 1;
}
