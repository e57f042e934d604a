/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-propose-draft.h"

#include "twf-error.h"
#include "twf-id.h"

#include <string.h>

struct _TwfProposeDraft
{
  GObject parent_instance;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfProvision *provision;      /* nullable: the plan itself, or a section */
  GPtrArray *texts[TWF_N_ASKS]; /* of TwfDraftText, none where no text is written; NULL: that cannot
                                   be asked for here */
  GPtrArray *fields;            /* of TwfDraftField; nullable */
  TwfDraftPlace *place;         /* nullable */
  TwfDraftChoices *field_steps; /* nullable: what was chosen in the fields */
  TwfDraftChoices *place_steps; /* nullable: and where it is to stand */

  TwfSection section; /* a new provision is to stand in it */
  TwfAsk ask;
};

G_DEFINE_FINAL_TYPE (TwfProposeDraft, twf_propose_draft, G_TYPE_OBJECT)

static void
twf_propose_draft_dispose (GObject *object)
{
  TwfProposeDraft *self = TWF_PROPOSE_DRAFT (object);

  for (guint ask = 0; ask < TWF_N_ASKS; ask++)
    g_clear_pointer (&self->texts[ask], g_ptr_array_unref);
  g_clear_pointer (&self->field_steps, twf_draft_choices_free);
  g_clear_pointer (&self->place_steps, twf_draft_choices_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->place, twf_draft_place_free);
  g_clear_object (&self->provision);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_propose_draft_parent_class)->dispose (object);
}

static void
twf_propose_draft_class_init (TwfProposeDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_propose_draft_dispose;
}

static void
twf_propose_draft_init (TwfProposeDraft *self)
{
}

/* Every text of what stands; of what is new its body. */
static void
prepare_texts (TwfProposeDraft *self, TwfAsk ask)
{
  TwfPlan *plan = twf_workbench_get_plan (self->workbench);
  const char *const *languages = twf_plan_get_languages (plan);
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_draft_text_free);

  self->texts[ask] = texts;
  for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
    for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
      {
        const char *standing = NULL;

        if (part != TWF_PART_BODY
            && (ask != TWF_ASK_WORDS || self->provision == NULL
                || !twf_section_has_part (self->section, part)))
          continue;
        if (ask != TWF_ASK_INSERTION)
          standing = self->provision != NULL
                         ? twf_provision_get_text (self->provision, part, languages[i])
                         : twf_plan_get_title (plan, languages[i]);
        g_ptr_array_add (texts, twf_draft_text_new (part, languages[i], standing));
      }
}

/* What can be asked for about what stands. */
static void
prepare (TwfProposeDraft *self)
{
  TwfPlan *plan = twf_workbench_get_plan (self->workbench);

  prepare_texts (self, TWF_ASK_WORDS);
  self->fields = twf_draft_field_list (plan, self->provision);
  self->field_steps = twf_draft_choices_new (self->fields, NULL);
  if (self->fields->len > 0)
    self->texts[TWF_ASK_FIELDS] = g_ptr_array_new ();
  if (self->provision == NULL)
    return;
  self->place = twf_draft_place_new (plan, self->provision);
  self->place_steps = twf_draft_choices_new (NULL, self->place);
  self->texts[TWF_ASK_PLACE] = g_ptr_array_new ();
  prepare_texts (self, TWF_ASK_DELETION);
  prepare_texts (self, TWF_ASK_INSERTION);
}

/**
 * twf_propose_draft_new:
 * @workbench: the open plan
 * @place: id of a provision, TWF_PLACE_DETAILS for the plan's title, or TWF_PLACE_SECTION with a
 *   section's name for a new provision at its end
 *
 * Returns: (transfer full) (nullable): what can be proposed there, written as it stands; %NULL:
 *   nothing
 */
TwfProposeDraft *
twf_propose_draft_new (TwfWorkbench *workbench, const char *place)
{
  g_autoptr (TwfProposeDraft) self = g_object_new (TWF_TYPE_PROPOSE_DRAFT, NULL);

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  if (place == NULL)
    return NULL;
  self->workbench = g_object_ref (workbench);
  g_set_object (&self->provision,
                twf_plan_get_provision (twf_workbench_get_plan (workbench), place));
  if (self->provision != NULL)
    {
      self->section = twf_provision_get_section (self->provision);
      prepare (self);
    }
  else if (g_str_equal (place, TWF_PLACE_DETAILS))
    prepare (self);
  else if (g_str_has_prefix (place, TWF_PLACE_SECTION)
           && twf_section_from_name (place + strlen (TWF_PLACE_SECTION), &self->section))
    {
      self->ask = TWF_ASK_INSERTION;
      prepare_texts (self, TWF_ASK_INSERTION);
    }
  else
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * twf_propose_draft_can_ask:
 * @self: a draft
 * @ask: something to propose
 *
 * Returns: whether that can be proposed at its place
 */
gboolean
twf_propose_draft_can_ask (TwfProposeDraft *self, TwfAsk ask)
{
  g_return_val_if_fail (TWF_IS_PROPOSE_DRAFT (self) && (guint)ask < TWF_N_ASKS, FALSE);

  return self->texts[ask] != NULL;
}

/**
 * twf_propose_draft_set_ask:
 * @self: a draft
 * @ask: something that can be proposed at its place
 *
 * What is written for another stays.
 */
void
twf_propose_draft_set_ask (TwfProposeDraft *self, TwfAsk ask)
{
  g_return_if_fail (twf_propose_draft_can_ask (self, ask));

  self->ask = ask;
}

/**
 * twf_propose_draft_get_ask:
 * @self: a draft
 *
 * Returns: what is proposed
 */
TwfAsk
twf_propose_draft_get_ask (TwfProposeDraft *self)
{
  g_return_val_if_fail (TWF_IS_PROPOSE_DRAFT (self), TWF_ASK_WORDS);

  return self->ask;
}

/**
 * twf_propose_draft_get_provision:
 * @self: a draft
 *
 * Returns: (nullable) (transfer none): what it is about, or what something new is to follow
 */
TwfProvision *
twf_propose_draft_get_provision (TwfProposeDraft *self)
{
  g_return_val_if_fail (TWF_IS_PROPOSE_DRAFT (self), NULL);

  return self->provision;
}

/**
 * twf_propose_draft_get_texts:
 * @self: a draft
 *
 * Returns: (transfer none) (element-type TwfDraftText): the texts of what is proposed
 */
GPtrArray *
twf_propose_draft_get_texts (TwfProposeDraft *self)
{
  g_return_val_if_fail (TWF_IS_PROPOSE_DRAFT (self), NULL);

  return self->texts[self->ask];
}

/**
 * twf_propose_draft_get_fields:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable) (element-type TwfDraftField): the fields that can be proposed
 */
GPtrArray *
twf_propose_draft_get_fields (TwfProposeDraft *self)
{
  g_return_val_if_fail (TWF_IS_PROPOSE_DRAFT (self), NULL);

  return self->fields;
}

/**
 * twf_propose_draft_get_place:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): where it is to stand; %NULL: it cannot move
 */
TwfDraftPlace *
twf_propose_draft_get_place (TwfProposeDraft *self)
{
  g_return_val_if_fail (TWF_IS_PROPOSE_DRAFT (self), NULL);

  return self->place;
}

/**
 * twf_propose_draft_get_steps:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): what was chosen so far for what is proposed; %NULL: what is
 *   proposed is written, or nothing is chosen for it
 */
TwfDraftChoices *
twf_propose_draft_get_steps (TwfProposeDraft *self)
{
  g_return_val_if_fail (TWF_IS_PROPOSE_DRAFT (self), NULL);

  if (self->ask == TWF_ASK_FIELDS)
    return self->field_steps;
  return self->ask == TWF_ASK_PLACE ? self->place_steps : NULL;
}

/**
 * twf_propose_draft_find_first:
 * @self: a draft
 *
 * Returns: which of its texts is to be shown first: that of the language that is shown
 */
guint
twf_propose_draft_find_first (TwfProposeDraft *self)
{
  GPtrArray *texts = twf_propose_draft_get_texts (self);
  const char *language = twf_workbench_get_language (self->workbench);

  for (guint i = 0; i < texts->len; i++)
    if (g_str_equal (((TwfDraftText *)g_ptr_array_index (texts, i))->language, language))
      return i;
  return 0;
}

static gboolean
asks (TwfProposeDraft *self, TwfAsk ask)
{
  if (ask == TWF_ASK_PLACE)
    return self->place != NULL && twf_draft_place_is_changed (self->place);
  for (guint i = 0; ask == TWF_ASK_FIELDS && self->fields != NULL && i < self->fields->len; i++)
    if (twf_draft_field_is_changed (g_ptr_array_index (self->fields, i)))
      return TRUE;
  for (guint i = 0; self->texts[ask] != NULL && i < self->texts[ask]->len; i++)
    if (twf_draft_text_is_changed (g_ptr_array_index (self->texts[ask], i)))
      return TRUE;
  return FALSE;
}

/**
 * twf_propose_draft_asks_anything:
 * @self: a draft
 *
 * Returns: whether what it asks for now differs from what stands
 */
gboolean
twf_propose_draft_asks_anything (TwfProposeDraft *self)
{
  g_return_val_if_fail (TWF_IS_PROPOSE_DRAFT (self), FALSE);

  return asks (self, self->ask);
}

/**
 * twf_propose_draft_is_changed:
 * @self: a draft
 *
 * Returns: whether anything is written that would be lost
 */
gboolean
twf_propose_draft_is_changed (TwfProposeDraft *self)
{
  g_return_val_if_fail (TWF_IS_PROPOSE_DRAFT (self), FALSE);

  for (TwfAsk ask = TWF_ASK_WORDS; ask < TWF_N_ASKS; ask++)
    if (asks (self, ask))
      return TRUE;
  return FALSE;
}

static const char *
get_id (TwfProposeDraft *self)
{
  return self->provision != NULL ? twf_provision_get_id (self->provision) : NULL;
}

static void
take_edits (GPtrArray *all, GPtrArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    g_ptr_array_add (all, twf_edit_ref (g_ptr_array_index (edits, i)));
}

static void
set_value (TwfProposal *draft, const char *field, const char *value)
{
  twf_proposal_set_values (draft, field, (const char *const[]){ value, NULL });
}

static TwfProposal *
make_draft (TwfProposalKind kind, const char *const *owners, const char *reason)
{
  TwfProposal *draft = twf_proposal_new ("draft");

  twf_proposal_set_kind (draft, kind);
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_OWNER, owners);
  set_value (draft, TWF_PROPOSAL_FIELD_REASON, reason);
  return draft;
}

/* Each text that reads otherwise is a proposal of its own: they can be agreed apart. */
static GPtrArray *
list_edits_of_words (TwfProposeDraft *self,
                     const char *const *owners,
                     const char *reason,
                     GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
  GPtrArray *texts = self->texts[TWF_ASK_WORDS];

  for (guint i = 0; i < texts->len; i++)
    {
      const TwfDraftText *text = g_ptr_array_index (texts, i);
      g_autoptr (GPtrArray) edits = NULL;

      if (!twf_draft_text_is_changed (text))
        continue;
      /* That it is to go is another thing to ask, and asked for all languages. */
      if (text->part == TWF_PART_BODY && *text->wording == '\0')
        {
          g_set_error_literal (error, TWF_ERROR, TWF_ERROR_EMPTY, "no words are left");
          return NULL;
        }
      edits = twf_proposal_make_text (twf_workbench_get_plan (self->workbench),
                                      get_id (self),
                                      text->part,
                                      text->language,
                                      text->wording,
                                      owners,
                                      reason,
                                      NULL,
                                      error);
      if (edits == NULL)
        return NULL;
      take_edits (all, edits);
    }
  if (all->len > 0)
    return g_steal_pointer (&all);
  g_set_error_literal (error, TWF_ERROR, TWF_ERROR_EMPTY, "it would read as it does");
  return NULL;
}

/* Each field apart, as each text. */
static GPtrArray *
list_edits_of_fields (TwfProposeDraft *self,
                      const char *const *owners,
                      const char *reason,
                      GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const TwfDraftField *field = g_ptr_array_index (self->fields, i);
      g_autoptr (TwfProposal) draft = make_draft (TWF_PROPOSAL_REPLACE, owners, reason);
      g_autoptr (GPtrArray) edits = NULL;

      if (!twf_draft_field_is_changed (field))
        continue;
      if (!twf_draft_field_is_valid (field))
        {
          g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s", field->field);
          return NULL;
        }
      set_value (draft, TWF_PROPOSAL_FIELD_FIELD, field->field);
      twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_VALUE, (const char *const *)field->values);
      edits = twf_proposal_make (
          twf_workbench_get_plan (self->workbench), get_id (self), draft, NULL, error);
      if (edits == NULL)
        return NULL;
      take_edits (all, edits);
    }
  if (all->len > 0)
    return g_steal_pointer (&all);
  g_set_error_literal (error, TWF_ERROR, TWF_ERROR_EMPTY, "it would stay as it is");
  return NULL;
}

static GPtrArray *
list_edits_of_place (TwfProposeDraft *self,
                     const char *const *owners,
                     const char *reason,
                     GError **error)
{
  TwfPlan *plan = twf_workbench_get_plan (self->workbench);
  const TwfDraftPlace *place = self->place;
  const char *owner = owners != NULL ? owners[0] : NULL;
  g_autofree char *rank
      = twf_plan_make_rank (plan, place->section, place->parent, place->after, owner);
  g_autoptr (TwfProposal) draft = make_draft (TWF_PROPOSAL_MOVE, owners, reason);

  if (!twf_draft_place_is_changed (self->place))
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_EMPTY, "it stands there");
      return NULL;
    }
  if (rank == NULL)
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_INVALID, "no room there");
      return NULL;
    }
  set_value (draft, TWF_PROPOSAL_FIELD_SECTION, twf_section_get_name (place->section));
  set_value (draft, TWF_PROPOSAL_FIELD_PARENT, place->parent);
  set_value (draft, TWF_PROPOSAL_FIELD_RANK, rank);
  return twf_proposal_make (plan, get_id (self), draft, NULL, error);
}

static GPtrArray *
list_edits_of_deletion (TwfProposeDraft *self,
                        const char *const *owners,
                        const char *reason,
                        GError **error)
{
  g_autoptr (TwfProposal) draft = make_draft (TWF_PROPOSAL_DELETE, owners, reason);
  g_autoptr (GPtrArray) edits = NULL;

  edits = twf_proposal_make (
      twf_workbench_get_plan (self->workbench), get_id (self), draft, NULL, error);
  if (edits == NULL || edits->len > 0)
    return g_steal_pointer (&edits);
  g_set_error_literal (error, TWF_ERROR, TWF_ERROR_EMPTY, "it is asked for");
  return NULL;
}

/* Behind the chosen provision, beside it; in a section at its end. */
static TwfProvision *
make_provision (TwfProposeDraft *self, const char *const *owners)
{
  const char *parent = self->provision != NULL ? twf_provision_get_parent (self->provision) : NULL;
  const char *owner = owners != NULL ? owners[0] : NULL;
  g_autofree char *id = twf_id_new ();
  g_autofree char *rank = twf_plan_make_rank (
      twf_workbench_get_plan (self->workbench), self->section, parent, get_id (self), owner);
  TwfProvision *provision;

  if (rank == NULL)
    return NULL;
  provision = twf_provision_new (id, self->section);
  twf_provision_set_place (provision, self->section, parent, rank);
  return provision;
}

static GPtrArray *
list_edits_of_insertion (TwfProposeDraft *self,
                         const char *const *owners,
                         const char *reason,
                         char **inserted,
                         GError **error)
{
  g_autoptr (TwfProvision) provision = make_provision (self, owners);
  GPtrArray *texts = self->texts[TWF_ASK_INSERTION];
  GPtrArray *edits;
  gboolean some = FALSE;

  if (provision == NULL)
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_INVALID, "no room there");
      return NULL;
    }
  for (guint i = 0; i < texts->len; i++)
    {
      const TwfDraftText *text = g_ptr_array_index (texts, i);

      if (*text->wording == '\0')
        continue;
      twf_provision_set_text (provision, text->part, text->language, text->wording);
      some = TRUE;
    }
  if (!some)
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_EMPTY, "no words");
      return NULL;
    }
  edits = twf_proposal_make_insert (
      twf_workbench_get_plan (self->workbench), provision, owners, reason, NULL, error);
  if (edits != NULL && inserted != NULL)
    *inserted = g_strdup (twf_provision_get_id (provision));
  return edits;
}

/**
 * twf_propose_draft_list_edits:
 * @self: a draft
 * @owners: (array zero-terminated=1): codes of delegations; none: the facilitator
 * @reason: (nullable): why, in one line
 * @inserted: (out) (optional) (transfer full): id of the new provision, where one is proposed
 * @error: where an error goes
 *
 * Returns: (transfer full) (element-type TwfEdit): what puts it on the table
 * Errors: TWF_ERROR_EMPTY if it asks for nothing that is not so, or is not asked for already; else
 * as twf_proposal_make()
 */
GPtrArray *
twf_propose_draft_list_edits (TwfProposeDraft *self,
                              const char *const *owners,
                              const char *reason,
                              char **inserted,
                              GError **error)
{
  g_return_val_if_fail (TWF_IS_PROPOSE_DRAFT (self), NULL);

  switch (self->ask)
    {
    case TWF_ASK_FIELDS:
      return list_edits_of_fields (self, owners, reason, error);
    case TWF_ASK_PLACE:
      return list_edits_of_place (self, owners, reason, error);
    case TWF_ASK_DELETION:
      return list_edits_of_deletion (self, owners, reason, error);
    case TWF_ASK_INSERTION:
      return list_edits_of_insertion (self, owners, reason, inserted, error);
    case TWF_ASK_WORDS:
    default:
      return list_edits_of_words (self, owners, reason, error);
    }
}
