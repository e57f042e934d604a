/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-compare.h"

#include "twf-desk-private.h"

#include "twf-error.h"

typedef struct
{
  TwfComparison *comparison;
  TwfExportKind kind;
  GStrv names;
  char *language; /* nullable */
  char *path;
} Exporting;

static void
free_exporting (Exporting *exporting)
{
  twf_comparison_unref (exporting->comparison);
  g_strfreev (exporting->names);
  g_free (exporting->language);
  g_free (exporting->path);
  g_free (exporting);
}

static void
export_comparison (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Exporting *exporting = data;
  GError *error = NULL;
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = twf_export_comparison (exporting->comparison,
                                                    exporting->kind,
                                                    (const char *const *)exporting->names,
                                                    exporting->language,
                                                    cancellable,
                                                    &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_file_set_contents (exporting->path,
                           g_bytes_get_data (bytes, NULL),
                           (gssize)g_bytes_get_size (bytes),
                           &reason))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_task_return_new_error (task, TWF_ERROR, TWF_ERROR_FAILED, "%s", reason->message);
}

/**
 * twf_desk_export_comparison_async:
 * @self: a desk
 * @comparison: what is to be written
 * @kind: what is made
 * @names: what the base and the sides are called
 * @language: (nullable): texts in one language; %NULL: in all
 * @path: where; a file that is there is replaced
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
twf_desk_export_comparison_async (TwfDesk *self,
                                  TwfComparison *comparison,
                                  TwfExportKind kind,
                                  const char *const *names,
                                  const char *language,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;
  Exporting *exporting;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (comparison != NULL && path != NULL);

  task = twf_desk_start (self, twf_desk_export_comparison_async, cancellable, callback, user_data);
  exporting = g_new0 (Exporting, 1);
  exporting->comparison = twf_comparison_ref (comparison);
  exporting->kind = kind;
  exporting->names = g_strdupv ((char **)names);
  exporting->language = g_strdup (language);
  exporting->path = g_strdup (path);
  g_task_set_task_data (task, exporting, (GDestroyNotify)free_exporting);
  twf_desk_run (self, task, export_comparison);
}

/**
 * twf_desk_export_comparison_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: whether the file was written
 * Errors: TWF_ERROR_FAILED if it could not be; as twf_export_comparison()
 */
gboolean
twf_desk_export_comparison_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
