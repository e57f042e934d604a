/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-fixed-numbers.h"

G_BEGIN_DECLS

/* A number and the how manieth behind it, as one. */
#define TWF_FIXED_PACK(number, extra) (((number) << 10) | (extra))
#define TWF_FIXED_NUMBER(packed) ((packed) >> 10)
#define TWF_FIXED_EXTRA(packed) ((packed)&1023u)
#define TWF_FIXED_MOST_NUMBER 100000u
#define TWF_FIXED_MOST_EXTRA 1023u

/* What is fixed among those that are counted together: at the top of a section, or under one
 * provision. */
typedef struct
{
  GHashTable *by_id; /* char* (owned) -> packed */
  GHashTable *taken; /* set of packed: never given again */
  guint last;        /* the largest number */
} TwfFixedList;

const TwfFixedList *twf_fixed_numbers_get_list (GHashTable *fixed, const char *list);

G_END_DECLS
