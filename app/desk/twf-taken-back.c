/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-taken-back.h"

#include "twf-error.h"
#include "twf-format.h"
#include "twf-wording.h"

#include <string.h>

struct _TwfTakenBack
{
  GHashTable *stood; /* set of char* "<blob id> <path>" (owned): what stood and was replaced */
};

static TwfRevision *
read_revision (TwfRepository *repository, const char *id, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) one
      = twf_repository_list_revisions (repository, id, NULL, 0, 1, cancellable, error);

  if (one != NULL && one->len > 0)
    return g_object_ref (one->pdata[0]);
  if (one != NULL)
    g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s", id);
  return NULL;
}

static gboolean
note_replaced (TwfTakenBack *self, TwfRepository *repository, TwfRevision *revision, GError **error)
{
  g_autoptr (GPtrArray) changes = twf_repository_compare (
      repository, twf_revision_get_parent (revision), twf_revision_get_id (revision), error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const TwfPathChange *change = changes->pdata[i];

      if (change->old_blob != NULL)
        g_hash_table_add (self->stood, g_strconcat (change->old_blob, " ", change->path, NULL));
    }
  return changes != NULL;
}

/**
 * twf_taken_back_new:
 * @source: a branch
 * @repository: where
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Goes down the branch's own line to where it took in what it is compared with. Blocks.
 *
 * Returns: (transfer full): what stood in it meanwhile and was replaced
 * Errors: as twf_repository_list_revisions() and twf_repository_compare()
 */
TwfTakenBack *
twf_taken_back_new (TwfSource *source,
                    TwfRepository *repository,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (TwfTakenBack) self = g_new0 (TwfTakenBack, 1);
  g_autofree char *id = g_strdup (source->tip);

  self->stood = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (id != NULL && !g_str_equal (id, source->base))
    {
      g_autoptr (TwfRevision) revision = read_revision (repository, id, cancellable, error);
      const char *const *parents;

      if (revision == NULL)
        return NULL;
      parents = twf_revision_get_parents (revision);
      /* A merge brings what others replaced. */
      if (g_strv_length ((GStrv)parents) == 1 && !note_replaced (self, repository, revision, error))
        return NULL;
      g_free (id);
      id = g_strv_contains (parents, source->base) ? NULL : g_strdup (parents[0]);
    }
  return g_steal_pointer (&self);
}

/**
 * twf_taken_back_free:
 * @self: (transfer full) (nullable): what stood
 */
void
twf_taken_back_free (TwfTakenBack *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->stood);
  g_free (self);
}

/**
 * twf_taken_back_holds:
 * @self: what stood in a branch
 * @contributed: a proposal that the branch brought before
 * @tip: what stands in the branch, perhaps with a part of its provisions only
 *
 * Returns: whether its wording stood in the branch and does so no more: who takes his words back
 *   asks for them no longer, while a branch that never had them leaves the proposal be
 */
gboolean
twf_taken_back_holds (TwfTakenBack *self, TwfContributed *contributed, TwfPlan *tip)
{
  TwfProvision *bearer = NULL;
  TwfProposal *proposal = twf_plan_get_proposal (tip, contributed->id, &bearer);
  g_auto (GStrv) languages = proposal != NULL ? twf_proposal_list_languages (proposal) : NULL;
  TwfPart part;

  if (proposal == NULL || twf_proposal_get_kind (proposal) != TWF_PROPOSAL_REPLACE)
    return FALSE;
  part = twf_proposal_get_part (proposal);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *wording = twf_proposal_get_text (proposal, languages[i]);
      const char *stands = bearer != NULL ? twf_provision_get_text (bearer, part, languages[i])
                                          : twf_plan_get_title (tip, languages[i]);
      g_autofree char *blob = twf_wording_dup_id (wording);
      g_autofree char *path
          = bearer != NULL ? twf_format_dup_text_path (contributed->provision, part, languages[i])
                           : g_strdup_printf ("title/%s.txt", languages[i]);
      g_autofree char *key = g_strconcat (blob != NULL ? blob : "", " ", path, NULL);

      if (wording != NULL && g_strcmp0 (wording, stands) != 0
          && g_hash_table_contains (self->stood, key))
        return TRUE;
    }
  return FALSE;
}
