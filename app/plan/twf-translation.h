/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-provision.h"

G_BEGIN_DECLS

/* What a value of the field "Translated" says: "fr from=en:<id> is=<id> by=CA": the French is of
 * that English wording. */
typedef struct
{
  char *language;
  char *from;         /* the language it was translated from */
  char *from_wording; /* twf_wording_dup_id() */
} TwfTranslation;

TwfTranslation *twf_translation_parse (const char *value) G_GNUC_WARN_UNUSED_RESULT;
void twf_translation_free (TwfTranslation *self);
gboolean twf_translation_is_stale (const TwfTranslation *self, TwfProvision *provision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfTranslation, twf_translation_free)

G_END_DECLS
