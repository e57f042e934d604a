/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Types into a plan until it is killed, and says on standard output, after each character, how many
 * it has typed and when: what test-journal holds against what comes back. */
#include "desk-fixture.h"

#include <stdio.h>
#include <unistd.h>

/* A quick typist: a character each five milliseconds, two hundred a second. */
#define PAUSE_MS 5

typedef struct
{
  TwfDesk *desk;
  const char *id;
  GString *text;
} Typist;

static gboolean
type_one_cb (gpointer user_data)
{
  Typist *typist = user_data;
  char line[64];
  int length;

  g_string_append (typist->text, typist->text->len % 14 == 12 ? " " : "م");
  set_text (typist->desk, typist->id, "ar", typist->text->str);
  length = g_snprintf (line,
                       sizeof line,
                       "%ld %" G_GINT64_FORMAT "\n",
                       g_utf8_strlen (typist->text->str, -1),
                       g_get_monotonic_time ());
  return write (STDOUT_FILENO, line, (gsize)length) == length;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  Typist typist;

  g_assert_cmpint (argc, ==, 3);
  typist.desk = open_desk (argv[1], NULL, &error);
  g_assert_no_error (error);
  typist.id = argv[2];
  typist.text = g_string_new ("ن");
  g_timeout_add (PAUSE_MS, type_one_cb, &typist);
  g_main_loop_run (loop);
  return 0;
}
