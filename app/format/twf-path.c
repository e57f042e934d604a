/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-format"

#include "config.h"

#include "twf-path.h"

#include "twf-delegation.h"
#include "twf-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reasons are constants, so that refusing a path costs nothing where paths come by the million. */
static const char *const unknown = N_ ("no path of this storage");
static const char *const bad_id = N_ ("not an id");
static const char *const bad_shard = N_ ("in another folder than its id says");
static const char *const bad_language = N_ ("not a language tag in its usual form");
static const char *const bad_part = N_ ("no part of a provision");
static const char *const bad_code = N_ ("not a delegation's code");

static gboolean
refuse (const char **reason, const char *why)
{
  if (reason != NULL)
    *reason = why;
  return FALSE;
}

static void
keep (char *field, const char *start, gsize length)
{
  memcpy (field, start, length);
  field[length] = '\0';
}

/* Reading asks this for every text of a plan, and nearly all are in one of the six: those are known
 * without a look into the tables of languages. */
static gboolean
is_language (const char *tag)
{
  return g_strv_contains (twf_language_list_un (), tag) || twf_language_is_valid (tag);
}

/* "[<part>.]<language>.txt", or without parts where @parts is FALSE. */
static gboolean
parse_text_name (const char *name, gboolean parts, TwfPath *path, const char **reason)
{
  gsize length = strlen (name);
  const char *dot;

  if (length <= 4 || strcmp (name + length - 4, ".txt") != 0)
    return refuse (reason, unknown);
  length -= 4;
  path->part = TWF_PART_BODY;
  dot = memchr (name, '.', length);
  if (dot != NULL)
    {
      char part[16];
      gsize part_length = (gsize)(dot - name);

      if (!parts || part_length >= sizeof part)
        return refuse (reason, parts ? bad_part : unknown);
      keep (part, name, part_length);
      if (!twf_part_from_name (part, &path->part) || path->part == TWF_PART_BODY)
        return refuse (reason, bad_part);
      name = dot + 1;
      length -= part_length + 1;
    }
  if (length > TWF_PATH_MOST)
    return refuse (reason, bad_language);
  keep (path->name, name, length);
  return is_language (path->name) || refuse (reason, bad_language);
}

/* The id that @rest starts with, up to @end. */
static gboolean
parse_id (const char *rest, const char *end, char *id, const char **reason)
{
  if (end - rest != TWF_ID_LENGTH)
    return refuse (reason, bad_id);
  keep (id, rest, TWF_ID_LENGTH);
  return twf_id_is_valid (id) || refuse (reason, bad_id);
}

/* What stands after "proposals/", at the top or under a provision. */
static gboolean
parse_proposal (const char *rest, TwfPath *path, const char **reason)
{
  const char *slash = strchr (rest, '/');

  if (slash == NULL || strchr (slash + 1, '/') != NULL)
    return refuse (reason, unknown);
  if (!parse_id (rest, slash, path->item, reason))
    return FALSE;
  path->kind = strcmp (slash, "/fields") == 0 ? TWF_PATH_PROPOSAL : TWF_PATH_PROPOSAL_TEXT;
  return path->kind == TWF_PATH_PROPOSAL || parse_text_name (slash + 1, FALSE, path, reason);
}

/* What stands after "provisions/". */
static gboolean
parse_provision (const char *rest, TwfPath *path, const char **reason)
{
  const char *slash = strchr (rest, '/');
  const char *shard = rest;

  if (slash == NULL || slash - rest != 2)
    return refuse (reason, unknown);
  rest = slash + 1;
  slash = strchr (rest, '/');
  if (slash == NULL)
    return refuse (reason, unknown);
  if (!parse_id (rest, slash, path->id, reason))
    return FALSE;
  if (memcmp (shard, path->id, 2) != 0)
    return refuse (reason, bad_shard);
  rest = slash + 1;
  if (g_str_has_prefix (rest, "proposals/"))
    return parse_proposal (rest + strlen ("proposals/"), path, reason);
  if (g_str_has_prefix (rest, "remarks/"))
    {
      rest += strlen ("remarks/");
      path->kind = TWF_PATH_REMARK;
      return parse_id (rest, rest + strlen (rest), path->item, reason);
    }
  if (strchr (rest, '/') != NULL)
    return refuse (reason, unknown);
  path->kind = strcmp (rest, "fields") == 0 ? TWF_PATH_FIELDS : TWF_PATH_TEXT;
  return path->kind == TWF_PATH_FIELDS || parse_text_name (rest, TRUE, path, reason);
}

/**
 * twf_path_parse:
 * @text: a path, from the root of a plan's tree
 * @path: (out caller-allocates): what it names
 * @reason: (out) (optional) (transfer none): why it is refused
 *
 * Takes a path of the storage apart. Only the one path under which a thing is written is a path of
 * it: nothing of a hostile tree reaches the model under a second name.
 *
 * Returns: whether @text is a path of the storage
 */
gboolean
twf_path_parse (const char *text, TwfPath *path, const char **reason)
{
  *path = (TwfPath){ 0 };
  if (g_str_has_prefix (text, "provisions/"))
    return parse_provision (text + strlen ("provisions/"), path, reason);
  if (strcmp (text, "plan") == 0)
    {
      path->kind = TWF_PATH_PLAN;
      return TRUE;
    }
  if (g_str_has_prefix (text, "title/"))
    {
      path->kind = TWF_PATH_TITLE;
      return parse_text_name (text + strlen ("title/"), FALSE, path, reason);
    }
  if (g_str_has_prefix (text, "proposals/"))
    return parse_proposal (text + strlen ("proposals/"), path, reason);
  if (g_str_has_prefix (text, "delegations/"))
    {
      const char *code = text + strlen ("delegations/");

      path->kind = TWF_PATH_DELEGATION;
      if (strlen (code) > TWF_PATH_MOST || !twf_delegation_code_is_valid (code))
        return refuse (reason, bad_code);
      keep (path->name, code, strlen (code));
      return TRUE;
    }
  return refuse (reason, unknown);
}
