/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-revision-row.h"

#include "twf-cleared.h"
#include "twf-revision-words.h"
#include "twf-spoken.h"

#include <glib/gi18n.h>

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

  GtkBox *box;              /* the child */
  GtkLabel *lines[N_LINES]; /* in it */

  /* Owned. */
  TwfWorkbench *workbench; /* nullable */
  TwfRevisionItem *item;   /* nullable */
};

G_DEFINE_FINAL_TYPE (TwfRevisionRow, twf_revision_row, GTK_TYPE_WIDGET)

/* Until it is read, a row keeps its height: the lines are there, empty. */
static void
update (TwfRevisionRow *self)
{
  TwfRevision *revision = self->item != NULL ? twf_revision_item_get_revision (self->item) : NULL;
  g_autofree char *subject = NULL;
  g_autofree char *author = NULL;
  g_autofree char *moment = NULL;

  if (revision != NULL && self->workbench != NULL)
    {
      subject = twf_revision_words_dup_subject (revision);
      author = twf_revision_words_dup_author (self->workbench, revision);
      moment = twf_revision_words_dup_moment (revision);
    }
  gtk_label_set_label (self->lines[LINE_SUBJECT], subject != NULL ? subject : "");
  gtk_label_set_label (self->lines[LINE_AUTHOR], author != NULL ? author : "");
  gtk_label_set_label (self->lines[LINE_MOMENT], moment != NULL ? moment : "");
  twf_spoken_name_row (
      GTK_WIDGET (self),
      (const char *const[]){
          subject != NULL ? subject : _ ("Revision"), author != NULL ? author : "", moment, NULL });
  /* Names the row again, with the mark. */
  if (revision != NULL && self->workbench != NULL)
    twf_cleared_mark_row (
        twf_cleared_get (self->workbench), GTK_WIDGET (self->box), twf_revision_get_id (revision));
}

static void
let_go (TwfRevisionRow *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_clear_object (&self->item);
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
line_new (Line line)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, line == LINE_SUBJECT ? "heading" : "caption");
  if (line != LINE_SUBJECT)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
twf_revision_row_init (TwfRevisionRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (Line line = 0; line < N_LINES; line++)
    {
      self->lines[line] = GTK_LABEL (line_new (line));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines[line]));
    }
  self->box = GTK_BOX (box);
  gtk_widget_set_hexpand (box, TRUE);
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

/**
 * twf_revision_row_show:
 * @self: a row
 * @workbench: (nullable): the open plan
 * @item: (nullable): what it shows; %NULL: nothing any more
 *
 * Shows an item, as soon as it is read.
 */
void
twf_revision_row_show (TwfRevisionRow *self, TwfWorkbench *workbench, TwfRevisionItem *item)
{
  g_return_if_fail (TWF_IS_REVISION_ROW (self));

  let_go (self);
  if (item != NULL && workbench != NULL)
    {
      self->item = g_object_ref (item);
      self->workbench = g_object_ref (workbench);
      g_signal_connect_object (
          item, "notify::revision", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
}
