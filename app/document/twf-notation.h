/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-compilation.h"
#include "twf-lags.h"

G_BEGIN_DECLS

/**
 * TwfNotation:
 * @TWF_NOTATION_POSITIONS: "[agreed / made](MX) (G77: retain)"
 * @TWF_NOTATION_INLINE: "[agreed - G77 retain / made - MX]"
 * @TWF_NOTATION_UNATTRIBUTED: "[agreed / made]", nobody is named
 *
 * How secretariats write what is open, as they do: the compilation of 2006 on the reform of the
 * Economic and Social Council, the drafts of 2012 for Rio+20, the Geneva text of 2015.
 */
typedef enum
{
  TWF_NOTATION_POSITIONS,
  TWF_NOTATION_INLINE,
  TWF_NOTATION_UNATTRIBUTED,
} TwfNotation;

typedef enum
{
  TWF_SPAN_TEXT,        /* what all say */
  TWF_SPAN_SIGN,        /* brackets and what stands between alternatives */
  TWF_SPAN_STANDING,    /* in brackets: what stands */
  TWF_SPAN_PROPOSED,    /* in brackets: what is proposed */
  TWF_SPAN_ATTRIBUTION, /* whose it is, what others say */
} TwfSpanKind;

/* A stretch of a compiled text as it is written. */
typedef struct
{
  TwfSpanKind kind;
  char *text;
  guint bracket; /* from 1, in order of their beginning: the innermost it is part of; 0: none */
  char *pid;     /* nullable: of PROPOSED and ATTRIBUTION: the first proposal that it is of */
} TwfSpan;

gboolean twf_notation_from_name (const char *name, TwfNotation *notation);
const char *twf_notation_get_name (TwfNotation notation);
void twf_span_free (TwfSpan *self);
char *twf_spans_dup_text (GPtrArray *spans) G_GNUC_WARN_UNUSED_RESULT;

/* Who writes a plan's compilation: for one notation and one language of the document's words. Of
 * one plan as it stands. */
typedef struct _TwfScribe TwfScribe;

TwfScribe *twf_scribe_new (TwfPlan *plan,
                           TwfNotation notation,
                           const char *language) G_GNUC_WARN_UNUSED_RESULT;
void twf_scribe_free (TwfScribe *self);
void twf_scribe_write_for_eyes (TwfScribe *self, TwfLags *lags);
GPtrArray *
twf_scribe_write (TwfScribe *self, const TwfCompiledText *compiled) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_scribe_write_choice (TwfScribe *self,
                                    const char *standing,
                                    const char *proposed,
                                    TwfProposal *proposal) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_scribe_get_reference (TwfScribe *self, const char *pid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfSpan, twf_span_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfScribe, twf_scribe_free)

G_END_DECLS
