/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Whose doing each changed word of two versions is, whether or not one was made from the other. */
#include "twf-trace.h"

#include "twf-meaning.h"

#include <string.h>

static guint
add (TwfProvenance *provenance, const char *text, guint parent)
{
  return twf_provenance_add (provenance, text, &parent, parent != TWF_NO_VERSION);
}

static guint
join (TwfProvenance *provenance, const char *text, guint one, guint other)
{
  const guint parents[] = { one, other };

  return twf_provenance_add (provenance, text, parents, 2);
}

static void
write_versions (GString *text, char sign, const GArray *versions)
{
  for (guint i = 0; i < versions->len; i++)
    g_string_append_printf (text, "%c%u", sign, g_array_index (versions, guint, i));
}

/* "kept|-gone @3|+came @4^5|": "^" who put it there, "!" left out, "~" stands elsewhere. */
static char *
write_trace (TwfProvenance *provenance, guint former, guint latter, const char *was, const char *is)
{
  g_autoptr (GPtrArray) runs = twf_difference_of_texts (was, is, "en");
  g_autoptr (GPtrArray) traced = twf_trace_runs (provenance, former, latter, runs);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (traced);
  for (guint i = 0; i < traced->len; i++)
    {
      const TwfTracedRun *run = traced->pdata[i];

      if (run->run.kind != TWF_RUN_EQUAL)
        g_string_append_c (text, run->run.kind == TWF_RUN_DELETED ? '-' : '+');
      g_string_append (text, run->run.text);
      write_versions (text, '@', run->by);
      write_versions (text, '^', run->put);
      g_string_append_printf (text, "%s%s|", run->left_out ? "!" : "", run->elsewhere ? "~" : "");
    }
  return g_string_free (text, FALSE);
}

#define assert_trace(provenance, former, latter, was, is, expected)                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *written = write_trace (provenance, former, latter, was, is);                  \
                                                                                                   \
    g_assert_cmpstr (written, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

static void
test_line (void)
{
  static const char *const texts[] = {
    "Water is a right.",    "Safe water is a right.",        "Safe drinking water is a right.",
    "Safe water is right.", "Safe drinking water is right.",
  };
  g_autoptr (TwfProvenance) text = twf_provenance_new ("en");
  guint last = TWF_NO_VERSION;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    last = add (text, texts[i], last);
  assert_trace (
      text, 0, 2, texts[0], texts[2], "-Water@1|+Safe @1|+drinking @2|+water@1| is a right.|");
  assert_trace (text, 2, 3, texts[2], texts[3], "Safe |-drinking @3|water is |-a @3|right.|");
  /* Words that were taken out before are the one's who wrote them, and another brought them back.
   */
  assert_trace (text, 3, 4, texts[3], texts[4], "Safe |+drinking @2^4|water is right.|");
  /* From the newer to the older: it never had them. */
  assert_trace (text, 2, 0, texts[2], texts[0], "-Safe drinking water|+Water@0| is a right.|");
  assert_trace (text, TWF_NO_VERSION, 0, NULL, texts[0], "+Water is a right.@0|");
  assert_trace (text, 0, TWF_NO_VERSION, texts[0], NULL, "-Water is a right.|");
}

/* Two that know nothing of each other: what one never had, and what it took out. */
static void
test_branches (void)
{
  static const char *const first = "alpha beta gamma delta epsilon zeta";
  static const char *const left = "alpha beta gamma delta epsilon zeta left";
  static const char *const right = "alpha gamma delta epsilon right zeta";
  static const char *const merged = "alpha gamma delta epsilon right zeta";
  g_autoptr (TwfProvenance) text = twf_provenance_new ("en");
  guint base = add (text, first, TWF_NO_VERSION);
  guint one = add (text, left, base);
  guint other = add (text, right, base);
  guint both = join (text, merged, one, other);

  assert_trace (
      text, one, other, left, right, "alpha |-beta @2|gamma delta epsilon |+right @2|zeta|- left|");
  assert_trace (
      text, other, one, right, left, "alpha |+beta @0|gamma delta epsilon |-right |zeta|+ left@1|");
  /* What the merge did not take over. */
  assert_trace (text,
                one,
                both,
                left,
                merged,
                "alpha |-beta @2|gamma delta epsilon |+right @2|zeta|- left@3!|");
}

static void
test_meaning (void)
{
  static const char *const was = "الحق في الميـــاه";
  static const char *const is = "الحق في المياه المـأمونة";
  g_autoptr (TwfProvenance) text = twf_provenance_new ("ar");
  guint first = add (text, was, TWF_NO_VERSION);
  guint second = add (text, is, first);
  g_autofree char *plain_was = twf_meaning_dup_plain (was);
  g_autofree char *plain_is = twf_meaning_dup_plain (is);
  g_autoptr (GPtrArray) foreign = twf_difference_of_texts ("another", "text", "en");

  assert_trace (text, first, second, plain_was, plain_is, "الحق في المياه|+ المأمونة@1|");
  /* Runs of other texts are not traced. */
  g_assert_null (twf_trace_runs (text, first, second, foreign));
}

/* Histories of words each of which stands once, so that what became of it is known. */
typedef struct
{
  GRand *rand;
  GArray *origins;     /* of guint, by word */
  GPtrArray *versions; /* of GHashTable*, sets of words */
  GPtrArray *parents;  /* of GArray* of guint */
  GPtrArray *before;   /* of GHashTable*, by version: itself and all it was made from */
  TwfProvenance *provenance;
} Model;

static gboolean
holds (GPtrArray *sets, guint at, guint value)
{
  return g_hash_table_contains (sets->pdata[at], GUINT_TO_POINTER (value));
}

static char *
dup_text (Model *model, guint version)
{
  GString *text = g_string_new (NULL);

  for (guint word = 0; word < model->origins->len; word++)
    if (holds (model->versions, version, word))
      {
        g_string_append (text, text->len > 0 ? " qu" : "qu");
        for (guint rest = word + 1, i = 0; i < 4; i++, rest /= 20)
          g_string_append_c (text, "bcdfghjklmnprstvwxza"[rest % 20]);
      }
  return g_string_free (text, FALSE);
}

static GHashTable *
inherit (Model *model, const GArray *parents)
{
  GHashTable *words = g_hash_table_new (NULL, NULL);

  for (guint word = 0; word < model->origins->len; word++)
    {
      gboolean any = FALSE, taken_out = FALSE;

      for (guint i = 0; i < parents->len; i++)
        {
          guint parent = g_array_index (parents, guint, i);

          if (holds (model->versions, parent, word))
            any = TRUE;
          else if (holds (model->before, parent, g_array_index (model->origins, guint, word)))
            taken_out = TRUE;
        }
      if (any && !taken_out && (parents->len == 1 || g_rand_int_range (model->rand, 0, 20) > 0))
        g_hash_table_add (words, GUINT_TO_POINTER (word));
    }
  return words;
}

/* Some go, some that went come back, and new ones come at the end, before those to come. */
static void
edit (Model *model, GHashTable *words, guint version)
{
  guint n = model->origins->len;

  for (guint i = 0; n > 0 && i < 3; i++)
    g_hash_table_remove (words, GUINT_TO_POINTER (g_rand_int_range (model->rand, 0, (gint32)n)));
  for (guint i = 0; i < 4; i++)
    {
      g_hash_table_add (words, GUINT_TO_POINTER (model->origins->len));
      g_array_append_val (model->origins, version);
    }
}

static void
add_version (Model *model)
{
  guint version = model->versions->len;
  GArray *parents = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTable *before = g_hash_table_new (NULL, NULL);
  GHashTable *words;
  g_autofree char *text = NULL;

  for (guint i = 0, n = version > 0 ? (guint)g_rand_int_range (model->rand, 1, 3) : 0; i < n; i++)
    {
      guint back = (guint)g_rand_int_range (model->rand, 1, 4);
      guint parent = version - MIN (back, version);

      if (parents->len == 1
          && (holds (model->before, parent, g_array_index (parents, guint, 0))
              || holds (model->before, g_array_index (parents, guint, 0), parent)))
        continue;
      g_array_append_val (parents, parent);
    }
  words = inherit (model, parents);
  if (parents->len < 2)
    edit (model, words, version);
  g_hash_table_add (before, GUINT_TO_POINTER (version));
  for (guint i = 0; i < parents->len; i++)
    for (guint earlier = 0; earlier < version; earlier++)
      if (holds (model->before, g_array_index (parents, guint, i), earlier))
        g_hash_table_add (before, GUINT_TO_POINTER (earlier));
  g_ptr_array_add (model->versions, words);
  g_ptr_array_add (model->parents, parents);
  g_ptr_array_add (model->before, before);
  text = dup_text (model, version);
  g_assert_cmpuint (
      twf_provenance_add (
          model->provenance, text, (const guint *)(const void *)parents->data, parents->len),
      ==,
      version);
}

/* Whether @version took @word out: it knows it, has it not, and nothing it was made from knew it
 * and had it not. */
static gboolean
takes_out (Model *model, guint version, guint word)
{
  const GArray *parents = model->parents->pdata[version];
  guint origin = g_array_index (model->origins, guint, word);

  if (holds (model->versions, version, word) || !holds (model->before, version, origin))
    return FALSE;
  for (guint i = 0; i < parents->len; i++)
    if (holds (model->before, g_array_index (parents, guint, i), origin)
        && !holds (model->versions, g_array_index (parents, guint, i), word))
      return FALSE;
  return TRUE;
}

/* All in the history of @latter that took it out (words of this model never come back). */
static void
assert_taken (Model *model, guint latter, guint word, const GArray *by)
{
  guint n = 0;

  for (guint version = 0; version <= latter; version++)
    if (holds (model->before, latter, version) && takes_out (model, version, word))
      n++;
  for (guint i = 0; i < by->len; i++)
    {
      g_assert_true (holds (model->before, latter, g_array_index (by, guint, i)));
      g_assert_true (takes_out (model, g_array_index (by, guint, i), word));
    }
  g_assert_cmpuint (MIN (n, 1), ==, MIN (by->len, 1));
}

static guint
read_word (const char *text)
{
  guint word = 0;

  for (guint i = 0, worth = 1; i < 4; i++, worth *= 20)
    word += (guint)(strchr ("bcdfghjklmnprstvwxza", text[i + 2]) - "bcdfghjklmnprstvwxza") * worth;
  return word - 1;
}

static void
check_pair (Model *model, guint former, guint latter)
{
  g_autofree char *was = dup_text (model, former);
  g_autofree char *is = dup_text (model, latter);
  g_autoptr (GPtrArray) runs = twf_difference_of_texts (was, is, "en");
  g_autoptr (GPtrArray) traced = twf_trace_runs (model->provenance, former, latter, runs);
  g_autoptr (GString) old_text = g_string_new (NULL);
  g_autoptr (GString) new_text = g_string_new (NULL);

  for (guint i = 0; i < traced->len; i++)
    {
      const TwfTracedRun *run = traced->pdata[i];
      g_auto (GStrv) words = g_strsplit (run->run.text, " ", -1);

      if (run->run.kind != TWF_RUN_INSERTED)
        g_string_append (old_text, run->run.text);
      if (run->run.kind != TWF_RUN_DELETED)
        g_string_append (new_text, run->run.text);
      for (guint w = 0; run->run.kind != TWF_RUN_EQUAL && words[w] != NULL; w++)
        {
          guint word = *words[w] != '\0' ? read_word (words[w]) : 0;

          if (*words[w] == '\0')
            continue;
          /* Of a passage that reads otherwise the difference keeps no words. */
          if (run->run.kind == TWF_RUN_DELETED && holds (model->versions, latter, word))
            continue;
          if (run->run.kind == TWF_RUN_DELETED)
            assert_taken (model, latter, word, run->by);
          else
            {
              g_assert_cmpuint (run->by->len, ==, 1);
              g_assert_cmpuint (g_array_index (run->by, guint, 0),
                                ==,
                                g_array_index (model->origins, guint, word));
            }
        }
    }
  g_assert_cmpstr (old_text->str, ==, was);
  g_assert_cmpstr (new_text->str, ==, is);
}

static void
test_model (void)
{
  for (guint32 seed = 0; seed < 20; seed++)
    {
      Model model = { .rand = g_rand_new_with_seed (seed) };

      model.origins = g_array_new (FALSE, FALSE, sizeof (guint));
      model.versions = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
      model.parents = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
      model.before = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
      model.provenance = twf_provenance_new ("en");
      for (guint i = 0; i < 24; i++)
        add_version (&model);
      for (guint former = 0; former < 24; former++)
        for (guint latter = 0; latter < 24; latter++)
          check_pair (&model, former, latter);
      g_rand_free (model.rand);
      g_array_unref (model.origins);
      g_ptr_array_unref (model.versions);
      g_ptr_array_unref (model.parents);
      g_ptr_array_unref (model.before);
      twf_provenance_free (model.provenance);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/line", test_line);
  g_test_add_func ("/trace/branches", test_branches);
  g_test_add_func ("/trace/meaning", test_meaning);
  g_test_add_func ("/trace/model", test_model);
  return g_test_run ();
}
