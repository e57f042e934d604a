/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-statement-window.h"

#include "twf-delegation-list.h"
#include "twf-interface.h"
#include "twf-leave.h"
#include "twf-message.h"
#include "twf-spoken.h"
#include "twf-spell-view.h"
#include "twf-text-view.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfStatementWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkLabel *place;
  GtkDropDown *kind;
  GtkMenuButton *owner;
  GtkLabel *owner_label;
  GtkDropDown *language;
  TwfTextView *view;
  GtkWidget *problem;
  GtkLabel *problem_label;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfProvision *provision;
  char *code; /* nullable: nobody is chosen yet */

  gboolean done;
};

G_DEFINE_FINAL_TYPE (TwfStatementWindow, twf_statement_window, ADW_TYPE_WINDOW)

/* In step with the list of kinds. */
static const TwfRemarkKind kinds[] = { TWF_REMARK_RESERVATION, TWF_REMARK_EXPLANATION };

static void
say (TwfStatementWindow *self, const char *sentence)
{
  gtk_label_set_label (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem, sentence != NULL);
}

static const char *
get_language (TwfStatementWindow *self)
{
  const char *const *languages = twf_plan_get_languages (twf_workbench_get_plan (self->workbench));
  guint selected = gtk_drop_down_get_selected (self->language);

  return selected < g_strv_length ((char **)languages) ? languages[selected] : languages[0];
}

static void
language_chosen_cb (TwfStatementWindow *self)
{
  g_autofree char *text = NULL;

  if (self->workbench == NULL)
    return;
  twf_text_view_flush (self->view);
  text = g_strdup (twf_text_view_get_text (self->view));
  twf_text_view_set_language (self->view, get_language (self));
  twf_spell_view_show (twf_spell_view_attach (self->view), self->workbench, get_language (self));
  twf_text_view_set_text (self->view, text);
}

static void
text_edited_cb (TwfStatementWindow *self)
{
  say (self, NULL);
}

static void
text_refused_cb (TwfStatementWindow *self, const char *reason)
{
  say (self, reason);
}

static void
frame_pressed_cb (TwfStatementWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
show_owner (TwfStatementWindow *self)
{
  g_autofree char *name = self->code != NULL
                              ? twf_words_dup_delegation (self->workbench, self->code)
                              : g_strdup (_ ("Choose a delegation"));
  g_autofree char *line = twf_interface_dup_line (name);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", _ ("Whose Statement"), name);

  gtk_label_set_label (self->owner_label, line);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->owner), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
owner_chosen_cb (TwfStatementWindow *self, const char *code)
{
  g_free (self->code);
  self->code = g_strdup (code);
  gtk_menu_button_popdown (self->owner);
  say (self, NULL);
  show_owner (self);
}

static void
run_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfStatementWindow *self = TWF_STATEMENT_WINDOW (widget);
  guint kind = gtk_drop_down_get_selected (self->kind);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  twf_text_view_flush (self->view);
  text = g_strstrip (g_strdup (twf_text_view_get_text (self->view)));
  if (self->code == NULL || *text == '\0')
    {
      say (self, self->code == NULL ? _ ("Choose whose statement it is.") : _ ("Write it first."));
      return;
    }
  edits = twf_statement_make (twf_workbench_get_plan (self->workbench),
                              twf_provision_get_id (self->provision),
                              kinds[MIN (kind, G_N_ELEMENTS (kinds) - 1)],
                              self->code,
                              get_language (self),
                              text,
                              NULL,
                              &error);
  if (edits == NULL)
    {
      g_autofree char *sentence = twf_error_describe (error, gtk_label_get_text (self->place));

      say (self, sentence);
      return;
    }
  if (!twf_workbench_apply_all (self->workbench, edits, _ ("Statement")))
    return;
  self->done = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
leave_response_cb (TwfStatementWindow *self, const char *response)
{
  if (!g_str_equal (response, "leave"))
    return;
  self->done = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
twf_statement_window_close_request (GtkWindow *window)
{
  TwfStatementWindow *self = TWF_STATEMENT_WINDOW (window);

  twf_text_view_flush (self->view);
  if (self->done || *twf_text_view_get_text (self->view) == '\0')
    return GTK_WINDOW_CLASS (twf_statement_window_parent_class)->close_request (window);
  twf_leave_ask (window, G_CALLBACK (leave_response_cb));
  return TRUE;
}

static void
twf_statement_window_dispose (GObject *object)
{
  TwfStatementWindow *self = TWF_STATEMENT_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_STATEMENT_WINDOW);
  g_clear_pointer (&self->code, g_free);
  g_clear_object (&self->provision);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_statement_window_parent_class)->dispose (object);
}

static void
twf_statement_window_class_init (TwfStatementWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TWF_TYPE_TEXT_VIEW);
  G_OBJECT_CLASS (klass)->dispose = twf_statement_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = twf_statement_window_close_request;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/forms/twf-statement-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfStatementWindow, place);
  gtk_widget_class_bind_template_child (widget_class, TwfStatementWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, TwfStatementWindow, owner);
  gtk_widget_class_bind_template_child (widget_class, TwfStatementWindow, owner_label);
  gtk_widget_class_bind_template_child (widget_class, TwfStatementWindow, language);
  gtk_widget_class_bind_template_child (widget_class, TwfStatementWindow, view);
  gtk_widget_class_bind_template_child (widget_class, TwfStatementWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfStatementWindow, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, frame_pressed_cb);
  gtk_widget_class_install_action (widget_class, "statement.run", NULL, run_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_statement_window_init (TwfStatementWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  twf_leave_add_run_key (GTK_WIDGET (self), "statement.run");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Statement"), -1);
}

static void
fill_languages (TwfStatementWindow *self)
{
  const char *const *languages = twf_plan_get_languages (twf_workbench_get_plan (self->workbench));
  GtkStringList *names = gtk_string_list_new (NULL);
  guint shown = 0;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = twf_interface_dup_language_name (languages[i]);

      gtk_string_list_append (names, name);
      if (g_str_equal (languages[i], twf_workbench_get_language (self->workbench)))
        shown = i;
    }
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
  g_object_unref (names);
  gtk_drop_down_set_selected (self->language, shown);
  language_chosen_cb (self);
}

/* Who acts for a delegation states for it alone; the facilitator writes down what each does. */
static void
fill_owner (TwfStatementWindow *self)
{
  self->code = g_strdup (twf_workbench_get_owner (self->workbench));
  if (self->code != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->owner), FALSE);
  else
    {
      GtkWidget *popover = gtk_popover_new ();
      GtkWidget *list = twf_delegation_list_new (self->workbench, FALSE);

      g_signal_connect_object (
          list, "chosen", G_CALLBACK (owner_chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_popover_set_child (GTK_POPOVER (popover), list);
      gtk_menu_button_set_popover (self->owner, popover);
    }
  gtk_widget_set_halign (gtk_widget_get_parent (GTK_WIDGET (self->owner_label)), GTK_ALIGN_FILL);
  show_owner (self);
}

/**
 * twf_statement_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the open plan
 * @provision: what the statement is about
 *
 * Returns: (transfer full): a window in which it is written
 */
GtkWidget *
twf_statement_window_new (GtkWindow *parent, TwfWorkbench *workbench, TwfProvision *provision)
{
  TwfStatementWindow *self = g_object_new (
      TWF_TYPE_STATEMENT_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
  g_autofree char *name = twf_words_dup_provision (workbench, provision);
  g_autofree char *line = twf_interface_dup_line (name);

  self->workbench = g_object_ref (workbench);
  self->provision = g_object_ref (provision);
  gtk_label_set_label (self->place, line);
  fill_owner (self);
  fill_languages (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return GTK_WIDGET (self);
}
