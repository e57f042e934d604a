/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-sources.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define TWF_TYPE_TRANSLATION_ITEM (twf_translation_item_get_type ())
G_DECLARE_FINAL_TYPE (TwfTranslationItem, twf_translation_item, TWF, TRANSLATION_ITEM, GObject)

/* One text that is to be done, in a list. What changed in its source, and by which revision, comes
 * later. Signal: "changed" when it did. */
TwfTranslationItem *
twf_translation_item_new (const TwfTranslationTask *task) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_translation_item_get_id (TwfTranslationItem *self);
TwfPart twf_translation_item_get_part (TwfTranslationItem *self);
TwfTranslatedState twf_translation_item_get_state (TwfTranslationItem *self);
const char *twf_translation_item_get_from (TwfTranslationItem *self);
const char *twf_translation_item_get_since (TwfTranslationItem *self);
gboolean twf_translation_item_get_n_words (TwfTranslationItem *self, guint *n_words);
void twf_translation_item_set_n_words (TwfTranslationItem *self, guint n_words);
TwfRevision *twf_translation_item_get_revision (TwfTranslationItem *self);
void twf_translation_item_set_revision (TwfTranslationItem *self, TwfRevision *revision);

G_END_DECLS
