/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-library"

#include "config.h"

#include "twf-library-private.h"

#include "twf-akn.h"
#include "twf-error.h"
#include "twf-import.h"
#include "twf-language.h"
#include "twf-marks.h"
#include "twf-metadata.h"
#include "twf-read.h"

#include <stdio.h>
#include <string.h>

/* A thread that has met so many words begins to remember anew. */
#define MOST_KNOWN 150000u

/* Deeper paragraphs are named like those at this depth. */
#define MOST_DEPTH 6

static void
drop_terms (gpointer data)
{
  twf_terms_free (data);
}

static GPrivate own_terms = G_PRIVATE_INIT (drop_terms);

static TwfTerms *
get_terms (void)
{
  TwfTerms *terms = g_private_get (&own_terms);

  if (terms == NULL || twf_terms_count_known (terms) > MOST_KNOWN)
    {
      terms = twf_terms_new ();
      g_private_replace (&own_terms, terms);
    }
  return terms;
}

static void
free_passage (gpointer data)
{
  TwfLibraryPassage *passage = data;

  g_free (passage->place);
  g_free (passage->text);
  g_free (passage->terms);
  g_free (passage);
}

/**
 * twf_library_work_new:
 * @key: its identity
 *
 * Returns: (transfer full): a resolution without files
 */
TwfLibraryWork *
twf_library_work_new (const char *key)
{
  TwfLibraryWork *self = g_new0 (TwfLibraryWork, 1);

  self->key = g_strdup (key);
  self->files = g_ptr_array_new ();
  self->gone = g_ptr_array_new_with_free_func (g_free);
  self->passages = g_ptr_array_new_with_free_func (free_passage);
  return self;
}

/**
 * twf_library_work_free:
 * @self: (nullable): a resolution; its files stay
 */
void
twf_library_work_free (TwfLibraryWork *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->symbol);
  g_free (self->date);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->gone);
  g_ptr_array_unref (self->passages);
  g_free (self);
}

/* The number of a paragraph as it is quoted: "27." and "27 -" are 27, "a)" and "(\330\243)" are
 * (a). */
static char *
dup_quoted_number (const char *number, guint depth)
{
  g_autofree char *plain = twf_number_dup_plain (number);
  guint64 letter = plain[0] == '#' ? g_ascii_strtoull (plain + 1, NULL, 10) : 0;

  if (letter > 0 && letter <= 26)
    return g_strdup_printf ("(%c)", (int)('a' + letter - 1));
  return depth > 0 ? g_strdup_printf ("(%s)", plain) : g_steal_pointer (&plain);
}

/* Where the reader of the rows is, in terms of what paragraphs are called. */
typedef struct
{
  char *levels[MOST_DEPTH + 1]; /* numbers of what the row stands under (owned) */
  guint preambular;
  guint unnumbered; /* operative paragraphs without number so far */
} Places;

static void
clear_places (Places *places)
{
  for (guint i = 0; i <= MOST_DEPTH; i++)
    g_free (places->levels[i]);
}

static void
set_level (Places *places, guint depth, char *number)
{
  g_free (places->levels[depth]);
  places->levels[depth] = number;
  for (guint i = depth + 1; i <= MOST_DEPTH; i++)
    g_clear_pointer (&places->levels[i], g_free);
}

static const char *
get_name (const TwfAknBlock *block)
{
  switch (block->kind)
    {
    case TWF_AKN_PREAMBLE:
      return "PP";
    case TWF_AKN_OPERATIVE:
      return "OP";
    case TWF_AKN_ANNEX:
      return "Annex ";
    default:
      return "";
    }
}

/* What a paragraph is called in New York: PP3, OP27, OP27(a). */
static char *
dup_place (Places *places, const TwfAknBlock *block)
{
  guint depth = MIN (block->depth, MOST_DEPTH);
  GString *place;

  if (block->role == TWF_ROLE_TITLE)
    return g_strdup ("Title");
  if (block->role == TWF_ROLE_HEADING || block->kind == TWF_AKN_HEADING)
    return g_strdup ("Heading");
  if (block->number != NULL)
    set_level (places, depth, dup_quoted_number (block->number, depth));
  else if (depth == 0 && block->kind == TWF_AKN_PREAMBLE)
    set_level (places, 0, g_strdup_printf ("%u", ++places->preambular));
  else if (depth == 0)
    set_level (places, 0, g_strdup (""));
  place = g_string_new (get_name (block));
  for (guint i = 0; i <= depth; i++)
    if (places->levels[i] != NULL)
      g_string_append (place, places->levels[i]);
  g_strchomp (place->str);
  return g_string_free (place, FALSE);
}

static gboolean
is_passage (const TwfAknBlock *block)
{
  return (block->role == TWF_ROLE_TITLE || block->role == TWF_ROLE_HEADING
          || block->role == TWF_ROLE_PROVISION)
         && *block->text != '\0' && strlen (block->text) <= TWF_IMPORT_MOST_PARAGRAPH_BYTES;
}

static char *
dup_terms (TwfTerms *cutter, GArray *terms, const char *text)
{
  GString *joined = g_string_sized_new (strlen (text));

  g_array_set_size (terms, 0);
  twf_terms_cut (cutter, text, terms);
  for (guint i = 0; i < terms->len; i++)
    {
      if (i > 0)
        g_string_append_c (joined, ' ');
      g_string_append (joined, g_array_index (terms, TwfTerm, i).folded);
    }
  return g_string_free (joined, FALSE);
}

static void
take_rows (TwfLibraryWork *self, GPtrArray *rows, const guint *files)
{
  TwfTerms *cutter = get_terms ();
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (TwfTerm));
  Places places = { .preambular = 0 };

  for (guint i = 0; i < rows->len && i < TWF_PASSAGE_MOST_ROWS; i++)
    {
      GPtrArray *row = rows->pdata[i];
      g_autofree char *place = NULL;

      for (guint column = 0; column < row->len; column++)
        {
          const TwfAknBlock *block = row->pdata[column];
          TwfLibraryPassage *passage;

          if (block == NULL || !is_passage (block))
            continue;
          if (place == NULL)
            place = dup_place (&places, block);
          passage = g_new0 (TwfLibraryPassage, 1);
          passage->row = i;
          passage->file = files[column];
          passage->place = g_strdup (place);
          passage->text = g_strdup (block->text);
          passage->terms = dup_terms (cutter, terms, block->text);
          g_ptr_array_add (self->passages, passage);
        }
    }
  clear_places (&places);
}

/* The date stands in the identity too: ".../2021-12-16/76-186/...". */
static char *
find_date (const char *key)
{
  for (const char *at = strchr (key, '/'); at != NULL; at = strchr (at + 1, '/'))
    {
      guint year, month, day;
      int length = 0;

      if (sscanf (at, "/%4u-%2u-%2u%n", &year, &month, &day, &length) == 3 && length == 11
          && g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return g_strndup (at + 1, 10);
    }
  return NULL;
}

static void
read_front (TwfLibraryWork *self, TwfLibraryFile *file, const TwfAknDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const TwfAknBlock *block = document->blocks->pdata[i];

      if (block->role == TWF_ROLE_TITLE && file->title == NULL)
        file->title = g_strdup (block->text);
      else if (block->role == TWF_ROLE_SYMBOL && self->symbol == NULL)
        self->symbol = twf_metadata_find_symbol (block->text);
      else if (block->role == TWF_ROLE_DATE && self->date == NULL)
        self->date = g_strdup (block->value);
    }
}

static gboolean
was_cancelled_cb (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

static gboolean
is_taken (GPtrArray *documents, const char *language)
{
  for (guint i = 0; i < documents->len; i++)
    if (g_str_equal (((TwfAknDocument *)documents->pdata[i])->language, language))
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full) (nullable): NULL: the file has a trouble now. */
static TwfAknDocument *
read_file (TwfLibraryWork *self,
           TwfLibraryFile *file,
           GPtrArray *documents,
           GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = twf_read_file (file->path, TWF_IMPORT_MOST_BYTES, was_cancelled_cb, cancellable, &error);
  g_autoptr (TwfAknDocument) document = NULL;

  if (bytes != NULL)
    document = twf_import_read_akn (bytes, cancellable, &error);
  /* It could not be read this time: it is not what stands there that is wrong. */
  if (bytes == NULL)
    file->changed = 0;
  if (document == NULL)
    file->trouble = g_strdup (error->message);
  else if (g_strcmp0 (document->work, self->key) != 0 && g_strcmp0 (file->path, self->key) != 0)
    file->trouble = g_strdup ("its first lines name another document than it is");
  else if (!twf_language_is_valid (document->language))
    file->trouble = g_strdup ("not in a language that is known");
  else if (is_taken (documents, document->language))
    file->trouble = g_strdup_printf ("another file has the same in “%s”", document->language);
  else
    return g_steal_pointer (&document);
  return NULL;
}

/* English first: its numbers and its paragraphs are what others are laid beside; then by tag, so
 * that no order of files makes a difference. */
static int
compare_documents (gconstpointer a, gconstpointer b)
{
  const TwfAknDocument *one = *(TwfAknDocument *const *)a;
  const TwfAknDocument *other = *(TwfAknDocument *const *)b;
  gboolean first = g_str_equal (one->language, "en");
  gboolean second = g_str_equal (other->language, "en");

  return first != second ? second - first : strcmp (one->language, other->language);
}

/**
 * twf_library_work_read:
 * @self: a resolution with its files
 * @cancellable: (nullable): a cancellable
 *
 * Reads the files of a resolution, lays its languages beside each other and cuts what is in them
 * into terms. What cannot be read is said with the file. On any thread.
 */
void
twf_library_work_read (TwfLibraryWork *self, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) documents
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_akn_document_free);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree guint *files = g_new0 (guint, MAX (self->files->len, 1));

  for (guint i = 0; i < self->files->len; i++)
    {
      TwfLibraryFile *file = self->files->pdata[i];
      TwfAknDocument *document = read_file (self, file, documents, cancellable);

      if (document == NULL)
        continue;
      file->language = g_strdup (document->language);
      read_front (self, file, document);
      g_ptr_array_add (documents, document);
    }
  g_ptr_array_sort (documents, compare_documents);
  for (guint k = 0; k < documents->len; k++)
    for (guint i = 0; i < self->files->len; i++)
      if (g_strcmp0 (((TwfLibraryFile *)self->files->pdata[i])->language,
                     ((TwfAknDocument *)documents->pdata[k])->language)
          == 0)
        files[k] = i;
  if (self->date == NULL)
    self->date = find_date (self->key);
  rows = twf_akn_join (documents, cancellable);
  take_rows (self, rows, files);
}
