/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a state is called in the documents of the United Nations where ICU calls it otherwise. */
typedef struct
{
  const char *code;     /* ISO 3166-1 alpha-2 */
  const char *language; /* of the names */
  const char *names;    /* the short name, then further ones, a bar between */
} TwfRegionNames;

const TwfRegionNames *twf_region_names_list (gsize *count);

G_END_DECLS
