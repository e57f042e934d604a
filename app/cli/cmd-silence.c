/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-issued.h"
#include "twf-cli-procedure.h"

#include "twf-bidi.h"
#include "twf-clock.h"
#include "twf-date.h"

#include <glib/gi18n-lib.h>

#define SHORT_ID 10
#define INDENT "    "

static struct
{
  char *begin;
  char *until;
  char *of;
  char *reason;
  gboolean breaks;
  gboolean ends;
} options;

static const GOptionEntry entries[] = {
  { "begin",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.begin,
    N_ ("Put this revision or symbol under silence"),
    "REV" },
  { "until",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.until,
    N_ ("The deadline, such as 2010-07-19T17:00 here, or 2010-07-19T17:00Z in UTC"),
    "TIME" },
  { "break", 0, 0, G_OPTION_ARG_NONE, &options.breaks, N_ ("Break the silence"), NULL },
  { "end", 0, 0, G_OPTION_ARG_NONE, &options.ends, N_ ("Call it off before the deadline"), NULL },
  { "reason",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.reason,
    N_ ("Why; “-” reads standard input"),
    "TEXT" },
  { "of",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.of,
    N_ ("Which silence procedure; without: the newest"),
    "ID" },
  { NULL },
};

static char *
dup_delegation (TwfPlan *plan, const char *code)
{
  TwfDelegation *delegation = twf_plan_get_delegation (plan, code);
  g_autofree char *name = delegation != NULL
                              ? twf_delegation_dup_name (delegation, twf_cli_get_language ())
                              : g_strdup (code);

  return twf_text_isolate (name);
}

/* Whose word the moment is; that it came too late to be known in time is a person's to judge. */
static void
print_arrival (TwfCli *cli, const TwfProceedings *found, const TwfProcedureAct *act)
{
  g_autofree char *came = NULL;
  gint64 when;

  if (!twf_proceedings_get_arrival (found, act, &when))
    return;
  came = twf_moment_dup_both (when, twf_cli_get_language ());
  twf_cli_print (cli, INDENT INDENT);
  twf_cli_print (cli, _ ("in the rolling text since %s only, after the deadline"), came);
  twf_cli_print (cli, "\n");
}

static void
print_breaks (TwfCli *cli,
              TwfPlan *plan,
              const TwfProceedings *found,
              GPtrArray *breaks,
              gboolean are_late)
{
  for (guint i = 0; i < breaks->len; i++)
    {
      const TwfProcedureAct *act = breaks->pdata[i];
      g_autofree char *who = dup_delegation (plan, act->code);
      g_autofree char *when = twf_moment_dup_both (act->when, twf_cli_get_language ());
      g_autofree char *reason = twf_text_isolate (act->words);

      twf_cli_print (cli, INDENT);
      if (are_late)
        twf_cli_print (cli, _ ("too late: %s, %s: %s"), who, when, reason);
      else
        twf_cli_print (cli, _ ("broken by %s, %s: %s"), who, when, reason);
      twf_cli_print (cli, "\n");
      print_arrival (cli, found, act);
    }
}

static void
print_silence (TwfCli *cli,
               TwfPlan *plan,
               const TwfProceedings *found,
               const TwfSilence *silence,
               gint64 now)
{
  const TwfProcedureAct *begun = silence->begun;
  const char *language = twf_cli_get_language ();
  g_autofree char *words = twf_silence_dup_words (silence, now, language);
  g_autofree char *since = twf_moment_dup_both (begun->when, language);
  g_autofree char *until = twf_moment_dup_both (begun->until, language);
  g_autofree char *symbol = begun->words != NULL ? twf_text_isolate (begun->words) : NULL;

  twf_cli_print (cli, "%s  %.*s", begun->id, SHORT_ID, begun->revision);
  if (symbol != NULL)
    twf_cli_print (cli, "  %s", symbol);
  twf_cli_print (cli, "  %s\n" INDENT, words);
  twf_cli_print (cli, _ ("from %s to %s"), since, until);
  twf_cli_print (cli, "\n");
  print_breaks (cli, plan, found, silence->breaks, FALSE);
  if (silence->lifted != NULL)
    {
      g_autofree char *when = twf_moment_dup_both (silence->lifted->when, language);
      g_autofree char *reason
          = twf_text_isolate (silence->lifted->words != NULL ? silence->lifted->words : "");

      twf_cli_print (cli, INDENT);
      twf_cli_print (cli, _ ("called off %s: %s"), when, reason);
      twf_cli_print (cli, "\n");
    }
  print_breaks (cli, plan, found, silence->late, TRUE);
}

static JsonArray *
breaks_to_json (const TwfProceedings *found, GPtrArray *breaks)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < breaks->len; i++)
    {
      const TwfProcedureAct *act = breaks->pdata[i];
      JsonObject *object = json_object_new ();
      g_autofree char *when = twf_cli_dup_utc (act->when);
      g_autofree char *came = NULL;
      gint64 arrival;

      json_object_set_string_member (object, "delegation", act->code);
      json_object_set_string_member (object, "when", when);
      json_object_set_string_member (object, "reason", act->words);
      if (twf_proceedings_get_arrival (found, act, &arrival))
        came = twf_cli_dup_utc (arrival);
      twf_cli_set_json_nullable (object, "arrived", came);
      json_array_add_object_element (array, object);
    }
  return array;
}

/* {"id", "revision", "symbol", "begun", "until", "state", "breaks", "late", "ended", "reason"} */
static JsonObject *
silence_to_json (const TwfProceedings *found, const TwfSilence *silence, gint64 now)
{
  const TwfProcedureAct *begun = silence->begun;
  const TwfProcedureAct *lifted = silence->lifted;
  JsonObject *object = json_object_new ();
  g_autofree char *since = twf_cli_dup_utc (begun->when);
  g_autofree char *until = twf_cli_dup_utc (begun->until);
  g_autofree char *ended = lifted != NULL ? twf_cli_dup_utc (lifted->when) : NULL;

  json_object_set_string_member (object, "id", begun->id);
  json_object_set_string_member (object, "revision", begun->revision);
  twf_cli_set_json_nullable (object, "symbol", begun->words);
  json_object_set_string_member (object, "begun", since);
  json_object_set_string_member (object, "until", until);
  json_object_set_string_member (
      object, "state", twf_silence_state_get_name (twf_silence_get_state (silence, now)));
  json_object_set_array_member (object, "breaks", breaks_to_json (found, silence->breaks));
  json_object_set_array_member (object, "late", breaks_to_json (found, silence->late));
  twf_cli_set_json_nullable (object, "ended", ended);
  twf_cli_set_json_nullable (object, "reason", lifted != NULL ? lifted->words : NULL);
  return object;
}

/* One that was broken last waits for somebody to take it from there. */
static int
list (TwfCli *cli, TwfDesk *desk, const TwfProceedings *found)
{
  const TwfProcedure *known = found->procedure;
  gint64 now = twf_clock_now ();
  const TwfSilence *last = twf_procedure_choose_silence (known, NULL);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < known->silences->len; i++)
    if (cli->json)
      json_array_add_object_element (array,
                                     silence_to_json (found, known->silences->pdata[i], now));
    else
      print_silence (cli, twf_desk_get_plan (desk), found, known->silences->pdata[i], now);
  json_object_set_array_member (object, "silences", array);
  if (cli->json)
    twf_cli_print_json (cli, object);
  else
    json_object_unref (object);
  return last != NULL && twf_silence_get_state (last, now) == TWF_SILENCE_BROKEN
             ? TWF_EXIT_NEEDS_PERSON
             : TWF_EXIT_DONE;
}

/* What @act is about, for the history, in English as git's own. */
static char *
dup_message (const TwfProcedureAct *act, const TwfProcedure *known)
{
  const TwfSilence *silence = twf_procedure_find_silence (known, act->id);
  const TwfProcedureAct *begun = silence != NULL ? silence->begun : act;
  g_autofree char *subject
      = begun->words != NULL ? g_strdup (begun->words) : g_strndup (begun->revision, SHORT_ID);

  if (act->kind == TWF_PROCEDURE_SILENCE)
    {
      g_autofree char *until = twf_cli_dup_utc (act->until);

      return g_strdup_printf ("Put %s under silence until %s", subject, until);
    }
  if (act->kind == TWF_PROCEDURE_BREAK)
    return g_strdup_printf ("%s breaks silence on %s\n\n%s", act->code, subject, act->words);
  return g_strdup_printf ("Call off silence on %s", subject);
}

static int
finish (TwfCli *cli, TwfDesk *desk, const TwfProcedure *known, const TwfProcedureAct *act)
{
  g_autofree char *message = dup_message (act, known);
  g_autofree char *revision = twf_cli_record_act (cli, desk, known, act, message);
  JsonObject *object;

  if (revision == NULL)
    return TWF_EXIT_REFUSED;
  if (!cli->json)
    {
      twf_cli_print (cli, "%s\n", act->id);
      return TWF_EXIT_DONE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "id", act->id);
  json_object_set_string_member (object, "revision", revision);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

static int
act (TwfCli *cli, TwfDesk *desk, gint64 until)
{
  const TwfProceeding by = { cli->as, twf_clock_now () };
  gboolean lists = options.begin == NULL && !options.breaks && !options.ends;
  g_autoptr (TwfProceedings) found = twf_cli_read_procedure (cli, desk, options.begin, lists);
  g_autoptr (TwfProcedureAct) made = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason
      = options.reason != NULL ? twf_cli_dup_text (options.reason, &error) : NULL;
  TwfObstacle obstacle;

  if (found == NULL)
    return TWF_EXIT_REFUSED;
  if (error != NULL)
    return twf_cli_reject (cli, error, options.reason);
  if (options.begin != NULL)
    obstacle = twf_procedure_begin_silence (
        found->procedure, &by, found->revision, found->symbol, until, &made);
  else if (options.breaks)
    obstacle = twf_procedure_break_silence (found->procedure, &by, options.of, reason, &made);
  else if (options.ends)
    obstacle = twf_procedure_lift_silence (found->procedure, &by, options.of, reason, &made);
  else
    return list (cli, desk, found);
  if (obstacle != TWF_OBSTACLE_NONE)
    return twf_cli_refuse_act (cli, obstacle, found->procedure, options.of);
  return finish (cli, desk, found->procedure, made);
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  guint n = (options.begin != NULL) + (options.breaks != FALSE) + (options.ends != FALSE);
  gint64 until = 0;
  TwfDesk *desk;
  int status;

  if (n > 1 || (options.begin != NULL) != (options.until != NULL)
      || (options.reason != NULL && !options.breaks && !options.ends)
      || (options.of != NULL && !options.breaks && !options.ends))
    return twf_cli_refuse (
        cli,
        _ ("Give --begin with --until, --break with --reason, or --end. See: twf help silence"));
  if (options.until != NULL
      && (!g_utf8_validate (options.until, -1, NULL)
          || !twf_date_parse_moment (options.until, &until)))
    return twf_cli_refuse (cli,
                           _ ("“%s” is not a date and time since 1970. Give it as "
                              "2010-07-19T17:00."),
                           options.until);
  desk = n > 0 ? twf_cli_open (cli, arguments[0]) : twf_cli_open_head (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = act (cli, desk, until);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_silence = {
  .name = "silence",
  .arguments = "PLAN [--begin REV --until TIME | --break --reason TEXT | --end [--reason TEXT]]",
  .summary = N_ ("Put a revision under silence, break it, or say how it stands"),
  .details = N_ (
      "The facilitator puts a revision, or what was issued under a symbol, under silence until a "
      "deadline; a delegation (--as) that objects breaks it before the deadline and says why. It "
      "does so in its own branch, and its contribution brings that into the rolling text. How it "
      "ended is not recorded by anybody: it is broken, called off, running or passed by what is on "
      "record and the clock. Deadlines are shown in local time and in UTC. Prints the id of the "
      "silence procedure; without an option, lists all, the first first, with exit status 1 where "
      "the last was broken."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = 1,
  .run = run,
};
