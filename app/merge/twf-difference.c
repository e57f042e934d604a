/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-difference.h"

#include "twf-moves.h"

#include <string.h>

/* What the next run is made of: bytes of one of the texts. */
typedef struct
{
  TwfRun run; /* without its text */
  const char *start;
  gsize length;
} Pending;

/* Writes runs from tokens, spaces included. */
typedef struct
{
  const TwfTokens *old_tokens;
  const TwfTokens *new_tokens;
  const TwfMoves *moves;
  guint32 *arrived; /* moves in the order of the new text */
  guint n_left;     /* moves whose old place has been written */
  guint n_arrived;
  Pending pending;
  GPtrArray *runs; /* of TwfRun */
} Writer;

/**
 * twf_run_free:
 * @self: (nullable): a run
 */
void
twf_run_free (TwfRun *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

static void
flush (Writer *self)
{
  TwfRun *run;

  if (self->pending.length == 0)
    return;
  run = g_new (TwfRun, 1);
  *run = self->pending.run;
  run->text = g_malloc (self->pending.length + 1);
  memcpy (run->text, self->pending.start, self->pending.length);
  run->text[self->pending.length] = '\0';
  g_ptr_array_add (self->runs, run);
  self->pending.length = 0;
}

/* Adds the tokens from @from up to @to to the run before them, where that is of the same sort: they
 * follow it in its text. */
static void
add_run (Writer *self, TwfRun run, const TwfTokens *tokens, guint from, guint to)
{
  const TwfRun *last = &self->pending.run;
  const TwfToken *end;

  if (from >= to)
    return;
  if (last->kind != run.kind || last->move != run.move || last->edited != run.edited)
    flush (self);
  if (self->pending.length == 0)
    self->pending.start = tokens->text + tokens->tokens[from].start;
  end = &tokens->tokens[to - 1];
  self->pending.length = (gsize)(tokens->text + end->start + end->length - self->pending.start);
  self->pending.run = run;
}

static void
add_equal (Writer *self, guint from, guint to)
{
  add_run (self, (TwfRun){ .kind = TWF_RUN_EQUAL }, self->old_tokens, from, to);
}

/* Adds the tokens between two blocks of a moved passage; spaces at the ends are no part of what was
 * edited there. */
static void
add_edited (Writer *self, TwfRun run, const TwfTokens *tokens, guint from, guint to)
{
  guint start = from;
  guint end = to;

  while (start < end && tokens->tokens[start].kind == TWF_SEGMENT_SPACE)
    start++;
  while (end > start && tokens->tokens[end - 1].kind == TWF_SEGMENT_SPACE)
    end--;
  add_run (self, run, tokens, from, start);
  run.edited = TRUE;
  add_run (self, run, tokens, start, end);
  run.edited = FALSE;
  add_run (self, run, tokens, end, to);
}

/* Adds a moved passage where it was, or where it is now. */
static void
add_moved (Writer *self, guint which, TwfRunKind kind)
{
  gboolean here = kind == TWF_RUN_INSERTED;
  const TwfTokens *tokens = here ? self->new_tokens : self->old_tokens;
  const TwfMove *move = &g_array_index (self->moves->moves, TwfMove, which);
  guint first = here ? move->y : move->x;
  guint last = first + (here ? move->n_new : move->n_old) - 1;
  guint at = tokens->positions[first];
  TwfRun run = { .kind = kind, .move = which + 1 };

  for (guint i = 0; i < move->n_blocks; i++)
    {
      const TwfBlock *block = &g_array_index (self->moves->blocks, TwfBlock, move->first_block + i);
      guint word = here ? block->y : block->x;
      guint end = tokens->positions[word + block->n - 1] + 1;

      add_edited (self, run, tokens, at, tokens->positions[word]);
      add_run (self, run, tokens, tokens->positions[word], end);
      at = end;
    }
  add_edited (self, run, tokens, at, tokens->positions[last] + 1);
}

static void
add_deleted (Writer *self, guint from, guint to)
{
  const TwfTokens *tokens = self->old_tokens;
  const TwfRun run = { .kind = TWF_RUN_DELETED };

  for (; self->n_left < self->moves->moves->len; self->n_left++)
    {
      const TwfMove *move = &g_array_index (self->moves->moves, TwfMove, self->n_left);
      guint start = tokens->positions[move->x];

      if (start >= to)
        break;
      add_run (self, run, tokens, from, start);
      add_moved (self, self->n_left, TWF_RUN_DELETED);
      from = tokens->positions[move->x + move->n_old - 1] + 1;
    }
  add_run (self, run, tokens, from, to);
}

static void
add_inserted (Writer *self, guint from, guint to)
{
  const TwfTokens *tokens = self->new_tokens;
  const TwfRun run = { .kind = TWF_RUN_INSERTED };

  for (; self->n_arrived < self->moves->moves->len; self->n_arrived++)
    {
      guint which = self->arrived[self->n_arrived];
      const TwfMove *move = &g_array_index (self->moves->moves, TwfMove, which);
      guint start = tokens->positions[move->y];

      if (start >= to)
        break;
      add_run (self, run, tokens, from, start);
      add_moved (self, which, TWF_RUN_INSERTED);
      from = tokens->positions[move->y + move->n_new - 1] + 1;
    }
  add_run (self, run, tokens, from, to);
}

static gboolean
same_space (Writer *self, guint x, guint y)
{
  const TwfToken *one = &self->old_tokens->tokens[x];
  const TwfToken *other = &self->new_tokens->tokens[y];

  return one->kind == TWF_SEGMENT_SPACE && one->symbol == other->symbol;
}

/* Adds what stands between two blocks. Spaces that both sides have at an end of it are no part of
 * the change: what is marked begins and ends with a word. */
static void
add_change (Writer *self, guint x0, guint x1, guint y0, guint y1)
{
  guint x = x0, y = y0;
  guint x_end = x1, y_end = y1;

  while (x < x_end && y < y_end && same_space (self, x, y))
    x++, y++;
  while (x < x_end && y < y_end && same_space (self, x_end - 1, y_end - 1))
    x_end--, y_end--;
  add_equal (self, x0, x);
  add_deleted (self, x, x_end);
  add_inserted (self, y, y_end);
  add_equal (self, x_end, x1);
}

/* Adds the words of a block, with the spaces between them, which may have changed. */
static void
add_block (Writer *self, const TwfBlock *block)
{
  const guint32 *xs = self->old_tokens->positions + block->x;
  const guint32 *ys = self->new_tokens->positions + block->y;
  guint from = xs[0];

  for (guint i = 1; i < block->n; i++)
    {
      guint spaces = xs[i] - xs[i - 1] - 1;

      if (spaces == ys[i] - ys[i - 1] - 1
          && (spaces == 0 || (spaces == 1 && same_space (self, xs[i] - 1, ys[i] - 1))))
        continue;
      add_equal (self, from, xs[i - 1] + 1);
      add_change (self, xs[i - 1] + 1, xs[i], ys[i - 1] + 1, ys[i]);
      from = xs[i];
    }
  add_equal (self, from, xs[block->n - 1] + 1);
}

static gint
compare_arrival (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const TwfMove *moves = user_data;
  guint one = moves[*(const guint32 *)a].y;
  guint other = moves[*(const guint32 *)b].y;

  return one < other ? -1 : one > other;
}

static guint32 *
list_arrivals (const TwfMoves *moves)
{
  guint n = moves->moves->len;
  guint32 *arrived = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    arrived[i] = i;
  g_qsort_with_data (arrived, (gint)n, sizeof *arrived, compare_arrival, moves->moves->data);
  return arrived;
}

/**
 * twf_difference_of_texts:
 * @old_text: (nullable): a text in UTF-8; %NULL is an empty one
 * @new_text: (nullable): what became of it
 * @language: (nullable): their language
 *
 * Compares two texts by whole words, marks and runs of spaces. The equal and deleted runs put
 * together are the old text, the equal and inserted ones the new text, byte for byte. What was
 * deleted stands before what was put in its place. Two runs of one kind follow each other only
 * where a passage begins or ends that moved (see twf_moves_new()), or an edit inside it.
 *
 * Returns: (transfer full) (element-type TwfRun): the runs in reading order
 */
GPtrArray *
twf_difference_of_texts (const char *old_text, const char *new_text, const char *language)
{
  g_autoptr (TwfWordTable) lexicon = twf_word_table_new ();
  g_autoptr (TwfTokens) old_tokens
      = twf_tokens_new (old_text != NULL ? old_text : "", language, lexicon);
  g_autoptr (TwfTokens) new_tokens
      = twf_tokens_new (new_text != NULL ? new_text : "", language, lexicon);
  g_autoptr (GArray) blocks = twf_blocks_new (old_tokens, new_tokens, lexicon);
  g_autoptr (TwfMoves) moves = twf_moves_new (old_tokens, new_tokens, blocks);
  g_autofree guint32 *arrived = list_arrivals (moves);
  Writer self = { .old_tokens = old_tokens,
                  .new_tokens = new_tokens,
                  .moves = moves,
                  .arrived = arrived,
                  .runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free) };
  guint x = 0, y = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const TwfBlock *block = &g_array_index (blocks, TwfBlock, i);

      add_change (&self, x, old_tokens->positions[block->x], y, new_tokens->positions[block->y]);
      add_block (&self, block);
      x = old_tokens->positions[block->x + block->n - 1] + 1;
      y = new_tokens->positions[block->y + block->n - 1] + 1;
    }
  add_change (&self, x, old_tokens->n_tokens, y, new_tokens->n_tokens);
  flush (&self);
  return self.runs;
}
