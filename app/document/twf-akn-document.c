/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-akn.h"

#include "twf-akn-text.h"
#include "twf-error.h"
#include "twf-headings.h"
#include "twf-language.h"
#include "twf-marks.h"
#include "twf-metadata.h"
#include "twf-repair.h"

#include <libxml/parser.h>
#include <string.h>

/* The letters in the codes of ISO 639-2 and the tags that the project uses. */
static const char *const codes[][2]
    = { { "ara", "ar" }, { "zho", "zh" }, { "chi", "zh" }, { "eng", "en" },
        { "fra", "fr" }, { "fre", "fr" }, { "rus", "ru" }, { "spa", "es" } };

typedef struct
{
  TwfAknDocument *document;
  GCancellable *cancellable;
  TwfAknKind kind; /* of the paragraphs in the part that is read */
  TwfSection section;
  char *number; /* of a paragraph that has a number and no text: it is the next one's (owned) */
  char *number_before;
} Reading;

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

static TwfAknBlock *
add_block (Reading *to, const xmlNode *node, TwfAknKind kind, TwfRole role, const char *text)
{
  TwfAknBlock *block = g_new0 (TwfAknBlock, 1);

  block->kind = kind;
  block->role = role;
  block->section = to->section;
  block->line = (guint)MAX (xmlGetLineNo (node), 0);
  block->key = twf_xml_dup_attribute (node, "eId");
  block->text = twf_repair_line (text, NULL);
  g_ptr_array_add (to->document->blocks, block);
  return block;
}

/* Notes follow the paragraph that they belong to. They are no part of it: they are kept as left
 * out, so that a person sees them and may take them up. */
static void
add_notes (Reading *to, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *text = twf_akn_dup_note (notes->pdata[i]);
      TwfAknBlock *block = add_block (to, notes->pdata[i], TWF_AKN_NOTE, TWF_ROLE_LEFT_OUT, text);

      block->number = twf_xml_dup_attribute (notes->pdata[i], "marker");
      block->why = g_strdup ("note");
    }
}

static gboolean
has_text (const char *text)
{
  return text[strspn (text, " \t\r\n")] != '\0';
}

/* Older files have the number in the text, with a tab behind it. */
static const char *
cut_number (const char *text, TwfMark *mark)
{
  const char *end;

  if (!twf_mark_find (text, mark) || mark->bullet)
    return NULL;
  end = text + mark->length;
  while (end > text && g_ascii_isspace (end[-1]))
    if (*--end == '\t')
      return text + mark->length;
  return NULL;
}

static guint
find_depth (Reading *to, const char *number)
{
  TwfMark mark = { .bullet = FALSE };
  guint level;

  g_strlcpy (mark.number, number, sizeof mark.number);
  level = twf_mark_get_level (&mark, to->number_before);
  g_free (to->number_before);
  to->number_before = g_strdup (number);
  return level;
}

/* Adds a paragraph of the text proper: @node has its words, @owner its identity. */
static void
add_paragraph (Reading *to,
               const xmlNode *owner,
               const xmlNode *node,
               const char *number,
               gboolean heading,
               guint depth)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = twf_akn_dup_text (node, notes);
  xmlChar *source = NULL;
  TwfMark mark;
  const char *words = text;
  TwfAknBlock *block;

  if (!has_text (text))
    return;
  if (number == NULL && to->number != NULL)
    number = to->number;
  else if (number == NULL && (words = cut_number (text, &mark)) != NULL)
    number = mark.number;
  else
    words = text;
  /* One file of six has the word "annex" in the style of the text. */
  heading |= to->kind == TWF_AKN_ANNEX && number == NULL && twf_heading_is_annex (words);
  block = add_block (to,
                     owner,
                     heading ? TWF_AKN_HEADING : to->kind,
                     heading ? TWF_ROLE_HEADING : TWF_ROLE_PROVISION,
                     words);
  source = xmlNodeGetContent (node);
  block->source = g_strdup ((const char *)source);
  xmlFree (source);
  block->number = g_strdup (number);
  block->depth = MAX (depth, number != NULL && !heading ? find_depth (to, number) : 0);
  g_clear_pointer (&to->number, g_free);
  add_notes (to, notes);
}

static char *
dup_number (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (twf_xml_is (child, "num"))
      {
        g_autofree char *text = twf_akn_dup_text (child, NULL);

        g_strstrip (text);
        return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
      }
  return NULL;
}

/* The files mark headings inside the text by a style alone: H1, H23, HCh, HM. */
static gboolean
is_styled_heading (const xmlNode *node, const char *number)
{
  g_autofree char *style = twf_xml_dup_attribute (node, "class");

  return number == NULL && style != NULL && style[0] == 'H'
         && (g_ascii_isdigit (style[1]) || g_str_has_prefix (style, "HCh")
             || strcmp (style, "HM") == 0);
}

static gboolean
is_one_of (const xmlNode *node, const char *list)
{
  g_autofree char *wanted = NULL;

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  wanted = g_strdup_printf ("|%s|", (const char *)node->name);
  return strstr (list, wanted) != NULL;
}

static void read_body (Reading *to, const xmlNode *parent, guint depth);

/* An element that has words of its own and may have others under it. The first words take its
 * number; what follows them in the same element stands one below. */
static void
read_unit (Reading *to, const xmlNode *unit, guint depth)
{
  g_autofree char *number = dup_number (unit);
  gboolean heading = is_styled_heading (unit, number);
  guint before = to->document->blocks->len;

  if (number != NULL && to->number == NULL)
    to->number = g_strdup (number);
  for (const xmlNode *child = unit->children; child != NULL; child = child->next)
    {
      gboolean first = to->document->blocks->len == before;

      if (child->type != XML_ELEMENT_NODE || twf_xml_is (child, "num"))
        continue;
      if (is_one_of (child, "|p|block|listIntroduction|listWrapUp|heading|subheading|formula|"))
        add_paragraph (to,
                       unit,
                       child,
                       NULL,
                       heading || is_one_of (child, "|heading|subheading|"),
                       depth + (first ? 0 : 1));
      else if (is_one_of (child, "|content|intro|wrapUp|wrap|") && child->children != NULL)
        for (const xmlNode *inner = child->children; inner != NULL; inner = inner->next)
          {
            gboolean leading = to->document->blocks->len == before;

            if (is_one_of (inner, "|p|block|listIntroduction|"))
              add_paragraph (to, unit, inner, NULL, heading, depth + (leading ? 0 : 1));
            else if (inner->type == XML_ELEMENT_NODE)
              read_unit (to, inner, depth + (leading ? 0 : 1));
          }
      else if (twf_xml_is (child, "blockList"))
        read_unit (to, child, depth);
      else
        read_unit (to, child, depth + (twf_xml_is (unit, "container") ? 0 : 1));
    }
  /* A number without text waits for the next element, but not past what has text. */
  if (to->document->blocks->len > before)
    g_clear_pointer (&to->number, g_free);
}

static void
read_body (Reading *to, const xmlNode *parent, guint depth)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE || g_cancellable_is_cancelled (to->cancellable))
        continue;
      if (is_one_of (node, "|p|block|"))
        add_paragraph (to, node, node, NULL, FALSE, depth);
      /* A list beside its introduction instead of in it. */
      else if (twf_xml_is (node, "blockList") && to->kind == TWF_AKN_PREAMBLE)
        read_unit (to, node, depth);
      else if (twf_xml_is (node, "longTitle"))
        read_body (to, node, depth);
      else
        read_unit (to, node, depth);
    }
}

static void
add_metadata (Reading *to, const xmlNode *node, TwfRole role, const char *value)
{
  g_autofree char *text = twf_akn_dup_text (node, NULL);
  const char *words = text;
  TwfAknBlock *block;

  g_strstrip (text);
  /* One file has the dash that parts number and title in the title. */
  if (role == TWF_ROLE_TITLE && text[0] == '-')
    words += 1 + strspn (text + 1, " \t");
  if (words[0] == '\0')
    return;
  block = add_block (
      to, node, role == TWF_ROLE_TITLE ? TWF_AKN_TITLE : TWF_AKN_METADATA, role, words);
  block->value = value != NULL ? g_strdup (value) : NULL;
}

static gboolean
find_role (const xmlNode *node, gboolean cover, TwfRole *role, char **value)
{
  g_autofree char *name = twf_xml_dup_attribute (node, "name");
  g_autofree char *text = NULL;

  if (cover && twf_xml_is (node, "docNumber"))
    *role = TWF_ROLE_SYMBOL;
  else if (twf_xml_is (node, "session"))
    {
      *role = TWF_ROLE_SESSION;
      *value = twf_xml_dup_attribute (node, "value");
    }
  else if (twf_xml_is (node, "inline") && g_strcmp0 (name, "agenda item name") == 0)
    *role = TWF_ROLE_AGENDA_ITEM;
  else if (twf_xml_is (node, "inline") && g_strcmp0 (name, "agenda item") == 0)
    {
      *role = TWF_ROLE_AGENDA_ITEM;
      text = twf_akn_dup_text (node, NULL);
      *value = twf_metadata_find_agenda_item (text);
    }
  else if (!cover && twf_xml_is (node, "docTitle"))
    *role = TWF_ROLE_TITLE;
  else
    return FALSE;
  return TRUE;
}

static gboolean
holds_known (const xmlNode *node, gboolean cover)
{
  g_autofree char *value = NULL;
  TwfRole role;

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (find_role (node, cover, &role, &value))
    return TRUE;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (holds_known (child, cover))
      return TRUE;
  return FALSE;
}

static void
leave_out (Reading *to, const xmlNode *node, TwfAknKind kind, const char *why)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = node->type == XML_TEXT_NODE ? g_strdup ((const char *)node->content)
                                                      : twf_akn_dup_text (node, notes);

  if (has_text (text))
    add_block (to, node, kind, TWF_ROLE_LEFT_OUT, text)->why = g_strdup (why);
  add_notes (to, notes);
}

/* Cover and preface: what is known goes where it belongs, the rest is kept as left out. */
static void
read_front (Reading *to, const xmlNode *parent, gboolean cover)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *value = NULL;
      TwfRole role;

      if (node->type != XML_ELEMENT_NODE && node->type != XML_TEXT_NODE)
        continue;
      if (!holds_known (node, cover))
        leave_out (to, node, TWF_AKN_COVER, cover ? "cover" : "preface");
      else if (find_role (node, cover, &role, &value))
        add_metadata (to, node, role, value);
      else
        read_front (to, node, cover);
    }
}

static void
read_conclusions (Reading *to, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *date = NULL;

      if (node->type == XML_TEXT_NODE || twf_xml_is (node, "inline"))
        leave_out (to, node, TWF_AKN_END, "conclusions");
      else if (twf_xml_is (node, "docDate"))
        {
          date = twf_xml_dup_attribute (node, "date");
          add_metadata (to,
                        node,
                        TWF_ROLE_DATE,
                        date != NULL && strlen (date) == 10 && date[4] == '-' ? date : NULL);
        }
      else if (node->type == XML_ELEMENT_NODE)
        read_conclusions (to, node);
    }
}

static void
read_identification (Reading *to, const xmlNode *node)
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

static void
read_part (Reading *to, const xmlNode *node)
{
  if (twf_xml_is (node, "meta"))
    read_identification (to, node->children);
  else if (is_one_of (node, "|coverPage|preface|"))
    read_front (to, node, twf_xml_is (node, "coverPage"));
  else if (is_one_of (node, "|preamble|body|mainBody|debateBody|amendmentBody|collectionBody|"))
    {
      gboolean preamble = twf_xml_is (node, "preamble");

      to->section = preamble ? TWF_SECTION_RATIONALE : TWF_SECTION_ACTIONS;
      if (to->kind != TWF_AKN_ANNEX)
        to->kind = preamble ? TWF_AKN_PREAMBLE : TWF_AKN_OPERATIVE;
      g_clear_pointer (&to->number_before, g_free);
      read_body (to, node, 0);
    }
  else if (twf_xml_is (node, "conclusions"))
    read_conclusions (to, node);
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
      Reading to = { .cancellable = cancellable };

      to.document = document = g_new0 (TwfAknDocument, 1);
      document->blocks = g_ptr_array_new_with_free_func (free_block);
      read_part (&to, root);
      g_free (to.number);
      g_free (to.number_before);
    }
  xmlFreeDoc (doc);
  xmlFreeParserCtxt (context);
  if (document == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&document);
}
