/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compromise-window.h"

#include "twf-draft-text.h"
#include "twf-error.h"
#include "twf-interface.h"
#include "twf-leave.h"
#include "twf-message.h"
#include "twf-proposal-words.h"
#include "twf-spell-view.h"
#include "twf-text-view.h"
#include "twf-tracked-text.h"
#include "twf-wording.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfCompromiseWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkLabel *place;
  GtkBox *takes_up;
  GtkLabel *owners;
  TwfTextView *view;
  GtkWidget *problem;
  GtkLabel *problem_label;
  GtkBox *preview;
  GtkEditable *reason;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfProvision *provision; /* nullable: the plan itself */
  TwfDraftText *text;
  GPtrArray *candidates; /* of TwfProposal */
  GPtrArray *checks;     /* of GtkCheckButton (borrowed), in step with them */
  guint preview_source;
  gboolean done;
};

G_DEFINE_FINAL_TYPE (TwfCompromiseWindow, twf_compromise_window, ADW_TYPE_WINDOW)

/* The language in which alone it asks for words; NULL: it asks for something else, or in more. */
static char *
dup_language (TwfProposal *proposal)
{
  g_auto (GStrv) asked = NULL;

  if (twf_proposal_get_kind (proposal) != TWF_PROPOSAL_REPLACE
      || twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD) != NULL
      || twf_proposal_get_state (proposal) > TWF_PROPOSAL_PARKED)
    return NULL;
  asked = twf_proposal_list_asked (proposal);
  return asked[0] != NULL && asked[1] == NULL ? g_strdup (asked[0]) : NULL;
}

static gboolean
may_be_taken_up (TwfProposal *other, TwfProposal *proposal, const char *language)
{
  g_autofree char *asked = dup_language (other);

  if (twf_proposal_get_kind (other) == TWF_PROPOSAL_DELETE)
    return twf_proposal_get_state (other) <= TWF_PROPOSAL_PARKED;
  return twf_proposal_get_part (other) == twf_proposal_get_part (proposal)
         && g_strcmp0 (asked, language) == 0;
}

/* @proposal first; none where there is nobody to meet. */
static GPtrArray *
list_candidates (TwfWorkbench *workbench, TwfProvision *provision, TwfProposal *proposal)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *language = dup_language (proposal);
  GListModel *all = provision != NULL
                        ? twf_provision_list_proposals (provision)
                        : twf_plan_list_proposals (twf_workbench_get_plan (workbench));

  if (language == NULL)
    return candidates;
  g_ptr_array_add (candidates, g_object_ref (proposal));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TwfProposal) other = g_list_model_get_item (all, i);

      if (other != proposal && may_be_taken_up (other, proposal, language))
        g_ptr_array_add (candidates, g_steal_pointer (&other));
    }
  if (candidates->len == 1)
    g_ptr_array_set_size (candidates, 0);
  return candidates;
}

/**
 * twf_compromise_window_can_begin:
 * @workbench: the open plan
 * @provision: (nullable): what @proposal is about; %NULL: the plan itself
 * @proposal: a proposal
 *
 * What speaks for several is the facilitator's to write.
 *
 * Returns: whether a compromise can be written from its wording on
 */
gboolean
twf_compromise_window_can_begin (TwfWorkbench *workbench,
                                 TwfProvision *provision,
                                 TwfProposal *proposal)
{
  g_autoptr (GPtrArray) candidates = NULL;

  if (twf_workbench_get_owner (workbench) != NULL || twf_workbench_is_read_only (workbench))
    return FALSE;
  candidates = list_candidates (workbench, provision, proposal);
  return candidates->len > 0;
}

static void
say (TwfCompromiseWindow *self, const char *sentence)
{
  gtk_label_set_label (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem, sentence != NULL);
}

static gboolean
show_preview_cb (gpointer user_data)
{
  TwfCompromiseWindow *self = user_data;
  GtkWidget *box = GTK_WIDGET (self->preview);
  g_autoptr (GPtrArray) runs
      = twf_difference_of_texts (self->text->standing, self->text->wording, self->text->language);
  GtkWidget *child;

  self->preview_source = 0;
  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (self->preview, child);
  gtk_box_append (self->preview, twf_tracked_text_new_label (runs, self->text->language));
  return G_SOURCE_REMOVE;
}

/* Comparing a long text takes longer than a keystroke may. */
static void
queue_preview (TwfCompromiseWindow *self)
{
  if (self->preview_source == 0)
    self->preview_source = g_idle_add_full (G_PRIORITY_LOW, show_preview_cb, self, NULL);
}

static GStrv
list_taken (TwfCompromiseWindow *self)
{
  g_autoptr (GStrvBuilder) pids = g_strv_builder_new ();

  for (guint i = 0; i < self->candidates->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_strv_builder_add (pids, twf_proposal_get_id (self->candidates->pdata[i]));
  return g_strv_builder_end (pids);
}

/* Whose it will be. */
static void
show_owners (TwfCompromiseWindow *self)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const char *const *owners
          = twf_proposal_get_values (self->candidates->pdata[i], TWF_PROPOSAL_FIELD_OWNER);

      for (guint o = 0; gtk_check_button_get_active (self->checks->pdata[i]) && owners != NULL
                        && owners[o] != NULL;
           o++)
        if (!g_ptr_array_find_with_equal_func (codes, owners[o], g_str_equal, NULL))
          g_ptr_array_add (codes, (gpointer)owners[o]);
    }
  g_ptr_array_add (codes, NULL);
  names = twf_words_dup_delegations (self->workbench, (const char *const *)codes->pdata);
  line = twf_interface_dup_line (names);
  gtk_label_set_label (self->owners, line);
}

static void
toggled_cb (TwfCompromiseWindow *self)
{
  say (self, NULL);
  show_owners (self);
}

static void
text_edited_cb (TwfCompromiseWindow *self, const char *wording)
{
  if (self->text == NULL)
    return;
  twf_draft_text_write (self->text, wording);
  say (self, NULL);
  queue_preview (self);
}

static void
text_refused_cb (TwfCompromiseWindow *self, const char *reason)
{
  say (self, reason);
}

static void
frame_pressed_cb (TwfCompromiseWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static GPtrArray *
list_edits (TwfCompromiseWindow *self, const char *const *taken, GError **error)
{
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  const char *const reason[] = { *typed != '\0' ? typed : NULL, NULL };

  twf_proposal_set_part (draft, self->text->part);
  twf_proposal_set_text (draft, self->text->language, self->text->wording);
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_REASON, reason);
  return twf_proposal_make_compromise (
      twf_workbench_get_plan (self->workbench), taken, draft, NULL, error);
}

static char *
explain (TwfCompromiseWindow *self, const GError *error)
{
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EXISTS))
    return g_strdup (_ ("The same was proposed before and set aside. It stands among the "
                        "proposals: take it up again there."));
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EMPTY))
    return g_strdup (_ ("It reads as it does now. Write how it is to read."));
  return twf_error_describe (error, gtk_label_get_text (self->place));
}

static void
run_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfCompromiseWindow *self = TWF_COMPROMISE_WINDOW (widget);
  g_auto (GStrv) taken = list_taken (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  twf_text_view_flush (self->view);
  if (taken[0] == NULL || taken[1] == NULL)
    {
      say (self, _ ("A compromise takes up two proposals or more: choose which."));
      return;
    }
  if (*self->text->wording == '\0')
    {
      say (self, _ ("Write how it is to read."));
      return;
    }
  edits = list_edits (self, (const char *const *)taken, &error);
  if (edits == NULL)
    {
      g_autofree char *sentence = explain (self, error);

      say (self, sentence);
      return;
    }
  if (!twf_workbench_apply_all (self->workbench, edits, _ ("Compromise")))
    return;
  self->done = TRUE;
  twf_workbench_notice (self->workbench, _ ("Proposed. Save a revision to keep it."), TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
undo_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfCompromiseWindow *self = TWF_COMPROMISE_WINDOW (widget);

  twf_text_view_flush (self->view);
  if (!twf_draft_text_step (self->text, g_str_equal (name, "compromise.undo")))
    return;
  say (self, NULL);
  twf_text_view_set_text (self->view, self->text->wording);
  queue_preview (self);
}

static void
leave_response_cb (TwfCompromiseWindow *self, const char *response)
{
  if (!g_str_equal (response, "leave"))
    return;
  self->done = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
twf_compromise_window_close_request (GtkWindow *window)
{
  TwfCompromiseWindow *self = TWF_COMPROMISE_WINDOW (window);

  twf_text_view_flush (self->view);
  if (self->done || self->text->done->len == 0)
    return GTK_WINDOW_CLASS (twf_compromise_window_parent_class)->close_request (window);
  twf_leave_ask (window, G_CALLBACK (leave_response_cb));
  return TRUE;
}

static void
twf_compromise_window_dispose (GObject *object)
{
  TwfCompromiseWindow *self = TWF_COMPROMISE_WINDOW (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_COMPROMISE_WINDOW);
  g_clear_pointer (&self->text, twf_draft_text_free);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->provision);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_compromise_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/forms/twf-compromise-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfCompromiseWindow, place);
  gtk_widget_class_bind_template_child (widget_class, TwfCompromiseWindow, takes_up);
  gtk_widget_class_bind_template_child (widget_class, TwfCompromiseWindow, owners);
  gtk_widget_class_bind_template_child (widget_class, TwfCompromiseWindow, view);
  gtk_widget_class_bind_template_child (widget_class, TwfCompromiseWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfCompromiseWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, TwfCompromiseWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, TwfCompromiseWindow, reason);
  gtk_widget_class_bind_template_callback (widget_class, text_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, frame_pressed_cb);
}

static void
twf_compromise_window_class_init (TwfCompromiseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TWF_TYPE_TEXT_VIEW);
  G_OBJECT_CLASS (klass)->dispose = twf_compromise_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = twf_compromise_window_close_request;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "compromise.run", NULL, run_activated);
  gtk_widget_class_install_action (widget_class, "compromise.undo", NULL, undo_activated);
  gtk_widget_class_install_action (widget_class, "compromise.redo", NULL, undo_activated);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "compromise.undo", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "compromise.redo", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "compromise.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_compromise_window_init (TwfCompromiseWindow *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_leave_add_run_key (GTK_WIDGET (self), "compromise.run");
}

/* One that can be taken up, with what it asks for under it. Those that exclude the one that was
 * chosen are what the compromise is about. */
static void
append_candidate (TwfCompromiseWindow *self, TwfProposal *proposal, gboolean active)
{
  g_autofree char *owners = twf_words_dup_delegations (
      self->workbench, twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER));
  g_autofree char *kind = twf_proposal_words_dup_kind (proposal);
  g_autofree char *about = g_strdup_printf ("%s · %s", owners, kind);
  g_autofree char *line = twf_interface_dup_line (about);
  g_autoptr (GPtrArray) texts
      = twf_proposal_words_list_texts (self->workbench, self->provision, proposal);
  GtkWidget *check = gtk_check_button_new_with_label (line);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->takes_up, check);
  g_ptr_array_add (self->checks, check);
  for (guint i = 0; i < texts->len; i++)
    {
      const TwfProposalText *text = texts->pdata[i];
      GtkWidget *label = twf_tracked_text_new_label (text->runs, text->language);

      gtk_widget_set_margin_start (label, 30);
      gtk_box_append (self->takes_up, label);
    }
}

static void
fill_candidates (TwfCompromiseWindow *self, TwfProposal *proposal)
{
  g_autoptr (GPtrArray) rivals = twf_proposal_list_rivals (twf_workbench_get_plan (self->workbench),
                                                           twf_proposal_get_id (proposal));

  self->candidates = list_candidates (self->workbench, self->provision, proposal);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      TwfProposal *other = self->candidates->pdata[i];
      gboolean is_rival = g_ptr_array_find_with_equal_func (
          rivals, twf_proposal_get_id (other), g_str_equal, NULL);

      append_candidate (self, other, i == 0 || is_rival || self->candidates->len == 2);
    }
  show_owners (self);
}

static void
fill_text (TwfCompromiseWindow *self, TwfProposal *proposal)
{
  TwfPart part = twf_proposal_get_part (proposal);
  g_autofree char *language = dup_language (proposal);
  const char *wording = twf_proposal_get_text (proposal, language);
  g_autofree char *name = twf_words_dup_text_name (part, language);

  self->text = twf_draft_text_new (
      part,
      language,
      self->provision != NULL
          ? twf_provision_get_text (self->provision, part, language)
          : twf_plan_get_title (twf_workbench_get_plan (self->workbench), language));
  g_free (self->text->wording);
  self->text->wording = g_strdup (wording != NULL ? wording : "");
  twf_text_view_set_language (self->view, language);
  twf_spell_view_show (twf_spell_view_attach (self->view), self->workbench, language);
  twf_text_view_set_text (self->view, self->text->wording);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  queue_preview (self);
}

/**
 * twf_compromise_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the open plan
 * @provision: (nullable): what @proposal is about; %NULL: the plan itself
 * @proposal: the alternative from whose wording it is written;
 *   twf_compromise_window_can_begin() of it
 *
 * Returns: (transfer full): a window in which a compromise is written
 */
GtkWidget *
twf_compromise_window_new (GtkWindow *parent,
                           TwfWorkbench *workbench,
                           TwfProvision *provision,
                           TwfProposal *proposal)
{
  TwfCompromiseWindow *self;
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench) && TWF_IS_PROPOSAL (proposal), NULL);

  self = g_object_new (
      TWF_TYPE_COMPROMISE_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
  self->workbench = g_object_ref (workbench);
  g_set_object (&self->provision, provision);
  name = provision != NULL ? twf_words_dup_provision (workbench, provision)
                           : g_strdup (_ ("The plan itself"));
  line = twf_interface_dup_line (name);
  gtk_label_set_label (self->place, line);
  fill_text (self, proposal);
  fill_candidates (self, proposal);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return GTK_WIDGET (self);
}
