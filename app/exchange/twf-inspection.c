/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-inspection.h"

#include "twf-check.h"
#include "twf-error.h"
#include "twf-format.h"
#include "twf-ancestry.h"
#include "twf-issued.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A paragraph has 64 KiB at most, and so has a file; a folder has an entry of some forty bytes for
 * each remark, language or provision of its shard. */
#define MOST_FILE (64 * 1024)
#define MOST_FOLDER (1024 * 1024)
#define MOST_REVISION (256 * 1024)
#define MOST_OBJECTS 2000000
#define MOST_BYTES ((guint64)16 * 1024 * 1024 * 1024)
#define MOST_SECONDS 30

struct _TwfInspection
{
  TwfQuarantine *quarantine; /* borrowed */
  gboolean is_invitation;
  TwfNovelty *novelty;
  GHashTable *own_faults; /* set of char*: what does not hold together in the own text; nullable:
                             not asked for yet */
  TwfInspectedFunc progress;
  gpointer user_data;

  /* Of the branch that is looked at. */
  guint n_roots;
  GHashTable *changed; /* set of char*: ids of provisions that differ somewhere */
};

static gboolean
refuse (GError **error, const char *path, const char *reason)
{
  g_autofree char *start = g_strndup (path, 200);
  g_autofree char *shown = g_strescape (start, "\"\\");

  g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s: %s", shown, _ (reason));
  return FALSE;
}

static gboolean
look_at_revision (const char *id,
                  const char *bytes,
                  gsize length,
                  guint n_parents,
                  gpointer user_data,
                  GError **error)
{
  TwfInspection *self = user_data;

  if (n_parents == 0)
    self->n_roots++;
  if (self->n_roots > (self->is_invitation ? 1u : 0u))
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_INVALID,
                   self->is_invitation ? _ ("revision %.10s begins a second plan")
                                       : _ ("revision %.10s begins another plan than this one"),
                   id);
      return FALSE;
    }
  return twf_inspect_revision (id, bytes, length, error);
}

/* Folders between the top and the files that there may be; what is in them says the rest. */
static gboolean
look_at_folder (const char *path, const char *mode, gpointer user_data, GError **error)
{
  static const char *const tops[] = { "provisions/", "title/", "proposals/", "delegations/", NULL };

  if (strcmp (mode, "40000") != 0)
    return refuse (error, path, N_ ("not a folder as git writes it"));
  for (guint i = 0; tops[i] != NULL; i++)
    if (g_str_has_prefix (path, tops[i]))
      return TRUE;
  return refuse (error, path, N_ ("no folder of this storage"));
}

static gboolean
look_at_name (const char *path, const char *mode, gpointer user_data, GError **error)
{
  TwfInspection *self = user_data;
  g_autofree char *id = NULL;

  if (strcmp (mode, "100644") != 0)
    return refuse (error,
                   path,
                   strcmp (mode, "120000") == 0   ? N_ ("a symbolic link")
                   : strcmp (mode, "160000") == 0 ? N_ ("a repository within the plan")
                   : strcmp (mode, "100755") == 0 ? N_ ("a program")
                                                  : N_ ("not a plain file"));
  if (!twf_format_check_path (path, error))
    return FALSE;
  id = twf_format_dup_id_of_path (path);
  if (id != NULL)
    g_hash_table_add (self->changed, g_steal_pointer (&id));
  return TRUE;
}

/* What a newer version wrote is told as that, and not by the first key that is not known. */
static gboolean
check_version (GBytes *head, GError **error)
{
  g_autoptr (TwfReader) reader = twf_reader_new ();

  if (!twf_reader_add (reader, "plan", head, NULL)
      || twf_reader_get_version (reader) <= TWF_FORMAT_VERSION)
    return TRUE;
  g_set_error (error,
               TWF_ERROR,
               TWF_ERROR_UNSUPPORTED,
               _ ("format %u, which a newer version of the program wrote"),
               twf_reader_get_version (reader));
  return FALSE;
}

static gboolean
look_at_file (const char *path, GBytes *bytes, gpointer user_data, GError **error)
{
  if (strcmp (path, "plan") == 0 && !check_version (bytes, error))
    return FALSE;
  return twf_format_check_file (path, bytes, error);
}

static void
tell_progress (guint64 done, gpointer user_data)
{
  TwfInspection *self = user_data;

  if (self->progress != NULL)
    self->progress (done, self->user_data);
}

/**
 * twf_inspection_new:
 * @quarantine: what came
 * @is_invitation: whether it brings a plan, and does not go on with ours
 * @error: return location
 *
 * Returns: (transfer full): an inspection that has looked at nothing
 * Errors: as twf_repository_open()
 */
TwfInspection *
twf_inspection_new (TwfQuarantine *quarantine, gboolean is_invitation, GError **error)
{
  const TwfNoveltyLimits limits = { .most_revision = MOST_REVISION,
                                    .most_folder = MOST_FOLDER,
                                    .most_file = MOST_FILE,
                                    .most_objects = MOST_OBJECTS,
                                    .most_bytes = MOST_BYTES,
                                    .seconds = MOST_SECONDS };
  g_autoptr (TwfInspection) self = g_new0 (TwfInspection, 1);

  self->quarantine = quarantine;
  self->is_invitation = is_invitation;
  self->novelty = twf_novelty_new (twf_quarantine_get_repository (quarantine),
                                   twf_quarantine_get_plan (quarantine),
                                   &limits,
                                   error);
  return self->novelty != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * twf_inspection_free:
 * @self: (transfer full) (nullable): an inspection
 */
void
twf_inspection_free (TwfInspection *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->novelty, twf_novelty_free);
  g_clear_pointer (&self->own_faults, g_hash_table_unref);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_free (self);
}

/**
 * twf_inspection_set_progress:
 * @self: an inspection
 * @progress: (scope forever): told how many objects were looked at
 * @user_data: for @progress
 */
void
twf_inspection_set_progress (TwfInspection *self, TwfInspectedFunc progress, gpointer user_data)
{
  self->progress = progress;
  self->user_data = user_data;
}

/**
 * twf_inspection_get_novelty:
 * @self: an inspection
 *
 * Returns: (transfer none): what was found new and let pass
 */
TwfNovelty *
twf_inspection_get_novelty (TwfInspection *self)
{
  return self->novelty;
}

typedef struct
{
  TwfReader *reader;
  GHashTable *changed;
} Outline;

/* Texts that are not new were read before, by whoever has the plan. */
static gboolean
is_wanted (const char *path, gpointer user_data)
{
  const Outline *outline = user_data;
  g_autofree char *id = NULL;

  if (!twf_format_is_text_path (path))
    return TRUE;
  id = twf_format_dup_id_of_path (path);
  return id != NULL && g_hash_table_contains (outline->changed, id);
}

static gboolean
give (const char *path, const char *blob_id, GBytes *bytes, gpointer user_data, GError **error)
{
  return twf_reader_add (((const Outline *)user_data)->reader, path, bytes, error);
}

/* The plan that stands in a revision, without texts other than of @changed. */
static TwfPlan *
read_outline (TwfRepository *repository,
              const char *revision,
              GHashTable *changed,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (TwfReader) reader = twf_reader_new ();
  Outline outline = { reader, changed };
  g_autoptr (TwfPlan) plan = NULL;

  if (!twf_repository_read_wanted (
          repository, revision, is_wanted, give, &outline, cancellable, error))
    return NULL;
  plan = twf_reader_finish (reader, error);
  if (plan == NULL && error != NULL && g_error_matches (*error, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    (*error)->code = TWF_ERROR_INVALID;
  return g_steal_pointer (&plan);
}

static char *
describe_fault (const TwfFinding *finding)
{
  return g_strdup_printf (_ ("provision %s: %s (%s)"),
                          finding->id != NULL ? finding->id : "",
                          finding->kind == TWF_FINDING_PARENT_CYCLE ? _ ("stands under itself")
                          : finding->kind == TWF_FINDING_MISSING_PARENT
                              ? _ ("stands under one that is not there")
                          : finding->kind == TWF_FINDING_WRONG_LINK
                              ? _ ("a link to another kind of provision than it may have")
                              : _ ("a link to a provision that is not there"),
                          finding->detail != NULL ? finding->detail : "");
}

/* What is wrong with the own rolling text is nobody's fault who goes on with it. */
static GHashTable *
list_own_faults (TwfInspection *self, GCancellable *cancellable)
{
  GHashTable *faults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TwfPlan) own = read_outline (twf_quarantine_get_plan (self->quarantine),
                                          "refs/heads/" TWF_BRANCH_MAIN,
                                          none,
                                          cancellable,
                                          NULL);
  g_autoptr (GPtrArray) findings = own != NULL ? twf_plan_check_links (own) : NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    g_hash_table_add (faults, describe_fault (findings->pdata[i]));
  return faults;
}

static gboolean
check_links (TwfInspection *self, TwfPlan *plan, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) findings = twf_plan_check_links (plan);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *fault = describe_fault (findings->pdata[i]);

      if (self->own_faults == NULL)
        self->own_faults = list_own_faults (self, cancellable);
      if (g_hash_table_contains (self->own_faults, fault))
        continue;
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_INVALID, fault);
      return FALSE;
    }
  return TRUE;
}

/* Whether the plan in @tip is one of our rolling text's but for words that stand in place of
 * others: of how provisions are numbered and linked nothing can have changed then, and to read all
 * of them again for each of two hundred contributions takes longer than all else. Each file was
 * looked at already. */
static gboolean
only_words_differ (TwfInspection *self, const char *tip)
{
  TwfRepository *repository = twf_quarantine_get_repository (self->quarantine);
  g_autofree char *ours = NULL;
  g_autofree char *base = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (self->is_invitation)
    return FALSE;
  ours = twf_repository_resolve (
      twf_quarantine_get_plan (self->quarantine), "refs/heads/" TWF_BRANCH_MAIN, NULL);
  base = ours != NULL ? twf_repository_find_taken_in (repository, ours, tip, NULL) : NULL;
  changes = base != NULL ? twf_repository_compare (repository, base, tip, NULL) : NULL;
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const TwfPathChange *change = changes->pdata[i];

      if (change->old_blob == NULL || change->new_blob == NULL
          || !twf_format_is_text_path (change->path))
        return FALSE;
    }
  return changes != NULL;
}

/**
 * twf_inspect_branch:
 * @self: an inspection
 * @tip: full id of the revision that the branch ends in
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Looks at all that is new in a branch, and at the plan that it ends in as a whole. Blocks.
 *
 * Returns: (transfer full) (element-type utf8): full ids of the revisions that are new, @tip the
 *   first; none: it was known
 * Errors: TWF_ERROR_INVALID with what and why; TWF_ERROR_TOO_LARGE; TWF_ERROR_UNSUPPORTED if a
 *   newer version wrote it; TWF_ERROR_DAMAGED if something is missing; %G_IO_ERROR_CANCELLED
 */
GPtrArray *
twf_inspect_branch (TwfInspection *self, const char *tip, GCancellable *cancellable, GError **error)
{
  const TwfNoveltyVisitor visitor = { .revision = look_at_revision,
                                      .folder = look_at_folder,
                                      .file_named = look_at_name,
                                      .file = look_at_file,
                                      .progress = tell_progress,
                                      .user_data = self };
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (TwfPlan) plan = NULL;

  g_return_val_if_fail (tip != NULL, NULL);

  g_clear_pointer (&self->changed, g_hash_table_unref);
  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_roots = 0;
  revisions = twf_novelty_visit (self->novelty, tip, &visitor, cancellable, error);
  if (revisions == NULL)
    return NULL;
  if (revisions->len == 0 || only_words_differ (self, tip))
    return g_steal_pointer (&revisions);
  plan = read_outline (
      twf_quarantine_get_repository (self->quarantine), tip, self->changed, cancellable, error);
  if (plan == NULL || !check_links (self, plan, cancellable, error))
    return NULL;
  return g_steal_pointer (&revisions);
}

/**
 * twf_inspect_issued:
 * @self: an inspection
 * @symbol: under which a revision is said to be issued
 * @id: full id of the tag
 * @tip: full id of the rolling text's newest revision, which was looked at
 * @error: return location
 *
 * Looks at what says under which symbol a revision of the rolling text was issued. It then counts
 * among what may come in.
 *
 * Returns: (transfer full): what it says
 * Errors: TWF_ERROR_INVALID with what and why; TWF_ERROR_TOO_LARGE; TWF_ERROR_DAMAGED
 */
GBytes *
twf_inspect_issued (TwfInspection *self,
                    const char *symbol,
                    const char *id,
                    const char *tip,
                    GError **error)
{
  TwfRepository *repository = twf_quarantine_get_repository (self->quarantine);
  g_autoptr (GBytes) tag = twf_repository_read_tag (repository, id, MOST_FOLDER, error);
  g_autofree char *revision = NULL;
  gboolean is_in = FALSE;

  if (tag == NULL
      || !twf_inspect_tag (
          symbol, g_bytes_get_data (tag, NULL), g_bytes_get_size (tag), &revision, error))
    return NULL;
  if (!twf_repository_contains (repository, tip, revision, &is_in, NULL) || !is_in)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_INVALID,
                   _ ("issued %s: names no revision of the rolling text"),
                   symbol);
      return NULL;
    }
  twf_novelty_accept (self->novelty, id);
  return g_steal_pointer (&tag);
}
