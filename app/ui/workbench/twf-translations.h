/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-sources.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_TRANSLATIONS (twf_translations_get_type ())
G_DECLARE_FINAL_TYPE (TwfTranslations, twf_translations, TWF, TRANSLATIONS, GObject)

/* How the texts of an open plan stand to their sources; one for each workbench. What history tells
 * is looked up when it is first asked for, and again after each revision. Signal: "changed" when
 * history tells something else. */
TwfTranslations *twf_translations_get (TwfWorkbench *workbench);
TwfWorkbench *twf_translations_get_workbench (TwfTranslations *self); /* nullable: it is gone */
TwfLags *twf_translations_get_lags (TwfTranslations *self);           /* nullable: not known yet */
TwfTranslated *twf_translations_find (TwfTranslations *self,
                                      TwfProvision *provision,
                                      TwfPart part,
                                      const char *language) G_GNUC_WARN_UNUSED_RESULT;

/* What a translator does; each one step that can be undone. FALSE: there was nothing to do, or the
 * reason was told. */
gboolean twf_translations_mark (TwfTranslations *self,
                                TwfProvision *provision,
                                TwfPart part,
                                const char *language);
gboolean twf_translations_dismiss (TwfTranslations *self,
                                   TwfProvision *provision,
                                   TwfPart part,
                                   const char *language);

/* Into which language is worked, and from one text that is to be done to the next. */
const char *twf_translations_get_language (TwfTranslations *self);
void twf_translations_set_language (TwfTranslations *self, const char *language);
void twf_translations_go_to (TwfTranslations *self, const char *id, const char *from);
gboolean twf_translations_step (TwfTranslations *self, gboolean back);
char *twf_translations_take_focus (TwfTranslations *self) G_GNUC_WARN_UNUSED_RESULT;

/* In words. */
char *twf_translations_dup_state (TwfTranslations *self,
                                  TwfProvision *provision,
                                  TwfPart part,
                                  const char *language,
                                  const TwfTranslated *translated) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_translations_get_title (TwfTranslatedState state);

G_END_DECLS
