/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-receive.h"

#include "twf-delegation.h"
#include "twf-error.h"
#include "twf-inspection.h"
#include "twf-intake-private.h"
#include "twf-issued.h"
#include "twf-judge.h"
#include "twf-main-step.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADS "refs/heads/"
#define DELEGATIONS "delegations/"
#define ATTEMPTS 3

/* One reception. */
typedef struct
{
  TwfQuarantine *quarantine;
  TwfInspection *inspection;
  const TwfReceiveOptions *options;
  const char *origin;
  TwfJudge *judge;
  GPtrArray *receipts; /* of TwfReceipt */
  GPtrArray *arrivals; /* of TwfArrival, of receipts that are not refused */
  GPtrArray *coming;   /* of TwfReceipt (borrowed), in step with @arrivals */
  GHashTable *issued;  /* char* symbol -> GBytes: of an invitation */
  TwfReceiveFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
  gboolean is_last; /* it is not tried again */
} Reception;

/* Returns: whether @name is a branch that somebody may send; *code: whose, NULL: the rolling text.
 */
static gboolean
parse_branch (const char *name, char **branch, char **code)
{
  const char *rest = name + strlen (HEADS);

  *code = NULL;
  *branch = NULL;
  if (!g_str_has_prefix (name, HEADS))
    return FALSE;
  if (!g_str_equal (rest, TWF_BRANCH_MAIN))
    {
      if (!g_str_has_prefix (rest, DELEGATIONS)
          || !twf_delegation_code_is_valid (rest + strlen (DELEGATIONS)))
        return FALSE;
      *code = g_strdup (rest + strlen (DELEGATIONS));
    }
  *branch = g_strdup (rest);
  return TRUE;
}

/* Returns: whether the verdict that was noted when the same came still holds. Whether the own copy
 * of the rolling text goes forward is not decided by a note. */
static gboolean
take_noted_verdict (Reception *reception, TwfReceipt *receipt, const TwfReceived *same)
{
  const char *ours = twf_judge_get_ours (reception->judge);

  if (same == NULL || !twf_judge_is_settled (reception->judge, same)
      || (receipt->code == NULL && g_strcmp0 (receipt->tip, ours) != 0))
    return FALSE;
  receipt->verdict = g_strdup (same->verdict);
  receipt->fingerprint = g_strdup (same->fingerprint);
  return TRUE;
}

/* Sets the verdict, and the fingerprint where there is a key. What came before is judged again, as
 * of when it came: the register may have learnt a key since. */
static gboolean
judge_branch (Reception *reception, TwfReceipt *receipt, GError **error)
{
  const TwfReceived *same = twf_judge_find_same (reception->judge, receipt->code, receipt->tip);
  g_autoptr (TwfVerification) verification = NULL;

  if (take_noted_verdict (reception, receipt, same))
    return TRUE;
  verification = twf_judge_branch (reception->judge,
                                   twf_quarantine_get_repository (reception->quarantine),
                                   receipt->code,
                                   receipt->tip,
                                   same != NULL ? same->when : reception->options->when,
                                   reception->cancellable,
                                   error);
  if (verification == NULL)
    return FALSE;
  receipt->verdict = g_strdup (twf_verdict_get_name (verification->verdict));
  receipt->fingerprint = g_strdup (verification->fingerprint);
  if (same != NULL && g_strcmp0 (same->verdict, receipt->verdict) != 0)
    receipt->verdict_before = g_strdup (
        same->verdict != NULL ? same->verdict : twf_verdict_get_name (TWF_VERDICT_UNCHECKED));
  return TRUE;
}

static TwfArrival *
make_arrival (Reception *reception, const TwfReceipt *receipt)
{
  TwfReceived *coming = g_new0 (TwfReceived, 1);

  coming->code = g_strdup (receipt->code);
  coming->tip = g_strdup (receipt->tip);
  coming->from = g_strdup (receipt->branch);
  coming->origin = g_strdup (reception->origin);
  coming->verdict = g_strdup (receipt->verdict);
  coming->fingerprint = g_strdup (receipt->fingerprint);
  return twf_arrival_new (coming);
}

static gboolean
examine (Reception *reception, TwfReceipt *receipt, GError **error)
{
  g_autoptr (GPtrArray) revisions
      = twf_inspect_branch (reception->inspection, receipt->tip, reception->cancellable, error);

  if (revisions == NULL)
    return FALSE;
  receipt->n_revisions = revisions->len;
  return judge_branch (reception, receipt, error);
}

/* A branch that is refused keeps the others out, unless each stands for itself. */
static gboolean
take_branch (Reception *reception, TwfReceipt *receipt, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (examine (reception, receipt, &reason))
    {
      g_ptr_array_add (reception->arrivals, make_arrival (reception, receipt));
      g_ptr_array_add (reception->coming, receipt);
      return TRUE;
    }
  if (!reception->options->each_by_itself
      || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || (!reception->is_last && g_error_matches (reason, TWF_ERROR, TWF_ERROR_DAMAGED)))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  receipt->outcome = TWF_RECEIPT_REFUSED;
  receipt->reason = g_strdup (reason->message);
  return TRUE;
}

/* The rolling text first: delegations' branches have it in them. */
static int
compare_refs (gconstpointer one, gconstpointer other)
{
  const TwfBundleRef *first = *(const TwfBundleRef *const *)one;
  const TwfBundleRef *second = *(const TwfBundleRef *const *)other;
  gboolean is_main = g_str_equal (first->name, HEADS TWF_BRANCH_MAIN);

  if (is_main != g_str_equal (second->name, HEADS TWF_BRANCH_MAIN))
    return is_main ? -1 : 1;
  return strcmp (first->name, second->name);
}

static gboolean
take_branches (Reception *reception, GPtrArray *all, GError **error)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_copy (all, NULL, NULL);

  g_ptr_array_set_free_func (refs, NULL);
  g_ptr_array_sort (refs, compare_refs);
  for (guint i = 0; i < refs->len; i++)
    {
      const TwfBundleRef *ref = refs->pdata[i];
      TwfReceipt *receipt;
      char *branch, *code;

      if (!parse_branch (ref->name, &branch, &code))
        continue;
      receipt = g_new0 (TwfReceipt, 1);
      receipt->branch = branch;
      receipt->code = code;
      receipt->tip = g_strdup (ref->tip);
      g_ptr_array_add (reception->receipts, receipt);
      if (!take_branch (reception, receipt, error))
        return FALSE;
    }
  if (reception->receipts->len > 0)
    return TRUE;
  g_set_error_literal (error,
                       TWF_ERROR,
                       TWF_ERROR_INVALID,
                       _ ("brings neither the rolling text nor a delegation's branch"));
  return FALSE;
}

static TwfReceipt *
find_main_receipt (Reception *reception)
{
  for (guint i = 0; i < reception->coming->len; i++)
    if (((TwfReceipt *)reception->coming->pdata[i])->code == NULL)
      return reception->coming->pdata[i];
  return NULL;
}

/* Under which symbols revisions of the rolling text were issued. Nobody signs that, so that it is
 * believed as far as an invitation is, and of nothing that comes later. */
static gboolean
look_at_issued (Reception *reception, GPtrArray *refs, GError **error)
{
  TwfReceipt *main_receipt = find_main_receipt (reception);

  if (!reception->options->is_invitation || main_receipt == NULL)
    return TRUE;
  for (guint i = 0; i < refs->len; i++)
    {
      const TwfBundleRef *ref = refs->pdata[i];
      g_autofree char *symbol = twf_bundle_dup_symbol (ref->name);
      g_autoptr (GError) reason = NULL;
      GBytes *tag;

      if (symbol == NULL)
        continue;
      tag = twf_inspect_issued (
          reception->inspection, symbol, ref->tip, main_receipt->tip, &reason);
      if (tag != NULL)
        g_hash_table_insert (reception->issued, g_steal_pointer (&symbol), tag);
      else if (reception->options->each_by_itself)
        g_debug ("%s: %s", ref->name, reason->message);
      else
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
    }
  main_receipt->n_issued = g_hash_table_size (reception->issued);
  return TRUE;
}

static gboolean
take_issued (Reception *reception, GError **error)
{
  GHashTableIter iter;
  gpointer symbol, tag;

  g_hash_table_iter_init (&iter, reception->issued);
  while (g_hash_table_iter_next (&iter, &symbol, &tag))
    if (!twf_repository_take_issued (
            twf_quarantine_get_plan (reception->quarantine), symbol, tag, error))
      return FALSE;
  return TRUE;
}

/* The pack that is to come in; NULL without @error: nothing is new. */
static char *
find_pack (Reception *reception, GError **error)
{
  TwfNovelty *novelty = twf_inspection_get_novelty (reception->inspection);
  guint n = twf_novelty_get_n_objects (novelty);
  g_autoptr (GBytes) list = NULL;
  char *pack;

  if (n == 0)
    return NULL;
  pack = twf_quarantine_find_pack (reception->quarantine, n);
  if (pack != NULL)
    return pack;
  list = twf_novelty_dup_list (novelty);
  return twf_intake_make_pack (reception->quarantine, list, reception->cancellable, error);
}

static void
fill_in (TwfReceipt *receipt, TwfArrival *arrival)
{
  static const TwfReceiptOutcome outcomes[] = {
    [TWF_ARRIVAL_NEW] = TWF_RECEIPT_NEW,
    [TWF_ARRIVAL_SAME] = TWF_RECEIPT_SAME,
    [TWF_ARRIVAL_OLDER] = TWF_RECEIPT_OLDER,
    [TWF_ARRIVAL_REWRITTEN] = TWF_RECEIPT_REWRITTEN,
  };

  receipt->outcome = outcomes[arrival->kind];
  receipt->vanished = g_steal_pointer (&arrival->vanished);
  if (arrival->noted == NULL)
    return;
  receipt->number = arrival->noted->number;
  receipt->when = arrival->noted->when;
  receipt->offset_minutes = arrival->noted->offset_minutes;
}

static gboolean
bring_in (Reception *reception, GError **error)
{
  const TwfReceiveOptions *options = reception->options;
  TwfCommitInfo info = { .name = options->name,
                         .email = options->email,
                         .when = options->when,
                         .offset_minutes = options->offset_minutes };
  g_autoptr (GError) reason = NULL;
  g_autofree char *pack = find_pack (reception, &reason);

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  /* From here on it is not stopped half-way. */
  if (g_cancellable_set_error_if_cancelled (reception->cancellable, error)
      || !twf_repository_take_in (
          twf_quarantine_get_plan (reception->quarantine), pack, reception->arrivals, &info, error))
    return FALSE;
  for (guint i = 0; i < reception->coming->len; i++)
    fill_in (reception->coming->pdata[i], reception->arrivals->pdata[i]);
  return take_issued (reception, error);
}

/* Of a delegation the own copy of the rolling text follows the facilitator's; what was taken back
 * or written anew is a person's to look at. */
static gboolean
step_main (Reception *reception, GError **error)
{
  TwfRepository *plan = twf_quarantine_get_plan (reception->quarantine);

  if (reception->options->code == NULL || reception->options->is_invitation)
    return TRUE;
  for (guint i = 0; i < reception->coming->len; i++)
    {
      TwfReceipt *receipt = reception->coming->pdata[i];
      const TwfArrival *arrival = reception->arrivals->pdata[i];
      TwfVerdict verdict;

      twf_verdict_from_name (receipt->verdict, &verdict);
      if (receipt->code != NULL || arrival->noted == NULL || arrival->noted->beside != NULL
          || (receipt->outcome != TWF_RECEIPT_NEW && receipt->outcome != TWF_RECEIPT_SAME))
        continue;
      if (!twf_main_step (reception->judge,
                          plan,
                          receipt->tip,
                          verdict,
                          &receipt->main_step,
                          reception->cancellable,
                          error))
        return FALSE;
    }
  return TRUE;
}

static void
inspected (guint64 done, gpointer user_data)
{
  Reception *reception = user_data;

  if (reception->progress != NULL)
    reception->progress (done, 0, reception->user_data);
}

static GPtrArray *
receive_once (TwfQuarantine *quarantine,
              GPtrArray *refs,
              const TwfReceiveOptions *options,
              const char *origin,
              gboolean is_last,
              TwfReceiveFunc progress,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) receipts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_receipt_free);
  g_autoptr (GPtrArray) arrivals
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_arrival_free);
  g_autoptr (GPtrArray) coming = g_ptr_array_new ();
  g_autoptr (GHashTable) issued
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  g_autoptr (TwfInspection) inspection
      = twf_inspection_new (quarantine, options->is_invitation, error);
  g_autoptr (TwfJudge) judge
      = inspection != NULL ? twf_judge_new (
            twf_quarantine_get_plan (quarantine), options->is_invitation, cancellable, error)
                           : NULL;
  Reception reception = { .quarantine = quarantine,
                          .inspection = inspection,
                          .options = options,
                          .origin = origin,
                          .judge = judge,
                          .receipts = receipts,
                          .arrivals = arrivals,
                          .coming = coming,
                          .issued = issued,
                          .progress = progress,
                          .user_data = user_data,
                          .cancellable = cancellable,
                          .is_last = is_last };

  if (judge == NULL)
    return NULL;
  twf_inspection_set_progress (inspection, inspected, &reception);
  if (!take_branches (&reception, refs, error) || !look_at_issued (&reception, refs, error)
      || !bring_in (&reception, error) || !step_main (&reception, error))
    return NULL;
  return g_steal_pointer (&receipts);
}

/* A git that packs the plan anew meanwhile takes packs away that were being looked into: what is
 * missing then is there when it is looked for again. */
static GPtrArray *
receive (TwfQuarantine *quarantine,
         GPtrArray *refs,
         const TwfReceiveOptions *options,
         const char *origin,
         TwfReceiveFunc progress,
         gpointer user_data,
         GCancellable *cancellable,
         GError **error)
{
  for (guint left = ATTEMPTS; left > 0; left--)
    {
      g_autoptr (GError) reason = NULL;
      GPtrArray *receipts = receive_once (
          quarantine, refs, options, origin, left == 1, progress, user_data, cancellable, &reason);

      if (receipts != NULL)
        return receipts;
      if (left == 1 || !g_error_matches (reason, TWF_ERROR, TWF_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return NULL;
        }
    }
  return NULL;
}

/**
 * twf_receive_quarantined:
 * @quarantine: what came
 * @refs: (element-type TwfBundleRef): the branches that came; others than the rolling text and
 *   those of delegations are passed over
 * @options: who receives, and how
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): ends it before anything is written
 * @error: return location
 *
 * Looks at every object that came, asks for the signatures, brings what may come in into the plan,
 * and notes the branches under refs/received. The one branch that may move is a delegation's copy
 * of the rolling text, forward. Blocks.
 *
 * Returns: (transfer full) (element-type TwfReceipt): what became of each branch
 * Errors: as twf_inspect_branch() and twf_repository_take_in()
 */
GPtrArray *
twf_receive_quarantined (TwfQuarantine *quarantine,
                         GPtrArray *refs,
                         const TwfReceiveOptions *options,
                         TwfReceiveFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (quarantine != NULL && refs != NULL && options != NULL, NULL);

  return receive (
      quarantine, refs, options, options->origin, progress, user_data, cancellable, error);
}

/**
 * twf_receive_file:
 * @plan: the plan
 * @path: a contribution file; "-": standard input
 * @options: who receives, and how
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): ends it before anything is written
 * @error: return location
 *
 * Takes a contribution file in: as twf_receive_quarantined(), after git has looked at its pack.
 * Blocks.
 *
 * Returns: (transfer full) (element-type TwfReceipt): what became of each branch
 * Errors: as twf_receive_quarantined(); TWF_ERROR_INVALID if it is no such file, cut short or
 *   altered, or goes on from what is not here; TWF_ERROR_TOO_LARGE
 */
GPtrArray *
twf_receive_file (TwfRepository *plan,
                  const char *path,
                  const TwfReceiveOptions *options,
                  TwfReceiveFunc progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (TwfQuarantine) quarantine = NULL;
  g_autoptr (GPtrArray) refs = NULL;
  g_autofree char *sum = NULL;

  g_return_val_if_fail (plan != NULL && path != NULL && options != NULL, NULL);

  quarantine = twf_quarantine_new (plan, error);
  if (quarantine == NULL)
    return NULL;
  refs = twf_intake_file (
      quarantine, path, options->is_invitation, &sum, progress, user_data, cancellable, error);
  if (refs == NULL)
    return NULL;
  return receive (quarantine, refs, options, sum, progress, user_data, cancellable, error);
}
