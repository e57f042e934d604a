/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit status of every command. */
#define TWF_EXIT_DONE 0         /* done */
#define TWF_EXIT_NEEDS_PERSON 1 /* done, but somebody has to look at something */
#define TWF_EXIT_REFUSED 2      /* not done, and nothing written */

/* In the place of an exit status: nothing was done, since this takes the program of the plans. */
#define TWF_EXIT_ELSEWHERE (-1)

typedef struct _TwfCommand TwfCommand;
typedef struct _TwfProgram TwfProgram;

/* One run of a command: what every command understands, and what it prints. */
typedef struct
{
  const TwfProgram *program;
  const TwfCommand *command;
  char *as;      /* nullable: code of the delegation acting */
  char *message; /* nullable */
  char *branch;  /* nullable */
  gboolean json;
  GString *out; /* printed at the end, if the command was done */
} TwfCli;

struct _TwfCommand
{
  const char *name;
  const char *arguments; /* after the name, in help */
  const char *summary;   /* N_() */
  const char *details;   /* N_(); nullable */
  const GOptionEntry *entries;
  gboolean saves; /* takes --as, -m and --branch */
  guint least;    /* arguments */
  guint most;     /* arguments; G_MAXUINT: any number */
  int (*run) (TwfCli *cli, guint n_arguments, const char *const *arguments);
};

/* What a program can do. What only the program of the plans has is NULL in the one before it. */
struct _TwfProgram
{
  const TwfCommand *const *commands;  /* in the order in which one meets them; ends with NULL */
  const TwfCommand *help;             /* nullable */
  int (*settle_author) (TwfCli *cli); /* nullable: who acts; an exit status */
  /* nullable: as twf_print_runs() */
  void (*print_runs_json) (TwfCli *cli, GPtrArray *runs, const char *name, const char *language);
};

extern const TwfCommand twf_command_diff_text;
extern const TwfCommand twf_command_merge_text;

const TwfCommand *twf_program_find_command (const TwfProgram *self, const char *name);
int twf_program_run (const TwfProgram *self, int argc, char **argv);

/* Saying what went wrong: one line. Always TWF_EXIT_REFUSED. */
int twf_cli_fail (TwfCli *cli, const GError *error, const char *subject);
int twf_cli_reject (TwfCli *cli, const GError *error, const char *subject);
int twf_cli_refuse (TwfCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

void twf_cli_print (TwfCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
