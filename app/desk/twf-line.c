/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-line.h"

#include "twf-chronicle.h"

struct _TwfLine
{
  TwfChronicle *chronicle; /* nullable: it is complete */
  char *expected;          /* next revision of the line; nullable: none is */
  char *stop_at;           /* nullable */
  GPtrArray *ids;
  gboolean met;
};

/**
 * twf_line_new:
 * @repository: where
 * @tip: full id of its newest revision
 * @stop_at: (nullable): full id of a revision that ends it, itself one of it
 *
 * Returns: (transfer full): a line of which nothing is known yet
 */
TwfLine *
twf_line_new (TwfRepository *repository, const char *tip, const char *stop_at)
{
  TwfLine *self = g_new0 (TwfLine, 1);

  self->chronicle = twf_chronicle_new (repository, tip, FALSE);
  self->expected = g_strdup (tip);
  self->stop_at = g_strdup (stop_at);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * twf_line_free:
 * @self: (transfer full) (nullable): a line
 */
void
twf_line_free (TwfLine *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->chronicle, twf_chronicle_free);
  g_free (self->expected);
  g_free (self->stop_at);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static void
take (TwfLine *self)
{
  const char *id = twf_chronicle_get_id (self->chronicle);
  g_auto (GStrv) parents = NULL;

  if (!g_str_equal (id, self->expected))
    return;
  parents = twf_chronicle_dup_parents (self->chronicle);
  g_ptr_array_add (self->ids, g_strdup (id));
  self->met = g_strcmp0 (id, self->stop_at) == 0;
  g_free (self->expected);
  self->expected = self->met ? NULL : g_strdup (parents[0]);
}

/**
 * twf_line_go_on:
 * @self: a line
 * @end: by g_get_monotonic_time(), when to leave off
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Blocks.
 *
 * Returns: whether it went on; it may not be complete
 * Errors: TWF_ERROR_NOT_FOUND, TWF_ERROR_DAMAGED
 */
gboolean
twf_line_go_on (TwfLine *self, gint64 end, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean more;

  if (self->chronicle == NULL)
    return TRUE;
  more = twf_chronicle_take_up (self->chronicle, &reason);
  while (more && g_get_monotonic_time () < end)
    {
      more = self->expected != NULL && twf_chronicle_next (self->chronicle, cancellable, &reason);
      if (more)
        take (self);
    }
  twf_chronicle_put_down (self->chronicle);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (!more)
    g_clear_pointer (&self->chronicle, twf_chronicle_free);
  return TRUE;
}

/**
 * twf_line_is_complete:
 * @self: a line
 *
 * Returns: whether all of it is known
 */
gboolean
twf_line_is_complete (TwfLine *self)
{
  return self->chronicle == NULL;
}

/**
 * twf_line_has_met:
 * @self: a line
 *
 * Returns: whether it ends where it was to stop
 */
gboolean
twf_line_has_met (TwfLine *self)
{
  return self->met;
}

/**
 * twf_line_get_ids:
 * @self: a line
 *
 * Returns: (transfer none) (element-type utf8): its revisions, the newest first
 */
GPtrArray *
twf_line_get_ids (TwfLine *self)
{
  return self->ids;
}
