/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-asks.h"

#include "twf-text-merge.h"
#include "twf-values.h"
#include "twf-wording.h"

#include <string.h>

/* What a contribution says about proposals: those made on the branch, and who stands where. */

/* One proposal in the three states. */
typedef struct
{
  TwfTarget *target;
  TwfContribution *from;
  TwfProposal *base; /* nullable */
  TwfProposal *rolling;
  TwfProposal *tip;
} Triple;

static gboolean
is_owner (TwfProposal *proposal, const char *code)
{
  return code == NULL || twf_proposal_has_value (proposal, TWF_PROPOSAL_FIELD_OWNER, code);
}

static TwfRequest *
new_request (Triple *of, TwfProposal *proposal, const char *field, gboolean own)
{
  TwfTarget *target = of->target;
  TwfRequest *request = twf_request_new (TWF_REQUEST_PROPOSAL, target->id);

  request->section = target->standing != NULL ? twf_provision_get_section (target->standing) : 0;
  request->item = g_strdup (twf_proposal_get_id (proposal));
  request->field = g_strdup (field);
  request->own = own;
  /* Nobody says where another stands, nor what became of what another proposed. */
  request->exceeds = !own && of->from->owner != NULL;
  return request;
}

static void
add (TwfAsks *self, Triple *of, TwfRequest *request)
{
  g_autofree char *content = g_strdup_printf ("%s %s %d %s %s",
                                              request->item,
                                              request->field != NULL ? request->field : "",
                                              request->removes,
                                              request->old_text != NULL ? request->old_text : "",
                                              request->new_text != NULL ? request->new_text : "");

  twf_asks_add_record (self, of->target, request, of->from->owner, content);
}

/* Where a delegation stands on a proposal; NULL: it does not say. */
static const char *
find_position (TwfProposal *proposal, const char *code)
{
  const char *const *values
      = proposal != NULL ? twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_POSITION) : NULL;
  gsize length = strlen (code);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (g_str_has_prefix (values[i], code) && values[i][length] == ' ')
      return values[i];
  return NULL;
}

static void
ask_for_element (TwfAsks *self,
                 Triple *of,
                 const char *field,
                 const char *element,
                 gboolean removes)
{
  g_autofree char *code = g_strndup (element, strcspn (element, " "));
  gboolean own = of->from->owner == NULL || g_str_equal (of->from->owner, code);
  TwfRequest *request;

  /* Where a delegation has come to stand since is over what others said of it before. */
  if (g_str_equal (field, TWF_PROPOSAL_FIELD_POSITION) && g_strcmp0 (of->from->owner, code) != 0
      && g_strcmp0 (find_position (of->rolling, code), find_position (of->base, code)) != 0)
    return;
  request = new_request (of, of->rolling, field, own);
  request->element = g_strdup (element);
  request->removes = removes;
  if (removes)
    request->old_text = g_strdup (element);
  else
    request->new_text = g_strdup (element);
  add (self, of, request);
}

static void
compare_set (TwfAsks *self, Triple *of, const char *field)
{
  const char *const *base = of->base != NULL ? twf_proposal_get_values (of->base, field) : NULL;
  const char *const *rolling = twf_proposal_get_values (of->rolling, field);
  const char *const *tip = twf_proposal_get_values (of->tip, field);

  for (guint i = 0; tip != NULL && tip[i] != NULL; i++)
    if (!twf_values_hold (base, tip[i]) && !twf_values_hold (rolling, tip[i]))
      ask_for_element (self, of, field, tip[i], FALSE);
  for (guint i = 0; base != NULL && base[i] != NULL; i++)
    if (!twf_values_hold (tip, base[i]) && twf_values_hold (rolling, base[i]))
      ask_for_element (self, of, field, base[i], TRUE);
}

static void
compare_state (TwfAsks *self, Triple *of)
{
  TwfProposalState tip = twf_proposal_get_state (of->tip);
  TwfProposalState rolling = twf_proposal_get_state (of->rolling);
  gboolean may
      = (tip == TWF_PROPOSAL_OPEN || tip == TWF_PROPOSAL_WITHDRAWN) && of->base != NULL
        && (is_owner (of->rolling, of->from->owner) || is_owner (of->base, of->from->owner));
  TwfRequest *request;

  if (of->base == NULL || twf_proposal_get_state (of->base) == tip || rolling == tip)
    return;
  /* Where it has come to stand since is over what others than its owners said before; but that its
   * owners ask for it no longer does not undo that it was rejected. */
  if (!may && rolling != twf_proposal_get_state (of->base)
      && !(tip == TWF_PROPOSAL_REJECTED && rolling == TWF_PROPOSAL_WITHDRAWN))
    return;
  request = new_request (of, of->rolling, TWF_PROPOSAL_FIELD_STATE, of->from->owner == NULL || may);
  request->old_text = g_strdup (twf_proposal_state_get_name (rolling));
  request->new_text = g_strdup (twf_proposal_state_get_name (tip));
  add (self, of, request);
}

static const char *
get_standing_text (TwfAsks *self, TwfTarget *target, TwfPart part, const char *language)
{
  const char *text = target->standing != NULL
                         ? twf_provision_get_text (target->standing, part, language)
                         : twf_plan_get_title (self->rolling, language);

  return text != NULL ? text : "";
}

/* A proposal made on the branch, over the branch's text, as it reads over the rolling one. */
static TwfProposal *
carry (TwfAsks *self, Triple *of, TwfProvision *bearer)
{
  TwfProposal *copy = twf_proposal_copy (of->tip);
  TwfPart part = twf_proposal_get_part (copy);
  g_auto (GStrv) languages = twf_proposal_list_languages (copy);
  g_autoptr (GStrvBuilder) bases = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *here = get_standing_text (self, of->target, part, languages[i]);
      const char *there = bearer != NULL ? twf_provision_get_text (bearer, part, languages[i])
                                         : twf_plan_get_title (of->from->new_head, languages[i]);
      g_autofree char *blob = twf_wording_dup_id (here);
      g_autofree char *base = g_strdup_printf ("%s=%s", languages[i], blob);
      g_autofree char *text = twf_text_carry (twf_proposal_get_text (copy, languages[i]),
                                              there != NULL ? there : "",
                                              here,
                                              languages[i],
                                              NULL);

      twf_proposal_set_text (copy, languages[i], text);
      if (*here != '\0')
        g_strv_builder_add (bases, base);
    }
  values = g_strv_builder_end (bases);
  if (languages[0] != NULL)
    twf_proposal_set_values (copy, TWF_PROPOSAL_FIELD_BASE, (const char *const *)values);
  return copy;
}

/* What a delegation writes into a proposal of its own for others: their positions, and that they
 * propose it too. It is taken out and told of. */
static void
take_out_others (TwfAsks *self, Triple *of, TwfProposal *carried, const char *field)
{
  const char *const *values = twf_proposal_get_values (carried, field);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) own = NULL;

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *code = g_strndup (values[i], strcspn (values[i], " "));
      TwfRequest *request;

      if (g_str_equal (code, of->from->owner))
        {
          g_strv_builder_add (kept, values[i]);
          continue;
        }
      if (g_str_equal (field, TWF_PROPOSAL_FIELD_CONTRIBUTED))
        continue;
      request = new_request (of, carried, field, FALSE);
      request->element = g_strdup (values[i]);
      request->new_text = g_strdup (values[i]);
      add (self, of, request);
    }
  own = g_strv_builder_end (kept);
  twf_proposal_set_values (carried, field, (const char *const *)own);
}

static void
keep_to_mandate (TwfAsks *self, Triple *of, TwfProposal *carried)
{
  /* One that is others' alone is left out as a whole. */
  if (of->from->owner == NULL || !is_owner (of->tip, of->from->owner))
    return;
  take_out_others (self, of, carried, TWF_PROPOSAL_FIELD_POSITION);
  take_out_others (self, of, carried, TWF_PROPOSAL_FIELD_OWNER);
  take_out_others (self, of, carried, TWF_PROPOSAL_FIELD_CONTRIBUTED);
  /* What stands in the place of others' proposals is the facilitator's to make. */
  twf_proposal_set_values (carried, TWF_PROPOSAL_FIELD_TAKES_UP, NULL);
}

static void
ask_for_new (TwfAsks *self, Triple *of, TwfProvision *bearer)
{
  const char *owner = of->from->owner;
  TwfRequest *request;
  g_autofree char *identity = NULL;
  g_autoptr (TwfProposal) carried = NULL;
  g_auto (GStrv) languages = NULL;

  /* Whether a provision is itself proposed is told by what it is on the branch. */
  if (twf_proposal_get_kind (of->tip) == TWF_PROPOSAL_INSERT)
    return;
  carried = self->takes_in ? twf_proposal_copy (of->tip) : carry (self, of, bearer);
  identity = twf_asks_dup_identity (self, of->target->id, carried);
  of->rolling = twf_target_find_existing (of->target, identity);
  if (of->rolling != NULL)
    {
      if (owner != NULL && is_owner (of->tip, owner) && !is_owner (of->rolling, owner))
        ask_for_element (self, of, TWF_PROPOSAL_FIELD_OWNER, owner, FALSE);
      return;
    }
  keep_to_mandate (self, of, carried);
  request = new_request (of, carried, NULL, is_owner (of->tip, owner));
  languages = twf_proposal_list_languages (carried);
  request->part = twf_proposal_get_part (carried);
  request->language = g_strdup (languages[0]);
  if (languages[0] != NULL)
    {
      request->old_text
          = g_strdup (get_standing_text (self, of->target, request->part, languages[0]));
      request->new_text = g_strdup (twf_proposal_get_text (carried, languages[0]));
    }
  request->record = G_OBJECT (g_steal_pointer (&carried));
  add (self, of, request);
}

static TwfProposal *
find_proposal (TwfPlan *head, TwfProvision *provision, const char *pid)
{
  if (provision != NULL)
    return twf_provision_get_proposal (provision, pid);
  return head != NULL ? twf_plan_get_own_proposal (head, pid) : NULL;
}

static void
gather_proposal (TwfAsks *self, Triple *of, TwfProvisionPair *pair)
{
  const char *pid = twf_proposal_get_id (of->tip);
  TwfProvision *former = pair != NULL ? pair->old_one : NULL;
  TwfProvision *bearer = pair != NULL ? pair->new_one : NULL;
  TwfProvision *standing = of->target->is_new ? NULL : of->target->standing;

  of->base = find_proposal (pair == NULL ? of->from->old_head : NULL, former, pid);
  if (of->base != NULL && twf_proposal_equal (of->base, of->tip))
    return;
  of->rolling = find_proposal (pair == NULL ? self->rolling : NULL, standing, pid);
  if (of->rolling == NULL)
    {
      if (of->base == NULL && twf_plan_get_proposal (self->rolling, pid, NULL) == NULL)
        ask_for_new (self, of, bearer);
      return;
    }
  compare_set (self, of, TWF_PROPOSAL_FIELD_OWNER);
  compare_set (self, of, TWF_PROPOSAL_FIELD_POSITION);
  compare_state (self, of);
}

/**
 * twf_asks_gather_proposals:
 * @self: what is asked for
 * @from: a contribution
 * @pair: (nullable): what it does to one provision that it does not delete; %NULL: to the plan
 *
 * Finds what the contribution says about proposals. One that it no longer has is no request: a
 * proposal is never deleted.
 */
void
twf_asks_gather_proposals (TwfAsks *self, TwfContribution *from, TwfProvisionPair *pair)
{
  const char *id = pair != NULL ? twf_provision_get_id (pair->new_one) : NULL;
  TwfTarget *target = twf_asks_get_target (self, id);
  GListModel *proposals;

  if (pair != NULL && (target->standing == NULL || !twf_provision_has_proposals (pair->new_one)))
    return;
  proposals = pair != NULL ? twf_provision_list_proposals (pair->new_one)
                           : twf_plan_list_proposals (from->new_head);
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) tip = g_list_model_get_item (proposals, i);
      Triple of = { target, from, NULL, NULL, tip };

      gather_proposal (self, &of, pair);
    }
}
