/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-difference.h"

#include "twf-blocks.h"

/* Writes runs from tokens, spaces included. */
typedef struct
{
  const TwfTokens *old_tokens;
  const TwfTokens *new_tokens;
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

/* Adds the tokens from @from up to @to as a run; to the last one, where that is of the same kind.
 */
static void
add (Writer *self, TwfRunKind kind, const TwfTokens *tokens, guint from, guint to)
{
  TwfRun *last = self->runs->len > 0 ? g_ptr_array_index (self->runs, self->runs->len - 1) : NULL;
  g_autofree char *text = NULL;
  gsize start;

  if (from == to)
    return;
  start = tokens->tokens[from].start;
  text = g_strndup (tokens->text + start,
                    tokens->tokens[to - 1].start + tokens->tokens[to - 1].length - start);
  if (last != NULL && last->kind == kind)
    {
      char *joined = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = joined;
      return;
    }
  last = g_new (TwfRun, 1);
  last->kind = kind;
  last->text = g_steal_pointer (&text);
  g_ptr_array_add (self->runs, last);
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
  add (self, TWF_RUN_EQUAL, self->old_tokens, x0, x);
  add (self, TWF_RUN_DELETED, self->old_tokens, x, x_end);
  add (self, TWF_RUN_INSERTED, self->new_tokens, y, y_end);
  add (self, TWF_RUN_EQUAL, self->old_tokens, x_end, x1);
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
      add (self, TWF_RUN_EQUAL, self->old_tokens, from, xs[i - 1] + 1);
      add_change (self, xs[i - 1] + 1, xs[i], ys[i - 1] + 1, ys[i]);
      from = xs[i];
    }
  add (self, TWF_RUN_EQUAL, self->old_tokens, from, xs[block->n - 1] + 1);
}

/**
 * twf_difference_of_texts:
 * @old_text: (nullable): a text in UTF-8; %NULL is an empty one
 * @new_text: (nullable): what became of it
 * @language: (nullable): their language
 *
 * Compares two texts by whole words, marks and runs of spaces. The equal and deleted runs put
 * together are the old text, the equal and inserted ones the new text, byte for byte. No two runs
 * of one kind follow each other, and what was deleted stands before what was put in its place.
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
  Writer self
      = { old_tokens, new_tokens, g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free) };
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
  return self.runs;
}
