/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

/* A contribution file: what git calls a bundle. A head of lines, which says what the file brings
 * and what one must have to read it, and a pack behind it. */

/* Bytes that such a file may have. */
#define TWF_BUNDLE_MOST ((guint64)256 * 1024 * 1024)
#define TWF_BUNDLE_SUFFIX ".tawafuq"
/* Nothing in a bundle says whether its head is whole, and one bit more or less makes another
 * delegation's name. So what we write names its tip a second time, by the head's sum. */
#define TWF_BUNDLE_SUM_PREFIX "refs/tawafuq/head/"
/* And by what tells the plan from others (twf_repository_dup_root), so that it finds its plan. */
#define TWF_BUNDLE_PLAN_PREFIX "refs/tawafuq/plan/"

/* Under which symbols revisions of the rolling text were issued: an invitation says it too. */
#define TWF_BUNDLE_ISSUED_PREFIX "refs/tags/issued/"

typedef struct
{
  char *name; /* "refs/heads/main" */
  char *tip;  /* full id */
} TwfBundleRef;

typedef struct
{
  guint version;            /* 2 or 3 */
  GPtrArray *refs;          /* of TwfBundleRef */
  GPtrArray *prerequisites; /* of char*: full ids */
  guint64 pack_offset;      /* where the pack begins */
  guint n_objects;          /* how many the pack says it has */
} TwfBundleHead;

TwfBundleRef *twf_bundle_ref_new (const char *name, const char *tip) G_GNUC_WARN_UNUSED_RESULT;
void twf_bundle_ref_free (TwfBundleRef *self);
void twf_bundle_head_free (TwfBundleHead *self);
TwfBundleHead *twf_bundle_read_head (int fd, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *twf_bundle_head_get_plan (const TwfBundleHead *self);
char *twf_bundle_dup_symbol (const char *name) G_GNUC_WARN_UNUSED_RESULT; /* nullable */
char *twf_bundle_sum_head (const char *head, gsize length) G_GNUC_WARN_UNUSED_RESULT;

gboolean twf_bundle_write (TwfRepository *plan,
                           const char *path,
                           const char *name,
                           const char *tip,
                           const char *const *known,
                           guint *n_revisions,
                           GCancellable *cancellable,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfBundleHead, twf_bundle_head_free)

G_END_DECLS
