/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Random histories whose truth is known, because the model made them. */
#include "twf-provenance.h"

#include <math.h>

/* A word that the model tells from every other, whatever it reads. */
typedef struct
{
  guint reads; /* index in Model.vocabulary */
  guint origin;
} Element;

typedef struct
{
  GRand *rand;
  GPtrArray *vocabulary; /* of char*; NULL: every word reads as no other does */
  GArray *elements;      /* of Element */
  GPtrArray *versions;   /* of GArray* of guint: elements */
  GPtrArray *parents;    /* of GArray* of guint */
  TwfProvenance *provenance;
} Model;

static void
model_init (Model *model, guint32 seed, gboolean repeated)
{
  static const char *const syllables[] = { "ba", "ko", "ri", "tes", "mun", "la", "vo", "shi" };

  *model = (Model){ .rand = g_rand_new_with_seed (seed) };
  model->elements = g_array_new (FALSE, FALSE, sizeof (Element));
  model->versions = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  model->parents = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  model->provenance = twf_provenance_new ("en");
  if (!repeated)
    return;
  model->vocabulary = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < 2000; i++)
    {
      GString *word = g_string_new (NULL);

      for (guint rest = i + 1; rest > 0; rest /= 8)
        g_string_append (word, syllables[rest % 8]);
      g_ptr_array_add (model->vocabulary, g_string_free (word, FALSE));
    }
}

static void
model_clear (Model *model)
{
  g_rand_free (model->rand);
  g_array_unref (model->elements);
  g_ptr_array_unref (model->versions);
  g_ptr_array_unref (model->parents);
  g_clear_pointer (&model->vocabulary, g_ptr_array_unref);
  twf_provenance_free (model->provenance);
}

static guint
draw_below (Model *model, guint n)
{
  return n > 0 ? (guint)g_rand_int_range (model->rand, 0, (gint32)n) : 0;
}

/* Words as frequent as G. K. Zipf found them to be: the nth in proportion to 1/n. */
static guint
draw_reading (Model *model)
{
  guint drawn;

  if (model->vocabulary == NULL)
    return model->elements->len;
  drawn = (guint)(pow (model->vocabulary->len, g_rand_double (model->rand)) - 1);
  return MIN (model->vocabulary->len - 1, drawn);
}

static char *
dup_reading (Model *model, guint element)
{
  guint reads = g_array_index (model->elements, Element, element).reads;
  GString *word;

  if (model->vocabulary != NULL)
    return g_strdup (model->vocabulary->pdata[reads]);
  word = g_string_new ("qu");
  for (guint rest = reads + 1, i = 0; i < 5; i++, rest /= 20)
    g_string_append_c (word, "bcdfghjklmnprstvwxza"[rest % 20]);
  return g_string_free (word, FALSE);
}

/* The text, and where each element begins in it. A full stop stands behind every word whose number
 * says so, so that it belongs to the word. */
static char *
write_text (Model *model, GArray *version, GArray *starts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < version->len; i++)
    {
      guint element = g_array_index (version, guint, i);
      g_autofree char *reading = dup_reading (model, element);

      if (i > 0)
        g_string_append_c (text, ' ');
      g_array_append_val (starts, text->len);
      g_string_append (text, reading);
      if (element % 11 == 0)
        g_string_append_c (text, '.');
    }
  return g_string_free (text, FALSE);
}

static gboolean
reads_so (Model *model, GArray *version, guint from, guint to, guint reads)
{
  for (guint i = from; i < MIN (to, version->len); i++)
    if (g_array_index (model->elements, Element, g_array_index (version, guint, i)).reads == reads)
      return TRUE;
  return FALSE;
}

/* New words, none of which reads as the @n_near that follow or that stand just before: nobody could
 * say which of two was there first. */
static void
insert_new (Model *model, GArray *version, guint origin, guint at, guint n, guint n_near)
{
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      Element element = { 0, origin };
      guint index = model->elements->len;

      do
        element.reads = draw_reading (model);
      while (reads_so (model, version, at - MIN (at, n_near), at + n_near, element.reads));
      g_array_append_val (model->elements, element);
      g_array_append_val (elements, index);
    }
  if (n > 0)
    g_array_insert_vals (version, at, elements->data, n);
}

static void
move_some (Model *model, GArray *version, guint at, guint n)
{
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (moved, &g_array_index (version, guint, at), n);
  g_array_remove_range (version, at, n);
  g_array_insert_vals (version, draw_below (model, version->len + 1), moved->data, n);
}

static gboolean
model_has (GArray *version, guint element)
{
  for (guint i = 0; i < version->len; i++)
    if (g_array_index (version, guint, i) == element)
      return TRUE;
  return FALSE;
}

/* A passage of an earlier version, as far as its words are gone. */
static void
bring_back (Model *model, GArray *version, guint parent, guint least)
{
  guint earlier = draw_below (model, parent + 1);
  GArray *source = model->versions->pdata[earlier];
  guint at = draw_below (model, version->len + 1);
  guint from = draw_below (model, source->len);
  guint n = 0;

  if (!twf_provenance_contains (model->provenance, parent, earlier))
    return;
  while (from + n < source->len && n < 12
         && !model_has (version, g_array_index (source, guint, from + n)))
    n++;
  if (n >= least)
    g_array_insert_vals (version, at, &g_array_index (source, guint, from), n);
}

static void
change (Model *model, GArray *version, guint number, guint parent)
{
  guint length = version->len;
  guint at = draw_below (model, length);
  guint n = 1 + draw_below (model, 8);

  n = MIN (n, length - at);
  switch (draw_below (model, 8))
    {
    case 0:
    case 1:
    case 2:
      insert_new (model, version, number, at, 1 + draw_below (model, 12), 1);
      break;
    case 3:
      if (length > 40)
        g_array_remove_range (version, at, n);
      break;
    case 4:
    case 5:
      insert_new (model, version, number, at + n, 1 + draw_below (model, 6), n);
      g_array_remove_range (version, at, n);
      break;
    case 6:
      n = model->vocabulary != NULL ? 5 + draw_below (model, 12) : n;
      move_some (model, version, at, MIN (n, length - at));
      break;
    default:
      bring_back (model, version, parent, model->vocabulary != NULL ? 4 : 2);
    }
}

/* Both sides' words: those of @other that @version's side never had stand behind what they stood
 * behind; those that @other's side took out go. */
static void
merge_in (Model *model, GArray *version, guint mine, guint theirs)
{
  GArray *other = model->versions->pdata[theirs];

  for (guint i = version->len; i-- > 0;)
    {
      guint element = g_array_index (version, guint, i);
      guint origin = g_array_index (model->elements, Element, element).origin;

      if (!model_has (other, element)
          && twf_provenance_contains (model->provenance, theirs, origin))
        g_array_remove_index (version, i);
    }
  for (guint i = 0; i < other->len; i++)
    {
      guint element = g_array_index (other, guint, i);
      guint origin = g_array_index (model->elements, Element, element).origin;
      guint at = 0;

      if (twf_provenance_contains (model->provenance, mine, origin))
        continue;
      for (guint j = 0; i > 0 && j < version->len; j++)
        if (g_array_index (version, guint, j) == g_array_index (other, guint, i - 1))
          at = j + 1;
      g_array_insert_val (version, at, element);
    }
}

static void
add_version (Model *model)
{
  guint number = model->versions->len;
  guint newest = number > 6 ? 6 : number;
  guint parents[2]
      = { number - 1 - (newest > 1 && draw_below (model, 4) == 0 ? draw_below (model, newest) : 0),
          0 };
  guint n_parents = 1;
  GArray *version = g_array_copy (model->versions->pdata[parents[0]]);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *text = NULL;

  parents[1] = number - 1 - draw_below (model, newest);
  if (draw_below (model, 5) == 0 && parents[1] != parents[0])
    {
      merge_in (model, version, parents[0], parents[1]);
      n_parents = 2;
    }
  else if (draw_below (model, 12) == 0
           && twf_provenance_contains (model->provenance, parents[0], number / 2))
    {
      g_array_unref (version);
      version = g_array_copy (model->versions->pdata[number / 2]);
    }
  else
    change (model, version, number, parents[0]);
  g_ptr_array_add (model->versions, version);
  text = write_text (model, version, starts);
  g_assert_cmpuint (twf_provenance_add (model->provenance, text, parents, n_parents), ==, number);
}

/* How many of the words of @version are told rightly. */
static guint
count_right (Model *model, guint number)
{
  GArray *version = model->versions->pdata[number];
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *text = write_text (model, version, starts);
  g_autoptr (GPtrArray) passages = twf_provenance_list_present (model->provenance, number);
  g_autoptr (GString) whole = g_string_new (NULL);
  guint right = 0;

  for (guint i = 0, j = 0; i < passages->len; i++)
    {
      const TwfPassage *passage = passages->pdata[i];

      g_string_append (whole, passage->text);
      for (guint k = 0; k < passage->n_origins; k++)
        g_assert_true (twf_provenance_contains (model->provenance, number, passage->origins[k]));
      for (; j < version->len && g_array_index (starts, gsize, j) < whole->len; j++)
        right
            += passage->n_origins == 1
               && passage->origins[0]
                      == g_array_index (model->elements, Element, g_array_index (version, guint, j))
                             .origin;
    }
  g_assert_cmpstr (whole->str, ==, text);
  return right;
}

/* What was taken out is told as such, and nothing else is. */
static void
check_deleted (Model *model, guint number)
{
  GArray *version = model->versions->pdata[number];
  g_autoptr (GPtrArray) passages = twf_provenance_list_deleted (model->provenance, number);
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < passages->len; i++)
    {
      const TwfPassage *passage = passages->pdata[i];
      g_auto (GStrv) words = g_strsplit_set (passage->text, " .", -1);

      g_assert_true (twf_provenance_contains (model->provenance, number, passage->deleted_by));
      for (guint j = 0; words[j] != NULL; j++)
        if (*words[j] != '\0')
          g_assert_true (g_hash_table_add (gone, g_strdup (words[j])));
    }
  for (guint i = 0; i < model->elements->len; i++)
    {
      g_autofree char *reading = dup_reading (model, i);
      guint origin = g_array_index (model->elements, Element, i).origin;
      gboolean stood = twf_provenance_contains (model->provenance, number, origin);

      g_assert_cmpint (g_hash_table_contains (gone, reading), ==, stood && !model_has (version, i));
    }
}

static void
run_model (Model *model, guint n_versions, guint *right, guint *all)
{
  GArray *first = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *text = NULL;

  insert_new (model, first, 0, 0, 60, 0);
  g_ptr_array_add (model->versions, first);
  text = write_text (model, first, starts);
  twf_provenance_add (model->provenance, text, NULL, 0);
  for (guint i = 1; i < n_versions; i++)
    add_version (model);
  for (guint i = 0; i < n_versions; i++)
    {
      *right += count_right (model, i);
      *all += ((GArray *)model->versions->pdata[i])->len;
    }
}

/* Where every word reads as no other does, nothing is left to guess: all must be right. */
static void
test_unique_words (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      Model model;
      guint right = 0, all = 0;

      model_init (&model, seed, FALSE);
      run_model (&model, 80, &right, &all);
      g_assert_cmpuint (right, ==, all);
      check_deleted (&model, 79);
      model_clear (&model);
    }
}

/* Where words are as frequent as in prose, some cannot be told apart by anybody. */
static void
test_frequent_words (void)
{
  guint right = 0, all = 0;

  for (guint32 seed = 100; seed < 140; seed++)
    {
      Model model;

      model_init (&model, seed, TRUE);
      run_model (&model, 125, &right, &all);
      model_clear (&model);
    }
  g_test_message ("%u of %u words right: %.3f %%", right, all, 100.0 * right / all);
  g_assert_cmpfloat ((double)right / all, >, 0.99);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/provenance-model/unique-words", test_unique_words);
  g_test_add_func ("/provenance-model/frequent-words", test_frequent_words);
  return g_test_run ();
}
