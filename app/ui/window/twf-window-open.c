/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-window.h"
#include "twf-window-private.h"

#include "twf-error.h"
#include "twf-message.h"
#include "twf-recent.h"

#include <glib/gi18n.h>

/* Opening, making and closing a plan: everything here waits for the desk's worker. */

/**
 * twf_window_dup_identity:
 * @self: a window
 *
 * Returns: (transfer full) (nullable): the code of the delegation one acts as; NULL: the
 * facilitator
 */
char *
twf_window_dup_identity (TwfWindow *self)
{
  GSettings *settings = twf_window_get_settings (self);
  g_autofree char *identity
      = settings != NULL ? g_settings_get_string (settings, "identity") : NULL;

  return identity != NULL && *identity != '\0' ? g_steal_pointer (&identity) : NULL;
}

/**
 * twf_window_adopt_desk:
 * @self: a window without a plan
 * @desk: a plan that was opened or made
 *
 * Shows @desk from its first page and remembers it among the recent plans.
 */
void
twf_window_adopt_desk (TwfWindow *self, TwfDesk *desk)
{
  twf_recent_add (twf_desk_get_path (desk));
  twf_window_take_desk (self, desk);
  twf_workbench_set_place (twf_window_get_workbench (self), TWF_PLACE_DETAILS);
}

/* What an opening hands on to its end: the window may be gone by then. */
typedef struct
{
  GWeakRef window;
  char *path;
  gboolean or_open; /* what is there already is opened */
} Opening;

static Opening *
opening_new (TwfWindow *self, const char *path)
{
  Opening *opening = g_new0 (Opening, 1);

  g_weak_ref_init (&opening->window, self);
  opening->path = g_strdup (path);
  return opening;
}

static void
opening_free (Opening *opening)
{
  g_weak_ref_clear (&opening->window);
  g_free (opening->path);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
end_opening (Opening *opening, TwfDesk *desk, const GError *error)
{
  g_autoptr (TwfWindow) self = g_weak_ref_get (&opening->window);
  g_autofree char *name = g_path_get_basename (opening->path);

  if (self == NULL)
    {
      if (desk != NULL)
        twf_desk_close_async (desk, NULL, NULL);
      return;
    }
  if (desk != NULL)
    twf_window_adopt_desk (self, desk);
  else
    {
      twf_window_take_desk (self, NULL);
      twf_window_report (self, error, name);
    }
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfDesk) desk = twf_desk_open_finish (result, &error);

  end_opening (opening, desk, error);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfDesk) desk = twf_desk_create_finish (result, &error);
  g_autoptr (TwfWindow) self = g_weak_ref_get (&opening->window);

  if (self != NULL && opening->or_open && g_error_matches (error, TWF_ERROR, TWF_ERROR_EXISTS))
    twf_window_open (self, opening->path);
  else
    end_opening (opening, desk, error);
}

static void
opening_progressed_cb (double fraction, gpointer user_data)
{
  g_autoptr (TwfWindow) self = g_weak_ref_get (user_data);

  if (self != NULL)
    twf_window_show_progress (self, fraction);
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/**
 * twf_window_open:
 * @self: a window
 * @path: where a plan is stored
 *
 * Opens the plan in this window; meanwhile the window shows that it does, with a way to stop.
 */
void
twf_window_open (TwfWindow *self, const char *path)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *identity = NULL;
  GWeakRef *weak;

  g_return_if_fail (TWF_IS_WINDOW (self) && path != NULL);

  identity = twf_window_dup_identity (self);
  twf_window_show_opening (self, name, cancellable);
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  twf_desk_open_showing_async (path,
                               identity,
                               NULL,
                               opening_progressed_cb,
                               weak,
                               weak_ref_free,
                               cancellable,
                               opened_cb,
                               opening_new (self, path));
}

static void
create (TwfWindow *self, const char *path, TwfPlan *plan, const char *message, gboolean or_open)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *identity = twf_window_dup_identity (self);
  Opening *opening = opening_new (self, path);

  opening->or_open = or_open;
  twf_window_show_opening (self, name, cancellable);
  twf_desk_create_async (path, plan, identity, message, cancellable, created_cb, opening);
}

/**
 * twf_window_create:
 * @self: a window
 * @path: where to store it
 * @plan: a new plan; belongs to the window from here on
 * @message: the message of its first revision
 *
 * Stores @plan and opens it in this window.
 */
void
twf_window_create (TwfWindow *self, const char *path, TwfPlan *plan, const char *message)
{
  g_return_if_fail (TWF_IS_WINDOW (self) && path != NULL && TWF_IS_PLAN (plan));

  create (self, path, plan, message, FALSE);
}

/**
 * twf_window_open_or_create:
 * @self: a window
 * @path: where a plan is stored, or is to be
 * @plan: a new plan, for the case that there is none
 * @message: the message of its first revision
 *
 * Opens the plan at @path; makes it of @plan where there is none yet.
 */
void
twf_window_open_or_create (TwfWindow *self, const char *path, TwfPlan *plan, const char *message)
{
  g_return_if_fail (TWF_IS_WINDOW (self) && path != NULL && TWF_IS_PLAN (plan));

  create (self, path, plan, message, TRUE);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) application = user_data;
  g_autoptr (GError) error = NULL;

  if (!twf_desk_close_finish (TWF_DESK (source), result, &error))
    g_message ("Closing: %s", error->message);
  g_application_release (application);
}

static void
close_now (TwfWindow *self, gboolean close_window)
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);
  g_autoptr (TwfDesk) desk = g_object_ref (twf_workbench_get_desk (workbench));
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  twf_window_take_desk (self, NULL);
  /* The program lives until the journal is on the disk, also when its last window is gone. */
  g_application_hold (application);
  twf_desk_close_async (desk, closed_cb, g_object_ref (application));
  if (close_window)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
response_cb (TwfWindow *self, const char *response, GtkWidget *dialog)
{
  gboolean close_window = g_object_get_data (G_OBJECT (dialog), "close-window") != NULL;

  if (g_str_equal (response, "save"))
    twf_window_save (self, NULL, FALSE, close_window ? TWF_THEN_CLOSE_WINDOW : TWF_THEN_CLOSE_PLAN);
  else if (g_str_equal (response, "keep"))
    close_now (self, close_window);
}

/**
 * twf_window_ask_before_closing:
 * @self: a window with unsaved changes
 * @close_window: whether the window goes as well
 *
 * Asks whether to save a revision, to keep the changes for later, or to stay.
 */
void
twf_window_ask_before_closing (TwfWindow *self, gboolean close_window)
{
  GtkWidget *widget = adw_message_dialog_new (
      GTK_WINDOW (self),
      _ ("Save a Revision?"),
      _ ("There are changes that no revision holds yet. Kept for later, they are offered again "
         "when the plan is next opened on this computer."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog,
                                    "cancel",
                                    _ ("_Cancel"),
                                    "keep",
                                    _ ("_Keep for Later"),
                                    "save",
                                    _ ("_Save Revision"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  if (close_window)
    g_object_set_data (G_OBJECT (dialog), "close-window", GINT_TO_POINTER (TRUE));
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * twf_window_close_plan:
 * @self: a window
 * @close_window: whether the window goes as well
 *
 * Closes the plan, after asking where it has unsaved changes.
 */
void
twf_window_close_plan (TwfWindow *self, gboolean close_window)
{
  TwfWorkbench *workbench;

  g_return_if_fail (TWF_IS_WINDOW (self));

  workbench = twf_window_get_workbench (self);
  if (workbench == NULL)
    return;
  if (twf_desk_is_modified (twf_workbench_get_desk (workbench)))
    twf_window_ask_before_closing (self, close_window);
  else
    close_now (self, close_window);
}
