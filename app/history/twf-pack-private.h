/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository-private.h"

G_BEGIN_DECLS

guint twf_id_hash (gconstpointer key);
gboolean twf_id_equal (gconstpointer a, gconstpointer b);

/* What is to be written into one new pack: every loose object, and the packs that are small against
 * what they join. */
typedef struct
{
  GHashTable *ids;  /* git_oid* (owned) -> 1 if it was dropped, else NULL */
  GPtrArray *loose; /* git_oid* (borrowed from ids) whose loose file goes afterwards */
  GPtrArray *packs; /* char* path without ".idx" (owned) of packs that go afterwards */
} TwfPackPlan;

TwfPackPlan *twf_pack_plan_new (TwfRepository *repository) G_GNUC_WARN_UNUSED_RESULT;
void twf_pack_plan_free (TwfPackPlan *self);
void twf_pack_plan_drop (TwfPackPlan *self, const git_oid *id);
gboolean twf_pack_plan_holds (TwfPackPlan *self, const git_oid *id);
gboolean twf_pack_plan_is_worthwhile (TwfPackPlan *self);
guint twf_count_loose (TwfRepository *repository);

/* Marks under which packs come in. */
void twf_pack_release_all (const char *folder);
gboolean twf_pack_insert (TwfPackPlan *plan,
                          git_repository *handle,
                          git_packbuilder *builder,
                          GCancellable *cancellable,
                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfPackPlan, twf_pack_plan_free)

G_END_DECLS
