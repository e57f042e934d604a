/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-source.h"

#include "twf-contributed.h"
#include "twf-error.h"
#include "twf-format.h"
#include "twf-taken-back.h"

#include <string.h>

#define DELEGATIONS "delegations/"

/* What differs between the two sides of a source, and nothing else of either. */
typedef struct
{
  GHashTable *provisions;  /* set of char* id (owned) */
  GHashTable *delegations; /* set of char* code (owned) */
  gboolean head;           /* the plan's own fields, title, proposals */
} Differing;

static void
differing_free (Differing *differing)
{
  g_hash_table_unref (differing->provisions);
  g_hash_table_unref (differing->delegations);
  g_free (differing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Differing, differing_free)

/* A plan that was read already, of which all but @changed is as in the source's base. */
typedef struct
{
  TwfPlan *plan;
  GHashTable *changed; /* set of char* id; nullable: anything may be */
} Standing;

static gboolean
stands (const Standing *standing, const char *id)
{
  return standing->changed != NULL && !g_hash_table_contains (standing->changed, id);
}

static Differing *
find_differing (TwfSource *source, TwfRepository *repository, GError **error)
{
  g_autoptr (GPtrArray) paths
      = twf_repository_compare (repository, source->base, source->tip, error);
  Differing *differing;

  if (paths == NULL)
    return NULL;
  differing = g_new0 (Differing, 1);
  differing->provisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  differing->delegations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = ((TwfPathChange *)paths->pdata[i])->path;
      char *id = twf_format_dup_id_of_path (path);

      if (id != NULL)
        g_hash_table_add (differing->provisions, id);
      else if (g_str_has_prefix (path, DELEGATIONS))
        g_hash_table_add (differing->delegations, g_strdup (path + strlen (DELEGATIONS)));
      else
        differing->head = TRUE;
    }
  return differing;
}

/* A plan is none without its own file. Of provisions only those that do not stand in @standing, if
 * any. */
static GPtrArray *
list_paths (Differing *differing, const Standing *standing)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  g_ptr_array_add (paths, g_strdup ("plan"));
  if (differing->head)
    {
      g_ptr_array_add (paths, g_strdup ("title"));
      g_ptr_array_add (paths, g_strdup ("proposals"));
    }
  g_hash_table_iter_init (&iter, differing->delegations);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (paths, g_strconcat (DELEGATIONS, key, NULL));
  g_hash_table_iter_init (&iter, differing->provisions);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (standing == NULL || !stands (standing, key))
      g_ptr_array_add (paths, twf_format_dup_provision_path (key));
  return paths;
}

static gboolean
give_to_reader (const char *path,
                const char *blob_id,
                GBytes *bytes,
                gpointer user_data,
                GError **error)
{
  return twf_reader_add (user_data, path, bytes, error);
}

/* A plan of which only what differs is there. */
static TwfPlan *
read_side (TwfRepository *repository,
           const char *revision,
           GPtrArray *paths,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (TwfReader) reader = twf_reader_new ();
  g_autoptr (TwfPlan) plan = NULL;

  if (!twf_repository_read_paths (
          repository, revision, paths, give_to_reader, reader, cancellable, error)
      || (plan = twf_reader_finish (reader, error)) == NULL)
    return NULL;
  if (twf_reader_get_version (reader) <= TWF_FORMAT_VERSION)
    return g_steal_pointer (&plan);
  g_set_error (
      error, TWF_ERROR, TWF_ERROR_UNSUPPORTED, "%.10s: stored by a newer version", revision);
  return NULL;
}

static gboolean
is_read (TwfContributed *proposal, Differing *differing)
{
  return proposal->provision != NULL
             ? g_hash_table_contains (differing->provisions, proposal->provision)
             : differing->head;
}

/* What is as in the plan that was read already, in the source's base and in its tip. */
static gboolean
is_alike (TwfContributed *proposal, Differing *differing, const Standing *standing)
{
  return proposal->provision != NULL && !is_read (proposal, differing)
         && stands (standing, proposal->provision);
}

/* Where the tip has to be asked for proposals beyond what differs. */
static void
add_bearers (GPtrArray *paths,
             TwfSource *source,
             Differing *differing,
             const Standing *standing,
             GPtrArray *contributed)
{
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < contributed->len; i++)
    {
      TwfContributed *proposal = contributed->pdata[i];
      const char *bearer = proposal->provision != NULL ? proposal->provision : "";

      if (!g_strv_contains ((const char *const *)proposal->by, source->owner)
          || is_read (proposal, differing) || is_alike (proposal, differing, standing)
          || !g_hash_table_add (added, (gpointer)bearer))
        continue;
      g_ptr_array_add (paths,
                       proposal->provision != NULL
                           ? twf_format_dup_provision_path (proposal->provision)
                           : g_strdup ("proposals"));
    }
}

/* What the delegation contributed before and leaves be is not withdrawn for not being asked again;
 * whose words it took back is. */
static gboolean
add_known (TwfContribution *contribution,
           TwfSource *source,
           TwfRepository *repository,
           Differing *differing,
           const Standing *standing,
           GPtrArray *contributed,
           TwfPlan *tip,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (TwfTakenBack) taken_back = NULL;

  for (guint i = 0; i < contributed->len; i++)
    {
      TwfContributed *proposal = contributed->pdata[i];
      TwfPlan *plan = is_alike (proposal, differing, standing) ? standing->plan : tip;

      if (!twf_contributed_stands (proposal, plan, source->owner))
        continue;
      if (taken_back == NULL)
        taken_back = twf_taken_back_new (source, repository, cancellable, error);
      if (taken_back == NULL)
        return FALSE;
      if (!twf_taken_back_holds (taken_back, proposal, plan))
        twf_contribution_add_known (contribution, proposal->id);
    }
  return TRUE;
}

static gpointer
ref_or_null (gpointer object)
{
  return object != NULL ? g_object_ref (object) : NULL;
}

static void
take_pairs (TwfContribution *contribution,
            Differing *differing,
            const Standing *standing,
            TwfPlan *old_side,
            TwfPlan *tip)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, differing->provisions);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      TwfPlan *former = stands (standing, key) ? standing->plan : old_side;

      twf_contribution_take_provision (contribution,
                                       ref_or_null (twf_plan_get_provision (former, key)),
                                       ref_or_null (twf_plan_get_provision (tip, key)));
    }
  g_hash_table_iter_init (&iter, differing->delegations);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    twf_contribution_take_delegation (contribution,
                                      ref_or_null (twf_plan_get_delegation (old_side, key)),
                                      ref_or_null (twf_plan_get_delegation (tip, key)));
  if (differing->head)
    twf_contribution_take_heads (contribution, g_object_ref (old_side), g_object_ref (tip));
}

/**
 * twf_source_read:
 * @self: a source that is not known
 * @repository: where
 * @plan: the plan that is merged into: what it holds as the base does is not read again
 * @changed: (nullable): set of char*: the provisions in which @plan differs from the base; NULL:
 *   that is not known
 * @contributed: (element-type TwfContributed): the open proposals of @plan that branches brought
 * @cancellable: (nullable): ends the reading
 * @error: return location
 *
 * Reads what differs between what a source was made on and its tip: of two hundred branches of a
 * large plan, no more is ever in memory than what they changed. Blocks.
 *
 * Returns: (transfer full): what it brings
 * Errors: TWF_ERROR_UNSUPPORTED if a newer version stored it; as twf_repository_compare() and
 *   twf_reader_finish()
 */
TwfContribution *
twf_source_read (TwfSource *self,
                 TwfRepository *repository,
                 TwfPlan *plan,
                 GHashTable *changed,
                 GPtrArray *contributed,
                 GCancellable *cancellable,
                 GError **error)
{
  const Standing standing = { .plan = plan, .changed = changed };
  g_autoptr (Differing) differing = find_differing (self, repository, error);
  g_autoptr (GPtrArray) old_paths = NULL;
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (TwfPlan) old_side = NULL;
  g_autoptr (TwfPlan) tip = NULL;
  g_autoptr (TwfContribution) contribution = NULL;

  if (differing == NULL)
    return NULL;
  old_paths = list_paths (differing, &standing);
  paths = list_paths (differing, NULL);
  if (self->owner != NULL)
    add_bearers (paths, self, differing, &standing, contributed);
  old_side = read_side (repository, self->base, old_paths, cancellable, error);
  if (old_side == NULL)
    return NULL;
  tip = read_side (repository, self->tip, paths, cancellable, error);
  if (tip == NULL)
    return NULL;
  contribution = twf_contribution_new (self->owner, self->tip);
  take_pairs (contribution, differing, &standing, old_side, tip);
  if (self->owner != NULL
      && !add_known (contribution,
                     self,
                     repository,
                     differing,
                     &standing,
                     contributed,
                     tip,
                     cancellable,
                     error))
    return NULL;
  return g_steal_pointer (&contribution);
}
