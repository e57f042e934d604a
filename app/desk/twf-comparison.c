/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-comparison.h"

#include "twf-error.h"
#include "twf-format.h"

/* A provision on either side; not there: NULL. */
typedef struct
{
  TwfProvision *former; /* owned */
  TwfProvision *latter; /* owned */
} Pair;

static void
free_pair (Pair *pair)
{
  g_clear_object (&pair->former);
  g_clear_object (&pair->latter);
  g_free (pair);
}

static TwfProvision *
get_present (const Pair *pair)
{
  return pair->latter != NULL ? pair->latter : pair->former;
}

/* By section, then by rank: near the order of reading, and the same every time. */
static int
compare_pairs (gconstpointer one, gconstpointer other)
{
  TwfProvision *a = get_present (*(const Pair *const *)one);
  TwfProvision *b = get_present (*(const Pair *const *)other);
  int difference = (int)twf_provision_get_section (a) - (int)twf_provision_get_section (b);

  if (difference != 0)
    return difference;
  difference = g_strcmp0 (twf_provision_get_rank (a), twf_provision_get_rank (b));
  return difference != 0 ? difference : strcmp (twf_provision_get_id (a), twf_provision_get_id (b));
}

static gboolean
read_side (TwfRepository *repository,
           const char *revision,
           const char *id,
           TwfProvision **side,
           GError **error)
{
  g_autoptr (GError) reason = NULL;

  *side = revision != NULL ? twf_desk_read_provision (repository, revision, id, &reason) : NULL;
  if (reason == NULL || g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static Pair *
read_pair (TwfRepository *repository,
           const char *old_revision,
           const char *new_revision,
           const char *id,
           GError **error)
{
  Pair *pair = g_new0 (Pair, 1);

  if (read_side (repository, old_revision, id, &pair->former, error)
      && read_side (repository, new_revision, id, &pair->latter, error))
    return pair;
  free_pair (pair);
  return NULL;
}

static gboolean
add_head (GPtrArray *changes,
          TwfRepository *repository,
          const char *old_revision,
          const char *new_revision,
          GError **error)
{
  g_autoptr (TwfPlan) former = NULL;
  g_autoptr (TwfPlan) latter = twf_desk_read_head (repository, new_revision, error);
  g_autoptr (GPtrArray) found = NULL;

  if (latter == NULL)
    return FALSE;
  former = old_revision != NULL ? twf_desk_read_head (repository, old_revision, error)
                                : twf_plan_new ();
  if (former == NULL)
    return FALSE;
  found = twf_changes_between_plans (former, latter);
  g_ptr_array_extend_and_steal (changes, g_steal_pointer (&found));
  return TRUE;
}

/* Only what lies on paths that differ is read: two revisions of a large plan share most. */
static gboolean
read_pairs (TwfRepository *repository,
            const char *old_revision,
            const char *new_revision,
            GPtrArray *paths,
            GPtrArray *pairs,
            gboolean *head,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *id = twf_format_dup_id_of_path (((TwfPathChange *)paths->pdata[i])->path);
      Pair *pair;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (id == NULL)
        {
          *head = TRUE;
          continue;
        }
      if (!g_hash_table_add (ids, g_strdup (id)))
        continue;
      pair = read_pair (repository, old_revision, new_revision, id, error);
      if (pair == NULL)
        return FALSE;
      g_ptr_array_add (pairs, pair);
    }
  return TRUE;
}

static GPtrArray *
compare_with_nothing (TwfRepository *repository,
                      const char *revision,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (TwfPlan) nothing = twf_plan_new ();
  g_autoptr (TwfPlan) plan
      = twf_desk_read_plan (NULL, repository, revision, NULL, cancellable, error);

  return plan != NULL ? twf_changes_between_plans (nothing, plan) : NULL;
}

/**
 * twf_comparison_find_former:
 * @repository: where
 * @revision: full id of a revision
 * @former: (out) (transfer full) (nullable): the first of those it was made on; %NULL: it was the
 *   first of all
 * @error: return location
 *
 * Blocks.
 *
 * Errors: TWF_ERROR_NOT_FOUND, TWF_ERROR_DAMAGED
 */
gboolean
twf_comparison_find_former (TwfRepository *repository,
                            const char *revision,
                            char **former,
                            GError **error)
{
  g_autoptr (GPtrArray) found
      = twf_repository_list_revisions (repository, revision, NULL, 0, 1, NULL, error);

  if (found == NULL)
    return FALSE;
  *former = found->len > 0 ? g_strdup (twf_revision_get_parent (found->pdata[0])) : NULL;
  return TRUE;
}

/**
 * twf_comparison_run:
 * @repository: where
 * @old_revision: (nullable): a revision; %NULL: an empty plan
 * @new_revision: another
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type TwfChange): what the new one changed, the plan itself
 *   first, then by section and rank
 * Errors: as twf_repository_compare() and twf_desk_read_provision()
 */
GPtrArray *
twf_comparison_run (TwfRepository *repository,
                    const char *old_revision,
                    const char *new_revision,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_change_free);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)free_pair);
  g_autoptr (GPtrArray) paths = NULL;
  gboolean head = FALSE;

  if (old_revision == NULL)
    return compare_with_nothing (repository, new_revision, cancellable, error);
  paths = twf_repository_compare (repository, old_revision, new_revision, error);
  if (paths == NULL
      || !read_pairs (
          repository, old_revision, new_revision, paths, pairs, &head, cancellable, error)
      || (head && !add_head (changes, repository, old_revision, new_revision, error)))
    return NULL;

  g_ptr_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      Pair *pair = pairs->pdata[i];
      g_autoptr (GPtrArray) found = twf_changes_between_provisions (pair->former, pair->latter);

      g_ptr_array_extend_and_steal (changes, g_steal_pointer (&found));
    }
  return g_steal_pointer (&changes);
}
