/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-send-window.h"

#include "twf-bidi.h"
#include "twf-byline.h"
#include "twf-delegation-menu.h"
#include "twf-desk-send.h"
#include "twf-drop-down.h"
#include "twf-error.h"
#include "twf-interface.h"
#include "twf-message.h"
#include "twf-place.h"
#include "twf-spoken.h"
#include "twf-unsaved-note.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfSendWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkDropDown *to;
  GtkLabel *to_facilitator;
  GtkCheckButton *whole;
  GtkLabel *what;
  GtkLabel *since;
  TwfUnsavedNote *unsaved;
  GtkEditable *path;
  GtkLabel *problem;
  GtkWidget *send;
  GtkSpinner *spinner;

  /* Owned. */
  TwfWorkbench *workbench; /* NULL: the window is closed */
  GStrv codes;     /* in step with the rows of @to behind the first; empty: a delegation sends */
  char *suggested; /* the place that was put in last */
  GCancellable *closing;
  GCancellable *weighing; /* of the question that holds */
  gboolean is_ready;      /* there is something to send */
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (TwfSendWindow, twf_send_window, ADW_TYPE_WINDOW)

static guint sent_signal;

static TwfDesk *
get_desk (TwfSendWindow *self)
{
  return twf_workbench_get_desk (self->workbench);
}

static gboolean
sends_for_facilitator (TwfSendWindow *self)
{
  return twf_desk_get_identity (get_desk (self)) == NULL;
}

/* NULL: the facilitator, or anybody. */
static const char *
get_recipient (TwfSendWindow *self)
{
  return twf_delegation_menu_get_code (self->to, (const char *const *)self->codes);
}

static gboolean
is_whole (TwfSendWindow *self)
{
  return gtk_check_button_get_active (self->whole);
}

static void
show_problem (TwfSendWindow *self, const char *sentence)
{
  g_autofree char *line = sentence != NULL ? twf_interface_dup_line (sentence) : NULL;

  gtk_label_set_label (self->problem, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
update_sensitive (TwfSendWindow *self)
{
  gboolean named = *gtk_editable_get_text (self->path) != '\0';

  gtk_widget_set_sensitive (self->send, self->is_ready && named && !self->is_busy);
  gtk_spinner_set_spinning (self->spinner, self->is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->is_busy);
}

static char *
dup_since (TwfSendWindow *self, const TwfSent *sent)
{
  const char *code = get_recipient (self);
  g_autofree char *who = twf_words_dup_delegation (self->workbench, code);
  g_autofree char *moment = NULL;
  g_autofree char *symbol = NULL;
  g_autofree char *known = NULL;

  if (sent->known[0] == NULL && is_whole (self))
    return g_strdup (_ ("Everything, for somebody who has nothing of this plan yet."));
  if (sent->known[0] == NULL)
    return g_strdup_printf (_ ("Everything: nothing is known of what %s has."), who);
  moment = twf_byline_dup_moment (sent->known_when);
  symbol = sent->known_symbol != NULL ? twf_text_isolate (sent->known_symbol) : NULL;
  known = symbol != NULL ? g_strdup_printf ("%s · %s", moment, symbol) : g_strdup (moment);
  return g_strdup_printf (
      _ ("What came since %s; %s is taken to have all before that."), known, who);
}

static char *
dup_what (TwfSendWindow *self, const TwfSent *sent)
{
  g_autofree char *branch = twf_words_dup_branch (self->workbench, sent->branch);
  g_autofree char *count = twf_workbench_dup_count (self->workbench, sent->n_revisions);

  if (sent->n_revisions == 0)
    return g_strdup_printf (_ ("%s: nothing new to send"), branch);
  return g_strdup_printf (
      ngettext ("%s: %s revision", "%s: %s revisions", sent->n_revisions), branch, count);
}

static void
show_sent (TwfSendWindow *self, const TwfSent *sent)
{
  g_autofree char *what = dup_what (self, sent);
  g_autofree char *since = dup_since (self, sent);

  self->is_ready = sent->n_revisions > 0;
  gtk_label_set_label (self->what, what);
  gtk_label_set_label (self->since, since);
  gtk_widget_set_visible (GTK_WIDGET (self->since), TRUE);
}

static void
weighed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfSendWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfSent) sent = twf_desk_weigh_send_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->is_ready = FALSE;
  if (sent != NULL)
    show_sent (self, sent);
  else if (g_error_matches (error, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    {
      gtk_label_set_label (self->what, _ ("Nothing was saved for this delegation yet"));
      gtk_widget_set_visible (GTK_WIDGET (self->since), FALSE);
    }
  else
    twf_workbench_report (self->workbench, error);
  update_sensitive (self);
}

/* Asked anew with each choice and each save; the answer that is late is of no interest. */
static void
weigh (TwfSendWindow *self)
{
  if (self->workbench == NULL)
    return;
  if (self->weighing != NULL)
    g_cancellable_cancel (self->weighing);
  g_clear_object (&self->weighing);
  self->weighing = g_cancellable_new ();
  twf_desk_weigh_send_async (get_desk (self),
                             get_recipient (self),
                             is_whole (self),
                             self->weighing,
                             weighed_cb,
                             g_object_ref (self));
}

/* What a person wrote is left alone. */
static void
suggest_path (TwfSendWindow *self)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (self->suggested != NULL && !g_str_equal (gtk_editable_get_text (self->path), self->suggested))
    return;
  name = twf_desk_dup_file_name (get_desk (self), get_recipient (self));
  path = g_build_filename (folder != NULL ? folder : g_get_home_dir (), name, NULL);
  g_free (self->suggested);
  self->suggested = g_filename_display_name (path);
  gtk_editable_set_text (self->path, self->suggested);
  gtk_editable_set_position (self->path, -1);
}

static void
whole_toggled_cb (TwfSendWindow *self)
{
  weigh (self);
}

/* Who is not named has nothing. */
static void
to_changed_cb (TwfSendWindow *self)
{
  gboolean anybody;

  if (self->workbench == NULL)
    return;
  anybody = sends_for_facilitator (self) && get_recipient (self) == NULL;
  suggest_path (self);
  gtk_widget_set_visible (GTK_WIDGET (self->whole), !anybody);
  if (is_whole (self) == anybody)
    weigh (self);
  else
    gtk_check_button_set_active (self->whole, anybody);
}

static void
path_changed_cb (TwfSendWindow *self)
{
  show_problem (self, NULL);
  update_sensitive (self);
}

static void
choose_clicked_cb (TwfSendWindow *self)
{
  twf_place_choose_into (self->path, _ ("Where to Put the File"));
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfSendWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfSent) sent = twf_desk_send_finish (TWF_DESK (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->workbench == NULL)
    return;
  self->is_busy = FALSE;
  update_sensitive (self);
  if (sent != NULL)
    {
      g_signal_emit (self, sent_signal, 0, sent);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EMPTY))
    sentence = g_strdup (_ ("There is nothing new to send."));
  else
    sentence = twf_error_describe (error, gtk_editable_get_text (self->path));
  show_problem (self, sentence);
}

static void
send_clicked_cb (TwfSendWindow *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (self->path));
  g_autofree char *path = g_filename_from_utf8 (g_strstrip (typed), -1, NULL, NULL, NULL);

  self->is_busy = TRUE;
  show_problem (self, NULL);
  update_sensitive (self);
  twf_desk_send_async (get_desk (self),
                       path != NULL ? path : typed,
                       NULL,
                       get_recipient (self),
                       is_whole (self),
                       self->closing,
                       sent_cb,
                       g_object_ref (self));
}

static void
twf_send_window_dispose (GObject *object)
{
  TwfSendWindow *self = TWF_SEND_WINDOW (object);

  g_cancellable_cancel (self->closing);
  if (self->weighing != NULL)
    g_cancellable_cancel (self->weighing);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_SEND_WINDOW);
  G_OBJECT_CLASS (twf_send_window_parent_class)->dispose (object);
}

static void
twf_send_window_finalize (GObject *object)
{
  TwfSendWindow *self = TWF_SEND_WINDOW (object);

  g_strfreev (self->codes);
  g_free (self->suggested);
  g_object_unref (self->closing);
  g_clear_object (&self->weighing);
  G_OBJECT_CLASS (twf_send_window_parent_class)->finalize (object);
}

static void
twf_send_window_class_init (TwfSendWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TWF_TYPE_UNSAVED_NOTE);
  G_OBJECT_CLASS (klass)->dispose = twf_send_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_send_window_finalize;
  sent_signal = g_signal_new ("sent",
                              G_TYPE_FROM_CLASS (klass),
                              G_SIGNAL_RUN_LAST,
                              0,
                              NULL,
                              NULL,
                              NULL,
                              G_TYPE_NONE,
                              1,
                              G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/exchange/twf-send-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfSendWindow, to);
  gtk_widget_class_bind_template_child (widget_class, TwfSendWindow, to_facilitator);
  gtk_widget_class_bind_template_child (widget_class, TwfSendWindow, whole);
  gtk_widget_class_bind_template_child (widget_class, TwfSendWindow, what);
  gtk_widget_class_bind_template_child (widget_class, TwfSendWindow, since);
  gtk_widget_class_bind_template_child (widget_class, TwfSendWindow, unsaved);
  gtk_widget_class_bind_template_child (widget_class, TwfSendWindow, path);
  gtk_widget_class_bind_template_child (widget_class, TwfSendWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfSendWindow, send);
  gtk_widget_class_bind_template_child (widget_class, TwfSendWindow, spinner);
  gtk_widget_class_bind_template_callback (widget_class, to_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, whole_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, path_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, send_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_send_window_init (TwfSendWindow *self)
{
  self->closing = g_cancellable_new ();
  self->codes = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  twf_drop_down_let_shrink (self->to);
  /* Paths are written from their root. */
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (self->path)), GTK_TEXT_DIR_LTR);
  twf_unsaved_note_set_words (self->unsaved,
                              _ ("What was changed since the last revision is not in it."));
}

/**
 * twf_send_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the plan that is open
 * @code: (nullable): of the delegation that is to get it
 *
 * Returns: (transfer full): a window that says what goes out and asks where it is put
 */
GtkWidget *
twf_send_window_new (GtkWindow *parent, TwfWorkbench *workbench, const char *code)
{
  TwfSendWindow *self;
  gboolean facilitator;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (TWF_TYPE_SEND_WINDOW, "transient-for", parent, NULL);
  self->workbench = g_object_ref (workbench);
  facilitator = sends_for_facilitator (self);
  gtk_widget_set_visible (GTK_WIDGET (self->to), facilitator);
  gtk_widget_set_visible (GTK_WIDGET (self->to_facilitator), !facilitator);
  twf_unsaved_note_set_workbench (self->unsaved, workbench);
  g_signal_connect_object (
      get_desk (self), "notify::revision", G_CALLBACK (weigh), self, G_CONNECT_SWAPPED);
  if (facilitator)
    {
      /* Choosing asks at once for whom: the codes before are there until the new ones are. */
      GStrv codes
          = twf_delegation_menu_fill (self->to, workbench, _ ("Anybody, as an invitation"), code);

      g_strfreev (self->codes);
      self->codes = codes;
    }
  to_changed_cb (self);
  /* Return writes it. */
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->path));
  gtk_editable_set_position (self->path, -1);
  return GTK_WIDGET (self);
}
