/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-groups.h"

G_BEGIN_DECLS

/**
 * TwfStance:
 * @TWF_STANCE_ACCEPTS: owns it or supports it
 * @TWF_STANCE_REFLECTS: reflects on it
 * @TWF_STANCE_RESERVES: no consent yet
 * @TWF_STANCE_OBJECTS: wants the text kept, or what is proposed deleted, or owns what it excludes
 * @TWF_STANCE_SILENT: has said nothing, nor has a group of its own
 *
 * Where somebody would stand if a proposal were accepted; from consent to its want.
 */
typedef enum
{
  TWF_STANCE_ACCEPTS,
  TWF_STANCE_REFLECTS,
  TWF_STANCE_RESERVES,
  TWF_STANCE_OBJECTS,
  TWF_STANCE_SILENT,
} TwfStance;

#define TWF_N_STANCES 5

/* Somebody who speaks: a delegation, or a group for those members that say nothing themselves. */
typedef struct
{
  char *code;
  TwfStance stance;
  char *rival;  /* nullable: the proposal it owns and this one excludes, if that is all it says */
  GStrv except; /* members that say something else themselves; empty where it is no group */
} TwfStand;

/* Where everybody stands: each delegation counts once, groups through their members here. */
typedef struct
{
  GPtrArray *stands; /* of TwfStand: those who speak, by stance, then by code */
  GStrv silent;      /* codes, in the plan's order: those for whom nobody does */
  guint n[TWF_N_STANCES];
} TwfStances;

const char *twf_stance_get_name (TwfStance stance);
TwfStances *twf_stances_new (TwfPlan *plan, const char *pid) G_GNUC_WARN_UNUSED_RESULT;
void twf_stances_free (TwfStances *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfStances, twf_stances_free)

G_END_DECLS
