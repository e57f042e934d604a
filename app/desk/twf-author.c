/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-issue.h"
#include "twf-desk-private.h"
#include "twf-signer.h"

#include "twf-clock.h"
#include "twf-region.h"

#include <glib/gi18n-lib.h>

/* The name that git shows for the one who has no code. */
#define FACILITATOR_NAME "Facilitator"
#define DEFAULT_MESSAGE "Revision"

static char *
dup_name (TwfPlan *plan, const char *code)
{
  const char *language = twf_plan_get_source_language (plan);
  TwfDelegation *delegation = twf_plan_get_delegation (plan, code);
  g_autofree char *name = NULL;

  if (delegation != NULL)
    name = twf_delegation_dup_name (delegation, language);
  if (name == NULL || *name == '\0')
    {
      g_free (name);
      name = twf_region_dup_name (code, language);
    }
  return name != NULL && *name != '\0' ? g_steal_pointer (&name) : g_strdup (code);
}

/**
 * twf_author_new:
 * @plan: the plan that is saved
 * @identity: (nullable): code of the delegation that acts; %NULL: the facilitator
 * @message: (nullable): subject, and body after an empty line
 *
 * The mandate is as the identity says: a delegation proposes, the facilitator edits.
 *
 * Returns: (transfer full): who commits, under the name the plan gives the delegation
 */
TwfAuthor *
twf_author_new (TwfPlan *plan, const char *identity, const char *message)
{
  TwfAuthor *self = g_new0 (TwfAuthor, 1);
  g_autofree char *stripped = g_strstrip (g_strdup (message != NULL ? message : ""));

  self->mandate = g_strdup (identity != NULL ? "proposal" : "editorial");
  self->name = identity != NULL ? dup_name (plan, identity) : g_strdup (FACILITATOR_NAME);
  self->email = twf_delegation_dup_email (identity);
  self->code = g_strdup (identity);
  self->message = g_strdup (*stripped != '\0' ? stripped : DEFAULT_MESSAGE);
  return self;
}

/**
 * twf_author_free:
 * @self: (transfer full) (nullable): an author
 */
void
twf_author_free (TwfAuthor *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->email);
  g_free (self->message);
  g_free (self->mandate);
  g_strfreev (self->merged);
  g_strfreev (self->trailers);
  g_free (self->code);
  g_free (self->key);
  g_free (self);
}

/**
 * twf_author_get_offset_minutes:
 * @when: seconds since 1970
 *
 * Returns: how far local time was from UTC then, in minutes
 */
int
twf_author_get_offset_minutes (gint64 when)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (when);

  return local != NULL ? (int)(g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE) : 0;
}

/**
 * twf_author_commit:
 * @self: an author
 * @repository: where
 * @branch: on which branch
 * @parent: (nullable): see twf_repository_commit()
 * @changes: what changes
 * @error: return location
 *
 * Commits with the trailer that says under what mandate, and those of a merge behind it; signed,
 * where a key was chosen for who commits. Blocks.
 *
 * Returns: (transfer full): the revision's id
 * Errors: as twf_repository_commit()
 */
char *
twf_author_commit (TwfAuthor *self,
                   TwfRepository *repository,
                   const char *branch,
                   const char *parent,
                   TwfChangeSet *changes,
                   GError **error)
{
  g_autofree char *mandate = g_strconcat ("Mandate: ", self->mandate, NULL);
  g_autoptr (GPtrArray) trailers = g_ptr_array_new (); /* char* (borrowed) */
  g_autofree char *key = self->key != NULL
                             ? g_strdup (self->key)
                             : twf_signer_find (twf_repository_get_path (repository), self->code);
  TwfCommitInfo info = {
    .name = self->name,
    .email = self->email,
    .when = twf_clock_now (),
    .message = self->message,
    .merged = (const char *const *)self->merged,
  };

  g_ptr_array_add (trailers, mandate);
  for (gsize i = 0; self->trailers != NULL && self->trailers[i] != NULL; i++)
    g_ptr_array_add (trailers, self->trailers[i]);
  g_ptr_array_add (trailers, NULL);
  info.trailers = (const char *const *)trailers->pdata;
  info.offset_minutes = twf_author_get_offset_minutes (info.when);
  if (key != NULL)
    {
      info.sign = twf_signer_sign;
      info.sign_data = key;
    }
  return twf_repository_commit (repository, branch, parent, changes, &info, error);
}

/**
 * twf_desk_set_mandate:
 * @self: a desk
 * @mandate: (nullable): one line, as in "proposal <pid>"; %NULL: a delegation proposes, the
 *   facilitator edits
 *
 * Says under what mandate the next revision is saved. It is for that save alone, whether it
 * succeeds or not.
 */
void
twf_desk_set_mandate (TwfDesk *self, const char *mandate)
{
  g_return_if_fail (TWF_IS_DESK (self));

  g_free (self->mandate);
  self->mandate = g_strdup (mandate);
}

/**
 * twf_author_dup_code_of:
 * @email: (nullable): an author's address
 *
 * Returns: (transfer full) (nullable): as twf_author_dup_code()
 */
char *
twf_author_dup_code_of (const char *email)
{
  return twf_delegation_dup_code_of_email (email);
}

/**
 * twf_author_dup_code:
 * @revision: a revision
 *
 * Returns: (transfer full) (nullable): the code of the delegation in whose name it was made; NULL:
 *   the facilitator's, or made by another program. Free text, which proves nothing.
 */
char *
twf_author_dup_code (TwfRevision *revision)
{
  return twf_author_dup_code_of (twf_revision_get_email (revision));
}

/**
 * twf_author_is_facilitator:
 * @revision: a revision
 *
 * Returns: whether the facilitator made it
 */
gboolean
twf_author_is_facilitator (TwfRevision *revision)
{
  return twf_author_is_facilitators (twf_revision_get_email (revision));
}

/**
 * twf_author_is_facilitators:
 * @email: (nullable): an author's address
 *
 * Returns: whether it is the facilitator's
 */
gboolean
twf_author_is_facilitators (const char *email)
{
  return g_strcmp0 (email, TWF_FACILITATOR_EMAIL) == 0;
}

/* Who @name and @email stand for, as a reader of @language knows them. */
static char *
dup_known_as (TwfDesk *self, const char *name, const char *email, const char *language)
{
  g_autofree char *code = twf_author_dup_code_of (email);
  TwfDelegation *delegation;

  if (twf_author_is_facilitators (email))
    return g_strdup (_ ("Facilitator"));
  delegation = code != NULL ? twf_plan_get_delegation (twf_desk_get_plan (self), code) : NULL;
  return delegation != NULL ? twf_delegation_dup_name (delegation, language) : g_strdup (name);
}

/**
 * twf_desk_dup_issuer:
 * @self: an open plan
 * @issued: what was issued
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): who issued it, as twf_desk_dup_author() has it; %NULL: that
 *   is not known
 */
char *
twf_desk_dup_issuer (TwfDesk *self, const TwfIssued *issued, const char *language)
{
  g_return_val_if_fail (TWF_IS_DESK (self) && issued != NULL, NULL);

  return dup_known_as (self, issued->by, issued->email, language);
}

/**
 * twf_desk_dup_author:
 * @self: an open plan
 * @revision: one of its revisions
 * @language: the reader's
 *
 * Returns: (transfer full): the delegation's name in @language, the facilitator in the interface's
 * words, or the name that the commit bears where it was made by another program
 */
char *
twf_desk_dup_author (TwfDesk *self, TwfRevision *revision, const char *language)
{
  return dup_known_as (
      self, twf_revision_get_author (revision), twf_revision_get_email (revision), language);
}
