/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-procedure.h"

#include "twf-bidi.h"
#include "twf-date.h"

#include <glib/gi18n-lib.h>

static char *
dup_isolated (GDateTime *moment, const char *language)
{
  g_autofree char *words = twf_date_format_moment (moment, language);

  return twf_text_isolate (words);
}

static gboolean
is_same_day (GDateTime *one, GDateTime *other)
{
  return g_date_time_get_year (one) == g_date_time_get_year (other)
         && g_date_time_get_day_of_year (one) == g_date_time_get_day_of_year (other);
}

/**
 * twf_moment_dup_both:
 * @when: seconds since 1970
 * @language: the reader's
 *
 * A deadline is kept in New York, in a capital and in Geneva: it is said in the time of the place
 * where it is read and in UTC.
 *
 * Returns: (transfer full): "26 November 2026, 18:40 (16:40 UTC)", with the day where it is
 *   another; once where both times are the same
 */
char *
twf_moment_dup_both (gint64 when, const char *language)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *here = local != NULL ? dup_isolated (local, language) : NULL;
  g_autofree char *there = utc != NULL ? dup_isolated (utc, language) : NULL;

  if (here == NULL)
    return g_strdup (_ ("date unknown"));
  if (g_date_time_get_utc_offset (local) == 0)
    /* Translators: a moment in Coordinated Universal Time. */
    return g_strdup_printf (_ ("%s UTC"), there);
  if (is_same_day (local, utc))
    {
      g_free (there);
      there = g_date_time_format (utc, "%H:%M");
    }
  /* Translators: a moment in local time, and the same in Coordinated Universal Time. */
  return g_strdup_printf (_ ("%s (%s UTC)"), here, there);
}

static char *
dup_over (const TwfSilence *silence, const char *language)
{
  g_autofree char *when = twf_moment_dup_both (twf_silence_get_end (silence), language);
  g_autofree char *broken = NULL;

  if (silence->lifted != NULL)
    return g_strdup_printf (_ ("The silence procedure was called off on %s."), when);
  if (silence->breaks->len == 0)
    return g_strdup_printf (_ ("The silence procedure ended on %s."), when);
  broken
      = twf_moment_dup_both (((const TwfProcedureAct *)silence->breaks->pdata[0])->when, language);
  return g_strdup_printf (_ ("The silence was broken on %s."), broken);
}

/**
 * twf_obstacle_dup_words:
 * @obstacle: what keeps an act from being done
 * @silence: (nullable): the silence that it is about
 * @language: the reader's
 *
 * Returns: (transfer full): one sentence: what is in the way and what to do; empty where nothing is
 */
char *
twf_obstacle_dup_words (TwfObstacle obstacle, const TwfSilence *silence, const char *language)
{
  g_autofree char *until
      = silence != NULL ? twf_moment_dup_both (silence->begun->until, language) : NULL;

  switch (obstacle)
    {
    case TWF_OBSTACLE_FACILITATORS:
      return g_strdup (_ ("Silence and readings are the facilitator’s to begin and to end."));
    case TWF_OBSTACLE_DELEGATIONS:
      return g_strdup (_ ("It is a delegation that breaks silence. Say which one acts."));
    case TWF_OBSTACLE_RUNS:
      return g_strdup_printf (
          _ ("A silence procedure runs until %s. End it before you begin another."),
          until != NULL ? until : "");
    case TWF_OBSTACLE_PAST:
      return g_strdup (_ ("The deadline has to lie ahead."));
    case TWF_OBSTACLE_NO_SILENCE:
      return g_strdup (_ ("There is no such silence procedure."));
    case TWF_OBSTACLE_OVER:
      return silence != NULL ? dup_over (silence, language) : g_strdup ("");
    case TWF_OBSTACLE_BROKEN:
      return g_strdup (_ ("This delegation broke the silence already."));
    case TWF_OBSTACLE_NO_REASON:
      return g_strdup (_ ("Give the reason for which silence is broken."));
    case TWF_OBSTACLE_LONG_REASON:
      return g_strdup_printf (_ ("The reason is longer than %u bytes. Shorten it, and state the "
                                 "rest as a reservation."),
                              TWF_PROCEDURE_MOST_WORDS);
    case TWF_OBSTACLE_READING:
      return g_strdup (_ ("A reading goes on. End it before you begin the next."));
    case TWF_OBSTACLE_NO_READING:
      return g_strdup (_ ("No reading goes on. Begin one first."));
    case TWF_OBSTACLE_FULL:
      return g_strdup (_ ("The record of the procedure has no room for more in this plan."));
    case TWF_OBSTACLE_NONE:
    default:
      return g_strdup ("");
    }
}

/**
 * twf_silence_dup_words:
 * @silence: a silence
 * @now: seconds since 1970
 * @language: the reader's
 *
 * Returns: (transfer full): how it stands, in a sentence
 */
char *
twf_silence_dup_words (const TwfSilence *silence, gint64 now, const char *language)
{
  g_autofree char *until = twf_moment_dup_both (silence->begun->until, language);

  switch (twf_silence_get_state (silence, now))
    {
    case TWF_SILENCE_RUNS:
      return g_strdup_printf (_ ("Under silence until %s"), until);
    case TWF_SILENCE_BROKEN:
      return g_strdup (_ ("Silence was broken"));
    case TWF_SILENCE_LIFTED:
      return g_strdup (_ ("Called off before the deadline"));
    case TWF_SILENCE_PASSED:
    default:
      return g_strdup_printf (_ ("Passed: no objection by %s"), until);
    }
}

/**
 * twf_record_kind_get_words:
 * @kind: what came of a reading
 *
 * Returns: a heading for it
 */
const char *
twf_record_kind_get_words (TwfRecordKind kind)
{
  switch (kind)
    {
    case TWF_RECORD_AGREED:
      return _ ("Agreed");
    case TWF_RECORD_REOPENED:
      return _ ("Reopened");
    case TWF_RECORD_OPENED:
      return _ ("Opened");
    case TWF_RECORD_ACCEPTED:
      return _ ("Accepted");
    case TWF_RECORD_PARKED:
      return _ ("Parked");
    case TWF_RECORD_WITHDRAWN:
      return _ ("Withdrawn");
    case TWF_RECORD_REJECTED:
    default:
      return _ ("Rejected");
    }
}

/**
 * twf_procedure_act_dup_words:
 * @act: an act
 * @name: (nullable): name of the delegation that did it; %NULL: its code will do
 * @language: the reader's
 *
 * Returns: (transfer full): what was done and when, in a line
 */
char *
twf_procedure_act_dup_words (const TwfProcedureAct *act, const char *name, const char *language)
{
  g_autofree char *when = twf_moment_dup_both (act->when, language);
  g_autofree char *until = act->until != 0 ? twf_moment_dup_both (act->until, language) : NULL;
  g_autofree char *who
      = act->code != NULL ? twf_text_isolate (name != NULL ? name : act->code) : NULL;
  g_autofree char *short_id = act->revision != NULL ? g_strndup (act->revision, 10) : NULL;
  g_autofree char *subject
      = twf_text_isolate (act->kind == TWF_PROCEDURE_SILENCE && act->words == NULL ? short_id
                          : act->words != NULL                                     ? act->words
                                                                                   : "");

  switch (act->kind)
    {
    case TWF_PROCEDURE_SILENCE:
      /* Translators: moment; symbol or revision; deadline. */
      return g_strdup_printf (_ ("%s: %s under silence until %s"), when, subject, until);
    case TWF_PROCEDURE_BREAK:
      /* Translators: moment; delegation; its reason. */
      return g_strdup_printf (_ ("%s: silence broken by %s: %s"), when, who, subject);
    case TWF_PROCEDURE_LIFT:
      return g_strdup_printf (_ ("%s: silence called off"), when);
    case TWF_PROCEDURE_READING:
      /* Translators: moment; number of the reading. */
      return g_strdup_printf (_ ("%s: reading %s begins"), when, act->id);
    case TWF_PROCEDURE_CLOSE:
    default:
      return g_strdup_printf (_ ("%s: reading %s ends"), when, act->id);
    }
}
