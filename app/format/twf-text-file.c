/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-format"

#include "config.h"

#include "twf-format.h"
#include "twf-lines.h"
#include "twf-pending.h"

#include <string.h>

/**
 * twf_format_dup_text_path:
 * @id: (nullable): a provision's; %NULL: the plan's title
 * @part: which of its texts
 * @language: the text's
 *
 * Returns: (transfer full): the file in which the text is stored
 */
char *
twf_format_dup_text_path (const char *id, TwfPart part, const char *language)
{
  g_autofree char *folder = id != NULL ? twf_format_dup_provision_path (id) : g_strdup ("title");

  g_return_val_if_fail (language != NULL, NULL);

  if (id == NULL || part == TWF_PART_BODY)
    return g_strdup_printf ("%s/%s.txt", folder, language);
  return g_strdup_printf ("%s/%s.%s.txt", folder, twf_part_get_name (part), language);
}

/**
 * twf_format_dup_text:
 * @path: a text's file, for the message
 * @bytes: what stands in it
 * @former: (nullable): what stood in it at another time, and was read without error: much of it
 *   need not be looked at again
 * @error: (out) (optional): why it is refused
 *
 * Reads one text without the rest of its provision.
 *
 * Returns: (transfer full): the text
 * Errors: TWF_ERROR_INVALID, with "path:line: reason", if it is not in order
 */
char *
twf_format_dup_text (const char *path, GBytes *bytes, GBytes *former, GError **error)
{
  gsize length, former_length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *before = former != NULL ? g_bytes_get_data (former, &former_length) : NULL;
  g_autofree char *content = g_malloc (length + 1);

  /* A NUL among the bytes is refused, and not the end. */
  if (length > 0)
    memcpy (content, data, length);
  content[length] = '\0';
  if (!twf_lines_check_after (content, length, before, former_length, path, error)
      || !twf_pending_cut_text (content, length, path, error))
    return NULL;
  return g_steal_pointer (&content);
}

/**
 * twf_format_is_text_path:
 * @path: a path of the storage
 *
 * Returns: whether @path is that of a text of a provision: not of its fields, a proposal, a remark
 */
gboolean
twf_format_is_text_path (const char *path)
{
  guint depth = 0;

  if (!g_str_has_prefix (path, "provisions/") || !g_str_has_suffix (path, ".txt"))
    return FALSE;
  for (const char *at = path; (at = strchr (at, '/')) != NULL; at++)
    depth++;
  return depth == 3;
}
