/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

/* What became of a plan of which something was broken. */
typedef struct
{
  GStrv repaired; /* full ids of the objects that were brought in */
  GStrv missing;  /* full ids of those that the other copy has not either */
  char *aside;    /* the folder in which broken files are kept; NULL: there were none */
} TwfMending;

TwfMending *twf_mending_from (TwfRepository *plan,
                              const char *other,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_mending_free (TwfMending *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfMending, twf_mending_free)

G_END_DECLS
