/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-application.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int
main (int argc, char **argv)
{
  TwfApplication *application;
  int status;

  /* A limit on the size of files is an error to report, not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE,
                  g_getenv ("TAWAFUQ_LOCALEDIR") ? g_getenv ("TAWAFUQ_LOCALEDIR") : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Tawafuq");
  application = twf_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  g_object_unref (application);
  g_settings_sync ();
  fflush (NULL);
  /* Without the libraries' own clean-up, which the end of a worker's thread could meet. */
  _exit (status);
}
