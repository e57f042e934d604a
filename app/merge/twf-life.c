/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-life-private.h"

#include "twf-hostile.h"
#include "twf-normal.h"

#include <string.h>

/**
 * twf_life_new:
 * @plan: the plan as it stands
 *
 * Returns: (transfer full): an act in which nothing is done yet
 */
TwfLife *
twf_life_new (TwfPlan *plan)
{
  TwfLife *self = g_new0 (TwfLife, 1);

  self->plan = plan;
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * twf_life_free:
 * @self: (nullable): an act
 */
void
twf_life_free (TwfLife *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->edits);
  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->places);
  g_free (self);
}

static TwfProposal *
find_standing (TwfPlan *plan, const char *id, const char *pid)
{
  TwfProvision *provision = twf_plan_get_provision (plan, *id != '\0' ? id : NULL);

  if (*id == '\0')
    return twf_plan_get_own_proposal (plan, pid);
  return provision != NULL ? twf_provision_get_proposal (provision, pid) : NULL;
}

/**
 * twf_life_end:
 * @self: an act
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits of the act; proposals that differ from
 * how they stand come last, by their ids
 */
GPtrArray *
twf_life_end (TwfLife *self)
{
  g_autoptr (GList) pids = NULL;

  twf_life_follow_compromises (self);
  pids = g_hash_table_get_keys (self->drafts);
  pids = g_list_sort (pids, (GCompareFunc)strcmp);
  for (GList *l = pids; l != NULL; l = l->next)
    {
      TwfProposal *draft = g_hash_table_lookup (self->drafts, l->data);
      const char *id = g_hash_table_lookup (self->places, l->data);
      TwfProposal *standing = find_standing (self->plan, id, l->data);

      if (standing == NULL || !twf_proposal_equal (standing, draft))
        g_ptr_array_add (self->edits, twf_edit_new_proposal (*id != '\0' ? id : NULL, draft));
    }
  return g_ptr_array_ref (self->edits);
}

/**
 * twf_life_refuse:
 * @error: where an error goes
 * @code: why
 * @format: the detail, as for printf()
 * @...: what it speaks of
 *
 * Returns: %FALSE, so that a check can end with it
 */
gboolean
twf_life_refuse (GError **error, TwfError code, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, TWF_ERROR, code, message);
  return FALSE;
}

/**
 * twf_life_find:
 * @self: an act
 * @pid: the id of a proposal
 * @provision: (out): the provision it hangs on; %NULL: the plan itself
 * @error: where an error goes
 *
 * Returns: (nullable) (transfer none): the proposal as it stands
 * Errors: TWF_ERROR_NOT_FOUND if there is none
 */
TwfProposal *
twf_life_find (TwfLife *self, const char *pid, TwfProvision **provision, GError **error)
{
  TwfProposal *proposal = twf_plan_get_proposal (self->plan, pid, provision);

  if (proposal == NULL)
    twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "no proposal %s", pid != NULL ? pid : "");
  return proposal;
}

/**
 * twf_life_list:
 * @self: an act
 * @provision: (nullable): a provision; %NULL: the plan itself
 *
 * Returns: (transfer none): of TwfProposal: those that hang on it, as they stand
 */
GListModel *
twf_life_list (TwfLife *self, TwfProvision *provision)
{
  return provision != NULL ? twf_provision_list_proposals (provision)
                           : twf_plan_list_proposals (self->plan);
}

/**
 * twf_life_look:
 * @self: an act
 * @proposal: a proposal as it stands
 *
 * Returns: (transfer none): what the act has made of it so far; not to be changed
 */
TwfProposal *
twf_life_look (TwfLife *self, TwfProposal *proposal)
{
  TwfProposal *draft = g_hash_table_lookup (self->drafts, twf_proposal_get_id (proposal));

  return draft != NULL ? draft : proposal;
}

/**
 * twf_life_put:
 * @self: an act
 * @provision: (nullable): what @proposal hangs on; %NULL: the plan itself
 * @proposal: (transfer full): a proposal that the act sets; it may be changed until the act ends
 */
void
twf_life_put (TwfLife *self, TwfProvision *provision, TwfProposal *proposal)
{
  const char *pid = twf_proposal_get_id (proposal);

  g_hash_table_replace (self->places,
                        g_strdup (pid),
                        g_strdup (provision != NULL ? twf_provision_get_id (provision) : ""));
  g_hash_table_replace (self->drafts, g_strdup (pid), proposal);
}

/**
 * twf_life_take:
 * @self: an act
 * @provision: (nullable): what @proposal hangs on; %NULL: the plan itself
 * @proposal: a proposal as it stands
 *
 * Returns: (transfer none): the act's copy of it, to be changed
 */
TwfProposal *
twf_life_take (TwfLife *self, TwfProvision *provision, TwfProposal *proposal)
{
  const char *pid = twf_proposal_get_id (proposal);

  if (!g_hash_table_contains (self->drafts, pid))
    twf_life_put (self, provision, twf_proposal_copy (proposal));
  return g_hash_table_lookup (self->drafts, pid);
}

static gboolean
is_place (gpointer pid, gpointer place, gpointer id)
{
  return g_str_equal (place, id);
}

/**
 * twf_life_forget:
 * @self: an act
 * @id: a provision that goes
 *
 * What hangs on @id goes with it.
 */
void
twf_life_forget (TwfLife *self, const char *id)
{
  GHashTableIter iter;
  gpointer pid, place;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, &pid, &place))
    if (g_str_equal (place, id))
      g_hash_table_remove (self->drafts, pid);
  g_hash_table_foreach_remove (self->places, is_place, (gpointer)id);
}

/**
 * twf_life_get_text:
 * @self: an act
 * @provision: (nullable): a provision; %NULL: the plan, whose text is its title
 * @part: which of its texts
 * @language: a BCP 47 tag
 *
 * Returns: (nullable) (transfer none): the text as it stands
 */
const char *
twf_life_get_text (TwfLife *self, TwfProvision *provision, TwfPart part, const char *language)
{
  return provision != NULL ? twf_provision_get_text (provision, part, language)
                           : twf_plan_get_title (self->plan, language);
}

/**
 * twf_life_get_values:
 * @self: an act
 * @provision: (nullable): a provision; %NULL: the plan itself
 * @field: a field
 *
 * Returns: (nullable) (transfer none): its values as they stand
 */
const char *const *
twf_life_get_values (TwfLife *self, TwfProvision *provision, const char *field)
{
  return provision != NULL ? twf_provision_get_values (provision, field)
                           : twf_plan_get_values (self->plan, field);
}

/**
 * twf_life_clean_text:
 * @text: a text that was put together from pieces
 *
 * Returns: (transfer full): the text in the form in which a plan keeps it, so that its id is known
 * before it is in the plan
 */
char *
twf_life_clean_text (const char *text)
{
  g_autofree char *storable = twf_text_make_storable (text);

  return twf_text_normalize (storable, -1, NULL);
}
