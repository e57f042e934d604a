/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-positions.h"

#include "twf-delegation.h"
#include "twf-id.h"

#include <string.h>

static const char *const words[]
    = { "retain", "delete", "reserve", "support", "reflect", "withdraws-if" };

/**
 * twf_position_word_get_name:
 * @word: a word
 *
 * Returns: how it is stored
 */
const char *
twf_position_word_get_name (TwfPositionWord word)
{
  g_return_val_if_fail (word < G_N_ELEMENTS (words), NULL);

  return words[word];
}

/**
 * twf_position_word_from_name:
 * @name: (nullable): a stored word
 * @word: (out): the word, where it is one
 *
 * Returns: whether @name is a word of positions
 */
gboolean
twf_position_word_from_name (const char *name, TwfPositionWord *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i], name) == 0)
      {
        *word = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * twf_position_parse:
 * @value: a value of the field "Position"
 *
 * Returns: (transfer full) (nullable): the position; %NULL if it is none
 */
TwfPosition *
twf_position_parse (const char *value)
{
  g_auto (GStrv) pieces = g_strsplit (value, " ", -1);
  guint n = g_strv_length (pieces);
  TwfPositionWord word;
  TwfPosition *self;

  if (n < 2 || !twf_delegation_code_is_valid (pieces[0])
      || !twf_position_word_from_name (pieces[1], &word)
      || n != (word == TWF_POSITION_WITHDRAWS_IF ? 3u : 2u)
      || (n == 3 && !twf_id_is_valid (pieces[2])))
    return NULL;
  self = g_new0 (TwfPosition, 1);
  self->code = g_strdup (pieces[0]);
  self->word = word;
  self->condition = n == 3 ? g_strdup (pieces[2]) : NULL;
  return self;
}

/**
 * twf_position_format:
 * @self: a position
 *
 * Returns: (transfer full): as it is stored
 */
char *
twf_position_format (const TwfPosition *self)
{
  const char *word = twf_position_word_get_name (self->word);

  if (self->word == TWF_POSITION_WITHDRAWS_IF)
    return g_strdup_printf ("%s %s %s", self->code, word, self->condition);
  return g_strdup_printf ("%s %s", self->code, word);
}

/**
 * twf_position_free:
 * @self: (transfer full) (nullable): a position
 */
void
twf_position_free (TwfPosition *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->condition);
  g_free (self);
}

/**
 * twf_proposal_list_positions:
 * @self: a proposal
 *
 * Returns: (transfer full) (element-type TwfPosition): the positions on it, by code; values that
 * are none are passed over
 */
GPtrArray *
twf_proposal_list_positions (TwfProposal *self)
{
  GPtrArray *positions = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_position_free);
  const char *const *values = twf_proposal_get_values (self, TWF_PROPOSAL_FIELD_POSITION);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      TwfPosition *position = twf_position_parse (values[i]);

      if (position != NULL)
        g_ptr_array_add (positions, position);
    }
  return positions;
}

/**
 * twf_proposal_put_position:
 * @self: a proposal
 * @code: a delegation
 * @position: (nullable): what it says, in the place of what it said; %NULL: nothing more
 *
 * A delegation has one position on a proposal.
 */
void
twf_proposal_put_position (TwfProposal *self, const char *code, const TwfPosition *position)
{
  const char *const *old = twf_proposal_get_values (self, TWF_PROPOSAL_FIELD_POSITION);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;
  gsize length = strlen (code);

  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    if (!g_str_has_prefix (old[i], code) || old[i][length] != ' ')
      g_strv_builder_add (builder, old[i]);
  if (position != NULL)
    {
      g_autofree char *value = twf_position_format (position);

      g_strv_builder_add (builder, value);
    }
  values = g_strv_builder_end (builder);
  twf_proposal_set_values (self, TWF_PROPOSAL_FIELD_POSITION, (const char *const *)values);
}
