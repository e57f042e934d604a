/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-revision.h"

#include "twf-error.h"

G_BEGIN_DECLS

/* A repository of its own for each test, in a folder that goes with it. */
typedef struct
{
  char *folder;
  char *path;
  TwfRepository *repository;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

void put_text (TwfChangeSet *changes, const char *path, const char *text);
char *commit_changes (TwfRepository *repository,
                      const char *parent,
                      TwfChangeSet *changes,
                      const char *message,
                      GError **error);
char *save_text (Fixture *fixture, const char *parent, const char *path, const char *text);
void
assert_text (TwfRepository *repository, const char *revision, const char *path, const char *text);
/* Runs a command with the repository as git's; returns its standard output. */
char *run_git (Fixture *fixture, const char *arguments);
void assert_fsck (Fixture *fixture);
void remove_folder (const char *path);

#define add_test(path, function)                                                                   \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

G_END_DECLS
