/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-edit.h"
#include "twf-provision.h"

G_BEGIN_DECLS

/* What a value of the field "Translated" says: "fr from=en:<id> is=<id> by=CA
 * at=2026-05-03T09:20Z": the French is of that English wording, Canada said so then, and it read
 * so. A text that is not the provision's own stands as "means.fr". Whoever finds that a later
 * wording of the source changes nothing adds "dismissed=<id> dismissed-by=CA dismissed-at=...": of
 * what it was translated stays as it is. Words that are none of these are kept. */
typedef struct
{
  TwfPart part;
  char *language;
  char *from;         /* the language it was translated from */
  char *from_wording; /* twf_wording_dup_id() */
  char *wording;      /* how it read when that was said; nullable: that was not noted */
  char *by;           /* a code, or TWF_PROPOSED_BY_FACILITATOR; nullable */
  gint64 when;        /* seconds since 1970 (UTC), whole minutes; -1: that was not noted */
  char *dismissed;    /* the source wording that changes nothing; nullable */
  char *dismissed_by; /* nullable */
  gint64 dismissed_when;
  GPtrArray *further; /* of char*: words of others */
} TwfTranslation;

TwfTranslation *twf_translation_parse (const char *value) G_GNUC_WARN_UNUSED_RESULT;
char *twf_translation_format (const TwfTranslation *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_translation_free (TwfTranslation *self);
gboolean twf_translation_is_stale (const TwfTranslation *self, TwfProvision *provision);
gboolean twf_translation_is_changed (const TwfTranslation *self, TwfProvision *provision);
gboolean twf_translation_is_dismissed (const TwfTranslation *self, TwfProvision *provision);
TwfTranslation *twf_translation_find (TwfProvision *provision,
                                      TwfPart part,
                                      const char *language) G_GNUC_WARN_UNUSED_RESULT;

/* Saying it: each an edit of the field. @code: who says it; NULL: the facilitator. */
TwfEdit *twf_translation_mark (TwfProvision *provision,
                               TwfPart part,
                               const char *language,
                               const char *from,
                               const char *code,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_translation_dismiss (TwfProvision *provision,
                                  TwfPart part,
                                  const char *language,
                                  const char *from,
                                  const char *from_wording,
                                  const char *code,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfTranslation, twf_translation_free)

G_END_DECLS
