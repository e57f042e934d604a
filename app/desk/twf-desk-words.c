/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-words.h"

#include "twf-desk-private.h"
#include "twf-error.h"
#include "twf-format.h"
#include "twf-id.h"
#include "twf-provenance.h"
#include "twf-versions.h"
#include "twf-words-asked.h"

#include <string.h>

/* What a revision that accepts proposals has as its mandate, before their ids. */
#define MANDATE_OF_PROPOSAL "proposal "

/* Whose words are asked for. */
typedef struct
{
  char *provision; /* nullable: the title */
  TwfPart part;
  char *language;
  char *revision;
  gboolean with_deleted;
} Query;

/* The versions of a text, read one after the other. */
typedef struct
{
  TwfRepository *repository;
  const Query *query;
  TwfProvenance *provenance;
  GPtrArray *origins;  /* of TwfOrigin*, in step with the versions of provenance */
  GHashTable *numbers; /* char* id of a revision -> number of the version, plus one */
} History;

static void
free_query (Query *query)
{
  g_free (query->provision);
  g_free (query->language);
  g_free (query->revision);
  g_free (query);
}

static void
clear_origin (TwfOrigin *self)
{
  g_clear_object (&self->revision);
  g_free (self->proposal);
  g_free (self->mandate);
  g_strfreev (self->owners);
}

/**
 * twf_origin_ref:
 * @self: how words came
 *
 * Returns: (transfer full): the same
 */
TwfOrigin *
twf_origin_ref (TwfOrigin *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * twf_origin_unref:
 * @self: (transfer full): how words came
 */
void
twf_origin_unref (TwfOrigin *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)clear_origin);
}

/**
 * twf_word_run_free:
 * @self: (transfer full) (nullable): a stretch of words
 */
void
twf_word_run_free (TwfWordRun *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_ptr_array_unref (self->origins);
  g_clear_pointer (&self->deleted_by, twf_origin_unref);
  g_free (self->proposal);
  g_free (self);
}

static TwfOrigin *
origin_new (const TwfVersion *version)
{
  TwfOrigin *self = g_atomic_rc_box_new0 (TwfOrigin);
  g_autoptr (GStrvBuilder) owners = g_strv_builder_new ();
  g_autofree char *code = twf_author_dup_code (version->revision);

  if (code != NULL)
    g_strv_builder_add (owners, code);
  self->revision = g_object_ref (version->revision);
  self->mandate = twf_revision_dup_trailer (version->revision, "Mandate");
  self->owners = g_strv_builder_end (owners);
  self->joined = g_strv_length (version->parents) > 1;
  return self;
}

/* What is said of words that a proposal brought: its owners are theirs. */
static TwfOrigin *
origin_of_proposal (const TwfOrigin *accepted, TwfProposal *proposal)
{
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);
  TwfOrigin *self = g_atomic_rc_box_new0 (TwfOrigin);

  self->revision = g_object_ref (accepted->revision);
  self->proposal = g_strdup (twf_proposal_get_id (proposal));
  self->mandate = g_strdup (accepted->mandate);
  self->owners = owners != NULL ? g_strdupv ((char **)owners) : g_new0 (char *, 1);
  return self;
}

static void
list_parents (History *self, const TwfVersion *version, GArray *parents)
{
  for (guint i = 0; version->parents[i] != NULL; i++)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, version->parents[i]));

      if (number == 0)
        continue;
      number--;
      g_array_append_val (parents, number);
    }
}

/* The wording of an accepted proposal, as one more parent of the revision that accepted it. */
static void
add_proposal (History *self, TwfProposal *proposal, const TwfOrigin *accepted, GArray *parents)
{
  const char *text = twf_proposal_get_text (proposal, self->query->language);
  guint number;

  if (text == NULL || twf_proposal_get_part (proposal) != self->query->part)
    return;
  number = twf_provenance_add_proposal (
      self->provenance, text, &g_array_index (parents, guint, 0), parents->len);
  g_ptr_array_add (self->origins, origin_of_proposal (accepted, proposal));
  g_array_append_val (parents, number);
}

static TwfProposal *
find_proposal (TwfProvision *provision, TwfPlan *head, const char *pid)
{
  if (!twf_id_is_valid (pid))
    return NULL;
  return provision != NULL ? twf_provision_get_proposal (provision, pid)
                           : twf_plan_get_own_proposal (head, pid);
}

/* The proposals stand where the revision began. One that cannot be read there says nothing: the
 * words are then the revision's own. */
static void
add_proposals (History *self, const TwfVersion *version, const TwfOrigin *accepted, GArray *parents)
{
  const char *parent = twf_revision_get_parent (version->revision);
  g_auto (GStrv) ids = NULL;
  g_autoptr (TwfProvision) provision = NULL;
  g_autoptr (TwfPlan) head = NULL;

  if (parent == NULL || accepted->mandate == NULL
      || !g_str_has_prefix (accepted->mandate, MANDATE_OF_PROPOSAL))
    return;
  if (self->query->provision != NULL)
    provision = twf_desk_read_provision (self->repository, parent, self->query->provision, NULL);
  else
    head = twf_desk_read_head (self->repository, parent, NULL);
  if (provision == NULL && head == NULL)
    return;
  ids = g_strsplit_set (accepted->mandate + strlen (MANDATE_OF_PROPOSAL), " ,", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TwfProposal *proposal = find_proposal (provision, head, ids[i]);

      if (proposal != NULL)
        add_proposal (self, proposal, accepted, parents);
    }
}

static gboolean
add_version (History *self,
             const TwfVersion *version,
             GBytes *bytes,
             const char *path,
             GError **error)
{
  const char *id = twf_revision_get_id (version->revision);
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *text = bytes != NULL ? twf_format_dup_text (path, bytes, error) : NULL;
  g_autoptr (TwfOrigin) origin = NULL;
  guint number;

  if (bytes != NULL && text == NULL)
    return FALSE;
  origin = origin_new (version);
  list_parents (self, version, parents);
  add_proposals (self, version, origin, parents);
  number = twf_provenance_add (
      self->provenance, text, &g_array_index (parents, guint, 0), parents->len);
  g_ptr_array_add (self->origins, g_steal_pointer (&origin));
  g_hash_table_insert (self->numbers, (gpointer)id, GUINT_TO_POINTER (number + 1));
  return TRUE;
}

static gboolean
add_versions (History *self,
              GPtrArray *versions,
              const char *path,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) blobs = g_ptr_array_new ();
  g_autoptr (GPtrArray) files = NULL;

  for (guint i = 0; i < versions->len; i++)
    g_ptr_array_add (blobs, ((TwfVersion *)versions->pdata[i])->blob);
  files = twf_repository_read_blobs (self->repository, blobs, cancellable, error);
  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < versions->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_version (self, versions->pdata[i], files->pdata[i], path, error))
      return FALSE;
  return TRUE;
}

static TwfWordRun *
run_new (History *self, const TwfPassage *passage)
{
  TwfWordRun *run = g_new0 (TwfWordRun, 1);

  run->text = g_strdup (passage->text);
  run->origins = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_origin_unref);
  for (guint i = 0; i < passage->n_origins; i++)
    g_ptr_array_add (run->origins, twf_origin_ref (self->origins->pdata[passage->origins[i]]));
  if (passage->deleted_by != TWF_STILL_STANDS)
    run->deleted_by = twf_origin_ref (self->origins->pdata[passage->deleted_by]);
  run->left_out = passage->left_out;
  run->place = passage->place;
  return run;
}

static void
take_runs (History *self, GPtrArray *passages, GPtrArray *runs)
{
  for (guint i = 0; i < passages->len; i++)
    g_ptr_array_add (runs, run_new (self, passages->pdata[i]));
  g_ptr_array_unref (passages);
}

static GPtrArray *
list_runs (History *self, guint newest)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_word_run_free);

  take_runs (self, twf_provenance_list_present (self->provenance, newest), runs);
  if (self->query->with_deleted)
    take_runs (self, twf_provenance_list_deleted (self->provenance, newest), runs);
  return runs;
}

/* What was left out may wait in a proposal. One that cannot be read says nothing. */
static void
name_proposals (History *self, const char *revision, GPtrArray *runs)
{
  const Query *query = self->query;
  g_autoptr (TwfProvision) provision = NULL;
  g_autoptr (TwfPlan) head = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < runs->len; i++)
    any |= ((TwfWordRun *)runs->pdata[i])->left_out;
  if (!any)
    return;
  if (query->provision != NULL)
    provision = twf_desk_read_provision (self->repository, revision, query->provision, NULL);
  else
    head = twf_desk_read_head (self->repository, revision, NULL);
  if (provision != NULL || head != NULL)
    twf_words_name_proposals (runs, provision, head, query->part, query->language);
}

static GPtrArray *
run_query (TwfDesk *desk, Query *query, GCancellable *cancellable, GError **error)
{
  g_autofree char *id = twf_repository_resolve (desk->repository, query->revision, error);
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  GPtrArray *runs;
  g_autoptr (TwfProvenance) provenance = twf_provenance_new (query->language);
  g_autoptr (GPtrArray) origins = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_origin_unref);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  History self = { desk->repository, query, provenance, origins, numbers };

  if (id == NULL)
    return NULL;
  path = twf_format_dup_text_path (query->provision, query->part, query->language);
  versions = twf_repository_list_versions (desk->repository, id, path, cancellable, error);
  if (versions == NULL)
    return NULL;
  if (versions->len == 0)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_NOT_FOUND,
                   "%s: no text in %s",
                   query->provision != NULL ? query->provision : "title",
                   query->language);
      return NULL;
    }
  if (!add_versions (&self, versions, path, cancellable, error))
    return NULL;
  runs = list_runs (&self, twf_provenance_get_n_versions (provenance) - 1);
  name_proposals (&self, id, runs);
  return runs;
}

static void
list_words (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *runs = run_query (source, data, cancellable, &error);

  if (runs != NULL)
    g_task_return_pointer (task, runs, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_list_words_async:
 * @self: a desk
 * @provision: (nullable): id of a provision; %NULL: the plan's title
 * @part: which of its texts
 * @language: the text's language
 * @revision: (nullable): as which revision has it; %NULL: the one the plan stands on
 * @with_deleted: whether what went is wanted as well
 * @cancellable: (nullable): ends it
 * @callback: called with the words
 * @user_data: for @callback
 *
 * Finds out who brought each word of a text, through merges, moves, restores and accepted
 * proposals, and what became of those that it has no longer (twf_provenance_add()). A revision
 * whose mandate is "proposal" with ids accepts these; what they brought is their owners'.
 */
void
twf_desk_list_words_async (TwfDesk *self,
                           const char *provision,
                           TwfPart part,
                           const char *language,
                           const char *revision,
                           gboolean with_deleted,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (language != NULL && part < TWF_N_PARTS);

  task = twf_desk_start (self, twf_desk_list_words_async, cancellable, callback, user_data);
  if (provision != NULL && !twf_id_is_valid (provision))
    {
      g_task_return_new_error (task, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s", provision);
      g_object_unref (task);
      return;
    }
  query = g_new0 (Query, 1);
  query->provision = g_strdup (provision);
  query->part = part;
  query->language = g_strdup (language);
  query->revision = g_strdup (revision != NULL ? revision : self->revision);
  g_task_set_task_data (task, query, (GDestroyNotify)free_query);
  query->with_deleted = with_deleted;
  twf_desk_run (self, task, list_words);
}

/**
 * twf_desk_list_words_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfWordRun): what stands, which put together is the text;
 *   then what went, where that is wanted, in the order in which it went
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision, or no revision up to it ever had the
 *   text; as twf_repository_list_versions() and twf_repository_read_blob()
 */
GPtrArray *
twf_desk_list_words_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
