/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-judge.h"

#include "twf-error.h"
#include "twf-ancestry.h"
#include "twf-forward.h"

#define HEADS "refs/heads/"

struct _TwfJudge
{
  TwfRepository *plan;
  TwfRegister *held;
  char *ours;          /* full id of our own rolling text; NULL: there is none yet */
  GPtrArray *received; /* of TwfReceived */
  GPtrArray *vouched;  /* of char*: full ids of rolling texts that are verified */
};

/* What a signature is held against is never what came along: a plan that is not here yet has no
 * register that anybody could go by. */
static gboolean
read_plan (TwfJudge *self, GCancellable *cancellable, GError **error)
{
  self->ours = twf_repository_resolve (self->plan, HEADS TWF_BRANCH_MAIN, error);
  if (self->ours == NULL)
    return FALSE;
  self->held = twf_register_read (self->plan, self->ours, cancellable, error);
  if (self->held == NULL)
    return FALSE;
  self->received = twf_repository_list_received (self->plan, error);
  return self->received != NULL;
}

/**
 * twf_judge_new:
 * @plan: our own plan
 * @is_empty: whether it is not here yet: an invitation brings it
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Reads the register of keys. Blocks.
 *
 * Returns: (transfer full): who judges
 * Errors: as twf_register_read(), twf_repository_list_received()
 */
TwfJudge *
twf_judge_new (TwfRepository *plan, gboolean is_empty, GCancellable *cancellable, GError **error)
{
  g_autoptr (TwfJudge) self = g_new0 (TwfJudge, 1);
  g_autoptr (TwfPlan) none = NULL;

  self->plan = twf_repository_ref (plan);
  self->vouched = g_ptr_array_new_with_free_func (g_free);
  if (!is_empty)
    return read_plan (self, cancellable, error) ? g_steal_pointer (&self) : NULL;
  none = twf_plan_new ();
  self->held = twf_register_new (none);
  self->received = g_ptr_array_new ();
  return g_steal_pointer (&self);
}

/**
 * twf_judge_free:
 * @self: (transfer full) (nullable): who judges
 */
void
twf_judge_free (TwfJudge *self)
{
  if (self == NULL)
    return;
  twf_repository_unref (self->plan);
  g_clear_pointer (&self->held, twf_register_unref);
  g_clear_pointer (&self->received, g_ptr_array_unref);
  g_ptr_array_unref (self->vouched);
  g_free (self->ours);
  g_free (self);
}

/**
 * twf_judge_get_register:
 * @self: who judges
 *
 * Returns: (transfer none): the register of keys of our own plan
 */
TwfRegister *
twf_judge_get_register (TwfJudge *self)
{
  return self->held;
}

/**
 * twf_judge_get_ours:
 * @self: who judges
 *
 * Returns: (transfer none) (nullable): full id of our own rolling text; %NULL: there is none yet
 */
const char *
twf_judge_get_ours (TwfJudge *self)
{
  return self->ours;
}

/**
 * twf_judge_find_same:
 * @self: who judges
 * @code: (nullable): of the delegation whose branch it is; %NULL: the rolling text
 * @tip: full id
 *
 * Returns: (transfer none) (nullable): the first that came with this tip
 */
const TwfReceived *
twf_judge_find_same (TwfJudge *self, const char *code, const char *tip)
{
  for (guint i = 0; i < self->received->len; i++)
    {
      const TwfReceived *each = self->received->pdata[i];

      if (!each->is_damaged && g_strcmp0 (each->code, code) == 0 && g_str_equal (each->tip, tip))
        return each;
    }
  return NULL;
}

/**
 * twf_judge_is_settled:
 * @self: who judges
 * @received: something that came before
 *
 * Whether the register as it is now leaves the verdict that was noted when it came as it is; else
 * twf_judge_branch() has to be asked, which starts a program for it.
 *
 * Returns: whether the verdict still holds
 */
gboolean
twf_judge_is_settled (TwfJudge *self, const TwfReceived *received)
{
  TwfVerdict noted;

  return twf_verdict_from_name (received->verdict, &noted)
         && twf_verdict_is_settled (
             noted, received->fingerprint, received->code, self->held, received->when);
}

/* What a delegation need not answer for: what it took in of our rolling text last, rolling texts
 * and branches that are verified, and what it made on this machine. That a revision is here
 * already says nothing: it may have come with a branch that is not verified. */
static GStrv
list_answered_for (TwfJudge *self, TwfRepository *repository, const char *code, const char *tip)
{
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
  g_autofree char *name = g_strconcat (HEADS "delegations/", code, NULL);
  g_autofree char *own = twf_repository_resolve (self->plan, name, NULL);
  g_autofree char *base = self->ours != NULL
                              ? twf_repository_find_taken_in (repository, self->ours, tip, NULL)
                              : NULL;

  if (base != NULL)
    g_strv_builder_add (known, base);
  if (own != NULL)
    g_strv_builder_add (known, own);
  for (guint i = 0; i < self->vouched->len; i++)
    g_strv_builder_add (known, self->vouched->pdata[i]);
  for (guint i = 0; i < self->received->len; i++)
    {
      const TwfReceived *each = self->received->pdata[i];
      TwfVerdict noted;

      if (!each->is_damaged && !g_str_equal (each->tip, tip)
          && twf_verdict_from_name (each->verdict, &noted) && noted == TWF_VERDICT_VERIFIED)
        g_strv_builder_add (known, each->tip);
    }
  return g_strv_builder_end (known);
}

/**
 * twf_judge_branch:
 * @self: who judges
 * @repository: where its objects are, perhaps a quarantine above the plan
 * @code: (nullable): of the delegation whose branch it is said to be; %NULL: the rolling text
 * @tip: full id of its newest revision
 * @when: when it came here first: seconds since 1970
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * The one place where a branch's signature is asked for. A rolling text that is verified answers
 * for what is in it to those that are judged behind it. Blocks.
 *
 * Returns: (transfer full): the verdict
 * Errors: as twf_verify_branch()
 */
TwfVerification *
twf_judge_branch (TwfJudge *self,
                  TwfRepository *repository,
                  const char *code,
                  const char *tip,
                  gint64 when,
                  GCancellable *cancellable,
                  GError **error)
{
  g_auto (GStrv) known = NULL;
  g_autoptr (GPtrArray) own = NULL;
  TwfVerification *verification;

  if (code != NULL)
    {
      known = list_answered_for (self, repository, code, tip);
      own = twf_repository_list_ahead (repository, tip, (const char *const *)known, error);
      if (own == NULL)
        return NULL;
    }
  verification = twf_verify_branch (
      repository, code, tip, own, self->ours, self->held, when, cancellable, error);
  if (verification != NULL && code == NULL && verification->verdict == TWF_VERDICT_VERIFIED)
    g_ptr_array_add (self->vouched, g_strdup (tip));
  return verification;
}

/**
 * twf_judge_dup_verdict:
 * @self: who judges
 * @received: something that came before, and is in the plan
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Judges it again where the register may have learnt a key since, or lost its trust in one. Blocks.
 *
 * Returns: (transfer full): the name of its verdict as things are now
 * Errors: as twf_verify_branch()
 */
char *
twf_judge_dup_verdict (TwfJudge *self,
                       const TwfReceived *received,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (TwfVerification) verification = NULL;

  if (twf_judge_is_settled (self, received))
    return g_strdup (received->verdict);
  verification = twf_judge_branch (
      self, self->plan, received->code, received->tip, received->when, cancellable, error);
  return verification != NULL ? g_strdup (twf_verdict_get_name (verification->verdict)) : NULL;
}
