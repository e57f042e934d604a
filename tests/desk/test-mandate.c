/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* An ordinary save says under what mandate it is made, by what it changes. */
#include "desk-fixture.h"

#include "twf-agreement-life.h"
#include "twf-desk-words.h"
#include "twf-proposal-life.h"
#include "twf-transform.h"

#define STANDS "States protect museums. Libraries lend books."
#define EGYPT_SAYS "States protect all museums. Libraries lend books."
#define KENYA_SAYS "States protect museums. Public libraries lend books."
#define BOTH_SAY "States protect all museums. Public libraries lend books."

static const char *const egypt[] = { "EG", NULL };
static const char *const kenya[] = { "KE", NULL };

static void
apply (TwfDesk *desk, GPtrArray *edits, GError *error)
{
  g_autoptr (GPtrArray) held = edits;
  GError *refused = NULL;

  g_assert_no_error (error);
  twf_plan_apply_all (twf_desk_get_plan (desk), edits, &refused);
  g_assert_no_error (refused);
}

static char *
propose (TwfDesk *desk, const char *id, const char *wording, const char *const *owners)
{
  GError *error = NULL;
  char *pid = NULL;
  GPtrArray *edits = twf_proposal_make_text (
      twf_desk_get_plan (desk), id, TWF_PART_BODY, "en", wording, owners, NULL, &pid, &error);

  apply (desk, edits, error);
  return pid;
}

static char *
propose_draft (TwfDesk *desk, const char *id, TwfProposal *draft)
{
  GError *error = NULL;
  char *pid = NULL;
  GPtrArray *edits;

  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_OWNER, egypt);
  edits = twf_proposal_make (twf_desk_get_plan (desk), id, draft, &pid, &error);
  apply (desk, edits, error);
  g_object_unref (draft);
  return pid;
}

static void
accept (TwfDesk *desk, const char *pid)
{
  GError *error = NULL;

  apply (desk,
         twf_proposal_accept (twf_desk_get_plan (desk), pid, NULL, TWF_WHOLE_PROPOSAL, &error),
         error);
}

static void
park (TwfDesk *desk, const char *pid)
{
  GError *error = NULL;
  GPtrArray *edits = twf_proposal_park (twf_desk_get_plan (desk), pid, &error);

  apply (desk, edits, error);
}

/* Saves, and says what the revision then names. */
static char *
save_and_read (TwfDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = save (desk, "A step", FALSE, &error);
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  g_assert_no_error (error);
  twf_desk_list_revisions_async (desk, NULL, 0, 1, NULL, store_result_cb, &listed);
  revisions = twf_desk_list_revisions_finish (desk, await (&listed), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (twf_revision_get_id (revisions->pdata[0]), ==, revision);
  return twf_revision_dup_trailer (revisions->pdata[0], "Mandate");
}

static void assert_mandate (TwfDesk *desk, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
assert_mandate (TwfDesk *desk, const char *format, ...)
{
  g_autofree char *found = save_and_read (desk);
  g_autofree char *wanted = NULL;
  va_list arguments;

  va_start (arguments, format);
  wanted = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_assert_cmpstr (found, ==, wanted);
}

static TwfDesk *
start (Fixture *fixture, char **id)
{
  static const char *const codes[] = { "EG", "KE" };
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (TwfDelegation) delegation = twf_delegation_new (codes[i]);
      g_autoptr (TwfEdit) edit = twf_edit_new_delegation (delegation);

      twf_plan_apply (twf_desk_get_plan (desk), edit, NULL, &error);
      g_assert_no_error (error);
    }
  *id = add_provision (desk, TWF_SECTION_ACTIONS, "en", STANDS);
  assert_mandate (desk, "editorial");
  return desk;
}

/* Whose @word of the text is. */
static char *
dup_owner (TwfDesk *desk, const char *id, const char *word)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) error = NULL;

  twf_desk_list_words_async (
      desk, id, TWF_PART_BODY, "en", NULL, FALSE, NULL, store_result_cb, &result);
  words = twf_desk_list_words_finish (desk, await (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < words->len; i++)
    {
      TwfWordRun *some = words->pdata[i];

      if (strstr (some->text, word) != NULL)
        return g_strjoinv (",", ((TwfOrigin *)some->origins->pdata[0])->owners);
    }
  g_assert_not_reached ();
}

static void
test_made_and_accepted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  TwfDesk *desk = start (fixture, &id);
  g_autofree char *pid = propose (desk, id, EGYPT_SAYS, egypt);
  g_autofree char *title = NULL;
  g_autofree char *owner = NULL;

  assert_mandate (desk, "proposal %s", pid);
  accept (desk, pid);
  assert_mandate (desk, "proposal %s", pid);
  owner = dup_owner (desk, id, "all");
  g_assert_cmpstr (owner, ==, "EG");
  title = propose (desk, NULL, "A plan for all", kenya);
  assert_mandate (desk, "proposal %s", title);
  accept (desk, title);
  assert_mandate (desk, "proposal %s", title);
  close_desk (desk);
}

/* Proposed in the room, and agreed before anything was saved: the words are their owner's. */
static void
test_in_one_revision (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  TwfDesk *desk = start (fixture, &id);
  g_autofree char *pid = propose (desk, id, EGYPT_SAYS, egypt);
  g_autofree char *owner = NULL;

  accept (desk, pid);
  assert_mandate (desk, "proposal %s", pid);
  owner = dup_owner (desk, id, "all");
  g_assert_cmpstr (owner, ==, "EG");
  close_desk (desk);
}

/* Two that are joined in one text are all that changed; what is added by hand is named beside. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  TwfDesk *desk = start (fixture, &id);
  g_autofree char *first = propose (desk, id, EGYPT_SAYS, egypt);
  g_autofree char *second = propose (desk, id, KENYA_SAYS, kenya);
  gboolean swapped = strcmp (first, second) > 0;
  const char *lower = swapped ? second : first;
  const char *upper = swapped ? first : second;
  g_autofree char *owner = NULL;

  assert_mandate (desk, "proposal %s %s", lower, upper);
  accept (desk, first);
  accept (desk, second);
  g_assert_cmpstr (get_text (desk, id, "en"), ==, BOTH_SAY);
  assert_mandate (desk, "proposal %s %s", lower, upper);
  owner = dup_owner (desk, id, "Public");
  g_assert_cmpstr (owner, ==, "KE");
  close_desk (desk);
}

static void
test_beside_an_edit (Fixture *fixture, gconstpointer data)
{
  const char *where = data;
  g_autofree char *id = NULL;
  TwfDesk *desk = start (fixture, &id);
  g_autofree char *other = add_provision (desk, TWF_SECTION_ACTIONS, "en", "Two stands.");
  g_autofree char *pid = propose (desk, id, EGYPT_SAYS, egypt);

  assert_mandate (desk, "proposal %s, editorial", pid);
  accept (desk, pid);
  if (g_str_equal (where, "elsewhere"))
    set_text (desk, other, "en", "Two falls.");
  else
    set_text (desk, id, "en", EGYPT_SAYS " Archives open.");
  assert_mandate (desk, "proposal %s, editorial", pid);
  close_desk (desk);
}

/* What is only carried along is nobody's act; what was undone was not done. */
static void
test_no_act (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  TwfDesk *desk = start (fixture, &id);
  g_autofree char *pid = propose (desk, id, EGYPT_SAYS, egypt);

  assert_mandate (desk, "proposal %s", pid);
  set_text (desk, id, "en", "States protect museums. Libraries lend old books.");
  assert_mandate (desk, "editorial");
  accept (desk, pid);
  g_free (twf_undo_undo (twf_desk_get_undo (desk)));
  set_text (desk, id, "en", "States protect museums. Libraries lend new books.");
  assert_mandate (desk, "editorial");
  close_desk (desk);
}

static void
test_set_aside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  TwfDesk *desk = start (fixture, &id);
  g_autofree char *pid = propose (desk, id, EGYPT_SAYS, egypt);

  assert_mandate (desk, "proposal %s", pid);
  park (desk, pid);
  assert_mandate (desk, "chair");
  close_desk (desk);
}

static void
agree (TwfDesk *desk, const char *id)
{
  const char *const ids[] = { id, NULL };
  GError *error = NULL;

  apply (desk,
         twf_agreement_agree (
             twf_desk_get_plan (desk), ids, TWF_AGREEMENT_PLENARY, NULL, NULL, &error),
         error);
}

/* That something is agreed, and that it no longer is, cannot be done without being said. */
static void
test_agreed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  TwfDesk *desk = start (fixture, &id);
  g_autofree char *other = add_provision (desk, TWF_SECTION_ACTIONS, "en", "Two stands.");
  const char *const both[] = { id, other, NULL };
  gboolean swapped = strcmp (id, other) > 0;
  g_autoptr (TwfEdit) painted = NULL;
  GError *error = NULL;

  assert_mandate (desk, "editorial");
  agree (desk, id);
  assert_mandate (desk, "agreement %s", id);
  agree (desk, other);
  set_text (desk, id, "en", EGYPT_SAYS);
  assert_mandate (desk, "agreement %s, editorial", other);
  apply (desk, twf_agreement_take_away (twf_desk_get_plan (desk), both, NULL, &error), error);
  assert_mandate (desk, "agreement %s %s", swapped ? other : id, swapped ? id : other);
  painted = twf_edit_new_value (id, TWF_FIELD_AGREED, "green");
  g_assert_true (twf_plan_apply (twf_desk_get_plan (desk), painted, NULL, &error));
  set_text (desk, other, "en", "Two falls.");
  assert_mandate (desk, "agreement %s, editorial", id);
  close_desk (desk);
}

/* A delegation proposes whatever it does on its own branch, and names what it speaks of. */
static void
test_delegation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  TwfDesk *desk = start (fixture, &id);
  g_autofree char *pid = NULL;

  close_desk (desk);
  desk = open_desk (fixture->path, "EG", NULL);
  set_text (desk, id, "en", EGYPT_SAYS);
  assert_mandate (desk, "proposal");
  pid = propose (desk, id, BOTH_SAY, egypt);
  assert_mandate (desk, "proposal %s", pid);
  park (desk, pid);
  assert_mandate (desk, "proposal %s", pid);
  close_desk (desk);
}

static char *
propose_insertion (TwfDesk *desk, const char *parent, const char *after)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  g_autofree char *rank = twf_plan_make_rank (plan, TWF_SECTION_ACTIONS, parent, after, "EG");
  g_autoptr (TwfProvision) provision = twf_provision_new ("bcdefghijkmn", TWF_SECTION_ACTIONS);
  char *pid = NULL;
  GError *error = NULL;
  GPtrArray *edits;

  twf_provision_set_place (provision, TWF_SECTION_ACTIONS, parent, rank);
  twf_provision_set_text (provision, TWF_PART_BODY, "en", "Archives open.");
  edits = twf_proposal_make_insert (plan, provision, egypt, NULL, &pid, &error);
  apply (desk, edits, error);
  return pid;
}

/* What was only proposed under a provision moves up when it goes: that follows from it. */
static void
test_deletion (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  TwfDesk *desk = start (fixture, &id);
  TwfProposal *draft = twf_proposal_new ("draft");
  g_autofree char *under = propose_insertion (desk, id, NULL);
  g_autofree char *pid = NULL;

  assert_mandate (desk, "proposal %s", under);
  twf_proposal_set_kind (draft, TWF_PROPOSAL_DELETE);
  pid = propose_draft (desk, id, draft);
  assert_mandate (desk, "proposal %s", pid);
  accept (desk, pid);
  g_assert_null (twf_plan_get_provision (twf_desk_get_plan (desk), id));
  assert_mandate (desk, "proposal %s", pid);
  close_desk (desk);
}

/* By hand, although its deletion was withdrawn. */
static void
test_deletion_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  TwfDesk *desk = start (fixture, &id);
  TwfPlan *plan = twf_desk_get_plan (desk);
  TwfProposal *draft = twf_proposal_new ("draft");
  g_autofree char *pid = NULL;
  GPtrArray *edits;
  GError *error = NULL;

  twf_proposal_set_kind (draft, TWF_PROPOSAL_DELETE);
  pid = propose_draft (desk, id, draft);
  assert_mandate (desk, "proposal %s", pid);
  edits = twf_proposal_withdraw (plan, pid, "EG", &error);
  apply (desk, edits, error);
  assert_mandate (desk, "proposal %s", pid);
  edits = twf_edits_new ();
  g_ptr_array_add (edits, twf_edit_new_remove (id));
  apply (desk, edits, NULL);
  assert_mandate (desk, "editorial");
  close_desk (desk);
}

static void
test_insertion (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  TwfDesk *desk = start (fixture, &id);
  g_autofree char *pid = propose_insertion (desk, NULL, id);

  assert_mandate (desk, "proposal %s", pid);
  accept (desk, pid);
  assert_mandate (desk, "proposal %s", pid);
  close_desk (desk);
}

static void
test_field (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  TwfDesk *desk = start (fixture, &id);
  TwfProposal *draft = twf_proposal_new ("draft");
  g_autofree char *pid = NULL;

  twf_proposal_set_values (
      draft, TWF_PROPOSAL_FIELD_FIELD, (const char *const[]){ TWF_FIELD_HEADING, NULL });
  twf_proposal_add_value (draft, TWF_PROPOSAL_FIELD_VALUE, "yes");
  pid = propose_draft (desk, id, draft);
  assert_mandate (desk, "proposal %s", pid);
  accept (desk, pid);
  assert_mandate (desk, "proposal %s", pid);
  close_desk (desk);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  state = use_own_state ();
#define ADD(name, argument, test)                                                                  \
  g_test_add ("/mandate/" name, Fixture, argument, set_up, test, tear_down)
  ADD ("made-and-accepted", NULL, test_made_and_accepted);
  ADD ("in-one-revision", NULL, test_in_one_revision);
  ADD ("several", NULL, test_several);
  ADD ("edit-elsewhere", "elsewhere", test_beside_an_edit);
  ADD ("edit-of-the-same", "same", test_beside_an_edit);
  ADD ("no-act", NULL, test_no_act);
  ADD ("set-aside", NULL, test_set_aside);
  ADD ("agreed", NULL, test_agreed);
  ADD ("delegation", NULL, test_delegation);
  ADD ("deletion", NULL, test_deletion);
  ADD ("deletion-by-hand", NULL, test_deletion_by_hand);
  ADD ("insertion", NULL, test_insertion);
  ADD ("field", NULL, test_field);
  status = g_test_run ();
  remove_folder (state);
  return status;
}
