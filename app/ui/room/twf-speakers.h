/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_SPEAKERS (twf_speakers_get_type ())
G_DECLARE_FINAL_TYPE (TwfSpeakers, twf_speakers, TWF, SPEAKERS, GObject)

/* Who has the floor and who has asked for it, in the order in which they asked. It belongs to the
 * meeting and not to the plan: it is kept as long as the plan is open, and nowhere. Signals:
 * "changed". */
TwfSpeakers *twf_speakers_get (TwfWorkbench *workbench);
const char *twf_speakers_get_speaking (TwfSpeakers *self); /* nullable */
const char *const *twf_speakers_list_waiting (TwfSpeakers *self);
gboolean twf_speakers_add (TwfSpeakers *self, const char *code);
gboolean twf_speakers_remove (TwfSpeakers *self, const char *code);
gboolean twf_speakers_go_on (TwfSpeakers *self);

G_END_DECLS
