/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-proposal-life.h"

#include "twf-id.h"
#include "twf-life-private.h"
#include "twf-wording.h"

static const char *const none[] = { NULL };

static gboolean
check_owners (TwfPlan *plan, const char *const *owners, GError **error)
{
  for (guint i = 0; owners != NULL && owners[i] != NULL; i++)
    if (twf_plan_get_delegation (plan, owners[i]) == NULL)
      return twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "no delegation %s", owners[i]);
  return TRUE;
}

/* Brings a text of @draft into the form in which it is kept, and says what it is made on.
 * A text that reads as the plan does asks for nothing. */
static gboolean
prepare_text (TwfLife *life,
              TwfProvision *provision,
              TwfProposal *draft,
              const char *language,
              GError **error)
{
  const char *standing
      = twf_life_get_text (life, provision, twf_proposal_get_part (draft), language);
  const char *text = twf_proposal_get_text (draft, language);
  g_autofree char *clean = NULL;

  if (!g_strv_contains (twf_plan_get_languages (life->plan), language))
    return twf_life_refuse (error, TWF_ERROR_INVALID, "%s is not a language of the plan", language);
  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return twf_life_refuse (error, TWF_ERROR_INVALID, "a text that is not UTF-8");
  clean = text != NULL ? twf_life_clean_text (text) : NULL;
  if (g_strcmp0 (clean, standing) == 0)
    {
      twf_proposal_set_text (draft, language, NULL);
      twf_proposal_set_base (draft, language, NULL);
      return TRUE;
    }
  twf_proposal_set_text (draft, language, clean);
  twf_proposal_set_base (draft, language, standing);
  return TRUE;
}

static gboolean
prepare_texts (TwfLife *life, TwfProvision *provision, TwfProposal *draft, GError **error)
{
  g_auto (GStrv) languages = twf_proposal_list_asked (draft);
  g_auto (GStrv) left = NULL;
  TwfPart part = twf_proposal_get_part (draft);
  TwfSection section
      = provision != NULL ? twf_provision_get_section (provision) : TWF_SECTION_LETTER;

  if (!twf_section_has_part (section, part))
    return twf_life_refuse (error,
                            TWF_ERROR_INVALID,
                            "%s has no %s",
                            twf_section_get_name (section),
                            twf_part_get_name (part));
  for (guint i = 0; languages[i] != NULL; i++)
    if (!prepare_text (life, provision, draft, languages[i], error))
      return FALSE;
  left = twf_proposal_list_asked (draft);
  return left[0] != NULL || twf_life_refuse (error, TWF_ERROR_EMPTY, "it would read as it does");
}

static gboolean
prepare_field (TwfLife *life, TwfProvision *provision, TwfProposal *draft, GError **error)
{
  const char *field = twf_proposal_get_field (draft, TWF_PROPOSAL_FIELD_FIELD);
  const char *const *values = twf_proposal_get_values (draft, TWF_PROPOSAL_FIELD_VALUE);
  const char *const *standing = twf_life_get_values (life, provision, field);
  const char *const *asked = values != NULL ? values : (const char *const[]){ NULL };

  if (twf_life_values_equal (values, standing))
    return twf_life_refuse (error, TWF_ERROR_EMPTY, "%s would stay as it is", field);
  /* What could never be accepted is told to who asks for it. */
  if (provision != NULL ? !twf_plan_check_field (life->plan, provision, field, asked, error)
                        : !twf_plan_check_own_field (life->plan, field, asked, error))
    return FALSE;
  twf_proposal_set_base_values (draft, standing);
  return TRUE;
}

static gboolean
prepare_move (TwfLife *life, TwfProvision *provision, TwfProposal *draft, GError **error)
{
  const char *rank = twf_proposal_get_field (draft, TWF_PROPOSAL_FIELD_RANK);
  TwfSection section;
  g_autoptr (GPtrArray) edits = NULL;

  if (rank == NULL
      || !twf_section_from_name (twf_proposal_get_field (draft, TWF_PROPOSAL_FIELD_SECTION),
                                 &section))
    return twf_life_refuse (error, TWF_ERROR_INVALID, "a move to no place");
  edits = twf_plan_list_move (life->plan,
                              twf_provision_get_id (provision),
                              section,
                              twf_proposal_get_field (draft, TWF_PROPOSAL_FIELD_PARENT),
                              rank,
                              error);
  if (edits == NULL)
    return FALSE;
  return edits->len > 0 || twf_life_refuse (error, TWF_ERROR_EMPTY, "it stands there");
}

static gboolean
prepare (TwfLife *life, TwfProvision *provision, TwfProposal *draft, GError **error)
{
  TwfProposalKind kind = twf_proposal_get_kind (draft);

  if (provision == NULL && kind != TWF_PROPOSAL_REPLACE)
    return twf_life_refuse (error,
                            TWF_ERROR_INVALID,
                            "a plan itself cannot be proposed for %s",
                            twf_proposal_kind_get_name (kind));
  switch (kind)
    {
    case TWF_PROPOSAL_REPLACE:
      if (twf_proposal_get_field (draft, TWF_PROPOSAL_FIELD_FIELD) != NULL)
        return prepare_field (life, provision, draft, error);
      return prepare_texts (life, provision, draft, error);
    case TWF_PROPOSAL_MOVE:
      return prepare_move (life, provision, draft, error);
    case TWF_PROPOSAL_INSERT:
      return twf_life_refuse (error, TWF_ERROR_INVALID, "what is inserted comes with it");
    case TWF_PROPOSAL_DELETE:
    default:
      return TRUE;
    }
}

/* The proposal that asks for the same as @draft as it reads now; NULL: there is none. */
static TwfProposal *
find_same (TwfLife *life, TwfProvision *provision, TwfProposal *draft)
{
  const char *id = provision != NULL ? twf_provision_get_id (provision) : NULL;
  g_autofree char *wanted = twf_proposal_dup_content_id (draft, id);
  GListModel *proposals = twf_life_list (life, provision);

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      g_autofree char *asked = twf_proposal_dup_content_id (proposal, id);

      /* The list holds it. */
      if (g_str_equal (asked, wanted))
        return proposal;
    }
  return NULL;
}

static void
add_owners (TwfProposal *to, TwfProposal *from, const char *field)
{
  const char *const *codes = twf_proposal_get_values (from, field);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (!twf_proposal_has_value (to, field, codes[i]))
      twf_proposal_add_value (to, field, codes[i]);
}

/* Asked for again: what was withdrawn, or accepted and changed since, is on the table again, and
 * belongs to those who ask now. */
static void
fold (TwfLife *life, TwfProvision *provision, TwfProposal *same, TwfProposal *draft)
{
  TwfProposal *now = twf_life_take (life, provision, same);
  TwfProposalState state = twf_proposal_get_state (now);

  if (state != TWF_PROPOSAL_OPEN)
    {
      const char *const *bases = twf_proposal_get_values (draft, TWF_PROPOSAL_FIELD_BASE);

      twf_proposal_set_state (now, TWF_PROPOSAL_OPEN);
      twf_proposal_set_values (now, TWF_PROPOSAL_FIELD_OWNER, none);
      twf_proposal_set_values (now, TWF_PROPOSAL_FIELD_CONTRIBUTED, none);
      twf_proposal_set_values (now, TWF_PROPOSAL_FIELD_REPLACED_BY, none);
      twf_proposal_set_values (now, TWF_PROPOSAL_FIELD_BASE, bases);
    }
  add_owners (now, draft, TWF_PROPOSAL_FIELD_OWNER);
  add_owners (now, draft, TWF_PROPOSAL_FIELD_CONTRIBUTED);
  if (twf_proposal_get_field (now, TWF_PROPOSAL_FIELD_REASON) == NULL)
    twf_proposal_set_values (
        now, TWF_PROPOSAL_FIELD_REASON, twf_proposal_get_values (draft, TWF_PROPOSAL_FIELD_REASON));
}

/* An id that follows from the content. One that came to ask for something else may bear it. */
static char *
make_id (TwfLife *life, TwfProvision *provision, TwfProposal *draft)
{
  char *pid = twf_proposal_dup_content_id (
      draft, provision != NULL ? twf_provision_get_id (provision) : NULL);

  while (twf_plan_get_proposal (life->plan, pid, NULL) != NULL)
    {
      g_autofree char *taken = pid;

      pid = twf_id_from_content (taken);
    }
  return pid;
}

/**
 * twf_life_make:
 * @self: an act
 * @id: (nullable): the provision it is about; %NULL: the plan itself
 * @draft: what is proposed, as twf_proposal_make() takes it
 * @pid: (out) (transfer full): the id of the proposal, also where it is there and set aside
 * @error: where an error goes
 *
 * Returns: (transfer none) (nullable): the act's copy of the proposal; %NULL on error
 * Errors: as twf_proposal_make()
 */
TwfProposal *
twf_life_make (TwfLife *self, const char *id, TwfProposal *draft, char **pid, GError **error)
{
  g_autoptr (TwfProposal) copy = twf_proposal_copy (draft);
  TwfProvision *provision = twf_plan_get_provision (self->plan, id);
  TwfProposal *same;

  if (id != NULL && provision == NULL)
    {
      twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "no provision %s", id);
      return NULL;
    }
  if (!check_owners (self->plan, twf_proposal_get_values (copy, TWF_PROPOSAL_FIELD_OWNER), error)
      || !prepare (self, provision, copy, error))
    return NULL;
  twf_proposal_set_state (copy, TWF_PROPOSAL_OPEN);
  same = find_same (self, provision, copy);
  if (same == NULL)
    {
      *pid = make_id (self, provision, copy);
      twf_life_put (self, provision, twf_proposal_copy_as (copy, *pid));
      return g_hash_table_lookup (self->drafts, *pid);
    }
  *pid = g_strdup (twf_proposal_get_id (same));
  if (twf_proposal_get_state (same) == TWF_PROPOSAL_PARKED
      || twf_proposal_get_state (same) == TWF_PROPOSAL_REJECTED)
    {
      twf_life_refuse (error,
                       TWF_ERROR_EXISTS,
                       "%s is %s",
                       *pid,
                       twf_proposal_state_get_name (twf_proposal_get_state (same)));
      return NULL;
    }
  fold (self, provision, same, copy);
  return g_hash_table_lookup (self->drafts, *pid);
}

/**
 * twf_proposal_make:
 * @plan: a plan
 * @id: (nullable): the provision it is about; %NULL: the plan itself
 * @draft: what is proposed, under any id: its kind, part and texts, or field and values, or place;
 *   its owners and reason
 * @pid: (out) (optional) (transfer full): the id of the proposal, also where it is there and set
 *   aside
 * @error: where an error goes
 *
 * Puts a proposal on the table. Where the same is asked for already, those who ask join its owners;
 * what was withdrawn is open again. What was parked or rejected stays so: it is taken up again with
 * twf_proposal_reopen().
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits; none where nothing changes
 * Errors: TWF_ERROR_NOT_FOUND if the provision, an owner, or what a link or move points to is not
 * there; TWF_ERROR_EMPTY if it asks for nothing that is not so; TWF_ERROR_EXISTS if the same is
 * parked or rejected; TWF_ERROR_INVALID if the plan has no place for it
 */
GPtrArray *
twf_proposal_make (TwfPlan *plan, const char *id, TwfProposal *draft, char **pid, GError **error)
{
  g_autoptr (TwfLife) life = twf_life_new (plan);
  g_autofree char *made = NULL;
  gboolean done = twf_life_make (life, id, draft, &made, error) != NULL;

  if (pid != NULL)
    *pid = g_steal_pointer (&made);
  return done ? twf_life_end (life) : NULL;
}

static void
set_who (TwfProposal *proposal, const char *const *owners, const char *reason)
{
  const char *const reasons[] = { reason, NULL };

  twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_OWNER, owners);
  twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_REASON, reasons);
}

/**
 * twf_proposal_make_text:
 * @plan: a plan
 * @id: (nullable): a provision; %NULL: the plan, whose text is its title
 * @part: which of its texts
 * @language: a BCP 47 tag
 * @wording: (nullable): the whole text as it is to read; %NULL or empty: there is to be none
 * @owners: (nullable): codes of delegations; %NULL: the facilitator
 * @reason: (nullable): why, in one line
 * @pid: (out) (optional) (transfer full): the id of the proposal
 * @error: where an error goes
 *
 * Proposes other words.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits
 * Errors: as twf_proposal_make()
 */
GPtrArray *
twf_proposal_make_text (TwfPlan *plan,
                        const char *id,
                        TwfPart part,
                        const char *language,
                        const char *wording,
                        const char *const *owners,
                        const char *reason,
                        char **pid,
                        GError **error)
{
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");
  gboolean removes = wording == NULL || *wording == '\0';

  twf_proposal_set_part (draft, part);
  twf_proposal_set_text (draft, language, wording);
  /* What it is made on is told for it; that there is something is what says that it is to go. */
  if (removes)
    twf_proposal_set_base (draft, language, "-");
  set_who (draft, owners, reason);
  return twf_proposal_make (plan, id, draft, pid, error);
}

/**
 * twf_proposal_make_insert:
 * @plan: a plan
 * @provision: a whole provision with its place, not in the plan
 * @owners: (nullable): codes of delegations; %NULL: the facilitator
 * @reason: (nullable): why, in one line
 * @pid: (out) (optional) (transfer full): the id of the proposal
 * @error: where an error goes
 *
 * Proposes a new provision: it is in the plan from now on, and not of the text until it is
 * accepted.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits
 * Errors: TWF_ERROR_NOT_FOUND if an owner is not there; TWF_ERROR_EXISTS if the provision is in the
 * plan
 */
GPtrArray *
twf_proposal_make_insert (TwfPlan *plan,
                          TwfProvision *provision,
                          const char *const *owners,
                          const char *reason,
                          char **pid,
                          GError **error)
{
  static const char *const facilitator[] = { TWF_PROPOSED_BY_FACILITATOR, NULL };
  const char *id = twf_provision_get_id (provision);
  g_autoptr (TwfLife) life = twf_life_new (plan);
  g_autoptr (TwfProvision) copy = twf_provision_copy (provision);
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");
  g_autofree char *made = NULL;

  if (!check_owners (plan, owners, error))
    return NULL;
  if (twf_plan_get_provision (plan, id) != NULL)
    {
      twf_life_refuse (error, TWF_ERROR_EXISTS, "provision %s", id);
      return NULL;
    }
  twf_proposal_set_kind (draft, TWF_PROPOSAL_INSERT);
  set_who (draft, owners, reason);
  made = make_id (life, copy, draft);
  twf_provision_set_values (
      copy, TWF_FIELD_PROPOSED, owners != NULL && owners[0] != NULL ? owners : facilitator);
  twf_provision_take_proposal (copy, twf_proposal_copy_as (draft, made));
  g_ptr_array_add (life->edits, twf_edit_new_add (copy));
  if (pid != NULL)
    *pid = g_steal_pointer (&made);
  return twf_life_end (life);
}
