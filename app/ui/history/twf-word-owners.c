/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-word-owners.h"

#include "twf-byline.h"
#include "twf-owned-text.h"
#include "twf-segments.h"

#include <string.h>

/* Between words that came together and stand apart. */
#define APART " \342\200\246 "

typedef struct
{
  TwfWorkbench *workbench;
  const char *language;
  TwfWordOwners *owners;
} Sorter;

static void
free_owner (gpointer data)
{
  TwfWordOwner *owner = data;

  g_free (owner->mark);
  g_free (owner->name);
  g_free (owner);
}

static void
free_story (gpointer data)
{
  TwfWordStory *story = data;

  g_ptr_array_unref (story->runs);
  g_free (story);
}

/**
 * twf_word_owners_free:
 * @self: (transfer full) (nullable): words by whose they are
 */
void
twf_word_owners_free (TwfWordOwners *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->stories);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->owners);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/* The number of the owner of @run. */
static guint
find_owner (Sorter *self, const TwfWordRun *run)
{
  GPtrArray *owners = self->owners->owners;
  g_autofree char *mark = twf_byline_dup_mark (self->workbench, run->origins);
  TwfWordOwner *owner;

  for (guint i = 0; i < owners->len; i++)
    if (g_str_equal (((TwfWordOwner *)owners->pdata[i])->mark, mark))
      return i;
  owner = g_new0 (TwfWordOwner, 1);
  owner->mark = g_steal_pointer (&mark);
  owner->name = twf_byline_dup_names (self->workbench, run->origins);
  g_ptr_array_add (owners, owner);
  return owners->len - 1;
}

static gboolean
have_same_story (const TwfWordRun *one, const TwfWordRun *other)
{
  if (one->deleted_by != other->deleted_by || one->left_out != other->left_out
      || g_strcmp0 (one->proposal, other->proposal) != 0
      || one->origins->len != other->origins->len)
    return FALSE;
  return memcmp (one->origins->pdata,
                 other->origins->pdata,
                 one->origins->len * sizeof *one->origins->pdata)
         == 0;
}

static void
append_run (GPtrArray *runs, TwfRunKind kind, const char *text)
{
  TwfRun *run = g_new0 (TwfRun, 1);

  run->kind = kind;
  run->text = g_strdup (text);
  g_ptr_array_add (runs, run);
}

static void
add_to_story (Sorter *self, const TwfWordRun *run)
{
  TwfRunKind kind = run->deleted_by != NULL ? TWF_RUN_DELETED : TWF_RUN_EQUAL;
  GPtrArray *stories = self->owners->stories;
  TwfWordStory *story = NULL;

  for (guint i = 0; i < stories->len && story == NULL; i++)
    if (have_same_story (((TwfWordStory *)stories->pdata[i])->first, run))
      story = stories->pdata[i];
  if (story == NULL)
    {
      story = g_new0 (TwfWordStory, 1);
      story->first = run;
      story->runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);
      g_ptr_array_add (stories, story);
    }
  else
    append_run (story->runs, TWF_RUN_EQUAL, APART);
  append_run (story->runs, kind, run->text);
}

static void
show_words (Sorter *self, const TwfWordRun *run, guint number, const char *text, gsize length)
{
  const TwfWordOwner *owner = self->owners->owners->pdata[number];
  TwfOwnedRun *shown = g_new0 (TwfOwnedRun, 1);

  shown->text = g_strndup (text, length);
  shown->mark = g_strdup (owner->mark);
  shown->colour = number;
  shown->look = run->deleted_by != NULL ? TWF_OWNED_GONE : TWF_OWNED_STANDS;
  g_ptr_array_add (self->owners->shown, shown);
}

static gint
by_place (gconstpointer one, gconstpointer other)
{
  const TwfWordRun *a = *(TwfWordRun *const *)one;
  const TwfWordRun *b = *(TwfWordRun *const *)other;

  return a->place < b->place ? -1 : a->place > b->place;
}

static GPtrArray *
list_gone (GPtrArray *words)
{
  GPtrArray *gone = g_ptr_array_new ();

  for (guint i = 0; i < words->len; i++)
    if (((TwfWordRun *)words->pdata[i])->deleted_by != NULL)
      g_ptr_array_add (gone, words->pdata[i]);
  g_ptr_array_sort (gone, by_place);
  return gone;
}

/* Words that went, shown where they would stand. Returns: how many of @gone are shown by then. */
static guint
show_gone (Sorter *self, GPtrArray *gone, guint at, gsize place)
{
  for (; at < gone->len && ((TwfWordRun *)gone->pdata[at])->place <= place; at++)
    {
      const TwfWordRun *run = gone->pdata[at];

      show_words (self, run, find_owner (self, run), run->text, strlen (run->text));
    }
  return at;
}

static void
show_text (Sorter *self, GPtrArray *gone)
{
  GPtrArray *words = self->owners->words;
  gsize place = 0;
  guint at = show_gone (self, gone, 0, 0);

  for (guint i = 0; i < words->len; i++)
    {
      const TwfWordRun *run = words->pdata[i];
      gsize length = strlen (run->text);
      guint owner;

      if (run->deleted_by != NULL)
        continue;
      owner = find_owner (self, run);
      for (gsize from = 0, to; from < length; from = to)
        {
          const TwfWordRun *next = at < gone->len ? gone->pdata[at] : NULL;

          to = next != NULL ? MIN (next->place - place, length) : length;
          show_words (self, run, owner, run->text + from, to - from);
          at = show_gone (self, gone, at, place + to);
        }
      place += length;
    }
  show_gone (self, gone, at, G_MAXSIZE);
}

static void
count_words (Sorter *self)
{
  GPtrArray *shown = self->owners->shown;

  for (guint i = 0; i < shown->len; i++)
    {
      const TwfOwnedRun *run = shown->pdata[i];
      TwfWordOwner *owner = self->owners->owners->pdata[run->colour];

      *(run->look == TWF_OWNED_GONE ? &owner->n_gone : &owner->n_words)
          += twf_text_count_words (run->text, self->language);
    }
}

/**
 * twf_word_owners_new:
 * @workbench: the open plan
 * @words: (element-type TwfWordRun): the words of a text, as twf_desk_list_words_finish() gives
 * them
 * @language: its language
 * @with_gone: whether those that went are shown as well
 *
 * Returns: (transfer full): the words by whose they are
 */
TwfWordOwners *
twf_word_owners_new (TwfWorkbench *workbench,
                     GPtrArray *words,
                     const char *language,
                     gboolean with_gone)
{
  TwfWordOwners *self = g_new0 (TwfWordOwners, 1);
  Sorter sorter = { workbench, language, self };
  g_autoptr (GPtrArray) gone = with_gone ? list_gone (words) : g_ptr_array_new ();

  self->words = g_ptr_array_ref (words);
  self->owners = g_ptr_array_new_with_free_func (free_owner);
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_owned_run_free);
  self->stories = g_ptr_array_new_with_free_func (free_story);
  show_text (&sorter, gone);
  count_words (&sorter);
  for (guint i = 0; i < words->len; i++)
    if (((TwfWordRun *)words->pdata[i])->deleted_by == NULL)
      add_to_story (&sorter, words->pdata[i]);
  for (guint i = 0; i < gone->len; i++)
    add_to_story (&sorter, gone->pdata[i]);
  return self;
}
