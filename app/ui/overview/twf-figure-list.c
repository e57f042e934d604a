/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-figure-list.h"

#include "twf-bidi.h"
#include "twf-spoken.h"
#include "twf-template.h"
#include "twf-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TwfFigureList
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkLabel *title;
  GtkLabel *count;
  GtkListView *rows;

  /* Owned. */
  TwfWorkbench *workbench; /* nullable */
  GtkStringList *ids;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfFigureList, twf_figure_list, GTK_TYPE_WIDGET)

static void
row_setup_cb (TwfFigureList *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "words");
  gtk_list_item_set_child (item, label);
}

/* One that went meanwhile is on its way out of the list. */
static void
row_bind_cb (TwfFigureList *self, GtkListItem *item)
{
  const char *id = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  TwfProvision *provision = twf_plan_get_provision (twf_workbench_get_plan (self->workbench), id);
  g_autofree char *name
      = provision != NULL ? twf_words_dup_provision (self->workbench, provision) : NULL;
  const char *language = NULL;
  g_autofree char *words
      = provision != NULL ? twf_workbench_dup_text (self->workbench, provision, &language) : NULL;
  g_autofree char *isolated
      = twf_text_isolate_in (words != NULL ? words : _ ("No text yet"), language);
  g_autofree char *line = NULL;

  if (g_str_equal (id, TWF_FIGURE_OF_PLAN))
    line = g_strdup (_ ("The plan itself"));
  else if (name != NULL)
    line = g_strconcat (name, " · ", isolated, NULL);
  gtk_label_set_label (GTK_LABEL (label), line != NULL ? line : "");
  {
    const char *parts[] = { gtk_label_get_label (GTK_LABEL (label)), NULL };

    twf_spoken_name_row (label, parts);
  }
}

static void
row_activated_cb (TwfFigureList *self, guint position)
{
  const char *id = gtk_string_list_get_string (self->ids, position);

  if (id != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, id);
}

static gboolean
twf_figure_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TWF_FIGURE_LIST (widget)->rows));
}

static void
twf_figure_list_dispose (GObject *object)
{
  TwfFigureList *self = TWF_FIGURE_LIST (object);

  if (self->rows != NULL)
    gtk_list_view_set_model (self->rows, NULL);
  g_clear_object (&self->ids);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_FIGURE_LIST);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_figure_list_parent_class)->dispose (object);
}

static void
twf_figure_list_class_init (TwfFigureListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_figure_list_dispose;
  widget_class->grab_focus = twf_figure_list_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen",
                                  TWF_TYPE_FIGURE_LIST,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/overview/twf-figure-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfFigureList, title);
  gtk_widget_class_bind_template_child (widget_class, TwfFigureList, count);
  gtk_widget_class_bind_template_child (widget_class, TwfFigureList, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "overview.back", NULL);
}

static void
twf_figure_list_init (TwfFigureList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (row_setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (row_bind_cb), self);
  gtk_list_view_set_factory (self->rows, factory);
  g_object_unref (factory);
  self->ids = gtk_string_list_new (NULL);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->ids)));
  gtk_list_view_set_model (self->rows, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

static gboolean
holds (TwfFigureList *self, const char *const *ids)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->ids));

  if (g_strv_length ((GStrv)ids) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (self->ids, i), ids[i]))
      return FALSE;
  return TRUE;
}

/**
 * twf_figure_list_show:
 * @self: the list
 * @workbench: the open plan
 * @title: what is counted
 * @ids: provisions, or %TWF_FIGURE_OF_PLAN
 *
 * Shows what a figure counts. The same again leaves the list as it is, and the keyboard in it.
 */
void
twf_figure_list_show (TwfFigureList *self,
                      TwfWorkbench *workbench,
                      const char *title,
                      const char *const *ids)
{
  guint n = g_strv_length ((GStrv)ids);
  g_autofree char *count = twf_workbench_dup_count (workbench, n);
  g_autofree char *line = NULL;

  g_return_if_fail (TWF_IS_FIGURE_LIST (self));

  g_set_object (&self->workbench, workbench);
  line = g_strdup_printf (ngettext ("%s provision", "%s provisions", n), count);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->count, line);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (!holds (self, ids))
    gtk_string_list_splice (self->ids, 0, g_list_model_get_n_items (G_LIST_MODEL (self->ids)), ids);
}
