/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-verdict.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

/* By verdict: as it is stored, and as a person reads it. Only one says that it is verified. */
static const struct
{
  const char *name;
  const char *said; /* N_() */
} verdicts[] = {
  [TWF_VERDICT_VERIFIED] = { "verified", N_ ("Verified: signed with the registered key") },
  [TWF_VERDICT_UNSIGNED] = { "unsigned", N_ ("Not verified: it is not signed") },
  [TWF_VERDICT_UNKNOWN_KEY]
  = { "unknown-key", N_ ("Not verified: signed with a key that nobody registered") },
  [TWF_VERDICT_OTHERS_KEY] = { "others-key", N_ ("Not verified: signed with somebody else’s key") },
  [TWF_VERDICT_NOT_YET]
  = { "not-yet", N_ ("Not verified: signed with a key that is not in force yet") },
  [TWF_VERDICT_EXPIRED] = { "expired", N_ ("Not verified: signed with a key that has expired") },
  [TWF_VERDICT_REVOKED] = { "revoked", N_ ("Not verified: signed with a key that was revoked") },
  [TWF_VERDICT_ALTERED]
  = { "altered", N_ ("Not verified: the signature does not belong to it, or it was altered") },
  [TWF_VERDICT_FOREIGN_AUTHOR]
  = { "foreign-author", N_ ("Not verified: part of it is in somebody else’s name") },
  [TWF_VERDICT_OTHER_PLAN] = { "other-plan", N_ ("Not verified: it belongs to another plan") },
  [TWF_VERDICT_UNCHECKED]
  = { "unchecked", N_ ("Not verified: the signature could not be checked here") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (verdicts) == TWF_N_VERDICTS);

/**
 * twf_verdict_get_name:
 * @verdict: a verdict
 *
 * Returns: (transfer none): as it is stored and in JSON
 */
const char *
twf_verdict_get_name (TwfVerdict verdict)
{
  return verdicts[verdict < TWF_N_VERDICTS ? verdict : TWF_VERDICT_UNCHECKED].name;
}

/**
 * twf_verdict_from_name:
 * @name: (nullable): what may be a verdict's name
 * @verdict: (out): the verdict
 *
 * Returns: whether it is one; else @verdict is %TWF_VERDICT_UNCHECKED
 */
gboolean
twf_verdict_from_name (const char *name, TwfVerdict *verdict)
{
  *verdict = TWF_VERDICT_UNCHECKED;
  for (guint i = 0; i < TWF_N_VERDICTS; i++)
    if (g_strcmp0 (verdicts[i].name, name) == 0)
      {
        *verdict = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * twf_verdict_describe:
 * @verdict: a verdict
 *
 * Returns: (transfer none): what a person reads: translated, without a full stop
 */
const char *
twf_verdict_describe (TwfVerdict verdict)
{
  return _ (verdicts[verdict < TWF_N_VERDICTS ? verdict : TWF_VERDICT_UNCHECKED].said);
}

static char *
dup_detail (const TwfVerification *self)
{
  g_autofree char *moment = self->moment != 0 ? twf_key_moment_dup (self->moment) : NULL;
  const char *signer = self->signer != NULL ? self->signer : _ ("Facilitator");

  switch (self->verdict)
    {
    case TWF_VERDICT_OTHERS_KEY:
      return g_strdup_printf ("%s %s", signer, self->fingerprint);
    case TWF_VERDICT_FOREIGN_AUTHOR:
      return g_strdup_printf ("%s %.10s", self->author, self->revision);
    case TWF_VERDICT_NOT_YET:
    case TWF_VERDICT_EXPIRED:
    case TWF_VERDICT_REVOKED:
      return g_strdup_printf ("%s %s", moment, self->fingerprint);
    default:
      return g_strdup (self->fingerprint);
    }
}

/**
 * twf_verification_describe:
 * @self: a verdict and what it rests on
 *
 * Returns: (transfer full): what a person reads, and behind it, isolated, which key, since when,
 *   or in whose name
 */
char *
twf_verification_describe (const TwfVerification *self)
{
  g_autofree char *detail = dup_detail (self);
  g_autofree char *isolated = detail != NULL ? twf_text_isolate (detail) : NULL;

  if (isolated == NULL)
    return g_strdup (twf_verdict_describe (self->verdict));
  return g_strdup_printf ("%s (%s)", twf_verdict_describe (self->verdict), isolated);
}
