/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-saving.h"

G_BEGIN_DECLS

/* One provision that a save changes, or the plan itself: as it stood and as it is saved. */
typedef struct
{
  char *id;          /* empty: the plan itself */
  GPtrArray *paths;  /* of TwfPath* (owned): what changes of it beside its proposals */
  GHashTable *files; /* char* path -> GBytes* (both owned): what is written of it */
  gboolean changes_proposals;
  gboolean is_read;

  /* Once it is read; NULL: it was not there, or is no longer. Of the plan itself the heads. */
  TwfProvision *before;
  TwfProvision *after;
  TwfPlan *head_before;
  TwfPlan *head_after;
} TwfPlaceSaved;

GHashTable *twf_places_saved_list (TwfSaving *saving, gboolean *others) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_place_saved_read (TwfPlaceSaved *self,
                               TwfRepository *repository,
                               const char *parent,
                               GError **error);
TwfProposal *twf_place_saved_find_before (TwfPlaceSaved *self, const char *pid);
TwfProposal *twf_place_saved_find_after (TwfPlaceSaved *self, const char *pid);
GListModel *twf_place_saved_list_before (TwfPlaceSaved *self);
GListModel *twf_place_saved_list_after (TwfPlaceSaved *self);

G_END_DECLS
