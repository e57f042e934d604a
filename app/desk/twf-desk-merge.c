/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-merge.h"

#include "twf-merge-ground.h"

#include "twf-contributed.h"
#include "twf-error.h"

#include <string.h>

/* How much of the work is done when the plan is read, and when what the branches bring is. */
#define PLAN_READ 0.2
#define BRANCHES_READ 0.7

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("twf-merge-ground");
}

/**
 * twf_merge_ground_let_plan_go:
 * @self: what a merge stood on, of which the plan is needed no longer
 */
void
twf_merge_ground_let_plan_go (TwfMergeGround *self)
{
  if (self->plan != NULL)
    twf_desk_let_go (g_steal_pointer (&self->plan));
}

/* Last of all, so that the plan goes on a thread of its own. */
static void
clear_ground (gpointer data)
{
  TwfMergeGround *ground = data;

  twf_merge_ground_let_plan_go (ground);
  g_free (ground->revision);
  g_ptr_array_unref (ground->sources);
  g_ptr_array_unref (ground->known);
}

/**
 * twf_merge_ground_ref:
 * @self: what a merge stands on
 *
 * Returns: (transfer full): @self; safe from any thread
 */
TwfMergeGround *
twf_merge_ground_ref (TwfMergeGround *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * twf_merge_ground_unref:
 * @self: (transfer full): what a merge stands on
 *
 * Gives a reference back; safe from any thread.
 */
void
twf_merge_ground_unref (TwfMergeGround *self)
{
  g_atomic_rc_box_release_full (self, clear_ground);
}

static TwfMergeGround *
ground_new (const char *revision)
{
  TwfMergeGround *ground = g_atomic_rc_box_new0 (TwfMergeGround);

  ground->revision = g_strdup (revision);
  ground->sources = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_source_free);
  ground->known = g_ptr_array_new_with_free_func (g_free);
  return ground;
}

/**
 * twf_merge_get_ground:
 * @merge: what twf_desk_prepare_merge_finish() gave
 *
 * Returns: (transfer none): what it stands on
 */
TwfMergeGround *
twf_merge_get_ground (TwfPlanMerge *merge)
{
  return g_object_get_qdata (G_OBJECT (merge), get_quark ());
}

/**
 * twf_desk_merge_list_known:
 * @merge: what twf_desk_prepare_merge_finish() gave
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the branches that were merged
 *   before and bring nothing new
 */
const char *const *
twf_desk_merge_list_known (TwfPlanMerge *merge)
{
  TwfMergeGround *ground;

  g_return_val_if_fail (TWF_IS_PLAN_MERGE (merge), NULL);

  ground = twf_merge_get_ground (merge);
  g_return_val_if_fail (ground != NULL, NULL);
  return (const char *const *)ground->known->pdata;
}

/* What is asked of the worker. */
typedef struct
{
  char **branches;
  char *revision;
} Query;

static void
free_query (Query *query)
{
  g_strfreev (query->branches);
  g_free (query->revision);
  g_free (query);
}

static gboolean
has_tip (GPtrArray *sources, const char *tip)
{
  for (guint i = 0; i < sources->len; i++)
    if (g_str_equal (((TwfSource *)sources->pdata[i])->tip, tip))
      return TRUE;
  return FALSE;
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const TwfSource *one = *(TwfSource *const *)a;
  const TwfSource *other = *(TwfSource *const *)b;

  return strcmp (one->name, other->name);
}

/* By name: the revision is the same in whatever order the branches were given. */
static gboolean
find_sources (TwfDesk *desk,
              const char *const *branches,
              TwfMergeGround *ground,
              GCancellable *cancellable,
              GError **error)
{
  for (gsize i = 0; branches[i] != NULL; i++)
    {
      g_autoptr (TwfSource) source = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      source
          = twf_source_find (desk->repository, branches[i], desk->branch, ground->revision, error);
      if (source == NULL)
        return FALSE;
      if (source->known)
        g_ptr_array_add (ground->known, g_strdup (source->name));
      else if (!has_tip (ground->sources, source->tip))
        g_ptr_array_add (ground->sources, g_steal_pointer (&source));
    }
  g_ptr_array_sort (ground->sources, compare_sources);
  g_ptr_array_add (ground->known, NULL);
  return TRUE;
}

/* What a branch took in is looked for along the newest rolling text: an older one would take what
 * others put there since for the branch's own. */
static gboolean
stands_on_newest (TwfDesk *desk, const char *revision, GError **error)
{
  g_autofree char *tip = twf_desk_resolve_tip (desk->repository, desk->branch, error);

  if (tip == NULL)
    return FALSE;
  if (g_str_equal (tip, revision))
    return TRUE;
  g_set_error (error, TWF_ERROR, TWF_ERROR_CHANGED, "%s: moved to %.10s", desk->branch, tip);
  return FALSE;
}

/* @progress: (nullable): whose progress it is. */
static GPtrArray *
read_sources (TwfDesk *desk,
              TwfMergeGround *ground,
              TwfDesk *progress,
              GCancellable *cancellable,
              GError **error)
{
  GPtrArray *sources = ground->sources;
  g_autoptr (GHashTable) changed = NULL; /* between base and the plan */
  g_autoptr (GPtrArray) contributed = twf_contributed_list (ground->plan);
  const char *base = NULL;
  g_autoptr (GPtrArray) contributions
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_contribution_unref);

  for (guint i = 0; i < sources->len; i++)
    {
      TwfSource *source = sources->pdata[i];
      TwfContribution *contribution;

      if (progress != NULL)
        twf_desk_post_progress (progress,
                                PLAN_READ + (BRANCHES_READ - PLAN_READ) * i / sources->len);
      if (g_strcmp0 (base, source->base) != 0)
        {
          base = source->base;
          g_clear_pointer (&changed, g_hash_table_unref);
          changed = twf_desk_list_changed (desk->repository, base, ground->revision);
        }
      contribution = twf_source_read (
          source, desk->repository, ground->plan, changed, contributed, cancellable, error);
      if (contribution == NULL)
        {
          g_prefix_error (error, "%s: ", source->name);
          return NULL;
        }
      g_ptr_array_add (contributions, contribution);
    }
  return g_steal_pointer (&contributions);
}

/* A delegation that takes in the rolling text wants it as it is, not as proposals to itself. */
static gboolean
takes_in_main (TwfDesk *desk, GPtrArray *sources)
{
  gboolean all = !g_str_equal (desk->branch, TWF_BRANCH_MAIN);

  for (guint i = 0; i < sources->len; i++)
    all = all && g_str_equal (((TwfSource *)sources->pdata[i])->name, TWF_BRANCH_MAIN);
  return all;
}

/**
 * twf_merge_prepare:
 * @desk: a desk; its repository and branch alone are looked at
 * @revision: that the plan stands on
 * @branches: (array zero-terminated=1): delegations' codes, branches or revisions
 * @progress: (nullable): the desk that says how far it is
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * As twf_desk_prepare_merge_async(), on the worker. Best with the repository held.
 *
 * Returns: (transfer full): what the branches bring
 * Errors: as twf_desk_prepare_merge_finish()
 */
TwfPlanMerge *
twf_merge_prepare (TwfDesk *desk,
                   const char *revision,
                   const char *const *branches,
                   TwfDesk *progress,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (TwfMergeGround) ground = ground_new (revision);
  g_autoptr (GPtrArray) contributions = NULL;
  TwfPlanMerge *merge;

  if (!stands_on_newest (desk, revision, error)
      || !find_sources (desk, branches, ground, cancellable, error))
    return NULL;
  ground->plan = twf_desk_read_plan (NULL, desk->repository, revision, NULL, cancellable, error);
  if (ground->plan == NULL)
    return NULL;
  contributions = read_sources (desk, ground, progress, cancellable, error);
  if (contributions == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (progress != NULL)
    twf_desk_post_progress (progress, BRANCHES_READ);
  if (takes_in_main (desk, ground->sources) && contributions->len == 1)
    merge = twf_plan_merge_new_taking_in (ground->plan, contributions->pdata[0]);
  else
    merge = twf_plan_merge_new (ground->plan, contributions);
  g_object_set_qdata_full (G_OBJECT (merge),
                           get_quark (),
                           g_steal_pointer (&ground),
                           (GDestroyNotify)twf_merge_ground_unref);
  return merge;
}

static void
run_prepare (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *desk = source;
  const Query *query = data;
  GError *error = NULL;
  TwfPlanMerge *merge = NULL;

  if (twf_repository_hold (desk->repository, &error))
    {
      merge = twf_merge_prepare (
          desk, query->revision, (const char *const *)query->branches, desk, cancellable, &error);
      twf_repository_release (desk->repository);
    }

  if (merge != NULL)
    g_task_return_pointer (task, merge, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_prepare_merge_async:
 * @self: a desk that is not modified
 * @branches: (array zero-terminated=1): delegations' codes, branches or revisions
 * @cancellable: (nullable): ends it
 * @callback: called with what they bring
 * @user_data: for @callback
 *
 * Finds out what branches bring to the plan, without changing it. A branch that is contained
 * already brings nothing; see twf_desk_merge_list_known(). Each brings what it changed since it
 * took in the rolling text last. All of it is to be proposed until something else is decided, but
 * where a delegation takes in the rolling text alone: that is to be accepted, but for what the
 * delegation asks otherwise for.
 */
void
twf_desk_prepare_merge_async (TwfDesk *self,
                              const char *const *branches,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (branches != NULL);

  task = twf_desk_start (self, twf_desk_prepare_merge_async, cancellable, callback, user_data);
  if (twf_desk_is_modified (self))
    {
      g_task_return_new_error (task, TWF_ERROR, TWF_ERROR_CHANGED, "%s: not saved yet", self->path);
      g_object_unref (task);
      return;
    }
  query = g_new0 (Query, 1);
  query->branches = g_strdupv ((char **)branches);
  query->revision = g_strdup (self->revision);
  g_task_set_task_data (task, query, (GDestroyNotify)free_query);
  twf_desk_run (self, task, run_prepare);
}

/**
 * twf_desk_prepare_merge_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what the branches bring, to be decided and given to
 *   twf_desk_merge_async(), on the desk's thread
 * Errors: TWF_ERROR_CHANGED if the plan is modified, or somebody else saved meanwhile;
 *   TWF_ERROR_NOT_FOUND if there is no such branch, or it has nothing in common with the plan's;
 *   TWF_ERROR_INVALID if one can be none, or does not hold a plan; TWF_ERROR_UNSUPPORTED;
 *   TWF_ERROR_DAMAGED; %G_IO_ERROR_CANCELLED
 */
TwfPlanMerge *
twf_desk_prepare_merge_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
