/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-asker.h"

struct _TwfAsker
{
  TwfAskerFunc func;
  gpointer user_data;
  TwfAsking *asking;

  TwfQuestion *question; /* borrowed from the thread that waits; NULL: none is open */
  GMutex mutex;          /* of what follows: one question after the other */
  GCond answered;
  gboolean is_answered;
  char *answer; /* nullable: none */
};

/* What crosses to the main thread with a question. */
typedef struct
{
  TwfAsker *asker; /* borrowed: whoever runs git holds it */
  TwfQuestion *question;
} Delivery;

static void
settle (TwfAsker *self, const char *answer)
{
  g_mutex_lock (&self->mutex);
  self->is_answered = TRUE;
  self->answer = g_strdup (answer);
  g_cond_signal (&self->answered);
  g_mutex_unlock (&self->mutex);
}

static gboolean
deliver_cb (gpointer data)
{
  const Delivery *delivery = data;
  TwfAsker *self = delivery->asker;

  /* Told before it is asked: the answer may come at once. */
  self->question = delivery->question;
  if (!self->func (delivery->question, self->user_data)
      || delivery->question->kind == TWF_QUESTION_TOUCH)
    twf_asker_answer (self, NULL, delivery->question->keep);
  return G_SOURCE_REMOVE;
}

/* On a thread of its own. */
static char *
ask_cb (TwfQuestion *question, gpointer user_data)
{
  TwfAsker *self = user_data;
  Delivery delivery = { self, question };
  char *answer;

  g_mutex_lock (&self->mutex);
  self->is_answered = FALSE;
  g_mutex_unlock (&self->mutex);
  g_main_context_invoke (NULL, deliver_cb, &delivery);
  g_mutex_lock (&self->mutex);
  while (!self->is_answered)
    g_cond_wait (&self->answered, &self->mutex);
  answer = g_steal_pointer (&self->answer);
  g_mutex_unlock (&self->mutex);
  return answer;
}

/**
 * twf_asker_new:
 * @func: shows a question
 * @user_data: for @func
 *
 * Returns: (transfer full): what asks a person; to be freed when nothing runs that could ask
 */
TwfAsker *
twf_asker_new (TwfAskerFunc func, gpointer user_data)
{
  TwfAsker *self = g_new0 (TwfAsker, 1);

  self->func = func;
  self->user_data = user_data;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->answered);
  self->asking = twf_asking_new (ask_cb, self);
  return self;
}

/**
 * twf_asker_free:
 * @self: (nullable): an asker
 */
void
twf_asker_free (TwfAsker *self)
{
  if (self == NULL)
    return;
  twf_asking_free (self->asking);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->answered);
  g_free (self->answer);
  g_free (self);
}

/**
 * twf_asker_get_asking:
 * @self: an asker
 *
 * Returns: (transfer none): what a run is given
 */
TwfAsking *
twf_asker_get_asking (TwfAsker *self)
{
  return self->asking;
}

/**
 * twf_asker_answer:
 * @self: an asker
 * @answer: (nullable): what a person said; %NULL: nothing
 * @keep: whether a password is kept with the others of the desktop
 *
 * Answers the question that is open, if one is.
 */
void
twf_asker_answer (TwfAsker *self, const char *answer, gboolean keep)
{
  if (self->question == NULL)
    return;
  self->question->keep = keep;
  self->question = NULL;
  settle (self, answer);
}
