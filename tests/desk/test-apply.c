/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-apply.h"
#include "twf-error.h"
#include "twf-format.h"
#include "twf-message.h"

static TwfPlan *
make_plan (void)
{
  const char *languages[] = { "ar", "en", NULL };
  g_autoptr (GError) error = NULL;
  TwfPlan *plan = twf_plan_new_from_template ("blank", languages, "خطة", &error);

  g_assert_no_error (error);
  return plan;
}

static guint
hash_plan (TwfPlan *plan)
{
  g_autoptr (GHashTable) files = twf_files_new ();
  GHashTableIter iter;
  gpointer path, bytes;
  guint hash = 0;

  twf_format_write_plan (plan, files);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    hash ^= g_str_hash (path) * 31 + g_bytes_hash (bytes);
  return hash;
}

static void
test_names_point_ahead (void)
{
  g_autoptr (TwfPlan) plan = make_plan ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;
  const char *json
      = "{\"edits\": ["
        "{\"op\": \"add\", \"section\": \"actions\", \"texts\": {\"ar\": \"حفر الآبار\", "
        "\"means.en\": \"Funds\"}, \"fields\": {\"Serves\": [\"@aim\"]}},"
        "{\"op\": \"add\", \"id\": \"@aim\", \"section\": \"objectives\", \"texts\": {\"en\": "
        "\"Water\"}},"
        "{\"op\": \"add\", \"section\": \"objectives\", \"after\": \"\", \"texts\": {\"en\": "
        "\"First\"}},"
        "{\"op\": \"edit\", \"id\": \"@aim\", \"texts\": {\"ar\": \"الماء\"}},"
        "{\"op\": \"plan\", \"title\": {\"en\": \"A plan\"}, \"fields\": {\"Symbol\": "
        "\"A/64/L.1\"}},"
        "{\"op\": \"delegation\", \"code\": \"EG\", \"fields\": {\"Name\": {\"ar\": \"مصر\"}, "
        "\"Sponsor\": \"co-sponsor\"}}]}";
  TwfProvision *action, *aim;
  GListModel *objectives;
  g_autoptr (TwfProvision) first = NULL;

  g_assert_true (twf_apply_json (plan, json, strlen (json), NULL, &ids, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (ids), ==, 4);
  action = twf_plan_get_provision (plan, ids[0]);
  aim = twf_plan_get_provision (plan, ids[1]);
  g_assert_cmpstr (ids[1], ==, ids[3]);
  g_assert_cmpstr (twf_provision_get_field (action, TWF_FIELD_SERVES), ==, ids[1]);
  g_assert_cmpstr (twf_provision_get_text (action, TWF_PART_MEANS, "en"), ==, "Funds");
  g_assert_cmpstr (twf_provision_get_text (aim, TWF_PART_BODY, "ar"), ==, "الماء");
  g_assert_cmpstr (twf_plan_get_title (plan, "en"), ==, "A plan");
  g_assert_cmpstr (twf_plan_get_field (plan, TWF_PLAN_SYMBOL), ==, "A/64/L.1");
  g_assert_nonnull (twf_plan_get_delegation (plan, "EG"));
  objectives = twf_plan_list_children (plan, TWF_SECTION_OBJECTIVES, NULL);
  first = g_list_model_get_item (objectives, 0);
  g_assert_cmpstr (twf_provision_get_id (first), ==, ids[2]);
}

static void
test_moves_and_removes (void)
{
  g_autoptr (TwfPlan) plan = make_plan ();
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *more = NULL;
  const char *json = "{\"edits\": ["
                     "{\"op\": \"add\", \"id\": \"@a\", \"section\": \"actions\"},"
                     "{\"op\": \"add\", \"id\": \"@b\", \"section\": \"actions\"},"
                     "{\"op\": \"move\", \"id\": \"@b\", \"parent\": \"@a\"},"
                     "{\"op\": \"add\", \"id\": \"@c\", \"section\": \"actions\"}]}";

  g_assert_true (twf_apply_json (plan, json, strlen (json), "EG", &ids, &error));
  g_assert_cmpstr (twf_provision_get_parent (twf_plan_get_provision (plan, ids[1])), ==, ids[0]);
  more = g_strdup_printf ("{\"edits\": [{\"op\": \"remove\", \"id\": \"%s\"}]}", ids[0]);
  g_assert_true (twf_apply_json (plan, more, strlen (more), NULL, NULL, &error));
  g_assert_cmpuint (twf_plan_get_n_provisions (plan), ==, 1);
}

/* All or none: a text whose last edit is refused leaves the plan as it was. */
static void
test_refuses_whole (void)
{
  static const struct
  {
    const char *last;
    int code;
  } cases[] = {
    { "{\"op\": \"edit\", \"id\": \"zzzzzzzzzzzz\", \"texts\": {\"ar\": \"x\"}}",
      TWF_ERROR_NOT_FOUND },
    { "{\"op\": \"fly\"}", TWF_ERROR_INVALID },
    { "{\"op\": \"add\", \"section\": \"nowhere\"}", TWF_ERROR_INVALID },
    { "{\"op\": \"add\", \"section\": \"actions\", \"texts\": {\"ru\": \"x\"}}",
      TWF_ERROR_INVALID },
    { "{\"op\": \"add\", \"section\": \"actions\", \"texts\": {\"ar\": 7}}", TWF_ERROR_INVALID },
    { "{\"op\": \"add\", \"section\": \"actions\", \"after\": \"zzzzzzzzzzzz\"}",
      TWF_ERROR_NOT_FOUND },
    { "{\"op\": \"add\", \"section\": \"actions\", \"id\": \"../../etc\"}", TWF_ERROR_INVALID },
    { "{\"op\": \"edit\", \"id\": \"@nobody\", \"texts\": {}}", TWF_ERROR_INVALID },
    { "{\"op\": \"edit\", \"id\": \"@a\", \"texts\": {\"ar\": \"a\\u202eb\"}}", TWF_ERROR_INVALID },
    { "{\"op\": \"delegation\", \"code\": \"../x\"}", TWF_ERROR_INVALID },
    { "7", TWF_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TwfPlan) plan = make_plan ();
      g_autoptr (GError) error = NULL;
      guint before = hash_plan (plan);
      g_autofree char *json = g_strdup_printf (
          "{\"edits\": [{\"op\": \"add\", \"id\": \"@a\", \"section\": \"actions\", \"texts\": "
          "{\"ar\": \"نص\"}}, {\"op\": \"plan\", \"title\": {\"en\": \"T\"}}, %s]}",
          cases[i].last);

      g_assert_false (twf_apply_json (plan, json, strlen (json), NULL, NULL, &error));
      g_assert_error (error, TWF_ERROR, cases[i].code);
      g_assert_null (strchr (error->message, '\n'));
      g_assert_cmpuint (hash_plan (plan), ==, before);
    }
}

static void
test_refuses_hostile (void)
{
  g_autoptr (TwfPlan) plan = make_plan ();
  g_autoptr (GString) deep = g_string_new (NULL);
  static const char not_utf8[] = "{\"edits\": \"\xff\"}";
  static const char *const bad[] = { "{", "[]", "{}", "{\"edits\": {}}", "nonsense", "\"\\" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  g_assert_false (twf_apply_json (plan, deep->str, deep->len, NULL, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (twf_apply_json (plan, "", 0, NULL, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_false (twf_apply_json (plan, not_utf8, strlen (not_utf8), NULL, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_ENCODING);
  g_clear_error (&error);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (twf_apply_json (plan, bad[i], strlen (bad[i]), NULL, NULL, &error));
      g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
      g_clear_error (&error);
    }
}

/* Every code has a sentence in which the subject is isolated. */
static void
test_messages (void)
{
  for (int code = TWF_ERROR_FAILED; code <= TWF_ERROR_IO; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (TWF_ERROR, code, "plan:3: why");
      g_autofree char *sentence = twf_error_describe (error, "خطة.plan");

      g_assert_nonnull (strstr (sentence, "\342\201\250خطة.plan\342\201\251"));
      g_assert_null (strchr (sentence, '\n'));
      g_assert_null (strstr (sentence, "(null)"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apply/names-point-ahead", test_names_point_ahead);
  g_test_add_func ("/apply/moves-and-removes", test_moves_and_removes);
  g_test_add_func ("/apply/refuses-whole", test_refuses_whole);
  g_test_add_func ("/apply/refuses-hostile", test_refuses_hostile);
  g_test_add_func ("/message/every-code-has-a-sentence", test_messages);
  return g_test_run ();
}
