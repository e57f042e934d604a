/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

/* What is broken in a repository, held against others that may have it whole. Whose an object is
 * does not matter: its id says what it is. */
typedef struct
{
  GPtrArray *found;     /* of char*: full ids of what cannot be read here, and can elsewhere */
  GPtrArray *missing;   /* of char*: full ids of what can be read nowhere */
  GPtrArray *elsewhere; /* of char*: full ids of what is in broken packs and whole elsewhere */
  GPtrArray *rescued;   /* of char*: full ids of what can be read in broken packs alone */
  GPtrArray *files;     /* of char*: names below "objects" of files that are broken */
} TwfDamage;

TwfDamage *twf_damage_find (TwfRepository *repository,
                            GPtrArray *others,
                            GPtrArray *broken_packs,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_damage_free (TwfDamage *self);
gboolean twf_damage_mend (const TwfDamage *self,
                          TwfRepository *repository,
                          GPtrArray *packs,
                          char **aside,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfDamage, twf_damage_free)

G_END_DECLS
