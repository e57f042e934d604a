/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Any bytes as a tree of files. What is read of it must be written again byte for byte, and nothing
 * may crash or be told on more than one line. The input is files one after the other: a line with
 * the path, a line with the length, so many bytes. */
#include "make-plan.h"
#include "twf-format.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* The line that starts at @*at, without its end; NULL: there is no more. */
static char *
take_line (const guint8 *data, gsize size, gsize *at)
{
  const guint8 *end = *at < size ? memchr (data + *at, '\n', size - *at) : NULL;
  char *line;

  if (end == NULL)
    return NULL;
  line = g_strndup ((const char *)data + *at, (gsize)(end - data) - *at);
  *at = (gsize)(end - data) + 1;
  return line;
}

static GHashTable *
unpack (const guint8 *data, gsize size)
{
  GHashTable *files = twf_files_new ();
  gsize at = 0;

  for (;;)
    {
      char *path = take_line (data, size, &at);
      g_autofree char *digits = path != NULL ? take_line (data, size, &at) : NULL;
      gsize length;

      if (digits == NULL)
        {
          g_free (path);
          return files;
        }
      length = MIN (strtoul (digits, NULL, 10), size - at);
      g_hash_table_replace (files, path, g_bytes_new (data + at, length));
      at += length;
    }
}

static guint
get_version (GHashTable *files)
{
  g_autoptr (TwfReader) reader = twf_reader_new ();
  GBytes *head = g_hash_table_lookup (files, "plan");

  if (head != NULL && !twf_reader_add (reader, "plan", head, NULL))
    return 0;
  return twf_reader_get_version (reader);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GHashTable) files = unpack (data, size);
  g_autoptr (GHashTable) again = twf_files_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfPlan) plan = twf_format_read_plan (files, &error);

  if (plan == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
      return 0;
    }
  if (get_version (files) != TWF_FORMAT_VERSION)
    return 0;
  twf_format_write_plan (plan, again);
  assert_files_equal (files, again);
  return 0;
}
