/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

#include "twf-text-engine.h"
#include "twf-values.h"

#include <string.h>

/* What a text may hold in the storage, without the line feed at its end. */
#define MOST_BYTES (64 * 1024 - 1)

/* Whether the text has a place in the plan as it is to be. */
static gboolean
has_place (TwfSettlement *self, TwfRequest *request)
{
  TwfSection section = request->provision_id != NULL
                           ? twf_settle_get_section (self, request->provision_id)
                           : TWF_SECTION_LETTER;

  if (!twf_section_has_part (section, request->part))
    return FALSE;
  return request->new_text == NULL
         || (twf_values_hold ((const char *const *)self->languages, request->language)
             && strlen (request->new_text) <= MOST_BYTES);
}

/* By words and no more: what is offered to choose between are proposals, each of which is whole. A
 * change to other words of the sentence does not wait until people have chosen. */
static GPtrArray *
merge (GPtrArray *group)
{
  TwfRequest *first = group->pdata[0];
  g_autofree const char **sides = g_new0 (const char *, group->len);

  for (guint i = 0; i < group->len; i++)
    sides[i] = ((TwfRequest *)group->pdata[i])->new_text;
  return twf_text_merge_by_grain (
      first->old_text, sides, group->len, first->language, TWF_GRAIN_WORD);
}

/* Takes out those that stand in an undecided piece; the others' words are not touched by them. */
static gboolean
take_out_undecided (TwfSettlement *self, GPtrArray *group, GPtrArray *pieces)
{
  guint before = group->len;
  guint kept = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      TwfPiece *piece = pieces->pdata[i];

      for (guint j = 0; piece->alternatives != NULL && j < piece->alternatives->len; j++)
        {
          TwfAlternative *alternative = piece->alternatives->pdata[j];

          if (g_strcmp0 (alternative->text, piece->text) == 0)
            continue;
          for (guint k = 0; k < alternative->n_sides; k++)
            twf_settlement_demote (
                self, group->pdata[alternative->sides[k]], TWF_REASON_SAME_WORDS);
        }
    }
  for (guint i = 0; i < before; i++)
    if (twf_request_is_accepted (group->pdata[i]))
      group->pdata[kept++] = group->pdata[i];
  g_ptr_array_set_size (group, (gint)kept);
  return kept < before;
}

/* Takes out what asks that the text go, and what puts words into it. */
static void
take_out_gone (TwfSettlement *self, GPtrArray *group)
{
  g_autoptr (GPtrArray) clashing = g_ptr_array_new ();

  for (guint i = 0; i < group->len; i++)
    for (guint j = 0; j < group->len; j++)
      if (twf_asks_takes_text_from (group->pdata[i], group->pdata[j]))
        {
          g_ptr_array_add (clashing, group->pdata[i]);
          g_ptr_array_add (clashing, group->pdata[j]);
        }
  for (guint i = 0; i < clashing->len; i++)
    {
      twf_settlement_demote (self, clashing->pdata[i], TWF_REASON_SAME_WORDS);
      g_ptr_array_remove (group, clashing->pdata[i]);
    }
}

static void
demote_all (TwfSettlement *self, GPtrArray *group, TwfOutcomeReason reason)
{
  for (guint i = 0; i < group->len; i++)
    twf_settlement_demote (self, group->pdata[i], reason);
  g_ptr_array_set_size (group, 0);
}

/* Those that share a sentence with another's edit are to be read again. */
static void
mark_close (GPtrArray *group, GPtrArray *pieces)
{
  for (guint i = 0; i < group->len; i++)
    ((TwfRequest *)group->pdata[i])->close = FALSE;
  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfPiece *piece = pieces->pdata[i];

      for (guint k = 0; piece->joined != NULL && k < piece->joined->len; k++)
        ((TwfRequest *)group->pdata[g_array_index (piece->joined, guint, k)])->close = TRUE;
    }
}

/* The text with all of @group that can be joined; those that cannot are taken out of it. */
static char *
join (TwfSettlement *self, GPtrArray *group)
{
  take_out_gone (self, group);
  while (group->len > 1)
    {
      g_autoptr (GPtrArray) pieces = merge (group);
      g_autofree char *text = NULL;

      if (!twf_pieces_are_decided (pieces))
        {
          if (!take_out_undecided (self, group, pieces))
            demote_all (self, group, TWF_REASON_SAME_WORDS);
          continue;
        }
      text = twf_pieces_dup_text (pieces, G_MAXUINT);
      if (strlen (text) > MOST_BYTES)
        {
          demote_all (self, group, TWF_REASON_NO_ROOM);
          continue;
        }
      mark_close (group, pieces);
      return g_steal_pointer (&text);
    }
  if (group->len == 0)
    return NULL;
  return g_strdup (((TwfRequest *)group->pdata[0])->new_text != NULL
                       ? ((TwfRequest *)group->pdata[0])->new_text
                       : "");
}

static gboolean
take_out_homeless (TwfSettlement *self, GPtrArray *group)
{
  guint kept = 0;
  guint before = group->len;

  for (guint i = 0; i < before; i++)
    {
      if (has_place (self, group->pdata[i]))
        group->pdata[kept++] = group->pdata[i];
      else
        twf_settlement_demote (self, group->pdata[i], TWF_REASON_NO_ROOM);
    }
  g_ptr_array_set_size (group, (gint)kept);
  return kept < before;
}

static void
settle_group (TwfSettlement *self, TwfTarget *target, GPtrArray *group)
{
  TwfRequest *first = group->pdata[0];
  char *text = join (self, group);
  TwfSettledText item;

  /* After it was found who touches whose words: those without a place touch them too. */
  if (take_out_homeless (self, group))
    {
      g_free (text);
      text = join (self, group);
    }
  if (text == NULL)
    return;
  item.part = first->part;
  item.language = g_strdup (first->language);
  item.old_text = g_strdup (first->old_text != NULL ? first->old_text : "");
  item.text = text;
  g_array_append_val (twf_settlement_get (self, target->id)->texts, item);
}

static gboolean
same_text (TwfRequest *one, TwfRequest *other)
{
  return one->part == other->part && g_strcmp0 (one->language, other->language) == 0;
}

/* The requests about one thing lie by part and language: twf_asks_find_clashes() sorted them. */
static void
settle_target (TwfSettlement *self, TwfTarget *target)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new ();

  for (guint i = 0; i < target->requests->len; i++)
    {
      TwfRequest *request = target->requests->pdata[i];

      if (request->kind != TWF_REQUEST_TEXT || !twf_request_is_accepted (request))
        continue;
      if (group->len > 0 && !same_text (group->pdata[0], request))
        {
          settle_group (self, target, group);
          g_ptr_array_set_size (group, 0);
        }
      g_ptr_array_add (group, request);
    }
  if (group->len > 0)
    settle_group (self, target, group);
}

/**
 * twf_settle_texts:
 * @self: a settlement whose structure and languages are settled
 *
 * Puts accepted words into the texts. Those that touch each other's stay proposals.
 */
void
twf_settle_texts (TwfSettlement *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->asks->targets);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    settle_target (self, value);
}
