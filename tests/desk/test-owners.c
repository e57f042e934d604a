/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Whose the words are that differ between two revisions, in histories whose truth is known. */
#include "desk-fixture.h"

#include "twf-desk-owners.h"
#include "twf-error.h"

#define WATER "تعزيز التعاون في مجال المياه."
#define REGIONAL "تعزيز التعاون الإقليمي في مجال المياه."
#define ENERGY "تعزيز التعاون في مجال المياه والطاقة."
#define BOTH "تعزيز التعاون الإقليمي في مجال المياه والطاقة."

static TwfComparison *
compare (TwfDesk *desk, const char *base, const char *side)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  const char *const sides[] = { side, NULL };
  TwfComparison *comparison;

  twf_desk_compare_plans_async (desk, base, sides, "ar", NULL, store_result_cb, &result);
  comparison = twf_desk_compare_plans_finish (desk, await (&result), &error);
  g_assert_no_error (error);
  return comparison;
}

static guint
find_row (TwfComparison *comparison, const char *id)
{
  GPtrArray *rows = twf_comparison_get_rows (comparison);

  for (guint i = 0; i < rows->len; i++)
    {
      const TwfRow *row = rows->pdata[i];

      if (row->kind == (id != NULL ? TWF_ROW_PROVISION : TWF_ROW_PLAN)
          && g_strcmp0 (row->id, id) == 0)
        return i;
    }
  g_assert_not_reached ();
}

static GPtrArray *
list_owners (TwfDesk *desk,
             TwfComparison *comparison,
             guint row,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  twf_desk_list_owners_async (desk, comparison, row, "ar", cancellable, store_result_cb, &result);
  return twf_desk_list_owners_finish (desk, await (&result), error);
}

static void
write_owners (GString *line, GPtrArray *origins)
{
  for (guint i = 0; i < origins->len; i++)
    {
      const TwfOrigin *origin = origins->pdata[i];
      g_autofree char *owners = g_strjoinv (",", origin->owners);

      g_string_append_printf (line,
                              "%s%s%s",
                              i > 0 ? "+" : "",
                              *owners != '\0' ? owners : "*",
                              origin->proposal != NULL ? "?" : "");
    }
}

/* "[+EG]words": what came and whose it is ("*": the facilitator); "[-JO]words": what went and who
 * took it away, "[-]": it was never there; "^" who put it back; "!" not taken over. */
static void
assert_owners (TwfDesk *desk,
               const char *base,
               const char *side,
               const char *id,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfComparison) comparison = compare (desk, base, side);
  g_autoptr (GPtrArray) texts
      = list_owners (desk, comparison, find_row (comparison, id), NULL, &error);
  const TwfOwnedRowText *text;
  g_autoptr (GString) line = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (texts->len, ==, 1);
  text = texts->pdata[0];
  g_assert_cmpstr (text->language, ==, "ar");
  for (guint i = 0; i < text->words->len; i++)
    {
      const TwfOwnedWords *words = text->words->pdata[i];

      if (words->run.kind != TWF_RUN_EQUAL)
        {
          g_string_append_printf (line, "[%c", words->run.kind == TWF_RUN_DELETED ? '-' : '+');
          write_owners (line, words->by);
          if (words->put->len > 0)
            g_string_append_c (line, '^');
          write_owners (line, words->put);
          g_string_append_printf (line, "%s]", words->left_out ? "!" : "");
        }
      g_string_append (line, words->run.text);
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

static char *
merge (Fixture *fixture,
       const char *parent,
       const char *const *merged,
       const char *id,
       const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfRepository) repository = twf_repository_open (fixture->path, &error);
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autofree char *path = g_strdup_printf ("provisions/%.2s/%s/ar.txt", id, id);
  g_autofree char *line = g_strconcat (text, "\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (line, strlen (line));
  const char *trailers[] = { "Mandate: merge", NULL };
  TwfCommitInfo info
      = { "Facilitator", "facilitator@plan.invalid", 1800000000, 0, "Merge", trailers, merged };
  char *revision;

  g_assert_no_error (error);
  twf_change_set_put (changes, path, bytes);
  revision = twf_repository_commit (repository, TWF_BRANCH_MAIN, parent, changes, &info, &error);
  g_assert_no_error (error);
  return revision;
}

static void
test_branches_and_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autofree char *id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", WATER);
  g_autofree char *first = save (desk, "First", FALSE, &error);
  g_autofree char *egypt = NULL;
  g_autofree char *jordan = NULL;
  g_autofree char *both = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *back = NULL;

  g_assert_no_error (error);
  close_desk (desk);
  egypt = edit (fixture, "EG", id, REGIONAL);
  jordan = edit (fixture, "JO", id, ENERGY);
  {
    const char *merged[] = { egypt, jordan, NULL };

    both = merge (fixture, first, merged, id, ENERGY);
  }
  cut = edit (fixture, NULL, id, "تعزيز التعاون والطاقة.");
  back = edit (fixture, "EG", id, BOTH);
  desk = open_desk (fixture->path, NULL, &error);
  g_assert_no_error (error);
  /* Through the merge the words are who wrote them's. */
  assert_owners (desk, first, both, id, "تعزيز التعاون في مجال المياه[+JO] والطاقة.");
  /* Two branches of which neither has the other in it. */
  assert_owners (desk, egypt, jordan, id, "تعزيز التعاون [-]الإقليمي في مجال المياه[+JO] والطاقة.");
  assert_owners (desk, jordan, egypt, id, "تعزيز التعاون [+EG]الإقليمي في مجال المياه[-] والطاقة.");
  assert_owners (desk, egypt, both, id, "تعزيز التعاون [-*!]الإقليمي في مجال المياه[+JO] والطاقة.");
  /* What went, and whoever brings it back: it is still the one's who wrote it. */
  assert_owners (desk, both, cut, id, "تعزيز التعاون [-*]في مجال المياه والطاقة.");
  assert_owners (
      desk, egypt, cut, id, "تعزيز التعاون [-*!]الإقليمي [-*]في مجال المياه[+JO]والطاقة.");
  assert_owners (desk, jordan, back, id, "تعزيز التعاون [+EG]الإقليمي في مجال المياه والطاقة.");
  /* From the newer to the older. */
  assert_owners (desk, both, first, id, "تعزيز التعاون في مجال المياه[-] والطاقة.");
  close_desk (desk);
}

static void
test_proposals_and_restores (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autoptr (TwfProposal) proposal = twf_proposal_new ("abcdefghijkm");
  g_autoptr (TwfEdit) offered = NULL;
  g_autofree char *id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", WATER);
  g_autofree char *first = save (desk, "First", FALSE, &error);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *fourth = NULL;
  g_autofree char *fifth = NULL;
  g_autofree char *sixth = NULL;

  g_assert_no_error (error);
  twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_OWNER, "EG");
  twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_OWNER, "IQ");
  twf_proposal_set_text (proposal, "ar", REGIONAL);
  offered = twf_edit_new_proposal (id, proposal);
  twf_plan_apply (twf_desk_get_plan (desk), offered, NULL, &error);
  second = save (desk, "Proposed", FALSE, &error);
  set_text (desk, id, "ar", REGIONAL);
  twf_desk_set_mandate (desk, "proposal abcdefghijkm");
  third = save (desk, "Accepted", FALSE, &error);
  g_assert_no_error (error);
  close_desk (desk);
  fourth = edit (fixture, NULL, id, WATER);
  fifth = edit (fixture, NULL, id, REGIONAL);
  desk = open_desk (fixture->path, NULL, &error);
  g_assert_no_error (error);
  assert_owners (desk, second, third, id, "تعزيز التعاون [+EG,IQ?]الإقليمي في مجال المياه.");
  assert_owners (desk, third, fourth, id, "تعزيز التعاون [-*]الإقليمي في مجال المياه.");
  assert_owners (desk, fourth, fifth, id, "تعزيز التعاون [+EG,IQ?^*]الإقليمي في مجال المياه.");
  /* A provision as a whole. */
  twf_plan_remove (twf_desk_get_plan (desk), id, &error);
  g_assert_no_error (error);
  sixth = save (desk, "Removed", FALSE, &error);
  g_assert_no_error (error);
  assert_owners (desk, fifth, sixth, id, "[-*]" REGIONAL);
  assert_owners (desk, sixth, third, id, "[+*]تعزيز التعاون [+EG,IQ?]الإقليمي [+*]في مجال المياه.");
  close_desk (desk);
}

/* The branch goes on after it was compared: what is told is what was compared. Cancelling ends it.
 */
static void
test_branch_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autofree char *id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", WATER);
  g_autofree char *first = save (desk, "First", FALSE, &error);
  g_autofree char *egypt = NULL;
  g_autofree char *later = NULL;
  g_autoptr (TwfComparison) comparison = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const TwfOwnedWords *words;

  g_assert_no_error (error);
  egypt = edit (fixture, "EG", id, REGIONAL);
  comparison = compare (desk, first, "delegations/EG");
  later = edit (fixture, "EG", id, ENERGY);
  texts = list_owners (desk, comparison, find_row (comparison, id), NULL, &error);
  g_assert_no_error (error);
  words = ((TwfOwnedRowText *)texts->pdata[0])->words->pdata[1];
  g_assert_cmpstr (words->run.text, ==, "الإقليمي ");
  g_assert_cmpstr (twf_revision_get_id (((TwfOrigin *)words->by->pdata[0])->revision), ==, egypt);
  g_cancellable_cancel (cancellable);
  g_assert_null (list_owners (desk, comparison, find_row (comparison, id), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
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
      "/owners/branches-and-merge", Fixture, NULL, set_up, test_branches_and_merge, tear_down);
  g_test_add ("/owners/proposals-and-restores",
              Fixture,
              NULL,
              set_up,
              test_proposals_and_restores,
              tear_down);
  g_test_add ("/owners/branch-goes-on", Fixture, NULL, set_up, test_branch_goes_on, tear_down);
  status = g_test_run ();
  remove_folder (state);
  return status;
}
