/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-watch.h"

#include <string.h>
#include <sys/stat.h>

/* An event may come before what it tells of can be seen, or be the last of several told as one:
 * after each the branch is looked at once more, this much later. */
#define AFTERWARDS_MS 500
/* Some changes send no event: on a network file system, or in a folder that was not there yet. */
#define REGULARLY_MS 2000
/* A file written less than this before it was looked at may be written again and look the same. */
#define DOUBTFUL_NSEC (2 * G_GINT64_CONSTANT (1000000000))
/* The branch, the rolling text where the branch may begin, and what git packs both into. */
#define N_FILES 3
/* Below the repository's folder: what was received has a folder here for each branch. */
#define RECEIVED "refs/received"

typedef struct
{
  guint64 inode;
  gint64 size;
  gint64 when; /* nanoseconds since 1970; 0: it is not there */
} Stamp;

struct _TwfWatch
{
  TwfRepository *repository; /* owned */
  char *branch;
  TwfTipFunc func; /* NULL once stopped */
  TwfArrivedFunc arrived;
  gpointer user_data;
  GMainContext *context;
  GPtrArray *monitors;   /* of GFileMonitor* (owned) */
  GSource *regularly;    /* nullable */
  GSource *afterwards;   /* nullable */
  Stamp stamps[N_FILES]; /* as they were before the tip was last read */
  Stamp received;        /* of what was received, all of it */
  gboolean looked;       /* at least once */
  gboolean looking;      /* a look is under way */
  gboolean again;        /* it may have come too early for the newest event */
  gboolean outdated;     /* what it finds says nothing any more */
};

/* A look on its way to a thread and back. */
typedef struct
{
  TwfRepository *repository; /* owned */
  char *branch;
  gboolean even_if_same;
  Stamp stamps[N_FILES];
  Stamp received;
} Look;

static void
free_look (gpointer data)
{
  Look *look = data;

  twf_repository_unref (look->repository);
  g_free (look->branch);
  g_free (look);
}

static void
clear_watch (gpointer data)
{
  TwfWatch *self = data;

  twf_repository_unref (self->repository);
  g_free (self->branch);
  g_ptr_array_unref (self->monitors);
  g_main_context_unref (self->context);
}

static void
drop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
take_stamp (const char *folder, const char *below, const char *name, Stamp *stamp)
{
  g_autofree char *path = g_build_filename (folder, below, name, NULL);
  struct stat status;

  memset (stamp, 0, sizeof *stamp);
  if (stat (path, &status) != 0)
    return;
  stamp->inode = status.st_ino;
  stamp->size = status.st_size;
  stamp->when
      = (gint64)status.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status.st_mtim.tv_nsec;
}

/* Returns: whether the files are surely those of the last look. */
static gboolean
take_stamps (Look *look)
{
  const char *folder = twf_repository_get_path (look->repository);
  gint64 doubtful = g_get_real_time () * 1000 - DOUBTFUL_NSEC;
  Stamp former[N_FILES];
  gboolean same;

  memcpy (former, look->stamps, sizeof former);
  take_stamp (folder, "refs/heads", look->branch, &look->stamps[0]);
  take_stamp (folder, "refs/heads", TWF_BRANCH_MAIN, &look->stamps[1]);
  take_stamp (folder, "", "packed-refs", &look->stamps[2]);
  same = memcmp (former, look->stamps, sizeof former) == 0;
  for (guint i = 0; i < N_FILES; i++)
    same = same && look->stamps[i].when < doubtful;
  return same;
}

/* One stamp of all the folders together: each arrival writes into one of them, or makes one. */
static void
take_received_stamp (const char *folder, Stamp *sum)
{
  g_autofree char *path = g_build_filename (folder, RECEIVED, NULL);
  g_autoptr (GDir) entries = g_dir_open (path, 0, NULL);
  const char *name;

  take_stamp (folder, "", RECEIVED, sum);
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      Stamp one;

      take_stamp (folder, RECEIVED, name, &one);
      sum->inode += one.inode;
      sum->size += one.size;
      sum->when += one.when % (G_GINT64_CONSTANT (1) << 40);
    }
}

static void
look_at_tip (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  g_autoptr (GError) error = NULL;
  char *tip = NULL;

  take_received_stamp (twf_repository_get_path (look->repository), &look->received);
  if (!take_stamps (look) || look->even_if_same)
    {
      /* What cannot be read now is looked at again; a save would say why. */
      tip = twf_desk_resolve_tip (look->repository, look->branch, &error);
      if (tip == NULL)
        g_debug ("%s", error->message);
    }
  g_task_return_pointer (task, tip, g_free);
}

static void begin_look (TwfWatch *self, gboolean even_if_same);

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TwfWatch *self = user_data;
  Look *look = g_task_get_task_data (G_TASK (result));
  g_autofree char *tip = g_task_propagate_pointer (G_TASK (result), NULL);

  self->looking = FALSE;
  if (self->func != NULL && tip != NULL && !self->outdated)
    {
      memcpy (self->stamps, look->stamps, sizeof self->stamps);
      self->func (tip, self->user_data);
    }
  if (self->func != NULL && memcmp (&self->received, &look->received, sizeof look->received) != 0)
    {
      self->received = look->received;
      /* What was there when the watch began is no news. */
      if (self->looked)
        self->arrived (self->user_data);
    }
  self->looked = TRUE;
  if (self->func != NULL && (self->again || self->outdated))
    begin_look (self, TRUE);
  g_rc_box_release_full (self, clear_watch);
}

static void
begin_look (TwfWatch *self, gboolean even_if_same)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, looked_cb, g_rc_box_acquire (self));
  Look *look = g_new0 (Look, 1);

  look->repository = twf_repository_ref (self->repository);
  look->branch = g_strdup (self->branch);
  look->even_if_same = even_if_same;
  memcpy (look->stamps, self->stamps, sizeof look->stamps);
  self->looking = TRUE;
  self->again = FALSE;
  self->outdated = FALSE;
  g_task_set_source_tag (task, twf_watch_look);
  g_task_set_task_data (task, look, free_look);
  /* Not on the desk's worker: every task there ends the packing that waits for a rest, and a long
   * comparison would keep the news. */
  g_task_run_in_thread (task, look_at_tip);
}

static void
look_soon (TwfWatch *self)
{
  if (self->looking)
    self->again = TRUE;
  else
    begin_look (self, TRUE);
}

static gboolean
look_afterwards_cb (gpointer user_data)
{
  TwfWatch *self = user_data;

  g_clear_pointer (&self->afterwards, g_source_unref);
  look_soon (self);
  return G_SOURCE_REMOVE;
}

static gboolean
look_regularly_cb (gpointer user_data)
{
  TwfWatch *self = user_data;

  if (!self->looking)
    begin_look (self, FALSE);
  return G_SOURCE_CONTINUE;
}

static GSource *
start_timer (TwfWatch *self, guint milliseconds, GSourceFunc func)
{
  GSource *source = g_timeout_source_new (milliseconds);

  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, self->context);
  return source;
}

static void
references_changed_cb (GFileMonitor *monitor,
                       GFile *file,
                       GFile *other,
                       GFileMonitorEvent event,
                       TwfWatch *self)
{
  look_soon (self);
  drop_source (&self->afterwards);
  self->afterwards = start_timer (self, AFTERWARDS_MS, look_afterwards_cb);
}

static void
add_monitor (TwfWatch *self, const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  GFileMonitor *monitor = g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, NULL);

  if (monitor == NULL)
    return;
  g_signal_connect (monitor, "changed", G_CALLBACK (references_changed_cb), self);
  g_ptr_array_add (self->monitors, monitor);
}

static void
add_monitors (TwfWatch *self)
{
  const char *folder = twf_repository_get_path (self->repository);
  g_autofree char *heads = g_build_filename (folder, "refs", "heads", NULL);
  g_autofree char *branch = g_build_filename (heads, self->branch, NULL);
  g_autofree char *above = g_path_get_dirname (branch);

  add_monitor (self, folder); /* packed-refs */
  add_monitor (self, heads);
  if (!g_str_equal (above, heads))
    add_monitor (self, above);
}

/**
 * twf_watch_new:
 * @repository: where
 * @branch: the branch to watch
 * @func: called whenever the branch was looked at because it may have moved
 * @arrived: called when something may have been received
 * @user_data: for both
 *
 * Looks at the end of a branch now, after each change that the file system tells of, and, when the
 * branch's files are not what they were, every other second.
 *
 * Returns: (transfer full): a watch; end it with twf_watch_stop()
 */
TwfWatch *
twf_watch_new (TwfRepository *repository,
               const char *branch,
               TwfTipFunc func,
               TwfArrivedFunc arrived,
               gpointer user_data)
{
  TwfWatch *self = g_rc_box_new0 (TwfWatch);

  self->repository = twf_repository_ref (repository);
  self->branch = g_strdup (branch);
  self->func = func;
  self->arrived = arrived;
  self->user_data = user_data;
  self->context = g_main_context_ref_thread_default ();
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  add_monitors (self);
  self->regularly = start_timer (self, REGULARLY_MS, look_regularly_cb);
  begin_look (self, TRUE);
  return self;
}

/**
 * twf_watch_look:
 * @self: a watch
 *
 * Looks again, because what @func compares the tip with has changed. What a look under way finds
 * was asked before that and is not told.
 */
void
twf_watch_look (TwfWatch *self)
{
  if (self->looking)
    self->outdated = TRUE;
  else
    begin_look (self, TRUE);
}

/**
 * twf_watch_stop:
 * @self: (transfer full): a watch
 *
 * Nothing is told any more.
 */
void
twf_watch_stop (TwfWatch *self)
{
  self->func = NULL;
  for (guint i = 0; i < self->monitors->len; i++)
    {
      g_signal_handlers_disconnect_by_data (self->monitors->pdata[i], self);
      g_file_monitor_cancel (self->monitors->pdata[i]);
    }
  drop_source (&self->regularly);
  drop_source (&self->afterwards);
  g_rc_box_release_full (self, clear_watch);
}
