/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-history-filter.h"

/**
 * twf_history_filter_new:
 *
 * Returns: (transfer full): a filter that every revision passes
 */
TwfHistoryFilter *
twf_history_filter_new (void)
{
  TwfHistoryFilter *self = g_new0 (TwfHistoryFilter, 1);

  self->section = TWF_ANY_SECTION;
  self->since = G_MININT64;
  self->until = G_MAXINT64;
  return self;
}

/**
 * twf_history_filter_copy:
 * @self: (nullable): a filter; %NULL: everything
 *
 * Returns: (transfer full): another of the same
 */
TwfHistoryFilter *
twf_history_filter_copy (const TwfHistoryFilter *self)
{
  TwfHistoryFilter *copy = twf_history_filter_new ();

  if (self == NULL)
    return copy;
  *copy = *self;
  copy->from = g_strdup (self->from);
  copy->provision = g_strdup (self->provision);
  copy->delegation = g_strdup (self->delegation);
  copy->text = g_strdup (self->text);
  copy->language = g_strdup (self->language);
  return copy;
}

/**
 * twf_history_filter_free:
 * @self: (transfer full) (nullable): a filter
 */
void
twf_history_filter_free (TwfHistoryFilter *self)
{
  if (self == NULL)
    return;
  g_free (self->from);
  g_free (self->provision);
  g_free (self->delegation);
  g_free (self->text);
  g_free (self->language);
  g_free (self);
}

/**
 * twf_history_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether every revision that is gone through passes it
 */
gboolean
twf_history_filter_is_empty (const TwfHistoryFilter *self)
{
  return self->provision == NULL && self->section == TWF_ANY_SECTION && self->delegation == NULL
         && self->since == G_MININT64 && self->until == G_MAXINT64 && self->text == NULL;
}

/**
 * twf_history_filter_equal:
 * @self: a filter
 * @other: another
 *
 * Returns: whether they want the same
 */
gboolean
twf_history_filter_equal (const TwfHistoryFilter *self, const TwfHistoryFilter *other)
{
  return self->section == other->section && self->since == other->since
         && self->until == other->until && g_strcmp0 (self->from, other->from) == 0
         && g_strcmp0 (self->provision, other->provision) == 0
         && g_strcmp0 (self->delegation, other->delegation) == 0
         && g_strcmp0 (self->text, other->text) == 0
         && g_strcmp0 (self->language, other->language) == 0;
}

/* When a day begins here. */
static gint64
get_beginning (const GDate *day, guint days_later, gint64 otherwise)
{
  GDate date = *day;
  g_autoptr (GDateTime) midnight = NULL;

  g_date_add_days (&date, days_later);
  midnight = g_date_time_new_local (
      g_date_get_year (&date), (int)g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
  return midnight != NULL ? g_date_time_to_unix (midnight) : otherwise;
}

/**
 * twf_history_filter_set_days:
 * @self: a filter
 * @first: (nullable): the first day that is wanted
 * @last: (nullable): the last
 *
 * Days are those of the place where the program runs, as the dates beside the revisions are.
 */
void
twf_history_filter_set_days (TwfHistoryFilter *self, const GDate *first, const GDate *last)
{
  g_return_if_fail (self != NULL);

  self->since = first != NULL ? get_beginning (first, 0, G_MININT64) : G_MININT64;
  self->until = last != NULL ? get_beginning (last, 1, G_MAXINT64) : G_MAXINT64;
}
