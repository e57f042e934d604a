/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-place-chooser.h"

#include "twf-drop-down.h"
#include "twf-interface.h"

#include <glib/gi18n.h>

struct _TwfPlaceChooser
{
  GtkBox parent_instance;

  GtkWidget *section_row;
  GtkDropDown *section;
  GtkDropDown *parent;
  GtkDropDown *after;

  /* Owned. */
  TwfWorkbench *workbench;
  GArray *sections;    /* of TwfSection, in step with the list */
  GPtrArray *parents;  /* of TwfProvision, in step with the list after its first entry */
  GPtrArray *siblings; /* of TwfProvision, in step with the list after its first entry */

  TwfDraftPlace *place; /* borrowed: whoever shows it keeps it */
  gboolean filling;     /* lists are being filled: nobody chose */
};

G_DEFINE_FINAL_TYPE (TwfPlaceChooser, twf_place_chooser, GTK_TYPE_BOX)

static guint chosen_signal;

/* Fills a list with @first and the provisions; returns which of them has @id, the first: none. */
static void
fill (TwfPlaceChooser *self,
      GtkDropDown *list,
      const char *first,
      GPtrArray *provisions,
      const char *id)
{
  GtkStringList *names = gtk_string_list_new ((const char *const[]){ first, NULL });
  guint selected = 0;

  for (guint i = 0; i < provisions->len; i++)
    {
      g_autofree char *label = twf_workbench_dup_label (self->workbench, provisions->pdata[i]);
      g_autofree char *line = twf_interface_dup_line (label);

      gtk_string_list_append (names, line);
      if (g_strcmp0 (twf_provision_get_id (provisions->pdata[i]), id) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (list, selected);
  g_object_unref (names);
}

static void
update_siblings (TwfPlaceChooser *self)
{
  self->filling = TRUE;
  g_clear_pointer (&self->siblings, g_ptr_array_unref);
  self->siblings = twf_draft_place_list_siblings (self->place);
  fill (self, self->after, _ ("Nothing: it comes first"), self->siblings, self->place->after);
  self->filling = FALSE;
}

static void
update_parents (TwfPlaceChooser *self)
{
  self->filling = TRUE;
  g_clear_pointer (&self->parents, g_ptr_array_unref);
  self->parents = twf_draft_place_list_parents (self->place);
  fill (self, self->parent, _ ("No other provision"), self->parents, self->place->parent);
  self->filling = FALSE;
  update_siblings (self);
}

/* What is chosen in one list fills those behind it, and never the list itself, which is open. */
static void
section_chosen_cb (TwfPlaceChooser *self)
{
  guint selected = gtk_drop_down_get_selected (self->section);

  if (self->place == NULL || self->filling || selected >= self->sections->len)
    return;
  twf_draft_place_set_section (self->place, g_array_index (self->sections, TwfSection, selected));
  update_parents (self);
  g_signal_emit (self, chosen_signal, 0);
}

static const char *
get_id (GPtrArray *provisions, guint selected)
{
  return selected > 0 && selected <= provisions->len
             ? twf_provision_get_id (provisions->pdata[selected - 1])
             : NULL;
}

static void
parent_chosen_cb (TwfPlaceChooser *self)
{
  if (self->place == NULL || self->filling)
    return;
  twf_draft_place_set_parent (self->place,
                              get_id (self->parents, gtk_drop_down_get_selected (self->parent)));
  update_siblings (self);
  g_signal_emit (self, chosen_signal, 0);
}

static void
after_chosen_cb (TwfPlaceChooser *self)
{
  const char *after;

  if (self->place == NULL || self->filling)
    return;
  after = get_id (self->siblings, gtk_drop_down_get_selected (self->after));
  twf_draft_place_set_after (self->place, after != NULL ? after : TWF_PLAN_FIRST);
  g_signal_emit (self, chosen_signal, 0);
}

static void
twf_place_chooser_dispose (GObject *object)
{
  TwfPlaceChooser *self = TWF_PLACE_CHOOSER (object);

  self->place = NULL;
  g_clear_pointer (&self->sections, g_array_unref);
  g_clear_pointer (&self->parents, g_ptr_array_unref);
  g_clear_pointer (&self->siblings, g_ptr_array_unref);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_place_chooser_parent_class)->dispose (object);
}

static void
twf_place_chooser_class_init (TwfPlaceChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_place_chooser_dispose;
  chosen_signal = g_signal_new (
      "chosen", TWF_TYPE_PLACE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkDropDown *
append_list (TwfPlaceChooser *self, const char *title, GCallback chosen)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *list = gtk_drop_down_new (NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  twf_drop_down_let_shrink (GTK_DROP_DOWN (list));
  g_signal_connect_swapped (list, "notify::selected", chosen, self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), list);
  gtk_box_append (GTK_BOX (self), row);
  return GTK_DROP_DOWN (list);
}

static void
twf_place_chooser_init (TwfPlaceChooser *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->section = append_list (self, _ ("Section"), G_CALLBACK (section_chosen_cb));
  self->section_row = gtk_widget_get_parent (GTK_WIDGET (self->section));
  self->parent = append_list (self, _ ("Under"), G_CALLBACK (parent_chosen_cb));
  self->after = append_list (self, _ ("After"), G_CALLBACK (after_chosen_cb));
}

/**
 * twf_place_chooser_show:
 * @self: a chooser
 * @workbench: the open plan
 * @place: what is chosen; it must outlive what is shown
 *
 * Shows @place, and writes into it what a person chooses.
 */
void
twf_place_chooser_show (TwfPlaceChooser *self, TwfWorkbench *workbench, TwfDraftPlace *place)
{
  g_autofree char *interface = twf_interface_dup_language ();
  GtkStringList *names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_return_if_fail (TWF_IS_PLACE_CHOOSER (self) && place != NULL);

  g_set_object (&self->workbench, workbench);
  self->place = place;
  self->filling = TRUE;
  g_clear_pointer (&self->sections, g_array_unref);
  self->sections = twf_draft_place_list_sections (place);
  for (guint i = 0; i < self->sections->len; i++)
    {
      TwfSection section = g_array_index (self->sections, TwfSection, i);

      gtk_string_list_append (names, twf_section_get_title (section, interface));
      if (section == place->section)
        selected = i;
    }
  gtk_drop_down_set_model (self->section, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->section, selected);
  gtk_widget_set_visible (self->section_row, self->sections->len > 1);
  g_object_unref (names);
  self->filling = FALSE;
  update_parents (self);
}
