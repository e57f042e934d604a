/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-document-check.h"

#include "twf-akn.h"
#include "twf-error.h"
#include "twf-import.h"
#include "twf-metadata.h"
#include "twf-normal.h"

#include <string.h>

/* The language that the others are held against, where it is among them. */
#define PREFERRED "en"

/* Where fewer of a language's paragraphs than so many of a hundred stand beside one of the
 * others, its paragraphs are cut otherwise, and each would be called wrong. */
#define LEAST_JOINED 90

/* How many rows further the same may stand where a language has another order. */
#define NEAR 6

/* One document in its languages, the source first. */
typedef struct
{
  const char *work;     /* of the first of documents */
  GPtrArray *documents; /* of TwfAknDocument, owned */
  GArray *files;        /* guint, in step */
} Group;

static void
free_finding (gpointer data)
{
  TwfDocumentFinding *finding = data;

  g_free (finding->number);
  g_clear_pointer (&finding->disparity, twf_disparity_free);
  g_free (finding);
}

static void
free_group (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->documents);
  g_array_unref (group->files);
  g_free (group);
}

/**
 * twf_document_check_free:
 * @self: (transfer full): what was found
 */
void
twf_document_check_free (TwfDocumentCheck *self)
{
  g_ptr_array_unref (self->findings);
  g_free (self);
}

static TwfAknDocument *
read_document (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *decoded = NULL;
  g_autofree char *text = NULL;
  TwfAknDocument *document;

  if (twf_document_guess_kind (bytes) != TWF_DOCUMENT_AKN)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_UNSUPPORTED, "not Akoma Ntoso");
      return NULL;
    }
  decoded = twf_text_decode (bytes, error);
  text = decoded != NULL ? twf_text_normalize (decoded, -1, error) : NULL;
  document = text != NULL ? twf_akn_document_new (text, cancellable, error) : NULL;
  if (document != NULL && document->language == NULL)
    document->language = g_strdup (twf_metadata_guess_language (text));
  return document;
}

static guint
find_language (const Group *group, const char *language)
{
  for (guint i = 0; i < group->documents->len; i++)
    if (strcmp (((TwfAknDocument *)group->documents->pdata[i])->language, language) == 0)
      return i;
  return group->documents->len;
}

/* @document: (transfer full). */
static gboolean
take_document (GPtrArray *groups,
               TwfAknDocument *document,
               guint file,
               const char *const *names,
               GError **error)
{
  Group *group = NULL;
  guint at;

  for (guint i = 0; i < groups->len && group == NULL; i++)
    if (document->work != NULL
        && g_strcmp0 (((Group *)groups->pdata[i])->work, document->work) == 0)
      group = groups->pdata[i];
  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->work = document->work;
      group->documents = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_akn_document_free);
      group->files = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (groups, group);
    }
  at = find_language (group, document->language);
  if (at < group->documents->len)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_INVALID,
                   "%s and %s are the same document in the same language",
                   names[g_array_index (group->files, guint, at)],
                   names[file]);
      twf_akn_document_free (document);
      return FALSE;
    }
  at = strcmp (document->language, PREFERRED) == 0 ? 0 : group->documents->len;
  g_ptr_array_insert (group->documents, (gint)at, document);
  g_array_insert_val (group->files, at, file);
  return TRUE;
}

static gboolean
is_paragraph (const TwfAknBlock *block)
{
  return block != NULL && block->role == TWF_ROLE_PROVISION;
}

static guint
count_paragraphs (const TwfAknDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    n += is_paragraph (document->blocks->pdata[i]);
  return n;
}

/* How many of a language's paragraphs stand beside one of another. */
static guint
count_joined (GPtrArray *rows, guint language)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = rows->pdata[i];
      gboolean beside = FALSE;

      for (guint k = 0; k < row->len; k++)
        beside |= k != language && row->pdata[k] != NULL;
      n += beside && is_paragraph (row->pdata[language]);
    }
  return n;
}

static TwfDocumentFinding *
add_finding (TwfDocumentCheck *self, const Group *group, guint language, guint other)
{
  TwfDocumentFinding *finding = g_new0 (TwfDocumentFinding, 1);

  finding->file = g_array_index (group->files, guint, language);
  finding->other = g_array_index (group->files, guint, other);
  g_ptr_array_add (self->findings, finding);
  return finding;
}

/* The elements of the file, or its paragraphs as they are read. */
static guint
count_parts (const Group *group, guint language, gboolean elements)
{
  const TwfAknDocument *document = group->documents->pdata[language];

  return elements ? document->n_units : count_paragraphs (document);
}

/* The language that has as many as most have. */
static guint
find_usual (const Group *group, gboolean elements)
{
  guint usual = 0, most = 0;

  for (guint i = 0; i < group->documents->len; i++)
    {
      guint alike = 0;

      for (guint k = 0; k < group->documents->len; k++)
        alike += count_parts (group, k, elements) == count_parts (group, i, elements);
      if (alike > most)
        {
          most = alike;
          usual = i;
        }
    }
  return usual;
}

/* Elements are counted besides paragraphs: a file may have a paragraph's number in one and its
 * words in another. One line a language and no more: thirty paragraphs that are cut in two are one
 * fault.
 */
static void
check_structure (TwfDocumentCheck *self, const Group *group)
{
  for (guint i = 0; i < group->documents->len; i++)
    for (guint elements = 0; elements < 2; elements++)
      {
        guint usual = find_usual (group, elements);
        guint n = count_parts (group, i, elements);
        TwfDocumentFinding *finding;

        if (n == count_parts (group, usual, elements))
          continue;
        finding = add_finding (self, group, i, usual);
        finding->n_paragraphs = n;
        finding->n_other = count_parts (group, usual, elements);
        break;
      }
}

static guint
find_column (const Group *group, const char *language)
{
  guint at = find_language (group, language);

  g_assert (at < group->documents->len);
  return at;
}

/* Whether words of a value stand in a row near @row in a language. */
static gboolean
stands_near (GPtrArray *rows, guint row, guint language, const char *words)
{
  const guint from = row > NEAR ? row - NEAR : 0;

  for (guint i = from; i <= row + NEAR && i < rows->len; i++)
    {
      const TwfAknBlock *block = ((GPtrArray *)rows->pdata[i])->pdata[language];

      if (i != row && block != NULL && strstr (block->text, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
all_stand_near (GPtrArray *rows, guint row, guint language, const char *values)
{
  g_auto (GStrv) words = g_strsplit (values, ", ", -1);

  for (char **word = words; *word != NULL; word++)
    if (!stands_near (rows, row, language, *word))
      return FALSE;
  return TRUE;
}

/* A language that has its notes or paragraphs in another order: what it has here the others have a
 * few rows further, and the other way round. Symbols tell: years are everywhere. */
static gboolean
is_elsewhere (const Group *group,
              GPtrArray *rows,
              guint row,
              GPtrArray *disparities,
              guint language)
{
  gboolean by_symbol = FALSE;

  for (guint i = 0; i < disparities->len; i++)
    {
      const TwfDisparity *one = disparities->pdata[i];

      if (one->kind != TWF_FACT_SYMBOL || find_column (group, one->language) != language)
        continue;
      if (!all_stand_near (rows, row, find_column (group, one->other), one->value)
          || !all_stand_near (rows, row, language, one->other_value))
        return FALSE;
      by_symbol = TRUE;
    }
  return by_symbol;
}

static void
count_pairs (TwfDocumentCheck *self, GPtrArray *row, const char **texts)
{
  for (guint i = 1; i < row->len; i++)
    self->n_pairs += texts[0] != NULL && texts[i] != NULL && is_paragraph (row->pdata[i]);
}

static const char *
find_number (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (row->pdata[i] != NULL && ((TwfAknBlock *)row->pdata[i])->number != NULL)
      return ((TwfAknBlock *)row->pdata[i])->number;
  return NULL;
}

static void
check_row (TwfDocumentCheck *self,
           const Group *group,
           GPtrArray *rows,
           guint at,
           const char *const *languages,
           const char **texts)
{
  GPtrArray *row = rows->pdata[at];
  g_autoptr (GPtrArray) disparities
      = twf_disparities_find (languages, texts, group->documents->len);

  count_pairs (self, row, texts);
  for (guint i = 0; i < disparities->len; i++)
    {
      TwfDisparity *disparity = disparities->pdata[i];
      guint language = find_column (group, disparity->language);
      TwfDocumentFinding *finding;

      if (is_elsewhere (group, rows, at, disparities, language))
        continue;
      finding = add_finding (self, group, language, find_column (group, disparity->other));
      finding->line = ((TwfAknBlock *)row->pdata[language])->line;
      finding->number = g_strdup (find_number (row));
      finding->disparity = twf_disparity_copy (disparity);
    }
}

static void
check_group (TwfDocumentCheck *self, const Group *group, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) rows = twf_akn_join (group->documents, cancellable);
  guint n = group->documents->len;
  g_autofree const char **languages = g_new0 (const char *, n);
  g_autofree const char **texts = g_new0 (const char *, n);
  g_autofree gboolean *joined = g_new0 (gboolean, n);

  self->n_documents++;
  check_structure (self, group);
  for (guint i = 0; i < n; i++)
    {
      const TwfAknDocument *document = group->documents->pdata[i];

      languages[i] = document->language;
      joined[i] = count_joined (rows, i) * 100 >= count_paragraphs (document) * LEAST_JOINED;
    }
  for (guint i = 0; i < rows->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      GPtrArray *row = rows->pdata[i];
      gboolean compared = FALSE;

      for (guint k = 0; k < n; k++)
        {
          const TwfAknBlock *block = row->pdata[k];

          texts[k] = joined[k] && block != NULL ? block->text : NULL;
          compared |= block != NULL
                      && (is_paragraph (block) || block->kind == TWF_AKN_TITLE
                          || block->kind == TWF_AKN_HEADING || block->kind == TWF_AKN_NOTE);
        }
      if (compared)
        check_row (self, group, rows, i, languages, texts);
    }
}

/**
 * twf_documents_check:
 * @bytes: (element-type GBytes): Akoma Ntoso files
 * @names: in step: what they are called in messages
 * @cancellable: (nullable): a cancellable
 *
 * Holds the languages of each document against each other. Files belong together where they say
 * that they are the same work; a document in one language has nothing to be held against.
 *
 * Returns: (transfer full): what was found, or %NULL
 *
 * Errors: those of twf_import_read(), with the name of the file; %TWF_ERROR_INVALID if two files
 *   are the same document in the same language; %G_IO_ERROR_CANCELLED
 */
TwfDocumentCheck *
twf_documents_check (GPtrArray *bytes,
                     const char *const *names,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
  g_autoptr (TwfDocumentCheck) self = NULL;

  g_return_val_if_fail (bytes != NULL && names != NULL, NULL);

  for (guint i = 0; i < bytes->len; i++)
    {
      TwfAknDocument *document = read_document (bytes->pdata[i], cancellable, error);

      if (document == NULL)
        {
          g_prefix_error (error, "%s: ", names[i]);
          return NULL;
        }
      if (!take_document (groups, document, i, names, error))
        return NULL;
    }
  self = g_new0 (TwfDocumentCheck, 1);
  self->findings = g_ptr_array_new_with_free_func (free_finding);
  for (guint i = 0; i < groups->len; i++)
    check_group (self, groups->pdata[i], cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}
