/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "desk-fixture.h"

#include "twf-clock.h"
#include "twf-error.h"

/* Words of which each provision has some, in this order; the forms of one word are one to a
 * reader, and no other word has them in it. */
#define N_WORDS 4
#define N_FORMS 4
static const char *const words[N_WORDS][N_FORMS] = {
  { "المياه", "الميـاه", "المِيَاه", "المياة" },
  { "أهداف", "اهداف", "إهداف", "أهـداف" },
  { "قرى", "قري", "قُرى", "قرىـ" },
  { "مأمون", "مامون", "مأمـون", "مَأمون" },
};

#define N_PROVISIONS 6
#define N_REVISIONS 120
#define FIRST_DAY 1290000000
#define DAY 86400

/* What one revision did, as the test knows it without looking. */
typedef struct
{
  char *id;
  const char *by; /* code; TWF_BY_FACILITATOR */
  gint64 when;
  guint provisions;             /* bits: which it changed */
  guint words_of[N_PROVISIONS]; /* bits: which it took out or put in there */
  guint subject;                /* the word in its subject; N_WORDS: none */
} Fact;

typedef struct
{
  Fixture fixture;
  TwfDesk *desk;
  GArray *facts; /* of Fact, the newest last */
  char *ids[N_PROVISIONS];
  TwfSection sections[N_PROVISIONS];
  guint forms[N_PROVISIONS][N_WORDS]; /* N_FORMS: it does not have the word */
} Story;

static void
clear_fact (gpointer data)
{
  g_free (((Fact *)data)->id);
}

static char *
spell (Story *story, guint provision)
{
  /* So much stays between two words that no passage counts as written anew. */
  static const char *const between[N_WORDS + 1] = {
    "one two three four five six seven",        " eight nine ten eleven twelve thirteen fourteen",
    " spring summer autumn winter year month",  " north south east west up down in out",
    " red green blue white black brown yellow",
  };
  GString *text = g_string_new (between[0]);

  for (guint i = 0; i < N_WORDS; i++)
    {
      if (story->forms[provision][i] < N_FORMS)
        g_string_append_printf (text, " %s", words[i][story->forms[provision][i]]);
      g_string_append (text, between[i + 1]);
    }
  return g_string_free (text, FALSE);
}

static void
change_words (Story *story, guint provision, Fact *fact)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < N_WORDS; i++)
    {
      guint form = (guint)g_test_rand_int_range (0, N_FORMS + 3);

      if (g_test_rand_int_range (0, 2) == 0 || MIN (form, N_FORMS) == story->forms[provision][i])
        continue;
      story->forms[provision][i] = MIN (form, N_FORMS);
      fact->provisions |= 1u << provision;
      fact->words_of[provision] |= 1u << i;
    }
  text = spell (story, provision);
  set_text (story->desk, story->ids[provision], "ar", text);
}

/* One revision: of one or two provisions, of somebody, some days later or earlier than the last. */
static void
add_fact (Story *story)
{
  static const char *const codes[] = { NULL, "EG", "JO" };
  Fact fact = { .subject = N_WORDS };
  guint by = (guint)g_test_rand_int_range (0, G_N_ELEMENTS (codes));
  g_autoptr (GError) error = NULL;
  const char *subject = "Words";

  while (fact.provisions == 0)
    {
      guint one = (guint)g_test_rand_int_range (0, N_PROVISIONS);

      change_words (story, one, &fact);
      if (g_test_rand_int_range (0, 3) == 0)
        change_words (story, (one + 1) % N_PROVISIONS, &fact);
    }
  if (g_test_rand_int_range (0, 8) == 0)
    {
      fact.subject = (guint)g_test_rand_int_range (0, N_WORDS);
      subject = words[fact.subject][g_test_rand_int_range (0, N_FORMS)];
    }
  fact.by = codes[by] != NULL ? codes[by] : TWF_BY_FACILITATOR;
  fact.when = FIRST_DAY + (gint64)g_test_rand_int_range (0, 30) * DAY;
  twf_clock_set_fixed (fact.when);
  twf_desk_set_identity (story->desk, codes[by]);
  fact.id = save (story->desk, subject, FALSE, &error);
  g_assert_no_error (error);
  g_array_append_val (story->facts, fact);
}

static void
set_up_story (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;

  set_up (&story->fixture, data);
  story->facts = g_array_new (FALSE, FALSE, sizeof (Fact));
  g_array_set_clear_func (story->facts, clear_fact);
  twf_clock_set_fixed (FIRST_DAY - 100 * DAY);
  story->desk = create_desk (story->fixture.path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_PROVISIONS; i++)
    {
      g_autofree char *text = NULL;

      story->sections[i] = i % 2 == 0 ? TWF_SECTION_OBJECTIVES : TWF_SECTION_ACTIONS;
      for (guint j = 0; j < N_WORDS; j++)
        story->forms[i][j] = N_FORMS;
      text = spell (story, i);
      story->ids[i] = add_provision (story->desk, story->sections[i], "ar", text);
    }
  first = save (story->desk, "All", FALSE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_REVISIONS; i++)
    add_fact (story);
}

static void
tear_down_story (Story *story, gconstpointer data)
{
  twf_clock_set_fixed (0);
  close_desk (story->desk);
  for (guint i = 0; i < N_PROVISIONS; i++)
    g_free (story->ids[i]);
  g_array_unref (story->facts);
  tear_down (&story->fixture, data);
}

/* The ids that a filter lets pass, in pieces of @most. */
static GPtrArray *
find (TwfDesk *desk,
      const TwfHistoryFilter *filter,
      const char *stop_at,
      guint most,
      GError **error)
{
  g_autoptr (TwfHistoryWalk) walk = twf_desk_new_history_walk (desk, filter, stop_at);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  while (!twf_history_walk_is_complete (walk))
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      twf_desk_walk_history_async (desk, walk, most, NULL, store_result_cb, &result);
      rows = twf_desk_walk_history_finish (desk, await (&result), error);
      if (rows == NULL)
        return NULL;
      g_assert_true (most == 0 || rows->len <= most);
      for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add (found, g_strdup (((TwfHistoryRow *)rows->pdata[i])->id));
    }
  return g_steal_pointer (&found);
}

static gboolean
is_wanted (Story *story, const Fact *fact, const TwfHistoryFilter *filter, guint word)
{
  gboolean of_provision = filter->provision == NULL;
  gboolean of_section = filter->section == TWF_ANY_SECTION;
  gboolean has_words = FALSE;

  for (guint i = 0; i < N_PROVISIONS; i++)
    {
      gboolean is_it = filter->provision == NULL || g_str_equal (filter->provision, story->ids[i]);
      gboolean is_there
          = filter->section == TWF_ANY_SECTION || filter->section == (int)story->sections[i];

      if ((fact->provisions & (1u << i)) == 0)
        continue;
      of_provision |= is_it;
      of_section |= is_there;
      has_words |= is_it && (is_there || filter->provision != NULL) && word < N_WORDS
                   && (fact->words_of[i] & (1u << word)) != 0;
    }
  if (filter->delegation != NULL && !g_str_equal (filter->delegation, fact->by))
    return FALSE;
  return of_provision && of_section && fact->when >= filter->since && fact->when < filter->until
         && (filter->text == NULL || has_words || fact->subject == word);
}

/* What is found is what the test knows; the plan's first two revisions are beside the matter. */
static void
check (Story *story, const TwfHistoryFilter *filter, guint word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found
      = find (story->desk, filter, NULL, (guint)g_test_rand_int_range (0, 9), &error);
  guint at = 0;

  g_assert_no_error (error);
  for (guint i = story->facts->len; i-- > 0;)
    {
      const Fact *fact = &g_array_index (story->facts, Fact, i);

      if (!is_wanted (story, fact, filter, word))
        continue;
      g_assert_cmpuint (at, <, found->len);
      g_assert_cmpstr (found->pdata[at++], ==, fact->id);
    }
  g_assert_cmpuint (found->len - at, <=, 2);
}

static TwfHistoryFilter *
choose_filter (Story *story, guint *word)
{
  static const char *const by[] = { TWF_BY_FACILITATOR, "EG", "JO", "FR" };
  TwfHistoryFilter *filter = twf_history_filter_new ();
  gint64 since = FIRST_DAY + (gint64)g_test_rand_int_range (0, 25) * DAY;

  *word = N_WORDS;
  if (g_test_rand_int_range (0, 3) == 0)
    filter->provision = g_strdup (story->ids[g_test_rand_int_range (0, N_PROVISIONS)]);
  if (g_test_rand_int_range (0, 3) == 0)
    filter->section
        = g_test_rand_int_range (0, 2) == 0 ? TWF_SECTION_OBJECTIVES : TWF_SECTION_ACTIONS;
  if (g_test_rand_int_range (0, 2) == 0)
    filter->delegation = g_strdup (by[g_test_rand_int_range (0, G_N_ELEMENTS (by))]);
  if (g_test_rand_int_range (0, 2) == 0)
    filter->since = since;
  if (g_test_rand_int_range (0, 2) == 0)
    filter->until = since + (gint64)g_test_rand_int_range (1, 20) * DAY;
  if (g_test_rand_int_range (0, 2) == 0)
    {
      *word = (guint)g_test_rand_int_range (0, N_WORDS);
      filter->text = g_strdup (words[*word][g_test_rand_int_range (0, N_FORMS)]);
    }
  return filter;
}

static void
test_all_filters (Story *story, gconstpointer data)
{
  for (guint i = 0; i < 150; i++)
    {
      guint word;
      g_autoptr (TwfHistoryFilter) filter = choose_filter (story, &word);

      check (story, filter, word);
    }
}

static void
test_everything (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = find (story->desk, NULL, NULL, 7, &error);
  g_autoptr (GPtrArray) newer = NULL;
  const Fact *known = &g_array_index (story->facts, Fact, N_REVISIONS - 5);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, N_REVISIONS + 2);
  g_assert_cmpstr (all->pdata[0], ==, g_array_index (story->facts, Fact, N_REVISIONS - 1).id);
  /* Up to one that was gone through before. */
  newer = find (story->desk, NULL, known->id, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (newer->len, ==, 4);
}

/* What was removed is still found in its section, and by the words it had. */
static void
test_removed (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfHistoryFilter) filter = twf_history_filter_new ();
  g_autofree char *removal = NULL;
  g_autoptr (GPtrArray) in_section = NULL;
  g_autoptr (GPtrArray) with_word = NULL;
  g_autoptr (GPtrArray) elsewhere = NULL;

  set_text (story->desk, story->ids[0], "ar", "نص فريدُ الكلمة");
  g_free (save (story->desk, "Before", FALSE, &error));
  g_assert_true (twf_plan_remove (twf_desk_get_plan (story->desk), story->ids[0], &error));
  removal = save (story->desk, "Removed", FALSE, &error);
  g_assert_no_error (error);

  filter->section = TWF_SECTION_OBJECTIVES;
  in_section = find (story->desk, filter, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (in_section->pdata[0], ==, removal);
  filter->text = g_strdup ("الكلمه");
  with_word = find (story->desk, filter, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (with_word->len, ==, 2);
  g_assert_cmpstr (with_word->pdata[0], ==, removal);
  filter->section = TWF_SECTION_ACTIONS;
  elsewhere = find (story->desk, filter, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (elsewhere->len, ==, 0);
}

static void
test_nothing (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfHistoryFilter) filter = twf_history_filter_new ();
  g_autoptr (GPtrArray) none = NULL;

  filter->text = g_strdup ("لا وجود لها");
  none = find (story->desk, filter, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  filter->provision = g_strdup ("../../etc");
  g_assert_null (find (story->desk, filter, NULL, 0, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
}

/* A day is one from midnight to midnight where the reader is. */
static void
test_days (Story *story, gconstpointer data)
{
  g_autoptr (TwfHistoryFilter) filter = twf_history_filter_new ();
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autoptr (GDateTime) noon = g_date_time_new (here, 2010, 11, 20, 12, 0, 0);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 20, G_DATE_NOVEMBER, 2010);
  twf_history_filter_set_days (filter, &day, &day);
  g_assert_cmpint (filter->until - filter->since, ==, DAY);
  g_assert_cmpint (g_date_time_to_unix (noon) - filter->since, ==, DAY / 2);
  check (story, filter, N_WORDS);
  twf_history_filter_set_days (filter, &day, NULL);
  g_assert_cmpint (filter->until, ==, G_MAXINT64);
  check (story, filter, N_WORDS);
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (twf_desk_walk_history_finish (TWF_DESK (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *)user_data = TRUE;
}

static void
test_cancelled (Story *story, gconstpointer data)
{
  g_autoptr (TwfHistoryWalk) walk = twf_desk_new_history_walk (story->desk, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean done = FALSE;

  g_cancellable_cancel (cancellable);
  twf_desk_walk_history_async (story->desk, walk, 0, cancellable, cancelled_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Story *, gconstpointer);
  } tests[] = {
    { "/history/everything", test_everything },
    { "/history/all-filters", test_all_filters },
    { "/history/removed", test_removed },
    { "/history/nothing", test_nothing },
    { "/history/days", test_days },
    { "/history/cancelled", test_cancelled },
  };
  g_autofree char *state = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  state = use_own_state ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Story, NULL, set_up_story, tests[i].run, tear_down_story);
  status = g_test_run ();
  remove_folder (state);
  return status;
}
