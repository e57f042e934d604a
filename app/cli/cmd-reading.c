/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-issued.h"
#include "twf-cli-procedure.h"
#include "twf-cli-proposal.h"

#include "twf-bidi.h"
#include "twf-clock.h"
#include "twf-numbering.h"

#include <glib/gi18n-lib.h>

#define SHORT_ID 10
#define INDENT "  "

static struct
{
  gboolean begins;
  gboolean ends;
  gboolean parks;
} options;

static const GOptionEntry entries[] = {
  { "begin", 0, 0, G_OPTION_ARG_NONE, &options.begins, N_ ("Begin the next reading"), NULL },
  { "end", 0, 0, G_OPTION_ARG_NONE, &options.ends, N_ ("End the reading that goes on"), NULL },
  { "park-unsupported",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.parks,
    N_ ("With --end: park proposals that have no second supporter"),
    NULL },
  { NULL },
};

/* A reading, its plan before and after it, and what came of it. */
typedef struct
{
  const TwfReadingHeld *reading;
  TwfPlan *latter;
  GPtrArray *items; /* of TwfRecordItem */
} Record;

static void
free_record (Record *record)
{
  g_clear_object (&record->latter);
  g_clear_pointer (&record->items, g_ptr_array_unref);
  g_free (record);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Record, free_record)

/* One that goes on is counted up to the text as it stands. */
static Record *
read_record (TwfCli *cli, TwfDesk *desk, const TwfReadingHeld *reading)
{
  g_autoptr (Record) record = g_new0 (Record, 1);
  g_autoptr (TwfPlan) former = twf_cli_read_at (cli, desk, reading->begun->revision);

  if (former == NULL)
    return NULL;
  record->reading = reading;
  record->latter = reading->closed != NULL ? twf_cli_read_at (cli, desk, reading->closed->revision)
                                           : g_object_ref (twf_desk_get_plan (desk));
  if (record->latter == NULL)
    return NULL;
  record->items = twf_reading_record_list (
      former,
      record->latter,
      reading->closed != NULL ? (const char *const *)reading->closed->parked : NULL);
  return g_steal_pointer (&record);
}

static guint
count (const Record *record, TwfRecordKind kind)
{
  guint n = 0;

  for (guint i = 0; i < record->items->len; i++)
    n += ((const TwfRecordItem *)record->items->pdata[i])->kind == kind;
  return n;
}

static void
print_head (TwfCli *cli, const Record *record)
{
  const TwfReadingHeld *reading = record->reading;
  const char *language = twf_cli_get_language ();
  g_autofree char *began = twf_moment_dup_both (reading->begun->when, language);
  g_autofree char *ended
      = reading->closed != NULL ? twf_moment_dup_both (reading->closed->when, language) : NULL;

  twf_cli_print (cli, "%u  ", reading->number);
  if (ended != NULL)
    twf_cli_print (cli, _ ("from %s to %s"), began, ended);
  else
    twf_cli_print (cli, _ ("since %s"), began);
  twf_cli_print (cli, "  %.*s", SHORT_ID, reading->begun->revision);
  if (reading->closed != NULL)
    twf_cli_print (cli, "..%.*s", SHORT_ID, reading->closed->revision);
  twf_cli_print (cli, "\n");
  for (TwfRecordKind kind = 0; kind < TWF_N_RECORD_KINDS; kind++)
    if (count (record, kind) > 0)
      twf_cli_print (
          cli, INDENT "%s: %u\n", twf_record_kind_get_words (kind), count (record, kind));
}

static void
print_provision (TwfCli *cli, TwfPlan *plan, const char *id)
{
  TwfProvision *provision = twf_plan_get_provision (plan, id);
  const char *language = twf_plan_get_source_language (plan);
  g_autofree char *number
      = provision != NULL ? twf_plan_dup_number (plan, provision, language) : NULL;
  g_autofree char *title = twf_text_isolate (
      provision != NULL ? twf_section_get_title (twf_provision_get_section (provision), language)
                        : "");

  twf_cli_print (cli, INDENT "%s  %s  %s\n", id, title, number != NULL ? number : "");
}

static void
print_kind (TwfCli *cli, const Record *record, TwfRecordKind kind)
{
  if (count (record, kind) > 0)
    twf_cli_print (cli, "\n%s\n", twf_record_kind_get_words (kind));
  for (guint i = 0; i < record->items->len; i++)
    {
      const TwfRecordItem *item = record->items->pdata[i];
      TwfProvision *provision = NULL;
      TwfProposal *proposal
          = item->proposal != NULL
                ? twf_plan_get_proposal (record->latter, item->proposal, &provision)
                : NULL;

      if (item->kind != kind)
        continue;
      if (proposal == NULL)
        print_provision (cli, record->latter, item->provision);
      else
        twf_cli_print_proposal (cli, record->latter, provision, proposal, NULL);
      if (item->is_unsupported)
        twf_cli_print (cli, INDENT INDENT "%s\n", _ ("parked with the end: no second supporter"));
    }
}

static JsonArray *
items_to_json (const Record *record)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < record->items->len; i++)
    {
      const TwfRecordItem *item = record->items->pdata[i];
      TwfProposal *proposal = item->proposal != NULL
                                  ? twf_plan_get_proposal (record->latter, item->proposal, NULL)
                                  : NULL;
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "kind", twf_record_kind_get_name (item->kind));
      twf_cli_set_json_nullable (object, "provision", item->provision);
      twf_cli_set_json_nullable (object, "proposal", item->proposal);
      if (proposal != NULL)
        twf_cli_set_json_strings (
            object, "owners", twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER));
      if (item->is_unsupported)
        json_object_set_boolean_member (object, "unsupported", TRUE);
      json_array_add_object_element (array, object);
    }
  return array;
}

/* {"number", "from", "to", "begun", "ended", "items": [{"kind", "provision", "proposal", "owners",
 * "unsupported"}]} */
static JsonObject *
record_to_json (const Record *record)
{
  const TwfProcedureAct *begun = record->reading->begun;
  const TwfProcedureAct *closed = record->reading->closed;
  JsonObject *object = json_object_new ();
  g_autofree char *began = twf_cli_dup_utc (begun->when);
  g_autofree char *ended = closed != NULL ? twf_cli_dup_utc (closed->when) : NULL;

  json_object_set_int_member (object, "number", record->reading->number);
  json_object_set_string_member (object, "from", begun->revision);
  twf_cli_set_json_nullable (object, "to", closed != NULL ? closed->revision : NULL);
  json_object_set_string_member (object, "begun", began);
  twf_cli_set_json_nullable (object, "ended", ended);
  json_object_set_array_member (object, "items", items_to_json (record));
  return object;
}

static int
list (TwfCli *cli, TwfDesk *desk, const TwfProcedure *known)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  json_object_set_array_member (object, "readings", array);
  for (guint i = 0; i < known->readings->len; i++)
    {
      g_autoptr (Record) record = read_record (cli, desk, known->readings->pdata[i]);

      if (record == NULL)
        {
          json_object_unref (object);
          return TWF_EXIT_REFUSED;
        }
      if (cli->json)
        json_array_add_object_element (array, record_to_json (record));
      else
        print_head (cli, record);
    }
  if (cli->json)
    twf_cli_print_json (cli, object);
  else
    json_object_unref (object);
  return TWF_EXIT_DONE;
}

static int
show (TwfCli *cli, TwfDesk *desk, const TwfProcedure *known, const char *name)
{
  guint64 number = g_ascii_strtoull (name, NULL, 10);
  const TwfReadingHeld *reading
      = number <= G_MAXUINT ? twf_procedure_find_reading (known, (guint)number) : NULL;
  g_autoptr (Record) record = NULL;

  if (reading == NULL)
    return twf_cli_refuse (cli, _ ("There is no reading “%s”. See: twf reading PLAN"), name);
  record = read_record (cli, desk, reading);
  if (record == NULL)
    return TWF_EXIT_REFUSED;
  if (cli->json)
    {
      twf_cli_print_json (cli, record_to_json (record));
      return TWF_EXIT_DONE;
    }
  print_head (cli, record);
  for (TwfRecordKind kind = 0; kind < TWF_N_RECORD_KINDS; kind++)
    print_kind (cli, record, kind);
  return TWF_EXIT_DONE;
}

/* Those that are left without a second supporter are offered to be parked. */
static int
tell (TwfCli *cli, const TwfProcedureAct *act, const char *revision, GStrv offered)
{
  JsonObject *object;

  if (cli->json)
    {
      object = json_object_new ();
      json_object_set_int_member (object, "number", g_ascii_strtoll (act->id, NULL, 10));
      json_object_set_string_member (object, "revision", revision);
      if (act->parked != NULL)
        twf_cli_set_json_strings (object, "parked", (const char *const *)act->parked);
      twf_cli_set_json_strings (object, "unsupported", (const char *const *)offered);
      twf_cli_print_json (cli, object);
    }
  else
    {
      twf_cli_print (cli, "%s\n", act->id);
      if (offered[0] != NULL)
        {
          g_autofree char *pids = g_strjoinv (" ", offered);

          twf_cli_print (cli, _ ("No second supporter. To park: twf park PLAN %s"), pids);
          twf_cli_print (cli, "\n");
        }
    }
  return offered[0] != NULL ? TWF_EXIT_NEEDS_PERSON : TWF_EXIT_DONE;
}

static int
act (TwfCli *cli, TwfDesk *desk, const TwfProceedings *found)
{
  const TwfProceeding by = { cli->as, twf_clock_now () };
  g_auto (GStrv) alone = twf_plan_list_unsupported (twf_desk_get_plan (desk));
  g_auto (GStrv) none = g_new0 (char *, 1);
  g_autoptr (TwfProcedureAct) made = NULL;
  g_autofree char *message = NULL;
  g_autofree char *revision = NULL;
  TwfObstacle obstacle
      = options.begins
            ? twf_procedure_begin_reading (found->procedure, &by, found->revision, &made)
            : twf_procedure_end_reading (found->procedure,
                                         &by,
                                         found->revision,
                                         options.parks ? (const char *const *)alone : NULL,
                                         &made);

  if (obstacle != TWF_OBSTACLE_NONE)
    return twf_cli_refuse_act (cli, obstacle, found->procedure, NULL);
  message = g_strdup_printf ("%s reading %s", options.begins ? "Begin" : "End", made->id);
  revision = twf_cli_record_act (cli, desk, found->procedure, made, message);
  if (revision == NULL)
    return TWF_EXIT_REFUSED;
  return tell (cli, made, revision, options.begins || options.parks ? none : alone);
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  gboolean acts = options.begins || options.ends;
  g_autoptr (TwfProceedings) found = NULL;
  TwfDesk *desk;
  int status;

  if ((options.begins && options.ends) || (options.parks && !options.ends)
      || (acts && n_arguments > 1))
    return twf_cli_refuse (
        cli, _ ("Give --begin, --end, or the number of a reading. See: twf help reading"));
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  found = twf_cli_read_procedure (cli, desk, NULL, FALSE);
  if (found == NULL)
    status = TWF_EXIT_REFUSED;
  else if (acts)
    status = act (cli, desk, found);
  else if (n_arguments > 1)
    status = show (cli, desk, found->procedure, arguments[1]);
  else
    status = list (cli, desk, found->procedure);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_reading = {
  .name = "reading",
  .arguments = "PLAN [--begin | --end [--park-unsupported] | NUMBER]",
  .summary = N_ ("Begin or end a reading, or tell what came of it"),
  .details = N_ (
      "A reading is on record with when it began and ended, and the revision as it was then. What "
      "was agreed, opened, accepted and parked in it is counted from these two. When one ends, "
      "proposals that one delegation makes and nobody supports are named, with exit status 1; "
      "with --park-unsupported they are parked in the same revision, and the record says why. A "
      "group is more than one, and what the facilitator proposes needs no supporter. Prints the "
      "number of the reading; without an option, lists all."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = 2,
  .run = run,
};
