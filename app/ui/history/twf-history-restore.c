/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-history-restore.h"

#include "twf-revision-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What is asked about, until it is answered. */
typedef struct
{
  TwfWorkbench *workbench;
  char *revision;
  char *provision; /* nullable: the whole plan */
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->workbench);
  g_free (question->revision);
  g_free (question->provision);
  g_free (question);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfWorkbench) workbench = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *former = twf_desk_restore_finish (TWF_DESK (source), result, &error);

  if (former != NULL)
    twf_workbench_notice (workbench, _ ("Restored. Save a revision to keep it."), TRUE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    twf_workbench_report (workbench, error);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  if (g_strcmp0 (response, "restore") == 0)
    twf_desk_restore_async (twf_workbench_get_desk (question->workbench),
                            question->provision,
                            question->revision,
                            NULL,
                            restored_cb,
                            g_object_ref (question->workbench));
}

/**
 * twf_history_restore_ask:
 * @parent: the window that it is about
 * @workbench: the open plan
 * @revision: one of its revisions
 * @provision: (nullable): id of a provision; %NULL: the whole plan
 *
 * Asks whether the plan, or one provision, is to be what it was in @revision, and does so.
 */
void
twf_history_restore_ask (GtkWindow *parent,
                         TwfWorkbench *workbench,
                         TwfRevision *revision,
                         const char *provision)
{
  g_autofree char *byline = twf_revision_words_dup_byline (workbench, revision);
  Question *question = g_new0 (Question, 1);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      parent,
      provision != NULL ? _ ("Restore this provision?") : _ ("Restore this revision?"),
      NULL));

  question->workbench = g_object_ref (workbench);
  question->revision = g_strdup (twf_revision_get_id (revision));
  question->provision = g_strdup (provision);
  adw_message_dialog_format_body (dialog,
                                  _ ("The text goes back to how it stood in “%s” (%s). "
                                     "Nothing is lost: you can undo this, and later revisions stay "
                                     "in the history."),
                                  twf_revision_get_subject (revision),
                                  byline);
  adw_message_dialog_add_responses (
      dialog, "cancel", _ ("_Cancel"), "restore", _ ("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "restore");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
