/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli-proposal.h"

G_BEGIN_DECLS

/* What an act on some proposals did to these and to others: what people have to be told. */
typedef struct _TwfEffect TwfEffect;

TwfEffect *twf_effect_new (TwfPlan *plan, GPtrArray *pids) G_GNUC_WARN_UNUSED_RESULT;
void twf_effect_add_rivals (TwfEffect *self, TwfPlan *plan, const char *pid);
void twf_effect_conclude (TwfEffect *self, TwfPlan *plan);
gboolean twf_effect_leaves_clashes (TwfEffect *self);
void twf_effect_print (TwfEffect *self, TwfCli *cli);
void twf_effect_set_json (TwfEffect *self, JsonObject *object);
void twf_effect_free (TwfEffect *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfEffect, twf_effect_free)

G_END_DECLS
