/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compare-print.h"

#include <gtk/gtkunixprint.h>

typedef struct
{
  char *title;
  char *path;
  TwfPrintedFunc done;
  gpointer user_data;
  GDestroyNotify destroy; /* nullable */
} Printing;

static void
free_printing (gpointer data)
{
  Printing *printing = data;

  twf_compare_print_forget (printing->path);
  if (printing->destroy != NULL)
    printing->destroy (printing->user_data);
  g_free (printing->title);
  g_free (printing->path);
  g_free (printing);
}

static void
sent_cb (GtkPrintJob *job, gpointer user_data, const GError *error)
{
  Printing *printing = user_data;

  printing->done (error == NULL, error, printing->user_data);
}

static void
send (GtkPrintUnixDialog *dialog, Printing *printing)
{
  g_autoptr (GtkPrintJob) job
      = gtk_print_job_new (printing->title,
                           gtk_print_unix_dialog_get_selected_printer (dialog),
                           gtk_print_unix_dialog_get_settings (dialog),
                           gtk_print_unix_dialog_get_page_setup (dialog));
  g_autoptr (GError) error = NULL;

  if (gtk_print_job_set_source_file (job, printing->path, &error))
    gtk_print_job_send (job, sent_cb, printing, free_printing);
  else
    {
      printing->done (FALSE, error, printing->user_data);
      free_printing (printing);
    }
}

static void
response_cb (GtkPrintUnixDialog *dialog, int response, gpointer user_data)
{
  Printing *printing = user_data;

  if (response == GTK_RESPONSE_OK && gtk_print_unix_dialog_get_selected_printer (dialog) != NULL)
    send (dialog, printing);
  else
    {
      printing->done (FALSE, NULL, printing->user_data);
      free_printing (printing);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/**
 * twf_compare_print_dup_path:
 *
 * Returns: (transfer full): a file that nobody has, where what is to be printed is written
 */
char *
twf_compare_print_dup_path (void)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat ("tawafuq-", id, ".pdf", NULL);

  return g_build_filename (g_get_user_runtime_dir (), name, NULL);
}

/**
 * twf_compare_print_forget:
 * @path: what twf_compare_print_dup_path() gave
 *
 * Removes the file, if it is there.
 */
void
twf_compare_print_forget (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_file_delete_async (file, G_PRIORITY_LOW, NULL, NULL, NULL);
}

/**
 * twf_compare_print:
 * @parent: over which window one is asked for a printer
 * @title: what the job is called
 * @path: a PDF, which is removed at the end
 * @done: told how it ended
 * @user_data: for @done
 * @destroy: (nullable): frees @user_data
 *
 * Prints pages that are made already: what comes out of the printer is what an export shows. The
 * road not taken, drawing them again with GtkPrintOperation, would be a second way of setting a
 * page.
 */
void
twf_compare_print (GtkWindow *parent,
                   const char *title,
                   const char *path,
                   TwfPrintedFunc done,
                   gpointer user_data,
                   GDestroyNotify destroy)
{
  GtkWidget *dialog = gtk_print_unix_dialog_new (title, parent);
  Printing *printing = g_new0 (Printing, 1);

  printing->title = g_strdup (title);
  printing->path = g_strdup (path);
  printing->done = done;
  printing->user_data = user_data;
  printing->destroy = destroy;
  gtk_print_unix_dialog_set_manual_capabilities (GTK_PRINT_UNIX_DIALOG (dialog),
                                                 GTK_PRINT_CAPABILITY_GENERATE_PDF);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), printing);
  gtk_window_present (GTK_WINDOW (dialog));
}
