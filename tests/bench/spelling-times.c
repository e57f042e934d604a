/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* How long it takes to check the spelling of a text, in ms: with the dictionary to be read first,
 * with words that were never asked about, and again; and how many words are unknown. Usage:
 * spelling-times LANGUAGE FILE */
#include "twf-speller.h"

#include <stdio.h>

static double
measure (TwfSpeller *speller, const char *text, const char *language, guint *n)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) found = twf_speller_check (speller, text, language, NULL);

  *n = found->len;
  return (double)(g_get_monotonic_time () - start) / 1000;
}

int
main (int argc, char *argv[])
{
  g_autoptr (TwfSpeller) speller = twf_speller_new ();
  g_autofree char *text = NULL;
  double read, again;
  guint n;

  if (argc != 3 || !g_file_get_contents (argv[2], &text, NULL, NULL))
    return 1;
  read = measure (speller, "", argv[1], &n);
  printf ("%d\n%.3f\n", twf_speller_get_state (speller, argv[1]), read);
  printf ("%.3f\n", measure (speller, text, argv[1], &n));
  again = measure (speller, text, argv[1], &n);
  printf ("%.3f\n%u\n", again, n);
  return 0;
}
