/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-bundle.h"
#include "twf-error.h"
#include "twf-join.h"

G_BEGIN_DECLS

/* A facilitator's plan, and a folder of its own for each test. */
typedef struct
{
  char *folder;
  char *path;
  TwfRepository *plan;
  char *id;   /* of its one provision */
  char *base; /* the first revision */
} Exchange;

void exchange_set_up (Exchange *self, gconstpointer data);
void exchange_tear_down (Exchange *self, gconstpointer data);
/* To be called first: nothing of the user's is touched. */
void exchange_begin (void);
void exchange_end (void);

char *write_text (TwfRepository *plan,
                  const char *branch,
                  const char *parent,
                  const char *id,
                  const char *text);
char *make_file (Exchange *self,
                 TwfRepository *from,
                 const char *code,
                 const char *tip,
                 const char *known);
GPtrArray *receive (Exchange *self, const char *file, GError **error);
TwfReceipt *receive_one (Exchange *self, const char *file);
TwfRepository *copy_plan (Exchange *self, const char *name);
char *in_shell (Exchange *self, const char *command);
char *list_refs (Exchange *self);
void assert_no_quarantine (void);

#define add_test(path, function)                                                                   \
  g_test_add (path, Exchange, NULL, exchange_set_up, function, exchange_tear_down)

G_END_DECLS
