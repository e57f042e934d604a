/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-akn.h"

#include "twf-akn-private.h"
#include "twf-error.h"
#include "twf-language.h"

#include <libxml/parser.h>
#include <string.h>

/* The letters in the codes of ISO 639-2 and the tags that the project uses. */
static const char *const codes[][2]
    = { { "ara", "ar" }, { "zho", "zh" }, { "chi", "zh" }, { "eng", "en" },
        { "fra", "fr" }, { "fre", "fr" }, { "rus", "ru" }, { "spa", "es" } };

static void
free_block (gpointer data)
{
  TwfAknBlock *block = data;

  g_free (block->key);
  g_free (block->number);
  g_free (block->text);
  g_free (block->source);
  g_free (block->value);
  g_free (block->why);
  g_free (block);
}

/**
 * twf_akn_document_free:
 * @self: (transfer full): a document
 */
void
twf_akn_document_free (TwfAknDocument *self)
{
  g_free (self->work);
  g_free (self->language);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static void
read_identification (TwfAknReading *to, const xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (twf_xml_is (node, "FRBRthis") && twf_xml_is (node->parent, "FRBRWork")
          && to->document->work == NULL)
        to->document->work = twf_xml_dup_attribute (node, "value");
      if (twf_xml_is (node, "FRBRlanguage") && to->document->language == NULL)
        {
          g_autofree char *code = twf_xml_dup_attribute (node, "language");

          for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
            if (g_strcmp0 (code, codes[i][0]) == 0)
              to->document->language = g_strdup (codes[i][1]);
          if (to->document->language == NULL && code != NULL && twf_language_is_valid (code))
            to->document->language = g_steal_pointer (&code);
        }
      read_identification (to, node->children);
    }
}

static guint
count_units (const xmlNode *node)
{
  guint n = 0;

  for (; node != NULL; node = node->next)
    n += (twf_akn_is_one_of (node, "|container|paragraph|item|point|clause|article|section|") ? 1u
                                                                                              : 0u)
         + count_units (node->children);
  return n;
}

static void
read_part (TwfAknReading *to, const xmlNode *node)
{
  if (twf_xml_is (node, "meta"))
    read_identification (to, node->children);
  else if (twf_akn_is_one_of (node, "|coverPage|preface|"))
    twf_akn_read_front (to, node, twf_xml_is (node, "coverPage"));
  else if (twf_akn_is_one_of (node,
                              "|preamble|body|mainBody|debateBody|amendmentBody|collectionBody|"))
    {
      gboolean preamble = twf_xml_is (node, "preamble");

      to->section = preamble ? TWF_SECTION_RATIONALE : TWF_SECTION_ACTIONS;
      if (to->kind != TWF_AKN_ANNEX)
        to->kind = preamble ? TWF_AKN_PREAMBLE : TWF_AKN_OPERATIVE;
      g_clear_pointer (&to->number_before, g_free);
      twf_akn_read_body (to, node, 0);
    }
  else if (twf_xml_is (node, "conclusions"))
    twf_akn_read_conclusions (to, node);
  else
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
      if (child->type == XML_ELEMENT_NODE)
        {
          TwfAknKind kind = to->kind;

          if (twf_xml_is (child, "attachments"))
            to->kind = TWF_AKN_ANNEX;
          read_part (to, child);
          to->kind = twf_xml_is (child, "attachments") ? kind : to->kind;
        }
}

/* Entities need a DOCTYPE, and a DOCTYPE can stand only before the first element. */
static gboolean
check_prolog (const char *text, GError **error)
{
  guint line = 1;

  for (const char *at = text; *at != '\0'; at++)
    {
      const char *end = NULL;

      line += *at == '\n';
      if (*at != '<')
        continue;
      if (g_str_has_prefix (at, "<?"))
        end = strstr (at, "?>");
      else if (g_str_has_prefix (at, "<!--"))
        end = strstr (at, "-->");
      else if (at[1] == '!')
        {
          g_set_error (error,
                       TWF_ERROR,
                       TWF_ERROR_INVALID,
                       "line %u: a DOCTYPE is not accepted, nor are entities",
                       line);
          return FALSE;
        }
      if (end == NULL)
        return TRUE;
      for (; at < end; at++)
        line += *at == '\n';
    }
  return TRUE;
}

static void
set_parser_error (const xmlError *last, GError **error)
{
  g_autofree char *message
      = g_strdup (last != NULL && last->message != NULL ? last->message : "no document");

  g_strdelimit (g_strchomp (message), "\n\r", ' ');
  g_set_error (
      error, TWF_ERROR, TWF_ERROR_INVALID, "line %d: %s", last != NULL ? last->line : 1, message);
}

/**
 * twf_akn_document_new:
 * @text: an Akoma Ntoso document in UTF-8
 * @cancellable: (nullable): a cancellable
 *
 * Reads one language of a resolution (Akoma Ntoso 3.0, OASIS LegalDocML, as the General Assembly's
 * files use it). No network, no DOCTYPE, no entities, and the parser's own limits of depth.
 *
 * Returns: (transfer full): the document, or %NULL
 *
 * Errors: %TWF_ERROR_INVALID, with the line; %G_IO_ERROR_CANCELLED
 */
TwfAknDocument *
twf_akn_document_new (const char *text, GCancellable *cancellable, GError **error)
{
  const int options
      = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES;
  g_autoptr (TwfAknDocument) document = NULL;
  xmlParserCtxt *context = NULL;
  xmlDoc *doc = NULL;
  const xmlNode *root;

  if (!check_prolog (text, error))
    return NULL;
  context = xmlNewParserCtxt ();
  doc = xmlCtxtReadMemory (context, text, (int)strlen (text), NULL, "UTF-8", options);
  root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  if (root == NULL)
    set_parser_error (xmlCtxtGetLastError (context), error);
  else if (!twf_xml_is (root, "akomaNtoso") || doc->intSubset != NULL)
    g_set_error (error,
                 TWF_ERROR,
                 TWF_ERROR_INVALID,
                 "line %ld: <%s> is not Akoma Ntoso",
                 xmlGetLineNo (root),
                 (const char *)root->name);
  else
    {
      TwfAknReading to = { .cancellable = cancellable };

      to.document = document = g_new0 (TwfAknDocument, 1);
      document->blocks = g_ptr_array_new_with_free_func (free_block);
      read_part (&to, root);
      document->n_units = count_units (root->children);
      g_free (to.number);
      g_free (to.number_before);
    }
  xmlFreeDoc (doc);
  xmlFreeParserCtxt (context);
  if (document == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&document);
}
