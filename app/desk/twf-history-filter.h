/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-section.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TWF_ANY_SECTION (-1)
#define TWF_BY_FACILITATOR ""

/* Which revisions are wanted: those to which all of it applies. */
typedef struct
{
  char *from;      /* full id of the revision at which it begins; nullable: where the plan stands */
  char *provision; /* id of the one they changed; nullable: any */
  int section;     /* TwfSection of a provision they changed, or TWF_ANY_SECTION */
  char *delegation; /* code of the one that made them, or TWF_BY_FACILITATOR; nullable: whoever */
  gint64 since;     /* seconds since 1970: not before */
  gint64 until;     /* before this */
  char *text;     /* stands among the words they changed, or in their subject; nullable: whatever */
  char *language; /* that @text is looked for in; nullable */
} TwfHistoryFilter;

TwfHistoryFilter *twf_history_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;
TwfHistoryFilter *twf_history_filter_copy (const TwfHistoryFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_history_filter_free (TwfHistoryFilter *self);
gboolean twf_history_filter_is_empty (const TwfHistoryFilter *self);
gboolean twf_history_filter_equal (const TwfHistoryFilter *self, const TwfHistoryFilter *other);
void twf_history_filter_set_days (TwfHistoryFilter *self, const GDate *first, const GDate *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfHistoryFilter, twf_history_filter_free)

G_END_DECLS
