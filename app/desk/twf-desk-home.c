/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-home.h"

#include "twf-bundle.h"
#include "twf-error.h"
#include "twf-forward.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *path;
  char **plans;
} Search;

static void
free_search (Search *search)
{
  g_free (search->path);
  g_strfreev (search->plans);
  g_free (search);
}

/**
 * twf_file_home_free:
 * @self: (transfer full) (nullable): where a file belongs
 */
void
twf_file_home_free (TwfFileHome *self)
{
  if (self == NULL)
    return;
  g_free (self->plan);
  g_free (self);
}

static TwfBundleHead *
read_head (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  TwfBundleHead *head = NULL;
  struct stat status;

  if (fd < 0 || fstat (fd, &status) != 0)
    twf_error_set_from_errno (error, errno, path);
  else if (!S_ISREG (status.st_mode))
    g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s", path);
  else
    head = twf_bundle_read_head (fd, error);
  if (fd >= 0)
    close (fd);
  return head;
}

/* What the file says, or where it says nothing, what it goes on from. */
static gboolean
is_home (TwfRepository *plan, const TwfBundleHead *head)
{
  const char *said = twf_bundle_head_get_plan (head);
  g_autofree char *root = said != NULL ? twf_repository_dup_root (plan, NULL) : NULL;

  if (said != NULL)
    return g_strcmp0 (said, root) == 0;
  for (guint i = 0; i < head->prerequisites->len; i++)
    {
      g_autofree char *id = twf_repository_resolve (plan, head->prerequisites->pdata[i], NULL);

      if (id != NULL)
        return TRUE;
    }
  for (guint i = 0; i < head->refs->len; i++)
    {
      const TwfBundleRef *ref = head->refs->pdata[i];
      g_autofree char *id = twf_repository_resolve (plan, ref->tip, NULL);

      if (id != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = data;
  GError *error = NULL;
  g_autoptr (TwfBundleHead) head = read_head (search->path, &error);
  TwfFileHome *home;

  if (head == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  home = g_new0 (TwfFileHome, 1);
  home->is_invitation = head->prerequisites->len == 0;
  for (guint i = 0; search->plans[i] != NULL && home->plan == NULL; i++)
    {
      TwfRepository *plan = twf_repository_open (search->plans[i], NULL);

      if (plan != NULL && is_home (plan, head))
        home->plan = g_strdup (search->plans[i]);
      if (plan != NULL)
        twf_repository_unref (plan);
    }
  g_task_return_pointer (task, home, (GDestroyNotify)twf_file_home_free);
}

/**
 * twf_desk_find_home_async:
 * @path: (type filename): a file
 * @plans: (array zero-terminated=1): folders of plans, the likeliest first
 * @cancellable: (nullable): ends it
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks which of @plans a contribution file belongs to. Nothing is taken in: what the file says of
 * itself leads to a plan, and whether it is true is found out there.
 */
void
twf_desk_find_home_async (const char *path,
                          const char *const *plans,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  g_return_if_fail (path != NULL && plans != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_find_home_async);
  search = g_new0 (Search, 1);
  search->path = g_strdup (path);
  search->plans = g_strdupv ((char **)plans);
  g_task_set_task_data (task, search, (GDestroyNotify)free_search);
  g_task_run_in_thread (task, run);
}

/**
 * twf_desk_find_home_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): where it belongs
 * Errors: TWF_ERROR_INVALID if it is no contribution file; TWF_ERROR_UNSUPPORTED; by errno
 */
TwfFileHome *
twf_desk_find_home_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
