/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-akn-private.h"
#include "twf-headings.h"
#include "twf-marks.h"

#include <string.h>

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
find_depth (TwfAknReading *to, const char *number)
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
add_paragraph (TwfAknReading *to,
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

  if (!twf_akn_has_text (text))
    return;
  if (number == NULL && to->number != NULL)
    number = to->number;
  else if (number == NULL && (words = cut_number (text, &mark)) != NULL)
    number = mark.number;
  else
    words = text;
  /* One file of six has the word "annex" in the style of the text. */
  heading |= to->kind == TWF_AKN_ANNEX && number == NULL && twf_heading_is_annex (words);
  block = twf_akn_add_block (to,
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
  twf_akn_add_notes (to, notes);
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

/* An element that has words of its own and may have others under it. The first words take its
 * number; what follows them in the same element stands one below. */
static void
read_unit (TwfAknReading *to, const xmlNode *unit, guint depth)
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
      if (twf_akn_is_one_of (child,
                             "|p|block|listIntroduction|listWrapUp|heading|subheading|formula|"))
        add_paragraph (to,
                       unit,
                       child,
                       NULL,
                       heading || twf_akn_is_one_of (child, "|heading|subheading|"),
                       depth + (first ? 0 : 1));
      else if (twf_akn_is_one_of (child, "|content|intro|wrapUp|wrap|") && child->children != NULL)
        for (const xmlNode *inner = child->children; inner != NULL; inner = inner->next)
          {
            gboolean leading = to->document->blocks->len == before;

            if (twf_akn_is_one_of (inner, "|p|block|listIntroduction|"))
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

/**
 * twf_akn_read_body:
 * @to: where paragraphs go
 * @parent: the preamble, a body, or an element that holds either's paragraphs
 * @depth: how many paragraphs it stands under
 */
void
twf_akn_read_body (TwfAknReading *to, const xmlNode *parent, guint depth)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE || g_cancellable_is_cancelled (to->cancellable))
        continue;
      if (twf_akn_is_one_of (node, "|p|block|"))
        add_paragraph (to, node, node, NULL, FALSE, depth);
      /* A list beside its introduction instead of in it. */
      else if (twf_xml_is (node, "blockList") && to->kind == TWF_AKN_PREAMBLE)
        read_unit (to, node, depth);
      else if (twf_xml_is (node, "longTitle"))
        twf_akn_read_body (to, node, depth);
      else
        read_unit (to, node, depth);
    }
}
