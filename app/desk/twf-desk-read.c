/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-private.h"

#include "twf-error.h"
#include "twf-fixed-numbers.h"
#include "twf-format.h"

#include <string.h>

static gboolean
give_to_reader (const char *path,
                const char *blob_id,
                GBytes *bytes,
                gpointer user_data,
                GError **error)
{
  return twf_reader_add (user_data, path, bytes, error);
}

typedef struct
{
  TwfReader *reader;
  TwfDesk *desk; /* nullable */
} Giving;

/* How much of a plan's files come before @path: git has them in order, and the names of provisions
 * are drawn by lot from letters and digits. */
static double
guess_fraction (const char *path)
{
  static const char folder[] = "provisions/";
  const char *name = path + strlen (folder);
  double second;

  if (!g_str_has_prefix (path, folder) || !g_ascii_isalpha (name[0]))
    return -1;
  second = g_ascii_isdigit (name[1]) ? (name[1] - '0') / 36.0
                                     : (10 + CLAMP (name[1] - 'a', 0, 25)) / 36.0;
  return (name[0] - 'a' + second) / 26.0;
}

static gboolean
give_and_tell (const char *path,
               const char *blob_id,
               GBytes *bytes,
               gpointer user_data,
               GError **error)
{
  Giving *giving = user_data;
  double fraction = giving->desk != NULL ? guess_fraction (path) : -1;

  if (fraction >= 0)
    twf_desk_post_progress (giving->desk, fraction);
  return twf_reader_add (giving->reader, path, bytes, error);
}

/**
 * twf_desk_fix_numbers:
 * @repository: where
 * @revision: what @plan was read from
 * @plan: a plan
 *
 * Tells @plan the numbers of what was issued last on the way to @revision. Where that cannot be
 * found the plan is numbered as one that was never issued: its text is intact. Blocks.
 */
void
twf_desk_fix_numbers (TwfRepository *repository, const char *revision, TwfPlan *plan)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (TwfIssued) issued = twf_repository_find_issued (repository, revision, &reason);

  if (reason != NULL)
    g_debug ("numbers of %s: %s", revision, reason->message);
  if (issued != NULL)
    twf_plan_set_fixed_numbers (plan, issued->record);
}

/**
 * twf_desk_read_plan:
 * @desk: (nullable): the desk that shows how far it is
 * @repository: where
 * @revision: a revision
 * @newer_format: (out) (optional): whether it is of a later storage format than ours
 * @cancellable: (nullable): ends the reading
 * @error: return location
 *
 * Reads a whole plan. Blocks.
 *
 * Returns: (transfer full): the plan
 * Errors: as twf_repository_read_tree() and twf_reader_finish()
 */
TwfPlan *
twf_desk_read_plan (TwfDesk *desk,
                    TwfRepository *repository,
                    const char *revision,
                    gboolean *newer_format,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (TwfReader) reader = twf_reader_new ();
  Giving giving = { reader, desk };
  TwfPlan *plan;

  if (!twf_repository_read_tree (
          repository, revision, NULL, give_and_tell, &giving, cancellable, error))
    return NULL;
  plan = twf_reader_finish (reader, error);
  if (plan != NULL)
    twf_desk_fix_numbers (repository, revision, plan);
  if (newer_format != NULL)
    *newer_format = twf_reader_get_version (reader) > TWF_FORMAT_VERSION;
  return plan;
}

typedef struct
{
  TwfReader *reader;
  GHashTable *changed;
} Outlining;

static gboolean
is_wanted (const char *path, gpointer user_data)
{
  Outlining *outlining = user_data;
  g_autofree char *id = NULL;

  if (!twf_format_is_text_path (path))
    return TRUE;
  id = twf_format_dup_id_of_path (path);
  return id == NULL || g_hash_table_contains (outlining->changed, id);
}

static gboolean
give_to_outline (const char *path,
                 const char *blob_id,
                 GBytes *bytes,
                 gpointer user_data,
                 GError **error)
{
  return twf_reader_add (((Outlining *)user_data)->reader, path, bytes, error);
}

/**
 * twf_desk_read_outline:
 * @repository: where
 * @revision: a revision
 * @changed: set of char*: ids of provisions
 * @cancellable: (nullable): ends the reading
 * @error: return location
 *
 * Reads a plan of which only the provisions @changed have their texts: all have what places and
 * numbers them. Blocks.
 *
 * Returns: (transfer full): the plan
 * Errors: as twf_desk_read_plan()
 */
TwfPlan *
twf_desk_read_outline (TwfRepository *repository,
                       const char *revision,
                       GHashTable *changed,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (TwfReader) reader = twf_reader_new ();
  Outlining outlining = { reader, changed };
  TwfPlan *plan;

  if (!twf_repository_read_wanted (
          repository, revision, is_wanted, give_to_outline, &outlining, cancellable, error))
    return NULL;
  plan = twf_reader_finish (reader, error);
  if (plan != NULL)
    twf_desk_fix_numbers (repository, revision, plan);
  return plan;
}

static gboolean
collect_file (const char *path,
              const char *blob_id,
              GBytes *bytes,
              gpointer user_data,
              GError **error)
{
  g_hash_table_insert (user_data, g_strdup (path), g_bytes_ref (bytes));
  return TRUE;
}

/**
 * twf_desk_read_provision:
 * @repository: where
 * @revision: a revision
 * @id: a provision's id
 * @error: return location
 *
 * Reads one provision. Blocks.
 *
 * Returns: (transfer full): the provision
 * Errors: TWF_ERROR_NOT_FOUND if @revision does not have it; as twf_format_read_provision()
 */
TwfProvision *
twf_desk_read_provision (TwfRepository *repository,
                         const char *revision,
                         const char *id,
                         GError **error)
{
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autofree char *prefix = twf_format_dup_provision_path (id);

  if (!twf_repository_read_tree (repository, revision, prefix, collect_file, files, NULL, error))
    return NULL;
  if (g_hash_table_size (files) == 0)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s: not in %.10s", id, revision);
      return NULL;
    }
  return twf_format_read_provision (id, files, error);
}

static gboolean
read_part (TwfRepository *repository,
           const char *revision,
           const char *prefix,
           TwfReader *reader,
           GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (twf_repository_read_tree (
          repository, revision, prefix, give_to_reader, reader, NULL, &reason))
    return TRUE;
  if (g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/**
 * twf_desk_read_head:
 * @repository: where
 * @revision: a revision
 * @error: return location
 *
 * Reads a plan without its provisions: its fields, titles, the proposals about it, delegations.
 * Blocks.
 *
 * Returns: (transfer full): a plan of these
 * Errors: as twf_desk_read_plan()
 */
TwfPlan *
twf_desk_read_head (TwfRepository *repository, const char *revision, GError **error)
{
  g_autoptr (TwfReader) reader = twf_reader_new ();
  g_autoptr (GBytes) plan = twf_repository_read_file (repository, revision, "plan", error);

  if (plan == NULL || !twf_reader_add (reader, "plan", plan, error)
      || !read_part (repository, revision, "title", reader, error)
      || !read_part (repository, revision, "proposals", reader, error)
      || !read_part (repository, revision, "delegations", reader, error))
    return NULL;
  return twf_reader_finish (reader, error);
}

/**
 * twf_desk_resolve_tip:
 * @repository: where
 * @branch: a branch
 * @error: return location
 *
 * A delegation's branch begins where the rolling text stands: until it is there, its tip is that
 * of the rolling text. Blocks.
 *
 * Returns: (transfer full): the revision @branch ends in
 * Errors: TWF_ERROR_NOT_FOUND if there is neither
 */
char *
twf_desk_resolve_tip (TwfRepository *repository, const char *branch, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *reference = g_strconcat ("refs/heads/", branch, NULL);
  g_autofree char *tip = twf_repository_resolve (repository, reference, &reason);

  if (tip != NULL)
    return g_steal_pointer (&tip);
  if (g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND)
      && g_str_has_prefix (branch, "delegations/"))
    return twf_repository_resolve (repository, "refs/heads/" TWF_BRANCH_MAIN, error);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}
