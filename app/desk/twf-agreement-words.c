/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-agreement.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

/**
 * twf_standing_get_words:
 * @standing: how an agreement stands
 *
 * Returns: (nullable): that in two or three words; %NULL where nothing is said to be agreed
 */
const char *
twf_standing_get_words (const TwfStanding *standing)
{
  if (standing->state == TWF_AGREED_NOT)
    return NULL;
  if (standing->state == TWF_AGREED_REOPENED)
    return _ ("Reopened");
  if (standing->agreement == NULL)
    return _ ("Agreement cannot be read");
  switch (standing->agreement->level)
    {
    case TWF_AGREEMENT_WORKING_GROUP:
      return _ ("Agreed in the working group");
    case TWF_AGREEMENT_PLENARY:
      return _ ("Agreed in plenary");
    case TWF_AGREEMENT_AD_REFERENDUM:
      return _ ("Agreed ad referendum");
    case TWF_AGREEMENT_PENDING:
    default:
      return _ ("Agreed pending one delegation");
    }
}

/**
 * twf_agreement_dup_words:
 * @agreement: an agreement
 * @moment: when it was made, in words
 * @pending: (nullable): name of the delegation that is waited for; %NULL: its code will do
 *
 * Returns: (transfer full): that something is agreed, by whom and when
 */
char *
twf_agreement_dup_words (const TwfAgreement *agreement, const char *moment, const char *pending)
{
  g_autofree char *when = twf_text_isolate (moment);
  g_autofree char *name = NULL;

  switch (agreement->level)
    {
    case TWF_AGREEMENT_WORKING_GROUP:
      /* Translators: %s is a moment, "23 November 2026 16:40 UTC". */
      return g_strdup_printf (_ ("Agreed in the working group, %s"), when);
    case TWF_AGREEMENT_PLENARY:
      return g_strdup_printf (_ ("Agreed in plenary, %s"), when);
    case TWF_AGREEMENT_AD_REFERENDUM:
      return g_strdup_printf (_ ("Agreed ad referendum, %s"), when);
    case TWF_AGREEMENT_PENDING:
    default:
      name = twf_text_isolate (pending != NULL ? pending : agreement->code);
      /* Translators: all agree but the delegation %s; then the moment. */
      return g_strdup_printf (_ ("Agreed pending %s, %s"), name, when);
    }
}

/**
 * twf_reopening_dup_words:
 * @reopening: (nullable): who changed it; %NULL: that is not known
 * @names: (nullable): who that is, in words
 * @moment: (nullable): when, in words
 *
 * Returns: (transfer full): that it is reopened, by whom and when
 */
char *
twf_reopening_dup_words (const TwfReopening *reopening, const char *names, const char *moment)
{
  g_autofree char *who = NULL;
  g_autofree char *when = NULL;

  if (reopening == NULL)
    return g_strdup (_ ("Reopened"));
  if (reopening->revision == NULL)
    return g_strdup (_ ("Reopened by a change that is not saved yet"));
  who = twf_text_isolate (names);
  when = twf_text_isolate (moment);
  /* Translators: by whom, then the moment. */
  return g_strdup_printf (_ ("Reopened by %s, %s"), who, when);
}

/**
 * twf_hindrance_dup_words:
 * @hindrance: what keeps a provision from being agreed
 * @provision: its id or number
 * @item: (nullable): the proposal, package or delegation that it is about
 *
 * Returns: (transfer full): one sentence: what hinders and what to do; empty where nothing does
 */
char *
twf_hindrance_dup_words (TwfHindrance hindrance, const char *provision, const char *item)
{
  g_autofree char *where = twf_text_isolate (provision);
  g_autofree char *what = item != NULL ? twf_text_isolate (item) : NULL;

  switch (hindrance)
    {
    case TWF_HINDRANCE_UNKNOWN:
      return g_strdup_printf (_ ("There is no provision %s."), where);
    case TWF_HINDRANCE_PROPOSED:
      return g_strdup_printf (_ ("%s is itself only proposed. Accept it first."), where);
    case TWF_HINDRANCE_NO_TEXT:
      return g_strdup_printf (_ ("%s has no text that could be agreed."), where);
    case TWF_HINDRANCE_OPEN:
      return g_strdup_printf (
          _ ("Proposal %s about %s is open. Accept it or set it aside first."), what, where);
    case TWF_HINDRANCE_AGREED:
      return g_strdup_printf (_ ("%s is agreed so already."), where);
    case TWF_HINDRANCE_PACKAGE:
      return g_strdup_printf (
          _ ("%s is part of the package “%s”, which is agreed as a whole or not at all."),
          where,
          what);
    case TWF_HINDRANCE_DELEGATION:
      return g_strdup_printf (_ ("The plan has no delegation %s."), what);
    case TWF_HINDRANCE_NONE:
    default:
      return g_strdup ("");
    }
}
