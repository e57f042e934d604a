/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

#include <string.h>

/* Where every provision is to stand, by what is accepted. */

static TwfProvision *
get_standing (TwfSettlement *self, const char *id, gboolean *is_new)
{
  TwfTarget *target = twf_asks_find_target (self->asks, id);

  *is_new = target != NULL && target->is_new;
  /* A delegation's own plan has no place for what is only proposed to it. */
  if (*is_new && self->asks->takes_in
      && twf_settlement_find_accepted (self, id, TWF_REQUEST_INSERT) == NULL)
    return NULL;
  return *is_new ? target->standing : twf_plan_get_provision (self->rolling, id);
}

/**
 * twf_settle_exists:
 * @self: a settlement
 * @id: a provision
 *
 * Returns: whether it is to be there, be it only proposed
 */
gboolean
twf_settle_exists (TwfSettlement *self, const char *id)
{
  gboolean is_new;

  return get_standing (self, id, &is_new) != NULL
         && (is_new || twf_settlement_find_accepted (self, id, TWF_REQUEST_DELETE) == NULL);
}

/**
 * twf_settle_is_proposed:
 * @self: a settlement
 * @id: a provision
 *
 * Returns: whether it is to be there only as a proposal
 */
gboolean
twf_settle_is_proposed (TwfSettlement *self, const char *id)
{
  gboolean is_new;
  TwfProvision *standing = get_standing (self, id, &is_new);

  if (twf_settlement_find_accepted (self, id, TWF_REQUEST_INSERT) != NULL)
    return FALSE;
  return is_new
         || (standing != NULL && twf_provision_get_field (standing, TWF_FIELD_PROPOSED) != NULL);
}

/* New provisions that stand under each other: the one with the least id goes to the top. */
static gboolean
opens_ring (TwfSettlement *self, TwfProvision *provision)
{
  const char *id = twf_provision_get_id (provision);
  g_autoptr (GHashTable) way = g_hash_table_new (g_str_hash, g_str_equal);
  const char *at = twf_provision_get_parent (provision);
  gboolean is_new = TRUE;

  while (at != NULL && !g_str_equal (at, id))
    {
      TwfProvision *above = get_standing (self, at, &is_new);

      if (above == NULL || !is_new || strcmp (at, id) < 0 || !g_hash_table_add (way, (char *)at))
        return FALSE;
      at = twf_provision_get_parent (above);
    }
  return at != NULL;
}

/* The parent that a provision which does not move has; one that is not there, or stands elsewhere,
 * is none. */
static const char *
get_own_parent (TwfSettlement *self, TwfProvision *standing, gboolean is_new)
{
  const char *parent = twf_provision_get_parent (standing);
  TwfProvision *above = parent != NULL ? twf_plan_get_provision (self->rolling, parent) : NULL;

  if (parent == NULL)
    return NULL;
  if (is_new)
    {
      if (opens_ring (self, standing) || !twf_settle_exists (self, parent)
          || twf_settle_get_section (self, parent) != twf_provision_get_section (standing))
        return NULL;
      return parent;
    }
  if (above == NULL || twf_provision_get_section (above) != twf_provision_get_section (standing))
    return NULL;
  return parent;
}

/**
 * twf_settle_get_parent:
 * @self: a settlement
 * @id: a provision
 *
 * Returns: (nullable) (transfer none): under what it is to stand
 */
const char *
twf_settle_get_parent (TwfSettlement *self, const char *id)
{
  TwfRequest *move = twf_settlement_find_accepted (self, id, TWF_REQUEST_MOVE);
  gboolean is_new;
  TwfProvision *standing;

  if (move != NULL)
    return move->parent;
  standing = get_standing (self, id, &is_new);
  return standing != NULL ? get_own_parent (self, standing, is_new) : NULL;
}

/**
 * twf_settle_get_section:
 * @self: a settlement
 * @id: a provision that is to be there
 *
 * Returns: the section in which it is to stand: what does not move itself goes with its parent
 */
TwfSection
twf_settle_get_section (TwfSettlement *self, const char *id)
{
  guint most = twf_plan_get_n_provisions (self->rolling);
  gboolean is_new;
  TwfProvision *standing = get_standing (self, id, &is_new);
  TwfSection section = twf_provision_get_section (standing);
  TwfProvision *at = standing;

  for (guint i = 0; at != NULL && i <= most; i++)
    {
      TwfRequest *move
          = twf_settlement_find_accepted (self, twf_provision_get_id (at), TWF_REQUEST_MOVE);
      const char *parent;

      if (move != NULL)
        return move->section;
      if (is_new)
        return section;
      parent = get_own_parent (self, at, FALSE);
      at = parent != NULL ? get_standing (self, parent, &is_new) : NULL;
    }
  return section;
}

/**
 * twf_settle_get_rank:
 * @self: a settlement
 * @id: a provision that is to be there
 *
 * Returns: (transfer none): its place among those under the same parent
 */
const char *
twf_settle_get_rank (TwfSettlement *self, const char *id)
{
  TwfRequest *move = twf_settlement_find_accepted (self, id, TWF_REQUEST_MOVE);
  gboolean is_new;

  return move != NULL ? move->rank : twf_provision_get_rank (get_standing (self, id, &is_new));
}

static void
place (TwfSettlement *self, const char *id)
{
  TwfSettled *settled = twf_settlement_get (self, id);

  if (settled->is_placed)
    return;
  settled->is_placed = TRUE;
  settled->section = twf_settle_get_section (self, id);
  settled->parent = g_strdup (twf_settle_get_parent (self, id));
  settled->rank = g_strdup (twf_settle_get_rank (self, id));
}

/* What stands under a provision that changes its section goes with it. */
static void
place_all_under (TwfSettlement *self, const char *id, TwfSection section)
{
  GListModel *children = twf_plan_list_children (self->rolling, section, id);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TwfProvision) child = g_list_model_get_item (children, i);
      const char *at = twf_provision_get_id (child);

      if (!twf_settle_exists (self, at))
        continue;
      place (self, at);
      if (g_strcmp0 (twf_settle_get_parent (self, at), id) == 0)
        place_all_under (self, at, section);
    }
}

/* What is left under a provision that goes is on nobody's table: it moves up, and stays on record.
 */
static void
place_dead (TwfSettlement *self, TwfRequest *request)
{
  TwfSection section = twf_provision_get_section (request->provision);
  GListModel *children = twf_plan_list_children (self->rolling, section, request->provision_id);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TwfProvision) child = g_list_model_get_item (children, i);
      const char *id = twf_provision_get_id (child);
      const char *parent = request->provision_id;
      TwfSettled *settled;

      if (!twf_settle_exists (self, id)
          || g_strcmp0 (twf_settle_get_parent (self, id), request->provision_id) != 0)
        continue;
      while (parent != NULL && !twf_settle_exists (self, parent))
        parent = get_own_parent (self, twf_plan_get_provision (self->rolling, parent), FALSE);
      if (parent != NULL && twf_settle_get_section (self, parent) != section)
        parent = NULL;
      settled = twf_settlement_get (self, id);
      settled->is_placed = TRUE;
      settled->section = section;
      settled->parent = g_strdup (parent);
      settled->rank = g_strdup (twf_provision_get_rank (child));
    }
}

/**
 * twf_settle_places:
 * @self: a settlement whose structure is settled
 *
 * Writes down where all that comes or moves is to stand, and what goes.
 */
void
twf_settle_places (TwfSettlement *self)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      TwfRequest *request = self->requests->pdata[i];
      TwfTarget *target;

      if (request->kind == TWF_REQUEST_DELETE && twf_request_is_accepted (request))
        {
          twf_settlement_get (self, request->provision_id)->is_deleted = TRUE;
          place_dead (self, request);
        }
      if (request->kind == TWF_REQUEST_INSERT)
        {
          target = twf_asks_find_target (self->asks, request->provision_id);
          if (target->is_new && twf_settle_exists (self, request->provision_id))
            place (self, request->provision_id);
        }
      if (request->kind != TWF_REQUEST_MOVE || !twf_request_is_accepted (request))
        continue;
      place (self, request->provision_id);
      if (request->section != twf_provision_get_section (request->provision))
        place_all_under (
            self, request->provision_id, twf_provision_get_section (request->provision));
    }
}

/* Whether all that a provision is to carry has a place in its new section. */
static gboolean
has_room (TwfSettlement *self, TwfSettled *settled, TwfProvision *standing)
{
  for (TwfPart part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = NULL;

      if (twf_section_has_part (settled->section, part))
        continue;
      languages = twf_provision_list_languages (standing, part);
      for (guint i = 0; languages[i] != NULL; i++)
        {
          const char *text = twf_settled_get_text (settled, part, languages[i]);

          if (text == NULL || *text != '\0')
            return FALSE;
        }
    }
  return TRUE;
}

/* The accepted move that takes @id into another section: its own, or one above it. */
static TwfRequest *
find_mover (TwfSettlement *self, const char *id)
{
  guint most = twf_plan_get_n_provisions (self->rolling);
  TwfRequest *move = NULL;

  for (guint i = 0; id != NULL && move == NULL && i <= most; i++)
    {
      move = twf_settlement_find_accepted (self, id, TWF_REQUEST_MOVE);
      id = twf_settle_get_parent (self, id);
    }
  return move;
}

/**
 * twf_settle_check_room:
 * @self: a settlement
 *
 * Takes back moves into a section that has no place for a text of what moves.
 *
 * Returns: whether there were none
 */
gboolean
twf_settle_check_room (TwfSettlement *self)
{
  gboolean good = TRUE;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->settled);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfSettled *settled = value;
      TwfProvision *standing
          = settled->is_placed ? twf_plan_get_provision (self->rolling, settled->id) : NULL;
      TwfRequest *mover;

      if (standing == NULL || settled->section == twf_provision_get_section (standing)
          || has_room (self, settled, standing))
        continue;
      mover = find_mover (self, settled->id);
      if (mover == NULL) /* taken back already, for another one */
        continue;
      twf_settlement_demote (self, mover, TWF_REASON_NO_ROOM);
      good = FALSE;
    }
  return good;
}
