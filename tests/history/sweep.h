/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A system call of a traced program: the when-th of its name. */
typedef struct
{
  char *name;
  guint when;
} SweepPoint;

/* Why tracing is not possible here; NULL if it is. */
const char *sweep_find_obstacle (void);
/* Every system call that @argv makes after its mark; @only: names, or NULL for all. */
GPtrArray *sweep_list_points (const char *const *argv, const char *const *only);
/* Runs @argv with @injection ("signal=KILL", "error=EIO") at a point; returns its output. */
char *
sweep_run (const SweepPoint *point, const char *injection, const char *const *argv, int *status);
char *sweep_run_plain (const char *const *argv, int *status);
/* Visits all points from two threads; each visit gets a number of its own. */
typedef void (*SweepVisit) (const SweepPoint *point, guint number, gpointer user_data);
void sweep_visit (GPtrArray *points, SweepVisit visit, gpointer user_data);

G_END_DECLS
