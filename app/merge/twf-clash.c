/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-request-private.h"

/* One clash of many is kept once and shared by all who stand in it: two hundred delegations that
 * rewrite one sentence are one clash of two hundred sides, not twenty thousand pairs. */

static void
clear_clash (TwfClash *self)
{
  g_ptr_array_unref (self->requests);
  g_array_unref (self->sides);
}

/**
 * twf_clash_new:
 *
 * Returns: (transfer full): a clash in which nobody stands yet
 */
TwfClash *
twf_clash_new (void)
{
  TwfClash *self = g_rc_box_new0 (TwfClash);

  self->requests = g_ptr_array_new ();
  self->sides = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * twf_clash_unref:
 * @self: (transfer full): a clash
 *
 * Lets go of @self.
 */
void
twf_clash_unref (TwfClash *self)
{
  g_rc_box_release_full (self, (GDestroyNotify)clear_clash);
}

/**
 * twf_clash_add:
 * @self: a clash
 * @request: a request, which holds the clash from now on
 * @side: a number; those with the same do not clash with each other
 */
void
twf_clash_add (TwfClash *self, TwfRequest *request, guint side)
{
  g_ptr_array_add (self->requests, request);
  g_array_append_val (self->sides, side);
  if (request->clashes == NULL)
    request->clashes = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_clash_unref);
  g_ptr_array_add (request->clashes, g_rc_box_acquire (self));
}
