/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-sync-words.h"

#include "twf-bidi.h"
#include "twf-error.h"
#include "twf-message.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* What became of one's own branch; nothing is said where nothing was to be done. */
static const char *const own_sentences[] = {
  [TWF_SYNC_SENT] = N_ ("What you saved was sent."),
  [TWF_SYNC_FORWARDED] = N_ ("Your branch went on to what another copy of yours sent."),
  [TWF_SYNC_AHEAD] = N_ ("Your branch is ahead there, and nobody signed that: it was left there."),
  [TWF_SYNC_APART] = N_ ("Your branch went different ways here and there: nothing of it was sent, "
                         "and nothing replaced."),
  [TWF_SYNC_REFUSED] = N_ ("What you saved was not sent."),
};

static void
append (GString *line, const char *sentence)
{
  if (line->len > 0)
    g_string_append_c (line, ' ');
  g_string_append (line, sentence);
}

static char *
dup_name (TwfWorkbench *workbench, const TwfReceipt *receipt)
{
  return receipt->code != NULL ? twf_words_dup_delegation (workbench, receipt->code)
                               : g_strdup (_ ("Rolling text"));
}

static gboolean
is_news (const TwfReceipt *receipt)
{
  return receipt->outcome == TWF_RECEIPT_NEW || receipt->outcome == TWF_RECEIPT_REWRITTEN;
}

/* Whose came: names, since that is what one waits for. */
static void
append_received (GString *line, TwfWorkbench *workbench, GPtrArray *receipts)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < receipts->len; i++)
    {
      const TwfReceipt *receipt = receipts->pdata[i];
      g_autofree char *name = dup_name (workbench, receipt);

      if (!is_news (receipt))
        continue;
      if (names->len > 0)
        g_string_append (names, " · ");
      g_string_append (names, name);
    }
  if (names->len == 0)
    return;
  sentence = g_strdup_printf (_ ("New in the inbox: %s."), names->str);
  append (line, sentence);
}

static void
append_refused (GString *line, TwfWorkbench *workbench, GPtrArray *receipts)
{
  for (guint i = 0; i < receipts->len; i++)
    {
      const TwfReceipt *receipt = receipts->pdata[i];
      g_autofree char *name = dup_name (workbench, receipt);
      g_autofree char *reason
          = receipt->reason != NULL ? twf_text_isolate (receipt->reason) : g_strdup ("");
      g_autofree char *sentence = NULL;

      if (receipt->outcome != TWF_RECEIPT_REFUSED)
        continue;
      sentence = g_strdup_printf (_ ("%s was not let in: %s."), name, reason);
      append (line, sentence);
    }
}

static char *
dup_done (const TwfSynced *synced, TwfWorkbench *workbench, const char *server)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *refusal = NULL;

  append_received (line, workbench, synced->receipts);
  append_refused (line, workbench, synced->receipts);
  if (synced->own < (int)G_N_ELEMENTS (own_sentences) && own_sentences[synced->own] != NULL)
    append (line, _ (own_sentences[synced->own]));
  if (synced->n_issued > 0)
    {
      g_autofree char *count = twf_workbench_dup_count (workbench, synced->n_issued);
      g_autofree char *sentence = g_strdup_printf (ngettext ("%s issued document was sent.",
                                                             "%s issued documents were sent.",
                                                             synced->n_issued),
                                                   count);

      append (line, sentence);
    }
  if (synced->differs)
    append (line,
            _ ("Under the symbol of an issued document the server has another; it was left as it "
               "is."));
  if (synced->refusal != NULL)
    {
      refusal = twf_error_describe (synced->refusal, server);
      append (line, refusal);
    }
  if (line->len == 0)
    append (line, _ ("Nothing is new, here or there."));
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * twf_sync_words_has_news:
 * @synced: what came of a run
 *
 * Returns: whether something is in the inbox that was not there before
 */
gboolean
twf_sync_words_has_news (const TwfSynced *synced)
{
  for (guint i = 0; i < synced->receipts->len; i++)
    if (is_news (synced->receipts->pdata[i]))
      return TRUE;
  return FALSE;
}

/**
 * twf_sync_words_is_offline:
 * @syncer: a syncer
 *
 * Returns: whether the last run found no connection, or not the stick with the folder: the ordinary
 *   state of a delegate, and no fault
 */
gboolean
twf_sync_words_is_offline (TwfSyncer *syncer)
{
  const GError *error = twf_syncer_get_error (syncer);
  const TwfPlace *place = twf_syncer_get_place (syncer);

  return g_error_matches (error, TWF_ERROR, TWF_ERROR_UNREACHABLE)
         || g_error_matches (error, TWF_ERROR, TWF_ERROR_SILENT)
         || (g_error_matches (error, TWF_ERROR, TWF_ERROR_NOT_FOUND) && place != NULL
             && g_path_is_absolute (place->words));
}

/**
 * twf_sync_words_dup:
 * @syncer: a syncer
 * @workbench: its plan
 *
 * Returns: (transfer full): what is under way, what came and what went, or why nothing did
 */
char *
twf_sync_words_dup (TwfSyncer *syncer, TwfWorkbench *workbench)
{
  const TwfPlace *place = twf_syncer_get_place (syncer);
  const char *server = place != NULL ? place->words : "";
  const GError *error = twf_syncer_get_error (syncer);
  g_autofree char *isolated = twf_text_isolate (server);

  switch (twf_syncer_get_state (syncer))
    {
    case TWF_SYNCER_RUNNING:
      return twf_syncer_waits_for_touch (syncer)
                 ? g_strdup (_ ("Touch your key."))
                 : g_strdup_printf (_ ("Synchronising with %s…"), isolated);
    case TWF_SYNCER_DONE:
      return dup_done (twf_syncer_get_synced (syncer), workbench, server);
    case TWF_SYNCER_FAILED:
      if (twf_sync_words_is_offline (syncer))
        return g_strdup_printf (
            _ ("%s is not reached now. What you save stays here and is sent the "
               "next time."),
            isolated);
      return twf_error_describe (error, server);
    case TWF_SYNCER_IDLE:
    default:
      return g_strdup ("");
    }
}
