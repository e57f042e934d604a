/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a plan is shared, as this person on this machine says. */
typedef struct
{
  char *words;        /* as twf_location_parse() takes them */
  gboolean automatic; /* whether it is synchronised without being asked each time */
} TwfPlace;

TwfPlace *twf_place_find (const char *root, const char *code) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_place_keep (const char *root, const char *code, const TwfPlace *place, GError **error);
void twf_place_free (TwfPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfPlace, twf_place_free)

G_END_DECLS
