/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-revision-row.h"

#include "twf-bidi.h"
#include "twf-cleared.h"
#include "twf-interface.h"
#include "twf-lane-area.h"
#include "twf-marks.h"
#include "twf-revision-words.h"
#include "twf-spoken.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* So many marks are shown; the rest are counted. */
#define MOST_MARKS 3

typedef enum
{
  LINE_SUBJECT,
  LINE_AUTHOR,
  LINE_MOMENT,
  N_LINES,
} Line;

struct _TwfRevisionRow
{
  GtkWidget parent_instance;

  GtkWidget *lanes;         /* a child */
  GtkLabel *lines[N_LINES]; /* in another */
  GtkLabel *tally;          /* beside the second line */
  GtkWidget *marks;         /* below it */

  /* Owned; nullable: nothing is shown. */
  TwfWorkbench *workbench;
  TwfRevisionList *list;
  TwfRevisionItem *item;
};

G_DEFINE_FINAL_TYPE (TwfRevisionRow, twf_revision_row, GTK_TYPE_WIDGET)

static void
add_mark (TwfRevisionRow *self, const char *text, const char *class, GPtrArray *spoken)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "mark");
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (self->marks), label);
  g_ptr_array_add (spoken, g_strdup (text));
}

static char *
dup_mark (TwfRevisionRow *self, const TwfMark *mark)
{
  g_autofree char *name = mark->kind == TWF_MARK_BRANCH
                              ? twf_words_dup_branch (self->workbench, mark->name)
                              : twf_text_isolate (mark->name);

  return twf_interface_dup_line (name);
}

/* @revision: (nullable): nothing is known of it yet. Returns: (element-type utf8): what they say */
static GPtrArray *
show_marks (TwfRevisionRow *self, TwfRevision *revision)
{
  GPtrArray *spoken = g_ptr_array_new_with_free_func (g_free);
  const char *id = revision != NULL ? twf_revision_get_id (revision) : NULL;
  GPtrArray *marks = id != NULL ? twf_marks_list (twf_marks_get (self->workbench), id) : NULL;
  guint n_marks = marks != NULL ? marks->len : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->marks)) != NULL)
    gtk_box_remove (GTK_BOX (self->marks), child);
  for (guint i = 0; i < MIN (n_marks, MOST_MARKS); i++)
    {
      const TwfMark *mark = marks->pdata[i];
      g_autofree char *text = dup_mark (self, mark);

      add_mark (self, text, mark->kind == TWF_MARK_ISSUED ? "issued" : "branch", spoken);
    }
  if (n_marks > MOST_MARKS)
    {
      g_autofree char *more = twf_workbench_dup_count (self->workbench, n_marks - MOST_MARKS);
      g_autofree char *text = g_strconcat ("+", more, NULL);

      add_mark (self, text, "branch", spoken);
    }
  if (id != NULL
      && g_strcmp0 (twf_cleared_get_revision (twf_cleared_get (self->workbench)), id) == 0)
    add_mark (self, _ ("Cleared by the capital"), "cleared", spoken);
  gtk_widget_set_visible (self->marks, spoken->len > 0);
  return spoken;
}

static void
set_line (TwfRevisionRow *self, Line line, const char *text, GPtrArray *parts)
{
  gtk_label_set_label (self->lines[line], text != NULL ? text : "");
  if (text != NULL)
    g_ptr_array_add (parts, g_strdup (text));
}

static void
show_lines (TwfRevisionRow *self, TwfRevision *revision, GPtrArray *parts)
{
  g_autofree char *subject = NULL;
  g_autofree char *author = NULL;
  g_autofree char *moment = NULL;

  if (revision != NULL)
    {
      subject = twf_revision_words_dup_subject (revision);
      author = twf_revision_words_dup_author (self->workbench, revision);
      moment = twf_revision_words_dup_moment (revision);
    }
  else
    g_ptr_array_add (parts, g_strdup (_ ("Revision")));
  set_line (self, LINE_SUBJECT, subject, parts);
  set_line (self, LINE_AUTHOR, author, parts);
  set_line (self, LINE_MOMENT, moment, parts);
}

static void
show_tally (TwfRevisionRow *self, const TwfTally *tally, GPtrArray *parts)
{
  g_autofree char *text
      = tally != NULL ? twf_revision_words_dup_tally (self->workbench, tally) : NULL;

  gtk_label_set_label (self->tally, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tally), text != NULL);
  if (tally != NULL)
    g_ptr_array_add (parts, twf_revision_words_dup_spoken_tally (self->workbench, tally));
}

static void
show_graph (TwfRevisionRow *self, GPtrArray *parts)
{
  const TwfLaneRow *row = self->item != NULL ? twf_revision_item_get_lanes (self->item) : NULL;
  guint n_lanes = self->list != NULL ? twf_revision_list_get_n_lanes (self->list) : 0;

  twf_lane_area_show (TWF_LANE_AREA (self->lanes), row, n_lanes);
  if (row == NULL || n_lanes == 0)
    return;
  if (row->n_parents > 1)
    g_ptr_array_add (parts, g_strdup (_ ("Merge")));
  if (row->lane > 0)
    g_ptr_array_add (parts, g_strdup (_ ("On another branch")));
}

/* Until it is read, a row keeps its height: the lines are there, empty. */
static void
update (TwfRevisionRow *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  TwfRevision *revision = self->item != NULL ? twf_revision_item_get_revision (self->item) : NULL;
  const TwfTally *tally = self->item != NULL ? twf_revision_item_get_tally (self->item) : NULL;

  show_lines (self, revision, parts);
  show_tally (self, revision != NULL ? tally : NULL, parts);
  g_ptr_array_extend_and_steal (parts, show_marks (self, revision));
  show_graph (self, parts);
  g_ptr_array_add (parts, NULL);
  twf_spoken_name_row (GTK_WIDGET (self), (const char *const *)parts->pdata);
}

static void
let_go (TwfRevisionRow *self)
{
  if (self->item != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->item, update, self);
      g_signal_handlers_disconnect_by_func (self->list, update, self);
      g_signal_handlers_disconnect_by_func (twf_marks_get (self->workbench), update, self);
      g_signal_handlers_disconnect_by_func (twf_cleared_get (self->workbench), update, self);
    }
  g_clear_object (&self->item);
  g_clear_object (&self->list);
  g_clear_object (&self->workbench);
}

static void
twf_revision_row_dispose (GObject *object)
{
  TwfRevisionRow *self = TWF_REVISION_ROW (object);
  GtkWidget *child;

  let_go (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (twf_revision_row_parent_class)->dispose (object);
}

static void
twf_revision_row_class_init (TwfRevisionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_revision_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
label_new (const char *class, gboolean dim)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, class);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
line_new (Line line)
{
  GtkWidget *label = label_new (line == LINE_SUBJECT ? "heading" : "caption", line != LINE_SUBJECT);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
twf_revision_row_init (TwfRevisionRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (Line line = 0; line < N_LINES; line++)
    self->lines[line] = GTK_LABEL (line_new (line));
  self->tally = GTK_LABEL (label_new ("caption", TRUE));
  self->marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->lanes = twf_lane_area_new ();
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines[LINE_SUBJECT]));
  gtk_widget_set_hexpand (GTK_WIDGET (self->lines[LINE_AUTHOR]), TRUE);
  gtk_box_append (GTK_BOX (second), GTK_WIDGET (self->lines[LINE_AUTHOR]));
  gtk_box_append (GTK_BOX (second), GTK_WIDGET (self->tally));
  gtk_box_append (GTK_BOX (box), second);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines[LINE_MOMENT]));
  gtk_box_append (GTK_BOX (box), self->marks);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_parent (self->lanes, GTK_WIDGET (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "revision-row");
}

/**
 * twf_revision_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing
 */
GtkWidget *
twf_revision_row_new (void)
{
  return g_object_new (TWF_TYPE_REVISION_ROW, NULL);
}

static void
follow (TwfRevisionRow *self, gpointer source, const char *signal)
{
  g_signal_connect_object (source, signal, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * twf_revision_row_show:
 * @self: a row
 * @workbench: (nullable): the open plan
 * @list: (nullable): the list it stands in
 * @item: (nullable): what it shows; %NULL: nothing any more
 *
 * Shows an item, as soon as it is read.
 */
void
twf_revision_row_show (TwfRevisionRow *self,
                       TwfWorkbench *workbench,
                       TwfRevisionList *list,
                       TwfRevisionItem *item)
{
  g_return_if_fail (TWF_IS_REVISION_ROW (self));

  let_go (self);
  if (item != NULL && workbench != NULL && list != NULL)
    {
      self->item = g_object_ref (item);
      self->list = g_object_ref (list);
      self->workbench = g_object_ref (workbench);
      follow (self, item, "notify::revision");
      follow (self, item, "changed");
      follow (self, list, "notify::n-lanes");
      follow (self, twf_marks_get (workbench), "changed");
      follow (self, twf_cleared_get (workbench), "changed");
    }
  update (self);
}
