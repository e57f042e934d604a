/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-import.h"

#include "twf-akn.h"
#include "twf-error.h"
#include "twf-language.h"
#include "twf-metadata.h"
#include "twf-normal.h"
#include "twf-read.h"

#include <string.h>

/* Kinds of file that are told by their first bytes and are not read, so that the message can name
 * them instead of complaining about their encoding. */
static const struct
{
  const char *magic;
  const char *name;
} unread[] = {
  { "%PDF-", "a PDF file" },
  { "PK\003\004", "a packed file (ZIP, DOCX, ODT)" },
  { "\320\317\021\340", "an old Office file" },
  { "{\\rtf", "an RTF file" },
  { "\211PNG", "a picture (PNG)" },
  { "\377\330\377", "a picture (JPEG)" },
  { "GIF8", "a picture (GIF)" },
  { "\037\213", "a packed file (gzip)" },
  { "\177ELF", "a program" },
  { "SQLite format 3", "a database" },
};

static const char *
find_unread_kind (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (unread); i++)
    if (size >= strlen (unread[i].magic)
        && memcmp (data, unread[i].magic, strlen (unread[i].magic)) == 0)
      return unread[i].name;
  return NULL;
}

static const char *
skip_prolog (const char *text)
{
  text += strspn (text, " \t\r\n");
  while (g_str_has_prefix (text, "<?") || g_str_has_prefix (text, "<!--"))
    {
      const char *end = strstr (text, text[1] == '?' ? "?>" : "-->");

      if (end == NULL)
        return text;
      text = end + (text[1] == '?' ? 2 : 3);
      text += strspn (text, " \t\r\n");
    }
  return text;
}

static gboolean
starts_like (const char *text, const char *start)
{
  return g_ascii_strncasecmp (text, start, strlen (start)) == 0;
}

static gboolean
looks_like_html (const char *text)
{
  static const char *const starts[]
      = { "<!doctype html", "<html", "<head", "<body",    "<meta",    "<title", "<h1", "<p>", "<p ",
          "<div",           "<ul",   "<ol",   "<article", "<section", "<main" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (starts_like (text, starts[i]))
      return TRUE;
  return FALSE;
}

static TwfDocumentKind
guess_kind (const char *text)
{
  const char *start = skip_prolog (text);

  if (looks_like_html (start))
    return TWF_DOCUMENT_HTML;
  if (g_str_has_prefix (text + strspn (text, " \t\r\n"), "<?xml")
      || (*start == '<' && (g_ascii_isalpha (start[1]) || start[1] == '!')))
    return TWF_DOCUMENT_AKN;
  return twf_letter_looks_like (text) ? TWF_DOCUMENT_LETTER : TWF_DOCUMENT_TEXT;
}

/**
 * twf_document_guess_kind:
 * @bytes: the content of a file
 *
 * Tells the kind of a document by what is in it, never by its name. All XML is taken for Akoma
 * Ntoso, so that its reader can say what is wrong with it.
 *
 * Returns: the kind; %TWF_DOCUMENT_UNKNOWN if it is no text or nothing at all
 */
TwfDocumentKind
twf_document_guess_kind (GBytes *bytes)
{
  g_autofree char *text = NULL;

  if (g_bytes_get_size (bytes) == 0 || find_unread_kind (bytes) != NULL)
    return TWF_DOCUMENT_UNKNOWN;
  text = twf_text_decode (bytes, NULL);
  return text != NULL ? guess_kind (text) : TWF_DOCUMENT_UNKNOWN;
}

/* Text has line ends and letters; what is mostly control signs has only passed for UTF-8. */
static gboolean
check_is_text (const char *text, GError **error)
{
  gsize controls = 0, seen = 0;

  for (; text[seen] != '\0'; seen++)
    controls += (guchar)text[seen] < 0x20 && strchr ("\t\n\r\f\v", text[seen]) == NULL;
  if (controls > 8 && controls > seen / 50)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_UNSUPPORTED,
                   "not a text: %" G_GSIZE_FORMAT " control signs",
                   controls);
      return FALSE;
    }
  return TRUE;
}

static char *
read_text (GBytes *bytes, GError **error)
{
  const char *kind = find_unread_kind (bytes);
  g_autofree char *decoded = NULL;
  char *text;

  if (g_bytes_get_size (bytes) > TWF_IMPORT_MOST_BYTES)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_TOO_LARGE,
                   "%" G_GSIZE_FORMAT " bytes, at most %u are read",
                   g_bytes_get_size (bytes),
                   TWF_IMPORT_MOST_BYTES);
      return NULL;
    }
  if (kind != NULL)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_UNSUPPORTED, "this is %s", kind);
      return NULL;
    }
  decoded = twf_text_decode (bytes, error);
  if (decoded == NULL || !check_is_text (decoded, error))
    return NULL;
  if (decoded[strspn (decoded, " \t\r\n\f\v")] == '\0')
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_EMPTY, "no text in the document");
      return NULL;
    }
  text = twf_text_normalize (decoded, -1, error);
  return text;
}

static gboolean
check_tags (const char *text, GError **error)
{
  gsize tags = 0;

  for (const char *at = text; (at = strchr (at, '<')) != NULL; at++)
    tags++;
  if (tags <= TWF_IMPORT_MOST_TAGS)
    return TRUE;
  g_set_error (error,
               TWF_ERROR,
               TWF_ERROR_TOO_LARGE,
               "%" G_GSIZE_FORMAT " tags, at most %u are read",
               tags,
               TWF_IMPORT_MOST_TAGS);
  return FALSE;
}

/* What would not fit into a plan is said here, while its line is still known. */
static gboolean
check_paragraphs (TwfDraft *draft, GError **error)
{
  GListModel *paragraphs = twf_draft_list_paragraphs (draft);
  guint n = g_list_model_get_n_items (paragraphs);

  if (n > TWF_IMPORT_MOST_PARAGRAPHS)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_TOO_LARGE,
                   "more than %u paragraphs",
                   TWF_IMPORT_MOST_PARAGRAPHS);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TwfDraftParagraph) one = g_list_model_get_item (paragraphs, i);
      const char *text = twf_draft_paragraph_get_text (one, twf_draft_paragraph_get_language (one));

      if (text == NULL || strlen (text) <= TWF_IMPORT_MOST_PARAGRAPH_BYTES)
        continue;
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_TOO_LARGE,
                   "line %u: a paragraph of %" G_GSIZE_FORMAT " bytes, at most %u fit",
                   twf_draft_paragraph_get_line (one),
                   strlen (text),
                   TWF_IMPORT_MOST_PARAGRAPH_BYTES);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_languages (const char *const *languages, guint n, GError **error)
{
  for (guint i = 0; languages != NULL && i < n; i++)
    if (languages[i] != NULL && !twf_language_is_valid (languages[i]))
      {
        g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "\"%s\" is not a language", languages[i]);
        return FALSE;
      }
  return TRUE;
}

static TwfDraft *
read_one (const char *text, const char *language, GCancellable *cancellable, GError **error)
{
  switch (guess_kind (text))
    {
    case TWF_DOCUMENT_HTML:
      return twf_read_html (text, language, cancellable, error);
    case TWF_DOCUMENT_LETTER:
      return twf_read_letter (text,
                              language != NULL ? language : twf_metadata_guess_language (text),
                              cancellable,
                              error);
    case TWF_DOCUMENT_TEXT:
    case TWF_DOCUMENT_AKN:
    case TWF_DOCUMENT_UNKNOWN:
    default:
      return twf_read_text (text,
                            language != NULL ? language : twf_metadata_guess_language (text),
                            cancellable,
                            error);
    }
}

/**
 * twf_import_read:
 * @bytes: (element-type GBytes): the contents of one file or several
 * @languages: (nullable): in step with @bytes; %NULL, or an element of it, where the document
 * itself says its language or shows it
 * @cancellable: (nullable): a cancellable
 *
 * Reads a document into a draft: text, a letter out of a page, HTML, or Akoma Ntoso. Several
 * are one resolution in several languages (Akoma Ntoso only), of which the first is the source.
 *
 * Returns: (transfer full): the draft, or %NULL
 *
 * Errors: %TWF_ERROR_TOO_LARGE above one of the TWF_IMPORT_MOST_ figures; %TWF_ERROR_EMPTY if there
 * is no text; %TWF_ERROR_ENCODING if it is neither UTF-8 nor UTF-16; %TWF_ERROR_UNSUPPORTED if it
 * is a kind of file that is not read; %TWF_ERROR_INVALID, with the line, if XML is broken, has a
 * DOCTYPE or is no resolution, or if documents do not belong together; %G_IO_ERROR_CANCELLED
 */
TwfDraft *
twf_import_read (GPtrArray *bytes,
                 const char *const *languages,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TwfDraft) draft = NULL;
  gboolean xml = FALSE;

  g_return_val_if_fail (bytes != NULL && bytes->len > 0, NULL);

  if (!check_languages (languages, bytes->len, error))
    return NULL;
  for (guint i = 0; i < bytes->len; i++)
    {
      TwfDocumentKind kind;
      char *text;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      text = read_text (bytes->pdata[i], error);
      if (text == NULL)
        return NULL;
      g_ptr_array_add (texts, text);
      kind = guess_kind (text);
      xml |= kind == TWF_DOCUMENT_AKN;
      if ((kind == TWF_DOCUMENT_AKN || kind == TWF_DOCUMENT_HTML) && !check_tags (text, error))
        return NULL;
    }
  if (!xml && texts->len > 1)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_UNSUPPORTED,
                   "only Akoma Ntoso files can be joined, one a language");
      return NULL;
    }
  draft = xml ? twf_read_akn (texts, languages, cancellable, error)
              : read_one (
                  texts->pdata[0], languages != NULL ? languages[0] : NULL, cancellable, error);
  if (draft == NULL || !check_paragraphs (draft, error))
    return NULL;
  return g_steal_pointer (&draft);
}

/**
 * twf_import_read_akn:
 * @bytes: the content of a file
 * @cancellable: (nullable): a cancellable
 *
 * Reads one language of a resolution, and nothing but that, within the limits of an import.
 *
 * Returns: (transfer full): the document, which has a language, or %NULL
 *
 * Errors: as twf_import_read()
 */
TwfAknDocument *
twf_import_read_akn (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = read_text (bytes, error);
  g_autoptr (TwfAknDocument) document = NULL;

  if (text == NULL || !check_tags (text, error))
    return NULL;
  document = twf_akn_document_new (text, cancellable, error);
  if (document == NULL)
    return NULL;
  if (document->blocks->len > TWF_IMPORT_MOST_PARAGRAPHS)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_TOO_LARGE,
                   "more than %u paragraphs",
                   TWF_IMPORT_MOST_PARAGRAPHS);
      return NULL;
    }
  if (document->language == NULL)
    document->language = g_strdup (twf_metadata_guess_language (text));
  return g_steal_pointer (&document);
}
