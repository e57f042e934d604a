/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-text-merge.h"

#include <string.h>

#define ROUNDS 500
#define WATER "The delegations thank the working group for what it found out about shared rivers.\n"
#define STORM                                                                                      \
  "Every region names a focal point for early warning within eighteen months from now.\n"
#define FUNDS                                                                                      \
  "Small islands need money that arrives before the storm and not after it has passed.\n"
#define REVIEW "A conference looks at the indicators each second year and tells what was reached.\n"
#define STORM_OFFICE                                                                               \
  "Every region names a national office for early warning within eighteen months from now.\n"
#define STORM_TWELVE                                                                               \
  "Every region names a focal point for early warning within twelve months from now.\n"
#define STORM_BOTH                                                                                 \
  "Every region names a national office for early warning within twelve months from now.\n"

static const char *const BASE = WATER STORM FUNDS REVIEW;

static GPtrArray *
merge (const char *one, const char *other)
{
  const char *const sides[] = { one, other };

  return twf_merge_texts (BASE, sides, 2, "en");
}

static void
assert_joins (const char *one, const char *other, const char *expected)
{
  for (guint turned = 0; turned < 2; turned++)
    {
      g_autoptr (GPtrArray) pieces = merge (turned ? other : one, turned ? one : other);
      g_autofree char *text = twf_pieces_dup_text (pieces, 0);

      g_assert_true (twf_pieces_are_decided (pieces));
      g_assert_cmpstr (text, ==, expected);
    }
}

static void
test_keeps_the_edit (void)
{
  assert_joins (
      WATER FUNDS REVIEW STORM, WATER STORM_OFFICE FUNDS REVIEW, WATER FUNDS REVIEW STORM_OFFICE);
  assert_joins (STORM_TWELVE WATER FUNDS REVIEW,
                WATER STORM_OFFICE FUNDS REVIEW,
                STORM_BOTH WATER FUNDS REVIEW);
}

static void
test_moved_by_both (void)
{
  assert_joins (
      WATER FUNDS REVIEW STORM, WATER FUNDS REVIEW STORM_OFFICE, WATER FUNDS REVIEW STORM_OFFICE);
  assert_joins (WATER FUNDS REVIEW STORM_TWELVE,
                WATER FUNDS REVIEW STORM_OFFICE,
                WATER FUNDS REVIEW STORM_BOTH);
}

static void
assert_asks (const char *one, const char *other)
{
  g_autoptr (GPtrArray) pieces = merge (one, other);
  const char *const sides[] = { one, other };

  g_assert_false (twf_pieces_are_decided (pieces));
  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *text = twf_pieces_dup_text (pieces, side);
      g_auto (GStrv) lines = g_strsplit (g_strstrip (text), "\n", -1);
      g_autoptr (GString) kept = g_string_new (NULL);

      /* Where a line is chosen to be nowhere, its end remains. */
      for (guint i = 0; lines[i] != NULL; i++)
        if (*lines[i] != '\0')
          g_string_append_printf (kept, "%s\n", lines[i]);
      g_assert_cmpstr (kept->str, ==, sides[side]);
    }
}

static void
test_asks_for_the_place (void)
{
  assert_asks (STORM WATER FUNDS REVIEW, WATER FUNDS REVIEW STORM);
  assert_asks (STORM_TWELVE WATER FUNDS REVIEW, WATER FUNDS REVIEW STORM_OFFICE);
}

static void
test_asks_whether_it_stands (void)
{
  assert_asks (WATER FUNDS REVIEW STORM, WATER FUNDS REVIEW);
  assert_asks (STORM_TWELVE WATER FUNDS REVIEW, WATER FUNDS REVIEW);
}

/* A side that did nothing makes no two places one, and what nobody decided stands once. */
static void
test_asks_for_the_place_among_three (void)
{
  const char *const sides[] = { STORM WATER FUNDS REVIEW, WATER FUNDS REVIEW STORM, BASE };
  const char *const turned[] = { BASE, WATER FUNDS REVIEW STORM, STORM WATER FUNDS REVIEW };
  const char *const *const orders[] = { sides, turned };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GPtrArray) pieces = twf_merge_texts (BASE, orders[i], 3, "en");
      g_autofree char *text = twf_pieces_dup_text (pieces, G_MAXUINT);
      const char *at = strstr (text, STORM);

      g_assert_false (twf_pieces_are_decided (pieces));
      g_assert_nonnull (at);
      g_assert_null (strstr (at + 1, STORM));
    }
}

/* Whichever place is chosen, the edit of who left the paragraph where it was goes with it. */
static void
test_keeps_the_edit_at_both_places (void)
{
  const char *const sides[]
      = { STORM WATER FUNDS REVIEW, WATER FUNDS REVIEW STORM, WATER STORM_OFFICE FUNDS REVIEW };
  g_autoptr (GPtrArray) pieces = twf_merge_texts (BASE, sides, 3, "en");

  g_assert_false (twf_pieces_are_decided (pieces));
  for (guint side = 0; side < 3; side++)
    {
      g_autofree char *text = twf_pieces_dup_text (pieces, side);
      const char *at = strstr (text, "national office");

      g_assert_nonnull (at);
      g_assert_null (strstr (at + 1, "national office"));
    }
}

/* The paragraphs in an order, each word of one of them written by whom @marks says. */
static char *
write_paragraphs (const guint *order, guint n, guint edited, const char *const *marks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      for (guint word = 0; word < 12; word++)
        g_string_append_printf (text,
                                "%s%s%uof%u",
                                word > 0 ? " " : "",
                                order[i] == edited && marks[word] != NULL ? marks[word] : "word",
                                word,
                                order[i]);
      g_string_append (text, ".\n\n");
    }
  return g_string_free (text, FALSE);
}

/* One of three sides moves a paragraph, all of them edit words of it that do not touch. */
static void
test_laws (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      enum
      {
        N = 6
      };
      guint order[N], moved[N];
      guint from = (guint)g_test_rand_int_range (0, N);
      guint to = (guint)g_test_rand_int_range (0, N);
      guint mover = (guint)g_test_rand_int_range (0, 3);
      const char *marks[4][12] = { { NULL } };
      static const char *const names[] = { "mine", "yours", "theirs" };
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *base = NULL;
      g_autofree char *expected = NULL;

      for (guint i = 0; i < N; i++)
        order[i] = i;
      memcpy (moved, order, sizeof order);
      memmove (moved + from, moved + from + 1, (N - 1 - from) * sizeof *moved);
      memmove (moved + to + 1, moved + to, (N - 1 - to) * sizeof *moved);
      moved[to] = from;
      for (guint word = 2; word < 12; word += 4)
        {
          guint side = (guint)g_test_rand_int_range (0, 3);

          marks[side][word] = marks[3][word] = names[side];
        }
      base = write_paragraphs (order, N, N, marks[3]);
      expected = write_paragraphs (moved, N, from, marks[3]);
      for (guint side = 0; side < 3; side++)
        g_ptr_array_add (texts,
                         write_paragraphs (side == mover ? moved : order, N, from, marks[side]));
      for (guint turn = 0; turn < 3; turn++)
        {
          const char *const sides[]
              = { texts->pdata[turn], texts->pdata[(turn + 1) % 3], texts->pdata[(turn + 2) % 3] };
          g_autoptr (GPtrArray) pieces = twf_merge_texts (base, sides, 3, "en");
          g_autofree char *text = twf_pieces_dup_text (pieces, 0);

          g_assert_true (twf_pieces_are_decided (pieces));
          g_assert_cmpstr (g_strchomp (text), ==, g_strchomp (expected));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-moves/keeps-the-edit", test_keeps_the_edit);
  g_test_add_func ("/text-moves/moved-by-both", test_moved_by_both);
  g_test_add_func ("/text-moves/asks-for-the-place", test_asks_for_the_place);
  g_test_add_func ("/text-moves/asks-for-the-place-among-three",
                   test_asks_for_the_place_among_three);
  g_test_add_func ("/text-moves/keeps-the-edit-at-both-places", test_keeps_the_edit_at_both_places);
  g_test_add_func ("/text-moves/asks-whether-it-stands", test_asks_whether_it_stands);
  g_test_add_func ("/text-moves/laws", test_laws);
  return g_test_run ();
}
