/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-wordings-row.h"

#include "twf-bidi.h"
#include "twf-date.h"
#include "twf-interface.h"
#include "twf-spoken.h"
#include "twf-tracked-text.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* A row, and what it says. */
typedef struct
{
  TwfWorkbench *workbench;
  const TwfFormerText *wording;
  GtkBox *box;
  GPtrArray *spoken; /* of char* (owned) */
} Row;

static void
append_label (Row *row, const char *text, const char *style)
{
  g_autofree char *line = twf_interface_dup_line (text);
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (row->box, label);
  g_ptr_array_add (row->spoken, g_steal_pointer (&line));
}

static char *
dup_moment (TwfRevision *revision)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (twf_revision_get_when (revision));
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *moment
      = local != NULL ? twf_date_format_moment (local, language) : g_strdup (_ ("date unknown"));

  return twf_text_isolate (moment);
}

/* "Egypt · as proposed · 3 May 2010, 17:00" */
static char *
dup_byline (const Row *row)
{
  const TwfFormerText *wording = row->wording;
  TwfRevision *revision = wording->origin->revision;
  g_autofree char *language = twf_interface_dup_language ();
  g_autofree char *owners
      = wording->owners[0] != NULL
            ? twf_words_dup_delegations (row->workbench, (const char *const *)wording->owners)
            : twf_desk_dup_author (twf_workbench_get_desk (row->workbench), revision, language);
  g_autofree char *who = twf_text_isolate (owners);
  g_autofree char *mandate = twf_words_dup_mandate (wording->origin->mandate);
  g_autofree char *when = dup_moment (revision);

  return g_strdup_printf ("%s · %s · %s", who, mandate, when);
}

static void
append_reason (Row *row)
{
  TwfRevision *revision = row->wording->origin->revision;
  g_autofree char *subject = twf_text_isolate (twf_revision_get_subject (revision));

  append_label (row, subject, "caption");
  if (row->wording->reason != NULL)
    {
      g_autofree char *reason = twf_text_isolate (row->wording->reason);

      append_label (row, reason, "caption");
    }
  if (row->wording->back_to != NULL)
    {
      g_autofree char *when = dup_moment (row->wording->back_to);
      g_autofree char *line = g_strdup_printf (_ ("Back to the wording of %s"), when);

      append_label (row, line, "caption");
    }
}

static void
append_runs (Row *row, const char *language)
{
  g_autoptr (GString) said = g_string_new (NULL);
  GtkWidget *label = twf_tracked_text_new_label (row->wording->runs, language);

  for (guint i = 0; i < row->wording->runs->len; i++)
    g_string_append (said, ((const TwfRun *)row->wording->runs->pdata[i])->text);
  /* The row itself has the keyboard, and says all its words. */
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (row->box, label);
  g_ptr_array_add (row->spoken, g_strdup (said->str));
}

static void
append_button (GtkBox *box, const char *title, const char *action, guint index)
{
  GtkWidget *button = gtk_button_new_with_label (title);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (box, button);
}

/* What stands now cannot come back, and neither can a deletion: that is done in the form. */
static void
append_buttons (Row *row, guint index, const char *standing)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *text = row->wording->text;

  if (text == NULL)
    {
      append_label (row, _ ("The text was taken out"), "dim-label");
      g_object_ref_sink (buttons);
      g_object_unref (buttons);
      return;
    }
  if (g_strcmp0 (text, standing) == 0)
    append_label (row, _ ("This is how it stands now"), "dim-label");
  else if (!twf_workbench_is_read_only (row->workbench))
    append_button (GTK_BOX (buttons), _ ("Restore This Wording"), "wordings.restore", index);
  append_button (GTK_BOX (buttons), _ ("Copy"), "wordings.copy", index);
  gtk_widget_set_margin_top (buttons, 4);
  gtk_box_append (row->box, buttons);
}

/**
 * twf_wordings_row_new:
 * @workbench: the open plan
 * @wording: a wording
 * @index: its number in the list, which its commands are given
 * @language: its language
 * @standing: (nullable): the text as it stands in the open plan
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
twf_wordings_row_new (TwfWorkbench *workbench,
                      const TwfFormerText *wording,
                      guint index,
                      const char *language,
                      const char *standing)
{
  g_autoptr (GPtrArray) spoken = g_ptr_array_new_with_free_func (g_free);
  Row row = { workbench, wording, GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4)), spoken };
  g_autofree char *byline = dup_byline (&row);

  gtk_widget_set_margin_top (GTK_WIDGET (row.box), 8);
  gtk_widget_set_margin_bottom (GTK_WIDGET (row.box), 8);
  gtk_widget_set_margin_start (GTK_WIDGET (row.box), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (row.box), 12);
  append_label (&row, byline, "caption-heading");
  append_reason (&row);
  append_runs (&row, language);
  append_buttons (&row, index, standing);
  g_ptr_array_add (spoken, NULL);
  g_object_set_data_full (G_OBJECT (row.box),
                          "twf-spoken",
                          g_strdupv ((char **)spoken->pdata),
                          (GDestroyNotify)g_strfreev);
  return GTK_WIDGET (row.box);
}
