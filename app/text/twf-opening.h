/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TwfOpeningForms:
 * @TWF_OPENING_NONE: none
 * @TWF_OPENING_PREAMBULAR: as a paragraph of a preamble begins ("Recalling also")
 * @TWF_OPENING_OPERATIVE: as an operative one does ("Also requests")
 * @TWF_OPENING_ANY: either
 *
 * Where an opening is at home. Chinese has one form for both.
 */
typedef enum
{
  TWF_OPENING_NONE = 0,
  TWF_OPENING_PREAMBULAR = 1 << 0,
  TWF_OPENING_OPERATIVE = 1 << 1,
  TWF_OPENING_ANY = TWF_OPENING_PREAMBULAR | TWF_OPENING_OPERATIVE,
} TwfOpeningForms;

/* On what scale an opening can be softer or stronger than another. */
typedef enum
{
  TWF_SCALE_NONE,      /* on none: "Recalling" */
  TWF_SCALE_STATING,   /* notes, recognizes, emphasizes, reaffirms */
  TWF_SCALE_ASKING,    /* encourages, invites, requests, calls upon, urges, demands, decides */
  TWF_SCALE_BLAMING,   /* notes with concern, deplores, condemns */
  TWF_SCALE_APPROVING, /* takes note with appreciation, welcomes, supports, endorses */
} TwfScale;

/* The words that a paragraph opens with, as bytes of it. */
typedef struct
{
  gsize start;
  gsize end;
  TwfOpeningForms forms;
  TwfScale scale;
  guint strength; /* on that scale, 1 and more */
} TwfOpening;

/* How an opening is printed, in flags. */
typedef enum
{
  TWF_LOOK_ITALIC = 1 << 0,
  TWF_LOOK_BOLD = 1 << 1,
} TwfLook;

typedef enum
{
  TWF_SHIFT_NONE, /* as strong, or not to be compared */
  TWF_SHIFT_SOFTER,
  TWF_SHIFT_STRONGER,
} TwfShift;

gboolean twf_opening_find (const char *text,
                           const char *language,
                           TwfOpeningForms forms,
                           TwfOpening *opening);
TwfLook twf_opening_get_look (const char *language);
TwfShift twf_opening_compare (const TwfOpening *before, const TwfOpening *after);

G_END_DECLS
