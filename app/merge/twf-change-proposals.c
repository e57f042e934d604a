/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-change-private.h"

#include <string.h>

typedef const char *(*GetId) (gpointer item);

static gpointer
find_item (GListModel *items, GetId get_id, const char *id)
{
  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      /* The list keeps it. */
      if (strcmp (get_id (item), id) == 0)
        return item;
    }
  return NULL;
}

static GStrv
list_ids (GListModel *items, GetId get_id)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      g_strv_builder_add (ids, get_id (item));
    }
  return g_strv_builder_end (ids);
}

static const char *
get_proposal_id (gpointer proposal)
{
  return twf_proposal_get_id (proposal);
}

static const char *
get_remark_id (gpointer remark)
{
  return twf_remark_get_id (remark);
}

static char *
dup_values (TwfProposal *proposal, const char *field)
{
  const char *const *values = twf_proposal_get_values (proposal, field);

  return values != NULL ? g_strjoinv (", ", (char **)values) : NULL;
}

static TwfChange *
add_proposal (TwfFinder *self,
              TwfChangeKind kind,
              TwfProposal *proposal,
              const char *old_value,
              const char *new_value)
{
  TwfChange *change = twf_finder_add (self, kind, old_value, new_value);

  change->item = g_strdup (twf_proposal_get_id (proposal));
  change->who = dup_values (proposal, TWF_PROPOSAL_FIELD_OWNER);
  change->asks = twf_proposal_get_kind (proposal);
  change->part = twf_proposal_get_part (proposal);
  return change;
}

/* One fact for each language of the wording, at least one. */
static void
add_whole_proposal (TwfFinder *self,
                    TwfChangeKind kind,
                    TwfProposal *proposal,
                    gpointer object,
                    TwfGetText get_text)
{
  g_auto (GStrv) languages = twf_proposal_list_languages (proposal);
  const char *field = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD);
  g_autofree char *value = dup_values (proposal, TWF_PROPOSAL_FIELD_VALUE);

  for (guint i = 0; languages[i] != NULL; i++)
    add_proposal (self,
                  kind,
                  proposal,
                  get_text (object, twf_proposal_get_part (proposal), languages[i]),
                  twf_proposal_get_text (proposal, languages[i]))
        ->language
        = g_strdup (languages[i]);
  if (languages[0] == NULL)
    add_proposal (self, kind, proposal, NULL, field != NULL ? value : NULL)->field
        = g_strdup (field);
}

/* What only says how the proposal hangs on the text, and on branches, is no fact. */
static gboolean
is_bookkeeping (const char *field)
{
  return strcmp (field, TWF_PROPOSAL_FIELD_BASE) == 0
         || strcmp (field, TWF_PROPOSAL_FIELD_CONTRIBUTED) == 0;
}

static void
find_in_proposal (TwfFinder *self, TwfProposal *former, TwfProposal *latter)
{
  g_auto (GStrv) old_fields = twf_proposal_list_fields (former);
  g_auto (GStrv) new_fields = twf_proposal_list_fields (latter);
  g_auto (GStrv) old_languages = twf_proposal_list_languages (former);
  g_auto (GStrv) new_languages = twf_proposal_list_languages (latter);
  g_autoptr (GPtrArray) fields = twf_finder_unite (old_fields, new_fields);
  g_autoptr (GPtrArray) languages = twf_finder_unite (old_languages, new_languages);

  for (guint i = 0; i < languages->len; i++)
    {
      const char *old_text = twf_proposal_get_text (former, languages->pdata[i]);
      const char *new_text = twf_proposal_get_text (latter, languages->pdata[i]);

      if (g_strcmp0 (old_text, new_text) != 0)
        add_proposal (self, TWF_CHANGE_PROPOSAL, latter, old_text, new_text)->language
            = g_strdup (languages->pdata[i]);
    }
  for (guint i = 0; i < fields->len; i++)
    {
      g_autofree char *old_value = dup_values (former, fields->pdata[i]);
      g_autofree char *new_value = dup_values (latter, fields->pdata[i]);

      if (g_strcmp0 (old_value, new_value) != 0 && !is_bookkeeping (fields->pdata[i]))
        add_proposal (self, TWF_CHANGE_PROPOSAL, latter, old_value, new_value)->field
            = g_strdup (fields->pdata[i]);
    }
}

/*
 * twf_finder_find_in_proposals:
 * @self: where facts go
 * @olds: (nullable) (element-type TwfProposal): the proposals that were
 * @news: (nullable) (element-type TwfProposal): those that are
 * @object: (nullable): what they hang on
 * @get_text: its texts
 */
void
twf_finder_find_in_proposals (TwfFinder *self,
                              GListModel *olds,
                              GListModel *news,
                              gpointer object,
                              TwfGetText get_text)
{
  g_auto (GStrv) old_ids = list_ids (olds, get_proposal_id);
  g_auto (GStrv) new_ids = list_ids (news, get_proposal_id);
  g_autoptr (GPtrArray) ids = twf_finder_unite (old_ids, new_ids);

  for (guint i = 0; i < ids->len; i++)
    {
      TwfProposal *former = find_item (olds, get_proposal_id, ids->pdata[i]);
      TwfProposal *latter = find_item (news, get_proposal_id, ids->pdata[i]);

      if (former != NULL && latter != NULL)
        find_in_proposal (self, former, latter);
      else
        add_whole_proposal (self,
                            latter != NULL ? TWF_CHANGE_PROPOSAL_ADDED
                                           : TWF_CHANGE_PROPOSAL_REMOVED,
                            latter != NULL ? latter : former,
                            object,
                            get_text);
    }
}

/*
 * twf_finder_find_in_remarks:
 * @self: where facts go
 * @olds: (nullable) (element-type TwfRemark): the remarks that were
 * @news: (nullable) (element-type TwfRemark): those that are; one does not change
 */
void
twf_finder_find_in_remarks (TwfFinder *self, GListModel *olds, GListModel *news)
{
  g_auto (GStrv) old_ids = list_ids (olds, get_remark_id);
  g_auto (GStrv) new_ids = list_ids (news, get_remark_id);
  g_autoptr (GPtrArray) ids = twf_finder_unite (old_ids, new_ids);

  for (guint i = 0; i < ids->len; i++)
    {
      TwfRemark *former = find_item (olds, get_remark_id, ids->pdata[i]);
      TwfRemark *latter = find_item (news, get_remark_id, ids->pdata[i]);
      TwfChange *change;

      if (former != NULL && latter != NULL)
        continue;
      change = twf_finder_add (self,
                               latter != NULL ? TWF_CHANGE_REMARK_ADDED : TWF_CHANGE_REMARK_REMOVED,
                               former != NULL ? twf_remark_get_text (former) : NULL,
                               latter != NULL ? twf_remark_get_text (latter) : NULL);
      change->item = g_strdup (ids->pdata[i]);
      change->who = g_strdup (twf_remark_get_author (latter != NULL ? latter : former));
    }
}
