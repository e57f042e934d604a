/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-worker.h"

/* How long the worker rests before it takes up work that nobody waits for. */
#define IDLE_AFTER_USEC (2 * G_USEC_PER_SEC)

typedef enum
{
  JOB_TASK,
  JOB_WANT_IDLE,
  JOB_STOP,
} JobKind;

typedef struct
{
  JobKind kind;
  GTask *task; /* TASK; owned until it is run */
  GTaskThreadFunc func;
  TwfIdleFunc idle; /* WANT_IDLE */
  gpointer idle_data;
  GDestroyNotify idle_destroy;
} Job;

struct _TwfWorker
{
  GAsyncQueue *queue; /* of Job* (owned) */
  GMutex lock;
  GCancellable *interrupt; /* of the idle work under way; guarded by lock */
};

static void
clear_worker (gpointer data)
{
  TwfWorker *self = data;

  g_async_queue_unref (self->queue);
  g_mutex_clear (&self->lock);
}

static gboolean
do_nothing_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/**
 * twf_context_post:
 * @context: where @func is to run
 * @func: called once
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data, in @context
 *
 * As g_main_context_invoke_full(), but never in the calling thread: that function runs @func at
 * once when nobody happens to iterate @context.
 */
void
twf_context_post (GMainContext *context,
                  GSourceFunc func,
                  gpointer user_data,
                  GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, user_data, destroy);
  g_source_attach (source, context);
}

/**
 * twf_task_give_back:
 * @task: (transfer full): a task that has returned
 *
 * The last reference to a task holds the desk, and a desk must not end on its own thread: the
 * reference is given back where the task was made.
 */
void
twf_task_give_back (GTask *task)
{
  twf_context_post (g_task_get_context (task), do_nothing_cb, task, g_object_unref);
}

static void
run_task (Job *job)
{
  if (!g_task_return_error_if_cancelled (job->task))
    job->func (job->task,
               g_task_get_source_object (job->task),
               g_task_get_task_data (job->task),
               g_task_get_cancellable (job->task));
  twf_task_give_back (job->task);
}

/* Returns: whether the work is still wanted. */
static gboolean
run_idle (TwfWorker *self, Job *idle)
{
  g_autoptr (GCancellable) interrupt = g_cancellable_new ();
  gboolean done;

  g_mutex_lock (&self->lock);
  self->interrupt = interrupt;
  g_mutex_unlock (&self->lock);
  /* What was pushed before the cancellable stood there did not cancel it. */
  done = g_async_queue_length (self->queue) > 0 ? FALSE : idle->idle (interrupt, idle->idle_data);
  g_mutex_lock (&self->lock);
  self->interrupt = NULL;
  g_mutex_unlock (&self->lock);
  return !done;
}

static void
free_job (Job *job)
{
  if (job != NULL && job->idle_destroy != NULL)
    job->idle_destroy (job->idle_data);
  g_free (job);
}

static gpointer
work (gpointer data)
{
  TwfWorker *self = data;
  Job *idle = NULL; /* wanted; the newest stands for all */
  gboolean stopped = FALSE;

  while (!stopped)
    {
      Job *job = idle != NULL ? g_async_queue_timeout_pop (self->queue, IDLE_AFTER_USEC)
                              : g_async_queue_pop (self->queue);

      if (job == NULL)
        {
          if (!run_idle (self, idle))
            g_clear_pointer (&idle, free_job);
          continue;
        }
      if (job->kind == JOB_WANT_IDLE)
        {
          free_job (idle);
          idle = job;
          continue;
        }
      stopped = job->kind == JOB_STOP;
      if (job->kind == JOB_TASK)
        run_task (job);
      free_job (job);
    }

  free_job (idle);
  g_atomic_rc_box_release_full (self, clear_worker);
  return NULL;
}

static void
push (TwfWorker *self, Job fields)
{
  Job *job = g_new (Job, 1);

  *job = fields;
  g_async_queue_push (self->queue, job);
}

static void
interrupt_idle (TwfWorker *self)
{
  g_mutex_lock (&self->lock);
  if (self->interrupt != NULL)
    g_cancellable_cancel (self->interrupt);
  g_mutex_unlock (&self->lock);
}

/**
 * twf_worker_new:
 *
 * Returns: (transfer full): a worker with its thread running; end it with twf_worker_stop()
 */
TwfWorker *
twf_worker_new (void)
{
  TwfWorker *self = g_atomic_rc_box_new0 (TwfWorker);

  self->queue = g_async_queue_new ();
  g_mutex_init (&self->lock);
  g_thread_unref (g_thread_new ("twf-desk", work, g_atomic_rc_box_acquire (self)));
  return self;
}

/**
 * twf_worker_push:
 * @self: a worker
 * @task: (transfer full): returns in the main context it was made in
 * @func: does the work and returns a result or an error through @task
 *
 * Queues @task behind those pushed before. Idle work under way is interrupted for it.
 * A task that is cancelled before its turn never starts.
 */
void
twf_worker_push (TwfWorker *self, GTask *task, GTaskThreadFunc func)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_TASK (task));

  push (self, (Job){ .kind = JOB_TASK, .task = task, .func = func });
  interrupt_idle (self);
}

/**
 * twf_worker_want_idle:
 * @self: a worker
 * @func: the work
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 *
 * Asks for @func to be called once the worker has rested for a while; it is interrupted by the
 * next task, and called again later. What was wanted before is not wanted any more.
 */
void
twf_worker_want_idle (TwfWorker *self, TwfIdleFunc func, gpointer user_data, GDestroyNotify destroy)
{
  g_return_if_fail (self != NULL);

  push (self,
        (Job){
            .kind = JOB_WANT_IDLE, .idle = func, .idle_data = user_data, .idle_destroy = destroy });
}

/**
 * twf_worker_stop:
 * @self: (transfer full): a worker
 *
 * Lets the thread end after what is queued. Does not wait: joining would block the main thread
 * for as long as the disk likes.
 */
void
twf_worker_stop (TwfWorker *self)
{
  g_return_if_fail (self != NULL);

  push (self, (Job){ .kind = JOB_STOP });
  interrupt_idle (self);
  g_atomic_rc_box_release_full (self, clear_worker);
}
