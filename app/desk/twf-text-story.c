/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-text-story.h"

#include "twf-error.h"
#include "twf-format.h"
#include "twf-id.h"
#include "twf-mandate.h"
#include "twf-oral.h"
#include "twf-versions.h"

#include <string.h>

/* What a revision that accepts proposals has as its mandate, before their ids. */
#define MANDATE_OF_PROPOSAL TWF_MANDATE_PROPOSAL " "

static void
clear_origin (TwfOrigin *self)
{
  g_clear_object (&self->revision);
  g_free (self->proposal);
  g_free (self->mandate);
  g_free (self->reason);
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
 * twf_origin_new:
 * @revision: a revision
 * @joined: whether it merges others
 *
 * Returns: (transfer full): what is said of what it brought
 */
TwfOrigin *
twf_origin_new (TwfRevision *revision, gboolean joined)
{
  TwfOrigin *self = g_atomic_rc_box_new0 (TwfOrigin);
  g_autoptr (GStrvBuilder) owners = g_strv_builder_new ();
  g_autofree char *code = twf_author_dup_code (revision);

  self->revision = g_object_ref (revision);
  self->mandate = twf_revision_dup_trailer (revision, "Mandate");
  /* What a delegation read out in the room the facilitator typed. */
  if (code == NULL && twf_author_is_facilitator (revision))
    code = twf_oral_dup_reader (self->mandate);
  if (code != NULL)
    g_strv_builder_add (owners, code);
  self->owners = g_strv_builder_end (owners);
  self->joined = joined;
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
  self->reason = g_strdup (twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_REASON));
  self->owners = owners != NULL ? g_strdupv ((char **)owners) : g_new0 (char *, 1);
  return self;
}

static void
list_parents (TwfTextStory *self, const TwfVersion *version, GArray *parents)
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

/* Notes down the version that was just added to the provenance, which keeps its text. */
static void
keep_version (TwfTextStory *self, guint version, gboolean stands, guint former, TwfOrigin *origin)
{
  g_ptr_array_add (self->origins, origin);
  g_ptr_array_add (self->texts,
                   stands ? (gpointer)twf_provenance_get_text (self->provenance, version) : NULL);
  g_array_append_val (self->formers, former);
}

static guint
get_former (GArray *parents)
{
  return parents->len > 0 ? g_array_index (parents, guint, 0) : TWF_NO_FORMER;
}

/* The wording of an accepted proposal, as one more parent of the revision that accepted it. */
static void
add_proposal (TwfTextStory *self, TwfProposal *proposal, const TwfOrigin *accepted, GArray *parents)
{
  const char *text = twf_proposal_get_text (proposal, self->language);
  guint number;

  if (text == NULL || twf_proposal_get_part (proposal) != self->part)
    return;
  number = twf_provenance_add_proposal (
      self->provenance, text, &g_array_index (parents, guint, 0), parents->len);
  keep_version (self, number, TRUE, get_former (parents), origin_of_proposal (accepted, proposal));
  g_array_append_val (parents, number);
}

/* What bears the proposals on the text, as it stands in a revision. */
typedef struct
{
  TwfProvision *provision;
  TwfPlan *head;
} Bearer;

static void
read_bearer (TwfTextStory *self, const char *revision, Bearer *bearer)
{
  if (self->provision != NULL)
    bearer->provision = twf_desk_read_provision (self->repository, revision, self->provision, NULL);
  else
    bearer->head = twf_desk_read_head (self->repository, revision, NULL);
}

static void
clear_bearer (Bearer *bearer)
{
  g_clear_object (&bearer->provision);
  g_clear_object (&bearer->head);
}

static TwfProposal *
find_proposal (const Bearer *bearer, const char *pid)
{
  if (bearer->provision != NULL)
    return twf_provision_get_proposal (bearer->provision, pid);
  return bearer->head != NULL ? twf_plan_get_own_proposal (bearer->head, pid) : NULL;
}

/* The proposals stand where the revision began. One that cannot be read says nothing: the words are
 * then the revision's own. */
static void
add_proposals (TwfTextStory *self,
               const TwfVersion *version,
               const TwfOrigin *accepted,
               GArray *parents)
{
  const char *parent = twf_revision_get_parent (version->revision);
  g_auto (GStrv) ids = NULL;
  Bearer before = { NULL };
  Bearer after = { NULL };

  if (parent == NULL || accepted->mandate == NULL
      || !g_str_has_prefix (accepted->mandate, MANDATE_OF_PROPOSAL))
    return;
  ids = g_strsplit_set (accepted->mandate + strlen (MANDATE_OF_PROPOSAL), " ,", -1);
  read_bearer (self, parent, &before);
  read_bearer (self, twf_revision_get_id (version->revision), &after);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TwfProposal *proposal = twf_id_is_valid (ids[i]) ? find_proposal (&before, ids[i]) : NULL;

      /* Made and accepted in the same revision. */
      if (proposal == NULL && twf_id_is_valid (ids[i]))
        {
          proposal = find_proposal (&after, ids[i]);
          if (proposal != NULL && twf_proposal_get_state (proposal) != TWF_PROPOSAL_ACCEPTED)
            proposal = NULL;
        }
      if (proposal != NULL)
        add_proposal (self, proposal, accepted, parents);
    }
  clear_bearer (&before);
  clear_bearer (&after);
}

/* The versions on the way into a story. */
typedef struct
{
  TwfTextStory *story;
  GPtrArray *versions; /* of TwfVersion* */
  const char *path;
  GBytes *former; /* nullable: what the version before had; owned */
} Reading;

static gboolean
is_known (TwfTextStory *self, const TwfVersion *version)
{
  return g_hash_table_contains (self->numbers, twf_revision_get_id (version->revision));
}

/* @text: (nullable): what it has. */
static void
take_version (TwfTextStory *self, const TwfVersion *version, const char *text)
{
  const char *id = twf_revision_get_id (version->revision);
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (TwfOrigin) origin
      = twf_origin_new (version->revision, g_strv_length (version->parents) > 1);
  guint former_number;
  guint number;

  list_parents (self, version, parents);
  former_number = get_former (parents);
  add_proposals (self, version, origin, parents);
  number = twf_provenance_add (
      self->provenance, text, &g_array_index (parents, guint, 0), parents->len);
  keep_version (self, number, text != NULL, former_number, g_steal_pointer (&origin));
  g_hash_table_insert (self->numbers, g_strdup (id), GUINT_TO_POINTER (number + 1));
}

static gboolean
add_version (guint index, GBytes *bytes, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  const TwfVersion *version = reading->versions->pdata[index];

  if (!is_known (reading->story, version))
    {
      g_autofree char *text
          = bytes != NULL ? twf_format_dup_text (reading->path, bytes, reading->former, error)
                          : NULL;

      if (bytes != NULL && text == NULL)
        return FALSE;
      take_version (reading->story, version, text);
    }
  g_clear_pointer (&reading->former, g_bytes_unref);
  reading->former = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  return TRUE;
}

static gboolean
add_versions (TwfTextStory *self,
              GPtrArray *versions,
              const char *path,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) blobs = g_ptr_array_new ();
  Reading reading = { self, versions, path, NULL };
  gboolean added;

  for (guint i = 0; i < versions->len; i++)
    g_ptr_array_add (blobs, ((TwfVersion *)versions->pdata[i])->blob);
  added = twf_repository_read_each_blob (
      self->repository, blobs, add_version, &reading, cancellable, error);
  g_clear_pointer (&reading.former, g_bytes_unref);
  return added;
}

/**
 * twf_text_story_free:
 * @self: (transfer full) (nullable): a story
 */
void
twf_text_story_free (TwfTextStory *self)
{
  if (self == NULL)
    return;
  g_free (self->provision);
  g_free (self->language);
  twf_provenance_free (self->provenance);
  g_ptr_array_unref (self->origins);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->formers);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

/**
 * twf_text_story_new:
 * @repository: where; it must outlive the story
 * @provision: (nullable): id of a provision; %NULL: the title
 * @part: which of its texts
 * @language: the text's language
 *
 * Returns: (transfer full): a story without versions
 */
TwfTextStory *
twf_text_story_new (TwfRepository *repository,
                    const char *provision,
                    TwfPart part,
                    const char *language)
{
  TwfTextStory *self = g_new0 (TwfTextStory, 1);

  self->repository = repository;
  self->provision = g_strdup (provision);
  self->part = part;
  self->language = g_strdup (language);
  self->provenance = twf_provenance_new (language);
  self->origins = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_origin_unref);
  self->texts = g_ptr_array_new ();
  self->formers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * twf_text_story_add:
 * @self: a story
 * @revision: full id of a revision
 * @version: (out) (optional): number of the version that it has, or TWF_NO_FORMER: no revision up
 *   to it ever had the text
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Blocks. Adds the versions up to @revision that the story has not yet. A revision whose mandate is
 * "proposal" with ids accepts these: their wordings are versions too, from which it was made.
 *
 * Returns: whether they could be read
 * Errors: as twf_repository_list_versions() and twf_repository_read_each_blob()
 */
gboolean
twf_text_story_add (TwfTextStory *self,
                    const char *revision,
                    guint *version,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *path = twf_format_dup_text_path (self->provision, self->part, self->language);
  g_autoptr (GPtrArray) versions
      = twf_repository_list_versions (self->repository, revision, path, cancellable, error);
  const TwfVersion *last;

  if (versions == NULL || !add_versions (self, versions, path, cancellable, error))
    return FALSE;
  if (version == NULL)
    return TRUE;
  *version = TWF_NO_FORMER;
  if (versions->len == 0)
    return TRUE;
  last = versions->pdata[versions->len - 1];
  *version
      = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, twf_revision_get_id (last->revision)))
        - 1;
  return TRUE;
}

/**
 * twf_text_story_read:
 * @repository: where; it must outlive the story
 * @provision: (nullable): id of a provision; %NULL: the title
 * @part: which of its texts
 * @language: the text's language
 * @revision: full id of a revision
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Blocks.
 *
 * Returns: (transfer full): all versions of the text up to @revision, which has the last one; none,
 *   if there never was one
 * Errors: as twf_text_story_add()
 */
TwfTextStory *
twf_text_story_read (TwfRepository *repository,
                     const char *provision,
                     TwfPart part,
                     const char *language,
                     const char *revision,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (TwfTextStory) self = twf_text_story_new (repository, provision, part, language);

  return twf_text_story_add (self, revision, NULL, cancellable, error) ? g_steal_pointer (&self)
                                                                       : NULL;
}
