/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A bare repository for one run of git, beside no plan: it is what git reads settings from, and
 * sees the objects of a plan through it. Goes when it is freed. */
typedef struct
{
  char *path;
} TwfScratch;

TwfScratch *twf_scratch_new (const char *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_scratch_free (TwfScratch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfScratch, twf_scratch_free)

G_END_DECLS
