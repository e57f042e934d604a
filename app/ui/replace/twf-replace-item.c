/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-replace-item.h"

#include "twf-interface.h"
#include "twf-spoken.h"
#include "twf-tracked-text.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfReplaceItem
{
  GObject parent_instance;

  TwfReplacement *replacement; /* lent by what found it, which outlives the list */
  gboolean ticked;
};

G_DEFINE_FINAL_TYPE (TwfReplaceItem, twf_replace_item, G_TYPE_OBJECT)

enum
{
  PROP_TICKED = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
twf_replace_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TICKED)
    g_value_set_boolean (value, TWF_REPLACE_ITEM (object)->ticked);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
twf_replace_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TwfReplaceItem *self = TWF_REPLACE_ITEM (object);

  if (id != PROP_TICKED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->ticked == g_value_get_boolean (value))
    return;
  self->ticked = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
twf_replace_item_class_init (TwfReplaceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = twf_replace_item_get_property;
  object_class->set_property = twf_replace_item_set_property;
  properties[PROP_TICKED]
      = g_param_spec_boolean ("ticked",
                              NULL,
                              NULL,
                              TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
twf_replace_item_init (TwfReplaceItem *self)
{
  self->ticked = TRUE;
}

/**
 * twf_replace_item_new:
 * @replacement: what it stands for; it has to live as long
 *
 * Returns: (transfer full): an item, ticked
 */
TwfReplaceItem *
twf_replace_item_new (TwfReplacement *replacement)
{
  TwfReplaceItem *self = g_object_new (TWF_TYPE_REPLACE_ITEM, NULL);

  self->replacement = replacement;
  return self;
}

/**
 * twf_replace_item_get:
 * @self: an item
 *
 * Returns: (transfer none): what it stands for
 */
TwfReplacement *
twf_replace_item_get (TwfReplaceItem *self)
{
  g_return_val_if_fail (TWF_IS_REPLACE_ITEM (self), NULL);

  return self->replacement;
}

/**
 * twf_replace_item_is_ticked:
 * @self: an item
 *
 * Returns: whether its words are to be replaced
 */
gboolean
twf_replace_item_is_ticked (TwfReplaceItem *self)
{
  g_return_val_if_fail (TWF_IS_REPLACE_ITEM (self), FALSE);

  return self->ticked;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *place = gtk_label_new (NULL);
  GtkWidget *words = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_widget_set_margin_start (row, 12);
  gtk_widget_set_margin_end (row, 12);
  gtk_box_append (GTK_BOX (lines), place);
  gtk_box_append (GTK_BOX (lines), words);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), lines);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data (G_OBJECT (row), "place", place);
  g_object_set_data (G_OBJECT (row), "words", words);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static char *
dup_place (TwfWorkbench *workbench, const TwfReplacement *replacement)
{
  TwfPlan *plan = twf_workbench_get_plan (workbench);
  g_autofree char *interface = twf_interface_dup_language ();
  g_autofree char *language = twf_interface_dup_language_name (replacement->language);
  TwfProvision *provision
      = replacement->id != NULL ? twf_plan_get_provision (plan, replacement->id) : NULL;
  g_autofree char *name = provision != NULL ? twf_words_dup_provision (workbench, provision)
                                            : g_strdup (_ ("Title of the plan"));
  const char *part = replacement->part != TWF_PART_BODY
                         ? twf_part_get_title (replacement->part, interface)
                         : NULL;

  return g_strdup_printf ("%s%s%s · %s%s%s",
                          name,
                          part != NULL ? " · " : "",
                          part != NULL ? part : "",
                          language,
                          replacement->reopens ? " · " : "",
                          replacement->reopens ? _ ("agreed: this reopens it") : "");
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  TwfReplaceItem *self = gtk_list_item_get_item (item);
  GObject *row = G_OBJECT (gtk_list_item_get_child (item));
  GtkWidget *check = g_object_get_data (row, "check");
  const TwfReplacement *replacement = self->replacement;
  const char *after = replacement->after != NULL ? replacement->after : replacement->before;
  g_autoptr (GPtrArray) runs
      = twf_difference_of_texts (replacement->before, after, replacement->language);
  g_autofree char *place = dup_place (user_data, replacement);
  const char *spoken[] = { NULL, NULL, NULL };

  gtk_label_set_text (g_object_get_data (row, "place"), place);
  twf_tracked_text_show_excerpt (g_object_get_data (row, "words"), runs, replacement->language);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, place, -1);
  spoken[0] = place;
  spoken[1] = gtk_label_get_text (g_object_get_data (row, "words"));
  twf_spoken_name_row (GTK_WIDGET (row), spoken);
  g_object_set_data_full (
      row,
      "binding",
      g_object_ref (g_object_bind_property (
          self, "ticked", check, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE)),
      g_object_unref);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GObject *row = G_OBJECT (gtk_list_item_get_child (item));
  GBinding *binding = g_object_get_data (row, "binding");

  if (binding != NULL)
    g_binding_unbind (binding);
  g_object_set_data (row, "binding", NULL);
}

/**
 * twf_replace_item_new_factory:
 * @workbench: the workbench; it has to live as long
 *
 * Returns: (transfer full): makes rows for items
 */
GtkListItemFactory *
twf_replace_item_new_factory (TwfWorkbench *workbench)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), workbench);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
