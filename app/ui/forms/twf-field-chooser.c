/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-field-chooser.h"

#include "twf-drop-down.h"
#include "twf-link-popover.h"
#include "twf-words.h"

#include <glib/gi18n.h>

#define YES "yes"

struct _TwfFieldChooser
{
  GtkBox parent_instance;

  GtkDropDown *field;
  GtkMenuButton *links;
  GtkWidget *links_label;
  TwfLinkPopover *popover;
  GtkCheckButton *heading;
  GtkEditable *entry;

  TwfWorkbench *workbench; /* owned */
  GPtrArray *fields;       /* owned; of TwfDraftField */
  gboolean filling;        /* something is being shown: nobody chose */
};

G_DEFINE_FINAL_TYPE (TwfFieldChooser, twf_field_chooser, GTK_TYPE_BOX)

static guint chosen_signal;

static TwfDraftField *
get_field (TwfFieldChooser *self)
{
  guint selected = gtk_drop_down_get_selected (self->field);

  return self->fields != NULL && selected < self->fields->len
             ? g_ptr_array_index (self->fields, selected)
             : NULL;
}

static void
tell (TwfFieldChooser *self)
{
  g_signal_emit (self, chosen_signal, 0);
}

/* The name is that of the button inside, which has the focus. */
static void
name_button (TwfFieldChooser *self, const char *text)
{
  g_autofree char *name
      = g_strdup_printf ("%s: %s", twf_words_get_field (get_field (self)->field), text);

  for (GtkWidget *widget = GTK_WIDGET (self->links); widget != NULL;
       widget = GTK_IS_MENU_BUTTON (widget) ? gtk_widget_get_first_child (widget) : NULL)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What is chosen is shown whole among what changes: here how much of it there is. */
static void
show_links (TwfFieldChooser *self)
{
  TwfDraftField *field = get_field (self);
  guint n = g_strv_length (field->values);
  g_autofree char *count = twf_workbench_dup_count (self->workbench, n);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("None chosen"));
  else if (n == 1)
    text = twf_words_dup_value (self->workbench, field->field, field->values[0]);
  else
    text = g_strdup_printf (ngettext ("%s chosen", "%s chosen", n), count);
  gtk_label_set_label (GTK_LABEL (self->links_label), text);
  name_button (self, text);
}

static void
show_field (TwfFieldChooser *self)
{
  TwfDraftField *field = get_field (self);
  TwfSection target;
  gboolean is_link, is_heading;

  if (field == NULL)
    return;
  is_link = twf_field_get_target (field->field, &target);
  is_heading = g_str_equal (field->field, TWF_FIELD_HEADING);
  self->filling = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->links), is_link);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), is_heading);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !is_link && !is_heading);
  if (is_link)
    show_links (self);
  else if (is_heading)
    gtk_check_button_set_active (self->heading, g_strcmp0 (field->values[0], YES) == 0);
  else
    {
      const char *name = twf_words_get_field (field->field);

      gtk_editable_set_text (self->entry, field->values[0] != NULL ? field->values[0] : "");
      gtk_entry_set_placeholder_text (
          GTK_ENTRY (self->entry),
          g_str_equal (field->field, TWF_PLAN_DATE) ? _ ("Year-month-day") : NULL);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  self->filling = FALSE;
}

static void
field_chosen_cb (TwfFieldChooser *self)
{
  if (self->filling || get_field (self) == NULL)
    return;
  show_field (self);
  tell (self);
}

static void
link_toggled_cb (TwfFieldChooser *self, const char *id, gboolean on)
{
  TwfDraftField *field = get_field (self);

  twf_draft_field_set_link (field, id, on);
  show_links (self);
  tell (self);
  if (field->is_single && on)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
popover_shown_cb (TwfFieldChooser *self)
{
  TwfDraftField *field = get_field (self);
  TwfSection target;

  if (field != NULL && twf_field_get_target (field->field, &target))
    twf_link_popover_fill (
        self->popover, self->workbench, target, (const char *const *)field->values);
}

static void
heading_toggled_cb (TwfFieldChooser *self)
{
  if (self->filling || get_field (self) == NULL)
    return;
  twf_draft_field_set_value (get_field (self),
                             gtk_check_button_get_active (self->heading) ? YES : NULL);
  tell (self);
}

static void
entry_changed_cb (TwfFieldChooser *self)
{
  if (self->filling || get_field (self) == NULL)
    return;
  twf_draft_field_set_value (get_field (self), gtk_editable_get_text (self->entry));
  tell (self);
}

static void
twf_field_chooser_dispose (GObject *object)
{
  TwfFieldChooser *self = TWF_FIELD_CHOOSER (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_field_chooser_parent_class)->dispose (object);
}

static void
twf_field_chooser_class_init (TwfFieldChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_field_chooser_dispose;
  chosen_signal = g_signal_new (
      "chosen", TWF_TYPE_FIELD_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
create_links (TwfFieldChooser *self)
{
  self->links = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->links_label = gtk_label_new (NULL);
  self->popover = TWF_LINK_POPOVER (twf_link_popover_new ());
  gtk_label_set_xalign (GTK_LABEL (self->links_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->links_label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->links_label, TRUE);
  gtk_menu_button_set_child (self->links, self->links_label);
  gtk_menu_button_set_always_show_arrow (self->links, TRUE);
  gtk_menu_button_set_popover (self->links, GTK_WIDGET (self->popover));
  /* The button centres what it holds; this stands among lists that begin at the start. */
  gtk_widget_set_halign (gtk_widget_get_parent (self->links_label), GTK_ALIGN_FILL);
  g_signal_connect_swapped (self->popover, "toggled", G_CALLBACK (link_toggled_cb), self);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (popover_shown_cb), self);
}

static void
twf_field_chooser_init (TwfFieldChooser *self)
{
  const char *heading = _ ("Heading over the provisions under it, without a number");
  GtkWidget *words = gtk_label_new (heading);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->field = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Which field"), -1);
  twf_drop_down_let_shrink (self->field);
  g_signal_connect_swapped (self->field, "notify::selected", G_CALLBACK (field_chosen_cb), self);
  create_links (self);
  self->heading = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_check_button_set_child (self->heading, words);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  g_signal_connect_swapped (self->heading, "toggled", G_CALLBACK (heading_toggled_cb), self);
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->field));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->links));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
}

/**
 * twf_field_chooser_show:
 * @self: a chooser
 * @workbench: the open plan
 * @fields: (element-type TwfDraftField): what can be chosen
 *
 * Shows the first of @fields, and writes into them what a person chooses.
 */
void
twf_field_chooser_show (TwfFieldChooser *self, TwfWorkbench *workbench, GPtrArray *fields)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  g_return_if_fail (TWF_IS_FIELD_CHOOSER (self) && fields != NULL);

  g_set_object (&self->workbench, workbench);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  self->fields = g_ptr_array_ref (fields);
  self->filling = TRUE;
  for (guint i = 0; i < fields->len; i++)
    gtk_string_list_append (
        names, twf_words_get_field (((TwfDraftField *)g_ptr_array_index (fields, i))->field));
  gtk_drop_down_set_model (self->field, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->field), fields->len > 1);
  g_object_unref (names);
  self->filling = FALSE;
  show_field (self);
}

/**
 * twf_field_chooser_update:
 * @self: a chooser that shows something
 * @field: which of the fields; %G_MAXUINT: the one that is shown
 *
 * Shows what @field holds now.
 */
void
twf_field_chooser_update (TwfFieldChooser *self, guint field)
{
  g_return_if_fail (TWF_IS_FIELD_CHOOSER (self));

  self->filling = TRUE;
  if (field != G_MAXUINT)
    gtk_drop_down_set_selected (self->field, field);
  show_field (self);
}

/**
 * twf_field_chooser_is_typed:
 * @self: a chooser
 *
 * Returns: whether what is shown is typed rather than chosen
 */
gboolean
twf_field_chooser_is_typed (TwfFieldChooser *self)
{
  g_return_val_if_fail (TWF_IS_FIELD_CHOOSER (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->entry));
}

/**
 * twf_field_chooser_get_shown:
 * @self: a chooser
 *
 * Returns: (nullable) (transfer none): the field that is shown
 */
const TwfDraftField *
twf_field_chooser_get_shown (TwfFieldChooser *self)
{
  g_return_val_if_fail (TWF_IS_FIELD_CHOOSER (self), NULL);

  return get_field (self);
}
