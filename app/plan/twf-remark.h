/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TWF_TYPE_REMARK (twf_remark_get_type ())
G_DECLARE_FINAL_TYPE (TwfRemark, twf_remark, TWF, REMARK, GObject)

/**
 * TwfRemarkKind:
 * @TWF_REMARK_COMMENT: part of the discussion
 * @TWF_REMARK_RESERVATION: a delegation does not join in the agreement, or not in all of it
 * @TWF_REMARK_EXPLANATION: an explanation of position
 *
 * What a remark is. The last two are statements: they stay on record beside what is agreed.
 */
typedef enum
{
  TWF_REMARK_COMMENT,
  TWF_REMARK_RESERVATION,
  TWF_REMARK_EXPLANATION,
} TwfRemarkKind;

const char *twf_remark_kind_get_name (TwfRemarkKind kind);
gboolean twf_remark_kind_from_name (const char *name, TwfRemarkKind *kind);

/* One remark about a provision, the delegation's that made it. It does not change once made. */
TwfRemark *twf_remark_new (const char *id, const char *author, gint64 when, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;
TwfRemark *twf_remark_new_statement (const char *id,
                                     TwfRemarkKind kind,
                                     const char *author,
                                     gint64 when,
                                     const char *language,
                                     const char *text) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_remark_get_id (TwfRemark *self);
const char *twf_remark_get_author (TwfRemark *self);
gint64 twf_remark_get_when (TwfRemark *self);
const char *twf_remark_get_text (TwfRemark *self);
TwfRemarkKind twf_remark_get_kind (TwfRemark *self);
const char *twf_remark_get_language (TwfRemark *self);
gboolean twf_remark_equal (TwfRemark *one, TwfRemark *other);

G_END_DECLS
