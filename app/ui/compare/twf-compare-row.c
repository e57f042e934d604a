/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compare-row.h"

#include "twf-bidi.h"
#include "twf-changes-view.h"
#include "twf-compare-owned.h"
#include "twf-compare-since.h"
#include "twf-interface.h"
#include "twf-tracked-text.h"
#include "twf-words.h"

#include <glib/gi18n.h>

#define DEPTH_INDENT 24
#define MOST_INDENT 96

static GtkWidget *
append_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return label;
}

/* What one version has of a text that is compared: a list of runs without the other's. */
static GPtrArray *
keep_version (GPtrArray *runs, TwfRunKind other)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];
      TwfRun *copy;

      if (run->kind == other)
        continue;
      copy = g_memdup2 (run, sizeof *run);
      copy->text = g_strdup (run->text);
      g_ptr_array_add (kept, copy);
    }
  return kept;
}

static GPtrArray *
list_same (const char *text)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);
  TwfRun *run = g_new0 (TwfRun, 1);

  run->text = g_strdup (text);
  g_ptr_array_add (runs, run);
  return runs;
}

static void
append_runs (GtkBox *box, GPtrArray *runs, const char *language)
{
  GtkWidget *label = twf_tracked_text_new_label (runs, language);

  /* The row itself has the keyboard, and says all its words. */
  gtk_widget_set_focusable (label, FALSE);
  twf_compare_owned_set_spoken (label, runs);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_box_append (box, label);
}

/* The earlier text stands at the start, as it is read first. */
static void
append_versions (GtkBox *box, TwfCompareLayout layout, GPtrArray *runs, const char *language)
{
  g_autoptr (GPtrArray) former = NULL;
  g_autoptr (GPtrArray) latter = NULL;
  GtkWidget *pair;

  if (layout == TWF_COMPARE_ONE_PAGE)
    {
      append_runs (box, runs, language);
      return;
    }
  former = keep_version (runs, TWF_RUN_INSERTED);
  latter = keep_version (runs, TWF_RUN_DELETED);
  pair = gtk_box_new (layout == TWF_COMPARE_SIDE_BY_SIDE ? GTK_ORIENTATION_HORIZONTAL
                                                         : GTK_ORIENTATION_VERTICAL,
                      layout == TWF_COMPARE_SIDE_BY_SIDE ? 24 : 6);
  gtk_box_set_homogeneous (GTK_BOX (pair), layout == TWF_COMPARE_SIDE_BY_SIDE);
  append_runs (GTK_BOX (pair), former, language);
  append_runs (GTK_BOX (pair), latter, language);
  gtk_box_append (box, pair);
}

static void
append_unknown (GtkBox *box)
{
  append_label (box, _ ("Whose these words are cannot be read from the history"), "caption");
}

static void
append_shift (GtkBox *box, const TwfRowText *text, guint side)
{
  g_autofree char *shift = text->runs[side] != NULL
                               ? twf_shift_dup_words_of_runs (text->runs[side], text->language)
                               : NULL;

  if (shift != NULL)
    append_label (box, shift, "caption-heading");
}

static void
append_text (GtkBox *box, const TwfCompareView *view, const TwfRowText *text, guint side)
{
  const char *latter = text->versions[side + 1];
  const char *any = latter != NULL ? latter : text->versions[0];
  g_autoptr (GPtrArray) same = NULL;

  if (any == NULL)
    return;
  if (text->part != TWF_PART_BODY)
    {
      g_autofree char *name = twf_words_dup_text_name (text->part, text->language);
      g_autofree char *line = twf_interface_dup_line (name);

      append_label (box, line, "caption-heading");
    }
  append_shift (box, text, side);
  if (text->runs[side] != NULL && view->owned != NULL)
    {
      if (twf_compare_owned_append (box, view, text, side))
        return;
      append_unknown (box);
    }
  if (text->runs[side] == NULL)
    same = list_same (any);
  append_versions (box, view->layout, same != NULL ? same : text->runs[side], text->language);
}

static void
append_texts (GtkBox *box, const TwfCompareView *view, const TwfRow *row, guint side)
{
  for (guint i = 0; i < row->texts->len; i++)
    {
      const TwfRowText *text = row->texts->pdata[i];

      if (twf_row_shows (row, text, side, view->language))
        append_text (box, view, text, side);
    }
}

/* What became of it is said. */
static gboolean
is_told (const TwfCompareView *view, const TwfChange *change)
{
  for (guint i = 0; view->fates != NULL && change->item != NULL && i < view->fates->len; i++)
    if (g_str_equal (((const TwfFate *)view->fates->pdata[i])->proposal, change->item))
      return TRUE;
  return FALSE;
}

/* Fields, proposals and remarks; texts are shown whole already. */
static void
append_facts (GtkBox *box, const TwfCompareView *view, const TwfRow *row, guint side)
{
  for (guint i = 0; i < row->changes[side]->len; i++)
    {
      const TwfChange *change = row->changes[side]->pdata[i];
      g_autofree char *interface = NULL;
      g_autofree char *name = NULL;
      g_autofree char *line = NULL;
      g_autoptr (GPtrArray) runs = NULL;

      if ((change->field == NULL && change->item == NULL) || is_told (view, change)
          || !twf_row_concerns (change, view->language))
        continue;
      interface = twf_interface_dup_language ();
      name = twf_changes_view_dup_name (change);
      line = twf_interface_dup_line (name);
      runs = twf_changes_view_list_runs (view->workbench, change);
      append_label (box, line, "caption-heading");
      if (runs->len > 0)
        append_runs (box, runs, change->language != NULL ? change->language : interface);
    }
}

/* "1 -" has no letter that says from which side it is read. */
static char *
dup_number (const TwfCompareView *view, const char *number)
{
  const char *language = twf_comparison_get_language (view->comparison);
  gboolean rtl = language != NULL && twf_language_get_direction (language) == TWF_DIRECTION_RTL;
  g_autofree char *marked = g_strconcat (rtl ? TWF_RLM : "", number, NULL);

  return twf_text_isolate (marked);
}

static const char *
name_state (const TwfRow *row, guint side)
{
  if (twf_row_has (row, side, TWF_CHANGE_ADDED))
    return _ ("Added");
  if (twf_row_has (row, side, TWF_CHANGE_REMOVED))
    return _ ("Removed");
  return NULL;
}

/* "Moved (it was 4.) and edited". */
static char *
dup_state (const TwfCompareView *view, const TwfRow *row, guint side)
{
  const char *state = name_state (row, side);
  gboolean edited
      = twf_row_has (row, side, TWF_CHANGE_TEXT) || twf_row_has (row, side, TWF_CHANGE_FIELD);
  g_autofree char *was = NULL;

  if (state != NULL)
    return g_strdup (state);
  if (!twf_row_has (row, side, TWF_CHANGE_MOVED))
    return g_strdup (edited ? _ ("Edited") : "");
  if (row->numbers[0] == NULL || *row->numbers[0] == '\0'
      || g_strcmp0 (row->numbers[0], row->numbers[side + 1]) == 0)
    return g_strdup (edited ? _ ("Moved and edited") : _ ("Moved"));
  was = dup_number (view, row->numbers[0]);
  return g_strdup_printf (edited ? _ ("Moved from %s and edited") : _ ("Moved from %s"), was);
}

static const char *
get_number (const TwfRow *row)
{
  for (guint i = 1; i < TWF_COMPARISON_VERSIONS; i++)
    if (row->numbers[i] != NULL)
      return row->numbers[i];
  return row->numbers[0] != NULL ? row->numbers[0] : "";
}

/**
 * twf_compare_row_dup_heading:
 * @view: what the list shows
 * @row: a row
 *
 * Returns: (transfer full): what the row is about: a number, a section, a delegation
 */
char *
twf_compare_row_dup_heading (const TwfCompareView *view, const TwfRow *row)
{
  g_autofree char *interface = twf_interface_dup_language ();
  g_autofree char *name = NULL;

  switch (row->kind)
    {
    case TWF_ROW_PLAN:
      return g_strdup (_ ("The plan itself"));
    case TWF_ROW_DELEGATION:
      name = twf_words_dup_delegation (view->workbench, row->delegation);
      return g_strdup_printf (_ ("Delegation %s"), name);
    case TWF_ROW_SECTION:
      return g_strdup (twf_section_get_title (row->section, interface));
    case TWF_ROW_PROVISION:
    default:
      return dup_number (view, get_number (row));
    }
}

/* "Moved to 7.": in the place where it stood. */
static char *
dup_trace (const TwfCompareView *view, const TwfRow *row)
{
  g_autofree char *was = dup_number (view, row->numbers[0]);
  g_autofree char *now = NULL;
  g_autofree char *moved = NULL;

  if (row->numbers[1] == NULL || *row->numbers[1] == '\0')
    return g_strdup_printf ("%s · %s", was, _ ("Moved"));
  now = dup_number (view, row->numbers[1]);
  moved = g_strdup_printf (_ ("Moved to %s"), now);
  return g_strdup_printf ("%s · %s", was, moved);
}

/* One line above a text: number, whose it is where there are two sides, and what was done. */
static void
append_caption (GtkBox *box, const TwfCompareView *view, const TwfRow *row, guint side)
{
  g_autofree char *heading = twf_compare_row_dup_heading (view, row);
  g_autofree char *state = dup_state (view, row, side);
  g_autoptr (GString) line
      = g_string_new (*get_number (row) != '\0' || row->id == NULL ? heading : NULL);
  g_autofree char *marked = NULL;

  if (twf_comparison_get_n_sides (view->comparison) > 1)
    {
      g_autofree char *name = twf_text_isolate (view->names[side + 1]);

      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", name);
    }
  if (*state != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", state);
  if (line->len == 0)
    return;
  marked = twf_interface_dup_line (line->str);
  gtk_widget_add_css_class (append_label (box, marked, "caption-heading"), "dim-label");
}

static gboolean
has_changed (const TwfCompareView *view, const TwfRow *row, guint side)
{
  for (guint i = 0; i < row->changes[side]->len; i++)
    if (twf_row_concerns (row->changes[side]->pdata[i], view->language))
      return TRUE;
  return FALSE;
}

/**
 * twf_compare_row_new:
 * @view: what the list shows
 * @row: a row
 *
 * Returns: (transfer floating): a widget that shows the row; with two sides, each that changed it
 */
GtkWidget *
twf_compare_row_new (const TwfCompareView *view, const TwfRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gboolean any = FALSE;

  gtk_widget_add_css_class (box, "compare-row");
  gtk_widget_set_margin_start (box, MIN ((int)row->depth * DEPTH_INDENT, MOST_INDENT));
  if (row->kind == TWF_ROW_SECTION)
    {
      g_autofree char *heading = twf_compare_row_dup_heading (view, row);

      append_label (GTK_BOX (box), heading, "title-4");
      return box;
    }
  if (row->kind == TWF_ROW_TRACE)
    {
      g_autofree char *trace = dup_trace (view, row);
      g_autofree char *line = twf_interface_dup_line (trace);

      gtk_widget_add_css_class (append_label (GTK_BOX (box), line, "caption"), "dim-label");
      return box;
    }
  for (guint side = 0; side < twf_comparison_get_n_sides (view->comparison); side++)
    {
      if (!has_changed (view, row, side))
        continue;
      append_caption (GTK_BOX (box), view, row, side);
      append_texts (GTK_BOX (box), view, row, side);
      if (view->fates != NULL)
        twf_compare_since_append_fates (GTK_BOX (box), view, view->fates);
      append_facts (GTK_BOX (box), view, row, side);
      any = TRUE;
    }
  if (any)
    gtk_widget_add_css_class (box, "changed");
  else
    {
      g_autofree char *heading = twf_compare_row_dup_heading (view, row);
      g_autofree char *line = twf_interface_dup_line (heading);

      gtk_widget_add_css_class (append_label (GTK_BOX (box), line, "caption-heading"), "dim-label");
      append_texts (GTK_BOX (box), view, row, 0);
    }
  return box;
}

/**
 * twf_compare_row_new_folded:
 * @view: what the list shows
 * @n: how many provisions are folded
 *
 * Returns: (transfer floating): a line that says so
 */
GtkWidget *
twf_compare_row_new_folded (const TwfCompareView *view, guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *count = twf_workbench_dup_count (view->workbench, n);
  g_autofree char *line
      = g_strdup_printf (ngettext ("%s unchanged provision", "%s unchanged provisions", n), count);

  gtk_widget_add_css_class (box, "compare-row");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("view-more-symbolic"));
  gtk_widget_add_css_class (append_label (GTK_BOX (box), line, "caption"), "dim-label");
  return box;
}
