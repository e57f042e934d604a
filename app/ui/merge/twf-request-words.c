/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-request-words.h"

#include "twf-bidi.h"
#include "twf-interface.h"
#include "twf-words.h"

#include <glib/gi18n.h>

static TwfProvision *
get_standing_provision (TwfWorkbench *workbench, TwfRequest *request)
{
  const char *id = twf_request_get_provision_id (request);

  return id != NULL ? twf_plan_get_provision (twf_workbench_get_plan (workbench), id) : NULL;
}

/**
 * twf_request_words_dup_place:
 * @workbench: the open plan
 * @request: a request
 *
 * Returns: (transfer full): what it is about: "Objective 2"
 */
char *
twf_request_words_dup_place (TwfWorkbench *workbench, TwfRequest *request)
{
  const char *code = twf_request_get_delegation (request);
  TwfProvision *provision = get_standing_provision (workbench, request);
  g_autofree char *interface = NULL;

  if (provision != NULL)
    return twf_words_dup_provision (workbench, provision);
  if (code != NULL)
    {
      g_autofree char *name = twf_words_dup_delegation (workbench, code);

      return g_strdup_printf (_ ("Delegation %s"), name);
    }
  if (twf_request_get_provision_id (request) == NULL)
    return g_strdup (_ ("The plan itself"));
  interface = twf_interface_dup_language ();
  return g_strdup (twf_section_get_title (twf_request_get_section (request), interface));
}

/**
 * twf_request_words_dup_above:
 * @workbench: the open plan
 * @request: a request
 *
 * Returns: (transfer full) (nullable): where in the plan that is: section, and what it is under
 */
char *
twf_request_words_dup_above (TwfWorkbench *workbench, TwfRequest *request)
{
  g_autofree char *interface = twf_interface_dup_language ();
  TwfProvision *provision = twf_request_get_provision (request);
  const char *parent = provision != NULL ? twf_provision_get_parent (provision) : NULL;
  TwfProvision *holder = parent != NULL && *parent != '\0'
                             ? twf_plan_get_provision (twf_workbench_get_plan (workbench), parent)
                             : NULL;
  const char *section;
  g_autofree char *above = NULL;

  if (provision == NULL)
    return NULL;
  section = twf_section_get_title (twf_provision_get_section (provision), interface);
  if (holder == NULL)
    return g_strdup (section);
  above = twf_words_dup_provision (workbench, holder);
  return g_strdup_printf ("%s – %s", section, above);
}

/**
 * twf_request_words_dup_kind:
 * @request: a request
 *
 * Returns: (transfer full): what it asks for: "New provision", "Text (Arabic)"
 */
char *
twf_request_words_dup_kind (TwfRequest *request)
{
  const char *language = twf_request_get_language (request);

  switch (twf_request_get_kind (request))
    {
    case TWF_REQUEST_TEXT:
      if (twf_request_get_provision_id (request) == NULL && language != NULL)
        {
          g_autofree char *name = twf_interface_dup_language_name (language);

          return g_strdup_printf (_ ("Title (%s)"), name);
        }
      return twf_words_dup_text_name (twf_request_get_part (request), language);
    case TWF_REQUEST_FIELD:
    case TWF_REQUEST_DELEGATION:
    case TWF_REQUEST_PROPOSAL:
      if (twf_request_get_field (request) != NULL)
        return g_strdup (twf_words_get_field (twf_request_get_field (request)));
      return g_strdup (twf_request_get_kind (request) == TWF_REQUEST_PROPOSAL ? _ ("Proposal")
                                                                              : _ ("Record"));
    case TWF_REQUEST_INSERT:
      return g_strdup (_ ("New provision"));
    case TWF_REQUEST_DELETE:
      return g_strdup (_ ("Deletion"));
    case TWF_REQUEST_MOVE:
      return g_strdup (_ ("Move"));
    case TWF_REQUEST_REMARK:
      return g_strdup (_ ("Remark"));
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * twf_request_words_dup_owners:
 * @workbench: the open plan
 * @request: a request
 *
 * Returns: (transfer full): the delegations that ask for it
 */
char *
twf_request_words_dup_owners (TwfWorkbench *workbench, TwfRequest *request)
{
  return twf_words_dup_delegations (workbench, twf_request_get_owners (request));
}

/**
 * twf_request_words_dup_marks:
 * @request: a request
 *
 * Returns: (transfer full): what a person should know before deciding, in a few words; empty:
 *   nothing
 */
char *
twf_request_words_dup_marks (TwfRequest *request)
{
  g_auto (GStrv) clashes = twf_request_list_clashes (request);
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  TwfProposalState state;

  if (clashes != NULL && clashes[0] != NULL)
    g_ptr_array_add (marks, (char *)_ ("Clash"));
  if (twf_request_get_overrides (request))
    g_ptr_array_add (marks, (char *)_ ("Text changed since"));
  if (twf_request_get_standing (request, &state))
    switch (state)
      {
      case TWF_PROPOSAL_REJECTED:
        g_ptr_array_add (marks, (char *)_ ("Rejected before"));
        break;
      case TWF_PROPOSAL_PARKED:
        g_ptr_array_add (marks, (char *)_ ("Parked before"));
        break;
      case TWF_PROPOSAL_WITHDRAWN:
        g_ptr_array_add (marks, (char *)_ ("Withdrawn before"));
        break;
      case TWF_PROPOSAL_OPEN:
        g_ptr_array_add (marks, (char *)_ ("Proposed already"));
        break;
      case TWF_PROPOSAL_ACCEPTED:
        g_ptr_array_add (marks, (char *)_ ("Accepted before"));
        break;
      default:
        break;
      }
  g_ptr_array_add (marks, NULL);
  return g_strjoinv (" · ", (char **)marks->pdata);
}

/**
 * twf_request_words_get_standing:
 * @request: a request
 *
 * Returns: (nullable): a sentence about a proposal of the same content that the plan has already
 */
const char *
twf_request_words_get_standing (TwfRequest *request)
{
  TwfProposalState state;

  if (!twf_request_get_standing (request, &state))
    return NULL;
  switch (state)
    {
    case TWF_PROPOSAL_REJECTED:
      return _ ("The same was rejected before. Kept as a proposal, it stays rejected.");
    case TWF_PROPOSAL_PARKED:
      return _ ("The same was parked before. Kept as a proposal, it stays parked.");
    case TWF_PROPOSAL_WITHDRAWN:
      return _ ("The same was withdrawn before. Kept as a proposal, it is open again.");
    case TWF_PROPOSAL_ACCEPTED:
      return _ ("The same was accepted before, and the text changed again since.");
    case TWF_PROPOSAL_OPEN:
      return _ ("The same is proposed already.");
    default:
      return NULL;
    }
}

/**
 * twf_request_words_get_reason:
 * @reason: why a request does not become what was decided
 *
 * Returns: (nullable): a sentence; %NULL: it becomes what was decided
 */
const char *
twf_request_words_get_reason (TwfOutcomeReason reason)
{
  switch (reason)
    {
    case TWF_REASON_SAME_WORDS:
      return _ ("Another accepted change touches the same words: each is kept as a proposal.");
    case TWF_REASON_OTHER_VALUE:
      return _ ("Another accepted change gives another value: each is kept as a proposal.");
    case TWF_REASON_OTHER_PLACE:
      return _ ("Another accepted change moves it elsewhere: each is kept as a proposal.");
    case TWF_REASON_CIRCLE:
      return _ (
          "With another accepted move it would stand under itself: it is kept as a proposal.");
    case TWF_REASON_DELETED:
      return _ ("Another change deletes what this needs: it is kept as a proposal.");
    case TWF_REASON_IN_USE:
      return _ ("Others build on what this would delete: it is kept as a proposal.");
    case TWF_REASON_NO_ROOM:
      return _ ("There is no place for it in the text as it stands: it is left out.");
    case TWF_REASON_NOT_OWN:
      return _ ("Only the delegation itself can change this: it is left out unless you accept it.");
    case TWF_REASON_STANDS:
      return _ ("The same was parked or rejected before, and stays so.");
    case TWF_REASON_PENDING:
      return _ ("Your delegation asks for something else there: that stays on your branch.");
    case TWF_REASON_CONDITION:
      return _ ("All who ask for this withdraw it if another proposal is accepted: it is not "
                "taken into the text.");
    case TWF_REASON_MANDATE:
      return _ ("It exceeds the mandate of the delegation that asks for it: it is left out.");
    case TWF_REASON_OLD_REGISTER:
      return _ ("A newer register of keys stands: it is left out.");
    case TWF_REASON_NONE:
    default:
      return NULL;
    }
}

/**
 * twf_request_words_get_decision:
 * @decision: a decision
 * @takes_in: whether a delegation takes the rolling text in: see twf_plan_merge_takes_in()
 *
 * Returns: what it is called
 */
const char *
twf_request_words_get_decision (TwfDecision decision, gboolean takes_in)
{
  if (takes_in && decision != TWF_DECISION_ACCEPT)
    return _ ("Leave Out");
  switch (decision)
    {
    case TWF_DECISION_ACCEPT:
      return _ ("Accept");
    case TWF_DECISION_REJECT:
      return _ ("Reject");
    case TWF_DECISION_PROPOSE:
    default:
      return _ ("Keep as Proposal");
    }
}

static void
text_free (gpointer data)
{
  TwfRequestText *text = data;

  g_free (text->heading);
  g_free (text->language);
  g_ptr_array_unref (text->runs);
  g_free (text);
}

static GPtrArray *
make_runs (TwfRunKind kind, const char *words)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);
  TwfRun *run = g_new0 (TwfRun, 1);

  run->kind = kind;
  run->text = g_strdup (words);
  g_ptr_array_add (runs, run);
  return runs;
}

/* @heading and @runs are taken. */
static void
take_text (GPtrArray *texts, char *heading, const char *language, GPtrArray *runs)
{
  TwfRequestText *text = g_new0 (TwfRequestText, 1);

  text->heading = heading;
  text->language = g_strdup (language);
  text->runs = runs;
  g_ptr_array_add (texts, text);
}

/* Every text that a provision has, the language that is shown first in front. */
static void
add_provision (GPtrArray *texts, TwfWorkbench *workbench, TwfProvision *provision, TwfRunKind kind)
{
  const char *first = twf_workbench_get_language (workbench);

  for (guint part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_provision_list_languages (provision, part);

      for (guint turn = 0; turn < 2; turn++)
        for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
          if ((g_strcmp0 (languages[i], first) == 0) == (turn == 0))
            take_text (texts,
                       twf_words_dup_text_name (part, languages[i]),
                       languages[i],
                       make_runs (kind, twf_provision_get_text (provision, part, languages[i])));
    }
}

static const char *
get_id_before (TwfWorkbench *workbench, TwfProvision *provision)
{
  GListModel *siblings = twf_plan_list_children (twf_workbench_get_plan (workbench),
                                                 twf_provision_get_section (provision),
                                                 twf_provision_get_parent (provision));
  const char *before = NULL;

  for (guint i = 0; siblings != NULL && i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr (TwfProvision) sibling = g_list_model_get_item (siblings, i);

      if (g_str_equal (twf_provision_get_id (sibling), twf_provision_get_id (provision)))
        break;
      before = twf_provision_get_id (sibling);
    }
  return before;
}

static void
add_move (GPtrArray *texts, TwfWorkbench *workbench, TwfRequest *request)
{
  TwfProvision *provision = get_standing_provision (workbench, request);
  g_autofree char *from = NULL;
  g_autofree char *to = twf_words_dup_place (workbench,
                                             twf_request_get_section (request),
                                             twf_request_get_parent (request),
                                             twf_request_get_after (request));

  if (provision != NULL)
    {
      from = twf_words_dup_place (workbench,
                                  twf_provision_get_section (provision),
                                  twf_provision_get_parent (provision),
                                  get_id_before (workbench, provision));
      take_text (texts, g_strdup (_ ("From")), NULL, make_runs (TWF_RUN_DELETED, from));
    }
  take_text (texts, g_strdup (_ ("To")), NULL, make_runs (TWF_RUN_INSERTED, to));
}

/**
 * twf_request_words_list_texts:
 * @workbench: the open plan
 * @request: a request
 *
 * Returns: (transfer full) (element-type TwfRequestText): what it changes, as texts with their runs
 */
GPtrArray *
twf_request_words_list_texts (TwfWorkbench *workbench, TwfRequest *request)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (text_free);
  TwfProvision *provision = twf_request_get_provision (request);
  const char *new_text = twf_request_get_new_text (request);

  switch (twf_request_get_kind (request))
    {
    case TWF_REQUEST_TEXT:
      take_text (texts, NULL, twf_request_get_language (request), twf_request_dup_runs (request));
      break;
    case TWF_REQUEST_INSERT:
    case TWF_REQUEST_DELETE:
      if (provision != NULL)
        add_provision (texts,
                       workbench,
                       provision,
                       twf_request_get_kind (request) == TWF_REQUEST_INSERT ? TWF_RUN_INSERTED
                                                                            : TWF_RUN_DELETED);
      break;
    case TWF_REQUEST_MOVE:
      add_move (texts, workbench, request);
      break;
    case TWF_REQUEST_REMARK:
      take_text (texts, NULL, NULL, make_runs (TWF_RUN_INSERTED, new_text != NULL ? new_text : ""));
      break;
    case TWF_REQUEST_FIELD:
    case TWF_REQUEST_DELEGATION:
    case TWF_REQUEST_PROPOSAL:
    default:
      take_text (texts,
                 NULL,
                 NULL,
                 twf_words_list_value_runs (
                     workbench,
                     twf_request_get_field (request) != NULL ? twf_request_get_field (request) : "",
                     twf_request_get_old_text (request),
                     new_text));
      break;
    }
  return texts;
}
