/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-lags.h"
#include "twf-plan.h"

G_BEGIN_DECLS

/**
 * TwfTranslatedState:
 * @TWF_TRANSLATED_CURRENT: nothing is known to be to do
 * @TWF_TRANSLATED_MISSING: there is such a text in other languages
 * @TWF_TRANSLATED_STALE: its source was changed since it was translated
 * @TWF_TRANSLATED_UNWORKED: marked as a translation of what stands, though not a word of it was
 *   changed since the source read otherwise
 * @TWF_TRANSLATED_RETOUCHED: changed since it was marked
 *
 * What a translator has to do about a text. What is worse stands before what is not.
 */
typedef enum
{
  TWF_TRANSLATED_CURRENT,
  TWF_TRANSLATED_MISSING,
  TWF_TRANSLATED_STALE,
  TWF_TRANSLATED_UNWORKED,
  TWF_TRANSLATED_RETOUCHED,
} TwfTranslatedState;

#define TWF_N_TRANSLATED_STATES 5

/* How one text stands to its source. */
typedef struct
{
  TwfTranslatedState state;
  char *from;  /* the language of its source; nullable: it has none */
  char *since; /* the source wording that was translated, or dismissed last; nullable: not known */
  gboolean dismissed; /* CURRENT, because the change of the source was dismissed */
} TwfTranslated;

const char *twf_translated_state_get_name (TwfTranslatedState state);
TwfTranslated *twf_translated_new (TwfPlan *plan,
                                   TwfProvision *provision,
                                   TwfPart part,
                                   const char *language,
                                   TwfLags *lags) G_GNUC_WARN_UNUSED_RESULT;
void twf_translated_free (TwfTranslated *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfTranslated, twf_translated_free)

/* One text that is to be done. */
typedef struct
{
  char *id; /* of the provision */
  TwfPart part;
  TwfTranslated *translated;
} TwfTranslationTask;

GPtrArray *
twf_translation_list_tasks (TwfPlan *plan,
                            const char *language,
                            TwfLags *lags) G_GNUC_WARN_UNUSED_RESULT; /* of TwfTranslationTask */
GPtrArray *twf_translation_check (TwfPlan *plan, TwfLags *lags) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
