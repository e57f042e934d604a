/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-moment-private.h"

#include <string.h>

#define FORMAT "%Y-%m-%dT%H:%MZ"
#define LENGTH 17 /* 2026-11-23T16:40Z */

/**
 * twf_moment_parse:
 * @word: (nullable): a moment as it is stored
 * @when: (out): in seconds since 1970 (UTC), where it is one
 *
 * Returns: whether it is one
 */
gboolean
twf_moment_parse (const char *word, gint64 *when)
{
  g_autofree char *full = NULL;
  g_autoptr (GDateTime) moment = NULL;

  if (word == NULL || strlen (word) != LENGTH || word[LENGTH - 1] != 'Z')
    return FALSE;
  full = g_strdup_printf ("%.*s:00Z", LENGTH - 1, word);
  moment = g_date_time_new_from_iso8601 (full, NULL);
  if (moment == NULL)
    return FALSE;
  *when = g_date_time_to_unix (moment);
  return TRUE;
}

/**
 * twf_moment_format:
 * @when: in seconds since 1970 (UTC); people note a minute
 *
 * Returns: (transfer full) (nullable): it as it is stored; %NULL: no calendar has it
 */
char *
twf_moment_format (gint64 when)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (when);

  return moment != NULL ? g_date_time_format (moment, FORMAT) : NULL;
}
