/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-revision-words.h"

#include "twf-bidi.h"
#include "twf-byline.h"
#include "twf-interface.h"
#include "twf-words.h"

#include <glib/gi18n.h>

#define ARABIC_LETTER_MARK "\u061c"

/**
 * twf_revision_words_dup_subject:
 * @revision: a revision
 *
 * It runs in its own direction, not in the interface's: where there is no room for all of it, what
 * is left out is its end.
 *
 * Returns: (transfer full): the first line of its message
 */
char *
twf_revision_words_dup_subject (TwfRevision *revision)
{
  return twf_text_isolate (twf_revision_get_subject (revision));
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
  g_autofree char *moment = twf_byline_dup_moment (twf_revision_get_when (revision));

  return twf_interface_dup_line (moment);
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

/* "+14 −3", in the reader's digits. A sign stands before its number as that is read: with Arabic
 * digits to its right, with others to its left (Unicode CLDR, Arabic, number symbols). */
static char *
dup_words (TwfWorkbench *workbench, const TwfTally *tally)
{
  g_autofree char *inserted = twf_workbench_dup_count (workbench, tally->inserted);
  g_autofree char *deleted = twf_workbench_dup_count (workbench, tally->deleted);
  g_autoptr (GString) words = g_string_new (g_ascii_isdigit (*inserted) ? "" : ARABIC_LETTER_MARK);

  if (!tally->has_words || tally->inserted + tally->deleted == 0)
    return NULL;
  if (tally->inserted > 0)
    g_string_append_printf (words, "+%s", inserted);
  if (tally->inserted > 0 && tally->deleted > 0)
    g_string_append_c (words, ' ');
  if (tally->deleted > 0)
    g_string_append_printf (words, "−%s", deleted);
  return twf_text_isolate (words->str);
}

static char *
dup_provisions (TwfWorkbench *workbench, const TwfTally *tally)
{
  g_autofree char *count = twf_workbench_dup_count (workbench, tally->provisions);

  if (tally->provisions == 0)
    return g_strdup (tally->has_head ? _ ("Plan details") : _ ("No change"));
  return g_strdup_printf (ngettext ("%s provision", "%s provisions", tally->provisions), count);
}

/**
 * twf_revision_words_dup_tally:
 * @workbench: the open plan
 * @tally: how much a revision changed
 *
 * Returns: (transfer full): that, as short as it can be: "+14 −3", "2 provisions +14 −3"
 */
char *
twf_revision_words_dup_tally (TwfWorkbench *workbench, const TwfTally *tally)
{
  g_autofree char *provisions = dup_provisions (workbench, tally);
  g_autofree char *words = dup_words (workbench, tally);

  if (words != NULL && tally->provisions <= 1)
    return g_steal_pointer (&words);
  return words != NULL ? g_strdup_printf ("%s  %s", provisions, words)
                       : g_steal_pointer (&provisions);
}

/**
 * twf_revision_words_dup_spoken_tally:
 * @workbench: the open plan
 * @tally: how much a revision changed
 *
 * Returns: (transfer full): that, as it is read out: signs are not
 */
char *
twf_revision_words_dup_spoken_tally (TwfWorkbench *workbench, const TwfTally *tally)
{
  g_autofree char *provisions = dup_provisions (workbench, tally);
  g_autofree char *inserted = twf_workbench_dup_count (workbench, tally->inserted);
  g_autofree char *deleted = twf_workbench_dup_count (workbench, tally->deleted);

  if (!tally->has_words || tally->inserted + tally->deleted == 0)
    return g_steal_pointer (&provisions);
  return g_strdup_printf (
      /* Translators: how many provisions, then how many words. */
      _ ("%s, words inserted: %s, deleted: %s"),
      provisions,
      inserted,
      deleted);
}
