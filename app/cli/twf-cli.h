/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-command.h"
#include "twf-desk.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

extern const TwfCommand twf_command_accept;
extern const TwfCommand twf_command_account;
extern const TwfCommand twf_command_add;
extern const TwfCommand twf_command_agree;
extern const TwfCommand twf_command_agreed;
extern const TwfCommand twf_command_apply;
extern const TwfCommand twf_command_check;
extern const TwfCommand twf_command_cleared;
extern const TwfCommand twf_command_compile;
extern const TwfCommand twf_command_delegation;
extern const TwfCommand twf_command_diff;
extern const TwfCommand twf_command_edit;
extern const TwfCommand twf_command_export;
extern const TwfCommand twf_command_help;
extern const TwfCommand twf_command_import;
extern const TwfCommand twf_command_inbox;
extern const TwfCommand twf_command_issue;
extern const TwfCommand twf_command_join;
extern const TwfCommand twf_command_key;
extern const TwfCommand twf_command_log;
extern const TwfCommand twf_command_merge;
extern const TwfCommand twf_command_new;
extern const TwfCommand twf_command_overview;
extern const TwfCommand twf_command_park;
extern const TwfCommand twf_command_position;
extern const TwfCommand twf_command_proposals;
extern const TwfCommand twf_command_propose;
extern const TwfCommand twf_command_reading;
extern const TwfCommand twf_command_receive;
extern const TwfCommand twf_command_register;
extern const TwfCommand twf_command_reject;
extern const TwfCommand twf_command_reopen;
extern const TwfCommand twf_command_replace;
extern const TwfCommand twf_command_reserve;
extern const TwfCommand twf_command_restore;
extern const TwfCommand twf_command_send;
extern const TwfCommand twf_command_show;
extern const TwfCommand twf_command_silence;
extern const TwfCommand twf_command_since;
extern const TwfCommand twf_command_sync;
extern const TwfCommand twf_command_translated;
extern const TwfCommand twf_command_translations;
extern const TwfCommand twf_command_whatif;
extern const TwfCommand twf_command_withdraw;
extern const TwfCommand twf_command_words;

extern const TwfProgram twf_cli_program;

/* Working on a plan; each waits until it is done. NULL or FALSE: the reason has been printed. */
TwfDesk *twf_cli_open (TwfCli *cli, const char *path) G_GNUC_WARN_UNUSED_RESULT;
TwfDesk *twf_cli_open_head (TwfCli *cli, const char *path) G_GNUC_WARN_UNUSED_RESULT;
TwfDesk *twf_cli_create (TwfCli *cli, const char *path, TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_cli_knows_delegation (TwfCli *cli, TwfPlan *plan);
char *twf_cli_save (TwfCli *cli, TwfDesk *desk, const char *message) G_GNUC_WARN_UNUSED_RESULT;
void twf_cli_close (TwfDesk *desk);
void twf_cli_store_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *twf_cli_await (GAsyncResult **result);

/* Printing. */
void twf_cli_print_json (TwfCli *cli, JsonObject *object);
const char *twf_cli_get_language (void);
char *twf_cli_dup_author (TwfDesk *desk, TwfRevision *revision) G_GNUC_WARN_UNUSED_RESULT;
char *twf_cli_dup_moment (gint64 when) G_GNUC_WARN_UNUSED_RESULT;
char *twf_cli_dup_utc (gint64 when) G_GNUC_WARN_UNUSED_RESULT;
char *twf_cli_dup_text (const char *argument, GError **error) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *twf_cli_plan_to_json (TwfPlan *plan,
                                  const char *language,
                                  GHashTable *reopenings) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *twf_cli_provision_to_json (TwfPlan *plan,
                                       TwfProvision *provision,
                                       const char *language,
                                       GHashTable *reopenings) G_GNUC_WARN_UNUSED_RESULT;
JsonArray *twf_cli_runs_to_json (GPtrArray *runs) G_GNUC_WARN_UNUSED_RESULT;
void twf_cli_set_json_strings (JsonObject *object, const char *member, const char *const *values);

G_END_DECLS
