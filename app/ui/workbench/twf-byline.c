/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-byline.h"

#include "twf-bidi.h"
#include "twf-date.h"
#include "twf-interface.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/**
 * twf_byline_dup_moment:
 * @when: seconds since 1970
 *
 * Returns: (transfer full): date and time of day in the reader's language and place, isolated
 */
char *
twf_byline_dup_moment (gint64 when)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *moment
      = local != NULL ? twf_date_format_moment (local, language) : g_strdup (_ ("date unknown"));

  return twf_text_isolate (moment);
}

/**
 * twf_byline_dup_day:
 * @when: seconds since 1970
 *
 * Returns: (transfer full): the date in the reader's language and place, isolated
 */
char *
twf_byline_dup_day (gint64 when)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = NULL;

  if (local != NULL)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date,
                      (GDateDay)g_date_time_get_day_of_month (local),
                      (GDateMonth)g_date_time_get_month (local),
                      (GDateYear)g_date_time_get_year (local));
      day = twf_date_format (&date, language);
    }
  return twf_text_isolate (day != NULL ? day : _ ("date unknown"));
}

/**
 * twf_byline_dup_moment_with_utc:
 * @when: seconds since 1970
 *
 * What is agreed is agreed for readers in every time zone.
 *
 * Returns: (transfer full): date and time of day in the reader's language and place, and in UTC
 *   where that differs; isolated
 */
char *
twf_byline_dup_moment_with_utc (gint64 when)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *here = twf_byline_dup_moment (when);
  g_autofree char *there = NULL;
  g_autofree char *both = NULL;

  if (local == NULL)
    return g_steal_pointer (&here);
  if (g_date_time_get_utc_offset (local) == 0)
    both = g_strdup_printf (_ ("%s UTC"), here);
  else
    {
      there = g_date_time_get_day_of_month (local) == g_date_time_get_day_of_month (utc)
                  ? g_date_time_format (utc, "%H:%M")
                  : twf_date_format_moment (utc, language);
      /* Translators: a moment where the reader is, then the same in UTC. */
      both = g_strdup_printf (_ ("%s (%s UTC)"), here, there);
    }
  return twf_text_isolate (both);
}

/**
 * twf_byline_dup_owners:
 * @workbench: the open plan
 * @origin: how words came
 * @owners: (array zero-terminated=1): codes of those whose they are
 *
 * Returns: (transfer full): the names of @owners, or, where there are none, of who made the
 *   revision; isolated
 */
char *
twf_byline_dup_owners (TwfWorkbench *workbench, const TwfOrigin *origin, const char *const *owners)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autofree char *names
      = owners[0] != NULL
            ? twf_words_dup_delegations (workbench, owners)
            : twf_desk_dup_author (twf_workbench_get_desk (workbench), origin->revision, language);

  return twf_text_isolate (names);
}

static void
append_joined (GString *line, const char *text)
{
  if (line->len > 0)
    g_string_append (line, " + ");
  g_string_append (line, text);
}

static char *
dup_mark (TwfWorkbench *workbench, const TwfOrigin *origin)
{
  g_autofree char *language = twf_interface_dup_language ();

  if (origin->owners[0] != NULL)
    return g_strjoinv (", ", origin->owners);
  return twf_desk_dup_author (twf_workbench_get_desk (workbench), origin->revision, language);
}

/**
 * twf_byline_dup_mark:
 * @workbench: the open plan
 * @origins: (element-type TwfOrigin): how words came: several brought them independently
 *
 * Returns: (transfer full): what stands for those whose they are behind the words: codes of
 *   delegations, or who made the revision
 */
char *
twf_byline_dup_mark (TwfWorkbench *workbench, GPtrArray *origins)
{
  GString *marks = g_string_new (NULL);

  for (guint i = 0; i < origins->len; i++)
    {
      g_autofree char *mark = dup_mark (workbench, origins->pdata[i]);

      append_joined (marks, mark);
    }
  return g_string_free (marks, FALSE);
}

/**
 * twf_byline_dup_names:
 * @workbench: the open plan
 * @origins: (element-type TwfOrigin): how words came
 *
 * Returns: (transfer full): the same in full, each isolated
 */
char *
twf_byline_dup_names (TwfWorkbench *workbench, GPtrArray *origins)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < origins->len; i++)
    {
      const TwfOrigin *origin = origins->pdata[i];
      g_autofree char *name
          = twf_byline_dup_owners (workbench, origin, (const char *const *)origin->owners);

      append_joined (names, name);
    }
  return g_string_free (names, FALSE);
}

/**
 * twf_byline_dup:
 * @workbench: the open plan
 * @origin: how words came
 * @owners: (array zero-terminated=1): codes of those whose they are
 *
 * Returns: (transfer full): "Egypt · as proposed · 3 May 2010, 17:00"
 */
char *
twf_byline_dup (TwfWorkbench *workbench, const TwfOrigin *origin, const char *const *owners)
{
  g_autofree char *who = twf_byline_dup_owners (workbench, origin, owners);
  g_autofree char *mandate = twf_words_dup_mandate (origin->mandate);
  g_autofree char *when = twf_byline_dup_moment (twf_revision_get_when (origin->revision));

  return g_strdup_printf ("%s · %s · %s", who, mandate, when);
}
