/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-outline-search.h"

#include "twf-search.h"

/* So long one turn of looking may take, in microseconds: half of what a frame has. */
#define TURN 6000

struct _TwfOutlineSearch
{
  GObject parent_instance;

  /* Owned. */
  GListStore *found;     /* of TwfProvision */
  GPtrArray *provisions; /* of TwfProvision, in reading order */
  GStrv languages;
  GPtrArray *searches; /* of TwfSearch, in step with @languages */

  guint next;
  guint source;
};

G_DEFINE_FINAL_TYPE (TwfOutlineSearch, twf_outline_search, G_TYPE_OBJECT)

static guint finished_signal;

static gboolean
matches (TwfOutlineSearch *self, TwfProvision *provision)
{
  for (guint i = 0; self->languages[i] != NULL; i++)
    for (guint part = 0; part < TWF_N_PARTS; part++)
      {
        const char *text = twf_provision_get_text (provision, part, self->languages[i]);
        if (text != NULL && twf_search_matches (g_ptr_array_index (self->searches, i), text))
          return TRUE;
      }
  return FALSE;
}

static gboolean
look_cb (gpointer user_data)
{
  TwfOutlineSearch *self = user_data;
  const gint64 end = g_get_monotonic_time () + TURN;

  while (self->next < self->provisions->len && g_get_monotonic_time () < end)
    {
      TwfProvision *provision = g_ptr_array_index (self->provisions, self->next++);
      if (matches (self, provision))
        g_list_store_append (self->found, provision);
    }
  if (self->next < self->provisions->len)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  g_signal_emit (self, finished_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
twf_outline_search_dispose (GObject *object)
{
  TwfOutlineSearch *self = TWF_OUTLINE_SEARCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->found);
  g_clear_pointer (&self->provisions, g_ptr_array_unref);
  g_clear_pointer (&self->searches, g_ptr_array_unref);
  g_clear_pointer (&self->languages, g_strfreev);
  G_OBJECT_CLASS (twf_outline_search_parent_class)->dispose (object);
}

static void
twf_outline_search_class_init (TwfOutlineSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_outline_search_dispose;
  finished_signal = g_signal_new ("finished",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  0);
}

static void
twf_outline_search_init (TwfOutlineSearch *self)
{
  self->found = g_list_store_new (TWF_TYPE_PROVISION);
  self->searches = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_search_free);
}

/**
 * twf_outline_search_new:
 * @workbench: the workbench
 * @pattern: what a person looks for
 *
 * Begins to look for @pattern in every text of the plan, as a reader of each language would: in
 * Arabic, marks, tatweel and the variants of letters do not count. The looking is done between
 * frames.
 *
 * Returns: (transfer full): a running search
 */
TwfOutlineSearch *
twf_outline_search_new (TwfWorkbench *workbench, const char *pattern)
{
  TwfOutlineSearch *self = g_object_new (TWF_TYPE_OUTLINE_SEARCH, NULL);
  TwfPlan *plan = twf_workbench_get_plan (workbench);

  self->languages = g_strdupv ((char **)twf_plan_get_languages (plan));
  if (self->languages == NULL)
    self->languages = g_new0 (char *, 1);
  for (guint i = 0; self->languages[i] != NULL; i++)
    g_ptr_array_add (self->searches, twf_search_new (pattern, self->languages[i]));
  self->provisions = twf_plan_list_all (plan);
  self->source = g_idle_add (look_cb, self);
  return self;
}

/**
 * twf_outline_search_get_found:
 * @self: a search
 *
 * Returns: (transfer none): the provisions found so far, in reading order
 */
GListModel *
twf_outline_search_get_found (TwfOutlineSearch *self)
{
  g_return_val_if_fail (TWF_IS_OUTLINE_SEARCH (self), NULL);

  return G_LIST_MODEL (self->found);
}
