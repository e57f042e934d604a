/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-window.h"
#include "twf-window-private.h"

#include "twf-error.h"
#include "twf-message.h"

#include <glib/gi18n.h>

typedef struct
{
  GWeakRef window;
  char *message;
  TwfThen then;
} Saving;

static void
saving_free (Saving *saving)
{
  g_weak_ref_clear (&saving->window);
  g_free (saving->message);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
changed_response_cb (TwfWindow *self, const char *response, GtkWidget *dialog)
{
  if (g_str_equal (response, "theirs"))
    twf_window_reload (self);
  else if (g_str_equal (response, "over"))
    twf_window_save (self, g_object_get_data (G_OBJECT (dialog), "message"), TRUE, TWF_THEN_STAY);
}

/* Somebody else saved the same provision: both ways out are offered, and neither is taken without
 * being asked for. */
static void
ask_about_newer (TwfWindow *self, const GError *error, const char *message)
{
  TwfDesk *desk = twf_workbench_get_desk (twf_window_get_workbench (self));
  g_autofree char *name = g_path_get_basename (twf_desk_get_path (desk));
  g_autofree char *body = twf_error_describe (error, name);
  GtkWidget *widget
      = adw_message_dialog_new (GTK_WINDOW (self), _ ("Saved by Somebody Else"), body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog,
                                    "cancel",
                                    _ ("_Cancel"),
                                    "theirs",
                                    _ ("_Take Theirs"),
                                    "over",
                                    _ ("_Save Over"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "theirs", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "message", g_strdup (message), g_free);
  g_signal_connect_object (
      dialog, "response", G_CALLBACK (changed_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (TwfWindow) self = g_weak_ref_get (&saving->window);
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = twf_desk_save_finish (TWF_DESK (source), result, &error);

  if (self == NULL || twf_window_get_workbench (self) == NULL)
    return;
  twf_window_update_actions (self);
  if (revision == NULL)
    {
      if (g_error_matches (error, TWF_ERROR, TWF_ERROR_CHANGED))
        ask_about_newer (self, error, saving->message);
      else
        twf_window_report (self, error, NULL);
      return;
    }
  if (saving->then != TWF_THEN_STAY)
    twf_window_close_plan (self, saving->then == TWF_THEN_CLOSE_WINDOW);
  else
    twf_window_notice (self, _ ("Revision saved"), FALSE);
}

/**
 * twf_window_save:
 * @self: a window with a plan
 * @message: (nullable): what was changed
 * @over_newer: whether to save over what somebody else saved since
 * @then: what follows when it is saved
 *
 * Saves a revision.
 */
void
twf_window_save (TwfWindow *self, const char *message, gboolean over_newer, TwfThen then)
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);
  Saving *saving;

  if (workbench == NULL || twf_workbench_is_read_only (workbench))
    return;
  if (!over_newer && !twf_desk_is_modified (twf_workbench_get_desk (workbench)))
    {
      twf_window_notice (self, _ ("Nothing has changed since the last revision"), FALSE);
      return;
    }
  if (message == NULL || *message == '\0')
    message = _ ("Draft");
  saving = g_new0 (Saving, 1);
  g_weak_ref_init (&saving->window, self);
  saving->message = g_strdup (message);
  saving->then = then;
  twf_desk_save_async (
      twf_workbench_get_desk (workbench), message, over_newer, NULL, saved_cb, saving);
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!twf_desk_reload_finish (TWF_DESK (source), result, &error))
    twf_window_report (self, error, NULL);
  else
    twf_window_notice (self, _ ("The plan shows what was saved last"), FALSE);
}

/**
 * twf_window_reload:
 * @self: a window with a plan
 *
 * Takes in what was saved last, by whomever.
 */
void
twf_window_reload (TwfWindow *self)
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);

  if (workbench != NULL)
    twf_desk_reload_async (
        twf_workbench_get_desk (workbench), NULL, reloaded_cb, g_object_ref (self));
}
