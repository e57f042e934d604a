/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TWF_KEY_MAY,  /* at most one line */
  TWF_KEY_MUST, /* exactly one line */
  TWF_KEY_LIST, /* at most one line, of words in the order that was chosen, none twice */
  TWF_KEY_SET,  /* any number of lines, sorted bytewise, none twice */
} TwfKeyCount;

/* One key that a file of fields may hold. */
typedef struct
{
  const char *name;
  TwfKeyCount count;
  gboolean (*is_valid) (const char *value); /* nullable: any value */
} TwfKey;

/* Closed lists in the order in which their keys are stored, ended by a key without name. First the
 * keys that hold one value, as a person would say them; then the sets, bytewise. */
extern const TwfKey twf_plan_keys[];
extern const TwfKey twf_provision_keys[];
extern const TwfKey twf_proposal_keys[];
extern const TwfKey twf_remark_keys[];
extern const TwfKey twf_delegation_keys[];

/* Names of fields that only the files have: objects have them as properties of their own. */
#define TWF_KEY_FORMAT "Format"
#define TWF_KEY_SECTION "Section"
#define TWF_KEY_PARENT "Parent"
#define TWF_KEY_RANK "Rank"
#define TWF_KEY_AUTHOR "Author"
#define TWF_KEY_KIND "Kind"
#define TWF_KEY_LANGUAGE "Language"
#define TWF_KEY_WHEN "When"

G_END_DECLS
