/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-question.h"

#include "twf-bidi.h"

#include <glib/gi18n.h>

/* A question of a server, as a dialog. */
typedef struct
{
  TwfQuestionAnswered answered;
  gpointer user_data;
  GtkEditable *entry;   /* nullable: nothing is typed */
  GtkCheckButton *keep; /* nullable: nothing can be kept */
} Asked;

static const char *
get_heading (TwfQuestionKind kind)
{
  switch (kind)
    {
    case TWF_QUESTION_USER:
      return _ ("User Name");
    case TWF_QUESTION_PASSPHRASE:
      return _ ("Passphrase of Your Key");
    case TWF_QUESTION_HOST:
      return _ ("Is This the Right Server?");
    case TWF_QUESTION_PASSWORD:
    case TWF_QUESTION_TOUCH:
    default:
      return _ ("Password or Token");
    }
}

static char *
dup_body (const TwfQuestion *question)
{
  g_autofree char *server = twf_text_isolate (question->server != NULL ? question->server : "");
  g_autofree char *user = twf_text_isolate (question->user != NULL ? question->user : "");
  g_autofree char *detail = twf_text_isolate (question->detail != NULL ? question->detail : "");

  switch (question->kind)
    {
    case TWF_QUESTION_USER:
      return g_strdup_printf (_ ("By which name does %s know you?"), server);
    case TWF_QUESTION_PASSPHRASE:
      return g_strdup_printf (_ ("For the key %s."), server);
    case TWF_QUESTION_HOST:
      return g_strdup_printf (
          _ ("%s is met for the first time. Its key is %s. Compare it with what "
             "whoever runs the server told you."),
          server,
          detail);
    case TWF_QUESTION_PASSWORD:
    case TWF_QUESTION_TOUCH:
    default:
      return g_strdup_printf (_ ("Of %s at %s."), user, server);
    }
}

static void
response_cb (Asked *asked, const char *response)
{
  gboolean given = g_str_equal (response, "answer");
  const char *typed = asked->entry != NULL ? gtk_editable_get_text (asked->entry) : "yes";
  gboolean keep = asked->keep != NULL && gtk_check_button_get_active (asked->keep);

  asked->answered (given && *typed != '\0' ? typed : NULL, given && keep, asked->user_data);
}

static void
asked_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* What is secret is not seen. */
static GtkWidget *
create_entry (const TwfQuestion *question)
{
  GtkWidget *entry;

  if (question->kind == TWF_QUESTION_USER)
    {
      entry = gtk_entry_new ();
      gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
    }
  else
    {
      entry = gtk_password_entry_new ();
      g_object_set (entry, "activates-default", TRUE, "show-peek-icon", FALSE, NULL);
    }
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, get_heading (question->kind), -1);
  return entry;
}

static void
add_entry (Asked *asked, AdwMessageDialog *dialog, const TwfQuestion *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *entry = create_entry (question);
  GtkWidget *keep;

  asked->entry = GTK_EDITABLE (entry);
  gtk_box_append (GTK_BOX (box), entry);
  if (question->kind == TWF_QUESTION_PASSWORD)
    {
      keep = gtk_check_button_new_with_label (_ ("Keep it with the other passwords"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (keep),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Keep it with the other passwords"),
                                      -1);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (keep), question->keep);
      gtk_box_append (GTK_BOX (box), keep);
      asked->keep = GTK_CHECK_BUTTON (keep);
    }
  adw_message_dialog_set_extra_child (dialog, box);
}

/**
 * twf_question_present:
 * @parent: (nullable): the window it belongs to
 * @question: what a server asks
 * @answered: called when a person answered or did not want to
 * @user_data: for @answered
 *
 * Returns: (transfer none): the dialog; it goes once it is answered
 */
GtkWindow *
twf_question_present (GtkWindow *parent,
                      const TwfQuestion *question,
                      TwfQuestionAnswered answered,
                      gpointer user_data)
{
  g_autofree char *body = dup_body (question);
  GtkWidget *widget = adw_message_dialog_new (parent, get_heading (question->kind), body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  gboolean is_host = question->kind == TWF_QUESTION_HOST;
  Asked *asked = g_new0 (Asked, 1);

  asked->answered = answered;
  asked->user_data = user_data;
  if (!is_host)
    add_entry (asked, dialog, question);
  adw_message_dialog_add_responses (
      dialog, "stop", _ ("_Stop"), "answer", is_host ? _ ("_That Is Its Key") : _ ("_Go On"), NULL);
  if (!is_host)
    {
      adw_message_dialog_set_response_appearance (dialog, "answer", ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (dialog, "answer");
    }
  adw_message_dialog_set_close_response (dialog, "stop");
  g_signal_connect_data (
      dialog, "response", G_CALLBACK (response_cb), asked, asked_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  if (asked->entry != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (asked->entry));
  return GTK_WINDOW (dialog);
}
