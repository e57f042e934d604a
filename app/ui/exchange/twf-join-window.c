/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-join-window.h"

#include "twf-asker.h"
#include "twf-delegation.h"
#include "twf-desk-join.h"
#include "twf-error.h"
#include "twf-file-chooser.h"
#include "twf-interface.h"
#include "twf-message.h"
#include "twf-place.h"
#include "twf-question.h"
#include "twf-region.h"

#include <glib/gi18n.h>

/* What Send… puts behind the plan's name. */
#define SENT_NAME "(-[^-]+-\\d{4}-\\d{2}-\\d{2})?(\\.tawafuq)?$"

struct _TwfJoinWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkEditable *from;
  GtkEditable *identity;
  GtkLabel *identity_name;
  GtkEditable *folder;
  GtkLabel *problem;
  GtkSpinner *spinner;
  GtkWidget *join;

  /* Owned. */
  char *code;      /* NULL: what stands there is none; empty: the facilitator */
  char *suggested; /* the place that was put in last; nullable */
  GCancellable *closing;
  TwfAsker *asker;
  GtkWindow *question; /* weak: open while a server waits */
  gboolean is_busy;
  gboolean is_closed;
};

G_DEFINE_FINAL_TYPE (TwfJoinWindow, twf_join_window, ADW_TYPE_WINDOW)

static guint joined_signal;

static void
update (TwfJoinWindow *self)
{
  gtk_widget_set_sensitive (self->join,
                            !self->is_busy && self->code != NULL
                                && *gtk_editable_get_text (self->from) != '\0'
                                && *gtk_editable_get_text (self->folder) != '\0');
  gtk_spinner_set_spinning (self->spinner, self->is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->is_busy);
}

static void
show_problem (TwfJoinWindow *self, const char *sentence)
{
  g_autofree char *line = sentence != NULL ? twf_interface_dup_line (sentence) : NULL;

  gtk_label_set_label (self->problem, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

/* Named after the plan that the file is named after; what a person wrote is left alone. */
static void
from_changed_cb (TwfJoinWindow *self)
{
  g_autofree char *file = g_path_get_basename (gtk_editable_get_text (self->from));
  g_autoptr (GRegex) sent = g_regex_new (SENT_NAME, 0, 0, NULL);
  g_autofree char *name = g_regex_replace_literal (sent, file, -1, 0, "", 0, NULL);

  show_problem (self, NULL);
  if (*gtk_editable_get_text (self->from) != '\0'
      && (self->suggested == NULL
          || g_str_equal (gtk_editable_get_text (self->folder), self->suggested)))
    {
      g_autofree char *path = twf_place_suggest (name != NULL ? name : file, ".twf");

      g_free (self->suggested);
      self->suggested = g_filename_display_name (path);
      gtk_editable_set_text (self->folder, self->suggested);
      gtk_editable_set_position (self->folder, -1);
    }
  update (self);
}

static void
folder_changed_cb (TwfJoinWindow *self)
{
  show_problem (self, NULL);
  update (self);
}

/* A state's name is as good as its code. */
static void
identity_changed_cb (TwfJoinWindow *self)
{
  g_autofree char *interface = twf_interface_dup_language ();
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->identity)));
  g_autofree char *found = twf_region_find (typed, interface);
  g_autofree char *code = found != NULL ? g_strdup (found) : g_ascii_strup (typed, -1);
  g_autofree char *name = NULL;

  g_clear_pointer (&self->code, g_free);
  if (*code == '\0' || twf_delegation_code_is_valid (code))
    self->code = g_steal_pointer (&code);
  if (self->code != NULL && *self->code != '\0')
    name = twf_region_dup_name (self->code, interface);
  if (self->code == NULL)
    gtk_label_set_label (self->identity_name, _ ("Not a delegation's code"));
  else if (*self->code == '\0')
    gtk_label_set_label (self->identity_name, _ ("You act as the facilitator"));
  else
    gtk_label_set_label (self->identity_name, name != NULL ? name : self->code);
  update (self);
}

static void
file_chosen_cb (GtkWindow *parent, const char *path, gpointer user_data)
{
  g_autoptr (TwfJoinWindow) self = user_data;
  g_autofree char *shown = g_filename_display_name (path);

  if (self->is_closed)
    return;
  gtk_editable_set_text (self->from, shown);
  gtk_editable_set_position (self->from, -1);
}

static void
choose_from_clicked_cb (TwfJoinWindow *self)
{
  twf_file_chooser_ask_file (
      GTK_WINDOW (self), _ ("Invitation"), file_chosen_cb, g_object_ref (self));
}

static void
choose_folder_clicked_cb (TwfJoinWindow *self)
{
  twf_place_choose_into (self->folder, _ ("Where to Keep the Plan"));
}

static void
show_error (TwfJoinWindow *self, const GError *error)
{
  const char *from = gtk_editable_get_text (self->from);
  const char *subject = g_error_matches (error, TWF_ERROR, TWF_ERROR_EXISTS)
                            ? gtk_editable_get_text (self->folder)
                            : from;
  /* A server is known by all of its address. */
  g_autofree char *name
      = g_path_is_absolute (subject) ? g_path_get_basename (subject) : g_strdup (subject);
  g_autofree char *sentence = twf_error_describe (error, name);

  show_problem (self, sentence);
}

static void
joined_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfJoinWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) receipts = twf_desk_join_finish (result, &error);
  const TwfReceipt *first = receipts != NULL && receipts->len > 0 ? receipts->pdata[0] : NULL;

  if (self->is_closed)
    return;
  self->is_busy = FALSE;
  update (self);
  if (receipts == NULL)
    {
      show_error (self, error);
      return;
    }
  g_signal_emit (self,
                 joined_signal,
                 0,
                 gtk_editable_get_text (self->folder),
                 self->code != NULL ? self->code : "",
                 first != NULL ? first->verdict : NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
answered_cb (const char *answer, gboolean keep, gpointer user_data)
{
  g_autoptr (TwfJoinWindow) self = user_data;

  g_clear_weak_pointer (&self->question);
  twf_asker_answer (self->asker, answer, keep);
}

/* What the server wants to know. A token that waits to be touched blinks by itself. */
static gboolean
ask (const TwfQuestion *question, gpointer user_data)
{
  TwfJoinWindow *self = user_data;

  if (self->is_closed || question->kind == TWF_QUESTION_TOUCH)
    return FALSE;
  g_set_weak_pointer (
      &self->question,
      twf_question_present (GTK_WINDOW (self), question, answered_cb, g_object_ref (self)));
  return TRUE;
}

static void
join_clicked_cb (TwfJoinWindow *self)
{
  const TwfDeskJoin how = { .from = gtk_editable_get_text (self->from),
                            .code = *self->code != '\0' ? self->code : NULL,
                            .asking = twf_asker_get_asking (self->asker) };

  self->is_busy = TRUE;
  show_problem (self, NULL);
  update (self);
  twf_desk_join_with_async (
      gtk_editable_get_text (self->folder), &how, self->closing, joined_cb, g_object_ref (self));
}

static void
twf_join_window_dispose (GObject *object)
{
  TwfJoinWindow *self = TWF_JOIN_WINDOW (object);

  self->is_closed = TRUE;
  g_cancellable_cancel (self->closing);
  twf_asker_answer (self->asker, NULL, FALSE);
  g_clear_weak_pointer (&self->question);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_JOIN_WINDOW);
  G_OBJECT_CLASS (twf_join_window_parent_class)->dispose (object);
}

static void
twf_join_window_finalize (GObject *object)
{
  TwfJoinWindow *self = TWF_JOIN_WINDOW (object);

  g_free (self->code);
  g_free (self->suggested);
  g_object_unref (self->closing);
  twf_asker_free (self->asker);
  G_OBJECT_CLASS (twf_join_window_parent_class)->finalize (object);
}

static void
twf_join_window_class_init (TwfJoinWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_join_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_join_window_finalize;
  joined_signal = g_signal_new ("joined",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                3,
                                G_TYPE_STRING,
                                G_TYPE_STRING,
                                G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/exchange/twf-join-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfJoinWindow, from);
  gtk_widget_class_bind_template_child (widget_class, TwfJoinWindow, identity);
  gtk_widget_class_bind_template_child (widget_class, TwfJoinWindow, identity_name);
  gtk_widget_class_bind_template_child (widget_class, TwfJoinWindow, folder);
  gtk_widget_class_bind_template_child (widget_class, TwfJoinWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfJoinWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TwfJoinWindow, join);
  gtk_widget_class_bind_template_callback (widget_class, from_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, identity_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_from_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, join_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
set_ltr (GtkEditable *entry)
{
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (entry)), GTK_TEXT_DIR_LTR);
}

static void
twf_join_window_init (TwfJoinWindow *self)
{
  self->closing = g_cancellable_new ();
  self->asker = twf_asker_new (ask, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_ltr (self->from);
  set_ltr (self->folder);
}

/**
 * twf_join_window_new:
 * @parent: (nullable): the window it belongs to
 * @invitation: (nullable): the file, where it is known
 * @code: (nullable): of the delegation that one acts as
 *
 * Returns: (transfer full): a window that asks for an invitation, who joins, and where the plan is
 *   to lie
 */
GtkWidget *
twf_join_window_new (GtkWindow *parent, const char *invitation, const char *code)
{
  TwfJoinWindow *self = g_object_new (TWF_TYPE_JOIN_WINDOW, "transient-for", parent, NULL);
  g_autofree char *shown = invitation != NULL ? g_filename_display_name (invitation) : NULL;

  gtk_editable_set_text (self->identity, code != NULL ? code : "");
  identity_changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self),
                        GTK_WIDGET (shown != NULL ? self->identity : self->from));
  if (shown != NULL)
    gtk_editable_set_text (self->from, shown);
  gtk_editable_set_position (self->from, -1);
  return GTK_WIDGET (self);
}
