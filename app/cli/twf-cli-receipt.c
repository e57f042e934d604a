/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-receipt.h"

#include "twf-bidi.h"
#include "twf-cli-issued.h"
#include "twf-error.h"

#include <glib/gi18n-lib.h>

#define SHORT_ID 10

static const char *const outcome_names[] = {
  [TWF_RECEIPT_NEW] = "new",         [TWF_RECEIPT_SAME] = "same",
  [TWF_RECEIPT_OLDER] = "older",     [TWF_RECEIPT_REWRITTEN] = "rewritten",
  [TWF_RECEIPT_REFUSED] = "refused",
};

/**
 * twf_cli_get_verdict_words:
 * @verdict: (nullable): as it is noted with what was received
 *
 * Returns: what it says to a person; never that something is verified which is not
 */
const char *
twf_cli_get_verdict_words (const char *verdict)
{
  TwfVerdict found;

  if (verdict == NULL || !twf_verdict_from_name (verdict, &found))
    found = TWF_VERDICT_UNCHECKED;
  return twf_verdict_describe (found);
}

static void
print_vanished (TwfCli *cli, const TwfReceipt *receipt)
{
  for (guint i = 0; receipt->vanished != NULL && receipt->vanished[i] != NULL; i++)
    twf_cli_print (cli, _ ("  gone: %.*s\n"), SHORT_ID, receipt->vanished[i]);
}

static const char *const step_names[] = {
  [TWF_MAIN_STAYS] = NULL,
  [TWF_MAIN_FORWARDED] = "forwarded",
  [TWF_MAIN_UNVERIFIED] = "unverified",
  [TWF_MAIN_FIRST_KEYS] = "first-keys",
  [TWF_MAIN_OLD_KEYS] = "old-keys",
};

static const char *const step_sentences[] = {
  [TWF_MAIN_STAYS] = NULL,
  [TWF_MAIN_FORWARDED] = N_ ("main here went forward to it"),
  [TWF_MAIN_UNVERIFIED] = N_ ("main here stays where it was, since that is not verified"),
  [TWF_MAIN_FIRST_KEYS]
  = N_ ("main here stays where it was: it brings the first keys, and nobody vouches for them. Ask "
        "the "
        "facilitator for the fingerprint, then: twf register PLAN accept FINGERPRINT"),
  [TWF_MAIN_OLD_KEYS]
  = N_ ("main here stays where it was: what came has an older register of keys"),
};

static void
print_same (TwfCli *cli, const TwfReceipt *receipt, const char *branch, const char *when)
{
  if (receipt->verdict_before == NULL)
    {
      twf_cli_print (cli, _ ("%s: received before, on %s; nothing was changed\n"), branch, when);
      return;
    }
  twf_cli_print (cli,
                 _ ("%s: received before, on %s; now: %s. Then: %s\n"),
                 branch,
                 when,
                 twf_cli_get_verdict_words (receipt->verdict),
                 twf_cli_get_verdict_words (receipt->verdict_before));
}

/**
 * twf_cli_print_receipt:
 * @cli: a run
 * @receipt: what became of a branch that came
 *
 * Prints it for a person.
 */
void
twf_cli_print_receipt (TwfCli *cli, const TwfReceipt *receipt)
{
  g_autofree char *branch = twf_text_isolate (receipt->branch);
  g_autofree char *moment = twf_cli_dup_moment (receipt->when);
  g_autofree char *when = twf_text_isolate (moment);
  g_autofree char *reason = NULL;

  switch (receipt->outcome)
    {
    case TWF_RECEIPT_NEW:
      twf_cli_print (cli,
                     g_dngettext (GETTEXT_PACKAGE,
                                  "%s: received, %u new revision, %s\n",
                                  "%s: received, %u new revisions, %s\n",
                                  receipt->n_revisions),
                     branch,
                     receipt->n_revisions,
                     twf_cli_get_verdict_words (receipt->verdict));
      break;
    case TWF_RECEIPT_SAME:
      print_same (cli, receipt, branch, when);
      break;
    case TWF_RECEIPT_OLDER:
      twf_cli_print (cli, _ ("%s: older than what is here already; nothing was changed\n"), branch);
      break;
    case TWF_RECEIPT_REWRITTEN:
      twf_cli_print (cli,
                     _ ("%s: rewritten, %s; what was received before is kept beside it\n"),
                     branch,
                     twf_cli_get_verdict_words (receipt->verdict));
      print_vanished (cli, receipt);
      break;
    case TWF_RECEIPT_REFUSED:
      reason = twf_text_isolate (receipt->reason);
      twf_cli_print (cli, _ ("%s: refused: %s\n"), branch, reason);
      break;
    }
  if (receipt->n_issued > 0)
    twf_cli_print (cli,
                   g_dngettext (GETTEXT_PACKAGE,
                                "  with the symbol of %u issued document\n",
                                "  with the symbols of %u issued documents\n",
                                receipt->n_issued),
                   receipt->n_issued);
  if (step_sentences[receipt->main_step] != NULL)
    twf_cli_print (cli, "  %s\n", _ (step_sentences[receipt->main_step]));
}

/**
 * twf_cli_receipt_to_json:
 * @receipt: what became of a branch that came
 *
 * Returns: (transfer full): the same for machines
 */
JsonObject *
twf_cli_receipt_to_json (const TwfReceipt *receipt)
{
  JsonObject *object = json_object_new ();
  g_autofree char *when
      = receipt->when != 0 ? twf_cli_dup_iso_moment (receipt->when, receipt->offset_minutes) : NULL;

  json_object_set_string_member (object, "branch", receipt->branch);
  twf_cli_set_json_nullable (object, "delegation", receipt->code);
  json_object_set_string_member (object, "revision", receipt->tip);
  json_object_set_string_member (object, "outcome", outcome_names[receipt->outcome]);
  json_object_set_int_member (object, "number", receipt->number);
  twf_cli_set_json_nullable (object, "when", when);
  twf_cli_set_json_nullable (object, "verdict", receipt->verdict);
  twf_cli_set_json_nullable (object, "verdictBefore", receipt->verdict_before);
  twf_cli_set_json_nullable (object, "fingerprint", receipt->fingerprint);
  json_object_set_int_member (object, "revisions", receipt->n_revisions);
  twf_cli_set_json_strings (object, "vanished", (const char *const *)receipt->vanished);
  twf_cli_set_json_nullable (object, "reason", receipt->reason);
  json_object_set_int_member (object, "issued", receipt->n_issued);
  twf_cli_set_json_nullable (object, "main", step_names[receipt->main_step]);
  return object;
}

/**
 * twf_cli_tell_receipts:
 * @cli: a run
 * @array: where machines find them
 * @receipts: (element-type TwfReceipt): what became of branches that came
 * @file: (nullable): which came in that file, where several did
 *
 * Prints them for a person, unless machines read.
 *
 * Returns: the exit status
 */
int
twf_cli_tell_receipts (TwfCli *cli, JsonArray *array, GPtrArray *receipts, const char *file)
{
  int status = TWF_EXIT_DONE;

  for (guint i = 0; i < receipts->len; i++)
    {
      JsonObject *object = twf_cli_receipt_to_json (receipts->pdata[i]);

      if (file != NULL)
        json_object_set_string_member (object, "file", file);
      json_array_add_object_element (array, object);
      if (twf_receipt_needs_person (receipts->pdata[i]))
        status = TWF_EXIT_NEEDS_PERSON;
      if (!cli->json)
        twf_cli_print_receipt (cli, receipts->pdata[i]);
    }
  return status;
}

/**
 * twf_cli_print_receipts:
 * @cli: a run
 * @receipts: (element-type TwfReceipt): what became of branches that came
 *
 * Returns: the exit status
 */
int
twf_cli_print_receipts (TwfCli *cli, GPtrArray *receipts)
{
  JsonArray *array = json_array_new ();
  JsonObject *object = json_object_new ();
  int status = twf_cli_tell_receipts (cli, array, receipts, NULL);

  json_object_set_array_member (object, "received", array);
  if (cli->json)
    twf_cli_print_json (cli, object);
  else
    json_object_unref (object);
  return status;
}

/**
 * twf_cli_is_file_refused:
 * @error: why a contribution file did not come in
 *
 * Returns: whether it is something about the file, that who received it could not put right
 */
gboolean
twf_cli_is_file_refused (const GError *error)
{
  return g_error_matches (error, TWF_ERROR, TWF_ERROR_INVALID)
         || g_error_matches (error, TWF_ERROR, TWF_ERROR_TOO_LARGE)
         || g_error_matches (error, TWF_ERROR, TWF_ERROR_DAMAGED);
}

/**
 * twf_cli_refuse_file:
 * @cli: a run
 * @error: why a contribution file did not come in
 * @file: the file
 *
 * What is wrong with the file is nothing that who received it could put right.
 *
 * Returns: the exit status
 */
int
twf_cli_refuse_file (TwfCli *cli, const GError *error, const char *file)
{
  g_autofree char *name = twf_text_isolate (file);
  g_autofree char *reason = twf_text_isolate (error->message);

  if (twf_cli_is_file_refused (error))
    return twf_cli_refuse (cli, _ ("%s was refused; nothing was changed: %s"), name, reason);
  return twf_cli_fail (cli, error, file);
}
