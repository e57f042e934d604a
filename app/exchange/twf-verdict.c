/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-verdict.h"

#include "twf-error.h"
#include "twf-revision.h"
#include "twf-signature.h"
#include "twf-ancestry.h"
#include "twf-signed.h"

#include <string.h>

/**
 * twf_verification_free:
 * @self: (transfer full) (nullable): a verdict
 */
void
twf_verification_free (TwfVerification *self)
{
  if (self == NULL)
    return;
  g_free (self->fingerprint);
  g_free (self->signer);
  g_free (self->revision);
  g_free (self->author);
  g_free (self);
}

/* At which moment a key is to hold. */
typedef struct
{
  gint64 when;
  /* The moment is what a revision says itself: who has a key that was revoked says what he likes.
   */
  gboolean is_claimed;
} Moment;

static TwfVerdict
judge_key (const TwfPublicKey *key, const Moment *at, gint64 *moment)
{
  if (key->revoked != 0 && (at->is_claimed || at->when >= key->revoked))
    {
      *moment = key->revoked;
      return TWF_VERDICT_REVOKED;
    }
  if (at->when < key->from)
    {
      *moment = key->from;
      return TWF_VERDICT_NOT_YET;
    }
  if (key->until != 0 && at->when >= key->until)
    {
      *moment = key->until;
      return TWF_VERDICT_EXPIRED;
    }
  return TWF_VERDICT_VERIFIED;
}

/* Whether somebody's key, one that held, signed @payload. */
static gboolean
judge_signature (TwfVerification *self,
                 const char *signature,
                 GBytes *payload,
                 const char *code,
                 TwfRegister *held,
                 const Moment *at,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (TwfPublicKey) key = twf_signature_get_key (signature);
  const TwfRegisterEntry *entry;
  gboolean is_shared;
  gboolean is_good;

  if (key == NULL)
    {
      self->verdict = TWF_VERDICT_ALTERED;
      return TRUE;
    }
  self->fingerprint = twf_public_key_dup_fingerprint (key);
  entry = twf_register_find (held, key, &is_shared);
  if (entry == NULL)
    {
      self->verdict = TWF_VERDICT_UNKNOWN_KEY;
      return TRUE;
    }
  self->is_known = TRUE;
  self->signer = g_strdup (entry->code);
  if (!twf_signature_verify (signature, payload, key, &is_good, cancellable, error))
    return FALSE;
  if (!is_good)
    self->verdict = TWF_VERDICT_ALTERED;
  else if (is_shared || g_strcmp0 (entry->code, code) != 0)
    self->verdict = TWF_VERDICT_OTHERS_KEY;
  else
    self->verdict = judge_key (entry->key, at, &self->moment);
  return TRUE;
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
judge_tip (TwfVerification *self,
           TwfRepository *repository,
           const char *tip,
           const char *code,
           TwfRegister *held,
           const Moment *at,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GBytes) payload = NULL;
  g_autofree char *signature = NULL;
  g_autoptr (GError) reason = NULL;

  if (!twf_repository_read_signature (repository, tip, &payload, &signature, &reason))
    {
      /* What can be read in two ways is signed by nobody. */
      self->verdict = g_error_matches (reason, TWF_ERROR, TWF_ERROR_DAMAGED)
                          ? TWF_VERDICT_ALTERED
                          : TWF_VERDICT_UNCHECKED;
      return TRUE;
    }
  if (signature == NULL)
    {
      self->verdict = TWF_VERDICT_UNSIGNED;
      return TRUE;
    }
  if (judge_signature (self, signature, payload, code, held, at, cancellable, &reason))
    return TRUE;
  if (is_cancelled (reason))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  g_debug ("%s: %s", tip, reason->message);
  self->verdict = TWF_VERDICT_UNCHECKED;
  return TRUE;
}

static TwfRevision *
read_revision (TwfRepository *repository, const char *id, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) one
      = twf_repository_list_revisions (repository, id, NULL, 0, 1, cancellable, error);

  if (one != NULL && one->len == 1)
    return g_object_ref (one->pdata[0]);
  if (one != NULL)
    g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s", id);
  return NULL;
}

/* Whether all is in the name of @code; else who is named is noted. The facilitator's line takes in
 * what delegations made, and answers for it with its tip. */
static gboolean
judge_authors (TwfVerification *self,
               TwfRepository *repository,
               const char *tip,
               const char *code,
               GPtrArray *new_revisions,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) revisions = g_ptr_array_new ();
  g_autofree char *email = twf_delegation_dup_email (code);

  g_ptr_array_add (revisions, (gpointer)tip);
  for (guint i = 0; code != NULL && new_revisions != NULL && i < new_revisions->len; i++)
    g_ptr_array_add (revisions, new_revisions->pdata[i]);
  if (!twf_repository_find_other_author (
          repository, revisions, email, &self->revision, &self->author, cancellable, error))
    return FALSE;
  if (self->revision != NULL)
    self->verdict = TWF_VERDICT_FOREIGN_AUTHOR;
  return TRUE;
}

static gboolean
judge_plan (TwfVerification *self,
            TwfRepository *repository,
            const char *tip,
            const char *ours,
            GError **error)
{
  g_autofree char *base = NULL;
  g_autoptr (GError) reason = NULL;

  if (ours == NULL)
    return TRUE;
  /* Mostly known by now; there may be another, which is not. */
  base = twf_repository_find_taken_in (repository, ours, tip, NULL);
  if (base == NULL)
    base = twf_repository_find_merge_base (repository, ours, tip, &reason);
  if (base != NULL)
    return TRUE;
  if (reason == NULL || g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    {
      self->verdict = TWF_VERDICT_OTHER_PLAN;
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/**
 * twf_verify_branch:
 * @repository: where its objects are, perhaps a quarantine
 * @code: (nullable): of the delegation whose branch it is said to be; %NULL: the facilitator's,
 *   the rolling text
 * @tip: full id of its newest revision
 * @new_revisions: (nullable) (element-type utf8): full ids of those in it that it has to answer
 *   for: of no rolling text, and of no branch that is verified
 * @ours: (nullable): full id of a revision of our own plan; %NULL: there is none yet, as when an
 *   invitation comes
 * @held: the register of keys of our own plan
 * @when: when it came here: seconds since 1970
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * The signature of the newest revision speaks for all of the branch, since it is over all that the
 * revision is made from. That it is one's own key's is not enough: all that is new must be in that
 * delegation's name, else it could put words into another's mouth. Blocks.
 *
 * Returns: (transfer full): the verdict; %TWF_VERDICT_UNCHECKED where it cannot be told
 * Errors: TWF_ERROR_NOT_FOUND or TWF_ERROR_DAMAGED if a revision cannot be read;
 *   %G_IO_ERROR_CANCELLED
 */
TwfVerification *
twf_verify_branch (TwfRepository *repository,
                   const char *code,
                   const char *tip,
                   GPtrArray *new_revisions,
                   const char *ours,
                   TwfRegister *held,
                   gint64 when,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (TwfVerification) self = g_new0 (TwfVerification, 1);
  Moment at = { when, FALSE };

  g_return_val_if_fail (repository != NULL && tip != NULL && held != NULL, NULL);

  /* Whatever goes wrong below must not leave it at the first of the verdicts. */
  self->verdict = TWF_VERDICT_UNCHECKED;
  if (!judge_tip (self, repository, tip, code, held, &at, cancellable, error))
    return NULL;
  if (self->verdict == TWF_VERDICT_VERIFIED && !judge_plan (self, repository, tip, ours, error))
    return NULL;
  if (self->verdict == TWF_VERDICT_VERIFIED
      && !judge_authors (self, repository, tip, code, new_revisions, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Whose key it is and whether it held, without looking at any signature. */
static TwfVerdict
foresee (const char *fingerprint, const char *code, TwfRegister *held, gint64 when)
{
  GPtrArray *entries = twf_register_get_entries (held);
  const Moment at = { when, FALSE };
  gint64 moment;

  for (guint i = 0; i < entries->len; i++)
    {
      const TwfRegisterEntry *entry = entries->pdata[i];
      g_autofree char *own = twf_public_key_dup_fingerprint (entry->key);
      gboolean is_shared;

      if (g_strcmp0 (own, fingerprint) != 0)
        continue;
      twf_register_find (held, entry->key, &is_shared);
      return is_shared || g_strcmp0 (entry->code, code) != 0 ? TWF_VERDICT_OTHERS_KEY
                                                             : judge_key (entry->key, &at, &moment);
    }
  return TWF_VERDICT_UNKNOWN_KEY;
}

/**
 * twf_verdict_is_settled:
 * @noted: the verdict of twf_verify_branch() on a branch
 * @fingerprint: (nullable): of the key that it says it was signed with
 * @code: (nullable): of the delegation whose branch it is said to be
 * @held: the register of keys of our own plan as it is now
 * @when: when it came here: seconds since 1970
 *
 * Returns: whether it would be the same by @held, as far as that is seen without looking at the
 *   signature again
 */
gboolean
twf_verdict_is_settled (TwfVerdict noted,
                        const char *fingerprint,
                        const char *code,
                        TwfRegister *held,
                        gint64 when)
{
  switch (noted)
    {
    case TWF_VERDICT_UNSIGNED:
    case TWF_VERDICT_OTHER_PLAN:
      return TRUE;
    case TWF_VERDICT_ALTERED:
      return fingerprint == NULL
             || foresee (fingerprint, code, held, when) != TWF_VERDICT_UNKNOWN_KEY;
    case TWF_VERDICT_VERIFIED:
    case TWF_VERDICT_UNKNOWN_KEY:
    case TWF_VERDICT_OTHERS_KEY:
    case TWF_VERDICT_NOT_YET:
    case TWF_VERDICT_EXPIRED:
    case TWF_VERDICT_REVOKED:
      return foresee (fingerprint, code, held, when) == noted;
    default:
      /* In whose name the rest is may be answered for by now. */
      return FALSE;
    }
}

/**
 * twf_verify_revision:
 * @repository: a repository
 * @revision: full id of a revision that stands in it
 * @held: the register of keys of the plan
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Whether a revision of our own history is from who is named in it. When it came here is not known
 * any more, so that the date it bears is asked whether a key held; and a key that was revoked
 * proves nothing, whatever date it is put under. Blocks.
 *
 * Returns: (transfer full): the verdict
 * Errors: as twf_verify_branch()
 */
TwfVerification *
twf_verify_revision (TwfRepository *repository,
                     const char *revision,
                     TwfRegister *held,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (TwfRevision) read = read_revision (repository, revision, cancellable, error);
  g_autoptr (TwfVerification) self = NULL;
  g_autofree char *code = NULL;
  Moment at = { 0, TRUE };

  if (read == NULL)
    return NULL;
  self = g_new0 (TwfVerification, 1);
  self->verdict = TWF_VERDICT_UNCHECKED;
  at.when = twf_revision_get_when (read);
  code = twf_delegation_dup_code_of_email (twf_revision_get_email (read));
  if (!judge_tip (self, repository, revision, code, held, &at, cancellable, error))
    return NULL;
  /* Somebody who is neither: the facilitator's key does not make it the facilitator's. */
  if (self->verdict == TWF_VERDICT_VERIFIED && code == NULL
      && !g_str_equal (twf_revision_get_email (read), TWF_FACILITATOR_EMAIL))
    {
      self->verdict = TWF_VERDICT_FOREIGN_AUTHOR;
      self->revision = g_strdup (revision);
      self->author = g_strdup (twf_revision_get_email (read));
    }
  return g_steal_pointer (&self);
}
