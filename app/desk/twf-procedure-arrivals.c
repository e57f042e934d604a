/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-procedure-arrivals.h"

#include <string.h>

/* The moment that a break bears is its delegation's own word. What others can know is since when
 * the rolling text has it. */

/* So many revisions are looked back through; who merges more often than that in one silence is
 * told nothing. */
#define MOST_STEPS 5000

/* A break that bears a moment before the deadline. */
typedef struct
{
  char *value;
  gint64 until; /* when the silence was over */
} Pending;

static void
free_pending (gpointer data)
{
  Pending *pending = data;

  g_free (pending->value);
  g_free (pending);
}

static GPtrArray *
list_pending (const TwfProcedure *procedure)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_pending);

  for (guint i = 0; i < procedure->silences->len; i++)
    {
      const TwfSilence *silence = procedure->silences->pdata[i];

      for (guint j = 0; j < silence->breaks->len; j++)
        {
          Pending *pending = g_new0 (Pending, 1);

          pending->value = twf_procedure_act_format (silence->breaks->pdata[j]);
          pending->until = twf_silence_get_end (silence);
          g_ptr_array_add (list, pending);
        }
    }
  return list;
}

/* Whether the plan's own fields, as they are stored, have it. */
static gboolean
has_line (GBytes *file, const char *value)
{
  g_autofree char *line = g_strconcat ("\n" TWF_PLAN_PROCEDURE ": ", value, "\n", NULL);

  return file != NULL
         && memmem (g_bytes_get_data (file, NULL), g_bytes_get_size (file), line, strlen (line))
                != NULL;
}

static gint64
get_when (TwfRepository *repository, const char *revision)
{
  g_autoptr (GPtrArray) newest
      = twf_repository_list_revisions (repository, revision, NULL, 0, 1, NULL, NULL);

  return newest != NULL && newest->len > 0 ? twf_revision_get_when (newest->pdata[0]) : 0;
}

/* Of what is in time by then nothing is to be told; what the revision before has not came with this
 * one. */
static void
look_at (GHashTable *arrivals, GPtrArray *pending, gint64 when, GBytes *before)
{
  for (guint i = pending->len; i > 0; i--)
    {
      const Pending *one = pending->pdata[i - 1];

      if (when > one->until && has_line (before, one->value))
        continue;
      if (when > one->until)
        g_hash_table_insert (arrivals, g_strdup (one->value), g_memdup2 (&when, sizeof when));
      g_ptr_array_remove_index_fast (pending, i - 1);
    }
}

/* What is not in the rolling text yet came nowhere. */
static void
forget_absent (GPtrArray *pending, GBytes *file)
{
  for (guint i = pending->len; i > 0; i--)
    if (!has_line (file, ((const Pending *)pending->pdata[i - 1])->value))
      g_ptr_array_remove_index_fast (pending, i - 1);
}

/**
 * twf_procedure_find_arrivals:
 * @repository: where
 * @tip: the newest revision of the rolling text
 * @procedure: what is on record
 * @cancellable: (nullable): ends it; then what was found until then comes back
 *
 * Walks back from @tip along the line itself, no further than to the earliest deadline that is
 * asked about. Blocks.
 *
 * Returns: (transfer full) (element-type utf8 gint64): the breaks that came in when the silence
 *   was over, and when they did
 */
GHashTable *
twf_procedure_find_arrivals (TwfRepository *repository,
                             const char *tip,
                             const TwfProcedure *procedure,
                             GCancellable *cancellable)
{
  GHashTable *arrivals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) pending = list_pending (procedure);
  g_autofree char *at = g_strdup (tip);
  g_autoptr (GBytes) file = twf_repository_read_file (repository, tip, "plan", NULL);

  forget_absent (pending, file);
  for (guint i = 0; pending->len > 0 && i < MOST_STEPS; i++)
    {
      g_autofree char *spelled = g_strconcat (at, "^", NULL);
      g_autofree char *before = twf_repository_resolve (repository, spelled, NULL);
      g_autoptr (GBytes) former
          = before != NULL ? twf_repository_read_file (repository, before, "plan", NULL) : NULL;

      if (g_cancellable_is_cancelled (cancellable))
        break;
      look_at (arrivals, pending, get_when (repository, at), former);
      if (before == NULL)
        break;
      g_free (at);
      at = g_steal_pointer (&before);
    }
  return arrivals;
}
