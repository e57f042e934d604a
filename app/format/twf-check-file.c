/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-format"

#include "config.h"

#include "twf-format.h"

#include "twf-lines.h"
#include "twf-path.h"
#include "twf-pending.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
take_nothing (gpointer object, const char *key, const char *const *values)
{
}

static gboolean
check_remark (char *content, gsize length, const char *path, GError **error)
{
  char *blank = strstr (content, "\n\n");

  if (blank == NULL)
    {
      twf_lines_refuse (error, path, 0, N_ ("no empty line before the text"));
      return FALSE;
    }
  *blank = '\0';
  blank += 2;
  return twf_lines_parse (content, twf_remark_keys, path, take_nothing, NULL, error)
         && twf_pending_cut_text (blank, length - (gsize)(blank - content), path, error);
}

static gboolean
check_content (TwfPathKind kind, char *content, gsize length, const char *path, GError **error)
{
  switch (kind)
    {
    case TWF_PATH_PLAN:
      return twf_lines_parse (content, twf_plan_keys, path, take_nothing, NULL, error);
    case TWF_PATH_FIELDS:
      return twf_lines_parse (content, twf_provision_keys, path, take_nothing, NULL, error);
    case TWF_PATH_PROPOSAL:
      return twf_lines_parse (content, twf_proposal_keys, path, take_nothing, NULL, error);
    case TWF_PATH_DELEGATION:
      return twf_lines_parse (content, twf_delegation_keys, path, take_nothing, NULL, error);
    case TWF_PATH_REMARK:
      return check_remark (content, length, path, error);
    default:
      return twf_pending_cut_text (content, length, path, error);
    }
}

/**
 * twf_format_check_path:
 * @path: a path, from the root of the tree
 * @error: (out) (optional): why it is refused
 *
 * Returns: whether it is a path of the storage
 * Errors: TWF_ERROR_INVALID, with "path: reason", if it is none
 */
gboolean
twf_format_check_path (const char *path, GError **error)
{
  TwfPath parsed;
  const char *reason;

  if (twf_path_parse (path, &parsed, &reason))
    return TRUE;
  twf_lines_refuse (error, path, 0, reason);
  return FALSE;
}

/**
 * twf_format_check_file:
 * @path: the path of a file, from the root of the tree
 * @bytes: its content
 * @error: (out) (optional): why it is refused
 *
 * Looks whether a file could stand in a plan of our version, without the plan around it.
 *
 * Returns: whether it could
 * Errors: TWF_ERROR_INVALID, with "path:line: reason", if it is not in its one form
 */
gboolean
twf_format_check_file (const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *content = NULL;
  TwfPath parsed;
  const char *reason;

  if (!twf_path_parse (path, &parsed, &reason))
    {
      twf_lines_refuse (error, path, 0, reason);
      return FALSE;
    }
  if (length > TWF_FILE_MOST)
    {
      twf_lines_refuse (error, path, 0, N_ ("longer than 65536 bytes"));
      return FALSE;
    }
  content = g_malloc (length + 1);
  if (length > 0)
    memcpy (content, data, length);
  content[length] = '\0';
  return twf_lines_check_text (content, length, path, 1, error)
         && check_content (parsed.kind, content, length, path, error);
}
