/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-provision.h"

G_BEGIN_DECLS

/* Of which wording of the source texts were translated that have stayed as they are since the
 * source was changed: what history tells where nobody recorded it (TWF_FIELD_TRANSLATED).
 * Immutable once it is built; reference-counted; may cross threads. */
typedef struct _TwfLags TwfLags;

TwfLags *twf_lags_new (void) G_GNUC_WARN_UNUSED_RESULT;
TwfLags *twf_lags_ref (TwfLags *self);
void twf_lags_unref (TwfLags *self);
void twf_lags_put (TwfLags *self,
                   const char *id,
                   TwfPart part,
                   const char *language,
                   const char *from_wording,
                   const char *wording);

/* Of the source of a text: which revision gave it the wording it has, the newest first; and which
 * wordings it had before that. */
void twf_lags_put_change (TwfLags *self, const char *id, TwfPart part, const char *revision);
const char *twf_lags_get_change (TwfLags *self, const char *id, TwfPart part);
void twf_lags_put_former (TwfLags *self, const char *id, TwfPart part, const char *wording);
void twf_lags_take_over (TwfLags *self, TwfLags *former);

/* Called for each. */
typedef void (*TwfLagFunc) (const char *id,
                            TwfPart part,
                            const char *language,
                            const char *from_wording,
                            const char *wording,
                            gpointer user_data);

void twf_lags_foreach (TwfLags *self, TwfLagFunc func, gpointer user_data);
gboolean twf_lags_has (TwfLags *self, const char *id, TwfPart part, const char *language);
gboolean twf_lags_is_stale (TwfLags *self,
                            TwfProvision *provision,
                            TwfPart part,
                            const char *language,
                            const char *source_language);
const char *twf_lags_get_source (TwfLags *self,
                                 TwfProvision *provision,
                                 TwfPart part,
                                 const char *language); /* nullable: not known */
gboolean twf_lags_is_claimed (TwfLags *self,
                              TwfProvision *provision,
                              TwfPart part,
                              const char *language,
                              const char *source_language,
                              const char *wording);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfLags, twf_lags_unref)

G_END_DECLS
