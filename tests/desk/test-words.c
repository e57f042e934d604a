/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "desk-fixture.h"

#include "twf-desk-words.h"
#include "twf-error.h"

#define WATER "تعزيز التعاون في مجال المياه."
#define REGIONAL "تعزيز التعاون الإقليمي في مجال المياه."
#define ENERGY "تعزيز التعاون في مجال المياه والطاقة."

static GPtrArray *
list_words (TwfDesk *desk, const char *id, const char *revision, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  twf_desk_list_words_async (
      desk, id, TWF_PART_BODY, "ar", revision, TRUE, NULL, store_result_cb, &result);
  return twf_desk_list_words_finish (desk, await (&result), error);
}

/* "[EG]words": whose; "*" stands for the facilitator. Deleted ones between brackets of their own,
 * "-" or, left out, "!" with who took them out. */
static void
assert_words (TwfDesk *desk, const char *id, const char *revision, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = list_words (desk, id, revision, &error);
  g_autoptr (GString) line = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < runs->len; i++)
    {
      const TwfWordRun *run = runs->pdata[i];

      for (guint j = 0; j < run->origins->len; j++)
        {
          const TwfOrigin *origin = run->origins->pdata[j];
          g_autofree char *owners = g_strjoinv (",", origin->owners);

          g_string_append_printf (line,
                                  "%s%s%s",
                                  j == 0 ? "[" : "+",
                                  *owners != '\0' ? owners : "*",
                                  origin->proposal != NULL ? "?" : "");
        }
      if (run->deleted_by != NULL)
        g_string_append_printf (line,
                                "%c%s",
                                run->left_out ? '!' : '-',
                                run->deleted_by->owners[0] != NULL ? run->deleted_by->owners[0]
                                                                   : "*");
      g_string_append_printf (line, "]%s", run->text);
    }
  g_assert_cmpstr (line->str, ==, expected);
}

/* Somebody edits a text and saves. */
static char *
edit (Fixture *fixture, const char *identity, const char *id, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfDesk) desk = open_desk (fixture->path, identity, &error);
  char *revision;

  g_assert_no_error (error);
  set_text (desk, id, "ar", text);
  revision = save (desk, "An edit", FALSE, &error);
  g_assert_no_error (error);
  close_desk (g_object_ref (desk));
  return revision;
}

static void
test_branches_and_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  g_autofree char *egypt = NULL;
  g_autofree char *jordan = NULL;
  g_autofree char *merge = NULL;
  g_autofree char *again = NULL;
  g_autoptr (TwfRepository) repository = NULL;
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autofree char *path = NULL;
  g_autoptr (GBytes) text = NULL;

  g_assert_no_error (error);
  id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", WATER);
  first = save (desk, "First", FALSE, &error);
  g_assert_no_error (error);
  close_desk (desk);
  egypt = edit (fixture, "EG", id, REGIONAL);
  jordan = edit (fixture, "JO", id, ENERGY);

  /* The facilitator takes over what Jordan wrote and leaves out what Egypt did. */
  repository = twf_repository_open (fixture->path, &error);
  g_assert_no_error (error);
  path = g_strdup_printf ("provisions/%.2s/%s/ar.txt", id, id);
  text = g_bytes_new_static (ENERGY "\n", strlen (ENERGY "\n"));
  twf_change_set_put (changes, path, text);
  {
    const char *merged[] = { egypt, jordan, NULL };
    const char *trailers[] = { "Mandate: merge", NULL };
    TwfCommitInfo info
        = { "Facilitator", "facilitator@plan.invalid", 1800000000, 0, "Merge", trailers, merged };

    merge = twf_repository_commit (repository, TWF_BRANCH_MAIN, first, changes, &info, &error);
    g_assert_no_error (error);
  }
  desk = open_desk (fixture->path, NULL, &error);
  g_assert_no_error (error);
  assert_words (desk, id, NULL, "[*]تعزيز التعاون في مجال المياه [JO]والطاقة[*].[EG!*]الإقليمي");
  assert_words (desk, id, egypt, "[*]تعزيز التعاون [EG]الإقليمي [*]في مجال المياه.");

  /* Whoever writes Egypt's words again: they are Egypt's. */
  set_text (desk, id, "ar", "تعزيز التعاون الإقليمي في مجال المياه والطاقة.");
  again = save (desk, "Again", FALSE, &error);
  g_assert_no_error (error);
  assert_words (desk, id, NULL, "[*]تعزيز التعاون [EG]الإقليمي [*]في مجال المياه [JO]والطاقة[*].");
  close_desk (desk);
}

static void
test_accepted_proposal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  TwfProposal *proposal = twf_proposal_new ("abcdefghijkm");
  g_autoptr (TwfEdit) offered = NULL;
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_assert_no_error (error);
  id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", WATER);
  first = save (desk, "First", FALSE, &error);
  twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_OWNER, "EG");
  twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_OWNER, "IQ");
  twf_proposal_set_text (proposal, "ar", REGIONAL);
  offered = twf_edit_new_proposal (id, proposal);
  g_object_unref (proposal);
  twf_plan_apply (twf_desk_get_plan (desk), offered, NULL, &error);
  g_assert_no_error (error);
  second = save (desk, "Proposed", FALSE, &error);
  g_assert_no_error (error);
  assert_words (desk, id, NULL, "[*]" WATER);

  set_text (desk, id, "ar", REGIONAL);
  twf_desk_set_mandate (desk, "proposal abcdefghijkm");
  third = save (desk, "Accepted", FALSE, &error);
  g_assert_no_error (error);
  assert_words (desk, id, NULL, "[*]تعزيز التعاون [EG,IQ?]الإقليمي [*]في مجال المياه.");
  close_desk (desk);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;

  g_assert_no_error (error);
  id = add_provision (desk, TWF_SECTION_OBJECTIVES, "en", "Words in English alone.");
  first = save (desk, "First", FALSE, &error);
  g_assert_no_error (error);
  g_assert_null (list_words (desk, id, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (list_words (desk, "../../etc", NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (list_words (desk, id, "no such revision", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  /* The title has its words as well. */
  assert_words (desk, NULL, NULL, "[*]خطة عمل للمياه");
  close_desk (desk);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  state = use_own_state ();
  g_test_add (
      "/words/branches-and-merge", Fixture, NULL, set_up, test_branches_and_merge, tear_down);
  g_test_add ("/words/accepted-proposal", Fixture, NULL, set_up, test_accepted_proposal, tear_down);
  g_test_add ("/words/refused", Fixture, NULL, set_up, test_refused, tear_down);
  status = g_test_run ();
  remove_folder (state);
  return status;
}
