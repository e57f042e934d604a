/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-private.h"

#include "twf-watch.h"

#include <gio/gio.h>

G_DEFINE_FINAL_TYPE (TwfDesk, twf_desk, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static char *
dup_title (TwfDesk *self)
{
  if (self->plan == NULL)
    return NULL;
  return twf_plan_dup_display_title (self->plan, twf_plan_get_source_language (self->plan));
}

static void
twf_desk_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  TwfDesk *self = TWF_DESK (object);

  switch (property)
    {
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    case PROP_UNDO:
      g_value_set_object (value, self->undo);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_TITLE:
      g_value_take_string (value, dup_title (self));
      break;
    case PROP_IDENTITY:
      g_value_set_string (value, self->identity);
      break;
    case PROP_BRANCH:
      g_value_set_string (value, self->branch);
      break;
    case PROP_REVISION:
      g_value_set_string (value, self->revision);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, twf_desk_is_modified (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->n_busy > 0);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_RECOVERED:
      g_value_set_uint (value, twf_desk_get_n_recovered (self));
      break;
    case PROP_NEWER:
      g_value_set_boolean (value, self->newer);
      break;
    case PROP_ARRIVALS:
      g_value_set_uint (value, self->arrivals);
      break;
    case PROP_JOURNAL_ERROR:
      g_value_set_string (value, self->journal_error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
twf_desk_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  if (property == PROP_IDENTITY)
    twf_desk_set_identity (TWF_DESK (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
twf_desk_dispose (GObject *object)
{
  TwfDesk *self = TWF_DESK (object);

  g_clear_pointer (&self->watch, twf_watch_stop);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  if (self->journal != NULL)
    twf_journal_stop (g_steal_pointer (&self->journal), NULL);
  if (self->worker != NULL)
    twf_worker_stop (g_steal_pointer (&self->worker));
  G_OBJECT_CLASS (twf_desk_parent_class)->dispose (object);
}

static void
twf_desk_finalize (GObject *object)
{
  TwfDesk *self = TWF_DESK (object);

  g_clear_pointer (&self->remains, g_ptr_array_unref);
  g_clear_object (&self->undo);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->touched, twf_touched_free);
  g_clear_pointer (&self->saving, twf_touched_free);
  g_clear_pointer (&self->clashes, g_hash_table_unref);
  g_clear_pointer (&self->wordings, g_hash_table_unref);
  g_clear_pointer (&self->repository, twf_repository_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->path);
  g_free (self->branch);
  g_free (self->identity);
  g_free (self->mandate);
  g_free (self->orally);
  g_free (self->signer);
  g_free (self->revision);
  g_free (self->issued);
  g_free (self->journal_error);
  G_OBJECT_CLASS (twf_desk_parent_class)->finalize (object);
}

static void
add_property (guint property, GParamSpec *pspec)
{
  properties[property] = pspec;
}

#define FLAGS (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

static void
twf_desk_class_init (TwfDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = twf_desk_get_property;
  object_class->set_property = twf_desk_set_property;
  object_class->dispose = twf_desk_dispose;
  object_class->finalize = twf_desk_finalize;

  add_property (PROP_PLAN, g_param_spec_object ("plan", NULL, NULL, TWF_TYPE_PLAN, FLAGS));
  add_property (PROP_UNDO, g_param_spec_object ("undo", NULL, NULL, TWF_TYPE_UNDO, FLAGS));
  add_property (PROP_PATH, g_param_spec_string ("path", NULL, NULL, NULL, FLAGS));
  add_property (PROP_TITLE, g_param_spec_string ("title", NULL, NULL, NULL, FLAGS));
  add_property (PROP_IDENTITY,
                g_param_spec_string ("identity", NULL, NULL, NULL, FLAGS | G_PARAM_WRITABLE));
  add_property (PROP_BRANCH, g_param_spec_string ("branch", NULL, NULL, NULL, FLAGS));
  add_property (PROP_REVISION, g_param_spec_string ("revision", NULL, NULL, NULL, FLAGS));
  add_property (PROP_MODIFIED, g_param_spec_boolean ("modified", NULL, NULL, FALSE, FLAGS));
  add_property (PROP_BUSY, g_param_spec_boolean ("busy", NULL, NULL, FALSE, FLAGS));
  add_property (PROP_PROGRESS, g_param_spec_double ("progress", NULL, NULL, -1, 1, -1, FLAGS));
  add_property (PROP_READ_ONLY, g_param_spec_boolean ("read-only", NULL, NULL, FALSE, FLAGS));
  add_property (PROP_RECOVERED,
                g_param_spec_uint ("recovered", NULL, NULL, 0, G_MAXUINT, 0, FLAGS));
  add_property (PROP_NEWER, g_param_spec_boolean ("newer", NULL, NULL, FALSE, FLAGS));
  add_property (PROP_JOURNAL_ERROR, g_param_spec_string ("journal-error", NULL, NULL, NULL, FLAGS));
  add_property (PROP_ARRIVALS, g_param_spec_uint ("arrivals", NULL, NULL, 0, G_MAXUINT, 0, FLAGS));
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
twf_desk_init (TwfDesk *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->touched = twf_touched_new ();
  self->clashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->worker = twf_worker_new ();
  self->progress = -1;
}

/**
 * twf_desk_new:
 * @identity: (nullable): code of the delegation that acts
 * @branch: (nullable): the branch to work on; %NULL: the delegation's own, or the rolling text
 *
 * Returns: (transfer full): a desk with nothing on it yet
 */
TwfDesk *
twf_desk_new (const char *identity, const char *branch)
{
  TwfDesk *self = g_object_new (TWF_TYPE_DESK, NULL);

  self->identity = g_strdup (identity);
  if (branch != NULL)
    self->branch = g_strdup (branch);
  else if (identity != NULL)
    self->branch = g_strconcat ("delegations/", identity, NULL);
  else
    self->branch = g_strdup (TWF_BRANCH_MAIN);
  return self;
}

/**
 * twf_desk_notify:
 * @self: a desk
 * @property: one of the PROP_ numbers
 *
 * Tells that a property changed.
 */
void
twf_desk_notify (TwfDesk *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * twf_desk_get_plan:
 * @self: a desk
 *
 * The same object for as long as the desk is open: reload and restore change it by edits.
 *
 * Returns: (transfer none): the open plan
 */
TwfPlan *
twf_desk_get_plan (TwfDesk *self)
{
  g_return_val_if_fail (TWF_IS_DESK (self), NULL);
  return self->plan;
}

/**
 * twf_desk_get_undo:
 * @self: a desk
 *
 * Returns: (transfer none): the plan's undo
 */
TwfUndo *
twf_desk_get_undo (TwfDesk *self)
{
  g_return_val_if_fail (TWF_IS_DESK (self), NULL);
  return self->undo;
}

/**
 * twf_desk_get_path:
 * @self: a desk
 *
 * Returns: where the plan lies, links resolved
 */
const char *
twf_desk_get_path (TwfDesk *self)
{
  g_return_val_if_fail (TWF_IS_DESK (self), NULL);
  return self->path;
}

/**
 * twf_desk_get_identity:
 * @self: a desk
 *
 * Returns: (nullable): code of the delegation that acts; %NULL: the facilitator
 */
const char *
twf_desk_get_identity (TwfDesk *self)
{
  g_return_val_if_fail (TWF_IS_DESK (self), NULL);
  return self->identity;
}

/**
 * twf_desk_set_identity:
 * @self: a desk
 * @code: (nullable): code of a delegation; %NULL: the facilitator
 *
 * Changes in whose name the next revision is saved; the branch stays.
 */
void
twf_desk_set_identity (TwfDesk *self, const char *code)
{
  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (code == NULL || twf_delegation_code_is_valid (code));

  if (g_strcmp0 (self->identity, code) == 0)
    return;
  g_free (self->identity);
  self->identity = g_strdup (code);
  twf_desk_notify (self, PROP_IDENTITY);
}

/**
 * twf_desk_get_branch:
 * @self: a desk
 *
 * Returns: the branch that is worked on
 */
const char *
twf_desk_get_branch (TwfDesk *self)
{
  g_return_val_if_fail (TWF_IS_DESK (self), NULL);
  return self->branch;
}

/**
 * twf_desk_get_revision:
 * @self: a desk
 *
 * Returns: id of the revision that the plan stands on
 */
const char *
twf_desk_get_revision (TwfDesk *self)
{
  g_return_val_if_fail (TWF_IS_DESK (self), NULL);
  return self->revision;
}

/**
 * twf_desk_is_modified:
 * @self: a desk
 *
 * Returns: whether there were edits since the last revision
 */
gboolean
twf_desk_is_modified (TwfDesk *self)
{
  g_return_val_if_fail (TWF_IS_DESK (self), FALSE);
  return !twf_touched_is_empty (self->touched)
         || (self->saving != NULL && !twf_touched_is_empty (self->saving));
}

/**
 * twf_desk_is_read_only:
 * @self: a desk
 *
 * Returns: whether nothing can be saved: the folder cannot be written, or the plan is of a later
 *   storage format than this program writes
 */
gboolean
twf_desk_is_read_only (TwfDesk *self)
{
  g_return_val_if_fail (TWF_IS_DESK (self), FALSE);
  return self->read_only;
}
