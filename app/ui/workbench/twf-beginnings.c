/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-beginnings.h"

#include "twf-desk-beginning.h"

#define KEY "twf-beginnings"

struct _TwfBeginnings
{
  GObject parent_instance;

  TwfWorkbench *workbench;   /* borrowed: it holds this */
  GHashTable *found;         /* char* proposal -> TwfRevision* */
  GCancellable *cancellable; /* of what is asked for; nullable */
};

G_DEFINE_FINAL_TYPE (TwfBeginnings, twf_beginnings, G_TYPE_OBJECT)

static guint found_signal;

static void
twf_beginnings_dispose (GObject *object)
{
  TwfBeginnings *self = TWF_BEGINNINGS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->workbench = NULL;
  G_OBJECT_CLASS (twf_beginnings_parent_class)->dispose (object);
}

static void
twf_beginnings_finalize (GObject *object)
{
  g_hash_table_unref (TWF_BEGINNINGS (object)->found);
  G_OBJECT_CLASS (twf_beginnings_parent_class)->finalize (object);
}

static void
twf_beginnings_class_init (TwfBeginningsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_beginnings_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_beginnings_finalize;
  found_signal = g_signal_new (
      "found", TWF_TYPE_BEGINNINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
twf_beginnings_init (TwfBeginnings *self)
{
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * twf_beginnings_get:
 * @workbench: the open plan
 *
 * Returns: (transfer none): what is known of it
 */
TwfBeginnings *
twf_beginnings_get (TwfWorkbench *workbench)
{
  TwfBeginnings *self;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  self = g_object_get_data (G_OBJECT (workbench), KEY);
  if (self == NULL)
    {
      self = g_object_new (TWF_TYPE_BEGINNINGS, NULL);
      self->workbench = workbench;
      g_object_set_data_full (G_OBJECT (workbench), KEY, self, g_object_unref);
    }
  return self;
}

/**
 * twf_beginnings_get_when:
 * @self: what is known
 * @proposal: id of a proposal
 *
 * Returns: since when it is on the table, in seconds since 1970; 0: not known, or not saved yet
 */
gint64
twf_beginnings_get_when (TwfBeginnings *self, const char *proposal)
{
  TwfRevision *revision;

  g_return_val_if_fail (TWF_IS_BEGINNINGS (self) && proposal != NULL, 0);

  revision = g_hash_table_lookup (self->found, proposal);
  return revision != NULL ? twf_revision_get_when (revision) : 0;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfBeginnings) self = user_data;
  g_autoptr (GHashTable) found = twf_desk_find_beginnings_finish (TWF_DESK (source), result, NULL);
  GHashTableIter iter;
  gpointer proposal, revision;

  /* Without an answer it is not said since when. */
  if (found == NULL || self->workbench == NULL)
    return;
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &proposal, &revision))
    g_hash_table_replace (self->found, g_strdup (proposal), g_object_ref (revision));
  if (g_hash_table_size (found) > 0)
    g_signal_emit (self, found_signal, 0);
}

/**
 * twf_beginnings_ask:
 * @self: what is known
 * @provision: (nullable): a provision; %NULL: the plan itself
 *
 * Looks up what is not known of the proposals about @provision. What was asked for before and is
 * not known yet no longer is: one looks at something else.
 */
void
twf_beginnings_ask (TwfBeginnings *self, TwfProvision *provision)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) asked = NULL;
  GListModel *proposals;

  g_return_if_fail (TWF_IS_BEGINNINGS (self));

  if (twf_workbench_get_desk (self->workbench) == NULL)
    return;
  proposals = provision != NULL
                  ? twf_provision_list_proposals (provision)
                  : twf_plan_list_proposals (twf_workbench_get_plan (self->workbench));
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      if (!g_hash_table_contains (self->found, twf_proposal_get_id (proposal)))
        g_strv_builder_add (builder, twf_proposal_get_id (proposal));
    }
  asked = g_strv_builder_end (builder);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (asked[0] == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  twf_desk_find_beginnings_async (twf_workbench_get_desk (self->workbench),
                                  provision != NULL ? twf_provision_get_id (provision) : NULL,
                                  (const char *const *)asked,
                                  self->cancellable,
                                  found_cb,
                                  g_object_ref (self));
}
