/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Inside the room only. What is done by the words that open a paragraph. */
typedef enum
{
  TWF_ACT_NONE,
  TWF_ACT_NOTE,
  TWF_ACT_RECOGNIZE,
  TWF_ACT_EMPHASIZE,
  TWF_ACT_REAFFIRM,
  TWF_ACT_ENCOURAGE,
  TWF_ACT_INVITE,
  TWF_ACT_RECOMMEND,
  TWF_ACT_REQUEST,
  TWF_ACT_CALL,
  TWF_ACT_URGE,
  TWF_ACT_DEMAND,
  TWF_ACT_DECIDE,
  TWF_ACT_REGRET,
  TWF_ACT_CONCERN,
  TWF_ACT_DEPLORE,
  TWF_ACT_CONDEMN,
  TWF_ACT_WELCOME,
  TWF_ACT_SUPPORT,
  TWF_ACT_ENDORSE,
  TWF_N_ACTS
} TwfAct;

/* Verbs, in small letters and without signs of vocalisation, "|" between them. */
typedef struct
{
  TwfAct act;
  const char *operative;  /* nullable */
  const char *preambular; /* nullable; in Chinese the operative ones */
} TwfOpeningVerb;

/* What a language opens paragraphs with. All but the verbs are regular expressions. */
typedef struct
{
  const char *language;
  const TwfOpeningVerb *verbs;
  guint n_verbs;
  const char *before; /* what may stand before a verb, any number of them */
  const char *behind; /* what may stand behind one */
  const char *joint;  /* between two verbs */
  const char *never;  /* what is seen behind it where the words are no opening; nullable */
  /* What makes it stronger, and what it is then said with. */
  const char *strongly;
  const char *appreciation;
  const char *interest;
  const char *concern;
  const char *deep;
  const char *strongest;
} TwfOpeningLanguage;

const TwfOpeningLanguage *_twf_opening_get_language (const char *language);

G_END_DECLS
