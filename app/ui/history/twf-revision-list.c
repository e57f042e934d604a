/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-revision-list.h"

/* Revisions fetched at a time: a few screens. */
#define BATCH 100
/* So many rows before the end the next ones are fetched. */
#define AHEAD 30

struct _TwfRevisionList
{
  GObject parent_instance;

  /* Owned. */
  TwfDesk *desk;
  char *provision;      /* nullable: all revisions */
  GPtrArray *revisions; /* TwfRevision* (owned) */
  GCancellable *cancellable;

  gboolean loading;
  gboolean complete;
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_COMPLETE,
  N_PROPS
};

enum
{
  PROBLEM,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GType
twf_revision_list_get_item_type (GListModel *model)
{
  return TWF_TYPE_REVISION;
}

static guint
twf_revision_list_get_n_items (GListModel *model)
{
  return TWF_REVISION_LIST (model)->revisions->len;
}

static gpointer
twf_revision_list_get_item (GListModel *model, guint position)
{
  TwfRevisionList *self = TWF_REVISION_LIST (model);

  if (position >= self->revisions->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->revisions, position));
}

static void
twf_revision_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = twf_revision_list_get_item_type;
  iface->get_n_items = twf_revision_list_get_n_items;
  iface->get_item = twf_revision_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TwfRevisionList,
                               twf_revision_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      twf_revision_list_model_init))

static void
set_loading (TwfRevisionList *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
set_complete (TwfRevisionList *self, gboolean complete)
{
  if (self->complete == complete)
    return;
  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static void
report (TwfRevisionList *self, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[PROBLEM], 0, error);
}

static void
more_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfRevisionList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) more = twf_desk_list_revisions_finish (TWF_DESK (source), result, &error);
  guint before = self->revisions->len;

  set_loading (self, FALSE);
  if (more == NULL)
    {
      report (self, error);
      return;
    }
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (self->revisions, g_object_ref (g_ptr_array_index (more, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, more->len);
  set_complete (self, more->len < BATCH);
}

static void
load_more (TwfRevisionList *self)
{
  if (self->loading || self->complete)
    return;
  set_loading (self, TRUE);
  twf_desk_list_revisions_async (self->desk,
                                 self->provision,
                                 self->revisions->len,
                                 BATCH,
                                 self->cancellable,
                                 more_listed_cb,
                                 g_object_ref (self));
}

static gboolean
is_same (gconstpointer one, gconstpointer other)
{
  return g_str_equal (twf_revision_get_id ((gpointer)one), twf_revision_get_id ((gpointer)other));
}

/* What came since is put on top, so that the rows on the screen stay where they are. */
static void
top_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfRevisionList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) top = twf_desk_list_revisions_finish (TWF_DESK (source), result, &error);
  guint n_new;

  set_loading (self, FALSE);
  if (top == NULL)
    {
      report (self, error);
      return;
    }
  if (self->revisions->len == 0
      || !g_ptr_array_find_with_equal_func (
          top, g_ptr_array_index (self->revisions, 0), is_same, &n_new))
    {
      guint before = self->revisions->len;

      g_ptr_array_set_size (self->revisions, 0);
      for (guint i = 0; i < top->len; i++)
        g_ptr_array_add (self->revisions, g_object_ref (g_ptr_array_index (top, i)));
      g_list_model_items_changed (G_LIST_MODEL (self), 0, before, top->len);
      set_complete (self, top->len < BATCH);
      return;
    }
  for (guint i = 0; i < n_new; i++)
    g_ptr_array_insert (self->revisions, (int)i, g_object_ref (g_ptr_array_index (top, i)));
  if (n_new > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_new);
}

static void
twf_revision_list_dispose (GObject *object)
{
  TwfRevisionList *self = TWF_REVISION_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (twf_revision_list_parent_class)->dispose (object);
}

static void
twf_revision_list_finalize (GObject *object)
{
  TwfRevisionList *self = TWF_REVISION_LIST (object);

  g_free (self->provision);
  g_ptr_array_unref (self->revisions);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (twf_revision_list_parent_class)->finalize (object);
}

static void
twf_revision_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TwfRevisionList *self = TWF_REVISION_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twf_revision_list_class_init (TwfRevisionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = twf_revision_list_dispose;
  object_class->finalize = twf_revision_list_finalize;
  object_class->get_property = twf_revision_list_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean (
      "loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPLETE] = g_param_spec_boolean (
      "complete", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TwfRevisionList::problem:
   * @error: (type GError): why the revisions could not be listed
   */
  signals[PROBLEM] = g_signal_new ("problem",
                                   TWF_TYPE_REVISION_LIST,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_ERROR);
}

static void
twf_revision_list_init (TwfRevisionList *self)
{
  self->revisions = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * twf_revision_list_new:
 * @desk: an open plan
 * @provision: (nullable): the id of the provision whose revisions are wanted, or NULL for all
 *
 * Returns: (transfer full): a list that fetches its first revisions at once
 */
TwfRevisionList *
twf_revision_list_new (TwfDesk *desk, const char *provision)
{
  TwfRevisionList *self;

  g_return_val_if_fail (TWF_IS_DESK (desk), NULL);

  self = g_object_new (TWF_TYPE_REVISION_LIST, NULL);
  self->desk = g_object_ref (desk);
  self->provision = g_strdup (provision);
  load_more (self);
  return self;
}

/**
 * twf_revision_list_want:
 * @self: the list
 * @position: a row that is about to be seen
 *
 * Fetches further revisions when @position comes near the last one that is there.
 */
void
twf_revision_list_want (TwfRevisionList *self, guint position)
{
  g_return_if_fail (TWF_IS_REVISION_LIST (self));

  if (position + AHEAD >= self->revisions->len)
    load_more (self);
}

/**
 * twf_revision_list_refresh:
 * @self: the list
 *
 * Takes in what was saved since, on top; the rest stays.
 */
void
twf_revision_list_refresh (TwfRevisionList *self)
{
  g_return_if_fail (TWF_IS_REVISION_LIST (self));

  if (self->loading)
    return;
  set_loading (self, TRUE);
  twf_desk_list_revisions_async (
      self->desk, self->provision, 0, BATCH, self->cancellable, top_listed_cb, g_object_ref (self));
}

/**
 * twf_revision_list_is_loading:
 * @self: the list
 *
 * Returns: whether revisions are being fetched
 */
gboolean
twf_revision_list_is_loading (TwfRevisionList *self)
{
  g_return_val_if_fail (TWF_IS_REVISION_LIST (self), FALSE);

  return self->loading;
}
