/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-inbox-words.h"

#include "twf-bidi.h"
#include "twf-byline.h"
#include "twf-error.h"
#include "twf-interface.h"
#include "twf-message.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* How the origin of what came in a file is noted. */
#define FILE_ORIGIN "sha256:"

/**
 * twf_inbox_words_dup_sender:
 * @workbench: the open plan
 * @code: (nullable): of the delegation; %NULL: the rolling text
 *
 * Returns: (transfer full): whose it is: "Egypt (EG)", "Rolling text"
 */
char *
twf_inbox_words_dup_sender (TwfWorkbench *workbench, const char *code)
{
  g_autofree char *branch
      = code != NULL ? g_strconcat ("delegations/", code, NULL) : g_strdup (TWF_BRANCH_MAIN);

  return twf_words_dup_branch (workbench, branch);
}

/**
 * twf_inbox_words_get_verdict:
 * @verdict: (nullable): as it is noted with what was received
 * @verified: (out) (optional): whether it is known to be from whose it is
 *
 * Returns: what a person reads; never that something is verified which is not
 */
const char *
twf_inbox_words_get_verdict (const char *verdict, gboolean *verified)
{
  TwfVerdict found;

  if (verdict == NULL || !twf_verdict_from_name (verdict, &found))
    found = TWF_VERDICT_UNCHECKED;
  if (verified != NULL)
    *verified = found == TWF_VERDICT_VERIFIED;
  return twf_verdict_describe (found);
}

/**
 * twf_inbox_words_dup_arrival:
 * @received: what was received
 *
 * Returns: (transfer full): when it came, and how
 */
char *
twf_inbox_words_dup_arrival (const TwfReceived *received)
{
  g_autofree char *when = twf_byline_dup_moment (received->when);
  g_autofree char *server = NULL;

  if (received->origin == NULL)
    return g_strdup_printf (_ ("Came on %s"), when);
  if (g_str_has_prefix (received->origin, FILE_ORIGIN))
    return g_strdup_printf (_ ("Came on %s, as a file"), when);
  server = twf_text_isolate (received->origin);
  /* Translators: when, and the name of a server. */
  return g_strdup_printf (_ ("Came on %s, from %s"), when, server);
}

/* "A/80/L.1 of 3 May 2010, 17:00", "the rolling text of 3 May 2010, 17:00". */
static char *
dup_base_name (const TwfInboxItem *item)
{
  g_autofree char *when = twf_byline_dup_moment (item->base_when);
  g_autofree char *symbol = item->base_symbol != NULL ? twf_text_isolate (item->base_symbol) : NULL;

  if (symbol == NULL)
    /* Translators: a date; stands inside "Made on …". */
    return g_strdup_printf (_ ("the rolling text of %s"), when);
  /* Translators: a document symbol and a date; stands inside "Made on …". */
  return g_strdup_printf (_ ("%s of %s"), symbol, when);
}

/**
 * twf_inbox_words_dup_base:
 * @workbench: the open plan
 * @item: something that was received
 *
 * Returns: (transfer full): on which rolling text it was made, and how much came there since; of
 *   the rolling text, which one was taken in last
 */
char *
twf_inbox_words_dup_base (TwfWorkbench *workbench, const TwfInboxItem *item)
{
  g_autofree char *name = item->base != NULL ? dup_base_name (item) : NULL;
  g_autofree char *behind = twf_workbench_dup_count (workbench, item->n_behind);

  if (name == NULL)
    return g_strdup (_ ("Has nothing of the rolling text in it"));
  if (item->received->code == NULL)
    return g_strdup_printf (_ ("Taken in last: %s"), name);
  if (item->n_behind == 0)
    return g_strdup_printf (_ ("Made on %s, the newest"), name);
  return g_strdup_printf (ngettext ("Made on %s, %s revision behind",
                                    "Made on %s, %s revisions behind",
                                    item->n_behind),
                          name,
                          behind);
}

/**
 * twf_inbox_words_dup_changes:
 * @workbench: the open plan
 * @item: something that was received
 *
 * Returns: (transfer full): how much is new in it, or that it was taken in
 */
char *
twf_inbox_words_dup_changes (TwfWorkbench *workbench, const TwfInboxItem *item)
{
  guint n_provisions = g_strv_length (item->provisions);
  g_autofree char *revisions = twf_workbench_dup_count (workbench, item->n_revisions);
  g_autofree char *provisions = twf_workbench_dup_count (workbench, n_provisions);
  g_autoptr (GString) line = g_string_new (NULL);

  if (item->taken_in)
    return g_strdup (_ ("Taken in already"));
  g_string_append_printf (
      line, ngettext ("%s new revision", "%s new revisions", item->n_revisions), revisions);
  g_string_append (line, " · ");
  if (n_provisions > 0 || !item->differs_otherwise)
    g_string_append_printf (
        line, ngettext ("%s provision changed", "%s provisions changed", n_provisions), provisions);
  if (n_provisions > 0 && item->differs_otherwise)
    g_string_append (line, " · ");
  if (item->differs_otherwise)
    g_string_append (line, _ ("Plan details changed"));
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static char *
dup_foresight (TwfWorkbench *workbench, const TwfForesight *foresight)
{
  g_autofree char *in = twf_workbench_dup_count (workbench, foresight->n_in);
  g_autofree char *clashes = twf_workbench_dup_count (workbench, foresight->n_clashes);
  g_autofree char *goes_in = g_strdup_printf (
      ngettext ("%s change can go in", "%s changes can go in", foresight->n_in), in);
  g_autofree char *clash = NULL;

  if (foresight->n_clashes == 0)
    return g_strdup_printf ("%s · %s", goes_in, _ ("nothing clashes"));
  clash = g_strdup_printf (
      /* Translators: with what others ask for, or with what the text says by now. */
      ngettext ("%s change clashes", "%s changes clash", foresight->n_clashes),
      clashes);
  if (foresight->n_in == 0)
    return g_steal_pointer (&clash);
  return g_strdup_printf ("%s · %s", goes_in, clash);
}

/**
 * twf_inbox_words_dup_foresight:
 * @workbench: the open plan
 * @foresight: what would come of something
 * @with: together with what it would be merged
 *
 * Returns: (transfer full): that, in a line
 */
char *
twf_inbox_words_dup_foresight (TwfWorkbench *workbench,
                               const TwfForesight *foresight,
                               TwfMergedWith with)
{
  g_autofree char *words = NULL;

  if (foresight->n_in + foresight->n_clashes == 0)
    return g_strdup (_ ("Nothing in it is new to the text"));
  words = dup_foresight (workbench, foresight);
  switch (with)
    {
    case TWF_MERGED_WITH_ALL:
      /* Translators: "3 changes can go in · 1 change clashes". */
      return g_strdup_printf (_ ("If all that waits is merged: %s"), words);
    case TWF_MERGED_WITH_CHOSEN:
      /* Translators: "3 changes can go in · 1 change clashes". */
      return g_strdup_printf (_ ("If only what is chosen is merged: %s"), words);
    case TWF_MERGED_ALONE:
    default:
      return g_steal_pointer (&words);
    }
}

/**
 * twf_inbox_words_dup_receipt:
 * @workbench: the open plan
 * @receipt: what became of a branch that came
 *
 * Returns: (transfer full): a sentence
 */
char *
twf_inbox_words_dup_receipt (TwfWorkbench *workbench, const TwfReceipt *receipt)
{
  g_autofree char *sender = twf_inbox_words_dup_sender (workbench, receipt->code);
  g_autofree char *count = twf_workbench_dup_count (workbench, receipt->n_revisions);
  g_autofree char *when = receipt->when != 0 ? twf_byline_dup_moment (receipt->when) : NULL;
  const char *verdict = twf_inbox_words_get_verdict (receipt->verdict, NULL);
  g_autofree char *reason = NULL;

  switch (receipt->outcome)
    {
    case TWF_RECEIPT_NEW:
      return g_strdup_printf (ngettext ("%s: received, %s new revision. %s",
                                        "%s: received, %s new revisions. %s",
                                        receipt->n_revisions),
                              sender,
                              count,
                              verdict);
    case TWF_RECEIPT_SAME:
      if (when == NULL)
        return g_strdup_printf (_ ("%s: nothing new came; nothing was changed"), sender);
      return g_strdup_printf (_ ("%s: came before, on %s; nothing was changed"), sender, when);
    case TWF_RECEIPT_OLDER:
      return g_strdup_printf (_ ("%s: older than what is here already; nothing was changed"),
                              sender);
    case TWF_RECEIPT_REWRITTEN:
      return g_strdup_printf (
          _ ("%s: rewritten; what came before is kept beside it. %s"), sender, verdict);
    case TWF_RECEIPT_REFUSED:
    default:
      reason = twf_text_isolate (receipt->reason);
      return g_strdup_printf (_ ("%s: refused: %s"), sender, reason);
    }
}

/**
 * twf_inbox_words_dup_refusal:
 * @error: why a contribution file did not come in
 * @file: the file's name
 *
 * What is wrong with the file is nothing that who received it could put right.
 *
 * Returns: (transfer full): a sentence
 */
char *
twf_inbox_words_dup_refusal (const GError *error, const char *file)
{
  g_autofree char *name = twf_text_isolate (file);
  g_autofree char *reason = twf_text_isolate (error->message);

  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_INVALID)
      || g_error_matches (error, TWF_ERROR, TWF_ERROR_TOO_LARGE)
      || g_error_matches (error, TWF_ERROR, TWF_ERROR_DAMAGED))
    return g_strdup_printf (_ ("%s was refused; nothing was changed: %s"), name, reason);
  return twf_error_describe (error, file);
}

/**
 * twf_inbox_words_dup_news:
 * @workbench: the open plan
 * @items: (element-type TwfInboxItem): what has come
 *
 * Where it is shown nothing but its own signs says in which direction it runs: each line is marked.
 *
 * Returns: (transfer full): a line for each: whose it is, and whether it is known to be
 */
char *
twf_inbox_words_dup_news (TwfWorkbench *workbench, GPtrArray *items)
{
  g_autoptr (GString) news = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const TwfReceived *received = ((const TwfInboxItem *)items->pdata[i])->received;
      g_autofree char *sender = twf_inbox_words_dup_sender (workbench, received->code);
      g_autofree char *words = g_strdup_printf (
          "%s: %s", sender, twf_inbox_words_get_verdict (received->verdict, NULL));
      g_autofree char *line = twf_interface_dup_line (words);

      g_string_append_printf (news, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&news), FALSE);
}
