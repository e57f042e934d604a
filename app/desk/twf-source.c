/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-source.h"

#include "twf-desk-private.h"

#include "twf-ancestry.h"
#include "twf-error.h"

#include <string.h>

#define DELEGATIONS "delegations/"
#define HEADS "refs/heads/"
#define RECEIVED "received/"

/**
 * twf_source_free:
 * @self: (transfer full) (nullable): a source
 */
void
twf_source_free (TwfSource *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->owner);
  g_free (self->tip);
  g_free (self->base);
  g_free (self);
}

/**
 * twf_branch_dup_owner:
 * @name: a branch's name
 * @newest: (nullable): its newest revision
 *
 * A delegation's branch is the delegation's, and what was received of it too. Of another, but not
 * of the rolling text, the one in
 * whose name the newest revision was made is the owner: that is free text, as the author of every
 * revision is, and decides only under whose name a proposal is shown.
 *
 * Returns: (transfer full) (nullable): the delegation's code; NULL: the facilitator's
 */
char *
twf_branch_dup_owner (const char *name, TwfRevision *newest)
{
  const char *code = name + strlen (DELEGATIONS);

  if (g_str_has_prefix (name, DELEGATIONS) && twf_delegation_code_is_valid (code))
    return g_strdup (code);
  if (g_str_has_prefix (name, RECEIVED))
    {
      g_auto (GStrv) parts = g_strsplit (name, "/", -1);

      return twf_delegation_code_is_valid (parts[1]) ? g_strdup (parts[1]) : NULL;
    }
  if (g_str_equal (name, TWF_BRANCH_MAIN) || newest == NULL)
    return NULL;
  return twf_author_dup_code (newest);
}

/* Returns: whether @branch is there, or another @error than that it is not. */
static gboolean
resolve_branch (TwfRepository *repository, const char *branch, char **tip, GError **error)
{
  g_autofree char *reference = g_strconcat (HEADS, branch, NULL);
  g_autoptr (GError) reason = NULL;

  *tip = twf_repository_resolve (repository, reference, &reason);
  if (*tip != NULL)
    return TRUE;
  if (!g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND)
      && !g_error_matches (reason, TWF_ERROR, TWF_ERROR_INVALID))
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* A rolling text that was received is that of the own plan, further on. */
static char *
dup_name (const char *asked)
{
  if (g_str_equal (asked, RECEIVED TWF_BRANCH_MAIN)
      || g_str_has_prefix (asked, RECEIVED TWF_BRANCH_MAIN "/"))
    return g_strdup (TWF_BRANCH_MAIN);
  return g_strdup (asked);
}

/* A delegation's code, which is its branch here or what was received of it, a branch, a revision:
 * in this order, so that a code is always one. */
static gboolean
resolve (TwfSource *self, TwfRepository *repository, const char *asked, GError **error)
{
  g_autofree char *own = g_strconcat (DELEGATIONS, asked, NULL);
  g_autofree char *received = g_strconcat (RECEIVED, asked, NULL);
  g_autoptr (GError) reason = NULL;

  if (twf_delegation_code_is_valid (asked) && resolve_branch (repository, own, &self->tip, &reason))
    self->name = g_steal_pointer (&own);
  else if (reason == NULL && twf_delegation_code_is_valid (asked)
           && (self->tip = twf_repository_resolve (repository, received, NULL)) != NULL)
    self->name = g_steal_pointer (&received);
  else if (reason == NULL && resolve_branch (repository, asked, &self->tip, &reason))
    self->name = g_strdup (asked);
  else if (reason == NULL && (self->tip = twf_repository_resolve (repository, asked, &reason)))
    self->name = dup_name (asked);
  if (self->tip != NULL)
    return TRUE;
  if (reason == NULL || g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    g_set_error (error,
                 TWF_ERROR,
                 TWF_ERROR_NOT_FOUND,
                 "%s: no delegation's branch, no branch and no revision",
                 asked);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
find_owner (TwfSource *self, TwfRepository *repository, GError **error)
{
  g_autoptr (GPtrArray) newest
      = twf_repository_list_revisions (repository, self->tip, NULL, 0, 1, NULL, error);

  if (newest == NULL)
    return FALSE;
  self->owner = twf_branch_dup_owner (self->name, newest->pdata[0]);
  return TRUE;
}

/* What is taken into the rolling text was made on the newest revision of it that the branch took
 * in, and what is taken from the rolling text is what came there since: git's merge base would be
 * the branch's own revision once it was merged, although the rolling text need not hold what it
 * says. */
static char *
find_base (TwfSource *self,
           TwfRepository *repository,
           const char *branch,
           const char *revision,
           GError **error)
{
  if (g_str_equal (branch, TWF_BRANCH_MAIN))
    return twf_repository_find_taken_in (repository, revision, self->tip, error);
  if (g_str_equal (self->name, TWF_BRANCH_MAIN))
    return twf_repository_find_taken_in (repository, self->tip, revision, error);
  return twf_repository_find_merge_base (repository, revision, self->tip, error);
}

/**
 * twf_source_find:
 * @repository: where
 * @asked: a delegation's code, a branch, or a revision
 * @branch: the branch that is merged into
 * @revision: where that stands
 * @error: return location
 *
 * Finds what is to be merged and what it was made on. Blocks.
 *
 * Returns: (transfer full): the source
 * Errors: TWF_ERROR_NOT_FOUND if there is none, or it has nothing in common with @revision;
 *   TWF_ERROR_INVALID if @asked cannot name one; TWF_ERROR_DAMAGED
 */
TwfSource *
twf_source_find (TwfRepository *repository,
                 const char *asked,
                 const char *branch,
                 const char *revision,
                 GError **error)
{
  g_autoptr (TwfSource) self = g_new0 (TwfSource, 1);

  if (!resolve (self, repository, asked, error)
      || !twf_repository_contains (repository, revision, self->tip, &self->known, error)
      || !find_owner (self, repository, error))
    return NULL;
  if (!self->known && (self->base = find_base (self, repository, branch, revision, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * twf_source_dup_label:
 * @self: a source
 *
 * Returns: (transfer full): how a message names it: by the delegation's code where it is the
 *   delegation's branch
 */
char *
twf_source_dup_label (TwfSource *self)
{
  if (self->owner != NULL
      && (g_str_has_prefix (self->name, DELEGATIONS) || g_str_has_prefix (self->name, RECEIVED)))
    return g_strdup (self->owner);
  return g_strdup (self->name);
}
