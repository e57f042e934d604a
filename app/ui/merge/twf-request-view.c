/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-request-view.h"

#include "twf-consequences.h"
#include "twf-interface.h"
#include "twf-request-words.h"
#include "twf-template.h"
#include "twf-tracked-text.h"

#include <glib/gi18n.h>

/* So many of the requests that touch the same words are named; where there are more, the list can
 * show them alone. */
#define MOST_CLASHES 8

struct _TwfRequestView
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkLabel *above;
  GtkLabel *place;
  GtkLabel *kind;
  GtkLabel *owners;
  GtkBox *notes;
  GtkBox *texts;
  GtkToggleButton *accept;
  GtkToggleButton *propose;
  GtkToggleButton *reject;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfDecisions *decisions;
  TwfRequest *request;
  GSignalGroup *decisions_signals;

  gboolean showing; /* while the buttons are being set, their changes are not a person's */
};

G_DEFINE_FINAL_TYPE (TwfRequestView, twf_request_view, GTK_TYPE_WIDGET)

static GtkWidget *
append_note (TwfRequestView *self, const char *icon, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "note");
  gtk_box_append (self->notes, box);
  return box;
}

static void
append_clash (TwfRequestView *self, const char *id)
{
  TwfRequest *other = twf_plan_merge_get_request (twf_decisions_get_merge (self->decisions), id);
  g_autofree char *owners = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  GtkWidget *box, *button;

  if (other == NULL)
    return;
  owners = twf_request_words_dup_owners (self->workbench, other);
  text = g_strdup_printf (_ ("Touches the same words as %s"), owners);
  /* Translators: leads to what another delegation asks for. */
  name = g_strdup_printf (_ ("Go to what %s asks for"), owners);
  box = append_note (self, "dialog-warning-symbolic", text);
  button = gtk_button_new_with_label (_ ("Go to It"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "merge.show-request");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), button);
}

static void
append_clashes (TwfRequestView *self)
{
  g_auto (GStrv) clashes = twf_request_list_clashes (self->request);
  guint n = clashes != NULL ? g_strv_length (clashes) : 0;

  for (guint i = 0; i < MIN (n, MOST_CLASHES); i++)
    append_clash (self, clashes[i]);
  if (n > MOST_CLASHES)
    {
      g_autofree char *count = twf_workbench_dup_count (self->workbench, n - MOST_CLASHES);
      g_autofree char *rest = g_strdup_printf (ngettext ("And %s further change touches them",
                                                         "And %s further changes touch them",
                                                         n - MOST_CLASHES),
                                               count);

      append_note (self, "dialog-warning-symbolic", rest);
    }
}

static void
append_outcome (TwfRequestView *self)
{
  const TwfOutcome *outcome = twf_decisions_find_outcome (self->decisions, self->request);
  const char *reason = outcome != NULL ? twf_request_words_get_reason (outcome->reason) : NULL;

  if (reason != NULL && outcome->reason != TWF_REASON_STANDS)
    append_note (self, "dialog-information-symbolic", reason);
  if (outcome != NULL && outcome->close)
    append_note (self,
                 "document-edit-symbolic",
                 _ ("Joined with another’s change in one sentence: read it again after merging."));
}

/* What would follow from accepting it, where it is. */
static void
append_consequences (TwfRequestView *self)
{
  g_autoptr (GPtrArray) outcomes = twf_decisions_list_consequences (self->decisions);

  for (guint i = 0; i < outcomes->len; i++)
    {
      const TwfOutcome *outcome = g_ptr_array_index (outcomes, i);
      g_autofree char *left = NULL;
      g_autofree char *note = NULL;

      if (outcome->condition == NULL
          || twf_decisions_find_cause (self->decisions, outcome->condition) != self->request)
        continue;
      left = twf_consequences_dup_left (self->workbench, outcome);
      note = g_strdup_printf ("%s: %s", _ ("What Follows"), left);
      append_note (self, "dialog-information-symbolic", note);
    }
}

static void
show_notes (TwfRequestView *self)
{
  const char *standing = twf_request_words_get_standing (self->request);
  GtkWidget *note;

  while ((note = gtk_widget_get_first_child (GTK_WIDGET (self->notes))) != NULL)
    gtk_box_remove (self->notes, note);
  append_clashes (self);
  if (twf_request_get_overrides (self->request))
    append_note (self,
                 "document-open-recent-symbolic",
                 _ ("The text changed these words after this was written."));
  if (standing != NULL)
    append_note (self, "dialog-information-symbolic", standing);
  append_outcome (self);
  append_consequences (self);
  gtk_widget_set_visible (GTK_WIDGET (self->notes),
                          gtk_widget_get_first_child (GTK_WIDGET (self->notes)) != NULL);
}

static void
show_decision (TwfRequestView *self)
{
  TwfDecision decision = twf_request_get_decision (self->request);
  gboolean takes_in = twf_plan_merge_takes_in (twf_decisions_get_merge (self->decisions));
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (self->propose));

  gtk_widget_set_visible (GTK_WIDGET (self->reject), !takes_in);
  gtk_label_set_label (GTK_LABEL (label), takes_in ? _ ("_Leave Out") : _ ("_Keep as Proposal"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->propose),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  twf_request_words_get_decision (TWF_DECISION_PROPOSE, takes_in),
                                  -1);

  self->showing = TRUE;
  gtk_toggle_button_set_active (self->accept, decision == TWF_DECISION_ACCEPT);
  gtk_toggle_button_set_active (self->propose,
                                decision == TWF_DECISION_PROPOSE
                                    || (takes_in && decision == TWF_DECISION_REJECT));
  gtk_toggle_button_set_active (self->reject, decision == TWF_DECISION_REJECT);
  self->showing = FALSE;
}

static void
decisions_changed_cb (TwfRequestView *self)
{
  if (self->request == NULL)
    return;
  show_decision (self);
  show_notes (self);
}

static void
button_toggled_cb (TwfRequestView *self, GtkToggleButton *button)
{
  if (self->showing || self->request == NULL || !gtk_toggle_button_get_active (button))
    return;
  twf_decisions_decide (self->decisions,
                        self->request,
                        button == self->accept   ? TWF_DECISION_ACCEPT
                        : button == self->reject ? TWF_DECISION_REJECT
                                                 : TWF_DECISION_PROPOSE);
}

static void
append_heading (TwfRequestView *self, const char *heading)
{
  g_autofree char *line = twf_interface_dup_line (heading);
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->texts, label);
}

static void
show_texts (TwfRequestView *self)
{
  g_autoptr (GPtrArray) texts = twf_request_words_list_texts (self->workbench, self->request);
  g_autofree char *interface = twf_interface_dup_language ();
  GtkWidget *former;

  while ((former = gtk_widget_get_first_child (GTK_WIDGET (self->texts))) != NULL)
    gtk_box_remove (self->texts, former);
  for (guint i = 0; i < texts->len; i++)
    {
      TwfRequestText *text = g_ptr_array_index (texts, i);

      if (text->heading != NULL)
        append_heading (self, text->heading);
      gtk_box_append (self->texts,
                      twf_tracked_text_new_label (
                          text->runs, text->language != NULL ? text->language : interface));
    }
}

static void
show_head (TwfRequestView *self)
{
  g_autofree char *above = twf_request_words_dup_above (self->workbench, self->request);
  g_autofree char *place = twf_request_words_dup_place (self->workbench, self->request);
  g_autofree char *kind = twf_request_words_dup_kind (self->request);
  g_autofree char *owners = twf_request_words_dup_owners (self->workbench, self->request);
  g_autofree char *asked = g_strdup_printf (_ ("Asked for by %s"), owners);
  g_autofree char *line = twf_interface_dup_line (asked);

  if (g_strcmp0 (above, place) == 0)
    g_clear_pointer (&above, g_free);
  gtk_label_set_label (self->above, above != NULL ? above : "");
  gtk_widget_set_visible (GTK_WIDGET (self->above), above != NULL);
  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->kind, kind);
  gtk_label_set_label (self->owners, line);
}

static gboolean
twf_request_view_grab_focus (GtkWidget *widget)
{
  TwfRequestView *self = TWF_REQUEST_VIEW (widget);
  GtkToggleButton *buttons[] = { self->accept, self->propose, self->reject };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (gtk_toggle_button_get_active (buttons[i]))
      return gtk_widget_grab_focus (GTK_WIDGET (buttons[i]));
  return gtk_widget_grab_focus (GTK_WIDGET (self->accept));
}

static void
twf_request_view_dispose (GObject *object)
{
  TwfRequestView *self = TWF_REQUEST_VIEW (object);

  g_clear_object (&self->decisions_signals);
  g_clear_object (&self->request);
  g_clear_object (&self->decisions);
  g_clear_object (&self->workbench);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_REQUEST_VIEW);
  G_OBJECT_CLASS (twf_request_view_parent_class)->dispose (object);
}

static void
twf_request_view_class_init (TwfRequestViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_request_view_dispose;
  widget_class->grab_focus = twf_request_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/merge/twf-request-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfRequestView, above);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestView, place);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestView, kind);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestView, owners);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestView, notes);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestView, texts);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestView, accept);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestView, propose);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestView, reject);
  gtk_widget_class_bind_template_callback (widget_class, button_toggled_cb);
}

static void
twf_request_view_init (TwfRequestView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->decisions_signals = g_signal_group_new (TWF_TYPE_DECISIONS);
  g_signal_group_connect_swapped (
      self->decisions_signals, "changed", G_CALLBACK (decisions_changed_cb), self);
}

/**
 * twf_request_view_show:
 * @self: the view
 * @workbench: the open plan
 * @decisions: where what is chosen is decided
 * @request: (nullable): what to show; %NULL: nothing
 *
 * Shows @request, and follows what is decided about it.
 */
void
twf_request_view_show (TwfRequestView *self,
                       TwfWorkbench *workbench,
                       TwfDecisions *decisions,
                       TwfRequest *request)
{
  g_return_if_fail (TWF_IS_REQUEST_VIEW (self));

  g_set_object (&self->workbench, workbench);
  g_set_object (&self->decisions, decisions);
  g_signal_group_set_target (self->decisions_signals, decisions);
  g_set_object (&self->request, request);
  gtk_widget_set_sensitive (GTK_WIDGET (self), request != NULL);
  if (request == NULL)
    return;
  show_head (self);
  show_texts (self);
  decisions_changed_cb (self);
}
