/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

#include "twf-values.h"

#include <string.h>

/* The edits that do what was settled, in an order in which the plan admits each: the plan's own
 * fields, what must go before a provision may change its section, the tree from the top down, then
 * contents and links, proposals, and last what goes, from the leaves up. */

static void
add (TwfSettlement *self, TwfEdit *edit)
{
  g_ptr_array_add (self->edits, edit);
}

static void
add_text (TwfSettlement *self, TwfSettled *settled, const TwfSettledText *text)
{
  if (!g_str_equal (text->text, text->old_text))
    add (self, twf_edit_new_text (settled->id, text->part, text->language, text->text));
}

static void
add_field (TwfSettlement *self, TwfSettled *settled, const TwfSettledField *field)
{
  add (self, twf_edit_new_values (settled->id, field->field, (const char *const *)field->values));
}

static void
add_languages (TwfSettlement *self, const char *const *values)
{
  add (self, twf_edit_new_values (NULL, TWF_PLAN_LANGUAGES, values));
}

/* The source language must be one of the languages before and after it changes. */
static void
add_head (TwfSettlement *self)
{
  TwfSettled *settled = twf_settlement_get (self, NULL);
  const TwfSettledField *languages = twf_settled_get_field (settled, TWF_PLAN_LANGUAGES);
  const char *const *standing = twf_plan_get_values (self->rolling, TWF_PLAN_LANGUAGES);

  if (languages != NULL)
    {
      g_auto (GStrv) both = twf_values_unite (
          g_strdupv (languages->values), standing != NULL ? g_strdupv ((GStrv)standing) : NULL);

      add_languages (self, (const char *const *)both);
    }
  for (guint i = 0; i < settled->fields->len; i++)
    {
      const TwfSettledField *field = &g_array_index (settled->fields, TwfSettledField, i);

      if (field != languages)
        add_field (self, settled, field);
    }
  for (guint i = 0; i < settled->texts->len; i++)
    add_text (self, settled, &g_array_index (settled->texts, TwfSettledText, i));
}

/* Last of all: until then there is a place for words in a language that goes. */
static void
add_final_languages (TwfSettlement *self)
{
  const TwfSettledField *languages
      = twf_settled_get_field (twf_settlement_get (self, NULL), TWF_PLAN_LANGUAGES);

  if (languages != NULL)
    add_languages (self, (const char *const *)languages->values);
}

static gboolean
changes_section (TwfSettlement *self, TwfSettled *settled)
{
  TwfProvision *standing = twf_plan_get_provision (self->rolling, settled->id);

  return settled->is_placed && standing != NULL
         && settled->section != twf_provision_get_section (standing);
}

/* What the new section has no place for is not to be there: it goes first. */
static void
unload (TwfSettlement *self, TwfSettled *settled)
{
  for (guint i = 0; i < settled->fields->len; i++)
    {
      const TwfSettledField *field = &g_array_index (settled->fields, TwfSettledField, i);

      if (!twf_section_has_field (settled->section, field->field))
        add_field (self, settled, field);
    }
  for (guint i = 0; i < settled->texts->len; i++)
    {
      const TwfSettledText *text = &g_array_index (settled->texts, TwfSettledText, i);

      if (!twf_section_has_part (settled->section, text->part))
        add_text (self, settled, text);
    }
}

/* A provision changes its section with nothing under it: leaves first, each for now to the top. */
static void
uproot (TwfSettlement *self, TwfProvision *provision)
{
  const char *id = twf_provision_get_id (provision);
  TwfSettled *settled = twf_settlement_find (self, id);
  gboolean changes = settled != NULL && changes_section (self, settled);
  TwfSection section = twf_provision_get_section (provision);
  GListModel *children = twf_plan_list_children (self->rolling, section, id);

  for (guint i = 0; changes && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TwfProvision) child = g_list_model_get_item (children, i);

      uproot (self, child);
    }
  if (changes)
    unload (self, settled);
  add (self,
       twf_edit_new_place (
           id, changes ? settled->section : section, NULL, twf_provision_get_rank (provision)));
}

static gboolean
is_top_of_uprooted (TwfSettlement *self, TwfSettled *settled)
{
  TwfProvision *standing = twf_plan_get_provision (self->rolling, settled->id);
  const char *parent = twf_provision_get_parent (standing);
  TwfSettled *above = parent != NULL ? twf_settlement_find (self, parent) : NULL;

  return above == NULL || above->id == NULL || !changes_section (self, above);
}

static void
uproot_all (TwfSettlement *self)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      TwfRequest *request = self->requests->pdata[i];
      TwfSettled *settled = request->kind == TWF_REQUEST_MOVE
                                ? twf_settlement_find (self, request->provision_id)
                                : NULL;

      if (settled != NULL && twf_request_is_accepted (request) && changes_section (self, settled)
          && is_top_of_uprooted (self, settled))
        uproot (self, request->provision);
    }
}

/* A new provision as it is to be, without links: what they point to may come after it. */
static TwfProvision *
make_new (TwfSettlement *self, TwfSettled *settled, TwfProvision *asked)
{
  TwfProvision *provision = twf_provision_new (settled->id, settled->section);
  g_auto (GStrv) fields = twf_provision_list_fields (asked);
  TwfSection target;

  twf_provision_set_place (provision, settled->section, settled->parent, settled->rank);
  for (TwfPart part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_provision_list_languages (asked, part);

      for (guint i = 0; twf_section_has_part (settled->section, part) && languages[i] != NULL; i++)
        {
          const char *text = twf_settled_get_text (settled, part, languages[i]);

          if (text == NULL)
            text = twf_provision_get_text (asked, part, languages[i]);
          if (twf_values_hold ((const char *const *)self->languages, languages[i]))
            twf_provision_set_text (provision, part, languages[i], text);
        }
    }
  for (guint i = 0; fields[i] != NULL; i++)
    if (twf_section_has_field (settled->section, fields[i])
        && !twf_field_get_target (fields[i], &target)
        && (!g_str_equal (fields[i], TWF_FIELD_HEADING)
            || g_strcmp0 (twf_provision_get_field (asked, fields[i]), "yes") == 0))
      twf_provision_set_values (provision, fields[i], twf_provision_get_values (asked, fields[i]));
  return provision;
}

/* From the top down: when a provision is put in its place, what it stands under is in its own. */
static void
put (TwfSettlement *self, const char *id, GHashTable *done)
{
  TwfSettled *settled = twf_settlement_find (self, id);
  TwfTarget *target = twf_asks_find_target (self->asks, id);
  const char *parent;

  if (!g_hash_table_add (done, (char *)id))
    return;
  parent
      = settled != NULL && settled->is_placed ? settled->parent : twf_settle_get_parent (self, id);
  if (parent != NULL)
    put (self, parent, done);
  if (settled == NULL || !settled->is_placed)
    return;
  if (target != NULL && target->is_new)
    {
      g_autoptr (TwfProvision) provision = make_new (self, settled, target->standing);

      add (self, twf_edit_new_add (provision));
    }
  else
    {
      add (self, twf_edit_new_place (id, settled->section, settled->parent, settled->rank));
    }
}

static int
compare_settled (gconstpointer one, gconstpointer other)
{
  return g_strcmp0 ((*(TwfSettled *const *)one)->id, (*(TwfSettled *const *)other)->id);
}

static GPtrArray *
list_settled (TwfSettlement *self)
{
  GPtrArray *all = twf_table_list_values (self->settled);

  g_ptr_array_sort (all, compare_settled);
  return all;
}

static void
add_links (TwfSettlement *self, TwfSettled *settled, TwfProvision *asked)
{
  static const char *const fields[] = { TWF_FIELD_PILLAR, TWF_FIELD_RESTS_ON, TWF_FIELD_SERVES };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_auto (GStrv) values = NULL;

      if (!twf_section_has_field (settled->section, fields[i]))
        continue;
      values = twf_settle_list_links (
          self, settled, fields[i], twf_provision_get_values (asked, fields[i]));
      if (values[0] != NULL)
        add (self, twf_edit_new_values (settled->id, fields[i], (const char *const *)values));
    }
}

static void
add_contents (TwfSettlement *self, TwfSettled *settled)
{
  TwfTarget *target = twf_asks_find_target (self->asks, settled->id);
  gboolean is_new = target != NULL && target->is_new;
  TwfSection section;

  for (guint i = 0; i < settled->texts->len; i++)
    {
      const TwfSettledText *text = &g_array_index (settled->texts, TwfSettledText, i);

      if (!changes_section (self, settled) || twf_section_has_part (settled->section, text->part))
        add_text (self, settled, text);
    }
  if (is_new)
    add_links (self, settled, target->standing);
  for (guint i = 0; i < settled->fields->len; i++)
    {
      const TwfSettledField *field = &g_array_index (settled->fields, TwfSettledField, i);
      gboolean is_link = twf_field_get_target (field->field, &section);

      if (!(is_new && is_link)
          && (!changes_section (self, settled)
              || twf_section_has_field (settled->section, field->field)))
        add_field (self, settled, field);
    }
}

static int
compare_drafts (gconstpointer one, gconstpointer other)
{
  return strcmp (twf_proposal_get_id ((*(TwfDraft *const *)one)->proposal),
                 twf_proposal_get_id ((*(TwfDraft *const *)other)->proposal));
}

static void
add_proposals (TwfSettlement *self)
{
  g_autoptr (GPtrArray) drafts = twf_table_list_values (self->drafts);

  g_ptr_array_sort (drafts, compare_drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      TwfDraft *draft = drafts->pdata[i];
      TwfSettled *settled = twf_settlement_find (self, draft->id);

      if ((settled == NULL || !settled->is_deleted)
          && (draft->original == NULL || !twf_proposal_equal (draft->original, draft->proposal)))
        add (self, twf_edit_new_proposal (draft->id, draft->proposal));
    }
}

static void
add_remarks (TwfSettlement *self)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      TwfRequest *request = self->requests->pdata[i];

      if (request->kind != TWF_REQUEST_REMARK || !twf_request_is_accepted (request))
        continue;
      if (!twf_settle_exists (self, request->provision_id))
        {
          request->fate = TWF_OUTCOME_LEFT_OUT;
          request->reason = TWF_REASON_DELETED;
        }
      else if (request->removes)
        add (self, twf_edit_new_drop_remark (request->provision_id, request->item));
      else
        add (self, twf_edit_new_remark (request->provision_id, TWF_REMARK (request->record)));
    }
}

/* In reading order what is under a provision follows it: the last goes first. */
static void
add_removals (TwfSettlement *self)
{
  for (guint i = self->requests->len; i > 0; i--)
    {
      TwfRequest *request = self->requests->pdata[i - 1];

      if (request->kind == TWF_REQUEST_DELETE && twf_request_is_accepted (request))
        add (self, twf_edit_new_remove (request->provision_id));
    }
}

/**
 * twf_settle_list_edits:
 * @self: a settlement in which all else is settled
 *
 * Lists the edits that do it.
 */
void
twf_settle_list_edits (TwfSettlement *self)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = NULL;

  add_head (self);
  twf_settle_homeless (self);
  uproot_all (self);
  all = list_settled (self);
  for (guint i = 0; i < all->len; i++)
    if (((TwfSettled *)all->pdata[i])->id != NULL)
      put (self, ((TwfSettled *)all->pdata[i])->id, done);
  for (guint i = 0; i < all->len; i++)
    {
      TwfSettled *settled = all->pdata[i];

      if (settled->id != NULL && !settled->is_deleted)
        add_contents (self, settled);
    }
  add_proposals (self);
  add_remarks (self);
  add_removals (self);
  add_final_languages (self);
}
