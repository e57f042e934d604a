/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Somebody else at the same plan: opens it, and for each line on standard input saves that line as
 * a provision's text and says when the revision stood. */
#include "desk-fixture.h"

#include <stdio.h>

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk;
  char line[256];

  g_assert_cmpint (argc, ==, 3);
  desk = open_desk (argv[1], NULL, &error);
  g_assert_no_error (error);
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_autofree char *revision = NULL;

      set_text (desk, argv[2], "ar", g_strchomp (line));
      revision = save (desk, "Theirs", FALSE, &error);
      g_assert_no_error (error);
      printf ("%" G_GINT64_FORMAT " %s\n", g_get_monotonic_time (), revision);
      fflush (stdout);
    }
  close_desk (desk);
  return 0;
}
