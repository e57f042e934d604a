/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-notation-read.h"

#include "twf-notation-private.h"
#include "twf-noted-nodes.h"

#include <string.h>

static void
free_wording (gpointer data)
{
  TwfNotedWording *wording = data;

  if (wording == NULL)
    return;
  g_free (wording->wording);
  g_ptr_array_unref (wording->owners);
  g_ptr_array_unref (wording->positions);
  g_free (wording);
}

/**
 * twf_noted_text_free:
 * @self: (nullable): a compiled text taken apart
 */
void
twf_noted_text_free (TwfNotedText *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_ptr_array_unref (self->wordings);
  free_wording (self->insert);
  g_free (self);
}

static gboolean holds_group (GPtrArray *nodes, guint group);

static const TwfNotedGroup *
get_group (const TwfNotedSide *side, guint number)
{
  for (guint i = 0; i < side->groups->len; i++)
    if (g_array_index (side->groups, TwfNotedGroup, i).number == number)
      return &g_array_index (side->groups, TwfNotedGroup, i);
  return NULL;
}

static gboolean
side_holds (const TwfNotedSide *side, guint group)
{
  return get_group (side, group) != NULL || holds_group (side->nodes, group);
}

static gboolean
holds_group (GPtrArray *nodes, guint group)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const TwfNotedNode *node = nodes->pdata[i];

      for (guint s = 0; node->sides != NULL && s < node->sides->len; s++)
        if (side_holds (node->sides->pdata[s], group))
          return TRUE;
    }
  return FALSE;
}

static void write_nodes (GString *out, GPtrArray *nodes, guint group);

static void
write_node (GString *out, const TwfNotedNode *node, guint group)
{
  const TwfNotedSide *chosen = twf_noted_node_stands (node) ? node->sides->pdata[0] : NULL;

  for (guint i = 0; i < node->sides->len && group > 0; i++)
    if (side_holds (node->sides->pdata[i], group))
      chosen = node->sides->pdata[i];
  if (chosen == NULL || chosen->nothing)
    return;
  g_string_append (out, node->edges[0] != NULL ? node->edges[0] : "");
  write_nodes (out, chosen->nodes, group);
  g_string_append (out, node->edges[1] != NULL ? node->edges[1] : "");
}

static void
write_nodes (GString *out, GPtrArray *nodes, guint group)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const TwfNotedNode *node = nodes->pdata[i];

      if (node->text != NULL)
        g_string_append (out, node->text->str);
      else
        write_node (out, node, group);
    }
}

static char *
dup_reading (GPtrArray *nodes, guint group)
{
  GString *out = g_string_new (NULL);

  write_nodes (out, nodes, group);
  return g_string_free (out, FALSE);
}

/* Whether one reading of a bracket is of nothing, and none has spaces of its own at an edge. */
static gboolean
may_have_edges (const TwfNotedNode *node)
{
  gboolean empty = !twf_noted_node_stands (node);

  for (guint i = 0; i < node->sides->len; i++)
    {
      const TwfNotedSide *side = node->sides->pdata[i];
      g_autofree char *text = side->nothing ? NULL : dup_reading (side->nodes, 0);
      gsize length = text != NULL ? strlen (text) : 0;

      empty |= text == NULL;
      if (length > 0
          && (twf_notation_is_space ((guchar)text[0])
              || twf_notation_is_space ((guchar)text[length - 1])))
        return FALSE;
    }
  return empty;
}

static const char *
get_text (GPtrArray *nodes, guint at, gint step, gboolean top)
{
  const TwfNotedNode *node;

  if (step < 0 ? at == 0 : at + 1 == nodes->len)
    return top ? "" : NULL;
  node = nodes->pdata[step < 0 ? at - 1 : at + 1];
  return node->text != NULL ? node->text->str : NULL;
}

/* The spaces that stand outside of brackets for the eye go back into them. */
static void
restore_edges (GPtrArray *nodes, gboolean top)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      TwfNotedNode *node = nodes->pdata[i];
      const char *before, *after;
      gboolean from_before, from_after;

      if (node->text != NULL)
        continue;
      for (guint s = 0; s < node->sides->len; s++)
        restore_edges (((const TwfNotedSide *)node->sides->pdata[s])->nodes, FALSE);
      before = get_text (nodes, i, -1, top);
      after = get_text (nodes, i, 1, top);
      if (before == NULL || after == NULL || !may_have_edges (node))
        continue;
      twf_notation_gap (before, after, &from_before, &from_after);
      if (from_before)
        {
          GString *text = ((TwfNotedNode *)nodes->pdata[i - 1])->text;

          g_string_truncate (text, text->len - 1);
          node->edges[0] = " ";
        }
      else if (from_after)
        {
          g_string_erase (((TwfNotedNode *)nodes->pdata[i + 1])->text, 0, 1);
          node->edges[1] = " ";
        }
    }
}

static void
take_names (TwfNotedWording *wording, const TwfNotedNames *names, guint link)
{
  for (guint i = 0; i < names->owners->len; i++)
    {
      const TwfNotedOwner *owner = names->owners->pdata[i];

      if (owner->code != NULL && owner->link == link)
        twf_notation_add_code (wording->owners, g_strdup (owner->code));
    }
  for (guint i = 0; i < names->positions->len; i++)
    if (((const TwfNotedPosition *)names->positions->pdata[i])->link == link)
      g_ptr_array_add (wording->positions, twf_noted_position_copy (names->positions->pdata[i]));
}

/* Of a wording that has several brackets the same is said behind each. */
static gboolean
collect_names (TwfNotedWording *wording, GPtrArray *nodes, guint number)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const TwfNotedNode *node = nodes->pdata[i];

      for (guint s = 0; node->sides != NULL && s < node->sides->len; s++)
        {
          const TwfNotedSide *side = node->sides->pdata[s];
          const TwfNotedGroup *group = get_group (side, number);

          if (group != NULL)
            {
              take_names (wording, side->names, group->link);
              return TRUE;
            }
          if (collect_names (wording, side->nodes, number))
            return TRUE;
        }
    }
  return FALSE;
}

static TwfNotedWording *
new_wording (char *text)
{
  TwfNotedWording *wording = g_new0 (TwfNotedWording, 1);

  wording->wording = text;
  wording->owners = g_ptr_array_new_with_free_func (g_free);
  wording->positions = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_noted_position_free);
  return wording;
}

/* What is said of the side that stands, "[shall - G77 retain / should - MX]", is said against each
 * of the others. */
static void
share_names (GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      TwfNotedNode *node = nodes->pdata[i];
      const TwfNotedSide *standing;

      if (node->text != NULL)
        continue;
      standing = twf_noted_node_stands (node) ? node->sides->pdata[0] : NULL;
      for (guint s = 0; s < node->sides->len; s++)
        {
          TwfNotedSide *side = node->sides->pdata[s];

          for (guint p = 0; standing != NULL && s > 0 && p < standing->names->positions->len; p++)
            g_ptr_array_add (side->names->positions,
                             twf_noted_position_copy (standing->names->positions->pdata[p]));
          share_names (side->nodes);
        }
    }
}

/* A text that is all in one bracket of one side is itself proposed. */
static gboolean
is_inserted (GPtrArray *nodes)
{
  const TwfNotedNode *only = nodes->len == 1 ? nodes->pdata[0] : NULL;

  return only != NULL && only->text == NULL && only->sides->len == 1
         && twf_noted_side_has_owner (only->sides->pdata[0]);
}

static TwfNotedText *
take_apart (GPtrArray *nodes, guint n_groups)
{
  TwfNotedText *self = g_new0 (TwfNotedText, 1);
  GPtrArray *from = nodes;
  guint own = 0;

  self->wordings = g_ptr_array_new_with_free_func (free_wording);
  if (is_inserted (nodes))
    {
      const TwfNotedSide *side = ((const TwfNotedNode *)nodes->pdata[0])->sides->pdata[0];

      own = g_array_index (side->groups, TwfNotedGroup, 0).number;
      self->insert = new_wording (dup_reading (side->nodes, 0));
      take_names (self->insert, side->names, 0);
      from = side->nodes;
    }
  self->text = dup_reading (from, 0);
  for (guint group = 1; group <= n_groups; group++)
    {
      TwfNotedWording *wording;

      if (group == own || !holds_group (from, group))
        continue;
      wording = new_wording (dup_reading (from, group));
      collect_names (wording, from, group);
      g_ptr_array_add (self->wordings, wording);
    }
  return self;
}

/* Without a name there is no compilation: brackets stand in texts for other reasons as well. */
static gboolean
names_anybody (GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const TwfNotedNode *node = nodes->pdata[i];

      for (guint s = 0; node->sides != NULL && s < node->sides->len; s++)
        {
          const TwfNotedSide *side = node->sides->pdata[s];

          if (side->names->owners->len > 0 || side->names->positions->len > 0
              || names_anybody (side->nodes))
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * twf_notation_read:
 * @line: a text as a compilation has it, in either notation
 * @language: of the document
 *
 * Takes a compiled text apart: what stands, and each wording that is proposed with its owners and
 * what others say of it. What twf_scribe_write() wrote with names comes out as it went in.
 * Notations that people type are read as well: a space before the names, a dash without one behind
 * it, names of states in @language for their codes. Names that nobody has are words of the text.
 *
 * Returns: (transfer full) (nullable): the text taken apart; %NULL where no bracket in it names
 *   anybody
 */
TwfNotedText *
twf_notation_read (const char *line, const char *language)
{
  g_autoptr (GPtrArray) nodes = NULL;
  guint n_groups;

  if (strchr (line, '[') == NULL)
    return NULL;
  nodes = twf_noted_nodes_new (line, language, &n_groups);
  if (!names_anybody (nodes))
    return NULL;
  if (is_inserted (nodes))
    restore_edges (
        ((const TwfNotedSide *)((const TwfNotedNode *)nodes->pdata[0])->sides->pdata[0])->nodes,
        TRUE);
  else
    restore_edges (nodes, TRUE);
  share_names (nodes);
  return take_apart (nodes, n_groups);
}
