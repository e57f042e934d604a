/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-revision-list.h"

#include "twf-revision-reader.h"

/* Revisions listed before anybody looks: a few screens. */
#define FIRST 100

struct _TwfRevisionList
{
  GObject parent_instance;

  /* Owned. */
  TwfDesk *desk;
  TwfHistoryFilter *filter;
  GPtrArray *rows; /* TwfHistoryRow* (owned) */
  TwfRevisionReader *reader;
  TwfHistoryWalk *walk; /* nullable: complete */
  GPtrArray *newer; /* TwfHistoryRow* (owned): what came since, while it is gathered; nullable */
  char *from;       /* the revision that the rows begin with, or would without a filter */
  char *next_from;  /* as which that is refreshed; nullable */
  GCancellable *cancellable;

  guint n_lanes;   /* that the graph needs; 0: there is none */
  gboolean wanted; /* somebody looks: it is listed to the end */
  gboolean loading;
  gboolean stopped;
  gboolean stale; /* something came while it was loading */
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_FRACTION,
  PROP_N_LANES,
  N_PROPS
};

enum
{
  PROBLEM,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void go_on (TwfRevisionList *self);

static void
problem_cb (TwfRevisionList *self, const GError *error)
{
  g_signal_emit (self, signals[PROBLEM], 0, error);
}

static void
report (TwfRevisionList *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    problem_cb (self, error);
}

static GType
twf_revision_list_get_item_type (GListModel *model)
{
  return TWF_TYPE_REVISION_ITEM;
}

static guint
twf_revision_list_get_n_items (GListModel *model)
{
  return TWF_REVISION_LIST (model)->rows->len;
}

static gpointer
twf_revision_list_get_item (GListModel *model, guint position)
{
  TwfRevisionList *self = TWF_REVISION_LIST (model);

  return position < self->rows->len
             ? twf_revision_reader_get_item (self->reader, self->rows->pdata[position])
             : NULL;
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

/* What the graph needs; it grows with the rows, and what is drawn already moves then. */
static void
measure_graph (TwfRevisionList *self, GPtrArray *rows)
{
  guint n = self->n_lanes;

  if (self->walk == NULL || !twf_history_walk_has_graph (self->walk))
    return;
  for (guint i = 0; i < rows->len; i++)
    n = MAX (n, twf_lane_row_count (&((const TwfHistoryRow *)rows->pdata[i])->lanes));
  if (n == self->n_lanes)
    return;
  self->n_lanes = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_LANES]);
}

static void
put_rows (TwfRevisionList *self, guint position, guint n_removed, GPtrArray *rows)
{
  guint n_added = rows->len;

  measure_graph (self, rows);
  if (n_removed > 0)
    g_ptr_array_remove_range (self->rows, position, n_removed);
  if (position == self->rows->len)
    g_ptr_array_extend_and_steal (self->rows, g_ptr_array_ref (rows));
  else
    {
      g_autoptr (GPtrArray) rest = self->rows;

      self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_history_row_free);
      g_ptr_array_set_free_func (rest, NULL);
      g_ptr_array_set_free_func (rows, NULL);
      for (guint i = 0; i < position; i++)
        g_ptr_array_add (self->rows, rest->pdata[i]);
      for (guint i = 0; i < n_added; i++)
        g_ptr_array_add (self->rows, rows->pdata[i]);
      for (guint i = position; i < rest->len; i++)
        g_ptr_array_add (self->rows, rest->pdata[i]);
    }
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)twf_history_row_free);
}

/* The row that was the first has another above it now. */
static void
connect_first (TwfRevisionList *self)
{
  TwfHistoryRow *row = self->rows->pdata[0];
  TwfRevisionItem *item = twf_revision_reader_find (self->reader, row->id);

  row->lanes.from_above = TRUE;
  if (item != NULL)
    twf_revision_item_set_lanes (item, &row->lanes);
}

/* What came since is put on top, so that the rows on the screen stay where they are. Where it does
 * not stand above all that was there, the list is another. */
static void
take_newer (TwfRevisionList *self)
{
  g_autoptr (GPtrArray) newer = g_steal_pointer (&self->newer);
  gboolean on_top = twf_history_walk_has_met (self->walk);

  g_free (self->from);
  self->from = g_steal_pointer (&self->next_from);
  if (on_top && newer->len > 0 && self->rows->len > 0)
    connect_first (self);
  put_rows (self, 0, on_top ? 0 : self->rows->len, newer);
  g_clear_pointer (&self->walk, twf_history_walk_unref);
}

static void
finish (TwfRevisionList *self)
{
  if (self->newer != NULL)
    take_newer (self);
  g_clear_pointer (&self->walk, twf_history_walk_unref);
  set_loading (self, FALSE);
  if (self->stale)
    twf_revision_list_refresh (self);
}

static void
piece_walked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfRevisionList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = twf_desk_walk_history_finish (TWF_DESK (source), result, &error);

  if (self->stopped || self->walk == NULL)
    return;
  if (rows == NULL)
    {
      g_clear_pointer (&self->newer, g_ptr_array_unref);
      g_clear_pointer (&self->walk, twf_history_walk_unref);
      set_loading (self, FALSE);
      report (self, error);
      return;
    }
  if (self->newer != NULL)
    g_ptr_array_extend_and_steal (self->newer, g_steal_pointer (&rows));
  else
    put_rows (self, self->rows->len, 0, rows);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  if (twf_history_walk_is_complete (self->walk))
    finish (self);
  else if (self->wanted || self->newer != NULL || self->rows->len < FIRST)
    go_on (self);
  else
    set_loading (self, FALSE);
}

static void
go_on (TwfRevisionList *self)
{
  set_loading (self, TRUE);
  twf_desk_walk_history_async (self->desk,
                               self->walk,
                               self->rows->len == 0 ? FIRST : 0,
                               self->cancellable,
                               piece_walked_cb,
                               g_object_ref (self));
}

static const char *
get_beginning (TwfRevisionList *self)
{
  return self->filter->from != NULL ? self->filter->from : twf_desk_get_revision (self->desk);
}

static void
begin (TwfRevisionList *self)
{
  guint n_before = self->rows->len;

  g_ptr_array_set_size (self->rows, 0);
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
  g_free (self->from);
  self->from = g_strdup (get_beginning (self));
  g_clear_pointer (&self->walk, twf_history_walk_unref);
  self->walk = twf_desk_new_history_walk (self->desk, self->filter, NULL);
  go_on (self);
}

static void
twf_revision_list_dispose (GObject *object)
{
  TwfRevisionList *self = TWF_REVISION_LIST (object);

  g_cancellable_cancel (self->cancellable);
  if (self->reader != NULL)
    twf_revision_reader_stop (self->reader);
  g_clear_object (&self->reader);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (twf_revision_list_parent_class)->dispose (object);
}

static void
twf_revision_list_finalize (GObject *object)
{
  TwfRevisionList *self = TWF_REVISION_LIST (object);

  twf_history_filter_free (self->filter);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->newer, g_ptr_array_unref);
  g_clear_pointer (&self->walk, twf_history_walk_unref);
  g_free (self->from);
  g_free (self->next_from);
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
    case PROP_FRACTION:
      g_value_set_double (value, twf_revision_list_get_fraction (self));
      break;
    case PROP_N_LANES:
      g_value_set_uint (value, self->n_lanes);
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
  properties[PROP_FRACTION] = g_param_spec_double (
      "fraction", NULL, NULL, -1, 1, -1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_LANES] = g_param_spec_uint (
      "n-lanes", NULL, NULL, 0, TWF_LANES, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
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
  self->rows = rows_new ();
  self->cancellable = g_cancellable_new ();
}

/**
 * twf_revision_list_new:
 * @desk: an open plan
 * @filter: which revisions are wanted
 *
 * Returns: (transfer full): a list that fetches its first revisions at once
 */
TwfRevisionList *
twf_revision_list_new (TwfDesk *desk, const TwfHistoryFilter *filter)
{
  TwfRevisionList *self;

  g_return_val_if_fail (TWF_IS_DESK (desk) && filter != NULL, NULL);

  self = g_object_new (TWF_TYPE_REVISION_LIST, NULL);
  self->desk = g_object_ref (desk);
  self->filter = twf_history_filter_copy (filter);
  self->reader = twf_revision_reader_new (desk);
  g_signal_connect_object (
      self->reader, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  begin (self);
  return self;
}

/**
 * twf_revision_list_want:
 * @self: the list
 *
 * Somebody looks at it: the rest is listed as well.
 */
void
twf_revision_list_want (TwfRevisionList *self)
{
  g_return_if_fail (TWF_IS_REVISION_LIST (self));

  if (self->wanted)
    return;
  self->wanted = TRUE;
  if (self->walk != NULL && !self->loading && !self->stopped)
    go_on (self);
}

/**
 * twf_revision_list_stop:
 * @self: the list
 *
 * Searches no further; what was found stays.
 */
void
twf_revision_list_stop (TwfRevisionList *self)
{
  g_return_if_fail (TWF_IS_REVISION_LIST (self));

  if (!self->loading)
    return;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->stopped = TRUE;
  g_clear_pointer (&self->walk, twf_history_walk_unref);
  set_loading (self, FALSE);
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

  if (g_strcmp0 (self->from, get_beginning (self)) == 0 || self->stopped)
    return;
  self->stale = self->loading;
  if (self->stale)
    return;
  /* Where nobody looks, nobody has a place to keep. */
  if (self->walk != NULL)
    {
      begin (self);
      return;
    }
  g_free (self->next_from);
  self->newer = rows_new ();
  self->next_from = g_strdup (get_beginning (self));
  self->walk = twf_desk_new_history_walk (self->desk, self->filter, self->from);
  go_on (self);
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

/**
 * twf_revision_list_is_stopped:
 * @self: the list
 *
 * Returns: whether somebody stopped it before the end
 */
gboolean
twf_revision_list_is_stopped (TwfRevisionList *self)
{
  g_return_val_if_fail (TWF_IS_REVISION_LIST (self), FALSE);

  return self->stopped;
}

/**
 * twf_revision_list_get_fraction:
 * @self: the list
 *
 * Returns: how much of history was gone through, 0 to 1; -1: that is not known
 */
double
twf_revision_list_get_fraction (TwfRevisionList *self)
{
  g_return_val_if_fail (TWF_IS_REVISION_LIST (self), -1);

  return self->walk != NULL ? twf_history_walk_get_fraction (self->walk) : 1;
}

/**
 * twf_revision_list_find:
 * @self: the list
 * @id: full id of a revision
 * @position: (out): where it stands
 *
 * Returns: whether it is in the list
 */
gboolean
twf_revision_list_find (TwfRevisionList *self, const char *id, guint *position)
{
  g_return_val_if_fail (TWF_IS_REVISION_LIST (self) && id != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (((const TwfHistoryRow *)self->rows->pdata[i])->id, id))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * twf_revision_list_get_n_lanes:
 * @self: the list
 *
 * Returns: how many lanes its graph needs; 0: it has none, because a filter leaves revisions out
 */
guint
twf_revision_list_get_n_lanes (TwfRevisionList *self)
{
  g_return_val_if_fail (TWF_IS_REVISION_LIST (self), 0);

  return self->n_lanes;
}
