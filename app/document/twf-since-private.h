/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-sheet.h"
#include "twf-since-words.h"
#include "twf-since.h"

G_BEGIN_DECLS

/* How what is not shown is named. */
typedef enum
{
  TWF_NAMING_EACH,
  TWF_NAMING_RANGES,   /* what stands one behind the other: from the first to the last */
  TWF_NAMING_SECTIONS, /* how many of each section, and from where to where */
  TWF_N_NAMINGS
} TwfNaming;

/* What is written of it. */
typedef struct
{
  TwfSince *since;      /* borrowed */
  const char *language; /* of the document */
  const char *shown;    /* of texts; nullable: all */
  guint n_shown;        /* entries from the first; the others are named */
  TwfNaming naming;
  gboolean brief; /* what stayed the same around changes is cut short, and marked so */
} TwfSinceLayout;

GPtrArray *
_twf_sheet_new_of_since (const TwfSinceLayout *layout) G_GNUC_WARN_UNUSED_RESULT; /* of TwfBlock */
void
_twf_since_add_entry (GPtrArray *blocks, const TwfSinceLayout *layout, const TwfSinceEntry *entry);
char *
_twf_since_dup_name (const TwfSinceLayout *layout, const TwfRow *row) G_GNUC_WARN_UNUSED_RESULT;
char *
_twf_since_dup_names (const TwfSinceLayout *layout, GPtrArray *entries) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *_twf_runs_cut (GPtrArray *runs, const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
