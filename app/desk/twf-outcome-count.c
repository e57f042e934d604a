/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-outcome-count.h"

#include <glib/gi18n-lib.h>

/**
 * twf_outcome_is_taken_over:
 * @outcome: what became of a request
 *
 * A proposal that was made on a branch, what is said about one, a remark and a delegation's own
 * record come along with a contribution: the text is as it was, and nobody accepted anything.
 *
 * Returns: whether it is such a thing, and is in the plan now
 */
gboolean
twf_outcome_is_taken_over (const TwfOutcome *outcome)
{
  if (outcome->kind != TWF_OUTCOME_ACCEPTED || outcome->request == NULL)
    return FALSE;
  switch (twf_request_get_kind (outcome->request))
    {
    case TWF_REQUEST_PROPOSAL:
    case TWF_REQUEST_REMARK:
    case TWF_REQUEST_DELEGATION:
      return TRUE;
    case TWF_REQUEST_TEXT:
    case TWF_REQUEST_FIELD:
    case TWF_REQUEST_INSERT:
    case TWF_REQUEST_DELETE:
    case TWF_REQUEST_MOVE:
    default:
      return FALSE;
    }
}

/**
 * twf_outcome_count:
 * @outcomes: (element-type TwfOutcome): what a merge gives
 *
 * Returns: how many there are of each
 */
TwfOutcomeCount
twf_outcome_count (GPtrArray *outcomes)
{
  TwfOutcomeCount count = { 0 };
  guint n_withdrawn = 0; /* left out as they are withdrawn: nothing is to be decided */
  guint *const counters[] = {
    [TWF_OUTCOME_ACCEPTED] = &count.accepted, [TWF_OUTCOME_PROPOSED] = &count.proposed,
    [TWF_OUTCOME_REJECTED] = &count.rejected, [TWF_OUTCOME_ALREADY] = &count.already,
    [TWF_OUTCOME_LEFT_OUT] = &count.left_out, [TWF_OUTCOME_WITHDRAWN] = &count.withdrawn,
  };

  for (guint i = 0; i < outcomes->len; i++)
    {
      const TwfOutcome *outcome = g_ptr_array_index (outcomes, i);

      if (twf_outcome_is_taken_over (outcome))
        count.taken_over++;
      else
        *counters[outcome->kind] += 1;
      count.close += outcome->close;
      n_withdrawn
          += outcome->kind == TWF_OUTCOME_LEFT_OUT && outcome->reason == TWF_REASON_CONDITION;
    }
  count.needs_person = count.proposed + count.left_out - n_withdrawn + count.close > 0;
  return count;
}

/**
 * twf_outcome_count_dup_line:
 * @self: how many there are of each
 * @digits: the digits a reader is shown
 * @all: whether to name what there is none of as well
 *
 * Returns: (transfer full): one line in the reader's language; empty where nothing is named
 */
char *
twf_outcome_count_dup_line (const TwfOutcomeCount *self, TwfDigits digits, gboolean all)
{
  const struct
  {
    const char *format;
    guint n;
  } parts[] = {
    { _ ("Accepted: %s."), self->accepted },     { _ ("Taken over: %s."), self->taken_over },
    { _ ("Proposals: %s."), self->proposed },    { _ ("Rejected: %s."), self->rejected },
    { _ ("There already: %s."), self->already }, { _ ("Left out: %s."), self->left_out },
    { _ ("Withdrawn: %s."), self->withdrawn },   { _ ("To be read again: %s."), self->close },
  };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *ascii = g_strdup_printf ("%u", parts[i].n);
      g_autofree char *shown = twf_digits_from_ascii (ascii, digits);
      g_auto (GStrv) pieces = g_strsplit (parts[i].format, "%s", 2);

      if (parts[i].n == 0 && !all)
        continue;
      if (line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, pieces[0]);
      g_string_append (line, shown);
      g_string_append (line, pieces[1] != NULL ? pieces[1] : "");
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}
