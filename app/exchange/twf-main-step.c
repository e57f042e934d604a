/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-main-step.h"

#include "twf-error.h"
#include "twf-ancestry.h"
#include "twf-forward.h"

/* Whether it may be, as far as who made it and its register of keys say. Where no key was ever
 * registered nobody can be verified, and all is as good as the invitation was; but the first keys
 * are what everything later is held against, so that they come in at a person's word alone. */
static gboolean
weigh (TwfJudge *judge, TwfRegister *next, TwfVerdict verdict, TwfMainStep *step, GError **error)
{
  TwfRegister *held = twf_judge_get_register (judge);
  gboolean has_keys = twf_register_get_entries (held)->len > 0;

  *step = TWF_MAIN_UNVERIFIED;
  if (verdict != TWF_VERDICT_VERIFIED
      && (has_keys || (verdict != TWF_VERDICT_UNSIGNED && verdict != TWF_VERDICT_UNKNOWN_KEY)))
    return FALSE;
  *step = TWF_MAIN_OLD_KEYS;
  if (!twf_register_may_follow (held, next, error))
    return FALSE;
  *step = TWF_MAIN_FIRST_KEYS;
  return has_keys || twf_register_get_entries (next)->len == 0;
}

/**
 * twf_main_step:
 * @judge: who judged it
 * @plan: our own plan, in which it is already
 * @tip: full id of the newest revision of a rolling text that came
 * @verdict: whose it is
 * @step: (out): what became of our own copy
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * It goes forward only, to what the register of keys as it stands here vouches for, and never to a
 * register that is older.
 *
 * Errors: as twf_register_read(), twf_repository_forward()
 */
gboolean
twf_main_step (TwfJudge *judge,
               TwfRepository *plan,
               const char *tip,
               TwfVerdict verdict,
               TwfMainStep *step,
               GCancellable *cancellable,
               GError **error)
{
  const char *ours = twf_judge_get_ours (judge);
  g_autoptr (TwfRegister) next = NULL;
  g_autoptr (GError) reason = NULL;
  gboolean goes_on = FALSE;

  *step = TWF_MAIN_STAYS;
  if (g_str_equal (tip, ours))
    return TRUE;
  if (!twf_repository_contains (plan, tip, ours, &goes_on, error))
    return FALSE;
  if (!goes_on)
    return TRUE;
  next = twf_register_read (plan, tip, cancellable, error);
  if (next == NULL)
    return FALSE;
  if (!weigh (judge, next, verdict, step, &reason))
    return TRUE;
  if (twf_repository_forward (plan, TWF_BRANCH_MAIN, ours, tip, &reason))
    {
      *step = TWF_MAIN_FORWARDED;
      return TRUE;
    }
  /* Somebody else moved it meanwhile; the next that comes is weighed against where it stands then.
   */
  *step = TWF_MAIN_STAYS;
  if (g_error_matches (reason, TWF_ERROR, TWF_ERROR_CHANGED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Whether the facilitator signed @tip with the key of @fingerprint, by the register in it. */
static gboolean
is_signed_with (TwfRepository *plan,
                const char *tip,
                const char *ours,
                TwfRegister *next,
                const char *fingerprint,
                gint64 when,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (TwfVerification) verification
      = twf_verify_branch (plan, NULL, tip, NULL, ours, next, when, cancellable, error);

  if (verification == NULL)
    return FALSE;
  if (verification->verdict == TWF_VERDICT_VERIFIED
      && g_strcmp0 (verification->fingerprint, fingerprint) == 0)
    return TRUE;
  g_set_error (error,
               TWF_ERROR,
               TWF_ERROR_NOT_FOUND,
               "%s: no key of the facilitator's that signed %.10s",
               fingerprint,
               tip);
  return FALSE;
}

/**
 * twf_main_accept_key:
 * @plan: our own plan, in which no key is registered
 * @fingerprint: of the facilitator's key, as a person knows it from elsewhere
 * @when: the moment, seconds since 1970
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Moves the own copy of the rolling text forward to what was received of it last, which brings the
 * first keys, if the facilitator signed it with that key. Blocks.
 *
 * Errors: TWF_ERROR_NOT_FOUND if it is not signed with that key, or nothing was received;
 *   TWF_ERROR_EXISTS if keys are registered here already; as twf_repository_forward()
 */
gboolean
twf_main_accept_key (TwfRepository *plan,
                     const char *fingerprint,
                     gint64 when,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (TwfJudge) judge = NULL;
  g_autoptr (TwfReceived) received = NULL;
  g_autoptr (TwfRegister) next = NULL;

  g_return_val_if_fail (plan != NULL && fingerprint != NULL, FALSE);

  judge = twf_judge_new (plan, FALSE, cancellable, error);
  if (judge == NULL)
    return FALSE;
  if (twf_register_get_entries (twf_judge_get_register (judge))->len > 0)
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_EXISTS, "keys are registered already");
      return FALSE;
    }
  received = twf_repository_find_received (plan, NULL, error);
  next = received != NULL ? twf_register_read (plan, received->tip, cancellable, error) : NULL;
  return next != NULL
         && is_signed_with (plan,
                            received->tip,
                            twf_judge_get_ours (judge),
                            next,
                            fingerprint,
                            when,
                            cancellable,
                            error)
         && twf_repository_forward (
             plan, TWF_BRANCH_MAIN, twf_judge_get_ours (judge), received->tip, error);
}
