/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-propose-window.h"

#include "twf-bidi.h"
#include "twf-delegation-list.h"
#include "twf-drop-down.h"
#include "twf-error.h"
#include "twf-field-chooser.h"
#include "twf-interface.h"
#include "twf-leave.h"
#include "twf-message.h"
#include "twf-place-chooser.h"
#include "twf-propose-preview.h"
#include "twf-spoken.h"
#include "twf-spell-view.h"
#include "twf-style.h"
#include "twf-text-view.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfProposeWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkLabel *place;
  GtkWidget *ask_row;
  GtkDropDown *ask;
  GtkMenuButton *owners;
  GtkLabel *owners_label;
  GtkWidget *text_row;
  GtkDropDown *text;
  GtkWidget *frame;
  TwfTextView *view;
  GtkWidget *fields_row;
  TwfFieldChooser *fields;
  TwfPlaceChooser *where;
  GtkWidget *problem;
  GtkLabel *problem_label;
  GtkBox *preview;
  GtkEditable *reason;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfProposeDraft *draft;
  TwfDelegationList *delegations; /* nullable: one acts as a delegation */
  GArray *asks;                   /* of TwfAsk, in step with the list of what can be proposed */
  guint preview_source;

  gboolean filling; /* a list is being filled: nobody chose */
  gboolean done;
};

G_DEFINE_FINAL_TYPE (TwfProposeWindow, twf_propose_window, ADW_TYPE_WINDOW)

static TwfDraftText *
get_text (TwfProposeWindow *self)
{
  GPtrArray *texts = twf_propose_draft_get_texts (self->draft);
  guint selected = gtk_drop_down_get_selected (self->text);

  return selected < texts->len ? g_ptr_array_index (texts, selected) : NULL;
}

static void
say (TwfProposeWindow *self, const char *sentence)
{
  gtk_label_set_label (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem, sentence != NULL);
}

/* What changes, and whatever of it is being written. */
static void
show_preview (TwfProposeWindow *self)
{
  gconstpointer shown = get_text (self);

  if (twf_propose_draft_get_ask (self->draft) == TWF_ASK_FIELDS)
    shown = twf_field_chooser_get_shown (self->fields);
  twf_propose_preview_fill (self->preview, self->workbench, self->draft, shown);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->preview)),
                          gtk_widget_get_first_child (GTK_WIDGET (self->preview)) != NULL);
}

static gboolean
show_preview_cb (gpointer user_data)
{
  TwfProposeWindow *self = user_data;

  self->preview_source = 0;
  show_preview (self);
  return G_SOURCE_REMOVE;
}

/* Comparing a long text takes longer than a keystroke may: it follows when nothing else is to do.
 */
static void
queue_preview (TwfProposeWindow *self)
{
  if (self->preview_source == 0)
    self->preview_source = g_idle_add_full (G_PRIORITY_LOW, show_preview_cb, self, NULL);
}

static void
show_text (TwfProposeWindow *self)
{
  TwfDraftText *text = get_text (self);
  TwfProvision *provision;
  g_autofree char *name = NULL;

  if (text == NULL)
    {
      queue_preview (self);
      return;
    }
  provision = twf_propose_draft_get_provision (self->draft);
  name = twf_propose_preview_dup_name (self->draft, text);
  twf_text_view_set_language (self->view, text->language);
  twf_spell_view_show (twf_spell_view_attach (self->view), self->workbench, text->language);
  twf_text_view_set_text (self->view, text->wording);
  twf_text_view_set_forms (self->view,
                           provision != NULL && text->part == TWF_PART_BODY
                               ? twf_style_get_forms (provision)
                               : TWF_OPENING_NONE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  queue_preview (self);
}

static void
text_edited_cb (TwfProposeWindow *self, const char *wording)
{
  TwfDraftText *text = self->draft != NULL ? get_text (self) : NULL;

  if (text == NULL || self->filling)
    return;
  twf_draft_text_write (text, wording);
  say (self, NULL);
  queue_preview (self);
}

static void
text_refused_cb (TwfProposeWindow *self, const char *reason)
{
  say (self, reason);
}

static void
frame_pressed_cb (TwfProposeWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
text_chosen_cb (TwfProposeWindow *self)
{
  if (self->draft != NULL && !self->filling)
    show_text (self);
}

/* A field or a place was chosen. */
static void
chosen_cb (TwfProposeWindow *self)
{
  TwfDraftChoices *steps = self->draft != NULL ? twf_propose_draft_get_steps (self->draft) : NULL;

  if (steps != NULL)
    twf_draft_choices_note (steps,
                            twf_propose_draft_get_ask (self->draft) == TWF_ASK_FIELDS
                                && twf_field_chooser_is_typed (self->fields));
  say (self, NULL);
  queue_preview (self);
}

/* The texts of what is proposed, its fields or its place; of what is to go none is written. */
static void
show_ask (TwfProposeWindow *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GPtrArray *texts = twf_propose_draft_get_texts (self->draft);
  TwfAsk ask = twf_propose_draft_get_ask (self->draft);
  gboolean writes = ask == TWF_ASK_WORDS || ask == TWF_ASK_INSERTION;

  self->filling = TRUE;
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *name
          = twf_propose_preview_dup_name (self->draft, g_ptr_array_index (texts, i));

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->text, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->text, twf_propose_draft_find_first (self->draft));
  g_object_unref (names);
  self->filling = FALSE;
  gtk_widget_set_visible (self->text_row, writes && texts->len > 1);
  gtk_widget_set_visible (self->frame, writes);
  gtk_widget_set_visible (self->fields_row, ask == TWF_ASK_FIELDS);
  gtk_widget_set_visible (GTK_WIDGET (self->where), ask == TWF_ASK_PLACE);
  show_text (self);
}

static void
ask_chosen_cb (TwfProposeWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->ask);

  if (self->draft == NULL || self->filling || selected >= self->asks->len)
    return;
  twf_text_view_flush (self->view);
  twf_propose_draft_set_ask (self->draft, g_array_index (self->asks, TwfAsk, selected));
  say (self, NULL);
  show_ask (self);
}

/* Who acts for a delegation proposes for it alone; the facilitator for whoever asked. */
static GStrv
list_owners (TwfProposeWindow *self)
{
  const char *identity = twf_workbench_get_owner (self->workbench);
  const char *owners[] = { identity, NULL };

  return self->delegations != NULL ? twf_delegation_list_list_chosen (self->delegations)
                                   : g_strdupv ((char **)owners);
}

static void
show_owners (TwfProposeWindow *self)
{
  g_auto (GStrv) owners = list_owners (self);
  g_autofree char *names = twf_words_dup_delegations (self->workbench, (const char *const *)owners);
  g_autofree char *line = twf_interface_dup_line (names);
  g_autofree char *name = g_strdup_printf ("%s: %s", _ ("Whose Proposal"), names);

  gtk_label_set_label (self->owners_label, line);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->owners), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Why it asks for nothing, by what is asked for. */
static const char *
explain_empty (TwfProposeWindow *self)
{
  GPtrArray *texts = twf_propose_draft_get_texts (self->draft);
  TwfAsk ask = twf_propose_draft_get_ask (self->draft);

  if (ask == TWF_ASK_INSERTION)
    return _ ("Write the new provision first.");
  for (guint i = 0; ask == TWF_ASK_WORDS && i < texts->len; i++)
    {
      const TwfDraftText *text = g_ptr_array_index (texts, i);

      if (text->part == TWF_PART_BODY && *text->wording == '\0' && *text->standing != '\0')
        return _ ("A text without words cannot be proposed. Write how it is to read, or propose "
                  "the deletion.");
    }
  if (ask != TWF_ASK_DELETION && !twf_propose_draft_asks_anything (self->draft))
    return ask == TWF_ASK_PLACE    ? _ ("It stands there now. Choose another place.")
           : ask == TWF_ASK_FIELDS ? _ ("It is so now. Choose something else.")
                                   : _ ("It reads as it does now. Write how it is to read.");
  return _ ("That is proposed already, by the same.");
}

/* The reasons that a person meets who writes a proposal. */
static char *
explain (TwfProposeWindow *self, const GError *error)
{
  g_autofree char *place = NULL;

  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EXISTS))
    return g_strdup (_ ("The same was proposed before and set aside. It stands among the "
                        "proposals: take it up again there."));
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EMPTY))
    return g_strdup (explain_empty (self));
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_INVALID)
      && twf_propose_draft_get_ask (self->draft) == TWF_ASK_FIELDS)
    {
      g_autofree char *example = twf_text_isolate ("2026-09-01");

      return g_strdup_printf (_ ("Write the date as year, month and day: %s."), example);
    }
  place = g_strdup (gtk_label_get_text (self->place));
  return twf_error_describe (error, place);
}

static void
run_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfProposeWindow *self = TWF_PROPOSE_WINDOW (widget);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  g_auto (GStrv) owners = list_owners (self);
  g_autofree char *inserted = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  twf_text_view_flush (self->view);
  edits = twf_propose_draft_list_edits (
      self->draft, (const char *const *)owners, *typed != '\0' ? typed : NULL, &inserted, &error);
  if (edits == NULL)
    {
      g_autofree char *sentence = explain (self, error);

      say (self, sentence);
      return;
    }
  if (!twf_workbench_apply_all (self->workbench, edits, _ ("Propose")))
    return;
  self->done = TRUE;
  if (inserted != NULL)
    twf_workbench_set_place (self->workbench, inserted);
  twf_workbench_notice (self->workbench, _ ("Proposed. Save a revision to keep it."), TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
step_choices (TwfProposeWindow *self, TwfDraftChoices *steps, gboolean back)
{
  guint field;

  if (!twf_draft_choices_step (steps, back, &field))
    return;
  if (twf_propose_draft_get_ask (self->draft) == TWF_ASK_FIELDS)
    twf_field_chooser_update (self->fields, field);
  else
    twf_place_chooser_show (
        self->where, self->workbench, twf_propose_draft_get_place (self->draft));
  say (self, NULL);
  queue_preview (self);
}

/* What is written here is not in the plan yet, so that the plan's undo does not know it. */
static void
undo_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfProposeWindow *self = TWF_PROPOSE_WINDOW (widget);
  TwfDraftChoices *steps = twf_propose_draft_get_steps (self->draft);
  TwfDraftText *text = get_text (self);
  gboolean back = g_str_equal (name, "propose.undo");

  if (steps != NULL)
    {
      step_choices (self, steps, back);
      return;
    }
  twf_text_view_flush (self->view);
  if (text == NULL || !twf_draft_text_step (text, back))
    return;
  say (self, NULL);
  show_text (self);
}

static void
leave_response_cb (TwfProposeWindow *self, const char *response)
{
  if (!g_str_equal (response, "leave"))
    return;
  self->done = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
twf_propose_window_close_request (GtkWindow *window)
{
  TwfProposeWindow *self = TWF_PROPOSE_WINDOW (window);

  twf_text_view_flush (self->view);
  if (self->done || !twf_propose_draft_is_changed (self->draft))
    return GTK_WINDOW_CLASS (twf_propose_window_parent_class)->close_request (window);
  twf_leave_ask (window, G_CALLBACK (leave_response_cb));
  return TRUE;
}

static void
twf_propose_window_dispose (GObject *object)
{
  TwfProposeWindow *self = TWF_PROPOSE_WINDOW (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  g_clear_object (&self->delegations);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_PROPOSE_WINDOW);
  g_clear_object (&self->draft);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->asks, g_array_unref);
  G_OBJECT_CLASS (twf_propose_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/forms/twf-propose-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, place);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, ask_row);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, ask);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, owners);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, owners_label);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, text_row);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, text);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, view);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, fields_row);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, where);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, TwfProposeWindow, reason);
  gtk_widget_class_bind_template_callback (widget_class, ask_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, frame_pressed_cb);
}

static void
twf_propose_window_class_init (TwfProposeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TWF_TYPE_FIELD_CHOOSER);
  g_type_ensure (TWF_TYPE_PLACE_CHOOSER);
  g_type_ensure (TWF_TYPE_TEXT_VIEW);
  G_OBJECT_CLASS (klass)->dispose = twf_propose_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = twf_propose_window_close_request;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "propose.run", NULL, run_activated);
  gtk_widget_class_install_action (widget_class, "propose.undo", NULL, undo_activated);
  gtk_widget_class_install_action (widget_class, "propose.redo", NULL, undo_activated);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "propose.undo", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "propose.redo", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "propose.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_propose_window_init (TwfProposeWindow *self)
{
  self->asks = g_array_new (FALSE, FALSE, sizeof (TwfAsk));
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_drop_down_let_shrink (self->text);
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  twf_leave_add_run_key (GTK_WIDGET (self), "propose.run");
}

static void
fill_asks (TwfProposeWindow *self)
{
  static const char *const labels[] = {
    [TWF_ASK_WORDS] = N_ ("Other Words"),
    [TWF_ASK_FIELDS] = N_ ("Other Links or Details"),
    [TWF_ASK_PLACE] = N_ ("Another Place"),
    [TWF_ASK_DELETION] = N_ ("Deletion"),
    [TWF_ASK_INSERTION] = N_ ("New Provision After It"),
  };
  GtkStringList *names = gtk_string_list_new (NULL);

  self->filling = TRUE;
  for (TwfAsk ask = TWF_ASK_WORDS; ask < TWF_N_ASKS; ask++)
    if (twf_propose_draft_can_ask (self->draft, ask))
      {
        g_array_append_val (self->asks, ask);
        gtk_string_list_append (names, _ (labels[ask]));
      }
  gtk_drop_down_set_model (self->ask, G_LIST_MODEL (names));
  g_object_unref (names);
  self->filling = FALSE;
  gtk_widget_set_visible (self->ask_row, self->asks->len > 1);
}

static void
fill_owners (TwfProposeWindow *self)
{
  GtkWidget *popover;

  if (twf_workbench_get_owner (self->workbench) != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->owners), FALSE);
  else
    {
      popover = gtk_popover_new ();
      self->delegations = g_object_ref_sink (
          TWF_DELEGATION_LIST (twf_delegation_list_new (self->workbench, TRUE)));
      g_signal_connect_object (
          self->delegations, "chosen", G_CALLBACK (show_owners), self, G_CONNECT_SWAPPED);
      gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->delegations));
      gtk_menu_button_set_popover (self->owners, popover);
    }
  /* The button centres what it holds; this stands among lists that begin at the start. */
  gtk_widget_set_halign (gtk_widget_get_parent (GTK_WIDGET (self->owners_label)), GTK_ALIGN_FILL);
  show_owners (self);
}

/**
 * twf_propose_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the plan that is open
 * @draft: what can be proposed
 *
 * Returns: (transfer full): a window in which a proposal is written, with its changes shown
 */
GtkWidget *
twf_propose_window_new (GtkWindow *parent, TwfWorkbench *workbench, TwfProposeDraft *draft)
{
  TwfProposeWindow *self;
  TwfProvision *provision;
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench) && TWF_IS_PROPOSE_DRAFT (draft), NULL);

  self = g_object_new (
      TWF_TYPE_PROPOSE_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
  self->workbench = g_object_ref (workbench);
  self->draft = g_object_ref (draft);
  provision = twf_propose_draft_get_provision (draft);
  if (provision != NULL)
    name = twf_words_dup_provision (workbench, provision);
  else
    name
        = g_strdup (twf_propose_draft_get_ask (draft) == TWF_ASK_INSERTION ? _ ("New provision")
                                                                           : _ ("The plan itself"));
  line = twf_interface_dup_line (name);
  gtk_label_set_label (self->place, line);
  fill_asks (self);
  fill_owners (self);
  if (twf_propose_draft_can_ask (draft, TWF_ASK_FIELDS))
    twf_field_chooser_show (self->fields, workbench, twf_propose_draft_get_fields (draft));
  if (twf_propose_draft_can_ask (draft, TWF_ASK_PLACE))
    twf_place_chooser_show (self->where, workbench, twf_propose_draft_get_place (draft));
  show_ask (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return GTK_WIDGET (self);
}
