/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-finder.h"
#include "twf-plan.h"

G_BEGIN_DECLS

/* Beside a bit for each part: the title of the plan. */
#define TWF_REPLACE_TITLE (1u << TWF_N_PARTS)

/* What is to be replaced by what, and where. */
typedef struct
{
  const char *wanted;
  const char *with; /* NULL: it is only looked for */
  TwfFindFlags flags;
  const char *const *languages; /* NULL: every language of the plan */
  guint sections;               /* a bit for each; 0: every section, and the title */
  guint parts;                  /* a bit for each, and TWF_REPLACE_TITLE; 0: all, see sections */
} TwfReplaceOrder;

/* One text in which it stands. */
typedef struct
{
  char *id; /* of the provision; NULL: the plan's title */
  TwfPart part;
  char *language;
  char *before;
  char *after;      /* NULL: it is only looked for */
  guint n;          /* how often it stands there */
  gboolean reopens; /* an agreement holds for these words now */
} TwfReplacement;

/* Goes through a plan a stretch at a time, so that nobody who types has to wait. */
typedef struct _TwfReplacing TwfReplacing;

TwfReplacing *
twf_replacing_new (TwfPlan *plan, const TwfReplaceOrder *order) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_replacing_go_on (TwfReplacing *self, gint64 until);
GPtrArray *twf_replacing_get_found (TwfReplacing *self); /* of TwfReplacement; grows */
const GError *twf_replacing_get_error (TwfReplacing *self);
void twf_replacing_free (TwfReplacing *self);

GPtrArray *twf_replacements_to_edits (GPtrArray *replacements) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfReplacing, twf_replacing_free)

G_END_DECLS
