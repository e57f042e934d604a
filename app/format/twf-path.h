/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-id.h"
#include "twf-section.h"

G_BEGIN_DECLS

/* Longest language tag and delegation code that a path may hold. */
#define TWF_PATH_MOST 35

typedef enum
{
  TWF_PATH_PLAN,          /* plan */
  TWF_PATH_TITLE,         /* title/<language>.txt */
  TWF_PATH_FIELDS,        /* provisions/<ab>/<id>/fields */
  TWF_PATH_TEXT,          /* provisions/<ab>/<id>/[<part>.]<language>.txt */
  TWF_PATH_PROPOSAL,      /* [provisions/<ab>/<id>/]proposals/<item>/fields */
  TWF_PATH_PROPOSAL_TEXT, /* [provisions/<ab>/<id>/]proposals/<item>/<language>.txt */
  TWF_PATH_REMARK,        /* provisions/<ab>/<id>/remarks/<item> */
  TWF_PATH_DELEGATION,    /* delegations/<code> */
} TwfPathKind;

/* What a path of the storage names. Fields that its kind has not are empty. */
typedef struct
{
  TwfPathKind kind;
  char id[TWF_ID_LENGTH + 1];   /* of the provision; empty: the plan's own */
  char item[TWF_ID_LENGTH + 1]; /* of the proposal or remark */
  TwfPart part;
  char name[TWF_PATH_MOST + 1]; /* a language, or a delegation's code */
} TwfPath;

gboolean twf_path_parse (const char *text, TwfPath *path, const char **reason);

G_END_DECLS
