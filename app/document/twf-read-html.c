/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-read.h"

#include "twf-error.h"
#include "twf-language.h"
#include "twf-metadata.h"
#include "twf-outline.h"
#include "twf-repair.h"

#include <libxml/HTMLparser.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (htmlParserCtxt, htmlFreeParserCtxt)

static const char dropped[] = "|script|style|template|noscript|iframe|object|embed|svg|math|canvas|"
                              "audio|video|form|select|nav|head|";
static const char blocks[]
    = "|html|body|p|div|section|article|main|header|footer|aside|blockquote|pre|ul|ol|li|dl|dt|dd|"
      "table|thead|tbody|tfoot|tr|td|th|caption|figure|figcaption|address|hr|center|"
      "h1|h2|h3|h4|h5|h6|";

typedef struct
{
  TwfOutline *outline;
  const char *language; /* of the document */
  GString *text;        /* of the block that is gathered */
  const xmlNode *block; /* the element it stands in */
  const xmlNode *item;  /* the item of a numbered list that was counted last, and its number */
  guint count;
} Gathering;

static gboolean
is_one_of (const xmlNode *node, const char *list)
{
  g_autofree char *wanted = NULL;

  if (node->type != XML_ELEMENT_NODE || strlen ((const char *)node->name) > 16)
    return FALSE;
  wanted = g_strdup_printf ("|%s|", (const char *)node->name);
  return strstr (list, wanted) != NULL;
}

static char *
dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *)name);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

/* The language that an element says it is in, or the one around it says. */
static char *
dup_language (const xmlNode *node)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      g_autofree char *said = dup_attribute (node, "lang");
      g_auto (GStrv) parts = said != NULL ? g_strsplit (said, "-", 2) : NULL;

      if (said != NULL && twf_language_is_valid (said))
        return g_steal_pointer (&said);
      if (parts != NULL && parts[0] != NULL && twf_language_is_valid (parts[0]))
        return g_strdup (parts[0]);
    }
  return NULL;
}

/* The number that a numbered list gives an item: counted on from the last one, if that was in the
 * same list. */
static guint
count_item (Gathering *to, const xmlNode *item)
{
  g_autofree char *start = NULL;
  guint steps = 0;
  guint count = 0;

  for (const xmlNode *before = item; before != NULL && count == 0; before = before->prev)
    {
      if (before == to->item)
        count = to->count + steps;
      steps += is_one_of (before, "|li|");
    }
  if (count == 0)
    {
      start = dup_attribute (item->parent, "start");
      count = (start != NULL ? (guint)CLAMP (atoi (start), 0, 100000) : 1) + steps - 1;
    }
  to->item = item;
  to->count = count;
  return count;
}

/* Where in lists an element stands: how deep, and the number that a numbered list gives it. */
static gboolean
find_place (Gathering *to, const xmlNode *node, guint *depth, char **number)
{
  const xmlNode *item = NULL;
  guint lists = 0;

  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      if (item == NULL && is_one_of (node, "|li|"))
        item = node;
      if (is_one_of (node, "|ul|ol|"))
        lists++;
    }
  *depth = lists > 0 ? lists - 1 : 0;
  if (item != NULL && item->parent != NULL && is_one_of (item->parent, "|ol|"))
    *number = g_strdup_printf ("%u.", count_item (to, item));
  return item != NULL;
}

static guint
get_heading_level (const xmlNode *node)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    if (is_one_of (node, "|h1|h2|h3|h4|h5|h6|"))
      return (guint)(node->name[1] - '0');
  return 0;
}

static void
flush (Gathering *to)
{
  g_autofree char *text = twf_repair_line (to->text->str, NULL);
  g_autofree char *language = NULL;
  g_autofree char *number = NULL;
  TwfBlock block = { .text = text };

  if (text[0] != '\0' && to->block != NULL)
    {
      language = dup_language (to->block);
      block.source = to->text->str;
      block.language = language != NULL ? language : to->language;
      block.heading = get_heading_level (to->block);
      block.item = find_place (to, to->block, &block.depth, &number);
      block.line = (guint)MAX (xmlGetLineNo (to->block), 0);
      block.number = number;
      twf_outline_add (to->outline, &block);
    }
  g_string_truncate (to->text, 0);
}

static void
enter (Gathering *to, const xmlNode *node)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    {
      if (to->text->len == 0)
        to->block = node->parent;
      g_string_append (to->text, (const char *)node->content);
    }
  else if (is_one_of (node, blocks))
    flush (to);
  else if (is_one_of (node, "|br|"))
    g_string_append_c (to->text, '\n');
}

/* Walks without recursion: a page may nest as deep as it likes. */
static gboolean
walk (Gathering *to, const xmlNode *root, GCancellable *cancellable, GError **error)
{
  const xmlNode *node = root;

  while (node != NULL)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      enter (to, node);
      if (node->type == XML_ELEMENT_NODE && node->children != NULL && !is_one_of (node, dropped))
        {
          node = node->children;
          continue;
        }
      while (node != NULL && node != root && node->next == NULL)
        {
          node = node->parent;
          if (node != NULL && is_one_of (node, blocks))
            flush (to);
        }
      node = node == root || node == NULL ? NULL : node->next;
    }
  flush (to);
  return TRUE;
}

static void
set_parser_error (const xmlError *last, GError **error)
{
  g_autofree char *message
      = g_strdup (last != NULL && last->message != NULL ? last->message : "not a page");

  g_strdelimit (g_strchomp (message), "\n\r", ' ');
  g_set_error (
      error, TWF_ERROR, TWF_ERROR_INVALID, "line %d: %s", last != NULL ? last->line : 1, message);
}

/**
 * twf_read_html:
 * @text: a page in UTF-8
 * @language: (nullable): its language; %NULL: what the page says, or looks like
 * @cancellable: (nullable): a cancellable
 *
 * Reads a page: headings open sections, lists give depth and numbers, `lang` gives a paragraph its
 * language. Scripts, styles, forms and navigation are dropped. Nothing is ever fetched.
 *
 * Returns: (transfer full): the draft, or %NULL
 *
 * Errors: %TWF_ERROR_INVALID if it is no page at all or nests too deep; %TWF_ERROR_EMPTY if there
 * is no word in it; %G_IO_ERROR_CANCELLED
 */
TwfDraft *
twf_read_html (const char *text, const char *language, GCancellable *cancellable, GError **error)
{
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                      | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  g_autoptr (htmlParserCtxt) context = htmlNewParserCtxt ();
  g_autoptr (xmlDoc) doc
      = htmlCtxtReadMemory (context, text, (int)strlen (text), NULL, "UTF-8", options);
  const xmlError *last = xmlCtxtGetLastError (context);
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  g_autoptr (TwfOutline) outline = NULL;
  g_autoptr (GString) gathered = g_string_new (NULL);
  g_autofree char *said = NULL;
  Gathering to = { .text = gathered };

  /* Bad tags are put right by the parser, as browsers do; where it gives up, words would be lost.
   */
  if (root == NULL || (last != NULL && last->level == XML_ERR_FATAL))
    {
      set_parser_error (last, error);
      return NULL;
    }
  if (language == NULL)
    said = dup_language (root);
  to.language = language != NULL ? language
                : said != NULL   ? said
                                 : twf_metadata_guess_language (text);
  to.outline = outline = twf_outline_new (to.language);
  if (!walk (&to, root, cancellable, error))
    return NULL;
  return twf_outline_finish (outline, error);
}
