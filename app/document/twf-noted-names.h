/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-notation-read.h"

G_BEGIN_DECLS

/* Inside the room only: who is named behind an alternative. */
typedef struct
{
  char *code; /* NULL: the facilitator */
  guint link; /* the number that alternatives of one proposal have in common; 0: none */
} TwfNotedOwner;

/* What stands behind one alternative. */
typedef struct
{
  GPtrArray *owners;    /* of TwfNotedOwner */
  GPtrArray *positions; /* of TwfNotedPosition */
} TwfNotedNames;

TwfNotedNames *twf_noted_names_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_noted_names_free (TwfNotedNames *self);
gboolean twf_noted_names_read (TwfNotedNames *self, const char *words, const char *language);
void twf_noted_names_take (TwfNotedNames *self, TwfNotedNames *more);
TwfNotedPosition *twf_noted_position_copy (const TwfNotedPosition *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_noted_position_free (TwfNotedPosition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfNotedNames, twf_noted_names_free)

G_END_DECLS
