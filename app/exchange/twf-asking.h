/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-location.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TWF_QUESTION_USER,       /* by which name one is known there */
  TWF_QUESTION_PASSWORD,   /* or a token */
  TWF_QUESTION_PASSPHRASE, /* of a key, or the number of a token */
  TWF_QUESTION_HOST,       /* whether a server that is met for the first time is the right one */
  TWF_QUESTION_TOUCH       /* nothing to answer: a token waits to be touched */
} TwfQuestionKind;

typedef struct
{
  TwfQuestionKind kind;
  const char *server; /* "https://host", or a key's file */
  const char *user;   /* nullable */
  const char *detail; /* of a host: its fingerprint; else what the program said; nullable */
  gboolean keep;      /* of a password, to be changed: whether it is kept with the others */
} TwfQuestion;

/* What a run told of the answers it got. */
typedef enum
{
  TWF_ANSWERS_RIGHT,
  TWF_ANSWERS_WRONG,
  TWF_ANSWERS_UNKNOWN /* it did not come to that */
} TwfAnswers;

/* Called on a thread of its own; may take as long as a person does. Returns the answer (of a host:
 * anything), or NULL: there is none. */
typedef char *(*TwfAnswerFunc) (TwfQuestion *question, gpointer user_data);

/* Who answers the questions of git and ssh. Lives for several runs, which it serves one at a time;
 * what it was told is kept in its memory, and with the other passwords of the desktop. */
typedef struct _TwfAsking TwfAsking;

TwfAsking *twf_asking_new (TwfAnswerFunc func, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void twf_asking_free (TwfAsking *self);
gboolean twf_asking_begin (TwfAsking *self, const TwfLocation *location, GError **error);
void twf_asking_end (TwfAsking *self, TwfAnswers answers);
const char *const *twf_asking_get_environment (TwfAsking *self);
gboolean twf_asking_is_waiting (TwfAsking *self);
gboolean twf_asking_was_refused (TwfAsking *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfAsking, twf_asking_free)

G_END_DECLS
