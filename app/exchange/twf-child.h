/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A program that is run for us, within what it may take. Fields that are 0 or NULL ask nothing. */
typedef struct
{
  const char *const *argv;        /* argv[0] is looked for in PATH */
  const char *const *environment; /* "NAME=value", beside the few that every child has */
  const char *folder;             /* where it runs */
  int input;                      /* a descriptor it reads from where it stands; with has_input */
  gboolean has_input;
  GBytes *words; /* what it reads instead */
  int output;    /* a descriptor it writes its output to, of which nothing is kept; with
                    has_output */
  gboolean has_output;
  gboolean online;   /* may reach the network; all others may not, where the system can say so */
  guint64 memory;    /* bytes of address space */
  guint seconds;     /* of processor time */
  guint64 file_size; /* bytes a file that it writes may have */
  guint patience;    /* seconds without a byte from it after which it is ended */
  /* Asked before that, on the calling thread: TRUE, and it has as long again. @group is the number
   * of its group of processes. */
  gboolean (*excuse) (GPid group, gpointer user_data);
  gsize most_output; /* bytes of its output that are kept; more ends it. 0: a megabyte */
  /* Each line of what it says aside (standard error; a carriage return ends one as well), as it
   * comes, on the calling thread. */
  void (*said) (const char *line, gpointer user_data);
  gpointer user_data;
} TwfChildSpec;

typedef enum
{
  TWF_CHILD_DONE,    /* it left with status 0 */
  TWF_CHILD_FAILED,  /* it left with another status */
  TWF_CHILD_KILLED,  /* a signal ended it: a limit, or the system */
  TWF_CHILD_SILENT,  /* ended by us: it had nothing to say for too long */
  TWF_CHILD_TOO_MUCH /* ended by us: it had too much to say */
} TwfChildEnd;

/* How it ended, and what it left. */
typedef struct
{
  TwfChildEnd end;
  int status;     /* what it left with, or the number of the signal */
  GBytes *output; /* what it wrote to its standard output */
  char *aside;    /* the end of what it said aside, valid UTF-8, without the last line end */
} TwfChild;

TwfChild *twf_child_run (const TwfChildSpec *spec,
                         GCancellable *cancellable,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_child_free (TwfChild *self);
char *twf_child_dup_last_line (const TwfChild *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfChild, twf_child_free)

G_END_DECLS
