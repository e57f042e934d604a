/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-sync.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TWF_SYNCER_IDLE,
  TWF_SYNCER_RUNNING,
  TWF_SYNCER_DONE,   /* see twf_syncer_get_synced() */
  TWF_SYNCER_FAILED, /* see twf_syncer_get_error() */
} TwfSyncerState;

#define TWF_TYPE_SYNCER (twf_syncer_get_type ())
G_DECLARE_FINAL_TYPE (TwfSyncer, twf_syncer, TWF, SYNCER, GObject)

/* Keeps an open plan and the place it is shared at together: when a person says so, and by itself
 * where they said that it should. Belongs to the desk. Signals: "changed"; "place-needed" when
 * nobody said yet where the plan is shared; "asked" (gpointer: const TwfQuestion*), to be answered
 * by twf_syncer_answer(). */
TwfSyncer *twf_syncer_get (TwfDesk *desk);
void twf_syncer_run (TwfSyncer *self);
void twf_syncer_take_own (TwfSyncer *self);
void twf_syncer_share_at (TwfSyncer *self, const char *server, gboolean automatic);
void twf_syncer_ask_place (TwfSyncer *self);
void twf_syncer_cancel (TwfSyncer *self);
void twf_syncer_forget (TwfSyncer *self);
void twf_syncer_answer (TwfSyncer *self, const char *answer, gboolean keep);

TwfSyncerState twf_syncer_get_state (TwfSyncer *self);
gboolean twf_syncer_is_automatic_run (TwfSyncer *self);
gboolean twf_syncer_waits_for_touch (TwfSyncer *self);
const TwfPlace *twf_syncer_get_place (TwfSyncer *self);
const TwfSynced *twf_syncer_get_synced (TwfSyncer *self);
const GError *twf_syncer_get_error (TwfSyncer *self);

G_END_DECLS
