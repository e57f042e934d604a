/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-text-field.h"

#include "twf-interface.h"
#include "twf-language.h"
#include "twf-spell-view.h"
#include "twf-style.h"
#include "twf-template.h"
#include "twf-text-codec.h"
#include "twf-text-view.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TwfTextField
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkLabel *language_label;
  GtkMenuButton *language_button;
  TwfTextView *view;
  GtkLabel *spelling_label;

  TwfSpellView *spelling; /* the view's */

  /* Owned. */
  TwfWorkbench *workbench;
  GSignalGroup *plan_signals;
  char *id; /* NULL: the plan's title */
  char *language;

  const char *choice; /* static: the action that shows another language here; nullable */
  gboolean has_none;
  TwfPart part;
};

G_DEFINE_FINAL_TYPE (TwfTextField, twf_text_field, GTK_TYPE_WIDGET)

static const char *
get_stored (TwfTextField *self)
{
  TwfPlan *plan = twf_workbench_get_plan (self->workbench);
  TwfProvision *provision;

  if (self->id == NULL)
    return twf_plan_get_title (plan, self->language);
  provision = twf_plan_get_provision (plan, self->id);
  return provision != NULL ? twf_provision_get_text (provision, self->part, self->language) : NULL;
}

static TwfOpeningForms
get_forms (TwfTextField *self)
{
  TwfProvision *provision
      = self->id != NULL
            ? twf_plan_get_provision (twf_workbench_get_plan (self->workbench), self->id)
            : NULL;

  return provision != NULL && self->part == TWF_PART_BODY ? twf_style_get_forms (provision)
                                                          : TWF_OPENING_NONE;
}

static void
text_edited_cb (TwfTextField *self, const char *text)
{
  g_autoptr (TwfEdit) edit = NULL;
  const char *stored;

  if (self->workbench == NULL)
    return;
  stored = get_stored (self);
  if (g_strcmp0 (stored != NULL ? stored : "", text) == 0)
    return;
  edit = twf_edit_new_text (self->id, self->part, self->language, *text != '\0' ? text : NULL);
  if (!twf_workbench_apply (self->workbench, edit))
    twf_text_view_set_text (self->view, stored);
}

static void
text_refused_cb (TwfTextField *self, const char *reason)
{
  if (self->workbench != NULL)
    twf_workbench_notice (self->workbench, reason, FALSE);
}

/* Typing in one field is one step to undo; leaving the field ends it. */
static void
focus_left_cb (TwfTextField *self)
{
  TwfUndo *undo = self->workbench != NULL ? twf_workbench_get_undo (self->workbench) : NULL;

  if (undo != NULL)
    twf_undo_break (undo);
}

static void
plan_edited_cb (TwfTextField *self, TwfEdit *edit)
{
  if (twf_edit_get_kind (edit) == TWF_EDIT_SET_TEXT
      && g_strcmp0 (twf_edit_get_id (edit), self->id) == 0 && twf_edit_get_part (edit) == self->part
      && g_strcmp0 (twf_edit_get_language (edit), self->language) == 0)
    twf_text_view_set_text (self->view, get_stored (self));
}

static void
frame_pressed_cb (TwfTextField *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Languages come and go: the menu is made when it is opened. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  TwfTextField *self = user_data;
  const char *const *languages = twf_plan_get_languages (twf_workbench_get_plan (self->workbench));
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = twf_interface_dup_language_name (languages[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, self->choice, "s", languages[i]);
      g_menu_append_item (menu, item);
    }
  if (self->has_none)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ ("None"), NULL);

      g_menu_item_set_action_and_target (item, self->choice, "s", "");
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static void
update_names (TwfTextField *self)
{
  g_autofree char *interface = twf_interface_dup_language ();
  g_autofree char *language = twf_interface_dup_language_name (self->language);
  const char *what
      = self->id != NULL ? twf_part_get_title (self->part, interface) : _ ("Title of the plan");
  /* Translators: the accessible name of a text: what it is ("Means") and its language. */
  g_autofree char *name = g_strdup_printf (_ ("%s in %s"), what, language);

  gtk_label_set_text (self->language_label, language);
  gtk_menu_button_set_label (self->language_button, language);
  gtk_widget_set_visible (GTK_WIDGET (self->language_label), self->choice == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->language_button), self->choice != NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Why spelling is not checked is said once, at the text that is always there. */
static void
update_why (TwfTextField *self)
{
  const char *why = twf_spell_view_get_why (self->spelling);
  gboolean first = self->id == NULL || self->part == TWF_PART_BODY;

  gtk_label_set_text (self->spelling_label, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->spelling_label), why != NULL && first);
}

static gboolean
twf_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TWF_TEXT_FIELD (widget)->view));
}

static void
twf_text_field_dispose (GObject *object)
{
  TwfTextField *self = TWF_TEXT_FIELD (object);

  g_clear_object (&self->plan_signals);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_TEXT_FIELD);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->language, g_free);
  G_OBJECT_CLASS (twf_text_field_parent_class)->dispose (object);
}

static void
twf_text_field_class_init (TwfTextFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TWF_TYPE_TEXT_VIEW);
  G_OBJECT_CLASS (klass)->dispose = twf_text_field_dispose;
  widget_class->grab_focus = twf_text_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/forms/twf-text-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfTextField, language_label);
  gtk_widget_class_bind_template_child (widget_class, TwfTextField, language_button);
  gtk_widget_class_bind_template_child (widget_class, TwfTextField, view);
  gtk_widget_class_bind_template_child (widget_class, TwfTextField, spelling_label);
  gtk_widget_class_bind_template_callback (widget_class, text_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, frame_pressed_cb);
}

static void
twf_text_field_init (TwfTextField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->spelling = twf_spell_view_attach (self->view);
  g_signal_connect_object (
      self->spelling, "notify::why", G_CALLBACK (update_why), self, G_CONNECT_SWAPPED);
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
}

/**
 * twf_text_field_new:
 *
 * Returns: (transfer floating): a field that shows nothing yet
 */
GtkWidget *
twf_text_field_new (void)
{
  return g_object_new (TWF_TYPE_TEXT_FIELD, NULL);
}

/**
 * twf_text_field_set_least_lines:
 * @self: a field
 * @lines: how many lines it has room for even when empty
 */
void
twf_text_field_set_least_lines (TwfTextField *self, guint lines)
{
  g_return_if_fail (TWF_IS_TEXT_FIELD (self));

  twf_text_view_set_least_lines (self->view, lines);
}

/**
 * twf_text_field_set_choice:
 * @self: a field
 * @action: a static string: the action that shows another language in its place
 * @has_none: whether none may be shown there
 *
 * Lets the language be chosen where it is named.
 */
void
twf_text_field_set_choice (TwfTextField *self, const char *action, gboolean has_none)
{
  g_return_if_fail (TWF_IS_TEXT_FIELD (self) && action != NULL);

  self->choice = action;
  self->has_none = has_none;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->language_button), _ ("Language of This Column"));
  gtk_menu_button_set_create_popup_func (self->language_button, create_menu_cb, self, NULL);
}

/**
 * twf_text_field_get_language:
 * @self: a field
 *
 * Returns: (nullable): the language of the text that is shown
 */
const char *
twf_text_field_get_language (TwfTextField *self)
{
  g_return_val_if_fail (TWF_IS_TEXT_FIELD (self), NULL);

  return self->language;
}

/**
 * twf_text_field_select:
 * @self: a field that shows a text
 * @start: where the words begin, in bytes of the text
 * @end: where they end
 *
 * Gives the field the keyboard, with these words selected.
 *
 * Returns: whether the text is so long
 */
gboolean
twf_text_field_select (TwfTextField *self, guint start, guint end)
{
  const char *text = self->workbench != NULL ? get_stored (self) : NULL;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter from, to;

  if (text == NULL || start > end || end > strlen (text))
    return FALSE;
  twf_text_codec_get_iter (buffer, &from, (int)g_utf8_pointer_to_offset (text, text + start));
  twf_text_codec_get_iter (buffer, &to, (int)g_utf8_pointer_to_offset (text, text + end));
  gtk_text_buffer_select_range (buffer, &to, &from);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view),
                                      gtk_text_buffer_get_insert (buffer));
  return TRUE;
}

/**
 * twf_text_field_show:
 * @self: a field
 * @workbench: the workbench
 * @id: (nullable): id of a provision; %NULL for the plan's title
 * @part: which of its texts
 * @language: in which language
 *
 * Shows that text and lets it be edited.
 */
void
twf_text_field_show (TwfTextField *self,
                     TwfWorkbench *workbench,
                     const char *id,
                     TwfPart part,
                     const char *language)
{
  gboolean other;

  g_return_if_fail (TWF_IS_TEXT_FIELD (self) && TWF_IS_WORKBENCH (workbench) && language != NULL);

  twf_text_view_flush (self->view);
  other = g_strcmp0 (self->id, id) != 0 || g_strcmp0 (self->language, language) != 0;
  g_set_object (&self->workbench, workbench);
  g_signal_group_set_target (self->plan_signals, twf_workbench_get_plan (workbench));
  g_free (self->id);
  self->id = g_strdup (id);
  g_free (self->language);
  self->language = g_strdup (language);
  self->part = part;

  /* What is half typed belongs to the text that is left. */
  if (other)
    gtk_text_view_reset_im_context (GTK_TEXT_VIEW (self->view));
  twf_text_view_set_language (self->view, language);
  twf_text_view_set_text (self->view, get_stored (self));
  twf_spell_view_show (self->spelling, workbench, language);
  twf_text_view_set_forms (self->view, get_forms (self));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), !twf_workbench_is_read_only (workbench));
  update_names (self);
  update_why (self);
}
