/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-lexicon.h"

G_BEGIN_DECLS

/* A line cut into the signs that matter for the order of its runs. */
typedef enum
{
  TWF_SIGN_WORD,  /* an Arabic letter or mark */
  TWF_SIGN_DIGIT, /* a digit of any script */
  TWF_SIGN_LATIN, /* another letter */
  TWF_SIGN_SPACE,
  TWF_SIGN_BREAK, /* a space beside a tatweel: the letters on both sides were joined to others */
  TWF_SIGN_POINT, /* punctuation */
} TwfSign;

typedef struct
{
  gunichar *signs;
  TwfSign *kinds;
  guint *starts; /* of a word's sign: where the word starts */
  guint *ends;   /* and ends */
  guint length;
  TwfLexicon *lexicon;
} TwfRuns;

TwfRuns *twf_runs_new (const char *core, TwfLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
void twf_runs_free (TwfRuns *self);
gboolean twf_runs_knows (const TwfRuns *self, guint start, guint end, guint more, guint more_end);
int twf_runs_weigh_phrase (const TwfRuns *self, guint start, guint end, guint next, guint next_end);
guint twf_runs_get_gap (const TwfRuns *self, guint at);
int twf_runs_weigh_pair (const TwfRuns *self, guint before, guint after);
int twf_runs_weigh_at (const TwfRuns *self, guint at);
int twf_runs_weigh_line (const TwfRuns *self);
guint twf_runs_count_unknown (const TwfRuns *self);
char *twf_runs_dup_reordered (const TwfRuns *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfRuns, twf_runs_free)

G_END_DECLS
