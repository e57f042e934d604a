/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-revision-words.h"

#include "twf-bidi.h"
#include "twf-date.h"
#include "twf-interface.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/**
 * twf_revision_words_dup_subject:
 * @revision: a revision
 *
 * Returns: (transfer full): the first line of its message
 */
char *
twf_revision_words_dup_subject (TwfRevision *revision)
{
  g_autofree char *isolated = twf_text_isolate (twf_revision_get_subject (revision));

  return twf_interface_dup_line (isolated);
}

/**
 * twf_revision_words_dup_author:
 * @workbench: the open plan
 * @revision: one of its revisions
 *
 * Returns: (transfer full): who made it, and under what mandate
 */
char *
twf_revision_words_dup_author (TwfWorkbench *workbench, TwfRevision *revision)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autofree char *author
      = twf_desk_dup_author (twf_workbench_get_desk (workbench), revision, language);
  g_autofree char *isolated = twf_text_isolate (author);
  g_autofree char *stored = twf_revision_dup_trailer (revision, "Mandate");
  g_autofree char *mandate = twf_words_dup_mandate (stored);
  g_autofree char *line = g_strdup_printf ("%s · %s", isolated, mandate);

  return twf_interface_dup_line (line);
}

/**
 * twf_revision_words_dup_moment:
 * @revision: a revision
 *
 * Returns: (transfer full): its date and time, where the reader is
 */
char *
twf_revision_words_dup_moment (TwfRevision *revision)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (twf_revision_get_when (revision));
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *moment
      = local != NULL ? twf_date_format_moment (local, language) : g_strdup (_ ("date unknown"));
  g_autofree char *isolated = twf_text_isolate (moment);

  return twf_interface_dup_line (isolated);
}

/**
 * twf_revision_words_dup_byline:
 * @workbench: the open plan
 * @revision: one of its revisions
 *
 * Returns: (transfer full): when it was made, by whom, under what mandate
 */
char *
twf_revision_words_dup_byline (TwfWorkbench *workbench, TwfRevision *revision)
{
  g_autofree char *moment = twf_revision_words_dup_moment (revision);
  g_autofree char *author = twf_revision_words_dup_author (workbench, revision);
  g_autofree char *line = g_strdup_printf ("%s · %s", moment, author);

  return twf_interface_dup_line (line);
}
