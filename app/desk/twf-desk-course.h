/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-open-brackets.h"
#include "twf-reckoning.h"

G_BEGIN_DECLS

/* How far a plan had come in a revision. Immutable. */
typedef struct
{
  char *revision; /* full id */
  gint64 when;    /* seconds since 1970 */
  guint number;   /* of the revision in its line; 1: the first */
  guint n_provisions;
  guint n_agreed;
  guint n_brackets;
  guint n_words;
  guint n_waiting;
} TwfMilestone;

/* How a plan has come to where it stands: figures of the revisions of its line (of a merge, the one
 * that it was merged into), of so many at most as a chart can show. Gone through piece by piece, as
 * a TwfHistoryWalk; between two pieces it may be asked what is known. Reference-counted. */
typedef struct _TwfCourse TwfCourse;

TwfCourse *twf_desk_new_course (TwfDesk *self,
                                const char *language,
                                TwfCourse *former) G_GNUC_WARN_UNUSED_RESULT;
TwfCourse *twf_course_ref (TwfCourse *self);
void twf_course_unref (TwfCourse *self);
gboolean twf_course_is_complete (TwfCourse *self);
guint twf_course_get_n_revisions (TwfCourse *self);
GPtrArray *twf_course_list_milestones (TwfCourse *self) G_GNUC_WARN_UNUSED_RESULT;

void twf_desk_follow_course_async (TwfDesk *self,
                                   TwfCourse *course,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean twf_desk_follow_course_finish (TwfDesk *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfCourse, twf_course_unref)

G_END_DECLS
