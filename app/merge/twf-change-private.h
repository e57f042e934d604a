/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-change.h"

G_BEGIN_DECLS

/* What the facts that are being found are about, and where they go. */
typedef struct
{
  GPtrArray *changes; /* of TwfChange */
  const char *id;
  const char *delegation;
  TwfSection section;
} TwfFinder;

/* A text that stands, of the provision or plan that a proposal hangs on. */
typedef const char *(*TwfGetText) (gpointer object, TwfPart part, const char *language);

TwfChange *
twf_finder_add (TwfFinder *self, TwfChangeKind kind, const char *old_value, const char *new_value);
GPtrArray *twf_finder_unite (GStrv one, GStrv other) G_GNUC_WARN_UNUSED_RESULT;
void twf_finder_find_in_proposals (TwfFinder *self,
                                   GListModel *olds,
                                   GListModel *news,
                                   gpointer object,
                                   TwfGetText get_text);
void twf_finder_find_in_remarks (TwfFinder *self, GListModel *olds, GListModel *news);

G_END_DECLS
