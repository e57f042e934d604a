/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "fixture.h"

#include "twf-check.h"
#include "twf-clock.h"
#include "twf-translation.h"
#include "twf-undo.h"

#include <string.h>

/* 2026-05-03T09:20:05Z: the seconds are not kept. */
#define WHEN 1777800005
#define SOME_ID "0123456789abcdef0123456789abcdef01234567"

static void
apply (TwfPlan *plan, TwfEdit *edit)
{
  g_autoptr (TwfEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (edit);
  g_assert_true (twf_plan_apply (plan, edit, NULL, &error));
  g_assert_no_error (error);
}

static void
set_text (TwfPlan *plan, const char *id, TwfPart part, const char *language, const char *text)
{
  apply (plan, twf_edit_new_text (id, part, language, text));
}

/* A principle in English and Arabic. */
static char *
add_both (TwfPlan *plan)
{
  char *id = fixture_add (plan, TWF_SECTION_PRINCIPLES, NULL, "Fairness");

  set_text (plan, id, TWF_PART_BODY, "ar", "الإنصاف");
  return id;
}

static TwfProvision *
get (TwfPlan *plan, const char *id)
{
  return twf_plan_get_provision (plan, id);
}

static void
mark (TwfPlan *plan, const char *id, const char *language, const char *code)
{
  g_autoptr (GError) error = NULL;

  apply (plan, twf_translation_mark (get (plan, id), TWF_PART_BODY, language, "en", code, &error));
  g_assert_no_error (error);
}

static void
dismiss (TwfPlan *plan, const char *id, const char *code)
{
  g_autoptr (GError) error = NULL;

  apply (plan,
         twf_translation_dismiss (get (plan, id), TWF_PART_BODY, "ar", "en", NULL, code, &error));
  g_assert_no_error (error);
}

/* "stale", "changed", "dismissed", "fresh" or "none". */
static const char *
tell (TwfPlan *plan, const char *id, const char *language)
{
  g_autoptr (TwfTranslation) translation
      = twf_translation_find (get (plan, id), TWF_PART_BODY, language);

  if (translation == NULL)
    return "none";
  if (twf_translation_is_stale (translation, get (plan, id)))
    return "stale";
  if (twf_translation_is_changed (translation, get (plan, id)))
    return "changed";
  return twf_translation_is_dismissed (translation, get (plan, id)) ? "dismissed" : "fresh";
}

static guint
count (TwfPlan *plan, TwfFindingKind kind)
{
  g_autoptr (GPtrArray) findings = twf_plan_check (plan);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((TwfFinding *)findings->pdata[i])->kind == kind;
  return n;
}

/* What is written reads the same again, with words of others; what is no record is none. */
static void
test_spelling (void)
{
  static const char *const values[] = {
    "fr from=en:" SOME_ID,
    "fr from=en:" SOME_ID " is=" SOME_ID " by=CA",
    "fr from=en:" SOME_ID " is=" SOME_ID " by=CA at=2026-05-03T09:20Z",
    "means.ar from=en:" SOME_ID " is=" SOME_ID " by=0 at=2026-05-03T09:20Z dismissed=" SOME_ID
    " dismissed-by=EG dismissed-at=2026-06-01T00:00Z",
    "fr from=en:" SOME_ID " by=CA reviewed-by=BE tool",
    "ar from=en:1 is=ar:2 by=EG",
  };
  static const char *const none[]
      = { "", "fr", "fr is=" SOME_ID, "fr from=en", "body.fr from=en:1", "price.fr from=en:1" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (TwfTranslation) translation = twf_translation_parse (values[i]);
      g_autofree char *again = twf_translation_format (translation);

      g_assert_cmpstr (again, ==, values[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (twf_translation_parse (none[i]));
}

/* Marked: it holds until the source changes, and again once that is taken back. */
static void
test_life (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *id = add_both (plan);
  g_autoptr (TwfTranslation) translation = NULL;
  g_autoptr (TwfTranslation) later = NULL;

  twf_clock_set_fixed (WHEN);
  g_assert_cmpstr (tell (plan, id, "ar"), ==, "none");
  mark (plan, id, "ar", "CA");
  g_assert_cmpstr (tell (plan, id, "ar"), ==, "fresh");
  translation = twf_translation_find (get (plan, id), TWF_PART_BODY, "ar");
  g_assert_cmpstr (translation->by, ==, "CA");
  g_assert_cmpint (translation->when, ==, WHEN - WHEN % 60);
  set_text (plan, id, TWF_PART_BODY, "en", "Fairness to all");
  g_assert_cmpstr (tell (plan, id, "ar"), ==, "stale");
  g_assert_cmpuint (count (plan, TWF_FINDING_STALE), ==, 1);
  dismiss (plan, id, "EG");
  g_assert_cmpstr (tell (plan, id, "ar"), ==, "dismissed");
  g_assert_cmpuint (count (plan, TWF_FINDING_STALE), ==, 0);
  later = twf_translation_find (get (plan, id), TWF_PART_BODY, "ar");
  g_assert_cmpstr (later->from_wording, ==, translation->from_wording);
  g_assert_cmpstr (later->by, ==, "CA");
  g_assert_cmpstr (later->dismissed_by, ==, "EG");
  set_text (plan, id, TWF_PART_BODY, "en", "Fairness to each and all");
  g_assert_cmpstr (tell (plan, id, "ar"), ==, "stale");
  set_text (plan, id, TWF_PART_BODY, "en", "Fairness");
  g_assert_cmpstr (tell (plan, id, "ar"), ==, "fresh");
  set_text (plan, id, TWF_PART_BODY, "ar", "العدل");
  g_assert_cmpstr (tell (plan, id, "ar"), ==, "changed");
  g_assert_cmpuint (count (plan, TWF_FINDING_RETOUCHED), ==, 1);
  mark (plan, id, "ar", NULL);
  g_assert_cmpstr (tell (plan, id, "ar"), ==, "fresh");
  twf_clock_set_fixed (0);
}

/* Marking anew forgets what was dismissed; words of others and other texts stay. */
static void
test_record_is_kept (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *id = add_both (plan);
  const char *const values[] = { "ar from=en:" SOME_ID " dismissed=" SOME_ID " tool=x",
                                 "fr from=en:" SOME_ID,
                                 "means.ar from=en:" SOME_ID,
                                 "nothing that can be read",
                                 NULL };
  const char *const *now;
  g_autoptr (TwfTranslation) translation = NULL;

  apply (plan, twf_edit_new_values (id, TWF_FIELD_TRANSLATED, values));
  mark (plan, id, "ar", "EG");
  now = twf_provision_get_values (get (plan, id), TWF_FIELD_TRANSLATED);
  g_assert_cmpuint (g_strv_length ((char **)now), ==, 4);
  for (guint i = 1; values[i] != NULL; i++)
    g_assert_true (g_strv_contains (now, values[i]));
  translation = twf_translation_find (get (plan, id), TWF_PART_BODY, "ar");
  g_assert_null (translation->dismissed);
  g_assert_cmpuint (translation->further->len, ==, 1);
  g_assert_cmpstr (translation->further->pdata[0], ==, "tool=x");
}

static void
test_refusals (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *id = add_both (plan);
  g_autoptr (GError) error = NULL;

  g_assert_null (twf_translation_mark (get (plan, id), TWF_PART_BODY, "fr", "en", NULL, NULL));
  g_assert_null (twf_translation_mark (get (plan, id), TWF_PART_BODY, "ar", "fr", NULL, NULL));
  g_assert_null (twf_translation_mark (get (plan, id), TWF_PART_BODY, "en", "en", NULL, NULL));
  g_assert_null (twf_translation_mark (get (plan, id), TWF_PART_MEANS, "ar", "en", NULL, NULL));
  g_assert_null (
      twf_translation_dismiss (get (plan, id), TWF_PART_BODY, "ar", "en", NULL, NULL, &error));
  g_assert_nonnull (error);
  mark (plan, id, "ar", NULL);
  g_assert_null (
      twf_translation_dismiss (get (plan, id), TWF_PART_BODY, "ar", "en", NULL, NULL, NULL));
}

/* Each mark is one step: the plan is what it was before. */
static void
test_undo (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *id = add_both (plan);
  g_autoptr (TwfUndo) undo = twf_undo_new (plan);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  mark (plan, id, "ar", "CA");
  set_text (plan, id, TWF_PART_BODY, "en", "Fairness to all");
  before = fixture_dump (plan);
  twf_undo_break (undo);
  dismiss (plan, id, "EG");
  g_assert_cmpstr (tell (plan, id, "ar"), ==, "dismissed");
  g_free (twf_undo_undo (undo));
  after = fixture_dump (plan);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (tell (plan, id, "ar"), ==, "stale");
}

/* Two said it on branches of their own: what holds goes before what does not. */
static void
test_two_records (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *id = add_both (plan);
  g_autofree char *holds = NULL;

  mark (plan, id, "ar", "CA");
  holds = g_strdup (twf_provision_get_field (get (plan, id), TWF_FIELD_TRANSLATED));
  {
    const char *const values[]
        = { "ar from=en:" SOME_ID " by=EG at=2031-01-01T00:00Z", holds, NULL };

    apply (plan, twf_edit_new_values (id, TWF_FIELD_TRANSLATED, values));
  }
  g_assert_cmpstr (tell (plan, id, "ar"), ==, "fresh");
  g_assert_cmpuint (count (plan, TWF_FINDING_STALE), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/translation/spelling", test_spelling);
  g_test_add_func ("/translation/life", test_life);
  g_test_add_func ("/translation/record-is-kept", test_record_is_kept);
  g_test_add_func ("/translation/refusals", test_refusals);
  g_test_add_func ("/translation/undo", test_undo);
  g_test_add_func ("/translation/two-records", test_two_records);
  return g_test_run ();
}
