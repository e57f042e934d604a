/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-error.h"
#include "twf-finder.h"

#include <string.h>

static const char *const texts[] = {
  "States protect water; (water) [water] water.",
  "تحمي الدولُ المياه، والمياه (العذبة).",
  "各国保护水。水（水）。",
  "a.b a+b a\\b $1 \\E a|b ^a$ é e 👨\342\200\215👩 {2} aaa",
  "",
  "\n\n\\Q\\E\\E",
};

static char *
quote (const char *literal)
{
  g_auto (GStrv) pieces = g_strsplit (literal, "\\E", -1);
  g_autofree char *joined = g_strjoinv ("\\E\\\\E\\Q", pieces);

  return g_strdup_printf ("\\Q%s\\E", joined);
}

static void
assert_same (const char *literal, const char *text, TwfFindFlags flags)
{
  g_autofree char *quoted = quote (literal);
  g_autoptr (TwfFinder) exact = twf_finder_new (literal, "en", flags | TWF_FIND_EXACTLY, NULL);
  g_autoptr (TwfFinder) pattern = twf_finder_new (quoted, "en", flags | TWF_FIND_PATTERN, NULL);
  g_autoptr (GArray) one = twf_finder_find_all (exact, text);
  g_autoptr (GArray) other = NULL;

  g_assert_nonnull (pattern);
  other = twf_finder_find_all (pattern, text);
  g_assert_cmpmem (
      one->data, one->len * sizeof (TwfFound), other->data, other->len * sizeof (TwfFound));
}

/* Whatever stands in a text, quoted, is found where it is found sign for sign. */
static void
test_quoted (void)
{
  guint found = 0;

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    for (const char *from = texts[t]; *from != '\0'; from = g_utf8_next_char (from))
      for (const char *to = g_utf8_next_char (from);; to = g_utf8_next_char (to))
        {
          g_autofree char *literal = g_strndup (from, (gsize)(to - from));

          for (guint u = 0; u < G_N_ELEMENTS (texts); u++)
            {
              assert_same (literal, texts[u], 0);
              assert_same (literal, texts[u], TWF_FIND_WHOLE_WORDS);
            }
          found++;
          if (*to == '\0' || to - from > 8)
            break;
        }
  g_assert_cmpuint (found, >, 100);
}

static void
assert_replaced (const char *expression, const char *with, const char *text, const char *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfFinder) finder = twf_finder_new (expression, "en", TWF_FIND_PATTERN, &error);
  g_autofree char *replaced = NULL;
  guint n = 0;

  g_assert_no_error (error);
  g_assert_true (twf_finder_check (finder, with, &error));
  replaced = twf_finder_replace (finder, text, with, &n);
  g_assert_cmpstr (replaced, ==, result);
  g_assert_cmpint (n > 0, ==, !g_str_equal (text, result));
}

static void
test_groups (void)
{
  assert_replaced ("(\\w+) (\\w+)", "$2 $1", "one two three four", "two one four three");
  assert_replaced ("(a)(b)?", "[$2$1$0]", "ab a", "[baab] [aa]");
  assert_replaced ("(a)", "$12", "a", "a2");
  assert_replaced ("a", "\\$1\\\\", "a", "$1\\");
  assert_replaced ("a", "", "banana", "bnn");
  assert_replaced ("(?<=n)a", "A", "banana", "banAnA");
  assert_replaced ("^a", "x", "aaa", "xaa");
  assert_replaced ("(?i)المياه", "البحار", "المياه", "البحار");
  assert_replaced ("(第)(\\d+)(段)", "$1$3$2", "第12段", "第段12");
  assert_replaced ("🙂(.)", "$1", "👍🙂👍", "👍👍");
  /* What is nothing is no place, and no part of what a reader sees as one sign is. */
  assert_replaced ("x*", "y", "abc", "abc");
  assert_replaced ("\\u0301", "", "q\xcc\x81", "q\xcc\x81");
}

static void
test_bad (void)
{
  static const char *const bad[]
      = { "(", "a)", "[a", "a{2", "*a", "\\", "(?<n", "a{99999999999}", "\\1" };
  static const char *const with[] = { "$", "$2", "a$x", "${n}" };
  g_autoptr (TwfFinder) finder = twf_finder_new ("(a)", "en", TWF_FIND_PATTERN, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (twf_finder_new (bad[i], "en", TWF_FIND_PATTERN, &error));
      g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
    }
  for (guint i = 0; i < G_N_ELEMENTS (with); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (twf_finder_check (finder, with[i], &error));
      g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
    }
}

/* What would take years is given up, and says so; a meek expression goes on to be found. */
static void
test_hostile (void)
{
  static const char *const hostile[]
      = { "(a+)+b", "(a|aa)+$", "(a*)*c", "a*a*a*a*a*a*b", "(.*)*(.*)*(.*)*x", "(a|a?)+b" };
  g_autofree char *text = g_strnfill (30000, 'a');
  g_autoptr (TwfFinder) meek = twf_finder_new ("a{30}a*", "en", TWF_FIND_PATTERN, NULL);
  g_autoptr (GArray) found = twf_finder_find_all (meek, text);

  g_assert_false (twf_finder_gave_up (meek));
  g_assert_cmpuint (found->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (TwfFinder) finder = twf_finder_new (hostile[i], "en", TWF_FIND_PATTERN, NULL);
      g_autofree char *with = g_strconcat (text, "!", NULL);
      g_autoptr (GArray) none = twf_finder_find_all (finder, with);

      g_assert_true (twf_finder_gave_up (finder) || none->len > 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/finder/quoted", test_quoted);
  g_test_add_func ("/text/finder/groups", test_groups);
  g_test_add_func ("/text/finder/bad", test_bad);
  g_test_add_func ("/text/finder/hostile", test_hostile);
  return g_test_run ();
}
