/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-request-row.h"

#include "twf-interface.h"
#include "twf-request-words.h"
#include "twf-spoken.h"
#include "twf-template.h"
#include "twf-tracked-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TwfRequestRow
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkLabel *place;
  GtkLabel *kind;
  GtkLabel *words;
  GtkLabel *owners;
  GtkLabel *marks;
  GtkToggleButton *accept;
  GtkToggleButton *propose;
  GtkToggleButton *reject;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfDecisions *decisions;
  TwfRequest *request; /* nullable: none is bound */

  gboolean showing; /* while the buttons are being set, their changes are not a person's */
};

G_DEFINE_FINAL_TYPE (TwfRequestRow, twf_request_row, GTK_TYPE_WIDGET)

static gboolean
takes_in (TwfRequestRow *self)
{
  return twf_plan_merge_takes_in (twf_decisions_get_merge (self->decisions));
}

/* What is left out is on the table already: there are two choices. */
static void
offer_choices (TwfRequestRow *self)
{
  const char *name = twf_request_words_get_decision (TWF_DECISION_PROPOSE, takes_in (self));

  gtk_widget_set_visible (GTK_WIDGET (self->reject), !takes_in (self));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->propose), name);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->propose), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_button_set_label (GTK_BUTTON (self->propose), takes_in (self) ? "–" : "[ ]");
}

static void
update_name (TwfRequestRow *self)
{
  const char *const parts[] = {
    gtk_label_get_label (self->place),
    gtk_label_get_label (self->kind),
    gtk_label_get_label (self->words),
    gtk_label_get_label (self->owners),
    gtk_label_get_label (self->marks),
    twf_request_words_get_decision (twf_request_get_decision (self->request), takes_in (self)),
    NULL,
  };

  twf_spoken_name_row (GTK_WIDGET (self), parts);
}

static void
decision_changed_cb (TwfRequestRow *self)
{
  TwfDecision decision = twf_request_get_decision (self->request);

  self->showing = TRUE;
  gtk_toggle_button_set_active (self->accept, decision == TWF_DECISION_ACCEPT);
  gtk_toggle_button_set_active (self->propose,
                                decision == TWF_DECISION_PROPOSE
                                    || (takes_in (self) && decision == TWF_DECISION_REJECT));
  gtk_toggle_button_set_active (self->reject, decision == TWF_DECISION_REJECT);
  self->showing = FALSE;
  update_name (self);
}

static void
button_toggled_cb (TwfRequestRow *self, GtkToggleButton *button)
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
show_words (TwfRequestRow *self)
{
  g_autoptr (GPtrArray) texts = twf_request_words_list_texts (self->workbench, self->request);

  /* A move says where to: whence is in the place. */
  if (texts->len > 0)
    {
      gboolean move = twf_request_get_kind (self->request) == TWF_REQUEST_MOVE;
      TwfRequestText *text = g_ptr_array_index (texts, move ? texts->len - 1 : 0);

      twf_tracked_text_show_excerpt (self->words, text->runs, text->language);
    }
  else
    gtk_label_set_label (self->words, "");
}

/* The colours of the excerpt are those of the moment. */
static void
dark_changed_cb (TwfRequestRow *self)
{
  if (self->request != NULL)
    show_words (self);
}

static void
twf_request_row_dispose (GObject *object)
{
  TwfRequestRow *self = TWF_REQUEST_ROW (object);

  twf_request_row_unbind (self);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_REQUEST_ROW);
  G_OBJECT_CLASS (twf_request_row_parent_class)->dispose (object);
}

static void
twf_request_row_class_init (TwfRequestRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_request_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "requestrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/merge/twf-request-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfRequestRow, place);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestRow, kind);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestRow, words);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestRow, owners);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestRow, marks);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestRow, accept);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestRow, propose);
  gtk_widget_class_bind_template_child (widget_class, TwfRequestRow, reject);
  gtk_widget_class_bind_template_callback (widget_class, button_toggled_cb);
}

static void
twf_request_row_init (TwfRequestRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (dark_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

/**
 * twf_request_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
twf_request_row_new (void)
{
  return g_object_new (TWF_TYPE_REQUEST_ROW, NULL);
}

/**
 * twf_request_row_bind:
 * @self: a row
 * @workbench: the open plan
 * @decisions: where what is clicked is decided
 * @request: what to show
 *
 * Shows @request, and follows what is decided about it.
 */
void
twf_request_row_bind (TwfRequestRow *self,
                      TwfWorkbench *workbench,
                      TwfDecisions *decisions,
                      TwfRequest *request)
{
  g_autofree char *place = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *owners = NULL;
  g_autofree char *owners_line = NULL;
  g_autofree char *marks = NULL;

  g_return_if_fail (TWF_IS_REQUEST_ROW (self) && TWF_IS_REQUEST (request));

  twf_request_row_unbind (self);
  self->workbench = g_object_ref (workbench);
  self->decisions = g_object_ref (decisions);
  self->request = g_object_ref (request);
  place = twf_request_words_dup_place (workbench, request);
  kind = twf_request_words_dup_kind (request);
  owners = twf_request_words_dup_owners (workbench, request);
  owners_line = twf_interface_dup_line (owners);
  marks = twf_request_words_dup_marks (request);
  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->kind, kind);
  gtk_label_set_label (self->owners, owners_line);
  gtk_label_set_label (self->marks, marks);
  gtk_widget_set_visible (GTK_WIDGET (self->marks), *marks != '\0');
  show_words (self);
  offer_choices (self);
  g_signal_connect_object (
      request, "notify::decision", G_CALLBACK (decision_changed_cb), self, G_CONNECT_SWAPPED);
  decision_changed_cb (self);
}

/**
 * twf_request_row_unbind:
 * @self: a row
 *
 * Lets go of what the row shows.
 */
void
twf_request_row_unbind (TwfRequestRow *self)
{
  g_return_if_fail (TWF_IS_REQUEST_ROW (self));

  if (self->request != NULL)
    g_signal_handlers_disconnect_by_func (self->request, decision_changed_cb, self);
  g_clear_object (&self->request);
  g_clear_object (&self->decisions);
  g_clear_object (&self->workbench);
}
