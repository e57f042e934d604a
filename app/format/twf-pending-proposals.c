/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-format"

#include "config.h"

#include "twf-pending-proposals.h"

#include "twf-lines.h"
#include "twf-pending.h"

#include <glib/gi18n-lib.h>

struct _TwfPendingProposals
{
  GHashTable *proposals; /* char* id (of the proposal) -> TwfProposal* (owned) */
  GHashTable *described; /* set of char* id (owned): those whose fields were read */
};

/**
 * twf_pending_proposals_new:
 *
 * Returns: (transfer full): none yet
 */
TwfPendingProposals *
twf_pending_proposals_new (void)
{
  TwfPendingProposals *self = g_new0 (TwfPendingProposals, 1);

  self->proposals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->described = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * twf_pending_proposals_free:
 * @self: proposals in the making
 */
void
twf_pending_proposals_free (TwfPendingProposals *self)
{
  g_hash_table_unref (self->proposals);
  g_hash_table_unref (self->described);
  g_free (self);
}

static TwfProposal *
find_proposal (TwfPendingProposals *self, const char *id)
{
  TwfProposal *proposal = g_hash_table_lookup (self->proposals, id);

  if (proposal == NULL)
    {
      proposal = twf_proposal_new (id);
      g_hash_table_insert (self->proposals, (char *)twf_proposal_get_id (proposal), proposal);
    }
  return proposal;
}

static gboolean
refuse (GError **error, const char *path, const char *reason)
{
  twf_lines_refuse (error, path, 0, reason);
  return FALSE;
}

static void
take_values (gpointer proposal, const char *key, const char *const *values)
{
  twf_proposal_set_values (proposal, key, values);
}

/**
 * twf_pending_proposals_add:
 * @self: proposals in the making
 * @parsed: what @path names: the fields or a text of a proposal
 * @path: a file of a proposal
 * @content: (inout): its content, which twf_lines_check_text() let pass; cut up in place
 * @length: its bytes
 * @error: (out) (optional): why it is refused
 *
 * Reads one more file.
 *
 * Returns: whether it is in order
 * Errors: TWF_ERROR_INVALID, with "path:line: reason", if it is not
 */
gboolean
twf_pending_proposals_add (TwfPendingProposals *self,
                           const TwfPath *parsed,
                           const char *path,
                           char *content,
                           gsize length,
                           GError **error)
{
  TwfProposal *proposal = find_proposal (self, parsed->item);

  if (parsed->kind == TWF_PATH_PROPOSAL)
    {
      if (!g_hash_table_add (self->described, g_strdup (parsed->item)))
        return refuse (error, path, N_ ("stands twice"));
      return twf_lines_parse (content, twf_proposal_keys, path, take_values, proposal, error);
    }
  if (twf_proposal_get_text (proposal, parsed->name) != NULL)
    return refuse (error, path, N_ ("stands twice"));
  if (!twf_pending_cut_text (content, length, path, error))
    return FALSE;
  twf_proposal_set_text (proposal, parsed->name, content);
  return TRUE;
}

/**
 * twf_pending_proposals_finish:
 * @self: proposals of which every file was read
 * @folder: where they are, with a slash at its end or empty, for the message
 * @take: called for each
 * @bearer: handed to @take
 * @error: (out) (optional): why they are refused
 *
 * Returns: whether they are in order; where not, @take was called for none
 * Errors: TWF_ERROR_INVALID if one has texts and no fields
 */
gboolean
twf_pending_proposals_finish (TwfPendingProposals *self,
                              const char *folder,
                              TwfTakeProposal take,
                              gpointer bearer,
                              GError **error)
{
  GHashTableIter iter;
  gpointer id, proposal;

  g_hash_table_iter_init (&iter, self->proposals);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (self->described, id))
      {
        g_autofree char *path = g_strdup_printf ("%sproposals/%s/fields", folder, (const char *)id);

        return refuse (error, path, N_ ("is not there"));
      }
  g_hash_table_iter_init (&iter, self->proposals);
  while (g_hash_table_iter_next (&iter, NULL, &proposal))
    take (bearer, g_object_ref (proposal));
  return TRUE;
}
