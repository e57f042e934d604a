/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-akn-text.h"

#include "twf-digits.h"

#include <string.h>

/**
 * twf_xml_is:
 *
 * Returns: whether @node is an element called @name, in any namespace
 */
gboolean
twf_xml_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE
         && strcmp ((const char *)node->name, name) == 0;
}

/**
 * twf_xml_dup_attribute:
 *
 * Returns: (transfer full) (nullable): the value of an attribute
 */
char *
twf_xml_dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *)name);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

static gboolean
has_only (const xmlNode *node, const char *signs, gboolean digits)
{
  xmlChar *content = xmlNodeGetContent (node);
  g_autofree char *ascii = twf_digits_to_ascii ((const char *)content);
  gboolean only;

  xmlFree (content);
  g_strstrip (ascii);
  if (!digits)
    return strcmp (ascii, signs) == 0;
  only = ascii[0] != '\0' && ascii[strspn (ascii, signs)] == '\0';
  return only && strcspn (ascii, "0123456789") < strlen (ascii);
}

/* Arabic sets the mark of a note in brackets, each a superscript of its own beside the note. */
static gboolean
is_bracket_of_note (const xmlNode *node)
{
  if (has_only (node, "(", FALSE))
    return twf_xml_is (node->next, "authorialNote");
  return has_only (node, ")", FALSE) && twf_xml_is (node->prev, "authorialNote");
}

/* A superscript figure repeats the mark of a note; other superscripts are letters of the text, such
 * as the o of the French "numero". */
static gboolean
is_repeated_mark (const xmlNode *node)
{
  return has_only (node, "()0123456789, ", TRUE);
}

static void
gather (const xmlNode *parent, GString *text, GPtrArray *notes)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        g_string_append (text, (const char *)node->content);
      else if (node->type != XML_ELEMENT_NODE)
        continue;
      else if (twf_xml_is (node, "authorialNote"))
        {
          if (notes != NULL)
            g_ptr_array_add (notes, (gpointer)node);
        }
      else if (twf_xml_is (node, "eol") || twf_xml_is (node, "br"))
        g_string_append_c (text, ' ');
      else if (twf_xml_is (node, "sup") && (is_bracket_of_note (node) || is_repeated_mark (node)))
        continue;
      else
        gather (node, text, notes);
    }
}

/**
 * twf_akn_dup_text:
 * @node: an element
 * @notes: (nullable) (element-type xmlNode): where the notes in it go, borrowed
 *
 * Gathers the words of an element without the notes in it and without their marks.
 *
 * Returns: (transfer full): the text, its white space as it stood
 */
char *
twf_akn_dup_text (const xmlNode *node, GPtrArray *notes)
{
  GString *text = g_string_new (NULL);

  gather (node, text, notes);
  return g_string_free (text, FALSE);
}

/**
 * twf_akn_dup_note:
 * @note: an authorialNote
 *
 * Returns: (transfer full): the words of the note, without the empty brackets of its mark
 */
char *
twf_akn_dup_note (const xmlNode *note)
{
  g_autofree char *text = twf_akn_dup_text (note, NULL);
  char *start = g_strchug (text);

  if (g_str_has_prefix (start, "()"))
    start = g_strchug (start + 2);
  return g_strdup (start);
}
