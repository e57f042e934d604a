/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-issue-window.h"

#include "twf-bidi.h"
#include "twf-clock.h"
#include "twf-date.h"
#include "twf-error.h"
#include "twf-interface.h"
#include "twf-message.h"
#include "twf-moment-entry.h"

#include <glib/gi18n.h>

struct _TwfIssueWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkEditable *symbol;
  GtkEditable *when;
  GtkEditable *note;
  GtkWidget *issue;
  GtkLabel *about;
  GtkLabel *problem;
  GtkWidget *former;
  GtkLabel *issued;

  /* Owned. */
  TwfWorkbench *workbench;
  char *revision;  /* nullable: the one the plan stands on */
  char *suggested; /* the moment as it was put in; left so, it is the moment of issue */
  GCancellable *closing;
};

G_DEFINE_FINAL_TYPE (TwfIssueWindow, twf_issue_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_ISSUED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* 0: now. FALSE: it is no date and time. */
static gboolean
read_when (TwfIssueWindow *self, gint64 *when)
{
  *when = 0;
  return g_str_equal (gtk_editable_get_text (self->when), self->suggested)
         || twf_moment_entry_read (self->when, when);
}

static void
show_problem (TwfIssueWindow *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
changed_cb (TwfIssueWindow *self)
{
  g_autofree char *symbol = g_strstrip (g_strdup (gtk_editable_get_text (self->symbol)));
  gint64 when;
  gboolean dated = self->suggested == NULL || read_when (self, &when);

  show_problem (self, dated ? NULL : _ ("Give the date and time as 2010-07-19 17:00."));
  gtk_widget_set_sensitive (self->issue, *symbol != '\0' && dated && self->workbench != NULL);
}

static char *
describe (const GError *error, const char *symbol)
{
  g_autofree char *isolated = twf_text_isolate (symbol);

  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EXISTS))
    return g_strdup_printf (
        _ ("%s was issued already, and what is issued does not change. Give another symbol."),
        isolated);
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_INVALID))
    return g_strdup_printf (_ ("%s cannot be a symbol. Give another."), isolated);
  return twf_error_describe (error, symbol);
}

static void
issued_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfIssueWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfIssued) issued = twf_desk_issue_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL)
    return;
  if (issued != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_ISSUED], 0, issued->symbol);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *sentence = describe (error, gtk_editable_get_text (self->symbol));

      show_problem (self, sentence);
    }
  gtk_widget_set_sensitive (self->issue, TRUE);
}

static void
issue_clicked_cb (TwfIssueWindow *self)
{
  const char *note = gtk_editable_get_text (self->note);
  gint64 when;

  if (!read_when (self, &when))
    return;
  gtk_widget_set_sensitive (self->issue, FALSE);
  show_problem (self, NULL);
  twf_desk_issue_async (twf_workbench_get_desk (self->workbench),
                        self->revision,
                        gtk_editable_get_text (self->symbol),
                        when,
                        *note != '\0' ? note : NULL,
                        self->closing,
                        issued_cb,
                        g_object_ref (self));
}

static void
append_issued (GString *text, const TwfIssued *issued)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (issued->when);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *symbol = twf_text_isolate (issued->symbol);
  g_autofree char *moment = local != NULL && issued->by != NULL
                                ? twf_date_format_moment (local, language)
                                : g_strdup (_ ("date unknown"));
  g_autofree char *when = twf_text_isolate (moment);
  g_autofree char *joined = g_strdup_printf ("%s · %s", symbol, when);
  g_autofree char *line = twf_interface_dup_line (joined);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfIssueWindow) self = user_data;
  g_autoptr (GPtrArray) issued = twf_desk_list_issued_finish (TWF_DESK (source), result, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->workbench == NULL || issued == NULL || issued->len == 0)
    return;
  for (guint i = issued->len; i > 0; i--)
    append_issued (text, issued->pdata[i - 1]);
  gtk_label_set_label (self->issued, text->str);
  gtk_widget_set_visible (self->former, TRUE);
}

static void
twf_issue_window_dispose (GObject *object)
{
  TwfIssueWindow *self = TWF_ISSUE_WINDOW (object);

  if (self->closing != NULL)
    g_cancellable_cancel (self->closing);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_ISSUE_WINDOW);
  G_OBJECT_CLASS (twf_issue_window_parent_class)->dispose (object);
}

static void
twf_issue_window_finalize (GObject *object)
{
  TwfIssueWindow *self = TWF_ISSUE_WINDOW (object);

  g_free (self->revision);
  g_free (self->suggested);
  g_clear_object (&self->closing);
  G_OBJECT_CLASS (twf_issue_window_parent_class)->finalize (object);
}

static void
twf_issue_window_class_init (TwfIssueWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_issue_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_issue_window_finalize;
  signals[SIGNAL_ISSUED] = g_signal_new ("issued",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/issue/twf-issue-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfIssueWindow, symbol);
  gtk_widget_class_bind_template_child (widget_class, TwfIssueWindow, when);
  gtk_widget_class_bind_template_child (widget_class, TwfIssueWindow, note);
  gtk_widget_class_bind_template_child (widget_class, TwfIssueWindow, issue);
  gtk_widget_class_bind_template_child (widget_class, TwfIssueWindow, about);
  gtk_widget_class_bind_template_child (widget_class, TwfIssueWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfIssueWindow, former);
  gtk_widget_class_bind_template_child (widget_class, TwfIssueWindow, issued);
  gtk_widget_class_bind_template_callback (widget_class, issue_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_issue_window_init (TwfIssueWindow *self)
{
  self->closing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_moment_entry_show (self->when, twf_clock_now ());
  self->suggested = g_strdup (gtk_editable_get_text (self->when));
}

/* What is not saved is in no revision. */
static const char *
get_about (TwfIssueWindow *self)
{
  if (self->revision != NULL)
    return _ ("This revision gets its symbol for good. What stands in it keeps its numbers from "
              "then on; what is inserted later is bis, ter, quater.");
  if (twf_desk_is_modified (twf_workbench_get_desk (self->workbench)))
    return _ ("The last saved revision gets its symbol for good. What was changed since is not in "
              "it: save first if it is to be. What stands in it keeps its numbers from then on; "
              "what is inserted later is bis, ter, quater.");
  return _ ("The last saved revision gets its symbol for good. What stands in it keeps its numbers "
            "from then on; what is inserted later is bis, ter, quater.");
}

/**
 * twf_issue_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the plan that is open
 * @revision: (nullable): which revision; %NULL: the one the plan stands on
 *
 * Returns: (transfer full): a window that asks for symbol, date and note
 */
GtkWidget *
twf_issue_window_new (GtkWindow *parent, TwfWorkbench *workbench, const char *revision)
{
  TwfIssueWindow *self;
  const char *symbol;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (TWF_TYPE_ISSUE_WINDOW, "transient-for", parent, NULL);
  self->workbench = g_object_ref (workbench);
  self->revision = g_strdup (revision);
  gtk_label_set_label (self->about, get_about (self));
  symbol = twf_plan_get_field (twf_workbench_get_plan (workbench), TWF_PLAN_SYMBOL);
  if (symbol != NULL)
    gtk_editable_set_text (self->symbol, symbol);
  changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->symbol));
  twf_desk_list_issued_async (
      twf_workbench_get_desk (workbench), self->closing, listed_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
