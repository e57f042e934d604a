/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-procedure-rows.h"

#include "twf-bidi.h"
#include "twf-interface.h"
#include "twf-kind.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* Signs of a revision's id that people are shown. */
#define SHORT_ID 10
/* More rows than these nobody reads in a dialog. */
#define MOST_ITEMS 200

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* Of lines that begin with a symbol or a number the language of the interface gives the side. */
static void
append_line (GString *lines, const char *text)
{
  g_autofree char *line = twf_interface_dup_line (text);

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

/* Whose word the moment is; that it came too late to be known in time is a person's to judge. */
static void
append_arrival (GString *lines, const TwfProceedings *found, const TwfProcedureAct *act)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autofree char *came = NULL;
  g_autofree char *line = NULL;
  gint64 when;

  if (!twf_proceedings_get_arrival (found, act, &when))
    return;
  came = twf_moment_dup_both (when, language);
  line = g_strdup_printf (_ ("In the rolling text since %s only, after the deadline"), came);
  append_line (lines, line);
}

static void
append_breaks (GString *lines,
               TwfWorkbench *workbench,
               const TwfProceedings *found,
               GPtrArray *breaks,
               const char *words)
{
  g_autofree char *language = twf_interface_dup_language ();

  for (guint i = 0; i < breaks->len; i++)
    {
      const TwfProcedureAct *act = breaks->pdata[i];
      g_autofree char *who = twf_words_dup_delegation (workbench, act->code);
      g_autofree char *when = twf_moment_dup_both (act->when, language);
      g_autofree char *reason = twf_text_isolate (act->words);
      g_autofree char *line = g_strdup_printf ("%s · %s · %s: %s", words, who, when, reason);

      append_line (lines, line);
      append_arrival (lines, found, act);
    }
}

/**
 * twf_procedure_row_new_silence:
 * @workbench: the open plan
 * @found: what is known of its procedure
 * @silence: one of its silence procedures
 * @now: seconds since 1970
 *
 * Returns: (transfer floating): a row that says about what it is, how it stands and who broke it
 */
GtkWidget *
twf_procedure_row_new_silence (TwfWorkbench *workbench,
                               const TwfProceedings *found,
                               const TwfSilence *silence,
                               gint64 now)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autofree char *id = g_strndup (silence->begun->revision, SHORT_ID);
  const char *subject = silence->begun->words != NULL ? silence->begun->words : id;
  g_autofree char *title = twf_text_isolate (subject);
  g_autofree char *words = twf_silence_dup_words (silence, now, language);
  g_autofree char *begun = twf_moment_dup_both (silence->begun->when, language);
  g_autofree char *until = twf_moment_dup_both (silence->begun->until, language);
  g_autofree char *span = g_strdup_printf (_ ("From %s to %s"), begun, until);
  g_autoptr (GString) lines = g_string_new (NULL);

  append_line (lines, words);
  append_line (lines, span);
  append_breaks (lines, workbench, found, silence->breaks, _ ("Broken by"));
  if (silence->lifted != NULL && silence->lifted->words != NULL)
    append_line (lines, silence->lifted->words);
  append_breaks (lines, workbench, found, silence->late, _ ("Too late"));
  return row_new (title, lines->str);
}

static char *
dup_span (const TwfReadingHeld *reading)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autofree char *begun = twf_moment_dup_both (reading->begun->when, language);
  g_autofree char *ended = NULL;

  if (reading->closed == NULL)
    return g_strdup_printf (_ ("Since %s"), begun);
  ended = twf_moment_dup_both (reading->closed->when, language);
  return g_strdup_printf (_ ("From %s to %s"), begun, ended);
}

/**
 * twf_procedure_row_new_reading:
 * @workbench: the open plan
 * @reading: a reading of it
 *
 * Returns: (transfer floating): a row that says when it was
 */
GtkWidget *
twf_procedure_row_new_reading (TwfWorkbench *workbench, const TwfReadingHeld *reading)
{
  g_autofree char *number = twf_workbench_dup_count (workbench, reading->number);
  /* Translators: %s is the number of a reading. */
  g_autofree char *title = g_strdup_printf (_ ("Reading %s"), number);
  g_autofree char *span = dup_span (reading);
  g_autoptr (GString) lines = g_string_new (NULL);
  GtkWidget *row;

  append_line (lines, span);
  row = row_new (title, lines->str);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/* What it is about, by the number that it has now; one that is gone by its kind. */
static char *
dup_about (TwfWorkbench *workbench, TwfPlan *latter, const TwfRecordItem *item)
{
  TwfProvision *now = twf_plan_get_provision (twf_workbench_get_plan (workbench), item->provision);
  TwfProvision *then = twf_plan_get_provision (latter, item->provision);

  if (now != NULL)
    return twf_words_dup_provision (workbench, now);
  if (then != NULL)
    return g_strdup (twf_kind_get_name (twf_provision_get_section (then)));
  return g_strdup (_ ("The plan itself"));
}

/* "Parked · Egypt · no second supporter". */
static char *
dup_said (TwfWorkbench *workbench, TwfPlan *latter, const TwfRecordItem *item)
{
  TwfProposal *proposal
      = item->proposal != NULL ? twf_plan_get_proposal (latter, item->proposal, NULL) : NULL;
  g_autofree char *owners
      = proposal != NULL ? twf_words_dup_delegations (
            workbench, twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER))
                         : NULL;
  g_autofree char *joined = g_strconcat (twf_record_kind_get_words (item->kind),
                                         owners != NULL ? " · " : "",
                                         owners != NULL ? owners : "",
                                         item->is_unsupported ? " · " : "",
                                         item->is_unsupported ? _ ("no second supporter") : "",
                                         NULL);

  return twf_interface_dup_line (joined);
}

/**
 * twf_procedure_list_lines:
 * @workbench: the open plan
 * @latter: the plan as it was when the reading ended
 * @items: (element-type TwfRecordItem): what came of the reading
 *
 * Returns: (transfer full) (element-type utf8): that in words, by kind, no more than a person reads
 *   in a dialog: what it is about, then what is said of it, then what the next is about
 */
GPtrArray *
twf_procedure_list_lines (TwfWorkbench *workbench, TwfPlan *latter, GPtrArray *items)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = 0; kind < TWF_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < items->len && lines->len < 2 * MOST_ITEMS; i++)
      {
        const TwfRecordItem *item = items->pdata[i];

        if (item->kind != kind)
          continue;
        g_ptr_array_add (lines, dup_about (workbench, latter, item));
        g_ptr_array_add (lines, dup_said (workbench, latter, item));
      }
  if (items->len > MOST_ITEMS)
    {
      g_autofree char *count = twf_workbench_dup_count (workbench, items->len - MOST_ITEMS);

      g_ptr_array_add (lines, g_strdup_printf (_ ("and %s more: twf reading"), count));
      g_ptr_array_add (lines, g_strdup (""));
    }
  return lines;
}

/**
 * twf_procedure_rows_fill:
 * @list: a list
 * @lines: (element-type utf8): as twf_procedure_list_lines() has them
 *
 * Puts a row for each pair of lines into @list.
 */
void
twf_procedure_rows_fill (GtkListBox *list, GPtrArray *lines)
{
  for (guint i = 0; i + 1 < lines->len; i += 2)
    gtk_list_box_append (list, row_new (lines->pdata[i], lines->pdata[i + 1]));
}

/**
 * twf_procedure_row_show_record:
 * @row: a row of a reading
 * @workbench: the open plan
 * @reading: the reading
 * @items: (element-type TwfRecordItem): what came of it
 *
 * Counts that in the row.
 */
void
twf_procedure_row_show_record (GtkWidget *row,
                               TwfWorkbench *workbench,
                               const TwfReadingHeld *reading,
                               GPtrArray *items)
{
  g_autoptr (GString) counts = g_string_new (NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *span = dup_span (reading);
  guint n[TWF_N_RECORD_KINDS] = { 0 };

  for (guint i = 0; i < items->len; i++)
    n[((const TwfRecordItem *)items->pdata[i])->kind]++;
  for (guint kind = 0; kind < TWF_N_RECORD_KINDS; kind++)
    {
      g_autofree char *count = twf_workbench_dup_count (workbench, n[kind]);

      if (n[kind] > 0)
        g_string_append_printf (counts,
                                "%s%s: %s",
                                counts->len > 0 ? " · " : "",
                                twf_record_kind_get_words (kind),
                                count);
    }
  append_line (lines, span);
  append_line (lines, counts->len > 0 ? counts->str : _ ("Nothing changed in it"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lines->str);
}
