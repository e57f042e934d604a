/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-mandate.h"

#include "twf-path.h"
#include "twf-place-saved.h"
#include "twf-procedure.h"
#include "twf-text-merge.h"

#include <string.h>

typedef struct
{
  GHashTable *places;   /* char* id -> TwfPlaceSaved* (owned) */
  GHashTable *gone;     /* set of char* id: provisions that go as was proposed */
  GPtrArray *brought;   /* of TwfProposal* (owned): accepted, as they stand now */
  GHashTable *bearers;  /* TwfProposal* of @brought -> TwfPlaceSaved* */
  GPtrArray *accepted;  /* of char* pid (owned) */
  GPtrArray *spoken;    /* of char* pid (owned): made, or something else said about it */
  GPtrArray *set_aside; /* of char* pid (owned): or taken up again */
  GPtrArray *agreed;    /* of char* id (in places): provisions agreed, or no longer */
  GPtrArray *broken;    /* of char* id (owned): silences that a delegation breaks */
  gboolean proceeds;    /* something is put on record of the procedure */
  gboolean edits;       /* what no proposal accounts for */
} Naming;

static gboolean
says_the_same (TwfProposal *one, TwfProposal *other)
{
  static const char *const fields[]
      = { TWF_PROPOSAL_FIELD_OWNER, TWF_PROPOSAL_FIELD_POSITION, TWF_PROPOSAL_FIELD_REASON };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *const *some = twf_proposal_get_values (one, fields[i]);
      const char *const *others = twf_proposal_get_values (other, fields[i]);

      if ((some == NULL) != (others == NULL) || (some != NULL && !g_strv_equal (some, others)))
        return FALSE;
    }
  return TRUE;
}

/* That one was carried along to another text is nobody's act. */
static GPtrArray *
find_list (Naming *self, TwfProposal *before, TwfProposal *after)
{
  TwfProposalState now = twf_proposal_get_state (after);

  if (before != NULL && twf_proposal_get_state (before) == now)
    return says_the_same (before, after) ? NULL : self->spoken;
  if (now == TWF_PROPOSAL_ACCEPTED)
    return self->accepted;
  return before == NULL || now == TWF_PROPOSAL_WITHDRAWN ? self->spoken : self->set_aside;
}

/* What goes takes its proposals along; one of them asked for that, or none. */
static void
note_gone (Naming *self, TwfPlaceSaved *place)
{
  GListModel *proposals = twf_place_saved_list_before (place);

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      TwfProposalState state = twf_proposal_get_state (proposal);

      if (twf_proposal_get_kind (proposal) != TWF_PROPOSAL_DELETE
          || (state != TWF_PROPOSAL_OPEN && state != TWF_PROPOSAL_PARKED))
        continue;
      g_ptr_array_add (self->accepted, g_strdup (twf_proposal_get_id (proposal)));
      g_hash_table_add (self->gone, place->id);
    }
}

static void
note_present (Naming *self, TwfPlaceSaved *place)
{
  GListModel *present = twf_place_saved_list_after (place);

  for (guint i = 0; present != NULL && i < g_list_model_get_n_items (present); i++)
    {
      g_autoptr (TwfProposal) after = g_list_model_get_item (present, i);
      const char *pid = twf_proposal_get_id (after);
      GPtrArray *list = find_list (self, twf_place_saved_find_before (place, pid), after);

      if (list != NULL)
        g_ptr_array_add (list, g_strdup (pid));
      if (list != self->accepted)
        continue;
      g_ptr_array_add (self->brought, g_object_ref (after));
      g_hash_table_insert (self->bearers, after, place);
    }
}

/* That it was made was undone. */
static void
note_absent (Naming *self, TwfPlaceSaved *place)
{
  GListModel *former = twf_place_saved_list_before (place);

  for (guint i = 0; former != NULL && i < g_list_model_get_n_items (former); i++)
    {
      g_autoptr (TwfProposal) before = g_list_model_get_item (former, i);
      const char *pid = twf_proposal_get_id (before);

      if (twf_place_saved_find_after (place, pid) == NULL)
        g_ptr_array_add (self->spoken, g_strdup (pid));
    }
}

static const char *
get_text (TwfProvision *provision, TwfPlan *head, const TwfPath *path)
{
  if (provision != NULL)
    return twf_provision_get_text (provision, path->part, path->name);
  return head != NULL ? twf_plan_get_title (head, path->name) : NULL;
}

static gboolean
is_joined (const char *old_text, GPtrArray *sides, const char *language, const char *new_text)
{
  g_autoptr (GPtrArray) pieces
      = twf_merge_texts (old_text, (const char *const *)sides->pdata, sides->len, language);
  g_autofree char *joined
      = twf_pieces_are_decided (pieces) ? twf_pieces_dup_text (pieces, 0) : NULL;

  return g_strcmp0 (joined, new_text) == 0;
}

/* Whether a text changed in nothing but what the accepted wordings change. */
static gboolean
text_is_as_accepted (Naming *self, TwfPlaceSaved *place, const TwfPath *path)
{
  const char *old_text = get_text (place->before, place->head_before, path);
  const char *new_text = get_text (place->after, place->head_after, path);
  g_autoptr (GPtrArray) sides = g_ptr_array_new (); /* char* (borrowed) */

  for (guint i = 0; i < self->brought->len; i++)
    {
      TwfProposal *proposal = self->brought->pdata[i];
      const char *wording = twf_proposal_get_text (proposal, path->name);

      if (g_hash_table_lookup (self->bearers, proposal) != place || wording == NULL
          || twf_proposal_get_part (proposal) != path->part)
        continue;
      if (g_strcmp0 (wording, new_text) == 0)
        return TRUE;
      g_ptr_array_add (sides, (gpointer)wording);
    }
  return sides->len > 1 && old_text != NULL && is_joined (old_text, sides, path->name, new_text);
}

/* Whether something of it that is no text was accepted. */
static gboolean
has_accepted_field (Naming *self, TwfPlaceSaved *place)
{
  for (guint i = 0; i < self->brought->len; i++)
    {
      TwfProposal *proposal = self->brought->pdata[i];

      if (g_hash_table_lookup (self->bearers, proposal) == place
          && (twf_proposal_get_kind (proposal) != TWF_PROPOSAL_REPLACE
              || twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD) != NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
refers_to_gone (Naming *self, TwfProvision *provision)
{
  static const char *const links[] = { TWF_FIELD_PILLAR, TWF_FIELD_RESTS_ON, TWF_FIELD_SERVES };
  const char *parent = twf_provision_get_parent (provision);

  if (parent != NULL && g_hash_table_contains (self->gone, parent))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const char *const *values = twf_provision_get_values (provision, links[i]);

      for (guint j = 0; values != NULL && values[j] != NULL; j++)
        if (g_hash_table_contains (self->gone, values[j]))
          return TRUE;
    }
  return FALSE;
}

/* What pointed to something that goes as was proposed, or was itself only proposed under it, is
 * put right with it. */
static gboolean
follows_from_gone (Naming *self, TwfPlaceSaved *place)
{
  return place->before != NULL && place->after != NULL && refers_to_gone (self, place->before)
         && !refers_to_gone (self, place->after);
}

static gboolean
has_fields (TwfPlaceSaved *place)
{
  for (guint i = 0; i < place->paths->len; i++)
    {
      const TwfPath *path = place->paths->pdata[i];

      if (path->kind == TWF_PATH_FIELDS)
        return TRUE;
    }
  return FALSE;
}

static const char *const *
get_agreed (TwfProvision *provision)
{
  return provision != NULL ? twf_provision_get_values (provision, TWF_FIELD_AGREED) : NULL;
}

static gboolean
values_equal (const char *const *one, const char *const *other)
{
  return one == NULL || other == NULL ? one == other : g_strv_equal (one, other);
}

/* What goes takes its agreement along: that is no act about it. */
static gboolean
agreement_changes (TwfPlaceSaved *place)
{
  return place->after != NULL
         && !values_equal (get_agreed (place->before), get_agreed (place->after));
}

/* Whether no other field, nor the place, changed with it. */
static gboolean
agreement_alone_changes (TwfPlaceSaved *place)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  if (place->before == NULL || !agreement_changes (place))
    return FALSE;
  before = twf_provision_list_fields (place->before);
  after = twf_provision_list_fields (place->after);
  for (guint i = 0; i < g_strv_length (before) + g_strv_length (after); i++)
    {
      guint n = g_strv_length (before);
      const char *field = i < n ? before[i] : after[i - n];

      if (!g_str_equal (field, TWF_FIELD_AGREED)
          && !values_equal (twf_provision_get_values (place->before, field),
                            twf_provision_get_values (place->after, field)))
        return FALSE;
    }
  return twf_provision_get_section (place->before) == twf_provision_get_section (place->after)
         && g_strcmp0 (twf_provision_get_parent (place->before),
                       twf_provision_get_parent (place->after))
                == 0
         && g_strcmp0 (twf_provision_get_rank (place->before),
                       twf_provision_get_rank (place->after))
                == 0;
}

static const char *const *
get_procedure (TwfPlan *head)
{
  return head != NULL ? twf_plan_get_values (head, TWF_PLAN_PROCEDURE) : NULL;
}

static gboolean
procedure_changes (TwfPlaceSaved *place)
{
  return !values_equal (get_procedure (place->head_before), get_procedure (place->head_after));
}

/* Whether no other field of the plan changed with it. */
static gboolean
procedure_alone_changes (TwfPlaceSaved *place)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  if (place->head_before == NULL || place->head_after == NULL || !procedure_changes (place))
    return FALSE;
  before = twf_plan_list_fields (place->head_before);
  after = twf_plan_list_fields (place->head_after);
  for (guint i = 0; i < g_strv_length (before) + g_strv_length (after); i++)
    {
      guint n = g_strv_length (before);
      const char *field = i < n ? before[i] : after[i - n];

      if (!g_str_equal (field, TWF_PLAN_PROCEDURE)
          && !values_equal (twf_plan_get_values (place->head_before, field),
                            twf_plan_get_values (place->head_after, field)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_edited (Naming *self, TwfPlaceSaved *place)
{
  gboolean is_new = place->before == NULL && place->after != NULL;

  if (g_hash_table_contains (self->gone, place->id)
      || (is_new && twf_provision_is_proposed (place->after, NULL)))
    return FALSE;
  for (guint i = 0; i < place->paths->len; i++)
    {
      const TwfPath *path = place->paths->pdata[i];

      if ((path->kind == TWF_PATH_FIELDS && agreement_alone_changes (place))
          || (path->kind == TWF_PATH_PLAN && procedure_alone_changes (place)))
        continue;
      if (path->kind == TWF_PATH_TEXT || path->kind == TWF_PATH_TITLE
              ? !text_is_as_accepted (self, place, path)
              : !has_accepted_field (self, place) && !follows_from_gone (self, place))
        return TRUE;
    }
  return FALSE;
}

/* That something is agreed stands in its fields. Before the first revision nothing was. */
static gboolean
note_agreements (Naming *self, TwfRepository *repository, const char *parent, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->places);
  while (parent != NULL && g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfPlaceSaved *place = value;

      if (*place->id == '\0' || !has_fields (place))
        continue;
      if (!twf_place_saved_read (place, repository, parent, error))
        return FALSE;
      if (agreement_changes (place))
        g_ptr_array_add (self->agreed, place->id);
    }
  return TRUE;
}

static gboolean
has_own_fields (TwfPlaceSaved *place)
{
  for (guint i = 0; i < place->paths->len; i++)
    {
      const TwfPath *path = place->paths->pdata[i];

      if (path->kind == TWF_PATH_PLAN)
        return TRUE;
    }
  return FALSE;
}

/* What is on record of the procedure stands in the plan's own fields. */
static gboolean
note_procedure (Naming *self, TwfRepository *repository, const char *parent, GError **error)
{
  TwfPlaceSaved *place = g_hash_table_lookup (self->places, "");
  const char *const *before;
  const char *const *after;

  if (parent == NULL || place == NULL || !has_own_fields (place))
    return TRUE;
  if (!twf_place_saved_read (place, repository, parent, error))
    return FALSE;
  self->proceeds = procedure_changes (place);
  before = get_procedure (place->head_before);
  after = get_procedure (place->head_after);
  for (guint i = 0; after != NULL && after[i] != NULL; i++)
    {
      g_autoptr (TwfProcedureAct) act = twf_procedure_act_parse (after[i]);

      if (act != NULL && act->kind == TWF_PROCEDURE_BREAK
          && (before == NULL || !g_strv_contains (before, after[i])))
        g_ptr_array_add (self->broken, g_strdup (act->id));
    }
  return TRUE;
}

static gboolean
look (Naming *self, TwfRepository *repository, const char *parent, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfPlaceSaved *place = value;

      if (!place->changes_proposals)
        continue;
      if (!twf_place_saved_read (place, repository, parent, error))
        return FALSE;
      if (place->before != NULL && place->after == NULL)
        {
          note_gone (self, place);
          continue;
        }
      note_present (self, place);
      note_absent (self, place);
    }
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_size (self->gone) > 0 && g_hash_table_iter_next (&iter, NULL, &value))
    if (!twf_place_saved_read (value, repository, parent, error))
      return FALSE;
  if (!note_agreements (self, repository, parent, error)
      || !note_procedure (self, repository, parent, error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->places);
  while (!self->edits && g_hash_table_iter_next (&iter, NULL, &value))
    self->edits = is_edited (self, value);
  return TRUE;
}

static int
compare_ids (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

/* A mandate, and behind it what it is about. */
static char *
dup_with (const char *mandate, GPtrArray *ids)
{
  GString *named = g_string_new (mandate);

  g_ptr_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (named, " %s", (const char *)ids->pdata[i]);
  return g_string_free (named, FALSE);
}

/* Where some were accepted these brought what changed, and they alone are named: whose words these
 * are is read from it. */
static char *
dup_named (Naming *self)
{
  return dup_with (TWF_MANDATE_PROPOSAL, self->accepted->len > 0 ? self->accepted : self->spoken);
}

/* A delegation breaks silence in its own name; whatever else it does it proposes. */
static char *
dup_delegations (Naming *self)
{
  g_autofree char *named = dup_named (self);
  g_autofree char *broken = dup_with (TWF_MANDATE_SILENCE, self->broken);

  if (self->broken->len == 0)
    return g_steal_pointer (&named);
  if (self->accepted->len + self->spoken->len == 0 && !self->edits)
    return g_steal_pointer (&broken);
  return g_strjoin (", ", named, broken, NULL);
}

/* The facilitator speaks for owners where they proposed, for all where something is agreed, as the
 * chair where something is set aside or taken up again or is put on record of the procedure, and
 * for nobody where the text itself was edited, unless that was read out in the room. */
static char *
dup_facilitators (Naming *self, const char *orally)
{
  g_autofree char *named = dup_named (self);
  g_autofree char *agreed = dup_with (TWF_MANDATE_AGREEMENT, self->agreed);
  const char *parts[5] = { NULL };
  guint n = 0;

  if (self->accepted->len + self->spoken->len > 0)
    parts[n++] = named;
  if (self->agreed->len > 0)
    parts[n++] = agreed;
  if (self->set_aside->len > 0 || self->proceeds)
    parts[n++] = TWF_MANDATE_CHAIR;
  if (self->edits || n == 0)
    parts[n++] = orally != NULL ? orally : TWF_MANDATE_EDITORIAL;
  return g_strjoinv (", ", (char **)parts);
}

static void
clear_naming (Naming *self)
{
  g_hash_table_unref (self->bearers);
  g_hash_table_unref (self->gone);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->broken);
  g_ptr_array_unref (self->brought);
  g_ptr_array_unref (self->accepted);
  g_ptr_array_unref (self->agreed);
  g_ptr_array_unref (self->spoken);
  g_clear_pointer (&self->set_aside, g_ptr_array_unref);
}

/**
 * twf_mandate_find:
 * @saving: a save that knows what it changes
 * @repository: where
 * @is_facilitator: whether the facilitator saves; else a delegation, which proposes whatever it
 *   does
 * @error: return location
 *
 * Reads what stood before where proposals or fields change, and nothing else. Blocks.
 *
 * Returns: (transfer full): under what mandate it is made: "proposal <pid> <pid>, editorial"
 * Errors: as twf_desk_read_provision()
 */
char *
twf_mandate_find (TwfSaving *saving,
                  TwfRepository *repository,
                  gboolean is_facilitator,
                  GError **error)
{
  char *mandate = NULL;
  Naming naming = {
    .gone = g_hash_table_new (g_str_hash, g_str_equal),
    .broken = g_ptr_array_new_with_free_func (g_free),
    .brought = g_ptr_array_new_with_free_func (g_object_unref),
    .bearers = g_hash_table_new (NULL, NULL),
    .accepted = g_ptr_array_new_with_free_func (g_free),
    .agreed = g_ptr_array_new (),
    .spoken = g_ptr_array_new_with_free_func (g_free),
    .set_aside = g_ptr_array_new_with_free_func (g_free),
  };

  naming.places = twf_places_saved_list (saving, &naming.edits);
  if (look (&naming, repository, saving->parent, error))
    {
      if (!is_facilitator)
        g_ptr_array_extend_and_steal (naming.spoken, g_steal_pointer (&naming.set_aside));
      mandate
          = is_facilitator ? dup_facilitators (&naming, saving->orally) : dup_delegations (&naming);
    }
  clear_naming (&naming);
  return mandate;
}
