/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_OUTLINE_SEARCH (twf_outline_search_get_type ())
G_DECLARE_FINAL_TYPE (TwfOutlineSearch, twf_outline_search, TWF, OUTLINE_SEARCH, GObject)

/* The provisions in which a person's words are found, as a list that grows while it is looked
 * through. Signal: "finished" when the whole plan has been looked through. */
TwfOutlineSearch *
twf_outline_search_new (TwfWorkbench *workbench, const char *pattern) G_GNUC_WARN_UNUSED_RESULT;
GListModel *twf_outline_search_get_found (TwfOutlineSearch *self);

G_END_DECLS
