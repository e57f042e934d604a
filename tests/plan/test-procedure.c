/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "fixture.h"

#include "twf-check.h"
#include "twf-error.h"
#include "twf-procedure.h"

#include <string.h>

#define REVISION "0123456789abcdef0123456789abcdef01234567"
#define SILENCE "abcdefghijkm"
#define UNTIL 1795711205 /* 2026-11-26T16:40:05Z */

#define BEGIN "2026-11-23T16:40:05Z silence " SILENCE " " REVISION " 2026-11-26T16:40:05Z A/80/L.1"
#define BREAK "2026-11-25T09:00:00Z break " SILENCE " EG Paragraph 3, as it stands, goes too far."
#define LATE "2026-11-26T16:40:05Z break " SILENCE " FR Too late."
#define LIFT "2026-11-24T09:00:00Z lift " SILENCE " A paragraph is missing."

static const char *const good[] = {
  BEGIN,
  BREAK,
  LATE,
  LIFT,
  "2026-11-24T09:00:00Z lift " SILENCE,
  "2026-11-23T16:40:05Z silence " SILENCE " " REVISION " 2026-11-26T16:40:05Z",
  "2026-11-23T16:40:05Z reading 1 " REVISION,
  "2026-11-23T18:40:05Z close 1 " REVISION,
  "2026-11-23T18:40:05Z close 1 " REVISION " abcdefghijkm bbcdefghijkm",
};

static void
test_is_written_in_one_way (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (TwfProcedureAct) act = twf_procedure_act_parse (good[i]);
      g_autofree char *again = NULL;

      g_assert_nonnull (act);
      again = twf_procedure_act_format (act);
      g_assert_cmpstr (again, ==, good[i]);
    }
}

/* What is broken off, doubled or misspelt is told, whatever byte of it that is. */
static void
test_reads_nothing_else (void)
{
  static const char *const bad[] = {
    "",
    "2026-11-23T16:40:05Z",
    "2026-11-23T16:40Z reading 1 " REVISION,
    "2026-11-23T16:40:05Z reading 0 " REVISION,
    "2026-11-23T16:40:05Z reading 01 " REVISION,
    "2026-11-23T16:40:05Z reading first " REVISION,
    "2026-11-23T16:40:05Z reading 1 " REVISION " more",
    "2026-11-23T16:40:05Z reading 1  " REVISION,
    "2026-11-23T16:40:05Z close 1 " REVISION " bbcdefghijkm abcdefghijkm",
    "2026-11-23T16:40:05Z close 1 " REVISION " abcdefghijkm abcdefghijkm",
    "2026-11-23T16:40:05Z silence " SILENCE " " REVISION,
    "2026-11-23T16:40:05Z silence " SILENCE " " REVISION " 2026-11-23T16:40:05Z",
    "2026-11-23T16:40:05Z silence 1 " REVISION " 2026-11-26T16:40:05Z",
    "2026-11-23T16:40:05Z break " SILENCE " EG",
    "2026-11-23T16:40:05Z break " SILENCE " eg reason",
    "2026-11-23T16:40:05Z vote " SILENCE,
    "2026-13-23T16:40:05Z lift " SILENCE,
  };
  g_autofree char *long_words = g_strnfill (TWF_PROCEDURE_MOST_WORDS + 1, 'a');
  g_autofree char *long_act = g_strconcat (LIFT, " ", long_words, NULL);

  g_assert_null (twf_procedure_act_parse (NULL));
  g_assert_null (twf_procedure_act_parse (long_act));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (twf_procedure_act_parse (bad[i]));
  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *value = g_strdup (good[i % G_N_ELEMENTS (good)]);
      g_autoptr (TwfProcedureAct) act = NULL;
      g_autofree char *again = NULL;

      value[g_test_rand_int_range (0, (gint32)strlen (value))]
          = (char)g_test_rand_int_range (1, 127);
      act = twf_procedure_act_parse (value);
      again = act != NULL ? twf_procedure_act_format (act) : NULL;
      g_assert_true (again == NULL || g_str_equal (again, value));
    }
}

static TwfSilenceState
get_state (const char *const *values, gint64 now)
{
  g_autoptr (TwfProcedure) procedure = twf_procedure_new (values);

  g_assert_cmpuint (procedure->silences->len, ==, 1);
  return twf_silence_get_state (procedure->silences->pdata[0], now);
}

/* Nobody writes how it ended: that is what the acts and the clock come to. */
static void
test_result_is_computed (void)
{
  const char *const alone[] = { BEGIN, NULL };
  const char *const broken[] = { BREAK, BEGIN, NULL };
  const char *const late[] = { LATE, BEGIN, NULL };
  const char *const lifted[] = { BEGIN, LIFT, NULL };
  const char *const lifted_first[] = { BEGIN, LIFT, BREAK, NULL };
  g_autoptr (TwfProcedure) procedure = twf_procedure_new (late);
  const TwfSilence *silence = twf_procedure_find_silence (procedure, SILENCE);

  g_assert_cmpint (get_state (alone, UNTIL - 1), ==, TWF_SILENCE_RUNS);
  g_assert_cmpint (get_state (alone, UNTIL), ==, TWF_SILENCE_PASSED);
  g_assert_cmpint (get_state (broken, UNTIL - 1), ==, TWF_SILENCE_BROKEN);
  g_assert_cmpint (get_state (broken, UNTIL + 1), ==, TWF_SILENCE_BROKEN);
  g_assert_cmpint (get_state (late, UNTIL + 1), ==, TWF_SILENCE_PASSED);
  g_assert_cmpint (get_state (lifted, UNTIL - 1), ==, TWF_SILENCE_LIFTED);
  g_assert_cmpint (get_state (lifted_first, UNTIL + 1), ==, TWF_SILENCE_LIFTED);
  g_assert_cmpuint (silence->late->len, ==, 1);
  g_assert_cmpuint (silence->breaks->len, ==, 0);
  g_assert_null (twf_procedure_find_running (procedure, UNTIL));
  g_assert_nonnull (twf_procedure_find_running (procedure, UNTIL - 1));
}

/* Whoever records first, and however often the same comes in, it comes to the same. */
static void
test_order_makes_no_difference (void)
{
  const char *values[] = { BEGIN, BREAK, LATE, good[6], good[8], BREAK, NULL };

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (TwfProcedure) procedure = NULL;
      const TwfSilence *silence;
      const TwfReadingHeld *reading;

      for (guint i = G_N_ELEMENTS (values) - 2; i > 0; i--)
        {
          guint other = (guint)g_test_rand_int_range (0, (gint32)i + 1);
          const char *held = values[i];

          values[i] = values[other];
          values[other] = held;
        }
      procedure = twf_procedure_new (values);
      silence = twf_procedure_find_silence (procedure, SILENCE);
      reading = twf_procedure_find_reading (procedure, 1);
      g_assert_cmpuint (procedure->acts->len, ==, 5);
      g_assert_cmpuint (silence->breaks->len, ==, 1);
      g_assert_cmpuint (silence->late->len, ==, 1);
      g_assert_cmpuint (g_strv_length (reading->closed->parked), ==, 2);
      g_assert_null (twf_procedure_get_open_reading (procedure));
    }
}

static gboolean
record (TwfPlan *plan, GError **error, ...)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (TwfEdit) edit = NULL;
  const char *value;
  va_list arguments;

  va_start (arguments, error);
  while ((value = va_arg (arguments, const char *)) != NULL)
    g_ptr_array_add (values, (gpointer)value);
  va_end (arguments);
  g_ptr_array_add (values, NULL);
  edit = twf_edit_new_values (NULL, TWF_PLAN_PROCEDURE, (const char *const *)values->pdata);
  return twf_plan_apply (plan, edit, NULL, error);
}

/* What was done stays on record, and nothing comes onto it that says nothing. */
static void
test_plan_keeps_the_record (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *words = g_strnfill (TWF_PROCEDURE_MOST_WORDS, 'a');
  g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func (g_free);
  const char *const unknown[] = { BEGIN, BREAK, "nonsense", NULL };
  g_autoptr (TwfEdit) edit = NULL;
  guint n = 0;

  g_assert_true (record (plan, &error, BEGIN, NULL));
  g_assert_true (record (plan, &error, LIFT, BEGIN, NULL));
  g_assert_false (record (plan, &error, LIFT, NULL));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (record (plan, &error, NULL));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (record (plan, &error, LIFT, BEGIN, "nonsense", NULL));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_clear_error (&error);
  g_ptr_array_add (many, g_strdup (BEGIN));
  g_ptr_array_add (many, g_strdup (LIFT));
  for (guint i = 0; i < 60; i++)
    g_ptr_array_add (many,
                     g_strdup_printf ("2026-11-24T09:00:%02uZ lift " SILENCE " %s", i, words));
  g_ptr_array_add (many, NULL);
  edit = twf_edit_new_values (NULL, TWF_PLAN_PROCEDURE, (const char *const *)many->pdata);
  g_assert_false (twf_plan_apply (plan, edit, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_TOO_LARGE);
  g_clear_error (&error);
  /* A plan that was read may hold worse: that is told, and what can be read counts. */
  twf_plan_set_values (plan, TWF_PLAN_PROCEDURE, unknown);
  findings = twf_plan_check (plan);
  for (guint i = 0; i < findings->len; i++)
    n += ((TwfFinding *)findings->pdata[i])->kind == TWF_FINDING_BAD_PROCEDURE;
  g_assert_cmpuint (n, ==, 2); /* the delegation is none of the plan's either */
  g_assert_true (record (plan, &error, LIFT, BEGIN, BREAK, "nonsense", NULL));
  g_assert_no_error (error);
}

static void
test_splits_what_was_joined (void)
{
  g_auto (GStrv) acts = twf_procedure_split (LIFT ", " BREAK ", " BEGIN);
  g_auto (GStrv) none = twf_procedure_split ("");

  g_assert_cmpuint (g_strv_length (acts), ==, 3);
  g_assert_cmpstr (acts[1], ==, BREAK);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_whose_break_it_is (void)
{
  g_assert_true (twf_procedure_is_own_break (BREAK, "EG"));
  g_assert_false (twf_procedure_is_own_break (BREAK, "FR"));
  g_assert_false (twf_procedure_is_own_break (LIFT, "EG"));
  g_assert_false (twf_procedure_is_own_break (BEGIN, "EG"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/procedure/is-written-in-one-way", test_is_written_in_one_way);
  g_test_add_func ("/procedure/reads-nothing-else", test_reads_nothing_else);
  g_test_add_func ("/procedure/result-is-computed", test_result_is_computed);
  g_test_add_func ("/procedure/order-makes-no-difference", test_order_makes_no_difference);
  g_test_add_func ("/procedure/plan-keeps-the-record", test_plan_keeps_the_record);
  g_test_add_func ("/procedure/splits-what-was-joined", test_splits_what_was_joined);
  g_test_add_func ("/procedure/whose-break-it-is", test_whose_break_it_is);
  return g_test_run ();
}
