/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-error.h"
#include "twf-key.h"
#include "twf-verdict.h"

G_BEGIN_DECLS

/* A plan whose delegations have keys, in a folder that goes with it. */
typedef struct
{
  char *folder;
  char *path;
  TwfRepository *repository;
  TwfPlan *plan;
  GHashTable *keys; /* char* name -> TwfSigningKey* (both owned) */
  char *root;       /* the first revision */
} Signed;

/* When all of this came. */
#define NOW G_GINT64_CONSTANT (1790000000)
#define DAY 86400

void signed_set_up (Signed *self, gconstpointer data);
void signed_tear_down (Signed *self, gconstpointer data);

TwfSigningKey *signed_make_key (Signed *self, const char *name);
/* @from, @until, @revoked: 0: none. @code: NULL: the facilitator's. */
void signed_register (Signed *self,
                      const char *code,
                      const char *name,
                      gint64 from,
                      gint64 until,
                      gint64 revoked);
TwfRegister *signed_get_register (Signed *self);

/* One revision on a branch, in the name of @code, signed with @key (NULL: not). */
char *signed_save (Signed *self,
                   const char *branch,
                   const char *parent,
                   const char *code,
                   const char *key,
                   const char *text);
/* Runs git in the repository; its output without the last line end. @status: NULL: it must be 0. */
char *signed_git (Signed *self, GBytes *words, int *status, ...) G_GNUC_NULL_TERMINATED;
/* A commit made of bytes as they are. */
char *signed_write (Signed *self, const char *commit);
char *signed_with (GBytes *payload, const char *signature);

G_END_DECLS
