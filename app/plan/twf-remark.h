/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TWF_TYPE_REMARK (twf_remark_get_type ())
G_DECLARE_FINAL_TYPE (TwfRemark, twf_remark, TWF, REMARK, GObject)

/* One remark in the discussion of a provision. It does not change once made. */
TwfRemark *twf_remark_new (const char *id, const char *author, gint64 when, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;
const char *twf_remark_get_id (TwfRemark *self);
const char *twf_remark_get_author (TwfRemark *self);
gint64 twf_remark_get_when (TwfRemark *self);
const char *twf_remark_get_text (TwfRemark *self);
gboolean twf_remark_equal (TwfRemark *one, TwfRemark *other);

G_END_DECLS
