/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-wordings-row.h"

#include "twf-bidi.h"
#include "twf-byline.h"
#include "twf-row-maker.h"

#include <glib/gi18n.h>

/* A row that is being made. */
typedef struct
{
  TwfWorkbench *workbench;
  const TwfFormerText *wording;
  TwfRowMaker maker;
} Row;

static void
append_reason (Row *row)
{
  TwfRevision *revision = row->wording->origin->revision;
  g_autofree char *subject = twf_text_isolate (twf_revision_get_subject (revision));

  twf_row_maker_append_line (&row->maker, subject, "caption");
  if (row->wording->reason != NULL)
    {
      g_autofree char *reason = twf_text_isolate (row->wording->reason);

      twf_row_maker_append_line (&row->maker, reason, "caption");
    }
  if (row->wording->back_to != NULL)
    {
      g_autofree char *when = twf_byline_dup_moment (twf_revision_get_when (row->wording->back_to));
      g_autofree char *line = g_strdup_printf (_ ("Back to the wording of %s"), when);

      twf_row_maker_append_line (&row->maker, line, "caption");
    }
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
      twf_row_maker_append_line (&row->maker, _ ("The text was taken out"), "dim-label");
      g_object_ref_sink (buttons);
      g_object_unref (buttons);
      return;
    }
  if (g_strcmp0 (text, standing) == 0)
    twf_row_maker_append_line (&row->maker, _ ("This is how it stands now"), "dim-label");
  else if (!twf_workbench_is_read_only (row->workbench))
    append_button (GTK_BOX (buttons), _ ("Restore This Wording"), "wordings.restore", index);
  append_button (GTK_BOX (buttons), _ ("Copy"), "wordings.copy", index);
  gtk_widget_set_margin_top (buttons, 4);
  gtk_box_append (row->maker.box, buttons);
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
  Row row = { workbench, wording, { 0 } };
  g_autofree char *byline
      = twf_byline_dup (workbench, wording->origin, (const char *const *)wording->owners);

  twf_row_maker_init (&row.maker);
  twf_row_maker_append_line (&row.maker, byline, "caption-heading");
  append_reason (&row);
  twf_row_maker_append_runs (&row.maker, wording->runs, language);
  append_buttons (&row, index, standing);
  return twf_row_maker_end (&row.maker);
}
