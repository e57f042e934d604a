/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-path.h"
#include "twf-provision.h"

G_BEGIN_DECLS

/* A provision of which some files were read. */
typedef struct _TwfPending TwfPending;

TwfPending *twf_pending_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;
void twf_pending_free (TwfPending *self);
const char *twf_pending_get_id (TwfPending *self);
gboolean twf_pending_add (TwfPending *self,
                          const TwfPath *parsed,
                          const char *path,
                          char *content,
                          gsize length,
                          GError **error);
TwfProvision *twf_pending_finish (TwfPending *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_pending_cut_text (char *content, gsize length, const char *path, GError **error);

G_END_DECLS
