/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"
#include "twf-desk.h"

G_BEGIN_DECLS

/* Which revisions are asked for, as it was written; each nullable. */
typedef struct
{
  char *delegation;
  char *section;
  char *since;
  char *until;
  char *search;
} TwfCliFilter;

gboolean twf_cli_filter_is_empty (const TwfCliFilter *self);
TwfHistoryFilter *
twf_cli_filter_read (TwfCli *cli, const TwfCliFilter *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_cli_find_revisions (TwfCli *cli,
                                   TwfDesk *desk,
                                   const TwfHistoryFilter *filter,
                                   guint most,
                                   GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfRevision, newest first */

G_END_DECLS
