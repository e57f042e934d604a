/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-base"

#include "config.h"

#include "twf-clock.h"

/* Seconds since 1970, or 0 where the system's clock is used. Set once, before threads start. */
static gint64 fixed_now;

/**
 * twf_clock_now:
 *
 * Returns: seconds since 1970-01-01T00:00Z, from the system's clock or as tests have set it
 */
gint64
twf_clock_now (void)
{
  if (fixed_now != 0)
    return fixed_now;
  return g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * twf_clock_now_utc:
 *
 * Returns: (transfer full): the moment of twf_clock_now(), in UTC
 */
GDateTime *
twf_clock_now_utc (void)
{
  return g_date_time_new_from_unix_utc (twf_clock_now ());
}

/**
 * twf_clock_set_fixed:
 * @unix_seconds: the moment to stand still at, or 0 to follow the system's clock again
 *
 * Lets a test know what a revision's date will be.
 */
void
twf_clock_set_fixed (gint64 unix_seconds)
{
  fixed_now = unix_seconds;
}
