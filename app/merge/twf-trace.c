/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-trace-private.h"

#include "twf-meaning.h"

#include <string.h>

/* The words of one of the two versions while the runs are gone through. */
typedef struct
{
  GArray *words; /* of TwfTracedWord */
  guint at;      /* the word in which the next run begins */
  gsize into;    /* so many bytes in it */
} Side;

/* A stretch of a run that one word has a part in. */
typedef struct
{
  GString *text;
  const TwfTracedWord *word; /* borrowed */
} Fragment;

static void
clear_fragment (gpointer data)
{
  Fragment *fragment = data;

  if (fragment->text != NULL)
    g_string_free (fragment->text, TRUE);
}

/**
 * twf_traced_run_free:
 * @self: (transfer full) (nullable): a stretch
 */
void
twf_traced_run_free (TwfTracedRun *self)
{
  if (self == NULL)
    return;
  g_free (self->run.text);
  g_clear_pointer (&self->by, g_array_unref);
  g_clear_pointer (&self->put, g_array_unref);
  g_free (self);
}

static TwfTracedWord *
get_word (const Side *side, guint at)
{
  return &g_array_index (side->words, TwfTracedWord, at);
}

static gsize
get_shown (const TwfTracedWord *word, const char **text)
{
  *text = word->plain != NULL ? word->plain : word->text;
  return word->plain != NULL ? strlen (word->plain) : word->length;
}

/* Whether the runs without those of @other are the text of @side. */
static gboolean
fits (const Side *side, GPtrArray *runs, TwfRunKind other)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];

      if (run->kind != other)
        g_string_append (text, run->text);
    }
  for (guint i = 0; i < side->words->len; i++)
    {
      const char *shown;
      gsize length = get_shown (get_word (side, i), &shown);

      if (length > text->len - at || memcmp (text->str + at, shown, length) != 0)
        return FALSE;
      at += length;
    }
  /* A text of spaces alone has no words. */
  return at == text->len || side->words->len == 0;
}

static void
make_plain (const Side *side)
{
  for (guint i = 0; i < side->words->len; i++)
    {
      TwfTracedWord *word = get_word (side, i);
      g_autofree char *text = g_strndup (word->text, word->length);

      word->plain = twf_meaning_dup_plain (text);
    }
}

/* Whether the runs are a difference of the two texts, as they stand or as they are read. */
static gboolean
prepare (const Side *former, const Side *latter, GPtrArray *runs)
{
  if (fits (former, runs, TWF_RUN_INSERTED) && fits (latter, runs, TWF_RUN_DELETED))
    return TRUE;
  make_plain (former);
  make_plain (latter);
  return fits (former, runs, TWF_RUN_INSERTED) && fits (latter, runs, TWF_RUN_DELETED);
}

static gboolean
has_letters (const char *text, gsize length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/* Spaces and signs go with the words beside them: a full stop that stayed says nothing of whose a
 * sentence is. */
static void
add_fragment (GArray *fragments, const TwfTracedWord *word, const char *text, gsize length)
{
  Fragment *last
      = fragments->len > 0 ? &g_array_index (fragments, Fragment, fragments->len - 1) : NULL;
  gboolean counts = has_letters (text, length);
  Fragment fragment;

  if (last != NULL && (!counts || !has_letters (last->text->str, last->text->len)))
    {
      g_string_append_len (last->text, text, (gssize)length);
      if (counts)
        last->word = word;
      return;
    }
  fragment.text = g_string_new_len (text, (gssize)length);
  fragment.word = word;
  g_array_append_val (fragments, fragment);
}

/* The next @length bytes of a side, by words. */
static GArray *
take (Side *side, gsize length, gboolean changed)
{
  GArray *fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));

  g_array_set_clear_func (fragments, clear_fragment);
  while (length > 0 && side->at < side->words->len)
    {
      TwfTracedWord *word = get_word (side, side->at);
      const char *text;
      gsize whole = get_shown (word, &text);
      gsize part = MIN (length, whole - side->into);

      if (changed)
        {
          word->covered |= has_letters (text + side->into, part);
          add_fragment (fragments, word, text + side->into, part);
        }
      length -= part;
      side->into += part;
      if (side->into < whole)
        break;
      side->at++;
      side->into = 0;
    }
  return fragments;
}

/* Of two words that read alike a difference may take the one, and the history the other. */
static const TwfTracedWord *
find_instead (const Side *side, const TwfTracedWord *word)
{
  if (word->changed)
    return word;
  for (guint i = 0; i < side->words->len; i++)
    {
      const TwfTracedWord *other = get_word (side, i);

      if (other->changed && !other->covered && other->core == word->core
          && memcmp (other->text, word->text, word->core) == 0)
        return other;
    }
  return NULL;
}

/* A word of a passage that was struck, while the history has it go on in what came instead, went
 * with the passage. */
static const TwfTracedWord *
find_beside (GArray *fragments, guint at)
{
  for (guint i = at; i > 0; i--)
    if (g_array_index (fragments, Fragment, i - 1).word->changed)
      return g_array_index (fragments, Fragment, i - 1).word;
  for (guint i = at + 1; i < fragments->len; i++)
    if (g_array_index (fragments, Fragment, i).word->changed)
      return g_array_index (fragments, Fragment, i).word;
  return NULL;
}

static gboolean
is_same (const GArray *one, const GArray *other)
{
  guint n = one != NULL ? one->len : 0;

  return n == (other != NULL ? other->len : 0)
         && (n == 0 || memcmp (one->data, other->data, n * sizeof (guint)) == 0);
}

static GArray *
hold (GArray *versions)
{
  return versions != NULL ? g_array_ref (versions) : g_array_new (FALSE, FALSE, sizeof (guint));
}

/* Adds a stretch, or makes the last one longer that has the same story. */
static void
add_traced (GPtrArray *traced, const TwfRun *run, const char *text, const TwfTracedWord *word)
{
  gboolean elsewhere = run->kind == TWF_RUN_DELETED && !word->changed;
  TwfTracedRun *last = traced->len > 0 ? traced->pdata[traced->len - 1] : NULL;

  if (last != NULL && last->run.kind == run->kind && last->run.move == run->move
      && last->run.edited == run->edited && last->elsewhere == elsewhere
      && last->left_out == word->left_out && is_same (last->by, word->by)
      && is_same (last->put, word->put))
    {
      char *longer = g_strconcat (last->run.text, text, NULL);

      g_free (last->run.text);
      last->run.text = longer;
      return;
    }
  last = g_new0 (TwfTracedRun, 1);
  last->run = *run;
  last->run.text = g_strdup (text);
  last->by = hold (word->by);
  last->put = hold (word->put);
  last->left_out = word->left_out;
  last->elsewhere = elsewhere;
  g_ptr_array_add (traced, last);
}

static void
trace_run (const Side *side, const TwfRun *run, GArray *fragments, GPtrArray *traced)
{
  const TwfTracedWord nobody = { .changed = TRUE };

  if (fragments->len == 0)
    add_traced (traced, run, run->text, &nobody);
  for (guint i = 0; i < fragments->len; i++)
    {
      const Fragment *fragment = &g_array_index (fragments, Fragment, i);
      const TwfTracedWord *word = find_instead (side, fragment->word);

      if (word == NULL && run->kind == TWF_RUN_DELETED)
        word = find_beside (fragments, i);
      add_traced (traced, run, fragment->text->str, word != NULL ? word : fragment->word);
    }
}

static void
forget_places (Side *side)
{
  side->at = 0;
  side->into = 0;
}

/* Every word that a run has is known before the first is asked whose it is. */
static GPtrArray *
list_fragments (Side *former, Side *latter, GPtrArray *runs)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  forget_places (former);
  forget_places (latter);
  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];
      gsize length = strlen (run->text);
      GArray *was = run->kind != TWF_RUN_INSERTED
                        ? take (former, length, run->kind == TWF_RUN_DELETED)
                        : NULL;
      GArray *is = run->kind != TWF_RUN_DELETED
                       ? take (latter, length, run->kind == TWF_RUN_INSERTED)
                       : NULL;

      if (was != NULL && is != NULL)
        g_array_unref (is);
      g_ptr_array_add (lists, was != NULL ? was : is);
    }
  return lists;
}

/**
 * twf_trace_runs:
 * @provenance: the versions of a text
 * @former: one of them, or TWF_NO_VERSION: the text was not there
 * @latter: another, or TWF_NO_VERSION
 * @runs: (element-type TwfRun): their difference, of the texts or of what is read of them
 *   (twf_meaning_dup_plain())
 *
 * Cuts the runs up by whose doing they are. Neither version need be made from the other. Words that
 * only @latter has are whose they are in its history; words that it has not were taken out by the
 * last version in its history after which they were gone, and by none if it never had them.
 *
 * Returns: (transfer full) (nullable) (element-type TwfTracedRun): the runs, in the same order;
 *   %NULL: they are no difference of the two
 */
GPtrArray *
twf_trace_runs (TwfProvenance *provenance, guint former, guint latter, GPtrArray *runs)
{
  Side was = { .words = twf_trace_list_former (provenance, former, latter) };
  Side is = { .words = twf_trace_list_latter (provenance, former, latter) };
  g_autoptr (GArray) holds_was = was.words;
  g_autoptr (GArray) holds_is = is.words;
  g_autoptr (GPtrArray) lists = NULL;
  GPtrArray *traced;
  const TwfTracedWord nobody = { .changed = TRUE };

  if (!prepare (&was, &is, runs))
    return NULL;
  lists = list_fragments (&was, &is, runs);
  traced = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_traced_run_free);
  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];

      if (run->kind == TWF_RUN_EQUAL)
        add_traced (traced, run, run->text, &nobody);
      else
        trace_run (run->kind == TWF_RUN_DELETED ? &was : &is, run, lists->pdata[i], traced);
    }
  return traced;
}
