/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-cleared.h"

#include "twf-desk-cleared.h"

#include <glib/gi18n.h>

struct _TwfCleared
{
  GObject parent_instance;

  TwfWorkbench *workbench; /* it owns this; NULL once it is gone */
  char *revision;          /* nullable: nothing was cleared, or it is not known yet */
  GCancellable *cancellable;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfCleared, twf_cleared, G_TYPE_OBJECT)

static void
twf_cleared_finalize (GObject *object)
{
  TwfCleared *self = TWF_CLEARED (object);

  g_clear_weak_pointer (&self->workbench);
  g_object_unref (self->cancellable);
  g_free (self->revision);
  G_OBJECT_CLASS (twf_cleared_parent_class)->finalize (object);
}

static void
twf_cleared_class_init (TwfClearedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_cleared_finalize;
  /**
   * TwfCleared::changed:
   *
   * Another revision is the one that was cleared last.
   */
  signals[CHANGED] = g_signal_new (
      "changed", TWF_TYPE_CLEARED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
twf_cleared_init (TwfCleared *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
set_revision (TwfCleared *self, const char *revision)
{
  if (g_strcmp0 (self->revision, revision) == 0)
    return;
  g_free (self->revision);
  self->revision = g_strdup (revision);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfCleared) self = user_data;
  g_autoptr (GPtrArray) list = twf_desk_list_clearances_finish (TWF_DESK (source), result, NULL);
  const TwfClearance *last = list != NULL && list->len > 0 ? list->pdata[list->len - 1] : NULL;

  set_revision (self, last != NULL && !last->is_damaged ? last->revision : NULL);
}

static void
look (TwfCleared *self)
{
  TwfDesk *desk = self->workbench != NULL ? twf_workbench_get_desk (self->workbench) : NULL;
  const char *code = desk != NULL ? twf_desk_get_identity (desk) : NULL;

  if (code != NULL)
    twf_desk_list_clearances_async (desk, code, self->cancellable, listed_cb, g_object_ref (self));
  else
    set_revision (self, NULL);
}

/**
 * twf_cleared_get:
 * @workbench: the plan that is open
 *
 * Returns: (transfer none): what was cleared of it; looked up when it is first asked for, and again
 *   when another delegation works
 */
TwfCleared *
twf_cleared_get (TwfWorkbench *workbench)
{
  TwfCleared *self = g_object_get_data (G_OBJECT (workbench), "twf-cleared");

  if (self != NULL)
    return self;
  self = g_object_new (TWF_TYPE_CLEARED, NULL);
  g_set_weak_pointer (&self->workbench, workbench);
  g_object_set_data_full (G_OBJECT (workbench), "twf-cleared", self, g_object_unref);
  if (twf_workbench_get_desk (workbench) != NULL)
    g_signal_connect_object (twf_workbench_get_desk (workbench),
                             "notify::identity",
                             G_CALLBACK (look),
                             self,
                             G_CONNECT_SWAPPED);
  look (self);
  return self;
}

/**
 * twf_cleared_get_revision:
 * @self: what was cleared
 *
 * Returns: (nullable): full id of the revision that was cleared last
 */
const char *
twf_cleared_get_revision (TwfCleared *self)
{
  g_return_val_if_fail (TWF_IS_CLEARED (self), NULL);

  return self->revision;
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfCleared) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfClearance) clearance
      = twf_desk_record_clearance_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL)
    return;
  if (clearance == NULL)
    {
      twf_workbench_report (self->workbench, error);
      return;
    }
  set_revision (self, clearance->revision);
  twf_workbench_notice (self->workbench, _ ("Recorded as cleared by the capital"), FALSE);
}

/**
 * twf_cleared_record:
 * @self: what was cleared
 * @revision: full id of a revision
 *
 * Records that the capital cleared it; the workbench tells how that went.
 */
void
twf_cleared_record (TwfCleared *self, const char *revision)
{
  g_return_if_fail (TWF_IS_CLEARED (self));

  twf_desk_record_clearance_async (twf_workbench_get_desk (self->workbench),
                                   revision,
                                   NULL,
                                   self->cancellable,
                                   recorded_cb,
                                   g_object_ref (self));
}
