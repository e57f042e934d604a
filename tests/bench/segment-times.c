/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* How long it takes to cut texts into words, in ms: as it is done, and with every word through ICU.
 * Usage: segment-times FILE... */
#include "twf-segments.h"

#include <stdio.h>

enum
{
  ROUNDS = 7,
};

typedef GArray *(*Cutter) (const char *text, TwfBoundary boundary, const char *language);

/* The best of some rounds. */
static double
measure (Cutter cut, GPtrArray *texts)
{
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint i = 0; i < texts->len; i++)
        g_array_unref (cut (g_ptr_array_index (texts, i), TWF_BOUNDARY_WORD, "ar"));
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return (double)best / 1000;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (int i = 1; i < argc; i++)
    {
      char *text = NULL;

      if (!g_file_get_contents (argv[i], &text, NULL, NULL))
        return 1;
      g_ptr_array_add (texts, text);
    }
  printf (
      "%.3f\n%.3f\n", measure (twf_text_segment, texts), measure (twf_text_segment_at_once, texts));
  return 0;
}
